// Records stand four weeks apart, and between them a stroke was smeared over a month.
#include <algorithm>

#include <gtest/gtest.h>

#include "sim/model.h"
#include "sim/trajectory.h"

namespace {

using namespace syn;  // NOLINT(google-build-using-namespace): a test of one module

const std::shared_ptr<const sim::Model>& model() {
  static const auto loaded = sim::Model::load(SYN_SOURCE_DIR "/data");
  return loaded;
}

sim::Measure measureOf(sim::Quantity quantity) {
  sim::Measure measure;
  measure.quantity = quantity;
  return measure;
}

/// Weeks of a record, and weeks between two.
class SuddenEvent : public ::testing::TestWithParam<int> {};

TEST_P(SuddenEvent, AStrokeComesWithinAWeek) {
  sim::Entry stroke;
  stroke.exposure = "stroke";
  stroke.dose.mean = 0.6;
  stroke.region = "motor";
  stroke.hemisphere = "left";
  stroke.fromWeek = stroke.toWeek = GetParam();
  sim::Scenario scenario;
  scenario.life = {stroke};
  const sim::Trajectory life(model(), scenario);
  const auto at = [&](double week) {
    return life.value(measureOf(sim::Quantity::motorFunction), week / 52);
  };
  const double healthy = at(GetParam() - 20);
  const double struck = at(GetParam() + 1);
  EXPECT_LT(struck, healthy - 0.1);
  EXPECT_NEAR(at(GetParam() - 1), healthy, 1e-6);
  EXPECT_NEAR(at(GetParam()), healthy, 1e-6);
  // From there on it only comes back.
  EXPECT_GE(at(GetParam() + 2), struck);
  EXPECT_GE(at(GetParam() + 6), at(GetParam() + 2));
}

TEST_P(SuddenEvent, ALostNightIsOneNight) {
  sim::Entry night;
  night.exposure = "sleep";
  night.dose.mean = 0;
  night.acute = true;
  night.fromWeek = night.toWeek = GetParam();
  sim::Scenario scenario;
  const sim::Trajectory rested(model(), scenario);
  scenario.life = {night};
  const sim::Trajectory life(model(), scenario);
  const auto lost = [&](double week) {
    const sim::Measure encoding = measureOf(sim::Quantity::memoryEncoding);
    return rested.value(encoding, week / 52) - life.value(encoding, week / 52);
  };
  const double whole = lost(GetParam());
  EXPECT_GT(whole, 0.05);
  EXPECT_NEAR(lost(GetParam() - 1), 0, 1e-6);
  EXPECT_LT(lost(GetParam() + 1), 0.7 * whole);
}

TEST_P(SuddenEvent, AnEditThatBringsAnEventIsTheLifeWithIt) {
  sim::Entry stroke;
  stroke.exposure = "stroke";
  stroke.dose.mean = 0.6;
  stroke.region = "motor";
  stroke.fromWeek = stroke.toWeek = GetParam();
  sim::Scenario scenario;
  sim::Trajectory edited(model(), scenario);
  edited.edit({stroke});
  scenario.life = {stroke};
  const sim::Trajectory whole(model(), scenario);
  for (int week = std::max(0, GetParam() - 10); week < GetParam() + 10; ++week) {
    const sim::Measure motor = measureOf(sim::Quantity::motorFunction);
    EXPECT_EQ(edited.value(motor, week / 52.0), whole.value(motor, week / 52.0)) << week;
  }
}

INSTANTIATE_TEST_SUITE_P(Weeks, SuddenEvent, ::testing::Values(2600, 2601, 2602, 2603, 3224));

}  // namespace
