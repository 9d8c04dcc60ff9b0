#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "checks/runner.h"

namespace syn::checks {

/// How far one parameter moves one check.
struct Influence {
  std::string parameter;
  std::string check;
  /// Change of the simulated number when the parameter is raised and lowered, as a share of the
  /// width of the accepted range (of the number itself when the range is open).
  double raised = 0, lowered = 0;
  bool flips = false;  ///< the check passes on one side and fails on the other

  [[nodiscard]] double strength() const;  ///< the larger of the two, without sign
};

struct SensitivityOptions {
  double step = 0.1;     ///< parameters are multiplied by 1 + step and 1 - step
  double least = 0.005;  ///< weaker influences are left out
  int people = 16;       ///< a check; the same persons every time, so few show an effect
  int threads = 1;
  std::string prefix;  ///< only parameters whose id begins with this
  std::function<void(double share, const std::string& parameter)> progress;
};

struct SensitivityReport {
  std::vector<CheckResult> baseline;
  std::vector<Influence> influences;   ///< by check, strongest first
  std::vector<std::string> inert;      ///< parameters that move no check
  std::vector<std::string> unsourced;  ///< parameters without a source, or with an assumption only
  /// Parameters without a source that no check pins either, not even when those that are said to
  /// pin them are replayed with their own people: there is no reason for their value.
  std::vector<std::string> baseless;
  std::vector<std::string>
      skipped;  ///< zero, or refused by the model when changed; with the reason
};

/// Raises every parameter of the model in turn and replays the checks, then lowers it and replays
/// the checks it moved. Results do not depend on the number of threads.
[[nodiscard]] SensitivityReport runSensitivity(const std::shared_ptr<const sim::Model>& model,
                                               const std::vector<Check>& checks,
                                               const SensitivityOptions& options);

/// {"checks": {id: [{"parameter", "raised", "lowered", "flips"}]}, "inert", "unsourced",
/// "baseless", "skipped"}
[[nodiscard]] std::string sensitivityJson(const SensitivityReport& report);
/// For people: the strongest `most` parameters of each check, then the lists.
[[nodiscard]] std::string sensitivityMarkdown(const SensitivityReport& report,
                                              std::size_t most = 5);

}  // namespace syn::checks
