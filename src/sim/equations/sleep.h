#pragma once

#include "sim/equations/week.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// What lacks of sleep, in units of the scale at which it tells.
template <class Real>
struct SleepLoss {
  Real debt;   ///< gathered over weeks, beyond that of an average life
  Real acute;  ///< of a night just lost
};

/// Debt of so many hours owed.
template <class Real>
inline Real sleepDebt(const Parameters& p, Real hoursOwed, double baselineHours) {
  return (hoursOwed - baselineHours) * (1.0 / p.sleepDebtScaleHours);
}

/// Acute loss of so many hours of one night.
template <class Real>
inline Real acuteSleepLoss(const Parameters& p, Real hours) {
  return hours * (1.0 / p.acuteSleepScaleHours);
}

/// What a night is worth, as a share of a full one: its hours, less the share of the week that a
/// night just lost takes, less what strain spoils (Akerstedt 2006), and what improves it.
template <class Real>
inline Real nightShare(const Parameters& p, Real hours, Real quality, Real acute, Real strain,
                       double lostNight) {
  const Real slept = hours * (1.0 / p.sleepNeedHours) * (1.0 - acute * lostNight);
  return minimum(Real(p.nightMost),
                 maximum(Real(0.0), slept * (1.0 - strain * p.qualityStress) + quality));
}

/// Debt gathers what each night lacks and is slept off, dD/dt = 7 max(0, need - sleep) - D/tau; a
/// lost night is a second, fast debt, dA/dt = -A/tau (Van Dongen 2003).
SYN_EQUATION SleepLoss<Real> stepSleep(const Week<Real, Rule>& w) {
  const Parameters& p = w.p;
  const Real zero = Real(0.0);
  const Real shortfall = maximum(zero, p.sleepNeedHours - w.in[kInSleepHours]);
  const Real owed =
      w.rule.relax(w.k + kSleepDebt, shortfall * (7.0 * p.sleepDebtTauWeeks), w.rates.sleepDebt);
  const Real lost = w.rule.relax(w.k + kAcuteSleepLoss, zero, w.rates.acuteSleep);
  return {sleepDebt(p, owed, w.c.baselineSleepDebt), acuteSleepLoss(p, lost)};
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
