#pragma once

#include "sim/equations/illness.h"
#include "sim/equations/sleep.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

template <class Real>
struct Stress {
  Real level;   ///< S, 0..1
  Real strain;  ///< what of it exceeds tolerance, 0..1: only that harms
};

/// What of a stress level exceeds tolerance, as a share of all that can.
template <class Real>
inline Real strainAt(const Parameters& p, Real stress) {
  return maximum(Real(0.0), stress - p.stressTolerance) * (1.0 / (1.0 - p.stressTolerance));
}

/// How fast the dendrites of a structure come back, per week: slower with age where it ages.
SYN_EQUATION double spineHealing(const Week<Real, Rule>& w, int structure) {
  return w.c.spineRecovery[structure] *
         (1.0 + w.c.spineAgeing[structure] * (w.age[kAgeRecovery] - 1.0)) * w.plastic;
}

/// How old dendrites are: 0 in the young adult, 1 where nothing recovers.
SYN_EQUATION double spineAge(const Week<Real, Rule>& w) {
  return 1.0 - (w.age[kAgeRecovery] < 1.0 ? w.age[kAgeRecovery] : 1.0);
}

/// How readily strain changes the dendrites of a structure, most in the young adult: the spines of
/// old animals stay, their dendrites shrink (Bloss 2011, 2010, rat).
SYN_EQUATION double spineGain(const Week<Real, Rule>& w, int structure, double aged) {
  return w.c.spineGain[structure] * (1.0 - w.p.spineAgeShare * w.c.spineAgeing[structure] * aged);
}

/// A demand as it is felt: stress comes near 1 and never gets there.
template <class Real>
inline Real belowCeiling(const Parameters& p, Real demand) {
  const double room = 1.0 - p.stressCeilingFrom;
  const Real over = maximum(Real(0.0), demand - p.stressCeilingFrom);
  return minimum(Real(p.stressCeilingFrom), demand) + over * room / (room + over);
}

/// Prefrontal loss of dendrites, which takes the brake off stress. It is taken half a step ahead,
/// for stress and the loss it causes feed each other.
SYN_EQUATION Real prefrontalLoss(const Week<Real, Rule>& w, Real stressBefore) {
  const Real expected = strainAt(w.p, stressBefore) * w.plastic;
  const double aged = spineAge(w);
  Real loss = Real(0.0);
  for (int i = 0; i < w.c.regulation.count; ++i) {
    const Term& t = w.c.regulation.first[i];
    const Real spine = w.state(w.at.spine + t.index);
    const Real slope = expected * spineGain(w, t.index, aged) * (w.c.spineMax[t.index] - spine) -
                       spine * spineHealing(w, t.index);
    loss += (spine + slope * w.rule.ahead()) * t.amount;
  }
  return loss;
}

/// dS/dt = (ceiling(base + load - relief + sleep debt + illness - brake) - S)/tau: load less what
/// calms, where prefrontal loss takes the brake off (Radley 2004, 2006).
SYN_EQUATION Stress<Real> stepStress(const Week<Real, Rule>& w, const SleepLoss<Real>& sleep) {
  const Parameters& p = w.p;
  const Real ill = illnessOf(w, w.c.illnessStress);
  const Real load = p.stressBase + w.in[kInStressLoad] - w.in[kInStressRelief] +
                    w.who[kTraitStress] + w.in[kInStressNoise] * p.stressEvents +
                    sleep.debt * p.stressSleep + ill * p.stressMood;
  const Real before = w.state(w.k + kStress);
  const Real unbraked = prefrontalLoss(w, before) * p.stressPrefrontal;
  const Real target = belowCeiling(p, maximum(Real(0.0), load - unbraked));
  const Real level = w.rule.relax(w.k + kStress, target, w.rates.stress);
  const Real above =
      w.rule.meanAbove(before, target, w.state(w.k + kStress), w.rates.stress, p.stressTolerance);
  return {level, above * (1.0 / (1.0 - p.stressTolerance))};
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
