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

// --- an imposed illness is an illness ---

struct Course {
  const char* condition;
  double afterSixWeeks;  ///< share of the imposed severity that is there at least
  double afterAYear;     ///< ... and at most
};

class ImposedIllness : public ::testing::TestWithParam<Course> {};

TEST_P(ImposedIllness, CarriesOnWhenTheEpisodeEndsAndThenTakesItsCourse) {
  const Course& course = GetParam();
  const std::vector<double> y = lived(severityOf(course.condition), 30,
                                      {illness(course.condition, 0.6, 0, 26)}, {26, 28, 32, 78});
  EXPECT_NEAR(y[0], 0.6, 0.01);
  EXPECT_NEAR(y[1], y[0], 0.06) << "the end of the episode must not show";
  EXPECT_GT(y[2], course.afterSixWeeks * y[0]);
  EXPECT_LT(y[3], course.afterAYear * y[0]);
}

TEST_P(ImposedIllness, TreatedMeanwhileIsMilderAfterwards) {
  const char* condition = GetParam().condition;
  Entry cbt = span("cbt", 1, 4, 26);
  cbt.target = condition;
  const Schedule imposed{illness(condition, 0.6, 0, 26)};
  Schedule treated = imposed;
  treated.push_back(cbt);
  const double without = lived(severityOf(condition), 30, imposed, {38})[0];
  EXPECT_LT(lived(severityOf(condition), 30, treated, {38})[0], 0.8 * without);
}

INSTANTIATE_TEST_SUITE_P(Conditions, ImposedIllness,
                         ::testing::Values(Course{"ptsd", 0.85, 1.0}, Course{"ocd", 0.85, 1.02},
                                           Course{"anxiety", 0.8, 1.0},
                                           Course{"addiction", 0.7, 0.6},
                                           Course{"depression", 0.6, 0.6}),
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
  EXPECT_LT(deficit(cognitionOf(), 15, adversity(1, 0, 0.45, 15)), 0.006);
}

TEST(EarlyDeprivation, OfTwoYearsCostsADecadeToMakeUpForMostOf) {
  const double at6 = deficit(cognitionOf(), 6, adversity(1, 0, 2, 6));
  const double at23 = deficit(cognitionOf(), 23, adversity(1, 0, 2, 23));
  EXPECT_GT(at6, 0.08);
  EXPECT_LT(at23, 0.6 * at6);
  EXPECT_GT(at23, 0.05 * at6) << "some of it stays";
}

TEST(EarlyDeprivation, MakesTheBrainSmallerForGoodAndSparesTheLimbicSystem) {
  const Schedule early = adversity(1, 0, 2, 24);
  const auto ratio = [&](const char* region) {
    const Measure volume = of(Quantity::volume, region);
    return lived(volume, 24, {}, {1}, early)[0] / lived(volume, 24, {}, {1})[0];
  };
  EXPECT_LT(ratio("cortex"), 0.95);
  EXPECT_GT(ratio("cortex"), 0.86);
  EXPECT_GT(ratio("amygdala"), 0.98);
}

TEST(Adversity, OfChildhoodCostsAThirdOfAStandardDeviationNotTwo) {
  const double sd = shippedModel()->impl().description.parameters.cognitionSd;
  const double cost = deficit(cognitionOf(), 18, adversity(0.7, 2, 14, 18)) / sd;
  EXPECT_GT(cost, 0.1);
  EXPECT_LT(cost, 0.6);
}

// --- stress ---

TEST(Stress, OfAHardLifeStaysBelowItsCeilingForFortyYears) {
  const std::vector<double> y =
      lived(of(Quantity::stress), 25, {span("chronic_stress", 0.9, 0, 2080)}, {52, 1040, 2080});
  for (const double stress : y) {
    EXPECT_GT(stress, 0.6);
    EXPECT_LT(stress, 0.95);
  }
}

TEST(Stress, OverTheAmygdalaStaysLargerWhileThePrefrontalCortexRecovers) {
  const Schedule burnOut{span("chronic_stress", 0.9, 0, 104)};
  const auto gone = [&](const char* region) {
    const Measure volume = of(Quantity::volume, region);
    const std::vector<double> with = lived(volume, 40, burnOut, {104, 182});
    const std::vector<double> without = lived(volume, 40, {}, {104, 182});
    return 1 - (with[1] - without[1]) / (with[0] - without[0]);
  };
  EXPECT_LT(gone("amygdala"), 0.5);
  EXPECT_GT(gone("dlpfc"), 0.5);
}

TEST(Stress, GrowsOrbitofrontalDendritesWhereItShrinksMedialOnes) {
  const auto after = [&](const char* region) {
    const Measure synapses = of(Quantity::synapticDensity, region);
    return lived(synapses, 25, {span("chronic_stress", 1, 0, 3)}, {3})[0] /
           lived(synapses, 25, {}, {3})[0];
  };
  EXPECT_GT(after("ofc"), 1.02);
  EXPECT_LT(after("vmpfc"), 0.95);
}

TEST(Stress, CostsExecutiveFunctionAndGivesItBack) {
  Measure executive = cognitionOf();
  executive.domain = "executive";
  const Schedule month{span("chronic_stress", 0.9, 0, 4)};
  const std::vector<double> with = lived(executive, 25, month, {4, 30});
  const std::vector<double> without = lived(executive, 25, {}, {4, 30});
  EXPECT_LT(with[0], without[0] - 0.01);
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
  EXPECT_LT(gain(0), 0.4 * gain(2)) << "not in five weeks";
  EXPECT_LT(gain(1), 0.8 * gain(2)) << "nor in one year";
  EXPECT_GT(gain(3), 0.6 * gain(2)) << "ten years later, still driving";
}

TEST(Expertise, OfAMusicianIsInMyelinThatOutlastsTheMusic) {
  Entry music = practice("instrument", 10, -23 * 52, 0);
  const Measure myelin = of(Quantity::myelination, "white_matter");
  const std::vector<double> with = lived(myelin, 30, {}, {0, 260}, {music});
  const std::vector<double> without = lived(myelin, 30, {}, {0, 260});
  EXPECT_GT(with[0] - without[0], 0);
  EXPECT_GT(with[1] - without[1], 0.5 * (with[0] - without[0]));
}

// --- memory and maturation ---

TEST(Encoding, IsPoorInInfancyBestInYouthAndFallsFromSixtyOn) {
  const auto at = [](double age) { return lived(of(Quantity::memoryEncoding), age, {}, {0})[0]; };
  EXPECT_LT(at(1), 0.4);
  EXPECT_GT(at(8), 0.8);
  EXPECT_NEAR(at(25), 1, 0.02);
  EXPECT_GT(at(60), 0.9);
  EXPECT_LT(at(85), 0.85);
}

TEST(Memory, OfASchoolSubjectFallsForYearsAndThenStaysForDecades) {
  const std::vector<double> y = lived(of(Quantity::consolidatedMemory), 17,
                                      {practice("language", 6, 0, 156)}, {156, 468, 988, 1508});
  EXPECT_LT(y[1], 0.8 * y[0]);
  EXPECT_GT(y[2], 0.8 * y[1]);
  EXPECT_GT(y[3], 0.95 * y[2]);
}

TEST(Amygdala, ReactsMoreInChildrenAndMatures) {
  const Measure reactivity = of(Quantity::reactivity, "amygdala");
  const double child = lived(reactivity, 6, {}, {0})[0];
  const double adolescent = lived(reactivity, 14, {}, {0})[0];
  const double adult = lived(reactivity, 28, {}, {0})[0];
  EXPECT_GT(child, adolescent);
  EXPECT_GT(adolescent, adult + 0.02);
}

TEST(Atrophy, DiffersByLifestyleInSlopeNotOnlyInLevel) {
  const Measure brain = of(Quantity::volume, "brain");
  const Schedule active{span("aerobic_exercise", 200, 0, 1040)};
  const Schedule idle{span("aerobic_exercise", 0, 0, 1040), span("substance_use", 0.3, 0, 1040)};
  const std::vector<double> a = lived(brain, 60, active, {520, 1040});
  const std::vector<double> b = lived(brain, 60, idle, {520, 1040});
  EXPECT_GT((a[1] - a[0]) - (b[1] - b[0]), 0.001);
}

// --- what treats does nothing for the healthy ---

TEST(Drug, LowersTheSymptomsOfTheIllAndNotOfTheHealthy) {
  const Measure depression = severityOf("depression");
  const Schedule drug{span("antidepressant", 1, 0, 12)};
  EXPECT_LT(lived(depression, 35, {}, {12})[0] - lived(depression, 35, drug, {12})[0], 0.02);
  const Schedule ill{illness("depression", 0.6, -26, 0)};
  EXPECT_GT(lived(depression, 35, {}, {12}, ill)[0] - lived(depression, 35, drug, {12}, ill)[0],
            0.04);
}

TEST(Stroke, BringsDepressionThatFadesAndWearsTheBrainWhereverItStrikes) {
  Entry stroke = span("stroke", 0.8, 0, 0);
  stroke.region = "putamen";
  stroke.hemisphere = "left";
  const std::vector<double> mood = lived(severityOf("depression"), 68, {stroke}, {0, 13, 156});
  EXPECT_GT(mood[1], mood[0] + 0.1);
  EXPECT_LT(mood[2], 0.5 * (mood[0] + mood[1]));
  const Measure visual = of(Quantity::volume, "visual");
  EXPECT_LT(lived(visual, 68, {stroke}, {52})[0], lived(visual, 68, {}, {52})[0] - 0.001);
}

}  // namespace
}  // namespace syn::sim
