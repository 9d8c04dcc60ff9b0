#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "checks/sampler.h"

namespace syn::checks {

/// Weeks from week 0 of an arm's people, both ends included.
struct WeekSpan {
  int from = 0;
  int to = 0;
};

/// What the statistics ask of the people of one check: values, changes and means of its measures in
/// its arms, of those people whom "among" keeps. While the sampler plans, values are empty and
/// means are 0. Throws Error when a span or a group is empty.
class Readings {
 public:
  Readings(const Check& check, Sampler& sampler);

  [[nodiscard]] const Check& check() const { return check_; }
  [[nodiscard]] const Statistic& statistic() const { return check_.statistic; }
  [[nodiscard]] bool planning() const { return sampler_.planning(); }
  [[nodiscard]] Sampler& sampler() { return sampler_; }

  [[nodiscard]] double ageOf(const std::string& arm) const;
  [[nodiscard]] int weekOf(const sim::TimePoint& point, const std::string& arm) const;
  /// The span of the statistic in an arm, and on the side of "versus".
  [[nodiscard]] WeekSpan spanIn(const std::string& arm) const;
  [[nodiscard]] WeekSpan versusSpanIn(const std::string& arm) const;
  [[nodiscard]] WeekSpan span() const { return spanIn(statistic().arm); }
  [[nodiscard]] WeekSpan versusSpan() const { return versusSpanIn(statistic().versus); }

  /// Of everybody, kept or not.
  Values everybody(const std::string& arm, const CheckMeasure& measure, int baseline, int week);
  Values values(const std::string& arm, const CheckMeasure& measure, int baseline, int week);
  double meanAt(const std::string& arm, const CheckMeasure& measure, int baseline, int week);
  /// Each person's change over a span; an outcome is a change already.
  Values changes(const std::string& arm, const CheckMeasure& measure, WeekSpan span);
  double meanChange(const std::string& arm, const CheckMeasure& measure, WeekSpan span);

  /// Whether "among" keeps somebody in an arm.
  [[nodiscard]] bool keeps(const std::string& arm, std::size_t person) const;

  /// First week after `span.from`, up to `span.to`, at which a 0/1 measure holds, for everybody;
  /// with `atStart` the week span.from counts too. -1 for never; -2 for people in whom a state
  /// holds from the start while the start does not count.
  std::vector<int> firstWeeks(const std::string& arm, const CheckMeasure& measure, WeekSpan span,
                              bool atStart);

  /// 0 while planning. Throws Error with the complaint when there is nothing to divide by.
  [[nodiscard]] double divide(double numerator, double denominator, const char* complaint) const;

 private:
  void findKept();
  [[nodiscard]] WeekSpan spanOf(const std::string& arm, const std::optional<sim::TimePoint>& from,
                                const std::optional<sim::TimePoint>& to) const;

  const Check& check_;
  Sampler& sampler_;
  std::map<std::string, std::vector<char>> kept_;  ///< by arm; empty: everybody
};

}  // namespace syn::checks
