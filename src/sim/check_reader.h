#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/measure.h"
#include "sim/person_reader.h"
#include "sim/schedule.h"

namespace syn::sim {

/// What is made from symptom severities at several weeks instead of being a state itself.
///
/// response: severity at the week is at most half of that at the baseline week.
/// remission: severity is below the threshold, or below 0.2 of that at the baseline week.
/// relapse: severity is above the threshold in any week after the baseline week, up to the week.
enum class Outcome { state, response, remission, relapse };

/// Severity above which a relapse counts when the check names no threshold.
inline constexpr double kRelapseSeverity = 0.35;

/// A measure of a check: a state, a state turned into 0/1 by a bound, or an outcome.
struct CheckMeasure {
  Measure state;  ///< symptom severity of the condition for an outcome
  Outcome outcome = Outcome::state;
  std::optional<double> atLeast;  ///< "threshold": 1 at or above it; severity of an outcome
  std::optional<double> above;    ///< 1 above it
  std::optional<TimePoint> week;  ///< own time, where the statistic lets a measure have one
  std::optional<TimePoint> from;  ///< own baseline of an outcome

  /// Always 0 or 1.
  [[nodiscard]] bool isBinary() const {
    return outcome != Outcome::state || atLeast || above || state.quantity == Quantity::dementia;
  }
};

/// Keeps only people for whom a 0/1 measure is `equals` at its week.
struct Among {
  CheckMeasure measure;
  bool equals = true;
  std::string arm;  ///< "in": people kept there are used in all arms; empty = each its own
};

enum class StatisticKind {
  value,
  percentChange,
  change,
  percentPerYear,
  difference,
  ratio,
  cohensD,
  cohensDChange,
  proportion,
  oddsRatio,
  hazardRatio,
  riskRatio,
  ageOfPeak,
  onsetDelay,
  weekToFraction,
  correlation,
  heritability,
  gainRatio,
  recoveredFraction
};

[[nodiscard]] std::optional<StatisticKind> statisticKindOf(std::string_view word);

struct Statistic {
  StatisticKind kind = StatisticKind::value;
  std::string arm, versus, control, versusControl;  ///< names of arms; empty when not used
  std::optional<TimePoint> from, to, versusFrom, versusTo;
  double fraction = 0;               ///< of week_to_fraction
  std::optional<CheckMeasure> with;  ///< of correlation
  std::optional<Among> among;
};

struct CheckArm {
  std::string name;
  PersonSpec person;  ///< the check's person with this arm's overrides
  Schedule schedule;  ///< weeks from week 0
};

struct Expectation {
  std::optional<double> value;  ///< as published; absent for directions
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

/// One published study to replay.
struct Check {
  std::string id;
  std::string group;
  std::vector<std::string> evidence;
  int people = 100;
  std::uint64_t seed = 1;
  std::vector<CheckArm> arms;
  CheckMeasure measure;
  CheckMeasure versusMeasure;  ///< same as `measure` unless given
  Statistic statistic;
  Expectation expect;
  /// What this check asks for and the program does not know or cannot do; such a check is an error,
  /// not passed, while the rest of the file still runs.
  std::vector<std::string> errors;

  [[nodiscard]] const CheckArm& arm(const std::string& name) const;
};

/// Reads check files in the format of data/evidence/README.md. Throws ContentError with every
/// issue when a file is malformed: syntax, missing or unknown keys, wrong types, reversed spans,
/// arms that are not there, repeated ids.
[[nodiscard]] std::vector<Check> readChecks(const std::filesystem::path& file);
[[nodiscard]] std::vector<Check> parseChecks(std::string_view text, const std::string& name);

}  // namespace syn::sim
