#include "atlas/builder/surface.h"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "atlas/builder/shading.h"
#include "atlas/glb.h"
#include "base/error.h"

namespace syn::atlas {
namespace {

constexpr double kRadius = 10.0;
constexpr double kBallMm3 = 4.0 / 3.0 * std::numbers::pi * kRadius * kRadius * kRadius;

Field ballField() {
  Grid grid;
  grid.size = {56, 56, 56};
  grid.spacing = 0.5;
  grid.origin = {-14, -14, -14};
  Field field(grid);
  forEachVoxel(grid, [&](int x, int y, int z, std::size_t i) {
    field.data[i] =
        static_cast<float>(kRadius - std::hypot(grid.at(0, x), grid.at(1, y), grid.at(2, z)));
  });
  return field;
}

TEST(Surface, OfABallIsClosedFacesOutwardAndHasItsVolume) {
  const Mesh mesh = surfaceOf(ballField(), {10, 0.1, 1.0});
  EXPECT_EQ(openEdges(mesh), 0U);
  EXPECT_NEAR(enclosedVolume(mesh), kBallMm3, 0.01 * kBallMm3);
}

TEST(Surface, IsClosedWhereTheVolumeEnds) {
  Field field = ballField();
  field = cropped(field, {{0, 0, 28}, {55, 55, 55}});
  EXPECT_EQ(openEdges(surfaceOf(field, {0, 0.1, 1.0})), 0U);
}

TEST(Surface, SmallPartsAreDropped) {
  Field field = ballField();
  field(2, 2, 2) = 1.0F;
  EXPECT_NEAR(enclosedVolume(surfaceOf(field, {10, 0.1, 0.05})), kBallMm3, 0.01 * kBallMm3);
}

TEST(Surface, OfNothingIsRefused) {
  Field field = ballField();
  for (float& f : field.data) f = -1;
  EXPECT_THROW(static_cast<void>(surfaceOf(field, {})), Error);
}

TEST(Surface, SimplificationKeepsItClosedAndItsVolume) {
  const Mesh full = surfaceOf(ballField(), {10, 0.1, 1.0});
  Mesh mesh = simplified(full, 2000);
  EXPECT_LE(mesh.triangleCount(), 2000U);
  EXPECT_GT(mesh.triangleCount(), 1800U);
  EXPECT_EQ(openEdges(mesh), 0U);
  EXPECT_NEAR(enclosedVolume(mesh), kBallMm3, 0.02 * kBallMm3);
  const double before = enclosedVolume(mesh);
  orderForDrawing(mesh);
  EXPECT_NEAR(enclosedVolume(mesh), before, 1e-3 * before);
}

TEST(Surface, MatchesAWantedVolume) {
  Mesh mesh = simplified(surfaceOf(ballField(), {10, 0.1, 1.0}), 2000);
  matchVolume(mesh, 1.1 * kBallMm3);
  EXPECT_NEAR(enclosedVolume(mesh), 1.1 * kBallMm3, 1e-3 * kBallMm3);
}

TEST(Shading, MeanCurvatureOfABallIsAboutOneOverItsRadius) {
  const Mesh mesh = simplified(surfaceOf(ballField(), {15, 0.05, 1.0}), 3000);
  double mean = 0;
  for (const float h : meanCurvature(mesh, 12)) mean += static_cast<double>(h);
  mean /= static_cast<double>(mesh.vertexCount());
  EXPECT_NEAR(mean, 1.0 / kRadius, 0.5 / kRadius);  // uneven triangles bend more
}

TEST(Shading, DentsAreDarkerThanRidges) {
  Field field = ballField();
  forEachVoxel(field.grid, [&](int x, int y, int z, std::size_t i) {
    const double dent =
        std::hypot(field.grid.at(0, x), field.grid.at(1, y), field.grid.at(2, z) - 11.0);
    field.data[i] = std::min(field.data[i], static_cast<float>(dent - 4.0));
  });
  Mesh mesh = surfaceOf(field, {10, 0.1, 1.0});
  bakeShade(mesh, {}, nullptr);
  double dark = 0;
  double bright = 0;
  int inDent = 0;
  int below = 0;
  for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
    const float* p = &mesh.positions[v * 3];
    if (p[2] > 5 && std::hypot(p[0], p[1]) < 2) {
      dark += static_cast<double>(mesh.shade[v]);
      ++inDent;
    } else if (p[2] < -5) {
      bright += static_cast<double>(mesh.shade[v]);
      ++below;
    }
  }
  ASSERT_GT(inDent, 0);
  ASSERT_GT(below, 0);
  EXPECT_LT(dark / inDent, bright / below - 0.2);
}

}  // namespace
}  // namespace syn::atlas
