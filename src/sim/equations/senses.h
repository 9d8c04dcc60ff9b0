#pragma once

#include "sim/equations/learning.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Sight of one eye: lost while it is covered, regained by training and by itself, all while the
/// window is open (Scheiman 2005).
SYN_EQUATION void stepVision(const Week<Real, Rule>& w, const Plasticity<Real>& plasticity) {
  const Parameters& p = w.p;
  const double window = w.age[kAgeWindowVision] * w.plastic;
  const Real blur = w.in[kInEyeLoss] * (p.acuityLossRate * window);
  const Real clear =
      (w.in[kInEyeTraining] * plasticity.modulation * p.acuityTrainRate + p.acuityFreeRate) *
      window * maximum(Real(0.0), 1.0 - w.in[kInEyeLoss]);
  w.rule.flow(w.k + kBlindness, blur, blur + clear);
}

/// Hearing, likewise, but regained by itself alone.
SYN_EQUATION void stepHearing(const Week<Real, Rule>& w) {
  const Parameters& p = w.p;
  const double window = w.age[kAgeWindowHearing] * w.plastic;
  const Real mute = w.in[kInHearingLoss] * (p.hearingLossRate * window);
  const Real hear = maximum(Real(0.0), 1.0 - w.in[kInHearingLoss]) * (p.hearingFreeRate * window);
  w.rule.flow(w.k + kDeafness, mute, mute + hear);
}

/// First language by contact, as far as it is heard, dN/dt = contact window (1 - N); a second one
/// by study, dN/dt = study window (1 - N) - N/tau (Hartshorne 2018).
SYN_EQUATION void stepLanguage(const Week<Real, Rule>& w, const Plasticity<Real>& plasticity) {
  const Parameters& p = w.p;
  const Real zero = Real(0.0);
  const double window = w.age[kAgeWindowLanguage] * w.plastic;
  const Real heard = maximum(zero, 1.0 - w.in[kInHearingLoss]) * (1.0 - w.state(w.k + kDeafness));
  const Real native =
      maximum(zero, 1.0 + w.in[kInLanguageContact]) * heard * (p.nativeRate * window);
  w.rule.flow(w.k + kNativeLanguage, native, native);
  const Real study = maximum(zero, w.in[kInLanguageStudy]) * plasticity.modulation *
                     w.who[kTraitResponsiveness] * (p.studyRate * window);
  w.rule.flow(w.k + kSecondLanguage, study, study + w.rates.language * w.plastic);
}

SYN_EQUATION void stepSenses(const Week<Real, Rule>& w, const Plasticity<Real>& plasticity) {
  stepVision(w, plasticity);
  stepHearing(w);
  stepLanguage(w, plasticity);
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
