#pragma once

#include <string>
#include <vector>

#include "model_fixture.h"
#include "sim/person_batch.h"
#include "sim/readout.h"

namespace syn::sim {

/// One average person at one age, whose states and inputs a test sets at will. What a mechanism
/// does is read off the time derivative of a state: all else stays equal.
class MechanismBench {
 public:
  explicit MechanismBench(double age = 30)
      : model(shippedModel()->impl()), at(model.layout), p(model.description.parameters) {
    IssueList issues;
    plan_ = planLife(model, {}, {}, issues);
    people_ = {drawPerson(model, {}, 0, 0, Kinship::unrelated, true)};
    PersonBatch batch(model, people_, {}, plan_, advanceScalar, 1);
    state_ = batch.state();
    inputs_ = batch.inputs();
    context = batch.context();
    rates_ = *context.rates;
    context.rates = &rates_;
    context.lesions = true;
    // A rested, unstrained person without illness, whose states stand at their neutral values.
    for (int c = 0; c < at.circuits; ++c) {
      input(at.inLiability + c) = 0;
      state(at.severity + c) = state(at.oldPath + c) = 0;
    }
    setAge(age);
  }

  void setAge(double years) { week = static_cast<int>(years * kWeeksPerYear); }
  double& state(int i) { return state_[index(i)]; }
  double& input(int i) { return inputs_[index(i)]; }
  double& scalar(ScalarState i) { return state(at.scalars + i); }
  double& in(ScalarInput i) { return input(at.inScalars + i); }
  void setTrait(PersonTrait t, double value) {
    people_[0].traits[t] = value;
    input(at.inTraits + t) = value;
  }
  [[nodiscard]] double age(AgeColumn column) const { return model.age(week, column); }

  /// Per week.
  [[nodiscard]] double rate(int state) {
    std::vector<double> derivative(state_.size(), 0);
    lifeDerivative(context, state_.data(), inputs_.data(), week, derivative.data());
    return derivative[index(state)];
  }
  [[nodiscard]] double rate(ScalarState state) { return rate(at.scalars + state); }

  [[nodiscard]] double read(Quantity quantity, const Measure& where = {}) {
    Measure measure = where;
    measure.quantity = quantity;
    const Resolution resolved = resolveMeasure(model, measure);
    if (!resolved.refusal.empty()) throw Error(resolved.refusal);
    Snapshot moment;
    moment.state = state_.data();
    moment.inputs = inputs_.data();
    moment.week = week;
    moment.person = &people_[0];
    moment.neurogenesisAbsent = context.neurogenesisAbsent;
    moment.frozen = context.fixedBrain;
    return sim::read(model, resolved.measure, moment);
  }

  [[nodiscard]] int left(const char* region) const {
    return model.structuresOf(*model.catalogue.regionIndex(region), Sides::left).front();
  }
  [[nodiscard]] int circuit(const char* id) const { return model.circuitIndex(id); }
  [[nodiscard]] const CircuitNumbers& numbers(const char* id) const {
    return model.circuits[index(circuit(id))];
  }
  [[nodiscard]] const CircuitRow& described(const char* id) const {
    return model.description.circuits[index(circuit(id))];
  }
  [[nodiscard]] int skill(const char* id) const { return model.skillIndex(id); }
  [[nodiscard]] const SkillTerms& practised(const char* id) const {
    return model.skills[index(skill(id))];
  }

  /// Hours that make a debt, or an acute loss, of 1.
  void oweSleep(double debt) {
    scalar(kSleepDebt) = model.baselineSleepDebt + debt * p.sleepDebtScaleHours;
  }
  void loseNight(double acute) { scalar(kAcuteSleepLoss) = acute * p.acuteSleepScaleHours; }
  void strain(double strain) {
    scalar(kStress) = p.stressTolerance + strain * (1 - p.stressTolerance);
  }
  void practise(const char* id, double effort = 1, double novelty = 1, double challenge = 0) {
    input(at.inSkill + skill(id)) = effort;
    input(at.inSkillNovelty + skill(id)) = novelty;
    input(at.inChallenge + skill(id)) = challenge;
  }

  const Model::Impl& model;
  const Layout& at;
  const Parameters& p;
  KernelContext context;
  int week = 0;

 private:
  LifePlan plan_;
  std::vector<Person> people_;
  Rates rates_;
  std::vector<double> state_, inputs_;
};

}  // namespace syn::sim
