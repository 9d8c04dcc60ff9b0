#pragma once

#include <functional>

#include "atlas/builder/volume.h"
#include "catalogue/catalogue.h"

namespace syn::atlas {

/// Which large part of the brain a voxel belongs to.
enum Part : std::uint8_t { kOutside = 0, kLeft = 1, kRight = 2, kCerebellum = 3, kBrainstem = 4 };

/// Whether an AAL label is a region's on one side: AAL numbers the left, then the right.
[[nodiscard]] bool holdsLabel(const Region& region, Hemisphere side, int label);

/// Everything the surfaces are made from, on one 0.5 mm grid.
struct Tissues {
  Field raw;       ///< intensity of the T1 volume, 0..255
  Field smoothed;  ///< blurred 0.35 mm
  Labels labels;   ///< AAL labels (1..116), nearest neighbour
  Mask tissue;
  Labels part;         ///< Part of each tissue voxel
  Labels nearestPart;  ///< Part of the nearest tissue voxel, everywhere
  Mask ventricles;
};

/// Steps 1 to 3 of the recipe: tissue, hemispheres, cerebellum, brainstem, ventricles.
[[nodiscard]] Tissues classify(const Volume<std::uint8_t>& t1, const Volume<std::uint8_t>& aal,
                               int threads, const std::function<void(double)>& progress);

/// Field `(intensity - 60) / 40` with the ventricles filled, so that shells have no inner walls.
[[nodiscard]] Field filledIntensity(const Tissues& tissues, int threads);

}  // namespace syn::atlas
