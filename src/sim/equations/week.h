#pragma once

#include "sim/equations/step_rule.h"

/// Mechanisms are one function each for the reader and one piece of code for the processor.
#define SYN_EQUATION                \
  template <class Real, class Rule> \
  [[gnu::always_inline]] inline

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// One step as the mechanisms see it: what is read, and the rule that advances the states. All
/// deviations are from an average life, so a life without exposures stays exactly on the lifespan
/// norms. What one mechanism hands to the next is what its function returns.
template <class Real, class Rule>
struct Week {
  const KernelContext& c;
  const Layout& at;
  const Parameters& p;
  const Rates& rates;
  const Rule& rule;
  const double* age;  ///< the week's row of the age table, by AgeColumn
  const Real* u;      ///< inputs, by Layout
  const Real* in;     ///< of them by ScalarInput
  const Real* who;    ///< of them by PersonTrait
  int k;              ///< index of the first ScalarState
  double plastic;     ///< 0 in a fixed brain past childhood, else 1

  [[nodiscard]] Real state(int i) const { return rule.s[i]; }
};

template <class Real, class Rule>
[[gnu::always_inline]] inline Week<Real, Rule> weekOf(const KernelContext& c, const Rule& rule,
                                                      const Real* u, int week) {
  const Layout& at = *c.layout;
  const Parameters& p = *c.parameters;
  const bool fixed = c.fixedBrain && week >= static_cast<int>(p.fixedFromAge * kWeeksPerYear);
  return {c,
          at,
          p,
          *c.rates,
          rule,
          c.ages + static_cast<long>(week) * kAgeColumns,
          u,
          u + at.inScalars,
          u + at.inTraits,
          at.scalars,
          fixed ? 0.0 : 1.0};
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
