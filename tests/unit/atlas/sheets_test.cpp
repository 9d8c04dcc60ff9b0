#include "atlas/builder/sheets.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "atlas/builder/bundles.h"
#include "atlas/builder/reduction.h"
#include "atlas/builder/ribbon.h"
#include "atlas/builder/surface.h"
#include "atlas/builder/topology.h"
#include "atlas/builder/untangle.h"
#include "atlas/glb.h"

namespace syn::atlas {
namespace {

Grid cube(int size) {
  Grid grid;
  grid.size = {size, size, size};
  grid.spacing = 0.5;
  grid.origin = {-0.25 * (size - 1), -0.25 * (size - 1), -0.25 * (size - 1)};
  return grid;
}

/// Positive inside a torus around the z axis; `thin` narrows it where x > 0.
Field torus(double radius, double tube, double thin) {
  Field field(cube(64));
  forEachVoxel(field.grid, [&](int ix, int iy, int iz, std::size_t i) {
    const double x = field.grid.at(0, ix);
    const double away =
        std::hypot(std::hypot(x, field.grid.at(1, iy)) - radius, field.grid.at(2, iz));
    field.data[i] = static_cast<float>((x > 0 ? thin : tube) - away);
  });
  return field;
}

TEST(Topology, AHandleIsCutWhereItIsThinnest) {
  Field field = torus(9, 3.5, 1.5);
  ASSERT_EQ(eulerCharacteristic(surfaceOf(field, {0, 0.1, 1.0})), 0);
  const Field before = field;
  const TopologyRepair repair = makeSphere(field);
  EXPECT_EQ(eulerCharacteristic(surfaceOf(field, {0, 0.1, 1.0})), 2);
  EXPECT_EQ(repair.filled, 0U);
  EXPECT_GT(repair.cut, 0U);
  EXPECT_LT(repair.cut, 60U);
  for (std::size_t i = 0; i < field.data.size(); ++i) {
    const int x = static_cast<int>(i) % field.grid.size[0];
    if (before.data[i] > 0 && field.data[i] <= 0) {
      EXPECT_GT(field.grid.at(0, x), 0);
    }
  }
}

TEST(Topology, ASmallTunnelIsFilled) {
  Field field = torus(3.6, 3.2, 3.2);
  ASSERT_EQ(eulerCharacteristic(surfaceOf(field, {0, 0.1, 1.0})), 0);
  const TopologyRepair repair = makeSphere(field);
  EXPECT_EQ(eulerCharacteristic(surfaceOf(field, {0, 0.1, 1.0})), 2);
  EXPECT_GT(repair.filled, 0U);
  EXPECT_EQ(repair.cut, 0U);
}

TEST(Topology, ASphereStaysAsItIs) {
  Field field(cube(40));
  forEachVoxel(field.grid, [&](int x, int y, int z, std::size_t i) {
    field.data[i] = static_cast<float>(
        7 - std::hypot(field.grid.at(0, x), field.grid.at(1, y), field.grid.at(2, z)));
  });
  const Field before = field;
  const TopologyRepair repair = makeSphere(field);
  EXPECT_EQ(repair.cut + repair.filled, 0U);
  EXPECT_EQ(field.data, before.data);
}

/// A ball of radius 12 whose inner sheet has radius 10.
Mesh ballSheets() {
  Field field(cube(60));
  forEachVoxel(field.grid, [&](int x, int y, int z, std::size_t i) {
    field.data[i] = static_cast<float>(
        12 - std::hypot(field.grid.at(0, x), field.grid.at(1, y), field.grid.at(2, z)));
  });
  Mesh mesh = surfaceOf(field, {10, 0.1, 1.0});
  mesh.span = mesh.positions;
  for (float& s : mesh.span) s /= 6.0F;
  return mesh;
}

constexpr double kBall = 4.0 / 3.0 * std::numbers::pi;

TEST(Reduction, KeepsBothSheetsAndTheTopology) {
  const Mesh mesh = reducedSheets(ballSheets(), 3000);
  EXPECT_LE(mesh.triangleCount(), 3000U);
  EXPECT_GT(mesh.triangleCount(), 2900U);
  EXPECT_EQ(openEdges(mesh), 0U);
  EXPECT_EQ(eulerCharacteristic(mesh), 2);
  EXPECT_NEAR(enclosedVolume(mesh), kBall * 1728, 0.01 * kBall * 1728);
  EXPECT_NEAR(enclosedVolume(atFactor(mesh, 0)), kBall * 1000, 0.01 * kBall * 1000);
}

TEST(Ribbon, IsClosedAndHoldsItsShare) {
  const Mesh sheets = reducedSheets(ballSheets(), 3000);
  std::vector<float> white(sheets.positions);
  for (float& w : white) w *= 9.0F / 12.0F;
  std::vector<float> inside(sheets.vertexCount());
  for (std::size_t v = 0; v < inside.size(); ++v) inside[v] = sheets.positions[v * 3 + 2] - 2.0F;
  const Mesh ribbon = ribbonOf(sheets, white, inside);
  EXPECT_EQ(openEdges(ribbon), 0U);
  EXPECT_EQ(eulerCharacteristic(ribbon), 2);
  // The part of a ball's shell above a cone through z = 2 on the outer sheet.
  const double share = (1 - 2.0 / 12) / 2;
  EXPECT_NEAR(enclosedVolume(ribbon), share * kBall * (1728 - 729), 0.03 * kBall * 500);
  EXPECT_NEAR(enclosedVolume(atFactor(ribbon, 0)), share * kBall * (1000 - 729),
              0.03 * kBall * 500);
}

TEST(Ribbon, StrandsEndInItAndNotOnItsWalls) {
  const Mesh sheets = reducedSheets(ballSheets(), 3000);
  std::vector<float> white(sheets.positions);
  for (float& w : white) w *= 9.0F / 12.0F;
  std::vector<float> inside(sheets.vertexCount());
  for (std::size_t v = 0; v < inside.size(); ++v) inside[v] = sheets.positions[v * 3 + 2];
  const Mesh ribbon = ribbonOf(sheets, white, inside);
  std::size_t outer = 0;
  for (std::size_t t = 0; t < ribbon.triangles.size(); t += 3) {
    outer += std::all_of(&ribbon.triangles[t], &ribbon.triangles[t] + 3, [&](std::uint32_t v) {
      const float* p = &ribbon.positions[std::size_t{v} * 3];
      return std::hypot(p[0], p[1], p[2]) > 11.9F;
    });
  }
  const std::vector<StrandEnd> ends = endsInRibbon(ribbon);
  EXPECT_EQ(ends.size(), outer);
  for (const StrandEnd& end : ends) {
    EXPECT_NEAR(std::hypot(end.tip[0], end.tip[1], end.tip[2]), 10.6, 0.1);
    EXPECT_NEAR(std::hypot(end.foot[0], end.foot[1], end.foot[2]), 8.5, 0.1);
    EXPECT_GT(end.tip[2], -0.1);
  }
}

/// Two lobes side by side whose outer sheets overlap: the inner ones have 1 mm between them.
Mesh lobes() {
  Field field(cube(80));
  const auto lobe = [&](double x, double y, double z, double middle) {
    return 8 - std::hypot(x - middle, y, z);
  };
  forEachVoxel(field.grid, [&](int ix, int iy, int iz, std::size_t i) {
    const double x = field.grid.at(0, ix);
    const double y = field.grid.at(1, iy);
    const double z = field.grid.at(2, iz);
    // A bridge at the bottom makes them one surface.
    const double bridge = 3 - std::hypot(y, z + 7);
    field.data[i] = static_cast<float>(
        std::max({lobe(x, y, z, 8.5), lobe(x, y, z, -8.5), std::abs(x) < 8 ? bridge : -10.0}));
  });
  Mesh mesh = surfaceOf(field, {10, 0.1, 1.0});
  computeNormals(mesh);
  mesh.span.resize(mesh.positions.size());
  for (std::size_t k = 0; k < mesh.span.size(); ++k) {
    mesh.span[k] = 1.5F * mesh.normals[k];
    mesh.positions[k] += mesh.span[k];
  }
  return mesh;
}

TEST(Untangle, BanksNoLongerCross) {
  Mesh mesh = lobes();
  const Mesh before = mesh;
  ASSERT_TRUE(crossingTriangles(atFactor(mesh, 0)).empty());
  ASSERT_GT(crossingTriangles(mesh).size(), 50U);
  untangle(mesh);
  for (const double factor : {0.4, 0.7, 1.0}) {
    EXPECT_TRUE(crossingTriangles(atFactor(mesh, factor)).empty()) << factor;
  }
  const Mesh inner = atFactor(mesh, 0);
  const Mesh innerBefore = atFactor(before, 0);
  for (std::size_t k = 0; k < mesh.span.size(); ++k) {
    EXPECT_NEAR(inner.positions[k], innerBefore.positions[k], 1e-4F);
    // Away from the meeting banks and the bridge nothing changes.
    if (std::abs(inner.positions[k - k % 3]) > 11) {
      EXPECT_EQ(mesh.span[k], before.span[k]);
    }
  }
}

TEST(Untangle, ShippedSheetsDoNotCrossThemselves) {
  const std::string root = SYN_SOURCE_DIR;
  LoadOptions options;
  options.layers = {Layer::cortex, Layer::glass};
  options.bundles = false;
  const Anatomy anatomy = loadAnatomy(root + "/meshes", Catalogue::load(root + "/data"), options);
  ASSERT_EQ(anatomy.meshes.size(), 6U);
  for (const Mesh& mesh : anatomy.meshes) {
    EXPECT_TRUE(crossingTriangles(mesh).empty()) << mesh.name;
    // In the file a span has four bytes, so that other factors are a little off.
    for (const double factor : {0.4, 0.7}) {
      EXPECT_LE(crossingTriangles(atFactor(mesh, factor)).size(), 2U) << mesh.name << ' ' << factor;
    }
  }
}

TEST(Span, SurvivesFourBytes) {
  for (const std::array<float, 3> span :
       {std::array<float, 3>{0, 0, 2}, {1, -1, 0.5F}, {-0.2F, 0.1F, 0.05F}, {0, 0, 0}}) {
    const std::array<float, 3> back = unpackSpan(packSpan(span.data()));
    for (std::size_t k = 0; k < 3; ++k) EXPECT_NEAR(back[k], span[k], 0.02F);
  }
}

}  // namespace
}  // namespace syn::atlas
