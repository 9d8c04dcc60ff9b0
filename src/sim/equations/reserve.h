#pragma once

#include "sim/equations/illness.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Reserve: schooling stays, engagement rises in years and falls slower (Stern 2012); wear of
/// vessels and brain gathers by age and risks, dW/dt = (rate + harm) (1 - W), where drink and
/// illness harm at any age (Livingston 2024; Schwarzinger 2018; Ownby 2006).
SYN_EQUATION void stepReserve(const Week<Real, Rule>& w) {
  const Parameters& p = w.p;
  const Real school = w.in[kInSchooling] * (p.educationRate * w.plastic);
  w.rule.flow(w.k + kEducation, school, w.rule.outflow(w.rates.education * w.plastic));
  const Real toward = w.in[kInEngagement];
  const Real rising = positive(toward - w.state(w.k + kEngagement));
  const Real pace = (rising * w.rates.engagementRise + (1.0 - rising) * w.rates.engagementFall) *
                    (w.plastic / kWeeksPerYear);
  w.rule.flow(w.k + kEngagement, toward * pace, pace);
  const Real harm = w.in[kInHarm] + illnessOf(w, w.c.illnessWear);
  const double usual = w.age[kAgeWear] * p.wearRate;
  const Real wearing = maximum(Real(0.0), 1.0 + w.in[kInWear]) * w.who[kTraitWear] * usual +
                       maximum(Real(0.0), harm);
  w.rule.flow(w.k + kWear, wearing, wearing);
  w.rule.gather(w.k + kExtraWear, (wearing - usual) * w.plastic);
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
