#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/measure.h"
#include "sim/trajectory.h"

namespace syn::cohort {

/// A state of the model as a column of a table.
struct State {
  std::string name;  ///< "volume.hippocampus.left", "connection.motor-putamen", "bdnf"
  std::string unit;  ///< "neurons/day"; "relative" when the state has none
  sim::Measure measure;
};

/// Every state the model of `life` has, region by region and connection by connection.
[[nodiscard]] std::vector<State> allStates(const sim::Trajectory& life);

/// The states a cohort keeps unless told otherwise: whole-brain drivers and functions, and the
/// volume of each region over both hemispheres.
[[nodiscard]] std::vector<State> mainStates(const sim::Trajectory& life);

/// The states of `names`, out of all there are. Throws RefusedError naming the nearest known one.
[[nodiscard]] std::vector<State> statesNamed(const sim::Trajectory& life,
                                             const std::vector<std::string>& names);

}  // namespace syn::cohort
