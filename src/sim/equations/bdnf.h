#pragma once

#include "sim/equations/stress.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// BDNF as a deviation from the person's own level: dB/dt = (exercise - debt - strain - illness -
/// B)/tau, where depression takes its part (Molendijk 2014); its
/// pulse after one bout of exercise, and the fitness that makes the pulse larger (Szuhany 2015).
/// Returns B.
SYN_EQUATION Real stepBdnf(const Week<Real, Rule>& w, const SleepLoss<Real>& sleep,
                           const Stress<Real>& stress) {
  const Parameters& p = w.p;
  const Real ill = illnessOf(w, w.c.illnessBdnf);
  const Real level =
      w.rule.relax(w.k + kBdnf,
                   w.in[kInBdnf] * w.who[kTraitResponsiveness] - sleep.debt * p.bdnfSleepDebt -
                       stress.strain * p.bdnfStress - ill,
                   w.rates.bdnf);
  w.rule.relax(w.k + kBdnfPulse, Real(0.0), w.rates.bdnfPulse);
  w.rule.relax(w.k + kFitness, w.in[kInFitness], w.rates.fitness);
  return level;
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
