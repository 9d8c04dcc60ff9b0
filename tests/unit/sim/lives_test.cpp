// Lives that an audit found absurd, each held to its shape and timing in the average person: what
// must be there, when it comes and when it goes. The sizes are those of studies and stand in
// data/evidence/audit_checks.json; here are bounds that no version of the model may leave.
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model_fixture.h"
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

}  // namespace
}  // namespace syn::sim
