#include "scene/triangle_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace syn::scene {

namespace {

constexpr std::uint32_t kLeafTriangles = 4;
constexpr std::size_t kDeepest = 64;
constexpr double kSeam = 1e-7;  // share of a triangle: no ray slips between two

}  // namespace

TriangleTree::TriangleTree(const std::vector<float>& positions,
                           const std::vector<std::uint32_t>& triangles,
                           const std::vector<std::uint8_t>& structure)
    : positions_(&positions), triangles_(&triangles), structure_(&structure) {
  plant();
}

TriangleTree::TriangleTree(const atlas::Mesh& mesh)
    : positions_(&mesh.positions), triangles_(&mesh.triangles), structure_(&mesh.structure) {
  if (!mesh.span.empty()) {
    span_ = &mesh.span;
    border_ = &mesh.border;
  }
  plant();
}

void TriangleTree::plant() {
  const std::vector<float>& positions = *positions_;
  const std::vector<std::uint32_t>& triangles = *triangles_;
  const std::size_t count = triangles.size() / 3;
  std::vector<std::array<float, 3>> centres(count);
  for (std::size_t t = 0; t < count; ++t) {
    for (std::size_t axis = 0; axis < 3; ++axis) {
      centres[t][axis] = (positions[triangles[t * 3] * std::size_t{3} + axis] +
                          positions[triangles[t * 3 + 1] * std::size_t{3} + axis] +
                          positions[triangles[t * 3 + 2] * std::size_t{3} + axis]) /
                         3;
    }
  }
  order_.resize(count);
  std::iota(order_.begin(), order_.end(), 0U);
  if (count > 0) {
    nodes_.reserve(count);
    build(0, static_cast<std::uint32_t>(count), centres);
  }
}

std::uint32_t TriangleTree::build(std::uint32_t first, std::uint32_t count,
                                  const std::vector<std::array<float, 3>>& centres) {
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  nodes_.emplace_back();
  Node node;
  node.low.fill(std::numeric_limits<float>::max());
  node.high.fill(std::numeric_limits<float>::lowest());
  for (std::uint32_t i = first; i < first + count; ++i) {
    for (std::size_t corner = 0; corner < 3; ++corner) {
      const std::size_t v = (*triangles_)[order_[i] * std::size_t{3} + corner];
      for (std::size_t axis = 0; axis < 3; ++axis) {
        const float at = (*positions_)[v * 3 + axis];
        node.low[axis] = std::min(node.low[axis], at);
        node.high[axis] = std::max(node.high[axis], at);
        if (span_ == nullptr) continue;
        for (const double factor : {CortexLaw::kLeast, CortexLaw::kMost}) {
          const float moved = at + static_cast<float>(factor - 1) * (*span_)[v * 3 + axis];
          node.low[axis] = std::min(node.low[axis], moved);
          node.high[axis] = std::max(node.high[axis], moved);
        }
      }
    }
  }
  if (count <= kLeafTriangles) {
    node.first = first;
    node.count = count;
    nodes_[index] = node;
    return index;
  }
  std::size_t axis = 0;
  for (std::size_t a = 1; a < 3; ++a) {
    if (node.high[a] - node.low[a] > node.high[axis] - node.low[axis]) axis = a;
  }
  const std::uint32_t half = count / 2;
  const auto begin = order_.begin() + first;
  std::nth_element(begin, begin + half, begin + count, [&](std::uint32_t a, std::uint32_t b) {
    return centres[a][axis] < centres[b][axis];
  });
  build(first, half, centres);  // the left child follows its parent
  node.first = build(first + half, count - half, centres);
  nodes_[index] = node;
  return index;
}

Vec3 TriangleTree::place(std::size_t vertex, std::span<const Thickness> thickness) const {
  const float* p = &(*positions_)[vertex * 3];
  Vec3 place{p[0], p[1], p[2]};
  if (span_ == nullptr || thickness.empty()) return place;
  const double grown =
      static_cast<double>(factorAt(thickness[(*structure_)[vertex]], (*border_)[vertex])) - 1;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    place[axis] += grown * static_cast<double>((*span_)[vertex * 3 + axis]);
  }
  return place;
}

std::optional<TriangleTree::Hit> TriangleTree::nearest(const Ray& ray, double limit,
                                                       const StructureSet& without,
                                                       std::span<const Thickness> thickness) const {
  if (nodes_.empty()) return std::nullopt;
  Vec3 inverse{};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    // Never infinite: times nought, as for a ray lying in a face of a box, that would be no number.
    const double along = ray.direction[axis];
    inverse[axis] = 1 / std::copysign(std::max(std::abs(along), 1e-12), along);
  }
  std::optional<Hit> best;
  double reach = limit;

  const auto entry = [&](const Node& node) {
    double from = 0, to = reach;
    for (std::size_t axis = 0; axis < 3; ++axis) {
      const double a = (static_cast<double>(node.low[axis]) - ray.origin[axis]) * inverse[axis];
      const double b = (static_cast<double>(node.high[axis]) - ray.origin[axis]) * inverse[axis];
      from = std::max(from, std::min(a, b));
      to = std::min(to, std::max(a, b));
    }
    return from <= to ? from : std::numeric_limits<double>::infinity();
  };
  const auto test = [&](std::uint32_t triangle) {
    const auto corner = [&](std::size_t c) {
      return place((*triangles_)[triangle * std::size_t{3} + c], thickness);
    };
    // Moeller and Trumbore 1997, both faces.
    const Vec3 a = corner(0), b = corner(1), c = corner(2);
    const Vec3 e1{b[0] - a[0], b[1] - a[1], b[2] - a[2]};
    const Vec3 e2{c[0] - a[0], c[1] - a[1], c[2] - a[2]};
    const Vec3& d = ray.direction;
    const Vec3 p{d[1] * e2[2] - d[2] * e2[1], d[2] * e2[0] - d[0] * e2[2],
                 d[0] * e2[1] - d[1] * e2[0]};
    const double det = e1[0] * p[0] + e1[1] * p[1] + e1[2] * p[2];
    if (std::abs(det) < 1e-12) return;
    const Vec3 s{ray.origin[0] - a[0], ray.origin[1] - a[1], ray.origin[2] - a[2]};
    const double u = (s[0] * p[0] + s[1] * p[1] + s[2] * p[2]) / det;
    if (u < -kSeam || u > 1 + kSeam) return;
    const Vec3 q{s[1] * e1[2] - s[2] * e1[1], s[2] * e1[0] - s[0] * e1[2],
                 s[0] * e1[1] - s[1] * e1[0]};
    const double v = (d[0] * q[0] + d[1] * q[1] + d[2] * q[2]) / det;
    if (v < -kSeam || u + v > 1 + kSeam) return;
    const double t = (e2[0] * q[0] + e2[1] * q[1] + e2[2] * q[2]) / det;
    if (t <= 0 || t >= reach) return;
    reach = t;
    best = Hit{t, triangle};
  };

  std::array<std::uint32_t, kDeepest> stack{};
  std::size_t depth = 0;
  stack[depth++] = 0;
  while (depth > 0) {
    const std::uint32_t index = stack[--depth];
    const Node& node = nodes_[index];
    if (entry(node) >= reach) continue;
    if (node.count > 0) {
      for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
        const std::uint32_t triangle = order_[i];
        const auto structure = static_cast<std::size_t>(structureOf(triangle));
        if (!without.test(structure)) test(triangle);
      }
      continue;
    }
    const std::uint32_t left = index + 1;
    const bool leftFirst = entry(nodes_[left]) <= entry(nodes_[node.first]);
    stack[depth++] = leftFirst ? node.first : left;
    stack[depth++] = leftFirst ? left : node.first;
  }
  return best;
}

}  // namespace syn::scene
