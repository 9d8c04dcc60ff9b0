#pragma once

#include "sim/equations/week.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// What of a symptom severity acts on the rest of the brain: traits of the healthy do not.
template <class Real>
inline Real illness(const Parameters& p, Real severity) {
  return maximum(Real(0.0), severity - p.illnessFrom);
}

/// What all illnesses of a list amount to, each by its severity.
SYN_EQUATION Real illnessOf(const Week<Real, Rule>& w, const Terms& amounts) {
  Real sum = Real(0.0);
  for (int t = 0; t < amounts.count; ++t) {
    const Term& term = amounts.first[t];
    sum += illness(w.p, w.state(w.at.severity + term.index)) * term.amount;
  }
  return sum;
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
