#include "scene/cortex_law.h"

#include <algorithm>

#include "base/vec.h"

namespace syn::scene {
namespace {

/// The part of a triangle's spans that one factor stretches: mean, and differences along its edges.
struct Stretch {
  Vec3 mean{}, along1{}, along2{};
};

}  // namespace

CortexLaw::CortexLaw(const atlas::Anatomy& anatomy)
    : polynomials_(anatomy.catalogue.structures.size()) {
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (mesh.layer == atlas::Layer::cortex && mesh.level == 0 && !mesh.span.empty()) add(mesh);
  }
}

void CortexLaw::add(const atlas::Mesh& mesh) {
  for (std::size_t t = 0; t + 2 < mesh.triangles.size(); t += 3) {
    std::array<Vec3, 3> inner;
    std::array<std::array<Vec3, 3>, 2> stretched;  // by `shared`, by `own`; each corner
    for (std::size_t c = 0; c < 3; ++c) {
      const std::size_t v = mesh.triangles[t + c];
      const Vec3 span = vectorAt(mesh.span, v);
      const auto inside = static_cast<double>(insideRegion(mesh.border[v]));
      inner[c] = minus(vectorAt(mesh.positions, v), span);
      for (std::size_t k = 0; k < 3; ++k) {
        stretched[0][c][k] = span[k] * (1 - inside);
        stretched[1][c][k] = span[k] * inside;
      }
    }
    const Vec3 e1 = minus(inner[1], inner[0]);
    const Vec3 e2 = minus(inner[2], inner[0]);
    std::array<Stretch, 2> parts;
    for (std::size_t p = 0; p < 2; ++p) {
      const auto& w = stretched[p];
      for (std::size_t k = 0; k < 3; ++k) parts[p].mean[k] = (w[0][k] + w[1][k] + w[2][k]) / 3;
      parts[p].along1 = minus(w[1], w[0]);
      parts[p].along2 = minus(w[2], w[0]);
    }
    Polynomial& polynomial = polynomials_[mesh.structure[mesh.triangles[t]]];
    for (std::size_t a = 0; a < 2; ++a) {
      const Vec3& mean = parts[a].mean;
      polynomial[0][a] += dot(mean, cross(e1, e2)) / 2;
      for (std::size_t b = 0; b < 2; ++b) {
        polynomial[1][a + b] +=
            (dot(mean, cross(e1, parts[b].along2)) + dot(mean, cross(parts[b].along1, e2))) / 4;
        for (std::size_t c = 0; c < 2; ++c) {
          polynomial[2][a + b + c] += dot(mean, cross(parts[b].along1, parts[c].along2)) / 6;
        }
      }
    }
  }
}

double CortexLaw::volume(std::size_t structure, double own, double shared) const {
  const Polynomial& p = polynomials_[structure];
  const double s2 = shared * shared;
  return p[0][0] * shared + p[0][1] * own + p[1][0] * s2 + p[1][1] * shared * own +
         p[1][2] * own * own + p[2][0] * s2 * shared + p[2][1] * s2 * own +
         p[2][2] * shared * own * own + p[2][3] * own * own * own;
}

double CortexLaw::ownFor(std::size_t structure, double mm3, double shared) const {
  // The volume grows with the factor: halve the range until it is found.
  double low = kLeast;
  double high = kMost;
  for (int i = 0; i < 24; ++i) {
    const double middle = (low + high) / 2;
    (volume(structure, middle, shared) < mm3 ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace syn::scene
