// Properties that must hold for any life. Every run draws the same lives, so that a failure is one
// of the change and not of the day. To see other lives:
//
//   RC_PARAMS="seed=7 max_success=1000" ctest --test-dir build/release -R AnyLife
//   RC_PARAMS="" ctest --test-dir build/release -R AnyLife      # a new seed each time
//
// A failure prints the RC_PARAMS that repeat it.
#include <cmath>
#include <cstdlib>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "model_fixture.h"
#include "sim/model_impl.h"
#include "sim/population.h"
#include "sim/trajectory.h"

namespace syn::sim {
namespace {

/// RapidCheck reads the variable when it first checks something; what the caller set stays.
[[maybe_unused]] const int kSeeded = ::setenv("RC_PARAMS", "seed=20261123", 0);

const std::vector<std::string>& conditions() {
  static const std::vector<std::string> words = {"depression", "anxiety",   "ptsd",
                                                 "ocd",        "addiction", "alzheimer_pathology"};
  return words;
}

/// Any schedule of `weeks` weeks that the model accepts for this person: each exposure at most
/// once, and what would contradict the entries before it, or the person's age, is left out.
rc::Gen<Schedule> anySchedule(const PersonSpec& person, int weeks) {
  return rc::gen::exec([person, weeks] {
    Schedule schedule;
    const auto& exposures = shippedModel()->exposures();
    std::set<std::string> taken;
    const int count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i) {
      const ExposureInfo& info = exposures[static_cast<std::size_t>(
          *rc::gen::inRange(0, static_cast<int>(exposures.size())))];
      if (!taken.insert(info.id).second) continue;
      const int from = *rc::gen::inRange(0, weeks - 2);
      const int to = *rc::gen::inRange(from + 1, weeks);
      const double share = *rc::gen::inRange(0, 101) / 100.0;
      Entry entry = span(info.id.c_str(), info.low + share * (info.high - info.low), from, to);
      if (info.id == "learning") {
        entry.skill = *rc::gen::element<std::string>("motor", "language", "instrument",
                                                     "navigation", "study", "habit");
        entry.novelty = *rc::gen::inRange(0, 101) / 100.0;
        entry.challenge = *rc::gen::inRange(0, 101) / 100.0;
      }
      if (info.id == "cbt") entry.target = *rc::gen::elementOf(conditions());
      if (info.id == "use") {
        if (*rc::gen::arbitrary<bool>()) {
          entry.from = "parahippocampal";
          entry.to = "hippocampus";
        } else {
          entry.target = "habit";
          entry.path = *rc::gen::element<std::string>("old", "new");
        }
      }
      if (info.id == "stroke") {
        entry.toWeek = entry.fromWeek;
        entry.region = *rc::gen::element<std::string>("motor", "hippocampus", "thalamus", "dlpfc");
        entry.hemisphere = *rc::gen::element<std::string>("left", "right", "both");
      }
      schedule.push_back(entry);
      if (!validateLife(*shippedModel(), person, schedule).empty()) schedule.pop_back();
    }
    return schedule;
  });
}

struct Bound {
  Measure measure;
  double low, high;
};

std::vector<Bound> bounds() {
  std::vector<Bound> list;
  const auto add = [&](Quantity q, double low, double high) -> Measure& {
    list.push_back({{}, low, high});
    list.back().measure.quantity = q;
    return list.back().measure;
  };
  for (const Region& region : shippedModel()->catalogue().regions) {
    add(Quantity::volume, 0, 12).region = region.id;
    add(Quantity::density, 0, 3).region = region.id;
    add(Quantity::synapticDensity, 0, 3).region = region.id;
    add(Quantity::reactivity, 0, 8).region = region.id;
    add(Quantity::lesion, 0, 1).region = region.id;
  }
  for (const Connection& c : shippedModel()->catalogue().connections) {
    const auto& regions = shippedModel()->catalogue().regions;
    for (const Quantity q : {Quantity::connection, Quantity::myelination}) {
      Measure& m = add(q, 0, 12);
      m.from = regions[static_cast<std::size_t>(c.from)].id;
      m.to = regions[static_cast<std::size_t>(c.to)].id;
    }
  }
  for (const std::string& condition : conditions()) {
    add(Quantity::symptomSeverity, 0, 1).condition = condition;
    if (condition == "alzheimer_pathology") continue;
    for (const char* path : {"old", "new"}) {
      Measure& m = add(Quantity::habitStrength, 0, 1);
      m.condition = condition;
      m.path = path;
    }
    add(Quantity::choiceNewPath, 0, 1).condition = condition;
  }
  for (const char* domain : {"memory", "executive", "speed", "global"}) {
    add(Quantity::cognition, 0, 2.5).domain = domain;
  }
  add(Quantity::newNeuronsPerDay, 0, 1e5);
  add(Quantity::survivingNewNeurons, 0, 1e7);
  add(Quantity::bdnf, 0, 4);
  add(Quantity::amyloid, 0, 30);
  add(Quantity::amyloidClearance, 0.5, 1.5);
  add(Quantity::memoryEncoding, 0, 1.5);
  for (const Quantity q :
       {Quantity::stress, Quantity::sleepQuality, Quantity::memoryRetention,
        Quantity::consolidatedMemory, Quantity::reserve, Quantity::dementia,
        Quantity::motorFunction, Quantity::visionAcuity, Quantity::languageAttainment}) {
    add(q, 0, 1);
  }
  add(Quantity::emotionalReactivity, -8, 12);
  add(Quantity::sleepDebt, 0, 500);
  return list;
}

RC_GTEST_PROP(AnyLife, StaysWithinItsBounds, ()) {
  RunRequest r;
  r.person.ageYears.mean = *rc::gen::inRange(0, 90);
  r.people = 3;
  r.seed = static_cast<std::uint64_t>(*rc::gen::inRange(1, 1000));
  r.arm = *anySchedule(r.person, 600);
  static const std::vector<Bound> list = bounds();
  for (const Bound& bound : list) {
    for (const int week : {1, 37, 260, 600}) r.readings.push_back({bound.measure, week});
  }
  const std::vector<double> values = runPopulation(*shippedModel(), r);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Bound& bound = list[i % r.readings.size() / 4];
    const bool inside =
        std::isfinite(values[i]) && values[i] >= bound.low - 1e-9 && values[i] <= bound.high + 1e-9;
    if (!inside) {
      RC_FAIL("quantity " + quantityWords()[static_cast<std::size_t>(bound.measure.quantity)] +
              " of " + bound.measure.region + bound.measure.condition + " is " +
              std::to_string(values[i]));
    }
  }
}

RC_GTEST_PROP(AnyLife, OldAndNewPathsOfTheHealthyNeverVanishBelowZero, ()) {
  Scenario scenario;
  scenario.life = *anySchedule(scenario.person, 5000);
  const Trajectory life(shippedModel(), scenario);
  Measure brain;
  brain.quantity = Quantity::volume;
  brain.region = "brain";
  double last = life.value(brain, 60);
  for (double age = 61; age <= 100; age += 1) {
    const double now = life.value(brain, age);
    RC_ASSERT(now > 0.2);
    RC_ASSERT(now < last * 1.03);  // nothing makes an old brain grow by 3 % a year
    last = now;
  }
}

/// More of a dose never gives less of its effect.
struct Monotone {
  const char* name;
  const char* exposure;
  double low, high;
  Quantity quantity;
  const char* region;
  int sign;
};

class DoseResponse : public ::testing::TestWithParam<Monotone> {};

TEST_P(DoseResponse, IsMonotone) {
  const Monotone& m = GetParam();
  double last = 0;
  for (int i = 0; i <= 10; ++i) {
    RunRequest r;
    r.average = true;
    r.person.ageYears.mean = 30;
    r.arm = {span(m.exposure, m.low + i * (m.high - m.low) / 10, 0, 26)};
    Reading reading;
    reading.measure.quantity = m.quantity;
    reading.measure.region = m.region;
    reading.week = 26;
    r.readings = {reading};
    const double value = runPopulation(*shippedModel(), r)[0] * m.sign;
    if (i > 0) {
      EXPECT_GE(value, last - 1e-12) << i;
    }
    last = value;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Exposures, DoseResponse,
    ::testing::Values(
        Monotone{"exercise_bdnf", "aerobic_exercise", 0, 600, Quantity::bdnf, "", 1},
        Monotone{"exercise_volume", "aerobic_exercise", 0, 600, Quantity::volume, "hippocampus", 1},
        Monotone{"exercise_survival", "aerobic_exercise", 0, 600, Quantity::survivingNewNeurons, "",
                 1},
        Monotone{"stress_neurogenesis", "chronic_stress", 0, 1, Quantity::newNeuronsPerDay, "", -1},
        Monotone{"stress_spines", "chronic_stress", 0, 1, Quantity::synapticDensity, "prefrontal",
                 -1},
        Monotone{"stress_amygdala", "chronic_stress", 0, 1, Quantity::synapticDensity, "amygdala",
                 1},
        Monotone{"sleep_bdnf", "sleep", 2, 9, Quantity::bdnf, "", 1},
        Monotone{"sleep_clearance", "sleep", 2, 9, Quantity::amyloidClearance, "", 1},
        Monotone{"substance_prefrontal", "substance_use", 0, 1, Quantity::volume, "prefrontal", -1},
        Monotone{"drug_births", "antidepressant", 0, 1, Quantity::newNeuronsPerDay, "", 1}),
    [](const auto& param) { return param.param.name; });

}  // namespace
}  // namespace syn::sim
