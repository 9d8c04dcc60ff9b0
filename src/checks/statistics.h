#pragma once

#include <span>
#include <string_view>

namespace syn::checks {

class Readings;

/// What a check compares with a published number: its word in check files, what it needs, and how
/// it is computed. `compute` is called twice, see Sampler; it throws Error with a sentence when the
/// number is not defined.
struct StatisticKind {
  std::string_view word;
  double (*compute)(Readings& readings);
  bool needsVersus = false;    ///< a second side to compare with
  bool needsEnd = true;        ///< "to_week"
  bool countsPeople = false;   ///< 0/1 measures only
  bool needsFraction = false;  ///< "fraction"
  bool needsWith = false;      ///< "with", a second measure
  bool ofTwins = false;        ///< lives pairs of twins, of both kinds
};

/// All there are. To add one, write its function and a row in statistics.cpp.
[[nodiscard]] std::span<const StatisticKind> statisticKinds();
/// Null when no statistic has this word.
[[nodiscard]] const StatisticKind* statisticKind(std::string_view word);

}  // namespace syn::checks
