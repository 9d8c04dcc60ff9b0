#include "atlas/glb.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "shapes.h"

namespace syn::atlas {
namespace {

TEST(Glb, WhatIsWrittenIsReadBack) {
  Mesh mesh = tetrahedron("amygdala_left", -20, 7);
  mesh.structure[3] = 9;
  mesh.border[2] = 0.5F;
  Bundle bundle;
  for (int i = 0; i < 2 * Bundle::kPoints * 3; ++i)
    bundle.points.push_back(0.25F * static_cast<float>(i));

  const std::string bytes = encodeGlb({toPart(mesh), toPart(bundle, "strands")});
  EXPECT_EQ(bytes, encodeGlb({toPart(mesh), toPart(bundle, "strands")}));
  const std::vector<GlbPart> parts = decodeGlb(bytes, "x.glb");
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].name, "amygdala_left");
  EXPECT_EQ(parts[0].positions, mesh.positions);
  EXPECT_EQ(parts[0].indices, mesh.triangles);
  ASSERT_EQ(parts[0].shade.size(), 4U);
  EXPECT_NEAR(static_cast<float>(parts[0].shade[2][0]) / 255 * kShadeScale, 0.9F, 0.003F);
  ASSERT_EQ(parts[0].labels.size(), 4U);
  EXPECT_EQ(parts[0].labels[0][0], 7);
  EXPECT_EQ(parts[0].labels[3][0], 9);
  EXPECT_EQ(parts[0].labels[2][1], 128);
  EXPECT_TRUE(parts[1].lines);
  EXPECT_EQ(parts[1].positions, bundle.points);
  EXPECT_EQ(parts[1].indices.size(), 2U * 2U * (Bundle::kPoints - 1));
}

TEST(Glb, EveryStructureNumberSurvives) {
  Mesh mesh = tetrahedron("x", 0, 0);
  for (int s = 0; s < Catalogue::kMaxStructures; ++s) {
    mesh.structure = {static_cast<std::uint8_t>(s), 0, 63, 1};
    const auto parts = decodeGlb(encodeGlb({toPart(mesh)}), "x.glb");
    ASSERT_EQ(parts[0].labels.size(), 4U);
    EXPECT_EQ(parts[0].labels[0][0], s);
  }
}

TEST(Glb, VolumeNormalsAndOpenEdgesOfATetrahedron) {
  Mesh mesh = tetrahedron("x", 5, 0);
  EXPECT_NEAR(enclosedVolume(mesh), 1000.0 / 6.0, 1e-3);
  EXPECT_EQ(openEdges(mesh), 0U);
  computeNormals(mesh);
  for (std::size_t v = 0; v < 4; ++v) {
    double outward = 0;
    for (std::size_t a = 0; a < 3; ++a) {
      const double centre = a == 0 ? 7.5 : 2.5;
      outward += static_cast<double>(mesh.normals[v * 3 + a]) *
                 (static_cast<double>(mesh.positions[v * 3 + a]) - centre);
    }
    EXPECT_GT(outward, 0) << v;
  }
  mesh.triangles.resize(9);
  EXPECT_EQ(openEdges(mesh), 3U);
}

}  // namespace
}  // namespace syn::atlas
