#pragma once

#include <span>
#include <string>
#include <string_view>

#include "checks/sampler.h"

namespace syn::checks {

/// What is made from symptom severities at several weeks instead of being a state itself: 1 for
/// people in whom it holds, else 0. `baseline` is the week that it looks back to.
struct OutcomeKind {
  std::string_view word;  ///< as the "quantity" of a measure
  Values (*read)(Sampler& sampler, const std::string& arm, const CheckMeasure& measure,
                 int baseline, int week);
  bool ofSpan = false;  ///< looks at every week of its span, not only at the two ends
};

/// All there are. To add one, write its function and a row in outcomes.cpp.
[[nodiscard]] std::span<const OutcomeKind> outcomeKinds();
/// Null when no outcome has this word.
[[nodiscard]] const OutcomeKind* outcomeKind(std::string_view word);

/// A measure of everybody in an arm at a week: its state, the state turned into 0/1, or its
/// outcome.
[[nodiscard]] Values readMeasure(Sampler& sampler, const std::string& arm,
                                 const CheckMeasure& measure, int baseline, int week);

}  // namespace syn::checks
