#pragma once

#include "atlas/builder/volume.h"

namespace syn::atlas {

/// The cerebellum as the eye knows it: a smooth body with fine parallel fissures.
struct Folia {
  Field surface;  ///< positive inside the body, fissures carved
  Field fissure;  ///< 0 on a folium .. 1 in a fissure; meaningful near the surface only
};

/// `raw` is the T1 intensity and `body` the cerebellum's tissue voxels, on the same grid.
///
/// The fissures between folia are thin dark sheets. Their contrast is below the surface's own edge,
/// so they are looked for along the surface: the intensity relative to its neighbourhood, continued
/// past the border by normalised convolution, is differentiated twice within the tangent plane, and
/// its strongest bend marks a fissure.
[[nodiscard]] Folia findFolia(const Field& raw, const Mask& body, int threads);

}  // namespace syn::atlas
