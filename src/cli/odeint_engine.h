#pragma once

#include "sim/kernel.h"

namespace syn::cli {

/// The same equations solved by Boost.odeint, as the peer the benchmark compares the weekly step
/// with.
///
/// Accuracy is judged on the benchmark's life (many_turns, average person, 100 years) against the
/// same solver at 1e-10: all states at every birthday, each divided by the largest value it has in
/// life, at least 1e-3. `odeint_test` measures and holds it, on every shipped life; on this one:
///
///   engine                                  largest error   RMS
///   weekly step                             2.6e-3          3.7e-5
///   Cash-Karp 5(4), tolerance 2e-3          4.0e-5          9.1e-7
///
/// At 2e-3 the peer is no less accurate on any shipped life; at 3e-3 it is on one (2.1e-2 against
/// 1.3e-2).
///
/// Coefficients and inputs change with the week of age, so no step may cross a week, and a
/// controlled solver cannot do with less than one step a week. It nearly does so from 2e-3 on,
/// which is why looser tolerances buy no time and why the peer is more accurate than the step.
/// Methods without error control are no peers: RK4 once a week runs away where rates are fast. The
/// right-hand side is the scalar build's (see src/sim/CMakeLists.txt).

/// Cash-Karp 5(4) with step control, at `tolerance` (absolute and relative alike), and the step
/// size carried from week to week. Dormand-Prince 5(4) costs one evaluation more a week, for its
/// last stage cannot be used again in a week with other coefficients. Returns the number of
/// evaluations of the right-hand side.
long solveWithOdeint(const sim::KernelContext& context, double* state, const double* inputs,
                     int fromWeek, int toWeek, double tolerance);

/// The peer: solveWithOdeint at 2e-3.
void advanceWithOdeint(const sim::KernelContext& context, double* state, const double* inputs,
                       int fromWeek, int toWeek);

}  // namespace syn::cli
