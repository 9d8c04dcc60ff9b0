// Lives that an audit found absurd, each held to its shape and timing in the average person: what
// must be there, when it comes and when it goes. The sizes are those of studies and stand in
// data/evidence/audit_checks.json; here are bounds that no version of the model may leave.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model_fixture.h"
#include "sim/model_impl.h"
#include "sim/population.h"

namespace syn::sim {
namespace {

Measure of(Quantity quantity, const char* region = "") {
  Measure measure;
  measure.quantity = quantity;
  measure.region = region;
  return measure;
}
Measure severityOf(const char* condition) {
  Measure measure = of(Quantity::symptomSeverity);
  measure.condition = condition;
  return measure;
}

/// A measure at each of some weeks after the average person is `age`.
std::vector<double> lived(const Measure& measure, double age, const Schedule& arm,
                          const std::vector<int>& weeks, const Schedule& history = {}) {
  RunRequest request;
  request.person.ageYears.mean = age;
  request.person.history = history;
  request.arm = arm;
  request.average = true;
  for (const int week : weeks) request.readings.push_back({measure, week});
  return runPopulation(*shippedModel(), request);
}

/// Bounds on both sides: too little is as absurd as too much.
void expectWithin(double low, double value, double high, const char* what) {
  EXPECT_GT(value, low) << what;
  EXPECT_LT(value, high) << what;
}

// --- an imposed illness is an illness ---

struct Course {
  const char* condition;
  // Share of the imposed severity that is there at least, and at most.
  double sixWeeksLow, sixWeeksHigh;
  double aYearLow, aYearHigh;
};

class ImposedIllness : public ::testing::TestWithParam<Course> {};

TEST_P(ImposedIllness, CarriesOnWhenTheEpisodeEndsAndThenTakesItsCourse) {
  const Course& course = GetParam();
  const std::vector<double> y = lived(severityOf(course.condition), 30,
                                      {illness(course.condition, 0.6, 0, 26)}, {26, 28, 32, 78});
  EXPECT_NEAR(y[0], 0.6, 0.01);
  EXPECT_NEAR(y[1], y[0], 0.06) << "the end of the episode must not show";
  expectWithin(course.sixWeeksLow, y[2] / y[0], course.sixWeeksHigh, "after six weeks");
  expectWithin(course.aYearLow, y[3] / y[0], course.aYearHigh, "after a year");
}

TEST_P(ImposedIllness, TreatedMeanwhileIsMilderAfterwards) {
  const char* condition = GetParam().condition;
  Entry cbt = span("cbt", 1, 4, 26);
  cbt.target = condition;
  const Schedule imposed{illness(condition, 0.6, 0, 26)};
  Schedule treated = imposed;
  treated.push_back(cbt);
  const double without = lived(severityOf(condition), 30, imposed, {38})[0];
  expectWithin(0.1, lived(severityOf(condition), 30, treated, {38})[0] / without, 0.8, "treated");
}

INSTANTIATE_TEST_SUITE_P(Conditions, ImposedIllness,
                         ::testing::Values(Course{"ptsd", 0.85, 1.1, 0.5, 1.0},
                                           Course{"ocd", 0.85, 1.1, 0.6, 1.02},
                                           Course{"anxiety", 0.8, 1.1, 0.4, 1.0},
                                           Course{"addiction", 0.7, 1.05, 0.1, 0.6},
                                           Course{"depression", 0.6, 1.05, 0.1, 0.6}),
                         [](const auto& row) { return std::string(row.param.condition); });

// --- early years ---

Measure cognitionOf() {
  return of(Quantity::cognition);
}
double deficit(const Measure& measure, double age, const Schedule& lived_) {
  return lived(measure, age, {}, {1})[0] - lived(measure, age, {}, {1}, lived_)[0];
}
/// Adversity in the first weeks of a life seen at an age.
Schedule adversity(double dose, double from, double to, double seenAt) {
  return {span("childhood_adversity", dose, (from - seenAt) * 52, (to - seenAt) * 52)};
}

TEST(EarlyDeprivation, OfLessThanHalfAYearLeavesNoTrace) {
  expectWithin(-0.001, deficit(cognitionOf(), 15, adversity(1, 0, 0.45, 15)), 0.006, "at 15");
}

TEST(EarlyDeprivation, OfTwoYearsCostsADecadeToMakeUpForMostOf) {
  const double at6 = deficit(cognitionOf(), 6, adversity(1, 0, 2, 6));
  const double at23 = deficit(cognitionOf(), 23, adversity(1, 0, 2, 23));
  expectWithin(0.08, at6, 0.25, "at 6");
  expectWithin(0.05, at23 / at6, 0.6, "share that is left at 23");
}

TEST(EarlyDeprivation, MakesTheBrainSmallerForGoodAndSparesTheLimbicSystem) {
  const Schedule early = adversity(1, 0, 2, 24);
  const auto ratio = [&](const char* region) {
    const Measure volume = of(Quantity::volume, region);
    return lived(volume, 24, {}, {1}, early)[0] / lived(volume, 24, {}, {1})[0];
  };
  expectWithin(0.86, ratio("cortex"), 0.95, "cortex");
  expectWithin(0.98, ratio("amygdala"), 1.02, "amygdala");
}

TEST(Adversity, OfChildhoodCostsAThirdOfAStandardDeviationNotTwo) {
  const double sd = shippedModel()->impl().description.parameters.cognitionSd;
  const double cost = deficit(cognitionOf(), 18, adversity(0.7, 2, 14, 18)) / sd;
  expectWithin(0.1, cost, 0.6, "standard deviations");
}

// --- stress ---

TEST(Stress, OfAHardLifeStaysBelowItsCeilingForFortyYears) {
  const std::vector<double> y =
      lived(of(Quantity::stress), 25, {span("chronic_stress", 0.9, 0, 2080)}, {52, 1040, 2080});
  for (const double stress : y) expectWithin(0.6, stress, 0.95, "stress");
}

TEST(Stress, OverTheAmygdalaStaysLargerWhileThePrefrontalCortexRecovers) {
  const Schedule burnOut{span("chronic_stress", 0.9, 0, 104)};
  const auto gone = [&](const char* region) {
    const Measure volume = of(Quantity::volume, region);
    const std::vector<double> with = lived(volume, 40, burnOut, {104, 182});
    const std::vector<double> without = lived(volume, 40, {}, {104, 182});
    return 1 - (with[1] - without[1]) / (with[0] - without[0]);
  };
  expectWithin(-0.2, gone("amygdala"), 0.5, "amygdala");
  expectWithin(0.5, gone("dlpfc"), 1.0, "prefrontal cortex");
}

TEST(Stress, GrowsOrbitofrontalDendritesWhereItShrinksMedialOnes) {
  const auto after = [&](const char* region) {
    const Measure synapses = of(Quantity::synapticDensity, region);
    return lived(synapses, 25, {span("chronic_stress", 1, 0, 3)}, {3})[0] /
           lived(synapses, 25, {}, {3})[0];
  };
  expectWithin(1.02, after("ofc"), 1.5, "orbitofrontal");
  expectWithin(0.7, after("vmpfc"), 0.95, "medial prefrontal");
}

TEST(Stress, CostsExecutiveFunctionAndGivesItBack) {
  Measure executive = cognitionOf();
  executive.domain = "executive";
  const Schedule month{span("chronic_stress", 0.9, 0, 4)};
  const std::vector<double> with = lived(executive, 25, month, {4, 30});
  const std::vector<double> without = lived(executive, 25, {}, {4, 30});
  expectWithin(0.01, without[0] - with[0], 0.1, "what stress costs");
  EXPECT_NEAR(with[1], without[1], 0.01);
}

// --- expertise ---

TEST(Expertise, OfATaxiDriverGrowsOverYearsAndStaysWhileDriving) {
  Entry knowledge = practice("navigation", 20, 0, 208);
  Entry driving = practice("navigation", 20, 208, 728);
  driving.novelty = 0.4;
  driving.challenge = 0.5;
  const Measure volume = of(Quantity::volume, "hippocampus");
  const std::vector<int> weeks{5, 52, 208, 728};
  const std::vector<double> with = lived(volume, 30, {knowledge, driving}, weeks);
  const std::vector<double> without = lived(volume, 30, {}, weeks);
  const auto gain = [&](std::size_t i) { return with[i] - without[i]; };
  expectWithin(0, gain(0) / gain(2), 0.4, "not in five weeks");
  expectWithin(0.1, gain(1) / gain(2), 0.8, "nor in one year");
  expectWithin(0.6, gain(3) / gain(2), 1.5, "ten years later, still driving");
}

TEST(Expertise, OfAMusicianIsInMyelinThatOutlastsTheMusic) {
  Entry music = practice("instrument", 10, -23 * 52, 0);
  const Measure myelin = of(Quantity::myelination, "white_matter");
  const std::vector<double> with = lived(myelin, 30, {}, {0, 260}, {music});
  const std::vector<double> without = lived(myelin, 30, {}, {0, 260});
  expectWithin(0.001, with[0] - without[0], 0.1, "myelin of a musician");
  expectWithin(0.5, (with[1] - without[1]) / (with[0] - without[0]), 1, "five years later");
}

// --- memory and maturation ---

TEST(Encoding, IsPoorInInfancyBestInYouthAndFallsFromSixtyOn) {
  const auto at = [](double age) { return lived(of(Quantity::memoryEncoding), age, {}, {0})[0]; };
  expectWithin(0.05, at(1), 0.4, "at 1");
  expectWithin(0.8, at(8), 1.0, "at 8");
  EXPECT_NEAR(at(25), 1, 0.02);
  expectWithin(0.9, at(60), 1.0, "at 60");
  expectWithin(0.5, at(85), 0.85, "at 85");
}

TEST(Memory, OfASchoolSubjectFallsForYearsAndThenStaysForDecades) {
  const std::vector<double> y = lived(of(Quantity::consolidatedMemory), 17,
                                      {practice("language", 6, 0, 156)}, {156, 468, 988, 1508});
  expectWithin(0.3, y[1] / y[0], 0.8, "six years on");
  expectWithin(0.8, y[2] / y[1], 1.0, "the next decade");
  expectWithin(0.95, y[3] / y[2], 1.0, "the one after");
}

TEST(Amygdala, ReactsMoreInChildrenAndMatures) {
  const Measure reactivity = of(Quantity::reactivity, "amygdala");
  const double child = lived(reactivity, 6, {}, {0})[0];
  const double adolescent = lived(reactivity, 14, {}, {0})[0];
  const double adult = lived(reactivity, 28, {}, {0})[0];
  expectWithin(0.02, child - adolescent, 0.4, "a child above an adolescent");
  expectWithin(0.02, adolescent - adult, 0.4, "an adolescent above an adult");
}

TEST(Atrophy, DiffersByLifestyleInSlopeNotOnlyInLevel) {
  const Measure brain = of(Quantity::volume, "brain");
  const Schedule active{span("aerobic_exercise", 200, 0, 1040)};
  const Schedule idle{span("aerobic_exercise", 0, 0, 1040), span("substance_use", 0.3, 0, 1040)};
  const std::vector<double> a = lived(brain, 60, active, {520, 1040});
  const std::vector<double> b = lived(brain, 60, idle, {520, 1040});
  expectWithin(0.001, (a[1] - a[0]) - (b[1] - b[0]), 0.05, "what activity spares in a decade");
}

// --- what treats does nothing for the healthy ---

TEST(Drug, LowersTheSymptomsOfTheIllAndNotOfTheHealthy) {
  const Measure depression = severityOf("depression");
  const Schedule drug{span("antidepressant", 1, 0, 12)};
  expectWithin(-0.001, lived(depression, 35, {}, {12})[0] - lived(depression, 35, drug, {12})[0],
               0.02, "in the healthy");
  const Schedule ill{illness("depression", 0.6, -26, 0)};
  expectWithin(0.04,
               lived(depression, 35, {}, {12}, ill)[0] - lived(depression, 35, drug, {12}, ill)[0],
               0.3, "in the ill");
}

TEST(Stroke, BringsDepressionThatFadesAndWearsTheBrainWhereverItStrikes) {
  Entry stroke = span("stroke", 0.8, 0, 0);
  stroke.region = "putamen";
  stroke.hemisphere = "left";
  const std::vector<double> mood = lived(severityOf("depression"), 68, {stroke}, {0, 13, 156});
  expectWithin(0.1, mood[1] - mood[0], 0.5, "after three months");
  expectWithin(-0.05, (mood[2] - mood[0]) / (mood[1] - mood[0]), 0.5, "after three years");
  const Measure visual = of(Quantity::volume, "visual");
  expectWithin(0.9, lived(visual, 68, {stroke}, {52})[0] / lived(visual, 68, {}, {52})[0], 0.999,
               "visual cortex");
}

}  // namespace
}  // namespace syn::sim
