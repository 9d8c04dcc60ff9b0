#pragma once

#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/runner.h"
#include "sim/population.h"

namespace syn::checks {

/// One value a person.
using Values = std::vector<double>;

/// The states that a check reads off its people, in two passes over the same arithmetic: while
/// planning, each question is noted and answered with nothing; after `simulate`, with values. A
/// question that was not planned is a bug and throws LogicError.
class Sampler {
 public:
  Sampler(const Check& check, int people) : check_(check), people_(people) {}

  [[nodiscard]] bool planning() const { return planning_; }
  [[nodiscard]] std::size_t people() const { return static_cast<std::size_t>(people_); }

  /// Ends the planning.
  void simulate(const Population& population, int threads);

  /// A state of everybody in an arm at a week.
  Values state(const std::string& armName, const sim::Measure& measure, int week,
               sim::Kinship kinship = sim::Kinship::unrelated);

 private:
  /// One thing to simulate: the people of an arm. Collects readings first, holds their values
  /// after.
  struct Run {
    const CheckArm* arm = nullptr;
    sim::Kinship kinship = sim::Kinship::unrelated;
    std::vector<sim::Reading> readings;
    std::vector<double> values;
  };
  Run& runOf(const std::string& armName, sim::Kinship kinship);
  std::size_t columnOf(Run& run, const sim::Measure& measure, int week);

  const Check& check_;
  int people_;
  bool planning_ = true;
  std::size_t next_ = 0;
  std::vector<Run> runs_;
};

}  // namespace syn::checks
