#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "sim/habit_path.h"
#include "sim/model_impl.h"
#include "sim/schedule.h"

namespace syn::sim {

/// An entry with its ids resolved.
struct PlannedEntry {
  int exposure = -1;  ///< or
  int circuit = -1;   ///< a condition, imposed with a severity
  Drawn dose;
  int from = 0, to = 0;  ///< weeks from week 0
  bool acute = false;
  double novelty = 0.5, challenge = 0.5;
  int skill = -1;
  std::string target;
  int targetCircuit = -1;
  std::vector<int> structures, edges;  ///< named by the entry; empty when it names none
  Sides sides = Sides::both;
  HabitPath path = HabitPath::newPath;
  bool stroke = false;
  std::uint32_t draw = 0;  ///< which random number its dose takes
};

/// Planned entries in the order in which they were given, and by year: a question about one week
/// need not look at a whole life.
class PlannedSchedule {
 public:
  void add(PlannedEntry entry);
  void clear();
  [[nodiscard]] const std::vector<PlannedEntry>& all() const { return entries_; }
  /// Indices into `all`, ascending: all that begin, end or are lived in a week, and others.
  [[nodiscard]] std::span<const int> near(int week) const;

 private:
  static constexpr int kYears = 2 * kTableWeeks / kWeeksPerYear + 1;  ///< before and after week 0
  static std::size_t yearOf(int week);

  std::vector<PlannedEntry> entries_;
  std::array<std::vector<int>, kYears> byYear_;
};

struct PlannedCondition {
  int circuit = 0;
  Drawn severity;
  bool sudden = true;  ///< begins at week 0 instead of at an earlier age
};

struct LifePlan {
  PlannedSchedule history, arm;
  std::vector<PlannedCondition> conditions;
  bool lesions = false;
};

/// A schedule with more entries is refused: it could not be told, and takes long to live.
inline constexpr std::size_t kMostEntries = 10000;

/// Resolves a person and an arm; everything wrong goes to `issues` with the lines of the entries.
LifePlan planLife(const Model::Impl& model, const PersonSpec& person, const Schedule& arm,
                  IssueList& issues);

}  // namespace syn::sim
