#include "checks/report.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace syn::checks {

Score scoreOf(const std::vector<CheckResult>& results) {
  Score score;
  for (const CheckResult& result : results) {
    ++score.total;
    if (result.pass) ++score.passed;
  }
  return score;
}

std::vector<std::pair<std::string, Score>> scoreByGroup(const std::vector<CheckResult>& results) {
  std::vector<std::pair<std::string, Score>> groups;
  for (const CheckResult& result : results) {
    auto found = std::find_if(groups.begin(), groups.end(),
                              [&](const auto& group) { return group.first == result.group; });
    if (found == groups.end()) found = groups.insert(groups.end(), {result.group, {}});
    ++found->second.total;
    if (result.pass) ++found->second.passed;
  }
  return groups;
}

std::string reportJson(const std::vector<CheckResult>& results) {
  using Json = nlohmann::ordered_json;
  const auto numberOrNull = [](double v) { return std::isfinite(v) ? Json(v) : Json(nullptr); };
  Json rows = Json::array();
  for (const CheckResult& result : results) {
    rows.push_back({{"id", result.id},
                    {"group", result.group},
                    {"published", result.published ? Json(*result.published) : Json(nullptr)},
                    {"low", numberOrNull(result.low)},
                    {"high", numberOrNull(result.high)},
                    {"simulated", numberOrNull(result.simulated)},
                    {"pass", result.pass},
                    {"margin", numberOrNull(result.margin)},
                    {"seeds", result.seeds},
                    {"held", result.held},
                    {"hangs_on_seed", result.hangsOnSeed()},
                    {"seconds", std::round(result.seconds * 1e4) / 1e4},
                    {"error", result.error.empty() ? Json(nullptr) : Json(result.error)}});
  }
  const Score score = scoreOf(results);
  const Json report{{"checks", rows}, {"passed", score.passed}, {"total", score.total}};
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string reportMarkdown(const std::vector<CheckResult>& results) {
  const auto row = [](const std::string& name, const Score& score) {
    return "| " + name + " | " + std::to_string(score.passed) + " | " +
           std::to_string(score.total) + " |\n";
  };
  std::string out = "| group | passed | of |\n|---|---:|---:|\n";
  for (const auto& [group, score] : scoreByGroup(results)) out += row(group, score);
  return out + row("**all**", scoreOf(results));
}

}  // namespace syn::checks
