#include "sim/person_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "sim/layout.h"
#include "sim/refusal.h"

namespace syn::sim {
namespace {

constexpr Range kAge{0, 100, "years"};
constexpr Range kWeek{-5200, 5200, "weeks"};
constexpr Range kShare{0, 1, ""};

// One end of a span, under whichever of its two keys the file uses; nothing when it is wrong.
std::optional<TimePoint> readTimePoint(ObjectReader& in, const std::string& end, TimeUnit unit) {
  const std::string week = end + "_week", age = end + "_age";
  const auto read = [&in](const std::string& key, Range range,
                          bool isAge) -> std::optional<TimePoint> {
    const auto value = in.optionalNumber(key, range);
    if (!value) return std::nullopt;
    return TimePoint{*value, isAge};
  };
  if (unit != TimeUnit::ages && in.has(week)) {
    if (unit == TimeUnit::either && in.has(age)) {
      in.fail(age, "contradiction", "give either \"" + week + "\" or \"" + age + "\", not both");
      (void)in.raw(age);
    }
    return read(week, kWeek, false);
  }
  if (unit != TimeUnit::weeks && in.has(age)) return read(age, kAge, true);
  const std::string key = unit == TimeUnit::ages ? age : week;
  if (const std::string other = unit == TimeUnit::ages ? week : age; in.has(other)) {
    (void)in.raw(other);
    in.fail(other, "unit",
            unit == TimeUnit::ages ? "times are ages in years here; use \"" + age + "\""
                                   : "times are weeks here; use \"" + week + "\"");
    return std::nullopt;
  }
  in.fail(key, "missing-key", "\"" + key + "\" is missing; add it");
  return std::nullopt;
}

EntryDraft readEntry(const JsonNode& node, TimeUnit unit, IssueList& issues) {
  ObjectReader in(node, issues);
  EntryDraft draft;
  Entry& entry = draft.entry;
  entry.line = {node.line()};
  entry.exposure = in.text("exposure");
  if (node.kind() != JsonNode::Kind::object) return draft;

  const auto dose = in.raw("dose");
  const auto severity = in.raw("severity");
  if (dose && severity) {
    in.fail("severity", "contradiction", "give either \"dose\" or \"severity\", not both");
  } else if (severity) {
    entry.dose = readDrawn(*severity, kShare, issues);
  } else if (dose) {
    entry.dose = readDrawn(*dose, Range{0, 1e6, ""}, issues);
  } else {
    in.fail("dose", "missing-key",
            "\"dose\" is missing (\"severity\" for a condition or event); add it");
  }
  entry.acute = in.boolean("acute", false);
  const auto from = readTimePoint(in, "from", unit);
  // One session or night needs no end of its own.
  const bool endless = entry.acute && !in.has("to_week") && !in.has("to_age");
  const auto to = endless ? from : readTimePoint(in, "to", unit);
  if (from && to) {
    draft.from = *from;
    draft.to = *to;
    if (from->isAge == to->isAge && from->value > to->value) {
      in.fail(to->isAge ? "to_age" : "to_week", "reversed",
              "ends at " + numberText(to->value) + " before it begins at " +
                  numberText(from->value) + "; swap them");
    }
  }
  entry.novelty = in.optionalNumber("novelty", kShare);
  entry.challenge = in.optionalNumber("challenge", kShare);
  entry.skill = canonicalSkill(in.text("skill", ""));
  entry.target = in.text("target", "");
  entry.region = in.text("region", "");
  if (in.has("hemisphere")) entry.hemisphere = in.oneOf("hemisphere", {"left", "right", "both"});
  entry.from = in.text("from", "");
  entry.to = in.text("to", "");
  if (in.has("path")) entry.path = in.oneOf("path", {"old", "new"});
  (void)in.text("note", "");
  in.finish();
  return draft;
}

ConditionStart readCondition(const JsonNode& node, IssueList& issues) {
  ConditionStart start;
  const bool detailed = node.kind() == JsonNode::Kind::object && node.find("severity").has_value();
  if (!detailed) {
    start.severity = readDrawn(node, kShare, issues);
    return start;
  }
  ObjectReader in(node, issues);
  start.severity = readDrawn(*in.raw("severity"), kShare, issues);
  start.sinceAge = in.optionalNumber("since_age", kAge);
  in.finish();
  return start;
}

ModelOptions readOptions(const JsonNode& node, IssueList& issues) {
  ObjectReader in(node, issues);
  ModelOptions options;
  options.fixedBrain = in.boolean("fixed_brain", false);
  const std::string neurogenesis =
      in.oneOf("adult_neurogenesis", {"persists", "absent"}, "persists");
  options.adultNeurogenesis =
      neurogenesis == "absent" ? AdultNeurogenesis::absent : AdultNeurogenesis::persists;
  in.finish();
  return options;
}

}  // namespace

double TimePoint::week(double age) const {
  if (!isAge) return value;
  // An age that stands for a whole week is that week, whatever the last bits of the division were.
  const double weeks = (value - age) * kWeeksPerYear;
  const double whole = std::round(weeks);
  return std::abs(weeks - whole) < 1e-9 ? whole : weeks;
}

std::string canonicalSkill(const std::string& word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSpellings{{
      {"motor skill", "motor"},
      {"motor_skill", "motor"},
      {"spatial navigation", "navigation"},
      {"spatial_navigation", "navigation"},
      {"spatial", "navigation"},
      {"musical instrument", "instrument"},
      {"musical_instrument", "instrument"},
      {"music", "instrument"},
  }};
  for (const auto& [spelling, canonical] : kSpellings) {
    if (word == spelling) return std::string(canonical);
  }
  return word;
}

Drawn readDrawn(const JsonNode& node, Range range, IssueList& issues) {
  if (node.kind() == JsonNode::Kind::object) {
    ObjectReader in(node, issues);
    Drawn drawn;
    drawn.mean = in.number("mean", range);
    drawn.sd = in.number("sd", {0, 1e6, ""});
    in.finish();
    return drawn;
  }
  if (node.kind() != JsonNode::Kind::number) {
    issues.add(node.issue(
        "type", "must be a number or an object with \"mean\" and \"sd\", not " + node.kindName()));
    return {};
  }
  const double v = node.asNumber();
  if (v < range.low || v > range.high) {
    issues.add(
        node.issue("out-of-range", "is " + numberText(v) + "; it must lie between " +
                                       numberText(range.low) + " and " + numberText(range.high) +
                                       (range.unit.empty() ? "" : " ") + std::string(range.unit)));
    return {};
  }
  return {v, 0};
}

std::vector<EntryDraft> readEntries(const std::vector<JsonNode>& nodes, TimeUnit unit,
                                    IssueList& issues) {
  std::vector<EntryDraft> drafts;
  drafts.reserve(nodes.size());
  for (const JsonNode& node : nodes) {
    const std::size_t before = issues.size();
    drafts.push_back(readEntry(node, unit, issues));
    drafts.back().sound = issues.size() == before;
  }
  return drafts;
}

PersonDraft readPerson(const JsonNode& node, IssueList& issues) {
  ObjectReader in(node, issues);
  PersonDraft person;
  if (const auto age = in.raw("age")) person.age = readDrawn(*age, kAge, issues);
  if (in.has("sex")) {
    const std::string sex = in.oneOf("sex", {"female", "male", "unspecified"});
    person.sex = sex == "female" ? Sex::female : sex == "male" ? Sex::male : Sex::unspecified;
  }
  if (in.has("history")) {
    person.history = readEntries(in.array("history"), TimeUnit::either, issues);
  }
  if (in.has("conditions")) {
    person.conditions.emplace();
    if (const auto conditions = in.object("conditions")) {
      for (const std::string& id : conditions->keys()) {
        (*person.conditions)[id] = readCondition(*conditions->find(id), issues);
      }
    }
  }
  if (in.has("traits")) {
    person.traits.emplace();
    if (const auto traits = in.object("traits")) {
      ObjectReader values(*traits, issues);
      for (const std::string& id : traits->keys()) (*person.traits)[id] = values.number(id);
    }
  }
  if (in.has("options")) {
    person.options.emplace();
    if (const auto options = in.object("options")) person.options = readOptions(*options, issues);
  }
  in.finish();
  return person;
}

PersonDraft PersonDraft::with(const PersonDraft& changes) const {
  PersonDraft out = *this;
  if (changes.age) out.age = changes.age;
  if (changes.sex) out.sex = changes.sex;
  if (changes.history) out.history = changes.history;
  if (changes.conditions) out.conditions = changes.conditions;
  if (changes.traits) out.traits = changes.traits;
  if (changes.options) out.options = changes.options;
  return out;
}

PersonSpec PersonDraft::spec() const {
  PersonSpec spec;
  spec.ageYears = age.value_or(Drawn{});
  spec.sex = sex.value_or(Sex::unspecified);
  spec.conditions = conditions.value_or(std::map<std::string, ConditionStart>{});
  spec.traits = traits.value_or(std::map<std::string, double>{});
  spec.options = options.value_or(ModelOptions{});
  if (history) {
    const double birth = -spec.ageYears.mean * kWeeksPerYear;
    for (Entry& entry : scheduleOf(*history, spec.ageYears.mean)) {
      if (entry.fromWeek >= 0) continue;  // not lived yet: the age was overridden by a younger one
      entry.fromWeek = std::max(entry.fromWeek, birth);
      entry.toWeek = std::clamp(entry.toWeek, entry.fromWeek, 0.0);
      spec.history.push_back(std::move(entry));
    }
  }
  return spec;
}

Schedule scheduleOf(const std::vector<EntryDraft>& drafts, double age) {
  Schedule schedule;
  schedule.reserve(drafts.size());
  for (const EntryDraft& draft : drafts) {
    Entry entry = draft.entry;
    entry.fromWeek = draft.from.week(age);
    entry.toWeek = draft.to.week(age);
    schedule.push_back(std::move(entry));
  }
  return schedule;
}

}  // namespace syn::sim
