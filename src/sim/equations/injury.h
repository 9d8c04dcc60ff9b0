#pragma once

#include "sim/equations/week.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Share of its function that other parts can take over from a lesion of this size: most of a
/// moderate one (Prabhakaran 2008), little of a severe one (Hope 2019).
template <class Real>
inline Real recoverable(const Parameters& p, Real lesion) {
  const Real severe = minimum(Real(1.0), maximum(Real(0.0), lesion - p.injurySevereFrom) *
                                             (1.0 / (1.0 - p.injurySevereFrom)));
  return p.injuryCeiling * (1.0 - severe * (1.0 - p.injurySevereShare));
}

/// Injury: months of heightened plasticity, dI/dt = -I/tau, then slow compensation by training;
/// dR/dt = healing (recoverable - R). The core never returns.
SYN_EQUATION void stepInjury(const Week<Real, Rule>& w) {
  if (!w.c.lesions) return;
  const Parameters& p = w.p;
  const Layout& at = w.at;
  const Real window = w.rule.relax(w.k + kInjuryClock, Real(0.0), w.rates.injuryClock);
  const Real training = w.in[kInRehabilitation];
  const Real healing = (window * (p.injurySpontaneous + training * p.injuryTraining) +
                        training * (p.injuryTraining * p.injuryLateShare)) *
                       (w.who[kTraitRecovery] * w.plastic);
  for (int i = 0; i < at.structuresPadded; ++i) {
    w.rule.flow(at.regained + i, healing * recoverable(p, w.state(at.lesion + i)), healing);
  }
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
