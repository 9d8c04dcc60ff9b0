#include "atlas/builder/untangle.h"

#include <algorithm>
#include <numeric>

#include "atlas/builder/neighbours.h"
#include "atlas/builder/sheets.h"
#include "base/vec.h"

namespace syn::atlas {
namespace {

using Corners = std::array<Vec3, 3>;

struct Extent {
  Vec3 low{}, high{};
};

bool apart(const Extent& a, const Extent& b, std::size_t axis) {
  return a.high[axis] < b.low[axis] || b.high[axis] < a.low[axis];
}

/// Moeller & Trumbore 1997, J Graphics Tools 2:21.
bool pierces(const Vec3& from, const Vec3& to, const Corners& triangle) {
  const Vec3 along = minus(to, from);
  const Vec3 e1 = minus(triangle[1], triangle[0]);
  const Vec3 e2 = minus(triangle[2], triangle[0]);
  const Vec3 h = cross(along, e2);
  const double determinant = dot(e1, h);
  if (std::abs(determinant) < 1e-14) return false;
  const Vec3 s = minus(from, triangle[0]);
  const double u = dot(s, h) / determinant;
  if (u < 0 || u > 1) return false;
  const Vec3 q = cross(s, e1);
  const double v = dot(along, q) / determinant;
  if (v < 0 || u + v > 1) return false;
  const double share = dot(e2, q) / determinant;
  return share >= 0 && share <= 1;
}

bool crosses(const Corners& a, const Corners& b) {
  for (std::size_t c = 0; c < 3; ++c) {
    if (pierces(a[c], a[(c + 1) % 3], b) || pierces(b[c], b[(c + 1) % 3], a)) return true;
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> crossingTriangles(const Mesh& mesh) {
  const std::size_t count = mesh.triangleCount();
  const auto cornersOf = [&](std::uint32_t t) {
    Corners corners;
    for (std::size_t c = 0; c < 3; ++c) {
      corners[c] = vectorAt(mesh.positions, mesh.triangles[std::size_t{t} * 3 + c]);
    }
    return corners;
  };
  std::vector<Extent> extents(count);
  for (std::uint32_t t = 0; t < count; ++t) {
    const Corners corners = cornersOf(t);
    for (std::size_t a = 0; a < 3; ++a) {
      const auto [low, high] = std::minmax({corners[0][a], corners[1][a], corners[2][a]});
      extents[t].low[a] = low;
      extents[t].high[a] = high;
    }
  }
  const auto touching = [&](std::uint32_t t, std::uint32_t u) {
    const auto first = mesh.triangles.begin() + std::ptrdiff_t{3} * t;
    const auto other = mesh.triangles.begin() + std::ptrdiff_t{3} * u;
    return std::find_first_of(first, first + 3, other, other + 3) != first + 3;
  };
  // Swept from low to high x: only triangles whose extents overlap there are compared.
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t t, std::uint32_t u) {
    const double a = extents[t].low[0];
    const double b = extents[u].low[0];
    return a != b ? a < b : t < u;
  });
  std::vector<Extent> swept;
  swept.reserve(count);
  for (const std::uint32_t t : order) swept.push_back(extents[t]);
  std::vector<std::uint32_t> crossing;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = i + 1; k < count && swept[k].low[0] <= swept[i].high[0]; ++k) {
      if (apart(swept[i], swept[k], 1) || apart(swept[i], swept[k], 2)) continue;
      if (touching(order[i], order[k]) || !crosses(cornersOf(order[i]), cornersOf(order[k]))) {
        continue;
      }
      crossing.push_back(order[i]);
      crossing.push_back(order[k]);
    }
  }
  std::sort(crossing.begin(), crossing.end());
  crossing.erase(std::unique(crossing.begin(), crossing.end()), crossing.end());
  return crossing;
}

void untangle(Mesh& sheets) {
  constexpr int kRounds = 200;
  constexpr float kShorter = 0.95F;
  constexpr std::array kFactors{1.0, 0.85, 0.7, 0.55};
  const Neighbours neighbours(sheets);
  const Mesh inner = atFactor(sheets, 0);
  const std::vector<float> span = sheets.span;
  std::vector<float> share(sheets.vertexCount(), 1.0F);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<std::uint32_t> crossing;
    for (const double factor : kFactors) {
      crossing = crossingTriangles(atFactor(sheets, factor));
      if (!crossing.empty()) break;
    }
    if (crossing.empty()) return;
    std::vector<std::uint8_t> cut(share.size(), 0);
    for (const std::uint32_t t : crossing) {
      for (std::size_t c = 0; c < 3; ++c) cut[sheets.triangles[std::size_t{t} * 3 + c]] = 1;
    }
    for (std::size_t v = 0; v < share.size(); ++v) share[v] *= cut[v] != 0 ? kShorter : 1.0F;
    // What lies around gives way too, so that no dent is left.
    std::vector<float> around = share;
    neighbours.smooth(around, 1, 0.5F, 3);
    for (std::size_t v = 0; v < share.size(); ++v) {
      for (std::size_t k = v * 3; k < v * 3 + 3; ++k) {
        sheets.span[k] = std::min(share[v], around[v]) * span[k];
        sheets.positions[k] = inner.positions[k] + sheets.span[k];
      }
    }
  }
}

}  // namespace syn::atlas
