#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "sim/population.h"

namespace syn::checks {

/// Simulates people: the values of each request as runPopulation gives them. The requests of one
/// call belong to one check.
using Population =
    std::function<std::vector<std::vector<double>>(const std::vector<sim::RunRequest>&)>;

/// The people of a model, which must outlive the result.
[[nodiscard]] Population populationOf(const sim::Model& model);

/// What came of one check.
struct CheckResult {
  std::string id;
  std::string group;
  std::optional<double> published;
  double low = 0, high = 0;
  double simulated = std::numeric_limits<double>::quiet_NaN();  ///< NaN when `error` is not empty
  bool pass = false;
  double seconds = 0;  ///< wall clock of this check
  std::string error;   ///< why there is no number; empty when there is one
};

struct CheckRunOptions {
  int people = 0;  ///< instead of each check's own number; 0 = its own
  int threads = 1;
  /// Called in the order of the checks as soon as a result and all before it are there.
  std::function<void(const CheckResult&)> onResult;
};

/// Replays every check. A check that cannot be computed becomes a result with `error`; nothing but
/// running out of memory stops the others. Results do not depend on `threads`.
[[nodiscard]] std::vector<CheckResult> runChecks(const Population& population,
                                                 const std::vector<Check>& checks,
                                                 const CheckRunOptions& options = {});

/// Replays one check on `threads` threads.
[[nodiscard]] CheckResult runCheck(const Population& population, const Check& check, int people = 0,
                                   int threads = 1);

}  // namespace syn::checks
