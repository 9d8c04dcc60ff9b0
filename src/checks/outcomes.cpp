#include "checks/outcomes.h"

#include <algorithm>
#include <array>

namespace syn::checks {
namespace {

/// Severity above which a relapse counts when the check names no threshold.
constexpr double kRelapseSeverity = 0.35;

/// Severity at the week is at most half of that at the baseline week, if there was any.
Values response(Sampler& sampler, const std::string& arm, const CheckMeasure& measure, int baseline,
                int week) {
  Values values = sampler.state(arm, measure.state, week);
  const Values start = sampler.state(arm, measure.state, baseline);
  for (std::size_t p = 0; p < values.size(); ++p) {
    values[p] = start[p] > 0 && values[p] <= 0.5 * start[p] ? 1 : 0;
  }
  return values;
}

/// Severity is below the threshold, or below 0.2 of that at the baseline week.
Values remission(Sampler& sampler, const std::string& arm, const CheckMeasure& measure,
                 int baseline, int week) {
  Values values = sampler.state(arm, measure.state, week);
  if (measure.atLeast) {
    for (double& v : values) v = v < *measure.atLeast ? 1 : 0;
    return values;
  }
  const Values start = sampler.state(arm, measure.state, baseline);
  for (std::size_t p = 0; p < values.size(); ++p) {
    values[p] = start[p] > 0 && values[p] < 0.2 * start[p] ? 1 : 0;
  }
  return values;
}

/// Severity is above the threshold in any week after the baseline week, up to the week.
Values relapse(Sampler& sampler, const std::string& arm, const CheckMeasure& measure, int baseline,
               int week) {
  Values relapsed(sampler.planning() ? 0 : sampler.people(), 0.0);
  const double bound = measure.atLeast.value_or(kRelapseSeverity);
  for (int w = baseline + 1; w <= week; ++w) {
    const Values severity = sampler.state(arm, measure.state, w);
    for (std::size_t p = 0; p < severity.size(); ++p) {
      if (severity[p] > bound) relapsed[p] = 1;
    }
  }
  return relapsed;
}

constexpr std::array<OutcomeKind, 3> kKinds{{
    {"response", response},
    {"remission", remission},
    {"relapse", relapse, true},
}};

}  // namespace

std::span<const OutcomeKind> outcomeKinds() {
  return kKinds;
}

const OutcomeKind* outcomeKind(std::string_view word) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                  [&](const OutcomeKind& kind) { return kind.word == word; });
  return found == kKinds.end() ? nullptr : &*found;
}

Values readMeasure(Sampler& sampler, const std::string& arm, const CheckMeasure& measure,
                   int baseline, int week) {
  if (measure.outcome != nullptr) {
    return measure.outcome->read(sampler, arm, measure, baseline, week);
  }
  Values values = sampler.state(arm, measure.state, week);
  for (double& v : values) {
    if (measure.atLeast) {
      v = v >= *measure.atLeast ? 1 : 0;
    } else if (measure.above) {
      v = v > *measure.above ? 1 : 0;
    }
  }
  return values;
}

}  // namespace syn::checks
