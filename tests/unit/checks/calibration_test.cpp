// Replays the published studies and compares which checks fail with the list the project admits to.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "base/files.h"
#include "base/json.h"
#include "catalogue/evidence.h"
#include "checks/check_reader.h"
#include "checks/report.h"
#include "sim/model.h"

namespace syn::checks {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> knownFailures(const fs::path& file) {
  std::map<std::string, std::string> known;
  const JsonDocument document = JsonDocument::load(file);
  IssueList issues;
  ObjectReader in(document.root(), issues);
  for (const JsonNode& node : in.array("known_failures")) {
    ObjectReader entry(node, issues);
    const std::string id = entry.text("id");
    known[id] = entry.text("reason");
    entry.finish();
  }
  in.finish();
  issues.throwIfAny();
  return known;
}

// The table of a file of checks as the README shows it.
std::string scoreInReadme(const std::string& file) {
  const std::string begin = "<!-- " + file + ":begin -->\n", end = "<!-- " + file + ":end -->";
  const std::string text = readFile(fs::path(SYN_SOURCE_DIR) / "README.md", 1 << 20);
  const std::size_t from = text.find(begin), to = text.find(end);
  if (from == std::string::npos || to == std::string::npos) return {};
  return text.substr(from + begin.size(), to - from - begin.size());
}

class Calibration : public testing::TestWithParam<fs::path> {};

TEST_P(Calibration, FailsExactlyTheChecksItAdmitsToAndShowsItsScore) {
  const fs::path data = fs::path(SYN_SOURCE_DIR) / "data";
  const auto model = sim::Model::load(data);
  const auto checks = readChecks(GetParam());
  CheckRunOptions options;
  options.threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const auto results = runChecks(populationOf(*model), checks, options);
  const auto known = knownFailures(data / "evidence/known_failures.json");

  for (const CheckResult& result : results) {
    EXPECT_EQ(result.error, "") << result.id << " could not be computed";
    if (known.contains(result.id)) {
      EXPECT_FALSE(result.pass) << result.id << " passes now with " << result.simulated
                                << "; take it off known_failures.json";
    } else {
      EXPECT_TRUE(result.pass) << result.id << " gives " << result.simulated << ", outside "
                               << result.low << " .. " << result.high;
    }
  }
  const Score score = scoreOf(results);
  EXPECT_EQ(scoreInReadme(GetParam().stem().string()), reportMarkdown(results))
      << "give ./dev score to renew the README";
  EXPECT_GE(score.passed, 0.9 * score.total) << score.passed << " of " << score.total;
}

INSTANTIATE_TEST_SUITE_P(Files, Calibration,
                         testing::ValuesIn(checkFiles(fs::path(SYN_SOURCE_DIR) / "data")),
                         [](const auto& file) { return file.param.stem().string(); });

TEST(KnownFailures, AreChecksAndHaveReasons) {
  const fs::path evidence = fs::path(SYN_SOURCE_DIR) / "data/evidence";
  std::set<std::string> ids;
  for (const fs::path& file : checkFiles(evidence.parent_path())) {
    for (const Check& check : readChecks(file)) ids.insert(check.id);
  }
  for (const auto& [id, reason] : knownFailures(evidence / "known_failures.json")) {
    EXPECT_TRUE(ids.contains(id)) << id << " is no check";
    EXPECT_FALSE(reason.empty()) << id << " has no reason";
  }
}

}  // namespace
}  // namespace syn::checks
