#pragma once

#include "atlas/anatomy.h"
#include "atlas/builder/volume.h"

namespace syn::atlas {

/// Mean curvature per vertex in 1/mm, convex positive, averaged over neighbours `rounds` times.
[[nodiscard]] std::vector<float> meanCurvature(const Mesh& mesh, int rounds);

/// Depth in mm below the outside of `mask` closed by a ball, on the half grid.
[[nodiscard]] Field depthBelow(const Mask& mask, double ballMm, int threads);

/// How strongly curvature and depth darken a surface.
struct ShadeRecipe {
  int curvatureRounds = 12;
  double curvatureGain = 14.0;
  double depthWeight = 0.45;  ///< darkening at `fullDepth`; 0 when there is no depth field
  double fullDepthMm = 14.0;
};

/// Fills `mesh.shade`: bright ridges, dark furrows. `depth` may be null.
void bakeShade(Mesh& mesh, const ShadeRecipe& recipe, const Field* depth);

/// One structure's soft membership, 0..1.
struct Membership {
  std::uint8_t structure = 0;
  Field weight;
};

/// Fills `mesh.structure` with the strongest membership (`fallback` where none exceeds 0.12) and
/// `mesh.border` with its lead over the second.
void assignStructures(Mesh& mesh, const std::vector<Membership>& memberships,
                      std::uint8_t fallback);

/// The same structure everywhere, no border.
void assignStructure(Mesh& mesh, std::uint8_t structure);

}  // namespace syn::atlas
