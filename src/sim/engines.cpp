#include "sim/engines.h"

#include "sim/person_batch.h"

namespace syn::sim {

std::vector<double> simulateLife(const Model& model, const Scenario& scenario,
                                 AdvanceFunction engine, int stepsPerWeek) {
  IssueList issues;
  const LifePlan plan = planLife(model.impl(), scenario.person, scenario.life, issues);
  issues.throwIfAny();
  const std::vector<Person> people{
      drawPerson(model.impl(), scenario.person, 0, 0, Kinship::unrelated, true)};
  PersonBatch batch(model.impl(), people, scenario.person.options, plan, engine, 1, stepsPerWeek);
  batch.liveUntil(Trajectory::kLifeWeeks, {}, false, [](int, const Snapshot&) {});
  return batch.state();
}

std::vector<double> simulateLifeScalar(const Model& model, const Scenario& scenario) {
  return simulateLife(model, scenario, advanceScalar);
}

}  // namespace syn::sim
