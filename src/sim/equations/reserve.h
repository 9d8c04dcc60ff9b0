#pragma once

#include "sim/equations/week.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Reserve: schooling stays, engagement rises in years and falls slower (Stern 2012); wear of
/// vessels and brain gathers by age and risks, dW/dt = rate (1 - W) (Livingston 2024).
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
  const Real wearing =
      maximum(Real(0.0), 1.0 + w.in[kInWear]) * w.who[kTraitWear] * (w.age[kAgeWear] * p.wearRate);
  w.rule.flow(w.k + kWear, wearing, wearing);
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
