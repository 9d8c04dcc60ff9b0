#include "atlas/builder/shading.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

#include "atlas/builder/neighbours.h"
#include "base/vec.h"

namespace syn::atlas {
namespace {

struct Edge {
  std::uint32_t a, b;
  std::uint32_t triangle;
};

Vec3 pointOf(const Mesh& mesh, std::uint32_t vertex) {
  return vectorAt(mesh.positions, vertex);
}

/// Edges sorted by their vertices, each listed once a triangle.
std::vector<Edge> sortedEdges(const Mesh& mesh) {
  std::vector<Edge> edges;
  edges.reserve(mesh.triangles.size());
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t a = mesh.triangles[t + c];
      const std::uint32_t b = mesh.triangles[t + (c + 1) % 3];
      edges.push_back({std::min(a, b), std::max(a, b), static_cast<std::uint32_t>(t / 3)});
    }
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& l, const Edge& r) {
    return std::tie(l.a, l.b, l.triangle) < std::tie(r.a, r.b, r.triangle);
  });
  return edges;
}

double sigmoid(double x) {
  return 1.0 / (1.0 + std::exp(-x));
}

}  // namespace

std::vector<float> meanCurvature(const Mesh& mesh, int rounds) {
  const std::size_t vertices = mesh.vertexCount();
  std::vector<Vec3> normal(mesh.triangleCount());  // length = twice the area
  for (std::size_t t = 0; t < normal.size(); ++t) {
    const Vec3 a = pointOf(mesh, mesh.triangles[t * 3]);
    normal[t] = cross(minus(pointOf(mesh, mesh.triangles[t * 3 + 1]), a),
                      minus(pointOf(mesh, mesh.triangles[t * 3 + 2]), a));
  }
  const std::vector<Edge> edges = sortedEdges(mesh);
  std::vector<double> sum(vertices, 0.0);
  std::vector<int> count(vertices, 0);
  std::vector<std::array<std::uint32_t, 2>> links;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    const Edge& one = edges[i];
    const Edge& two = edges[i + 1];
    if (one.a != two.a || one.b != two.b) continue;
    links.push_back({one.a, one.b});
    const Vec3& n1 = normal[one.triangle];
    const Vec3& n2 = normal[two.triangle];
    const double twiceAreas = length(n1) + length(n2);
    if (twiceAreas <= 0) continue;
    const Vec3 edge = minus(pointOf(mesh, one.b), pointOf(mesh, one.a));
    const double angle = std::atan2(length(cross(n1, n2)), dot(n1, n2));
    // Convex when the second triangle's far corner lies below the first triangle.
    Vec3 far{};
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint32_t v = mesh.triangles[std::size_t{two.triangle} * 3 + c];
      if (v != one.a && v != one.b) far = minus(pointOf(mesh, v), pointOf(mesh, one.a));
    }
    const double sign = dot(far, n1) <= 0 ? 1.0 : -1.0;
    const double bend = std::clamp(sign * length(edge) * angle / (twiceAreas / 2) * 1.5, -1.5, 1.5);
    for (const std::uint32_t v : {one.a, one.b}) {
      sum[v] += bend;
      ++count[v];
    }
  }
  std::vector<float> curvature(vertices);
  for (std::size_t v = 0; v < vertices; ++v) {
    curvature[v] = static_cast<float>(sum[v] / std::max(count[v], 1));
  }
  std::vector<float> total(vertices);
  for (int round = 0; round < rounds; ++round) {
    std::fill(total.begin(), total.end(), 0.0F);
    for (const auto& [a, b] : links) {
      total[a] += curvature[b];
      total[b] += curvature[a];
    }
    for (std::size_t v = 0; v < vertices; ++v) {
      if (count[v] > 0) {
        curvature[v] = 0.5F * curvature[v] + 0.5F * total[v] / static_cast<float>(count[v]);
      }
    }
  }
  return curvature;
}

Field depthBelow(const Mask& mask, double ballMm, int threads) {
  const int margin = static_cast<int>(ballMm) + 6;
  const Mask half = padded(halved(mask), margin, std::uint8_t{0});
  const auto ball = static_cast<float>(ballMm);
  const Field outside = distanceTo(half, threads);
  Field depth = distanceTo(maskWhere(outside, [&](float d) { return d >= ball; }), threads);
  for (float& d : depth.data) d -= ball;
  blur(depth, 1.0, threads);
  for (float& d : depth.data) d = std::max(d, 0.0F);
  return depth;
}

void bakeShade(Mesh& mesh, const ShadeRecipe& recipe, const Field* depth) {
  const std::vector<float> curvature = meanCurvature(mesh, recipe.curvatureRounds);
  mesh.shade.resize(mesh.vertexCount());
  for (std::size_t v = 0; v < mesh.shade.size(); ++v) {
    const double h = static_cast<double>(curvature[v]);
    double shade = 0.62 + 0.46 * sigmoid((h + 0.04) * recipe.curvatureGain);
    if (depth != nullptr) {
      const double d =
          static_cast<double>(sample(*depth, pointOf(mesh, static_cast<std::uint32_t>(v))));
      shade *=
          1.06 - recipe.depthWeight * std::pow(std::clamp(d / recipe.fullDepthMm, 0.0, 1.0), 0.8);
    }
    mesh.shade[v] = static_cast<float>(shade);
  }
}

std::vector<float> openness(const Mesh& mesh, const Field& density) {
  constexpr int kRays = 48;
  constexpr double kStart = 0.7;  // mm above the surface
  constexpr double kStep = 0.7;   // mm
  constexpr int kSteps = 20;
  constexpr float kThick = 0.55F;  // light kept back by one step through dense tissue
  std::array<std::array<double, 3>, kRays> rays;  // along two tangents and the normal
  for (int i = 0; i < kRays; ++i) {
    // Even in the plane (golden angle), hence weighted by the cosine to the normal.
    const double radius = std::sqrt((i + 0.5) / kRays);
    const double angle = i * std::numbers::pi * (3.0 - std::sqrt(5.0));
    rays[static_cast<std::size_t>(i)] = {radius * std::cos(angle), radius * std::sin(angle),
                                         std::sqrt(1.0 - radius * radius)};
  }
  std::vector<float> open(mesh.vertexCount());
  for (std::size_t v = 0; v < open.size(); ++v) {
    const Vec3 normal = vectorAt(mesh.normals, v);
    const Vec3 seed = std::abs(normal[0]) < 0.6 ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
    const Vec3 across = unit(cross(normal, seed));
    const Vec3 along = cross(normal, across);
    const Vec3 from = plus(vectorAt(mesh.positions, v), normal, kStart);
    float sum = 0;
    for (const auto& ray : rays) {
      const Vec3 direction = plus(plus(scaled(across, ray[0]), along, ray[1]), normal, ray[2]);
      float light = 1;
      for (int k = 1; k <= kSteps && light > 0.02F; ++k) {
        light *= 1.0F - kThick * sample(density, plus(from, direction, k * kStep));
      }
      sum += light;
    }
    open[v] = sum / kRays;
  }
  return open;
}

std::vector<float> sheetShade(const Mesh& mesh, const Field& density) {
  constexpr int kSmoothRounds = 2;
  const std::vector<float> curvature = meanCurvature(mesh, 6);
  std::vector<float> open = openness(mesh, density);
  Neighbours(mesh).smooth(open, 1, 0.5F, kSmoothRounds);
  std::vector<float> shade(mesh.vertexCount());
  for (std::size_t v = 0; v < shade.size(); ++v) {
    const double ridge = 0.70 + 0.36 * sigmoid((static_cast<double>(curvature[v]) + 0.04) * 10.0);
    const double sky = std::pow(static_cast<double>(open[v]), 0.8);
    shade[v] = static_cast<float>(ridge * (0.42 + 0.66 * sky));
  }
  return shade;
}

namespace {
constexpr float kLeastMembership = 0.12F;
constexpr double kIsland = 0.2;  // parts smaller than this share of the largest are no region
}  // namespace

SheetMemberships::SheetMemberships(const Mesh& sheets, const std::vector<Membership>& memberships) {
  const std::size_t count = memberships.size();
  for (const Membership& m : memberships) structures_.push_back(m.structure);
  weights_.resize(sheets.vertexCount() * count);
  for (std::size_t v = 0; v < sheets.vertexCount(); ++v) {
    const Vec3 middle = plus(vectorAt(sheets.positions, v), vectorAt(sheets.span, v), -0.5);
    for (std::size_t m = 0; m < count; ++m) {
      weights_[v * count + m] = sample(memberships[m].weight, middle);
    }
  }
  Neighbours(sheets).smooth(weights_, count, 0.5F, 3);
  dropIslands(sheets);
}

std::size_t SheetMemberships::strongest(std::size_t vertex) const {
  const std::size_t count = structures_.size();
  const auto first = weights_.begin() + static_cast<std::ptrdiff_t>(vertex * count);
  const auto best = std::max_element(first, first + static_cast<std::ptrdiff_t>(count));
  return *best > kLeastMembership ? static_cast<std::size_t>(best - first) : count;
}

void SheetMemberships::dropIslands(const Mesh& sheets) {
  constexpr int kRounds = 3;
  const std::size_t count = structures_.size();
  const Neighbours neighbours(sheets);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<std::size_t> owner(sheets.vertexCount());
    for (std::size_t v = 0; v < owner.size(); ++v) owner[v] = strongest(v);
    std::vector<bool> seen(owner.size(), false);
    std::vector<std::vector<std::vector<std::size_t>>> patches(count + 1);
    for (std::size_t v = 0; v < owner.size(); ++v) {
      if (seen[v]) continue;
      std::vector<std::size_t> patch{v};
      seen[v] = true;
      for (std::size_t next = 0; next < patch.size(); ++next) {
        for (const std::uint32_t u : neighbours.of(patch[next])) {
          if (seen[u] || owner[u] != owner[v]) continue;
          seen[u] = true;
          patch.push_back(u);
        }
      }
      patches[owner[v]].push_back(std::move(patch));
    }
    for (std::size_t m = 0; m < count; ++m) {
      std::size_t largest = 0;
      for (const auto& patch : patches[m]) largest = std::max(largest, patch.size());
      for (const auto& patch : patches[m]) {
        if (static_cast<double>(patch.size()) >= kIsland * static_cast<double>(largest)) continue;
        for (const std::size_t v : patch) weights_[v * count + m] = 0.0F;
      }
    }
  }
}

std::vector<float> SheetMemberships::lead(std::uint8_t structure) const {
  const std::size_t count = structures_.size();
  std::vector<float> lead(weights_.size() / count);
  for (std::size_t v = 0; v < lead.size(); ++v) {
    float own = 0.0F;
    float other = kLeastMembership;
    for (std::size_t m = 0; m < count; ++m) {
      const float w = weights_[v * count + m];
      if (structures_[m] == structure) {
        own = w;
      } else {
        other = std::max(other, w);
      }
    }
    lead[v] = own - other;
  }
  return lead;
}

void SheetMemberships::assign(Mesh& sheets, std::uint8_t fallback) const {
  const std::size_t count = structures_.size();
  sheets.structure.assign(sheets.vertexCount(), fallback);
  sheets.border.assign(sheets.vertexCount(), 1.0F);
  for (std::size_t v = 0; v < sheets.vertexCount(); ++v) {
    const std::size_t owner = strongest(v);
    if (owner < count) sheets.structure[v] = structures_[owner];
    float best = kLeastMembership;  // the fallback's own weight
    float second = 0.0F;
    for (std::size_t m = 0; m < count; ++m) {
      const float w = weights_[v * count + m];
      second = std::max(second, std::min(best, w));
      best = std::max(best, w);
    }
    sheets.border[v] = std::clamp((best - second) / (best + second), 0.0F, 1.0F);
  }
}

void assignStructure(Mesh& mesh, std::uint8_t structure) {
  mesh.structure.assign(mesh.vertexCount(), structure);
  mesh.border.assign(mesh.vertexCount(), 1.0F);
}

}  // namespace syn::atlas
