#pragma once

#include "sim/equations/stress.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Nobody is so tired that nothing at all is taken in.
inline constexpr double kLeastEncoding = 0.05;

/// How well what is taught is taken in, average life at 25 = 1: little in infancy and less in old
/// age (Josselyn and Frankland 2012; Ronnlund 2005), less after lost sleep (Yoo 2007) and under
/// strain, more for the able.
template <class Real>
inline Real encodingOf(const Parameters& p, double age, Real debt, Real acute, Real strain,
                       Real intellect) {
  const Real rested =
      maximum(Real(kLeastEncoding),
              1.0 - debt * p.encodingDebt - acute * p.encodingAcute - strain * p.encodingStress);
  const Real ability = maximum(Real(p.encodingLeast), 1.0 + intellect * p.encodingSpread);
  return minimum(Real(p.encodingMost), rested * ability) * age;
}

/// Memory is taught into the hippocampus, dH/dt = teaching encoding (1 - H) - H moved - H/tau,
/// moved to cortex by sleep, dC/dt = H moved (1 - C - P) - C/tau, and lost from both (Berres 2021);
/// a share of what cortex would lose stays for good, dP/dt = share C/tau (Bahrick 1984).
/// `night` is what the nights are worth (see nightShare).
SYN_EQUATION void stepMemory(const Week<Real, Rule>& w, const SleepLoss<Real>& sleep,
                             const Stress<Real>& stress, Real night) {
  const Parameters& p = w.p;
  const Real taught = maximum(Real(0.0), w.in[kInTeaching]) *
                      encodingOf(p, w.age[kAgeEncoding], sleep.debt, sleep.acute, stress.strain,
                                 w.who[kTraitIntellect]) *
                      p.teachingRate;
  const Real moved = night * (p.transferRate * w.age[kAgeDeepSleep]);
  const Real stored =
      w.rule.flow(w.k + kMemoryHippocampus, taught, taught + moved + w.rates.hippocampal);
  const Real consolidated = stored * moved;
  const Real known =
      w.rule.flow(w.k + kMemoryCortex, consolidated * (1.0 - w.state(w.k + kMemoryPermanent)),
                  consolidated + w.rates.cortical);
  w.rule.gather(w.k + kMemoryPermanent, known * w.rates.permanent);
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
