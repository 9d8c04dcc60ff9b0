#include "cli/odeint_engine.h"

#include <algorithm>
#include <vector>

#include <boost/numeric/odeint.hpp>

namespace syn::cli {
namespace {

namespace odeint = boost::numeric::odeint;
using State = std::vector<double>;

/// One week of age of the model, as odeint wants its systems; counts its evaluations.
struct Slope {
  const sim::KernelContext& context;
  const double* inputs;
  int week;
  long& evaluations;

  void operator()(const State& at, State& derivative, double /*time*/) const {
    ++evaluations;
    sim::lifeDerivative(context, at.data(), inputs, week, derivative.data());
  }
};

}  // namespace

long solveWithOdeint(const sim::KernelContext& context, double* state, const double* inputs,
                     int fromWeek, int toWeek, double tolerance) {
  auto solver =
      odeint::make_controlled<odeint::runge_kutta_cash_karp54<State>>(tolerance, tolerance);
  State s(state, state + context.layout->states);
  long evaluations = 0;
  double step = 1;
  for (int week = fromWeek; week < toWeek; ++week) {
    const Slope slope{context, inputs, week, evaluations};
    double time = 0;
    while (time < 1) {
      const double rest = 1 - time;
      double tried = std::min(step, rest);
      const bool last = step >= rest;
      const bool taken = solver.try_step(slope, s, time, tried) == odeint::success;
      // A step cut short by the week's end says nothing against a longer one.
      step = taken && last ? std::max(step, tried) : tried;
      if (taken && last) break;
    }
  }
  std::copy(s.begin(), s.end(), state);
  return evaluations;
}

void advanceWithOdeint(const sim::KernelContext& context, double* state, const double* inputs,
                       int fromWeek, int toWeek) {
  constexpr double kTolerance = 2e-3;
  solveWithOdeint(context, state, inputs, fromWeek, toWeek, kTolerance);
}

}  // namespace syn::cli
