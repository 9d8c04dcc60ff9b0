#include "scene/body.h"

#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include "small_anatomy.h"

namespace syn::scene {
namespace {

class BodyTest : public testing::Test {
 protected:
  [[nodiscard]] std::vector<Thickness> thicknesses() const {
    std::vector<Placement> placements(anatomy->catalogue.structures.size());
    std::vector<Thickness> thickness(placements.size());
    body.place(frame, look, placements);
    body.thickness(frame, look, placements, thickness);
    return thickness;
  }

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
  const StructureState& state = frame.structures[static_cast<std::size_t>(hippocampus)];
  EXPECT_TRUE(drawnSize(state, false, look.exaggeration).cut);
  EXPECT_NEAR(body.solid(hippocampus, frame, look).displacement,
              body.displacementFor(hippocampus, 0.5), 1e-6);
  look.exaggeration = 2;
  EXPECT_FALSE(drawnSize(state, false, look.exaggeration).cut);
}

TEST_F(BodyTest, ExplodePullsTheSidesApart) {
  const int other = test::structureId(anatomy->catalogue, "hippocampus", Hemisphere::right);
  look.explode = 1;
  EXPECT_LT(body.solid(hippocampus, frame, look).offset[0], -5);
  EXPECT_GT(body.solid(other, frame, look).offset[0], 5);
  look.explode = 0;
  EXPECT_EQ(body.solid(hippocampus, frame, look).offset[0], 0);
}

TEST_F(BodyTest, APieceOfCortexFollowsVolumeTimesDensity) {
  const int dlpfc = test::structureId(anatomy->catalogue, "dlpfc", Hemisphere::left);
  StructureState& state = frame.structures[static_cast<std::size_t>(dlpfc)];
  look.exaggeration = 1;
  EXPECT_EQ(body.solid(dlpfc, frame, look).thickness, 1);
  state.densityChange = -0.1F;
  state.volumeChange = -0.05F;
  const Placement placement = body.solid(dlpfc, frame, look);
  EXPECT_EQ(placement.displacement, 0);
  // A ball of 8 mm of which the outer 2 mm stretch.
  const double radius = 8 + 2 * (placement.thickness - 1);
  EXPECT_NEAR(std::pow(radius / 8, 3), 0.9 * 0.95, 0.002);
}

TEST_F(BodyTest, TheFoldedCortexLosesWhatItsPiecesLose) {
  const int dlpfc = test::structureId(anatomy->catalogue, "dlpfc", Hemisphere::left);
  const auto id = static_cast<std::size_t>(dlpfc);
  const double piece = body.volume(dlpfc);
  look.exaggeration = 1;
  for (const float change : {-0.3F, -0.1F, 0.0F, 0.1F}) {
    frame.structures[id].densityChange = change;
    const std::vector<Thickness> thickness = thicknesses();
    // A ball of 30 mm of which the outer 2 mm stretch; nowhere near a border.
    const double radius = 30 + 2 * (static_cast<double>(thickness[id].own) - 1);
    const double grown = 4.0 / 3 * std::numbers::pi * (std::pow(radius, 3) - std::pow(30, 3));
    EXPECT_NEAR(grown, static_cast<double>(change) * piece, 0.01 * piece) << change;
  }
}

TEST_F(BodyTest, BordersShareTheMeanOfTheirHemisphere) {
  const int dlpfc = test::structureId(anatomy->catalogue, "dlpfc", Hemisphere::left);
  const int other = test::structureId(anatomy->catalogue, "dlpfc", Hemisphere::right);
  const int white = test::structureId(anatomy->catalogue, "white_matter", Hemisphere::left);
  frame.structures[static_cast<std::size_t>(dlpfc)].densityChange = -0.2F;
  const std::vector<Thickness> thickness = thicknesses();
  const auto at = [&](int structure) { return thickness[static_cast<std::size_t>(structure)]; };
  EXPECT_FLOAT_EQ(at(dlpfc).shared, static_cast<float>(body.solid(dlpfc, frame, look).thickness));
  EXPECT_FLOAT_EQ(at(white).own, at(dlpfc).shared);
  EXPECT_FLOAT_EQ(at(white).shared, at(dlpfc).shared);
  EXPECT_FLOAT_EQ(at(other).shared, 1);
}

}  // namespace
}  // namespace syn::scene
