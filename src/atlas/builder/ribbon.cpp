#include "atlas/builder/ribbon.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/vec.h"

namespace syn::atlas {
namespace {

using Triangle = std::array<std::uint32_t, 3>;

// Heights of the wall's rings, as shares of the thickness: the rings near the rims take the light's
// turn from wall to sheet, which rounds the rim.
constexpr std::array<double, 4> kRings = {1.0, 0.85, 0.15, 0.0};
constexpr double kNearestCut = 0.1;  // share of an edge: no needles beside the cut
constexpr double kCrumb = 0.06;      // parts smaller than this share of the largest are left out

struct Node {
  Vec3 outer, span, white;
};

/// The part of the sheets that belongs to the piece, its rim cut through the triangles.
class Patch {
 public:
  Patch(const Mesh& sheets, const std::vector<float>& white, const std::vector<float>& inside)
      : sheets_(sheets), white_(white), inside_(inside) {
    for (std::size_t t = 0; t < sheets.triangles.size(); t += 3) {
      clip({sheets.triangles[t], sheets.triangles[t + 1], sheets.triangles[t + 2]});
    }
    dropCrumbs();
  }

  std::vector<Node> nodes;
  std::vector<Triangle> triangles;

 private:
  [[nodiscard]] bool in(std::uint32_t v) const { return inside_[v] > 0; }

  std::uint32_t corner(std::uint32_t v) {
    return numbered({v, v}, [&] {
      return Node{vectorAt(sheets_.positions, v), vectorAt(sheets_.span, v), vectorAt(white_, v)};
    });
  }
  std::uint32_t cut(std::uint32_t a, std::uint32_t b) {
    if (a > b) std::swap(a, b);
    return numbered({a, b}, [&] {
      const auto ga = static_cast<double>(inside_[a]);
      const auto gb = static_cast<double>(inside_[b]);
      const double share = std::clamp(ga / (ga - gb), kNearestCut, 1 - kNearestCut);
      const auto between = [&](const std::vector<float>& array) {
        return plus(scaled(vectorAt(array, a), 1 - share), vectorAt(array, b), share);
      };
      return Node{between(sheets_.positions), between(sheets_.span), between(white_)};
    });
  }
  template <typename Make>
  std::uint32_t numbered(std::pair<std::uint32_t, std::uint32_t> key, const Make& make) {
    const auto [found, fresh] = numbers_.try_emplace(key, static_cast<std::uint32_t>(nodes.size()));
    if (fresh) nodes.push_back(make());
    return found->second;
  }

  void clip(Triangle t) {
    const int count = int{in(t[0])} + int{in(t[1])} + int{in(t[2])};
    if (count == 0) return;
    if (count == 3) {
      triangles.push_back({corner(t[0]), corner(t[1]), corner(t[2])});
      return;
    }
    // The corner that differs from the other two comes first.
    while (in(t[0]) == in(t[1]) || in(t[0]) == in(t[2])) {
      std::rotate(t.begin(), t.begin() + 1, t.end());
    }
    const std::uint32_t ab = cut(t[0], t[1]);
    const std::uint32_t ac = cut(t[0], t[2]);
    if (count == 1) {
      triangles.push_back({corner(t[0]), ab, ac});
    } else {
      triangles.push_back({ab, corner(t[1]), corner(t[2])});
      triangles.push_back({ab, corner(t[2]), ac});
    }
  }

  void dropCrumbs() {
    std::vector<std::uint32_t> parent(nodes.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t v) {
      while (parent[v] != v) v = parent[v] = parent[parent[v]];
      return v;
    };
    for (const Triangle& t : triangles) {
      parent[root(t[1])] = root(t[0]);
      parent[root(t[2])] = root(t[0]);
    }
    std::vector<std::size_t> size(nodes.size(), 0);
    for (const Triangle& t : triangles) ++size[root(t[0])];
    const double least = kCrumb * static_cast<double>(*std::max_element(size.begin(), size.end()));
    std::erase_if(triangles,
                  [&](const Triangle& t) { return static_cast<double>(size[root(t[0])]) < least; });
  }

  const Mesh& sheets_;
  const std::vector<float>& white_;
  const std::vector<float>& inside_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> numbers_;
};

/// Edges that belong to one triangle only, in its direction.
std::set<std::pair<std::uint32_t, std::uint32_t>> rimOf(const std::vector<Triangle>& triangles) {
  std::set<std::pair<std::uint32_t, std::uint32_t>> rim;
  for (const Triangle& t : triangles) {
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t a = t[c];
      const std::uint32_t b = t[(c + 1) % 3];
      if (rim.erase({b, a}) == 0) rim.emplace(a, b);
    }
  }
  return rim;
}

/// Vertices of the piece: each node once for each height at which it is needed.
class Solid {
 public:
  explicit Solid(const std::vector<Node>& nodes) : nodes_(nodes) {
    for (auto& ring : number_) ring.assign(nodes.size(), kUnused);
  }

  std::uint32_t vertex(std::uint32_t node, std::size_t ring) {
    std::uint32_t& number = number_[ring][node];
    if (number != kUnused) return number;
    number = static_cast<std::uint32_t>(mesh.vertexCount());
    const Node& n = nodes_[node];
    const Vec3 place = plus(n.white, minus(n.outer, n.white), kRings[ring]);
    for (std::size_t k = 0; k < 3; ++k) {
      mesh.positions.push_back(static_cast<float>(place[k]));
      mesh.span.push_back(static_cast<float>(n.span[k] * kRings[ring]));
    }
    return number;
  }
  void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    mesh.triangles.insert(mesh.triangles.end(), {a, b, c});
  }

  Mesh mesh;

 private:
  static constexpr std::uint32_t kUnused = ~std::uint32_t{0};
  const std::vector<Node>& nodes_;
  std::array<std::vector<std::uint32_t>, kRings.size()> number_;
};

}  // namespace

Mesh ribbonOf(const Mesh& sheets, const std::vector<float>& white,
              const std::vector<float>& inside) {
  if (std::none_of(inside.begin(), inside.end(), [](float f) { return f > 0; })) return {};
  const Patch patch(sheets, white, inside);
  constexpr std::size_t kBottom = kRings.size() - 1;
  Solid solid(patch.nodes);
  for (const Triangle& t : patch.triangles) {
    solid.triangle(solid.vertex(t[0], 0), solid.vertex(t[1], 0), solid.vertex(t[2], 0));
    solid.triangle(solid.vertex(t[2], kBottom), solid.vertex(t[1], kBottom),
                   solid.vertex(t[0], kBottom));
  }
  for (const auto& [a, b] : rimOf(patch.triangles)) {
    for (std::size_t ring = 0; ring < kBottom; ++ring) {
      const std::uint32_t lowA = solid.vertex(a, ring + 1);
      const std::uint32_t highB = solid.vertex(b, ring);
      solid.triangle(highB, solid.vertex(a, ring), lowA);
      solid.triangle(highB, lowA, solid.vertex(b, ring + 1));
    }
  }
  return std::move(solid.mesh);
}

}  // namespace syn::atlas
