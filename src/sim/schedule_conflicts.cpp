#include "sim/schedule_conflicts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "sim/refusal.h"

namespace syn::sim {
namespace {

constexpr double kHoursPerWeek = 168;

/// Spans are rounded to whole weeks; what only touches after rounding does not meet.
bool meet(const PlannedEntry& a, const PlannedEntry& b) {
  return a.from < b.to && b.from < a.to;
}

/// An empty list leaves the target open.
bool aimedAt(const std::vector<std::string>& targets, const std::string& target) {
  return targets.empty() || std::find(targets.begin(), targets.end(), target) != targets.end();
}

/// What two entries say how much there is of.
using Thing = std::tuple<std::string, int, std::string, std::string, std::string, std::string,
                         std::string, std::string>;

Thing thingOf(const Entry& entry, const PlannedEntry& planned) {
  const auto& [first, second] = std::minmax(entry.from, entry.to);
  return {entry.exposure, planned.skill, planned.skill < 0 ? entry.skill : "",
          first,          second,        entry.target,
          entry.region,   entry.path};
}

class ConflictFinder {
 public:
  ConflictFinder(const Model::Impl& model, const Schedule& schedule,
                 const std::vector<PlannedEntry>& planned, IssueList& issues)
      : model_(model), schedule_(schedule), planned_(planned), issues_(issues) {}

  void refuseOverlaps() {
    std::map<Thing, std::vector<std::size_t>> things;
    for (std::size_t i = 0; i < planned_.size(); ++i) {
      if (!planned_[i].acute) things[thingOf(schedule_[i], planned_[i])].push_back(i);
    }
    std::map<std::size_t, std::size_t> overlaps;  // entry -> an earlier one that it overlaps
    for (auto& [thing, entries] : things) findOverlaps(entries, overlaps);
    for (const auto& [later, earlier] : overlaps) {
      const Entry& a = schedule_[earlier];
      const Entry& b = schedule_[later];
      refuse(later, "overlap",
             "two spans of the same thing overlap (weeks " + numberText(a.fromWeek) + " to " +
                 numberText(a.toWeek) + " and " + numberText(b.fromWeek) + " to " +
                 numberText(b.toWeek) + "); end the first where the second begins.");
    }
  }

  /// A week ends after 168 hours. What is not named gives way, except sleep.
  void refuseCrowdedWeeks() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < planned_.size(); ++i) {
      hours_.push_back(planned_[i].acute ? 0 : hoursOf(planned_[i]));
      nights_.push_back(planned_[i].acute ? -1 : nightOf(planned_[i]));
      if (hours_[i] > 0 || nights_[i] >= 0) order.push_back(i);
    }
    sortByStart(order);
    std::set<std::size_t> lived;
    std::multimap<int, std::size_t> ends;
    for (auto at = order.begin(); at != order.end();) {
      const int week = planned_[*at].from;
      const std::size_t first = *at;
      while (!ends.empty() && ends.begin()->first <= week) {
        lived.erase(ends.begin()->second);
        ends.erase(ends.begin());
      }
      for (; at != order.end() && planned_[*at].from == week; ++at) {
        if (planned_[*at].to <= week) continue;
        lived.insert(*at);
        ends.emplace(planned_[*at].to, *at);
      }
      refuseIfCrowded(first, week, lived);
    }
  }

  void refuseExclusions() {
    std::vector<std::vector<std::size_t>> byExposure(model_.exposures.size());
    for (std::size_t i = 0; i < planned_.size(); ++i) {
      if (planned_[i].exposure >= 0 && !planned_[i].acute) {
        byExposure[index(planned_[i].exposure)].push_back(i);
      }
    }
    for (std::size_t e = 0; e < byExposure.size(); ++e) {
      for (const Exclusion& exclusion : model_.exposures[e].row->excludes) {
        const int other = model_.exposureIndex(exclusion.exposure);
        if (other >= 0) refuseExclusion(exclusion, byExposure[e], byExposure[index(other)]);
      }
    }
  }

 private:
  void refuse(std::size_t entry, std::string rule, const std::string& message) {
    issues_.add(refusal(schedule_[entry], "", std::move(rule), message));
  }

  /// By first week; at the same week what has no length first.
  void sortByStart(std::vector<std::size_t>& entries) const {
    std::stable_sort(entries.begin(), entries.end(), [this](std::size_t a, std::size_t b) {
      const PlannedEntry& x = planned_[a];
      const PlannedEntry& y = planned_[b];
      return std::tuple(x.from, x.to > x.from) < std::tuple(y.from, y.to > y.from);
    });
  }

  /// Of entries of one thing, in the order in which they begin, each need only be held against the
  /// one before it that ends last, side by side.
  void findOverlaps(std::vector<std::size_t>& entries,
                    std::map<std::size_t, std::size_t>& overlaps) const {
    sortByStart(entries);
    std::array<std::optional<std::size_t>, 2> last;  // left, right
    for (const std::size_t i : entries) {
      for (const Hemisphere side : {Hemisphere::left, Hemisphere::right}) {
        if (!covers(planned_[i].sides, side)) continue;
        std::optional<std::size_t>& before = last[side == Hemisphere::left ? 0 : 1];
        if (before && meet(planned_[*before], planned_[i])) overlaps.emplace(i, *before);
        if (!before || planned_[i].to > planned_[*before].to) before = i;
      }
    }
  }

  const Exposure* exposureOf(const PlannedEntry& entry) const {
    return entry.exposure < 0 ? nullptr : &model_.exposures[index(entry.exposure)];
  }

  /// A dose out of its range is refused for that alone.
  static double doseOf(const PlannedEntry& entry, const ExposureRow& row) {
    return std::clamp(entry.dose.mean, row.info.low, row.info.high);
  }

  /// Hours a week awake that an entry takes up.
  double hoursOf(const PlannedEntry& entry) const {
    const Exposure* exposure = exposureOf(entry);
    if (exposure == nullptr || !aimedAt(exposure->row->hoursTargets, entry.target)) return 0;
    return exposure->row->hours * doseOf(entry, *exposure->row);
  }

  /// Hours of a night that an entry sets; negative when it is not about sleep.
  double nightOf(const PlannedEntry& entry) const {
    const Exposure* exposure = exposureOf(entry);
    if (exposure == nullptr) return -1;
    for (const Effect& effect : exposure->effects) {
      if (effect.scalar == kInSleepHours) return effect.at(doseOf(entry, *exposure->row));
    }
    return -1;
  }

  void refuseIfCrowded(std::size_t entry, int week, const std::set<std::size_t>& lived) {
    double night = model_.baselineSleepHours;
    double sum = 0;
    for (const std::size_t i : lived) {
      if (nights_[i] >= 0) night = nights_[i];
      if (hours_[i] > 0) sum += hours_[i];
    }
    if (!(sum + 7 * night > kHoursPerWeek)) return;
    std::string names;
    for (const std::size_t i : lived) {
      if (hours_[i] > 0) names += (names.empty() ? "" : ", ") + schedule_[i].exposure;
    }
    refuse(entry, "crowded-week",
           "in week " + numberText(week) + " " + numberText(std::round(sum)) + " hours of " +
               names + " and " + numberText(night) +
               " hours of sleep a night do not fit into the 168 hours of a week; lower a dose or "
               "let one span end before the other begins.");
  }

  /// `ours` exclude what `theirs` are.
  void refuseExclusion(const Exclusion& exclusion, std::vector<std::size_t> ours,
                       const std::vector<std::size_t>& theirs) {
    std::erase_if(ours, [&](std::size_t i) {
      return planned_[i].dose.mean < exclusion.dose ||
             !aimedAt(exclusion.targets, planned_[i].target);
    });
    if (ours.empty()) return;
    sortByStart(ours);
    // Of ours that begin before a week, the one that ends last is met if any is.
    std::vector<std::size_t> lasting;
    for (const std::size_t i : ours) {
      const bool later = lasting.empty() || planned_[i].to > planned_[lasting.back()].to;
      lasting.push_back(later ? i : lasting.back());
    }
    for (const std::size_t j : theirs) {
      if (planned_[j].dose.mean <= 0 || !aimedAt(exclusion.theirTargets, planned_[j].target)) {
        continue;
      }
      const auto after = std::partition_point(ours.begin(), ours.end(), [&](std::size_t i) {
        return planned_[i].from < planned_[j].to;
      });
      if (after == ours.begin()) continue;
      const std::size_t i = lasting[static_cast<std::size_t>(after - ours.begin()) - 1];
      if (!meet(planned_[i], planned_[j])) continue;
      refuse(j, "excluded",
             "it cannot be lived together with \"" + schedule_[i].exposure + "\" of weeks " +
                 numberText(schedule_[i].fromWeek) + " to " + numberText(schedule_[i].toWeek) +
                 ": " + exclusion.because + "; move or remove one of them.");
    }
  }

  const Model::Impl& model_;
  const Schedule& schedule_;
  const std::vector<PlannedEntry>& planned_;
  IssueList& issues_;
  std::vector<double> hours_, nights_;  ///< by entry, see hoursOf and nightOf
};

}  // namespace

void refuseConflicts(const Model::Impl& model, const Schedule& schedule,
                     const std::vector<PlannedEntry>& planned, IssueList& issues) {
  ConflictFinder finder(model, schedule, planned, issues);
  finder.refuseOverlaps();
  finder.refuseCrowdedWeeks();
  finder.refuseExclusions();
}

}  // namespace syn::sim
