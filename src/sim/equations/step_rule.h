// How a state moves in one step, written once for the exact weekly step and once as a derivative.
// Like all of equations/, included with SYN_KERNEL_NAMESPACE defined, so that code for newer
// processors is never shared.
#pragma once

#include "sim/kernel.h"
#include "sim/lanes.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Exact step: a state with constant target and time constant goes its share of the way; one with
/// inflow and outflow ds/dt = in - out s gets the [1/2] Pade form of 1 - exp(-out dt), which is
/// exact to (out dt)^5/700, positive and below 1 for any out. Both return the state's mean over the
/// step: what depends on it sees that, which makes the coupling of the equations exact to second
/// order.
template <class Real, bool everywhere>
struct ExactStep {
  static constexpr bool kEverywhere = everywhere;
  Real* s;
  double dt;

  Real relax(int i, Real target, Rate rate) const {
    const Real gap = s[i] - target;
    s[i] = s[i] - gap * rate.share;
    return target + gap * rate.lag;
  }
  Real flow(int i, Real in, Real out) const {
    const Real before = s[i];
    const Real x = out * dt;
    s[i] = before + (in - out * before) * dt / (1.0 + x * (0.5 + x * (1.0 / 12.0)));
    return (before + s[i]) * 0.5;
  }
  /// Half a step.
  [[nodiscard]] double ahead() const { return 0.5 * dt; }
  /// Mean over the step of what exceeds a threshold, by Simpson's rule.
  Real meanAbove(Real before, Real target, Real after, Rate rate, double threshold) const {
    const Real zero = Real(0.0);
    const Real middle = target + (before - target) * rate.half;
    return (maximum(zero, before - threshold) + 4.0 * maximum(zero, middle - threshold) +
            maximum(zero, after - threshold)) *
           (1.0 / 6.0);
  }
  /// An outflow that is the same for everybody costs its division only once.
  struct Outflow {
    double out, share;
  };
  [[nodiscard]] Outflow outflow(double out) const {
    const double x = out * dt;
    return {out, dt / (1.0 + x * (0.5 + x * (1.0 / 12.0)))};
  }
  Real flow(int i, Real in, Outflow o) const {
    const Real before = s[i];
    s[i] = before + (in - o.out * before) * o.share;
    return (before + s[i]) * 0.5;
  }
  /// Inflow alone.
  Real gather(int i, Real in) const {
    const Real before = s[i];
    s[i] = before + in * dt;
    return (before + s[i]) * 0.5;
  }
};

/// The same equations as a time derivative, for adaptive solvers.
struct Derivative {
  static constexpr bool kEverywhere = true;
  const double* s;
  double* d;
  double dt;

  double relax(int i, double target, Rate rate) const {
    d[i] = (target - s[i]) * rate.rate;
    return s[i];
  }
  double flow(int i, double in, double out) const {
    d[i] = in - out * s[i];
    return s[i];
  }
  double gather(int i, double in) const {
    d[i] = in;
    return s[i];
  }
  [[nodiscard]] double ahead() const { return 0.0; }
  double meanAbove(double now, double, double, Rate, double threshold) const {
    return maximum(0.0, now - threshold);
  }
  [[nodiscard]] double outflow(double out) const { return out; }
};

/// A rate that stands still in a fixed brain.
inline Rate frozen(Rate rate, double plastic) {
  return {rate.rate * plastic, rate.share * plastic, 1.0 - plastic * (1.0 - rate.lag),
          1.0 - plastic * (1.0 - rate.half)};
}

/// Does something at every index that can differ from its neutral value. What the list leaves out
/// would not change, so going everywhere gives the same bits.
template <class Rule, class Body>
inline void forEach(const IndexList& list, int all, const Body& body) {
  if constexpr (!Rule::kEverywhere) {
    for (int n = 0; n < list.count; ++n) body(list.first[n]);
  } else {
#pragma GCC ivdep
    for (int i = 0; i < all; ++i) body(i);
  }
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
