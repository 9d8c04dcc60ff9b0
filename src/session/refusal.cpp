#include "session/refusal.h"

#include <algorithm>

#include "base/error.h"
#include "sim/population.h"

namespace syn::session {
namespace {

std::string keyOf(std::string rule) {
  std::ranges::replace(rule, '-', '_');
  return "refusal." + rule;
}

}  // namespace

Message laneName(const Lane& lane) {
  return {"lane." + lane.exposure, {}};
}

Message refusalOf(const sim::Model& model, const sim::PersonSpec& person, const Life& life) {
  sim::Schedule schedule = life.schedule();
  // The model names the entry it refuses by its line.
  for (std::size_t i = 0; i < schedule.size(); ++i)
    schedule[i].line.number = static_cast<int>(i) + 1;
  const IssueList issues = sim::validateLife(model, person, schedule);
  if (issues.empty()) return {};
  const Issue& issue = issues.all().front();
  const std::size_t entry = issue.line > 0 ? static_cast<std::size_t>(issue.line) - 1 : 0;
  const Span* span = life.find(life.spanOfEntry(entry));
  if (issue.line <= 0 || span == nullptr) {
    return {"refusal.model", {{"reason", issue.message}}};
  }
  return {keyOf(issue.rule),
          {{"lane", laneName(life.lanes()[static_cast<std::size_t>(span->lane)])},
           {"from", span->fromAge},
           {"to", span->toAge},
           {"dose", span->dose},
           {"reason", issue.message}}};
}

Message refusalToAdd(const Life& life, int lane, double age) {
  const Lane& info = life.lanes().at(static_cast<std::size_t>(lane));
  if (life.spans().size() >= Life::kMostSpans) {
    return {"refusal.too_many", {{"count", static_cast<double>(Life::kMostSpans)}}};
  }
  if (age < info.fromAge || age >= info.toAge) {
    return {"refusal.age",
            {{"lane", laneName(info)},
             {"from", info.fromAge},
             {"to", info.toAge},
             {"reason", std::string()}}};
  }
  return {"refusal.no_room", {{"lane", laneName(info)}, {"age", age}}};
}

}  // namespace syn::session
