#pragma once

#include "sim/equations/week.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Clearance of amyloid over night and day, waking = 1 (Xie 2013, mouse; contested by Miao 2024).
template <class Real>
inline Real clearanceOf(const Parameters& p, Real night) {
  return 1.0 + night * (p.sleepNeedHours / 24.0 * (p.clearanceSleepShare - 1.0));
}

/// dL/dt = (production(age, genes) (1 - L/ceiling) - clearance L)/tau: deep sleep clears, and what
/// is laid down levels off.
SYN_EQUATION void stepAmyloid(const Week<Real, Rule>& w, Real night) {
  const Parameters& p = w.p;
  const double turnover = w.rates.amyloid;
  const Real laid = w.who[kTraitAmyloid] * (w.age[kAgeAmyloid] * turnover);
  w.rule.flow(
      w.k + kAmyloid, laid,
      clearanceOf(p, night) * (turnover / w.c.usualClearance) + laid * (1.0 / p.amyloidCeiling));
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
