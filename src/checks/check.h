#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "sim/measure.h"
#include "sim/person_reader.h"
#include "sim/schedule.h"

namespace syn::checks {

struct OutcomeKind;    // see outcomes.h
struct StatisticKind;  // see statistics.h

/// A measure of a check: a state, a state turned into 0/1 by a bound, or an outcome.
struct CheckMeasure {
  sim::Measure state;                    ///< symptom severity of the condition for an outcome
  const OutcomeKind* outcome = nullptr;  ///< null: the state itself
  std::optional<double> atLeast;         ///< "threshold": 1 at or above it; severity of an outcome
  std::optional<double> above;           ///< 1 above it
  std::optional<sim::TimePoint> week;    ///< own time, where the statistic lets a measure have one
  std::optional<sim::TimePoint> from;    ///< own baseline of an outcome

  /// Always 0 or 1.
  [[nodiscard]] bool isBinary() const {
    return outcome != nullptr || atLeast || above || state.quantity == sim::Quantity::dementia;
  }
};

/// Keeps only people for whom a 0/1 measure is `equals` at its week.
struct Among {
  CheckMeasure measure;
  bool equals = true;
  std::string arm;  ///< "in": people kept there are used in all arms; empty = each its own
};

struct Statistic {
  const StatisticKind* kind = nullptr;  ///< null: unknown, and among the errors of the check
  std::string arm, versus, control, versusControl;  ///< names of arms; empty when not used
  std::optional<sim::TimePoint> from, to, versusFrom, versusTo;
  double fraction = 0;               ///< of week_to_fraction
  std::optional<CheckMeasure> with;  ///< of correlation
  std::optional<Among> among;
};

struct CheckArm {
  std::string name;
  sim::PersonSpec person;  ///< the check's person with this arm's overrides
  sim::Schedule schedule;  ///< weeks from week 0
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

}  // namespace syn::checks
