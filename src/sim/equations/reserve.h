#pragma once

#include "sim/equations/illness.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Reserve: schooling stays, engagement rises in years and falls slower (Stern 2012); wear of
/// vessels and brain gathers by age and risks, dW/dt = (rate + harm) (1 - W), where drink and
/// illness harm at any age (Livingston 2024; Schwarzinger 2018; Ownby 2006).
SYN_EQUATION void stepReserve(const Week<Real, Rule>& w) {
  const Parameters& p = w.p;
  const Real school = w.in[kInSchooling] * (p.educationRate * w.plastic);
  w.rule.flow(w.k + kEducation, school,
              w.rule.outflow(w.plastic / (p.educationTauYears * kWeeksPerYear)));
  const Real toward = w.in[kInEngagement];
  const Real rising = positive(toward - w.state(w.k + kEngagement));
  const Real pace =
      (rising * (1.0 / p.engagementRiseYears) + (1.0 - rising) * (1.0 / p.engagementFallYears)) *
      (w.plastic / kWeeksPerYear);
  w.rule.flow(w.k + kEngagement, toward * pace, pace);
  Real harm = w.in[kInHarm];
  for (int i = 0; i < w.at.circuits; ++i) {
    if (w.c.circuits[i].wear == 0) continue;
    harm += illness(p, w.state(w.at.severity + i)) * w.c.circuits[i].wear;
  }
  const double usual = w.age[kAgeWear] * p.wearRate;
  const Real wearing = maximum(Real(0.0), 1.0 + w.in[kInWear]) * w.who[kTraitWear] * usual +
                       maximum(Real(0.0), harm);
  w.rule.flow(w.k + kWear, wearing, wearing);
  w.rule.flow(w.k + kExtraWear, (wearing - usual) * w.plastic, w.rule.outflow(0.0));
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
