#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "sim/schedule.h"

namespace syn::sim {

/// A time as a file gives it: weeks relative to week 0, or an age in years.
struct TimePoint {
  double value = 0;
  bool isAge = false;

  /// Weeks relative to week 0 of somebody who is `age` years old then.
  [[nodiscard]] double week(double age) const;
};

/// One schedule entry as read; its times become weeks once the age at week 0 is known.
struct EntryDraft {
  Entry entry;
  TimePoint from;
  TimePoint to;
  bool sound = true;  ///< nothing was wrong with it
};

/// A person, or the fields of one that override another person's, as read from a file.
struct PersonDraft {
  std::optional<Drawn> age;
  std::optional<Sex> sex;
  std::optional<std::vector<EntryDraft>> history;
  std::optional<std::map<std::string, ConditionStart>> conditions;
  std::optional<std::map<std::string, double>> traits;
  std::optional<ModelOptions> options;

  /// This person with every field that `changes` gives in its place.
  [[nodiscard]] PersonDraft with(const PersonDraft& changes) const;
  /// History in weeks relative to week 0, cut off there. Absent fields take their defaults.
  [[nodiscard]] PersonSpec spec() const;
};

/// Entries in weeks relative to week 0 of somebody `age` years old then.
[[nodiscard]] Schedule scheduleOf(const std::vector<EntryDraft>& drafts, double age);

/// Which unit the times of a list of entries may have.
enum class TimeUnit { weeks, ages, either };

/// Reads a list of entries: exposure, dose or severity, times, and the exposure's own fields.
/// Structure, types, units and order are checked here; ids and doses by the model.
[[nodiscard]] std::vector<EntryDraft> readEntries(const std::vector<JsonNode>& nodes, TimeUnit unit,
                                                  IssueList& issues);

/// Reads an object of person fields; all optional.
[[nodiscard]] PersonDraft readPerson(const JsonNode& node, IssueList& issues);

/// A number, or {"mean", "sd"}.
[[nodiscard]] Drawn readDrawn(const JsonNode& node, Range range, IssueList& issues);

/// Word of the model for a skill, whatever of its usual spellings a file uses ("motor skill").
[[nodiscard]] std::string canonicalSkill(const std::string& word);

}  // namespace syn::sim
