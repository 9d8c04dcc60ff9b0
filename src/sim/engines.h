#pragma once

#include <vector>

#include "sim/kernel.h"
#include "sim/trajectory.h"

namespace syn::sim {

/// All states of the average person at 100 years, lived through by the given engine; for benchmarks
/// and for comparing engines. Order and meaning of the numbers as in Layout. An engine may be one
/// of `KernelSet::single`, `advanceScalar`, or a solver built on `lifeDerivative`: it is called for
/// every stretch of weeks with constant inputs. Throws ContentError as Trajectory does.
[[nodiscard]] std::vector<double> simulateLife(const Model& model, const Scenario& scenario,
                                               AdvanceFunction engine, int stepsPerWeek = 1);

/// The plain double-precision baseline: one person, one number at a time.
[[nodiscard]] std::vector<double> simulateLifeScalar(const Model& model, const Scenario& scenario);

}  // namespace syn::sim
