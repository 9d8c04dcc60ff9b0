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

/// How much of the sky each vertex sees, 0..1: light that falls in from `density` (0 empty, 1
/// dense) within 14 mm, more from straight above. Needs normals.
[[nodiscard]] std::vector<float> openness(const Mesh& mesh, const Field& density);

/// Shade of a sheet of cortex out of its curvature and openness. Needs normals.
[[nodiscard]] std::vector<float> sheetShade(const Mesh& mesh, const Field& density);

/// One structure's soft membership, 0..1.
struct Membership {
  std::uint8_t structure = 0;
  Field weight;
};

/// Memberships of the vertices of a pair of sheets, taken half-way between both and smoothed along
/// them; patches of a structure away from its main parts are given to their surroundings.
class SheetMemberships {
 public:
  SheetMemberships(const Mesh& sheets, const std::vector<Membership>& memberships);

  /// By how much a structure leads over the strongest other one, for each vertex; positive inside.
  [[nodiscard]] std::vector<float> lead(std::uint8_t structure) const;
  /// Fills `structure` with the strongest membership (`fallback` where none exceeds 0.12) and
  /// `border` with its lead over the second.
  void assign(Mesh& sheets, std::uint8_t fallback) const;

 private:
  [[nodiscard]] std::size_t strongest(std::size_t vertex) const;
  void dropIslands(const Mesh& sheets);

  std::vector<std::uint8_t> structures_;
  std::vector<float> weights_;  // one a structure for each vertex
};

/// The same structure everywhere, no border.
void assignStructure(Mesh& mesh, std::uint8_t structure);

}  // namespace syn::atlas
