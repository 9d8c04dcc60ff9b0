#include "scene/frame_builder.h"

#include <gtest/gtest.h>

#include "sim/model.h"
#include "sim/trajectory.h"
#include "small_anatomy.h"

namespace syn::scene {
namespace {

class FrameBuilderTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    model_ = sim::Model::load(std::string(SYN_SOURCE_DIR) + "/data");
    life_ = std::make_unique<sim::Trajectory>(model_, sim::Scenario{});
  }
  static void TearDownTestSuite() {
    life_.reset();
    model_.reset();
  }
  static std::size_t hippocampus() {
    return static_cast<std::size_t>(
        test::structureId(model_->catalogue(), "hippocampus", Hemisphere::left));
  }
  static std::shared_ptr<const sim::Model> model_;
  static std::unique_ptr<sim::Trajectory> life_;
};
std::shared_ptr<const sim::Model> FrameBuilderTest::model_;
std::unique_ptr<sim::Trajectory> FrameBuilderTest::life_;

TEST_F(FrameBuilderTest, ReadsWhatTheTrajectorySays) {
  const FrameBuilder builder(*life_);
  sim::Measure volume;
  volume.quantity = sim::Quantity::volume;
  volume.region = "hippocampus";
  volume.hemisphere = "left";
  sim::Measure births;
  births.quantity = sim::Quantity::newNeuronsPerDay;
  for (const double age : {3.0, 25.0, 80.0}) {
    const FrameState frame = builder.at(age);
    EXPECT_FLOAT_EQ(frame.structures[hippocampus()].volume,
                    static_cast<float>(life_->value(volume, age)));
    EXPECT_FLOAT_EQ(frame.newNeuronsPerDay, static_cast<float>(life_->value(births, age)));
    EXPECT_EQ(frame.ageYears, age);
  }
}

TEST_F(FrameBuilderTest, ChangesAreNoughtAtTheOwnAdult) {
  const FrameBuilder builder(*life_);
  for (const StructureState& state : builder.at(25).structures) {
    EXPECT_NEAR(state.densityChange, 0, 1e-6);
    EXPECT_NEAR(state.volumeChange, 0, 1e-6);
  }
  EXPECT_LT(builder.at(85).structures[hippocampus()].volumeChange, -0.02F);
}

TEST_F(FrameBuilderTest, AgainstItselfNothingEverChanges) {
  const FrameBuilder builder(*life_);
  FrameState frame;
  builder.buildAgainst(builder, Baseline::norm, 85, frame);
  EXPECT_EQ(frame.baseline, Baseline::norm);
  for (const StructureState& state : frame.structures) {
    EXPECT_NEAR(state.volumeChange, 0, 1e-6);
  }
}

TEST_F(FrameBuilderTest, AStrokeLeavesItsShareOfOneSideForGood) {
  sim::Scenario struck;
  sim::Entry stroke;
  stroke.exposure = "stroke";
  stroke.region = "motor";
  stroke.hemisphere = "left";
  stroke.dose.mean = 0.6;
  stroke.fromWeek = stroke.toWeek = 60 * 52;
  struck.life.push_back(stroke);
  const sim::Trajectory life(model_, struck);
  const FrameBuilder builder(life);
  const auto lesion = [&](double age, Hemisphere side) {
    const auto id = static_cast<std::size_t>(test::structureId(model_->catalogue(), "motor", side));
    return builder.at(age).structures[id].lesion;
  };
  EXPECT_EQ(lesion(59.9, Hemisphere::left), 0);
  EXPECT_FLOAT_EQ(lesion(60.1, Hemisphere::left), 0.6F);
  EXPECT_FLOAT_EQ(lesion(90, Hemisphere::left), 0.6F);
  EXPECT_EQ(lesion(90, Hemisphere::right), 0);
  EXPECT_LT(builder.at(61).gauge(Gauge::movement), 1);
}

TEST_F(FrameBuilderTest, GaugesReadTheModelAndKnowWhatIsUsual) {
  sim::Scenario practised;
  sim::Entry use;
  use.exposure = "use";
  use.target = "habit";
  use.path = "new";
  use.dose.mean = 7;
  use.fromWeek = 30 * 52;
  use.toWeek = 31 * 52;
  practised.life.push_back(use);
  const sim::Trajectory life(model_, practised);
  const FrameBuilder builder(life), norm(*life_);
  FrameState frame;
  builder.buildAgainst(norm, Baseline::norm, 31, frame);
  sim::Measure strength;
  strength.quantity = sim::Quantity::habitStrength;
  strength.path = "new";
  const auto at = static_cast<std::size_t>(Gauge::newPath);
  EXPECT_FLOAT_EQ(frame.gauges[at], static_cast<float>(life.value(strength, 31)));
  EXPECT_GT(frame.gauges[at], 0.9F);
  EXPECT_EQ(frame.usualGauges[at], 0);
  // Without a baseline of others, the own adult is the usual.
  EXPECT_EQ(builder.at(31).usualGauges[at], 0);
  EXPECT_GT(frame.gauge(Gauge::births), 0);
}

TEST_F(FrameBuilderTest, MoreNeuronsSurviveWhereMoreIsLearnt) {
  // Learning lets more of the newborn neurons live; the picture must show it.
  sim::Entry study;
  study.exposure = "learning";
  study.skill = "study";
  study.dose.mean = 10;
  study.novelty = 0.8;
  study.challenge = 0.7;
  study.fromWeek = 30 * 52;
  study.toWeek = 32 * 52;
  sim::Scenario scenario;
  scenario.life.push_back(study);
  const sim::Trajectory studied(model_, scenario);
  const float usual = FrameBuilder(*life_).at(31.9).survivingShare;
  const float learning = FrameBuilder(studied).at(31.9).survivingShare;
  EXPECT_GT(usual, 0);
  EXPECT_GT(learning, usual * 1.01F);
  EXPECT_LE(learning, 1);
}

TEST_F(FrameBuilderTest, AgesOutsideALifeAreClamped) {
  const FrameBuilder builder(*life_);
  EXPECT_EQ(builder.at(-5), builder.at(0));
  EXPECT_EQ(builder.at(300), builder.at(100));
}

}  // namespace
}  // namespace syn::scene
