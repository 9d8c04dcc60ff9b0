#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace syn::sim {

/// A number that is the same for everybody (sd 0) or drawn per person from a normal distribution.
struct Drawn {
  double mean = 0;
  double sd = 0;
  friend bool operator==(const Drawn&, const Drawn&) = default;
};

/// Line of a file, for messages. Where something was read is no part of what it is, so all lines
/// are equal.
struct SourceLine {
  int number = 0;
  friend bool operator==(const SourceLine&, const SourceLine&) { return true; }
};

/// One span of something lived: an exposure with a dose, or a condition or event with a severity.
/// Times are weeks relative to week 0 of the person (negative in a history), half open [from, to).
struct Entry {
  std::string exposure;  ///< id of an exposure, condition or event
  Drawn dose;            ///< in the exposure's own unit; severity 0..1 for conditions
  double fromWeek = 0;
  double toWeek = 0;
  bool acute = false;               ///< one session or night in week `fromWeek`; read right after
  std::optional<double> novelty;    ///< 0..1
  std::optional<double> challenge;  ///< 0..1
  std::string skill;                ///< motor language instrument navigation study habit
  std::string target;               ///< condition, habit or organ the exposure is aimed at
  std::string region;               ///< region id
  std::string hemisphere;           ///< left | right | both; empty = both
  std::string from, to;             ///< regions of a connection (exposure `use`)
  std::string path;                 ///< old | new (exposure `use` on a habit)
  SourceLine line;                  ///< where it was read

  friend bool operator==(const Entry&, const Entry&) = default;
};

using Schedule = std::vector<Entry>;

struct ConditionStart {
  Drawn severity;
  std::optional<double> sinceAge;  ///< years; absent = just begun at week 0
  friend bool operator==(const ConditionStart&, const ConditionStart&) = default;
};

enum class Sex { unspecified, female, male };
enum class AdultNeurogenesis { persists, absent };

struct ModelOptions {
  bool fixedBrain = false;  ///< the old doctrine: only norms and damage act after childhood
  AdultNeurogenesis adultNeurogenesis = AdultNeurogenesis::persists;
  friend bool operator==(const ModelOptions&, const ModelOptions&) = default;
};

/// Who is simulated. `history` times are weeks relative to week 0 (so negative).
struct PersonSpec {
  Drawn ageYears;  ///< age at week 0
  Sex sex = Sex::unspecified;
  Schedule history;
  std::map<std::string, ConditionStart> conditions;  ///< condition id -> state at week 0
  std::map<std::string, double> traits;              ///< overrides of drawn traits, by name
  ModelOptions options;
  friend bool operator==(const PersonSpec&, const PersonSpec&) = default;
};

}  // namespace syn::sim
