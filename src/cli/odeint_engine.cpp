#include "cli/odeint_engine.h"

#include <algorithm>
#include <vector>

#include <boost/numeric/odeint.hpp>

namespace syn::cli {

void advanceWithOdeint(const sim::KernelContext& context, double* state, const double* inputs,
                       int fromWeek, int toWeek) {
  namespace odeint = boost::numeric::odeint;
  using State = std::vector<double>;
  constexpr double kAbsolute = 1e-4, kRelative = 1e-3;
  constexpr double kFirstStepWeeks = 0.25;
  const auto solver =
      odeint::make_controlled<odeint::runge_kutta_dopri5<State>>(kAbsolute, kRelative);
  State s(state, state + context.layout->states);
  // Coefficients change with the week of age, so a stretch of time never crosses a week.
  for (int week = fromWeek; week < toWeek; ++week) {
    const auto slope = [&](const State& at, State& derivative, double) {
      sim::lifeDerivative(context, at.data(), inputs, week, derivative.data());
    };
    odeint::integrate_adaptive(solver, slope, s, 0.0, 1.0, kFirstStepWeeks);
  }
  std::copy(s.begin(), s.end(), state);
}

}  // namespace syn::cli
