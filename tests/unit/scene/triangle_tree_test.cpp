#include "scene/triangle_tree.h"

#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "small_anatomy.h"

namespace syn::scene {
namespace {

// A ray against a ball has a closed answer; the mesh may differ by the flatness of its triangles.
TEST(TriangleTree, AgreesWithTheBallItApproximates) {
  const atlas::Mesh mesh = test::ball("ball", atlas::Layer::nucleus, 3, {1, 2, 3}, 10, 64);
  const TriangleTree tree(mesh.positions, mesh.triangles, mesh.structure);
  std::mt19937 random(11);
  std::uniform_real_distribution<double> any(-14, 14);
  int hits = 0;
  for (int i = 0; i < 500; ++i) {
    const Vec3 through{1 + any(random), 2 + any(random), 3 + any(random)};
    Ray ray{{-60, any(random), any(random)}, {}};
    double length = 0;
    for (std::size_t a = 0; a < 3; ++a) {
      ray.direction[a] = through[a] - ray.origin[a];
      length += ray.direction[a] * ray.direction[a];
    }
    for (double& c : ray.direction) c /= std::sqrt(length);
    const Vec3 o{ray.origin[0] - 1, ray.origin[1] - 2, ray.origin[2] - 3};
    const double b = o[0] * ray.direction[0] + o[1] * ray.direction[1] + o[2] * ray.direction[2];
    const double c = o[0] * o[0] + o[1] * o[1] + o[2] * o[2] - 100;
    const double root = b * b - c;
    if (std::abs(root) < 2) continue;  // grazing: flatness decides
    const auto hit = tree.nearest(ray, 1e9, {});
    ASSERT_EQ(hit.has_value(), root > 0);
    if (!hit) continue;
    ++hits;
    EXPECT_NEAR(hit->distance, -b - std::sqrt(root), 0.15);
    EXPECT_EQ(tree.structureOf(hit->triangle), 3);
  }
  EXPECT_GT(hits, 50);
}

TEST(TriangleTree, ObeysLimitAndExclusion) {
  const atlas::Mesh mesh = test::ball("ball", atlas::Layer::nucleus, 3, {0, 0, 0}, 10);
  const TriangleTree tree(mesh.positions, mesh.triangles, mesh.structure);
  const Ray ray{{-50, 0.1, 0.2}, {1, 0, 0}};
  EXPECT_TRUE(tree.nearest(ray, 45, {}));
  EXPECT_FALSE(tree.nearest(ray, 35, {}));
  StructureSet without;
  without.set(3);
  EXPECT_FALSE(tree.nearest(ray, 100, without));
}

TEST(TriangleTree, ACortexIsHitWhereItsThicknessPutsIt) {
  atlas::Mesh mesh = test::ball("ball", atlas::Layer::cortex, 3, {0, 0, 0}, 10, 48);
  for (const float n : mesh.normals) mesh.span.push_back(2 * n);
  const TriangleTree tree(mesh);
  const Ray ray{{-50, 0.1, 0.2}, {1, 0, 0}};
  for (const float factor : {0.2F, 0.7F, 1.0F, 1.3F}) {
    std::vector<Thickness> thickness(4);
    thickness[3] = {factor, 0.5F};
    const auto hit = tree.nearest(ray, 1e9, {}, thickness);
    ASSERT_TRUE(hit);
    EXPECT_NEAR(hit->distance, 40 - 2 * (static_cast<double>(factor) - 1), 0.03) << factor;
  }
}

TEST(TriangleTree, NothingIsHitInAnEmptyMesh) {
  const std::vector<float> positions;
  const std::vector<std::uint32_t> triangles;
  const std::vector<std::uint8_t> structure;
  const TriangleTree tree(positions, triangles, structure);
  EXPECT_FALSE(tree.nearest({{0, 0, 0}, {1, 0, 0}}, 100, {}));
}

}  // namespace
}  // namespace syn::scene
