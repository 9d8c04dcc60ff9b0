// The arithmetic of the checks on six toy people whose every value is known by hand.
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "checks/check_reader.h"
#include "checks/report.h"

namespace syn::checks {
namespace {

using testing::HasSubstr;

double lived(const sim::Schedule& schedule, const std::string& exposure, int week) {
  double sum = 0;
  for (const sim::Entry& e : schedule) {
    if (e.exposure == exposure) {
      sum += e.dose.mean * std::max(0.0, std::min<double>(week, e.toWeek) - e.fromWeek);
    }
  }
  return sum;
}

// Person p of six, week w:
// volume    1 + 0.1 p + 0.01 * (dose x weeks of "train" lived); visual cortex gains half as much
// severity  0.6, less 0.1 p over the first four weeks; 0.3 more after week 8
// dementia  on from week 52 (p + 1) + dose of "delay"
// amyloid   0.5 p
// bdnf      a dome over age: highest at 30 years
double toy(const sim::RunRequest& request, int p, const sim::Reading& reading) {
  const int w = reading.week;
  const sim::Measure& m = reading.measure;
  switch (m.quantity) {
    case sim::Quantity::volume:
      if (m.region == "moon")
        throw ContentError(Issue{"", 0, "region", "unknown", "unknown region \"moon\""});
      return 1 + 0.1 * p + (m.region == "visual" ? 0.005 : 0.01) * lived(request.arm, "train", w);
    case sim::Quantity::symptomSeverity:
      return 0.6 - 0.1 * p * std::min(w, 4) / 4.0 + (w > 8 ? 0.3 : 0);
    case sim::Quantity::dementia:
      return w >= 52 * (p + 1) + lived(request.arm, "delay", 1) ? 1 : 0;
    case sim::Quantity::amyloid:
      return 0.5 * p;
    case sim::Quantity::bdnf:
      return 2 - std::abs(request.person.ageYears.mean + w / 52.0 - 30) / 100;
    case sim::Quantity::reserve:
      return w * (p % 2 == 0 ? 1 : -1) + p;
    // Twins: one shared part, one own part; identical twins share all of it.
    case sim::Quantity::cognition: {
      const int pair = p / 2, half = p % 2;
      const double own = half == 0 ? 1 : -1;
      return pair + (request.kinship == sim::Kinship::identicalTwins ? 0.1 : 0.5) * own;
    }
    default:
      throw Error("not a state of the toy");
  }
}

std::vector<std::vector<double>> toyPeople(const std::vector<sim::RunRequest>& requests) {
  std::vector<std::vector<double>> out;
  for (const sim::RunRequest& request : requests) {
    std::vector<double>& values = out.emplace_back();
    for (int p = 0; p < request.people; ++p) {
      for (const sim::Reading& reading : request.readings)
        values.push_back(toy(request, p, reading));
    }
  }
  return out;
}

std::string withParts(const std::string& measure, const std::string& statistic) {
  return R"({"checks": [{"id": "c", "people": 6, "person": {"age": 20},
    "arms": {"on": [{"exposure": "train", "dose": 1, "from_week": 0, "to_week": 10}],
             "more": [{"exposure": "train", "dose": 3, "from_week": 0, "to_week": 10}],
             "late": [{"exposure": "delay", "dose": 26, "from_week": 0, "to_week": 1}],
             "off": []},
    )" + measure +
         R"(, "statistic": {)" + statistic + R"(},
    "expect": {"value": 1, "low": -1000, "high": 1000}}]})";
}

const std::string kVolume = R"("measure": {"quantity": "volume", "region": "hippocampus"})";
const std::string kSeverity = R"("measure": {"quantity": "symptom_severity", "condition": "ocd"})";

CheckResult evaluate(const std::string& measure, const std::string& statistic) {
  return runCheck(toyPeople, parseChecks(withParts(measure, statistic), "toy.json").at(0));
}

struct Row {
  const char* name;
  std::string measure;
  std::string statistic;
  double expected;
};
class CheckArithmetic : public testing::TestWithParam<Row> {};

TEST_P(CheckArithmetic, MatchesTheHandCalculation) {
  const CheckResult result = evaluate(GetParam().measure, GetParam().statistic);
  EXPECT_EQ(result.error, "");
  EXPECT_NEAR(result.simulated, GetParam().expected, 1e-9);
}

// Mean of 0.1 p over six people is 0.25, its sample SD 0.1 sqrt(3.5).
const double kSd = 0.1 * std::sqrt(3.5);

INSTANTIATE_TEST_SUITE_P(
    States, CheckArithmetic,
    testing::Values(
        Row{"value", kVolume, R"("kind": "value", "arm": "on", "to_week": 5)", 1.3},
        Row{"valueAtAge", kVolume, R"("kind": "value", "arm": "on", "at_age": 21)", 1.35},
        Row{"percentChange", kVolume, R"("kind": "percent_change", "arm": "on", "to_week": 10)", 8},
        Row{"change", kVolume, R"("kind": "change", "arm": "on", "from_week": 5, "to_week": 10)",
            0.05},
        Row{"perYear", kVolume, R"("kind": "percent_per_year", "arm": "on", "to_week": 104)", 4},
        Row{"difference", kVolume,
            R"("kind": "difference", "arm": "more", "versus": "on", "from_week": 0, "to_week": 10)",
            0.2},
        Row{"differenceOfStates", kVolume,
            R"("kind": "difference", "arm": "more", "versus": "on", "to_week": 5)", 0.1},
        Row{"ratio", kVolume, R"("kind": "ratio", "arm": "on", "versus": "off", "to_week": 10)",
            1.35 / 1.25},
        Row{"cohensD", kVolume,
            R"("kind": "cohens_d", "arm": "on", "versus": "off", "to_week": 10)", 0.1 / kSd},
        Row{"gainRatioRaw", kVolume,
            R"("kind": "gain_ratio", "arm": "more", "versus": "on", "from_week": 0, "to_week": 10)",
            3},
        Row{"gainRatioWithControl", kVolume,
            R"("kind": "gain_ratio", "arm": "more", "control": "on", "versus": "on", "versus_control": "off",
               "from_week": 0, "to_week": 10)",
            2},
        Row{"gainRatioOwnWeek", kVolume,
            R"("kind": "gain_ratio", "arm": "more", "control": "off", "versus": "more", "from_week": 0,
               "to_week": 10, "versus_to_week": 5)",
            2},
        Row{"gainRatioOfTwoMeasures",
            kVolume + R"(, "versus_measure": {"quantity": "volume", "region": "visual"})",
            R"("kind": "gain_ratio", "arm": "on", "versus": "on", "from_week": 0, "to_week": 10)",
            2},
        Row{"recoveredFraction", R"("measure": {"quantity": "symptom_severity", "condition": "ocd"},
              "versus_measure": {"quantity": "amyloid"})",
            // D(0) = 0.6 - 1.25, D(4) = 0.35 - 1.25
            R"("kind": "recovered_fraction", "arm": "on", "versus": "off", "from_week": 0, "to_week": 4)",
            1 - (0.35 - 1.25) / (0.6 - 1.25)},
        Row{"weekToFraction", kVolume,
            R"("kind": "week_to_fraction", "arm": "on", "from_week": 0, "to_week": 20, "fraction": 0.75)",
            8},
        Row{"ageOfPeak", R"("measure": {"quantity": "bdnf"})",
            R"("kind": "age_of_peak", "arm": "on", "from_age": 0, "to_age": 60)", 30},
        Row{"correlation", kVolume,
            R"("kind": "correlation", "arm": "on", "to_week": 4, "with": {"quantity": "amyloid", "week": 0})",
            1},
        Row{"correlationFalling", kSeverity,
            R"("kind": "correlation", "arm": "on", "to_week": 4, "with": {"quantity": "amyloid"})",
            -1},
        Row{"correlationOfChanges", kSeverity,
            // changes of severity fall with p; changes of reserve are +4 -4 +4 ...
            R"("kind": "correlation", "arm": "on", "from_week": 0, "to_week": 4, "with": {"quantity": "reserve"})",
            // x: -p; y: even p high. sum xy / sqrt(sum xx sum yy) with p = 0..5
            3.0 / std::sqrt(17.5 * 6)},
        Row{"onsetDelay", R"("measure": {"quantity": "dementia"})",
            R"("kind": "onset_delay", "arm": "late", "versus": "off", "to_week": 520)", 0.5},
        Row{"proportionOfAState", R"("measure": {"quantity": "amyloid", "threshold": 1.0})",
            R"("kind": "proportion", "arm": "on", "to_week": 4)", 4.0 / 6},
        Row{"proportionAbove", R"("measure": {"quantity": "amyloid", "above": 1.0})",
            R"("kind": "proportion", "arm": "on", "to_week": 4)", 3.0 / 6},
        // identical pairs: between 2 + ..., see twins below
        Row{"heritability", R"("measure": {"quantity": "cognition", "domain": "global"})",
            R"("kind": "heritability", "arm": "on", "to_week": 4)",
            // six pairs 0..5: MSB = 2 * 17.5 / 5 = 7, MSW = 2 own^2 (0.02 and 0.5)
            2 * ((7 - 0.02) / 7.02 - (7 - 0.5) / 7.5)}),
    [](const auto& row) { return row.param.name; });

const std::string kResponse = R"("measure": {"quantity": "response", "condition": "ocd"})";

INSTANTIATE_TEST_SUITE_P(
    Outcomes, CheckArithmetic,
    testing::Values(
        // Severity at week 4: 0.6 0.5 0.4 0.3 0.2 0.1
        Row{"response", kResponse, R"("kind": "proportion", "arm": "on", "to_week": 4)", 0.5},
        Row{"responseFromLaterBaseline", kResponse,
            R"("kind": "proportion", "arm": "on", "from_week": 4, "to_week": 8)", 0},
        Row{"remissionByThreshold",
            R"("measure": {"quantity": "remission", "condition": "ocd", "threshold": 0.25})",
            R"("kind": "proportion", "arm": "on", "to_week": 4)", 2.0 / 6},
        Row{"remissionByStart", R"("measure": {"quantity": "remission", "condition": "ocd"})",
            R"("kind": "proportion", "arm": "on", "to_week": 4)", 1.0 / 6},
        Row{"relapse",
            R"("measure": {"quantity": "relapse", "condition": "ocd", "threshold": 0.55})",
            R"("kind": "proportion", "arm": "on", "from_week": 4, "to_week": 12)", 4.0 / 6},
        Row{"relapseBeforeTheRise",
            R"("measure": {"quantity": "relapse", "condition": "ocd", "threshold": 0.55})",
            R"("kind": "proportion", "arm": "on", "from_week": 4, "to_week": 8)", 1.0 / 6},
        Row{"relapseAmongRemitted",
            R"("measure": {"quantity": "relapse", "condition": "ocd", "threshold": 0.45})",
            R"("kind": "proportion", "arm": "on", "from_week": 4, "to_week": 12, "among":
               {"quantity": "remission", "condition": "ocd", "week": 4, "threshold": 0.25})",
            0.5},
        Row{"amongNonResponders", kVolume,
            R"("kind": "value", "arm": "on", "to_week": 0, "among":
               {"quantity": "response", "condition": "ocd", "week": 4, "equals": 0})",
            1.1},
        Row{"amongInOneArm", kVolume,
            R"("kind": "difference", "arm": "on", "versus": "off", "to_week": 0, "among":
               {"quantity": "response", "condition": "ocd", "week": 4, "in": "on"})",
            0},
        Row{"amongState", kVolume,
            R"("kind": "value", "arm": "on", "to_week": 0, "among": {"quantity": "amyloid", "above": 1.0, "week": 0})",
            1.4},
        Row{"oddsRatio", R"("measure": {"quantity": "dementia"})",
            // by week 156 three of six, or two of six when onset is half a year later
            R"("kind": "odds_ratio", "arm": "late", "versus": "off", "to_week": 156)", 0.5},
        Row{"riskRatio", R"("measure": {"quantity": "dementia"})",
            R"("kind": "risk_ratio", "arm": "late", "versus": "off", "to_week": 156)", 2.0 / 3},
        Row{"hazardRatioOfEquals", R"("measure": {"quantity": "dementia"})",
            R"("kind": "hazard_ratio", "arm": "on", "versus": "off", "to_week": 156)", 1}),
    [](const auto& row) { return row.param.name; });

struct Hopeless {
  const char* name;
  std::string measure;
  std::string statistic;
  const char* says;
};
class CheckError : public testing::TestWithParam<Hopeless> {};

TEST_P(CheckError, IsReportedInsteadOfANumber) {
  const CheckResult result = evaluate(GetParam().measure, GetParam().statistic);
  EXPECT_THAT(result.error, HasSubstr(GetParam().says));
  EXPECT_FALSE(result.pass);
  EXPECT_TRUE(std::isnan(result.simulated));
}

INSTANTIATE_TEST_SUITE_P(
    Errors, CheckError,
    testing::Values(
        Hopeless{"unknownQuantity", R"("measure": {"quantity": "mood"})",
                 R"("kind": "value", "arm": "on", "to_week": 4)", "unknown quantity"},
        Hopeless{"unknownRegion", R"("measure": {"quantity": "volume", "region": "moon"})",
                 R"("kind": "value", "arm": "on", "to_week": 4)", "moon"},
        Hopeless{"unknownStatistic", kVolume, R"("kind": "mode", "arm": "on", "to_week": 4)",
                 "unknown statistic"},
        Hopeless{
            "nothingToRecover", kVolume,
            R"("kind": "recovered_fraction", "arm": "on", "versus": "off", "from_week": 0, "to_week": 4)",
            "do not differ"},
        Hopeless{
            "noGain", kVolume,
            R"("kind": "gain_ratio", "arm": "on", "versus": "off", "from_week": 0, "to_week": 4)",
            "does not change"},
        Hopeless{"flat", kVolume,
                 R"("kind": "week_to_fraction", "arm": "off", "to_week": 4, "fraction": 0.5)",
                 "does not change"},
        Hopeless{
            "nobodyLeft", kVolume,
            R"("kind": "value", "arm": "on", "to_week": 4, "among": {"quantity": "amyloid", "above": 9})",
            "nobody"},
        Hopeless{"neverOn", R"("measure": {"quantity": "dementia"})",
                 R"("kind": "onset_delay", "arm": "late", "versus": "off", "to_week": 10)",
                 "never"},
        Hopeless{"ageBeforeWeekZero", kVolume, R"("kind": "value", "arm": "on", "at_age": 10)",
                 "before week 0"}),
    [](const auto& row) { return row.param.name; });

TEST(Checks, ResultsAndTheirOrderDoNotDependOnThreads) {
  std::vector<Check> checks;
  for (int i = 0; i < 9; ++i) {
    Check check = parseChecks(withParts(kVolume, R"("kind": "value", "arm": "on", "to_week": )" +
                                                     std::to_string(i)),
                              "toy.json")
                      .at(0);
    check.id = std::to_string(i);
    checks.push_back(std::move(check));
  }
  for (const int threads : {1, 2, 7}) {
    std::vector<std::string> order;
    CheckRunOptions options;
    options.threads = threads;
    options.onResult = [&](const CheckResult& result) { order.push_back(result.id); };
    const auto results = runChecks(toyPeople, checks, options);
    for (std::size_t i = 0; i < results.size(); ++i) {
      EXPECT_EQ(results[i].id, std::to_string(i));
      EXPECT_EQ(order.at(i), std::to_string(i));
      EXPECT_NEAR(results[i].simulated, 1.25 + 0.01 * static_cast<double>(i), 1e-12);
    }
  }
}

TEST(Checks, ReadEachThingOnceAndNothingElse) {
  std::size_t runs = 0, readings = 0;
  const Population counting = [&](const std::vector<sim::RunRequest>& requests) {
    for (const sim::RunRequest& request : requests) {
      ++runs;
      readings += request.readings.size();
    }
    return toyPeople(requests);
  };
  const Check check =
      parseChecks(
          withParts(kVolume,
                    R"("kind": "gain_ratio", "arm": "more", "control": "off", "versus": "on",
                            "from_week": 0, "to_week": 10)"),
          "toy.json")
          .at(0);
  (void)runCheck(counting, check);
  EXPECT_EQ(runs, 3u);
  EXPECT_EQ(readings, 6u);
}

struct Margin {
  const char* name;
  double low, high, value, expected;
};
class CheckMargin : public testing::TestWithParam<Margin> {};

TEST_P(CheckMargin, IsTheWayToTheNearerEndInWidthsOfTheRange) {
  const Margin& row = GetParam();
  EXPECT_THAT(marginOf(row.low, row.high, row.value),
              testing::NanSensitiveDoubleNear(row.expected, 1e-12));
}

constexpr double kOpen = std::numeric_limits<double>::infinity();
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
INSTANTIATE_TEST_SUITE_P(
    Ranges, CheckMargin,
    testing::Values(Margin{"middle", 2, 6, 4, 0.5}, Margin{"nearLow", 2, 6, 3, 0.25},
                    Margin{"atHigh", 2, 6, 6, 0}, Margin{"below", 2, 6, 0, -0.5},
                    Margin{"above", 2, 6, 7, -0.25}, Margin{"noHigh", 4, kOpen, 5, 0.25},
                    Margin{"noLow", -kOpen, -4, -6, 0.5},
                    Margin{"nowhere", -kOpen, kOpen, 1, kNone},
                    Margin{"aboveZero", 0, kOpen, 1, kNone},
                    Margin{"noNumber", 2, 6, kNone, kNone}),
    [](const auto& row) { return row.param.name; });

/// What comes of a draw of people.
enum class Draw { holds, fails, noNumber, throws };
struct Draws {
  const char* name;
  Draw own, others;  ///< by the check's own seed and by the two others
  int held;
  bool pass, hangs;
};
class CheckSeeds : public testing::TestWithParam<Draws> {};

TEST_P(CheckSeeds, SayWhetherTheCheckHangsOnWhoIsDrawn) {
  const Draws& row = GetParam();
  Check check =
      parseChecks(withParts(kVolume, R"("kind": "value", "arm": "on", "to_week": 5)"), "toy.json")
          .at(0);
  check.seed = 5;
  check.expect = {std::nullopt, 1, 2};
  std::set<std::uint64_t> seeds;
  const Population people = [&](const std::vector<sim::RunRequest>& requests) {
    auto values = toyPeople(requests);
    for (std::size_t i = 0; i < requests.size(); ++i) {
      seeds.insert(requests[i].seed);
      const Draw draw = requests[i].seed == 5 ? row.own : row.others;
      if (draw == Draw::throws) throw Error("these people cannot be drawn");
      if (draw == Draw::fails) values[i].assign(values[i].size(), 9);
      if (draw == Draw::noNumber) values[i].assign(values[i].size(), kNone);
    }
    return values;
  };
  CheckRunOptions options;
  options.seeds = 3;
  const CheckResult result = runChecks(people, {check}, options).at(0);
  EXPECT_EQ(seeds.size(), 3U);
  EXPECT_TRUE(seeds.contains(5)) << "the check's own seed";
  EXPECT_EQ(result.error, "");
  EXPECT_EQ(result.seeds, 3);
  EXPECT_EQ(result.held, row.held);
  EXPECT_EQ(result.pass, row.pass) << "by its own seed alone";
  EXPECT_EQ(result.hangsOnSeed(), row.hangs);
  const auto json = nlohmann::json::parse(reportJson({result}))["checks"][0];
  EXPECT_EQ(json["held"], row.held);
  EXPECT_EQ(json["hangs_on_seed"], row.hangs);
}

INSTANTIATE_TEST_SUITE_P(
    All, CheckSeeds,
    testing::Values(Draws{"holdsOnAll", Draw::holds, Draw::holds, 3, true, false},
                    Draws{"holdsOnOthersOnly", Draw::fails, Draw::holds, 2, false, true},
                    Draws{"holdsOnNone", Draw::fails, Draw::fails, 0, false, false},
                    Draws{"othersHaveNoNumber", Draw::holds, Draw::noNumber, 1, true, true},
                    Draws{"othersThrow", Draw::holds, Draw::throws, 1, true, true}),
    [](const auto& row) { return row.param.name; });

TEST(Checks, ReportIsJsonWithNullForWhatHasNoValue) {
  std::vector<CheckResult> results(2);
  results[0].id = "a";
  results[0].group = "g";
  results[0].published = 2;
  results[0].simulated = 2.5;
  results[0].high = 3;
  results[0].pass = true;
  results[1].id = "b";
  results[1].group = "g";
  results[1].error = "unknown region";
  const auto report = nlohmann::json::parse(reportJson(results));
  EXPECT_EQ(report.at("passed"), 1);
  EXPECT_EQ(report.at("total"), 2);
  const std::set<std::string> keys{
      "id",     "group", "published", "low",           "high",    "simulated", "pass",
      "margin", "seeds", "held",      "hangs_on_seed", "seconds", "error"};
  for (const auto& row : report.at("checks")) {
    std::set<std::string> found;
    for (const auto& member : row.items()) found.insert(member.key());
    EXPECT_EQ(found, keys);
  }
  EXPECT_EQ(report["checks"][0]["simulated"], 2.5);
  EXPECT_TRUE(report["checks"][0]["error"].is_null());
  EXPECT_TRUE(report["checks"][1]["simulated"].is_null());
  EXPECT_EQ(report["checks"][1]["error"], "unknown region");
  EXPECT_THAT(reportMarkdown(results), HasSubstr("| g | 1 | 2 |"));
}

}  // namespace
}  // namespace syn::checks
