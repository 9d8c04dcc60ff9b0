#pragma once

#include "sim/equations/stress.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Births of one person against those of an undisturbed one of the same age and making: BDNF and
/// drugs raise them; strain, sleep debt beyond a threshold and pathology lower them (Gould 1998,
/// tree shrew; Malberg 2000, rat; Moreno-Jimenez 2019).
template <class Real>
inline Real birthShare(const Parameters& p, Real bdnf, Real strain, Real debt, Real drug,
                       Real pathology) {
  const Real zero = Real(0.0);
  const Real tired = minimum(Real(1.0), maximum(zero, debt - p.birthSleepFrom));
  return maximum(zero, 1.0 + bdnf * p.birthBdnf) * maximum(zero, 1.0 - strain * p.birthStress) *
         maximum(zero, 1.0 - tired * p.birthSleepDebt) * maximum(zero, 1.0 + drug) *
         maximum(zero, 1.0 - pathology * p.birthAlzheimer);
}

/// Drive of births by drugs: dV/dt = (dose - V)/tau (Malberg 2000, rat).
SYN_EQUATION Real stepBirthDrive(const Week<Real, Rule>& w) {
  return w.rule.relax(w.k + kBirthDrive, w.in[kInNeurogenesis] * w.who[kTraitDrug],
                      w.rates.birthDrive);
}

/// Neurons born a day.
SYN_EQUATION Real birthsOf(const Week<Real, Rule>& w, const SleepLoss<Real>& sleep,
                           const Stress<Real>& stress, Real bdnf, Real drug) {
  const double usual = w.c.neurogenesisAbsent ? w.age[kAgeBirthsAbsent] : w.age[kAgeBirths];
  const Real pathology = w.state(w.at.severity + w.c.pathology);
  return birthShare(w.p, bdnf, stress.strain, sleep.debt, drug, pathology) *
         w.who[kTraitNeurogenesis] * (usual * w.plastic);
}

/// Births pass eight weekly stages, dN_i/dt = (N_(i-1) survival_i - N_i)/tau, the early ones of
/// which are survived by use (Gould 1999, rat); then they are young neurons.
SYN_EQUATION void stepNewNeurons(const Week<Real, Rule>& w, Real births, Real survival) {
  const Parameters& p = w.p;
  const Real pass = minimum(Real(1.0), maximum(Real(0.1), p.stageSurvival * (1.0 + survival)));
  Real arriving = births * 7.0;
  for (int i = 0; i < kImmatureStages; ++i) {
    arriving = w.rule.relax(w.k + kImmature + i, arriving * p.stageTauWeeks, w.rates.stage) *
               w.rates.stage.rate;
    if (i < kImmatureStages / 2) arriving = arriving * pass;
  }
  w.rule.relax(w.k + kYoungNeurons, arriving * p.youngTauWeeks, w.rates.young);
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
