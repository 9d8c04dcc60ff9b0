// When an imposed episode ended, the circuit took over whatever severity was there, also what
// stress or an illness of one's own had made of it, and could fall calmer than it was.
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "sim/model.h"
#include "sim/population.h"

namespace {

using namespace syn;  // NOLINT(google-build-using-namespace): a test of one module

sim::Entry span(const std::string& exposure, double dose, double from, double to) {
  sim::Entry entry;
  entry.exposure = exposure;
  entry.dose.mean = dose;
  entry.fromWeek = from;
  entry.toWeek = to;
  return entry;
}

/// The severity of a condition in the average person of 35 at some weeks of an arm.
std::vector<double> severities(const std::string& condition, const sim::Schedule& arm,
                               const std::vector<int>& weeks, double severityAtStart = 0) {
  static const auto model = sim::Model::load(SYN_SOURCE_DIR "/data");
  sim::RunRequest request;
  request.person.ageYears.mean = 35;
  if (severityAtStart > 0) request.person.conditions[condition].severity.mean = severityAtStart;
  request.arm = arm;
  request.average = true;
  sim::Measure severity;
  severity.quantity = sim::Quantity::symptomSeverity;
  severity.condition = condition;
  for (const int week : weeks) request.readings.push_back({severity, week});
  return sim::runPopulation(*model, request);
}

class ImposedEpisode : public ::testing::TestWithParam<const char*> {};

TEST_P(ImposedEpisode, MilderThanWhatStressMakesLeavesNothing) {
  const std::string condition = GetParam();
  const sim::Schedule stressed{span("chronic_stress", 1, 0, 200)};
  sim::Schedule imposed = stressed;
  imposed.push_back(span(condition, 0.05, 100, 104));
  const std::vector<double> without = severities(condition, stressed, {104, 108, 130});
  const std::vector<double> with = severities(condition, imposed, {104, 108, 130});
  ASSERT_GT(without[0], 0.1) << "the case needs somebody whom stress makes ill";
  for (std::size_t i = 0; i < with.size(); ++i) EXPECT_NEAR(with[i], without[i], 0.02);
}

TEST_P(ImposedEpisode, MilderThanAnIllnessNeitherDeepensNorCalmsIt) {
  const std::string condition = GetParam();
  const std::vector<int> weeks{8, 10, 14, 40};
  const std::vector<double> without = severities(condition, {}, weeks, 0.7);
  const std::vector<double> with = severities(condition, {span(condition, 0.1, 4, 8)}, weeks, 0.7);
  for (std::size_t i = 0; i < with.size(); ++i) {
    EXPECT_GE(with[i], without[i] - 1e-9);
    EXPECT_LT(with[i], without[i] + 0.06);
  }
}

TEST_P(ImposedEpisode, WhileTreatedCalmsNothing) {
  const std::string condition = GetParam();
  const sim::Schedule treated{span("cbt", 1, 0, 26)};
  sim::Schedule imposed = treated;
  imposed.push_back(span(condition, 0.3, 26, 30));
  const std::vector<int> weeks{31, 34, 45};
  const std::vector<double> without = severities(condition, treated, weeks, 0.9);
  const std::vector<double> with = severities(condition, imposed, weeks, 0.9);
  for (std::size_t i = 0; i < with.size(); ++i) EXPECT_GE(with[i], without[i] - 1e-9);
}

TEST_P(ImposedEpisode, LeavesNoMoreThanWasImposed) {
  const std::string condition = GetParam();
  const std::vector<double> y = severities(
      condition, {span(condition, 0.8, 0, 26), span(condition, 0.5, 26, 32)}, {32, 36, 45});
  EXPECT_LT(y[1], 0.56);
  EXPECT_GT(y[1], 0.4) << "and is not gone either";
}

TEST_P(ImposedEpisode, OfTwoWeeksEndsAsDeepAsItWas) {
  const std::string condition = GetParam();
  const std::vector<double> y = severities(condition, {span(condition, 0.6, 0, 2)}, {2, 4, 6});
  EXPECT_NEAR(y[1], y[0], 0.05);
  EXPECT_LE(y[2], y[0] + 0.05);
}

using Dose = std::pair<const char*, double>;

// What stress and lack of sleep add is there anyhow, and was added to the dose once more.
class ImposedEpisodeIn : public ::testing::TestWithParam<std::tuple<const char*, Dose>> {};

TEST_P(ImposedEpisodeIn, EndsAsDeepAsItWas) {
  const std::string condition = std::get<0>(GetParam());
  const auto& [exposure, dose] = std::get<1>(GetParam());
  const sim::Entry life = span(exposure, dose, 0, 200);
  const std::vector<double> y =
      severities(condition, {life, span(condition, 0.6, 26, 52)}, {52, 53});
  EXPECT_NEAR(y[1], y[0], 0.005) << "before the illness takes its own course";
}

INSTANTIATE_TEST_SUITE_P(
    Lives, ImposedEpisodeIn,
    ::testing::Combine(::testing::Values("depression", "anxiety", "ptsd", "ocd", "addiction"),
                       ::testing::Values(Dose{"chronic_stress", 0.7}, Dose{"sleep", 5})),
    [](const auto& row) {
      return std::string(std::get<0>(row.param)) + "_" + std::get<1>(row.param).first;
    });

INSTANTIATE_TEST_SUITE_P(Conditions, ImposedEpisode,
                         ::testing::Values("depression", "anxiety", "ptsd", "ocd", "addiction"),
                         [](const auto& row) { return std::string(row.param); });

}  // namespace
