#include "sim/life_plan.h"

#include <algorithm>
#include <cmath>

#include "base/did_you_mean.h"
#include "sim/population.h"
#include "sim/refusal.h"
#include "sim/schedule_conflicts.h"

namespace syn::sim {
namespace {

/// "0 to 14 h/night"; a unit that is the range itself is not said twice.
std::string rangeWords(double low, double high, const std::string& unit) {
  const std::string words = numberText(low) + " to " + numberText(high);
  const bool told = unit.empty() || unit == numberText(low) + ".." + numberText(high);
  return told ? words : words + " " + unit;
}

class Planner {
 public:
  Planner(const Model::Impl& model, const PersonSpec& person, IssueList& issues)
      : model_(model), person_(person), issues_(issues) {
    for (const ExposureInfo& info : model.exposureInfos) ids_.push_back(info.id);
    for (const SkillRow& row : model.description.skills) skills_.push_back(row.id);
    for (const CircuitRow& row : model.description.circuits) circuits_.push_back(row.id);
  }

  PlannedSchedule plan(const Schedule& schedule, bool history) {
    PlannedSchedule planned;
    if (schedule.size() > kMostEntries) {
      issues_.add({"", schedule[kMostEntries].line.number, "", "too-many",
                   "A life can have " + std::to_string(kMostEntries) + " spans, and this one has " +
                       std::to_string(schedule.size()) + "; join spans or leave some out."});
      return planned;
    }
    std::uint32_t draw = history ? 0x1000U : 0U;
    for (const Entry& entry : schedule) planned.add(entryOf(entry, history, draw++));
    refuseConflicts(model_, schedule, planned.all(), issues_);
    return planned;
  }

 private:
  void refuse(const Entry& entry, std::string place, std::string rule, const std::string& message) {
    issues_.add(refusal(entry, std::move(place), std::move(rule), message));
  }

  PlannedEntry entryOf(const Entry& entry, bool history, std::uint32_t draw) {
    PlannedEntry out;
    out.draw = draw;
    out.dose = entry.dose;
    out.acute = entry.acute;
    if (const auto sides = sidesOf(entry.hemisphere)) {
      out.sides = *sides;
    } else {
      refuse(entry, "/hemisphere", "unknown-hemisphere", "a hemisphere is left, right or both.");
    }
    out.from = static_cast<int>(std::lround(entry.fromWeek));
    out.to = static_cast<int>(std::lround(entry.toWeek));
    out.exposure = model_.exposureIndex(entry.exposure);
    const int circuit = model_.circuitIndex(entry.exposure);
    const bool condition =
        circuit >= 0 && model_.circuits[index(circuit)].kind != CircuitNumbers::Kind::habit;
    double low = 0, high = 1;
    std::string unit = "severity";
    if (condition) {
      out.circuit = circuit;
      lived(entry, model_.description.circuits[index(circuit)].info);
      if (entry.acute) {
        refuse(entry, "/acute", "contradiction",
               "an illness does not last one session or night; leave out \"acute\" and give it a "
               "span.");
      }
    } else if (out.exposure >= 0) {
      const ExposureRow& row = *model_.exposures[index(out.exposure)].row;
      out.stroke = row.stroke;
      out.novelty = entry.novelty.value_or(row.novelty);
      out.challenge = entry.challenge.value_or(row.challenge);
      low = row.info.low;
      high = row.info.high;
      unit = row.info.unit;
      fields(entry, row);
      target(entry, row, out);
      lived(entry, row.info);
    } else {
      issues_.add(
          {"", entry.line.number, "", "unknown-exposure",
           "There is no exposure \"" + entry.exposure + "\"" + didYouMean(entry.exposure, ids_)});
      return out;
    }
    if (!std::isfinite(entry.dose.mean) || entry.dose.mean < low || entry.dose.mean > high) {
      const bool severity = unit == "severity";
      refuse(entry, severity ? "/severity" : "/dose", "out-of-range",
             std::string(severity ? "the severity " : "the dose ") + numberText(entry.dose.mean) +
                 " lies outside " + rangeWords(low, high, severity ? "" : unit) +
                 "; give one inside.");
    }
    if (!(entry.dose.sd >= 0))
      refuse(entry, "/dose", "out-of-range", "the sd must not be negative.");
    span(entry, history, out.stroke);
    region(entry, out);
    return out;
  }

  void span(const Entry& entry, bool history, bool stroke) {
    if (!std::isfinite(entry.fromWeek) || !std::isfinite(entry.toWeek)) {
      refuse(entry, "", "span", "the span has no end or no beginning.");
      return;
    }
    if (entry.toWeek < entry.fromWeek) {
      refuse(entry, "", "reversed-span",
             "it ends (week " + numberText(entry.toWeek) + ") before it begins (week " +
                 numberText(entry.fromWeek) + "); swap the two.");
    } else if (entry.toWeek == entry.fromWeek && !entry.acute && !stroke) {
      refuse(entry, "", "empty-span", "it begins and ends in the same week; give it a length.");
    }
    if (history && entry.toWeek > 0.5) {
      refuse(entry, "", "span", "the history must end by week 0; move the rest into an arm.");
    }
    if (!history && entry.fromWeek < 0) {
      refuse(entry, "", "span", "an arm begins at week 0; move earlier spans into the history.");
    }
    const double age = person_.ageYears.mean;
    if (age + entry.fromWeek / kWeeksPerYear < -0.01) {
      refuse(entry, "", "age", "it begins before birth.");
    }
    if (person_.ageYears.sd == 0 && age + entry.toWeek / kWeeksPerYear > 110) {
      refuse(entry, "", "age", "it ends after the age of 110.");
    }
  }

  /// Ages at which the exposure exists at all; what only reaches beyond them is left alone.
  void lived(const Entry& entry, const ExposureInfo& row) {
    if (entry.dose.mean == 0 && entry.dose.sd == 0) return;
    const double from = person_.ageYears.mean + entry.fromWeek / kWeeksPerYear;
    const double to = person_.ageYears.mean + entry.toWeek / kWeeksPerYear;
    const bool tooEarly = row.fromAge > 0 && to <= row.fromAge;
    if (!tooEarly && from < row.toAge) return;
    refuse(entry, "", "age",
           "it belongs to the ages of " + numberText(row.fromAge) + " to " + numberText(row.toAge) +
               ", and this span lies wholly outside; move or remove it.");
  }

  void fields(const Entry& entry, const ExposureRow& row) {
    const auto check = [&](bool given, const char* field) {
      if (!given) return;
      if (std::find(row.info.fields.begin(), row.info.fields.end(), field) ==
          row.info.fields.end()) {
        refuse(entry, std::string("/") + field, "unknown-field",
               "it has no field \"" + std::string(field) + "\"; leave it out.");
      }
    };
    check(entry.novelty.has_value(), "novelty");
    check(entry.challenge.has_value(), "challenge");
    check(!entry.skill.empty(), "skill");
    check(!entry.target.empty(), "target");
    check(!entry.region.empty(), "region");
    check(!entry.path.empty(), "path");
    check(!entry.from.empty() || !entry.to.empty(), "from");
    for (const auto& [value, field] :
         {std::pair{entry.novelty, "novelty"}, std::pair{entry.challenge, "challenge"}}) {
      if (value && !(*value >= 0 && *value <= 1)) {
        refuse(entry, std::string("/") + field, "out-of-range",
               std::string("the ") + field + " must lie between 0 and 1.");
      }
    }
  }

  void target(const Entry& entry, const ExposureRow& row, PlannedEntry& out) {
    out.target = entry.target;
    if (!entry.skill.empty()) {
      out.skill = model_.skillIndex(entry.skill);
      if (out.skill < 0) {
        refuse(entry, "/skill", "unknown-skill",
               "there is no skill \"" + entry.skill + "\"" + didYouMean(entry.skill, skills_));
      }
    }
    if (!entry.target.empty()) {
      out.targetCircuit = model_.circuitIndex(entry.target);
      const bool own =
          std::find(row.targets.begin(), row.targets.end(), entry.target) != row.targets.end();
      if (out.targetCircuit < 0 && !own) {
        std::vector<std::string> words = circuits_;
        words.insert(words.end(), row.targets.begin(), row.targets.end());
        refuse(entry, "/target", "unknown-target",
               "there is no target \"" + entry.target + "\"" + didYouMean(entry.target, words));
      }
    }
    if (!entry.path.empty()) {
      const auto path = habitPathOf(entry.path);
      if (!path) refuse(entry, "/path", "unknown-path", "a path is \"old\" or \"new\".");
      out.path = path.value_or(out.path);
    }
    if (!entry.from.empty() || !entry.to.empty()) {
      // As in readings, a pair is named from either end: what is used is the projection between
      // both.
      auto connection = model_.catalogue.connectionIndex(entry.from, entry.to);
      if (!connection) connection = model_.catalogue.connectionIndex(entry.to, entry.from);
      if (connection) {
        out.edges = model_.edgesOf(*connection, out.sides);
      } else {
        refuse(entry, "/from", "unknown-connection",
               "no connection runs from \"" + entry.from + "\" to \"" + entry.to + "\".");
      }
    }
    const bool use = std::any_of(row.effects.begin(), row.effects.end(),
                                 [](const EffectRow& e) { return e.on == "use_of_entry"; });
    if (use && !(entry.from.empty() && entry.to.empty()) &&
        !(entry.target.empty() && entry.path.empty())) {
      refuse(entry, "", "contradiction",
             "it names a connection (from, to) and a habit (target, path); give each an entry of "
             "its own.");
    }
    if (use && entry.from.empty() && entry.target.empty()) {
      refuse(entry, "", "missing",
             "say which connection (from, to) or habit (target, path) is used.");
    }
  }

  void region(const Entry& entry, PlannedEntry& out) {
    if (entry.region.empty()) {
      if (out.stroke) refuse(entry, "/region", "missing", "say which region it strikes.");
      return;
    }
    const auto found = model_.catalogue.regionIndex(entry.region);
    if (!found) {
      refuse(entry, "/region", "unknown-region",
             "there is no region \"" + entry.region + "\"" +
                 didYouMean(entry.region, model_.catalogue.regionIds()));
      return;
    }
    const Region& region = model_.catalogue.regions[index(*found)];
    if (out.stroke && region.tissue == Tissue::ventricle) {
      refuse(entry, "/region", "contradiction",
             "there is no tissue in \"" + entry.region +
                 "\" that it could strike; name another region.");
    }
    out.structures = model_.structuresOf(*found, out.sides);
  }

  const Model::Impl& model_;
  const PersonSpec& person_;
  IssueList& issues_;
  std::vector<std::string> ids_, skills_, circuits_;
};

}  // namespace

void PlannedSchedule::add(PlannedEntry entry) {
  const int i = static_cast<int>(entries_.size());
  for (std::size_t year = yearOf(entry.from); year <= yearOf(std::max(entry.from, entry.to));
       ++year) {
    byYear_[year].push_back(i);
  }
  entries_.push_back(std::move(entry));
}

void PlannedSchedule::clear() {
  *this = {};
}

std::span<const int> PlannedSchedule::near(int week) const {
  return byYear_[yearOf(week)];
}

std::size_t PlannedSchedule::yearOf(int week) {
  return index((std::clamp(week, -kTableWeeks, kTableWeeks) + kTableWeeks) / kWeeksPerYear);
}

LifePlan planLife(const Model::Impl& model, const PersonSpec& person, const Schedule& arm,
                  IssueList& issues) {
  LifePlan plan;
  const double age = person.ageYears.mean;
  if (!(age >= 0 && age <= 100) || !(person.ageYears.sd >= 0)) {
    issues.add({"", 0, "/person/age", "out-of-range",
                "The age " + numberText(age) + " lies outside a life of 0 to 100 years."});
  }
  const std::vector<std::string> traits = traitIds();
  for (const auto& [name, value] : person.traits) {
    if (std::find(traits.begin(), traits.end(), name) == traits.end()) {
      issues.add({"", 0, "/person/traits/" + name, "unknown-trait",
                  "There is no trait \"" + name + "\"" + didYouMean(name, traits)});
    } else if (!std::isfinite(value)) {
      issues.add({"", 0, "/person/traits/" + name, "out-of-range", "The trait must be a number."});
    }
  }
  Planner planner(model, person, issues);
  plan.history = planner.plan(person.history, true);
  plan.arm = planner.plan(arm, false);

  for (const auto& [id, start] : person.conditions) {
    const int circuit = model.circuitIndex(id);
    if (circuit < 0 || model.circuits[index(circuit)].kind == CircuitNumbers::Kind::habit) {
      std::vector<std::string> words;
      for (const CircuitRow& row : model.description.circuits) {
        if (row.kind != CircuitNumbers::Kind::habit) words.push_back(row.id);
      }
      issues.add({"", 0, "/person/conditions/" + id, "unknown-condition",
                  "There is no condition \"" + id + "\"" + didYouMean(id, words)});
      continue;
    }
    if (!(start.severity.mean >= 0 && start.severity.mean <= 1) || !(start.severity.sd >= 0)) {
      issues.add({"", 0, "/person/conditions/" + id + "/severity", "out-of-range",
                  "A severity lies between 0 and 1."});
    }
    PlannedCondition condition{circuit, start.severity, true};
    if (start.sinceAge) {
      if (!(*start.sinceAge >= 0 && *start.sinceAge <= age)) {
        issues.add({"", 0, "/person/conditions/" + id + "/since_age", "out-of-range",
                    "The condition must begin between birth and the age at week 0."});
        continue;
      }
      for (const Entry& entry : person.history) {
        const double sinceWeek = (*start.sinceAge - age) * kWeeksPerYear;
        if (entry.exposure != id || std::lround(entry.toWeek) <= std::lround(sinceWeek)) continue;
        issues.add({"", entry.line.number, "/person/conditions/" + id, "contradiction",
                    "The history gives \"" + id +
                        "\" a severity at a time at which the condition has one already; end it at "
                        "the age of " +
                        numberText(*start.sinceAge) + " or leave out since_age."});
      }
      condition.sudden = false;
      PlannedEntry ill;
      ill.circuit = circuit;
      ill.dose = start.severity;
      ill.from = static_cast<int>(std::lround((*start.sinceAge - age) * kWeeksPerYear));
      ill.to = 0;
      ill.draw = 0x2000U + static_cast<std::uint32_t>(circuit);
      plan.history.add(ill);
    }
    plan.conditions.push_back(condition);
  }
  for (const PlannedSchedule* schedule : {&plan.history, &plan.arm}) {
    for (const PlannedEntry& entry : schedule->all()) plan.lesions = plan.lesions || entry.stroke;
  }
  return plan;
}

}  // namespace syn::sim
