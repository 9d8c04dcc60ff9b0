#include "sim/scenario_writer.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "sim/layout.h"

namespace syn::sim {
namespace {

using Json = nlohmann::ordered_json;

Json drawnJson(const Drawn& drawn) {
  if (drawn.sd == 0) return drawn.mean;
  return {{"mean", drawn.mean}, {"sd", drawn.sd}};
}

/// The age in years that the reader turns into this week of life again: of the quotient and its
/// neighbours the one whose product is the week. A whole week needs no search, for the reader
/// rounds to it.
double ageOfWeek(double week) {
  const double age = week / kWeeksPerYear;
  for (const double near : {age, std::nextafter(age, 0.0), std::nextafter(age, 200.0)}) {
    if (near * kWeeksPerYear == week) return near;
  }
  return age;
}

Json entryJson(const Entry& entry) {
  Json out{{"exposure", entry.exposure}, {"dose", drawnJson(entry.dose)}};
  out["from_age"] = ageOfWeek(entry.fromWeek);
  out["to_age"] = ageOfWeek(entry.toWeek);
  if (entry.acute) out["acute"] = true;
  if (entry.novelty) out["novelty"] = *entry.novelty;
  if (entry.challenge) out["challenge"] = *entry.challenge;
  const auto text = [&out](const char* key, const std::string& value) {
    if (!value.empty()) out[key] = value;
  };
  text("skill", entry.skill);
  text("target", entry.target);
  text("region", entry.region);
  text("hemisphere", entry.hemisphere);
  text("from", entry.from);
  text("to", entry.to);
  text("path", entry.path);
  return out;
}

/// What differs from a person of whom nothing is said.
Json personJson(const PersonSpec& person) {
  Json out = Json::object();
  if (person.sex != Sex::unspecified) out["sex"] = person.sex == Sex::female ? "female" : "male";
  if (!person.traits.empty()) out["traits"] = person.traits;
  if (person.options.fixedBrain) out["options"]["fixed_brain"] = true;
  if (person.options.adultNeurogenesis == AdultNeurogenesis::absent) {
    out["options"]["adult_neurogenesis"] = "absent";
  }
  return out;
}

std::string textOf(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string writeScenario(const Scenario& scenario) {
  std::string out = "{\n";
  const auto member = [&out](const char* key, const Json& value) {
    out.append("  \"").append(key).append("\": ").append(textOf(value)).append(",\n");
  };
  member("id", scenario.id);
  if (!scenario.title.empty()) member("title", scenario.title);
  if (!scenario.description.empty()) member("description", scenario.description);
  const Json person = personJson(scenario.person);
  if (!person.empty()) member("person", person);
  out += "  \"life\": [";
  const char* separator = "\n    ";
  for (const Entry& entry : scenario.life) {
    out += separator + textOf(entryJson(entry));
    separator = ",\n    ";
  }
  out += scenario.life.empty() ? "],\n" : "\n  ],\n";
  return out + "  \"evidence\": " + textOf(scenario.evidence) + "\n}\n";
}

}  // namespace syn::sim
