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
  /// How far inside its range the number lies (see marginOf()).
  double margin = std::numeric_limits<double>::quiet_NaN();
  int seeds = 1;       ///< how many draws of people were tried, the check's own first
  int held = 0;        ///< under how many of them it passes
  double seconds = 0;  ///< wall clock of this check
  std::string error;   ///< why there is no number; empty when there is one

  /// Other people would have decided otherwise.
  [[nodiscard]] bool hangsOnSeed() const { return held > 0 && held < seeds; }
};

/// Way from a number to the nearer end of its range, in widths of the range: 0.5 in the middle, 0
/// at an end, negative outside. A range open at one side has the size of its end as width; NaN when
/// open at both, or when its only end is 0.
[[nodiscard]] double marginOf(double low, double high, double value);

struct CheckRunOptions {
  int people = 0;  ///< instead of each check's own number; 0 = its own
  int threads = 1;
  int seeds = 1;  ///< draws of people a check: its own, whose number is reported, and others
  /// Called in the order of the checks as soon as a result and all before it are there.
  std::function<void(const CheckResult&)> onResult;
};

/// Replays every check. A check that cannot be computed becomes a result with `error`; nothing but
/// running out of memory stops the others. Results do not depend on `threads`.
[[nodiscard]] std::vector<CheckResult> runChecks(const Population& population,
                                                 const std::vector<Check>& checks,
                                                 const CheckRunOptions& options = {});

/// Replays one check on `threads` threads, with `seeds` draws of people.
[[nodiscard]] CheckResult runCheck(const Population& population, const Check& check, int people = 0,
                                   int threads = 1, int seeds = 1);

}  // namespace syn::checks
