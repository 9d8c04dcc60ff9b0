#include "scene/body.h"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "small_anatomy.h"

namespace syn::scene {
namespace {

class BodyTest : public testing::Test {
 protected:
  std::shared_ptr<const atlas::Anatomy> anatomy = test::smallAnatomy();
  Body body{*anatomy};
  int hippocampus = test::structureId(anatomy->catalogue, "hippocampus", Hemisphere::left);
  FrameState frame = restingFrame(anatomy->catalogue);
  Look look;
};

TEST_F(BodyTest, MeasuresABall) {
  const double exact = 4.0 / 3 * std::numbers::pi * 6 * 6 * 6;
  EXPECT_NEAR(body.volume(hippocampus), exact, exact * 0.01);
  EXPECT_NEAR(body.radius(hippocampus), 6, 0.05);
  EXPECT_NEAR(body.centre(hippocampus)[1], -24, 0.05);
}

TEST_F(BodyTest, DisplacementGivesTheVolumeAsked) {
  for (const double ratio : {0.5, 0.8, 0.98, 1.0, 1.02, 1.25, 1.5}) {
    const double d = body.displacementFor(hippocampus, ratio);
    EXPECT_NEAR(std::pow((6 + d) / 6, 3), ratio, 0.003) << ratio;
  }
}

TEST_F(BodyTest, ExaggerationMultipliesTheChange) {
  frame.structures[static_cast<std::size_t>(hippocampus)].volumeChange = 0.02F;
  look.exaggeration = 1;
  EXPECT_NEAR(body.solid(hippocampus, frame, look).displacement,
              body.displacementFor(hippocampus, 1.02), 1e-6);
  look.exaggeration = 10;
  EXPECT_NEAR(body.solid(hippocampus, frame, look).displacement,
              body.displacementFor(hippocampus, 1.2), 1e-6);
}

TEST_F(BodyTest, ChangesTooLargeToDrawAreCutAndSaySo) {
  frame.structures[static_cast<std::size_t>(hippocampus)].volumeChange = -0.2F;
  look.exaggeration = 8;
  const Placement placement = body.solid(hippocampus, frame, look);
  EXPECT_TRUE(placement.cut);
  EXPECT_NEAR(placement.displacement, body.displacementFor(hippocampus, 0.5), 1e-6);
  look.exaggeration = 2;
  EXPECT_FALSE(body.solid(hippocampus, frame, look).cut);
}

TEST_F(BodyTest, ExplodePullsTheSidesApart) {
  const int other = test::structureId(anatomy->catalogue, "hippocampus", Hemisphere::right);
  look.explode = 1;
  EXPECT_LT(body.solid(hippocampus, frame, look).offset[0], -5);
  EXPECT_GT(body.solid(other, frame, look).offset[0], 5);
  look.explode = 0;
  EXPECT_EQ(body.solid(hippocampus, frame, look).offset[0], 0);
}

TEST_F(BodyTest, CortexThickensWithDensityAndVolume) {
  const int dlpfc = test::structureId(anatomy->catalogue, "dlpfc", Hemisphere::left);
  EXPECT_EQ(body.cortexDisplacement(dlpfc, frame, look), 0);
  frame.structures[static_cast<std::size_t>(dlpfc)].densityChange = 0.02F;
  const double byDensity = body.cortexDisplacement(dlpfc, frame, look);
  EXPECT_GT(byDensity, 0);
  frame.structures[static_cast<std::size_t>(dlpfc)].volumeChange = -0.05F;
  EXPECT_LT(body.cortexDisplacement(dlpfc, frame, look), 0);
}

}  // namespace
}  // namespace syn::scene
