#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "atlas/anatomy.h"

namespace syn::scene {

/// Thickness of the drawn cortex over one region, as factors of the span of its mesh (1 = a young
/// adult). Well inside the region it is `own`; at the border to the next region both have `shared`.
struct Thickness {
  float own = 1;
  float shared = 1;
};

/// How far inside its region a vertex counts, 0..1, from its border weight; the same in
/// shaders/surface/surface.vert.glsl.
[[nodiscard]] inline float insideRegion(float border) {
  const float t = border >= 0.6F ? 1.0F : border / 0.6F;
  return t * t * (3.0F - 2.0F * t);
}

/// Factor of one vertex.
[[nodiscard]] inline float factorAt(const Thickness& thickness, float border) {
  return thickness.shared + (thickness.own - thickness.shared) * insideRegion(border);
}

/// Volume between the inner sheet and the drawn surface, measured on the meshes of the cortex
/// (level 0), exactly and for any factors.
///
/// Over one triangle the tissue is x(u,v,s) = inner(u,v) + s w(u,v), s = 0..1, where w is the span
/// times the factor; its volume is w/2 . (e1 x e2 + (e1 x w2 + w1 x e2)/2 + (w1 x w2)/3), with w
/// the mean of the corners, e the edges of the inner triangle and w1, w2 the differences of w along
/// them. That is a polynomial of third degree in `own` and `shared`.
class CortexLaw {
 public:
  explicit CortexLaw(const atlas::Anatomy& anatomy);

  /// mm3 of a structure at two factors; 0 when it has no sheet.
  [[nodiscard]] double volume(std::size_t structure, double own, double shared) const;
  /// The `own` factor that gives `mm3` while the borders keep `shared`.
  [[nodiscard]] double ownFor(std::size_t structure, double mm3, double shared) const;

  /// Factors stay within these: no cortex is thinner than nothing. Every region of the anatomy
  /// reaches +-Body::kLargestChange within them, but for one case: where all others grow by that
  /// much, the borders of the somatosensory region hold so much that it shrinks by 46 % at most.
  static constexpr double kLeast = 0;
  static constexpr double kMost = 2.25;

 private:
  /// [degree - 1][power of `own`]; `shared` has the rest of the degree.
  using Polynomial = std::array<std::array<double, 4>, 3>;
  void add(const atlas::Mesh& mesh);
  std::vector<Polynomial> polynomials_;
};

}  // namespace syn::scene
