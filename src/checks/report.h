#pragma once

#include <string>
#include <utility>
#include <vector>

#include "checks/runner.h"

namespace syn::checks {

/// How many passed, in all or in one group.
struct Score {
  int passed = 0;
  int total = 0;
};
[[nodiscard]] Score scoreOf(const std::vector<CheckResult>& results);
/// Groups in order of first appearance.
[[nodiscard]] std::vector<std::pair<std::string, Score>> scoreByGroup(
    const std::vector<CheckResult>& results);

/// {"checks": [{"id", "group", "published", "low", "high", "simulated", "pass", "margin", "seeds",
/// "held", "hangs_on_seed", "seconds", "error"}], "passed", "total"}; what has no value is null.
[[nodiscard]] std::string reportJson(const std::vector<CheckResult>& results);
/// Table of the score by group in Markdown, as it stands in the README.
[[nodiscard]] std::string reportMarkdown(const std::vector<CheckResult>& results);

}  // namespace syn::checks
