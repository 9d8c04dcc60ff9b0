#include "checks/sensitivity.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "checks/check_reader.h"
#include "sim/model.h"

namespace syn::checks {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

std::shared_ptr<const sim::Model> model() {
  static const auto loaded = sim::Model::load(fs::path(SYN_SOURCE_DIR) / "data");
  return loaded;
}

// Two checks of the calibration set that hang on different parts of the model.
std::vector<Check> twoChecks() {
  std::vector<Check> chosen;
  for (Check& check : readChecks(fs::path(SYN_SOURCE_DIR) / "data/evidence/checks.json")) {
    if (check.id == "stress-neurogenesis-gould" || check.id == "ltp-bliss-lomo1973") {
      chosen.push_back(std::move(check));
    }
  }
  return chosen;
}

SensitivityReport run(const std::string& prefix, int threads = 1) {
  SensitivityOptions options;
  options.prefix = prefix;
  options.people = 4;
  options.threads = threads;
  return runSensitivity(model(), twoChecks(), options);
}

TEST(Sensitivity, FindsWhichCheckHangsOnAParameter) {
  const SensitivityReport report = run("neurogenesis.stress");
  ASSERT_EQ(report.influences.size(), 1u);
  const Influence& influence = report.influences.front();
  EXPECT_EQ(influence.parameter, "neurogenesis.stress");
  EXPECT_EQ(influence.check, "stress-neurogenesis-gould");
  // A stronger brake means fewer new neurons under stress, a weaker one more.
  EXPECT_LT(influence.raised, 0);
  EXPECT_GT(influence.lowered, 0);
  EXPECT_DOUBLE_EQ(influence.strength(),
                   std::max(std::abs(influence.raised), std::abs(influence.lowered)));
}

TEST(Sensitivity, NamesParametersThatMoveNothing) {
  const SensitivityReport report = run("neurogenesis.alzheimer");
  EXPECT_TRUE(report.influences.empty());
  EXPECT_THAT(report.inert, Contains("neurogenesis.alzheimer"));
  // It has a source, so there is a reason for its value all the same.
  EXPECT_THAT(report.baseless, Not(Contains("neurogenesis.alzheimer")));
}

TEST(Sensitivity, LooksAgainBeforeItCallsAParameterBaseless) {
  SensitivityOptions options;
  options.prefix = "reserve.engagement_weight";
  options.people = 4;
  const auto baseless = [&](const std::string& check) {
    std::vector<Check> chosen;
    for (Check& c : readChecks(fs::path(SYN_SOURCE_DIR) / "data/evidence/checks.json")) {
      if (c.id == check) chosen.push_back(std::move(c));
    }
    return runSensitivity(model(), chosen, options).baseless;
  };
  // It has no source; the share of demented people hangs on it, which four people do not show.
  EXPECT_THAT(baseless("social-isolation-dementia-kuiper"), Not(Contains(options.prefix)));
  EXPECT_THAT(baseless("ltp-bliss-lomo1973"), Contains(options.prefix));
}

TEST(Sensitivity, DoesNotDependOnThreads) {
  EXPECT_EQ(sensitivityJson(run("neurogenesis", 1)), sensitivityJson(run("neurogenesis", 3)));
}

TEST(Sensitivity, ReportsAreReadable) {
  const SensitivityReport report = run("neurogenesis.stress");
  const auto json = nlohmann::json::parse(sensitivityJson(report));
  EXPECT_EQ(json.at("checks").at("stress-neurogenesis-gould").at(0).at("parameter"),
            "neurogenesis.stress");
  EXPECT_TRUE(json.at("checks").at("ltp-bliss-lomo1973").empty());
  const std::string text = sensitivityMarkdown(report);
  EXPECT_THAT(text, HasSubstr("| stress-neurogenesis-gould | `neurogenesis.stress`"));
  EXPECT_THAT(text, HasSubstr("| ltp-bliss-lomo1973 | nothing alone |"));
}

}  // namespace
}  // namespace syn::checks
