#include "atlas/builder/shading.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace syn::atlas {
namespace {

struct Edge {
  std::uint32_t a, b;
  std::uint32_t triangle;
};

Vec3 pointOf(const Mesh& mesh, std::uint32_t vertex) {
  const float* p = &mesh.positions[std::size_t{vertex} * 3];
  return {static_cast<double>(p[0]), static_cast<double>(p[1]), static_cast<double>(p[2])};
}

Vec3 minus(const Vec3& a, const Vec3& b) {
  return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}

Vec3 cross(const Vec3& a, const Vec3& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double dot(const Vec3& a, const Vec3& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

double length(const Vec3& a) {
  return std::sqrt(dot(a, a));
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

void assignStructures(Mesh& mesh, const std::vector<Membership>& memberships,
                      std::uint8_t fallback) {
  constexpr float kLeast = 0.12F;
  mesh.structure.assign(mesh.vertexCount(), fallback);
  mesh.border.assign(mesh.vertexCount(), 1.0F);
  for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
    const Vec3 p = pointOf(mesh, static_cast<std::uint32_t>(v));
    float best = kLeast;  // the fallback's own weight
    float second = 0.0F;
    for (const Membership& m : memberships) {
      const float w = sample(m.weight, p);
      if (w > best) {
        second = best;
        best = w;
        mesh.structure[v] = m.structure;
      } else {
        second = std::max(second, w);
      }
    }
    mesh.border[v] = std::clamp((best - second) / (best + second), 0.0F, 1.0F);
  }
}

void assignStructure(Mesh& mesh, std::uint8_t structure) {
  mesh.structure.assign(mesh.vertexCount(), structure);
  mesh.border.assign(mesh.vertexCount(), 1.0F);
}

}  // namespace syn::atlas
