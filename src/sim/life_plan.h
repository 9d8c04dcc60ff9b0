#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
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
  std::string hemisphere;
  bool oldPath = false;
  bool stroke = false;
  std::uint32_t draw = 0;  ///< which random number its dose takes
};

struct PlannedCondition {
  int circuit = 0;
  Drawn severity;
  bool sudden = true;  ///< begins at week 0 instead of at an earlier age
};

struct LifePlan {
  std::vector<PlannedEntry> history, arm;
  std::vector<PlannedCondition> conditions;
  bool lesions = false;
};

/// Resolves a person and an arm; everything wrong goes to `issues` with the lines of the entries.
LifePlan planLife(const Model::Impl& model, const PersonSpec& person, const Schedule& arm,
                  IssueList& issues);

}  // namespace syn::sim
