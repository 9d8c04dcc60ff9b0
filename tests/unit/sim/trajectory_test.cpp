#include "sim/trajectory.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "model_fixture.h"

namespace syn::sim {
namespace {

Measure measure(Quantity quantity, const char* region = "", const char* hemisphere = "both") {
  Measure m;
  m.quantity = quantity;
  m.region = region;
  m.hemisphere = hemisphere;
  return m;
}

std::vector<Measure> manyMeasures() {
  std::vector<Measure> measures;
  for (const char* region : {"hippocampus", "motor", "amygdala", "cortex", "brain", "ventricles"}) {
    for (const Quantity q :
         {Quantity::volume, Quantity::density, Quantity::synapticDensity, Quantity::reactivity}) {
      measures.push_back(measure(q, region));
    }
  }
  measures.push_back(measure(Quantity::volume, "motor", "left"));
  for (const Quantity q : {Quantity::bdnf, Quantity::stress, Quantity::newNeuronsPerDay,
                           Quantity::amyloid, Quantity::amyloidClearance, Quantity::sleepQuality,
                           Quantity::reserve, Quantity::cognition, Quantity::motorFunction}) {
    measures.push_back(measure(q));
  }
  Measure symptoms = measure(Quantity::symptomSeverity);
  symptoms.condition = "depression";
  measures.push_back(symptoms);
  Measure connection = measure(Quantity::connection);
  connection.from = "parahippocampal";
  connection.to = "hippocampus";
  measures.push_back(connection);
  return measures;
}

Scenario scenarioOf(Schedule life) {
  Scenario scenario;
  scenario.life = std::move(life);
  return scenario;
}

class Edit : public ::testing::TestWithParam<int> {};

TEST_P(Edit, EqualsALifeLivedAnew) {
  const Schedule before = eventfulLife();
  Schedule after = before;
  switch (GetParam()) {
    case 0:
      after[2].dose.mean = 60;
      break;
    case 1:
      after[6].toWeek = 2050;
      break;
    case 2:
      after.pop_back();
      break;
    case 3:
      after.push_back(span("mindfulness", 200, 900, 1500));
      break;
    case 4:
      after.erase(after.begin());
      break;
    case 5:
      after[8].fromWeek = 2450;
      break;
    case 6:
      after.clear();
      break;
    default:
      break;
  }
  Trajectory edited(shippedModel(), scenarioOf(before));
  edited.edit(after);
  const Trajectory anew(shippedModel(), scenarioOf(after));
  for (const Measure& m : manyMeasures()) {
    for (double age = 0; age <= 100; age += 3.7) {
      ASSERT_EQ(edited.value(m, age), anew.value(m, age)) << m.region << " at " << age;
    }
  }
  edited.edit(before);
  const Trajectory first(shippedModel(), scenarioOf(before));
  for (const Measure& m : manyMeasures()) {
    for (double age = 1; age <= 100; age += 9.3) {
      ASSERT_EQ(edited.value(m, age), first.value(m, age)) << m.region << " at " << age;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Edits, Edit, ::testing::Range(0, 8));

TEST(Trajectory, ResolvedMeasuresReadTheSameAsNamedOnes) {
  Trajectory life(shippedModel(), scenarioOf(eventfulLife()));
  for (const Measure& m : manyMeasures()) {
    const int resolved = life.resolve(m);
    for (const double age : {0.0, 0.04, 25.0, 65.5, 100.0}) {
      EXPECT_EQ(life.value(resolved, age), life.value(m, age));
    }
  }
}

TEST(Trajectory, AgesOutsideALifeAreClamped) {
  const Trajectory life(shippedModel(), scenarioOf({}));
  const Measure m = measure(Quantity::volume, "hippocampus");
  EXPECT_EQ(life.value(m, -3), life.value(m, 0));
  EXPECT_EQ(life.value(m, 130), life.value(m, 100));
}

TEST(Trajectory, AStrokeHitsTheNamedSideOnly) {
  const Trajectory life(shippedModel(), scenarioOf(eventfulLife()));
  const double age = 3410.0 / 52;
  EXPECT_LT(life.value(measure(Quantity::volume, "motor", "left"), age),
            0.7 * life.value(measure(Quantity::volume, "motor", "right"), age));
}

TEST(Trajectory, AFixedBrainIgnoresWhatAnAdultLives) {
  Scenario living =
      scenarioOf({practice("motor", 8, 1300, 1400), span("aerobic_exercise", 200, 1300, 1400),
                  span("chronic_stress", 0.9, 1300, 1400)});
  Scenario fixed = living;
  fixed.person.options.fixedBrain = true;
  Scenario empty = scenarioOf({});
  empty.person.options.fixedBrain = true;
  const Trajectory a(shippedModel(), living);
  const Trajectory b(shippedModel(), fixed);
  const Trajectory c(shippedModel(), empty);
  for (const char* region : {"motor", "hippocampus", "prefrontal"}) {
    for (const Quantity q : {Quantity::volume, Quantity::density, Quantity::synapticDensity}) {
      const Measure m = measure(q, region);
      EXPECT_NE(a.value(m, 27), c.value(m, 27)) << region;
      for (const double age : {25.5, 27.0, 40.0}) EXPECT_EQ(b.value(m, age), c.value(m, age));
    }
  }
}

TEST(Trajectory, RefusesWhatTheModelLacks) {
  Trajectory life(shippedModel(), scenarioOf({}));
  EXPECT_THROW(static_cast<void>(life.value(measure(Quantity::volume, "nowhere"), 30)), Error);
  EXPECT_THROW(static_cast<void>(life.resolve(measure(Quantity::symptomSeverity))), Error);
  EXPECT_THROW(life.edit({span("nothing", 1, 0, 3)}), ContentError);
  Scenario late;
  late.person.ageYears.mean = 40;
  EXPECT_THROW(Trajectory(shippedModel(), late), ContentError);
}

}  // namespace
}  // namespace syn::sim
