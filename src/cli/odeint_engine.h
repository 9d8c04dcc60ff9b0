#pragma once

#include "sim/kernel.h"

namespace syn::cli {

/// Lives the same equations with Boost.odeint's adaptive Dormand-Prince 5(4) solver, as the peer
/// the benchmark compares with. Its tolerance (1e-4 a state) leaves errors of the size that the
/// weekly step has. An AdvanceFunction for sim::simulateLife.
void advanceWithOdeint(const sim::KernelContext& context, double* state, const double* inputs,
                       int fromWeek, int toWeek);

}  // namespace syn::cli
