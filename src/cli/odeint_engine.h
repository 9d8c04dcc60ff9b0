#pragma once

#include "sim/kernel.h"

namespace syn::cli {

/// Lives the same equations with Boost.odeint's adaptive Dormand-Prince 5(4) solver, as the peer
/// the benchmark compares with. Tolerances of 1e-4 absolute and 1e-3 relative; whether its error
/// equals that of the weekly step has not been measured. An AdvanceFunction for sim::simulateLife.
void advanceWithOdeint(const sim::KernelContext& context, double* state, const double* inputs,
                       int fromWeek, int toWeek);

}  // namespace syn::cli
