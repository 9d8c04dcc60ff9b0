#pragma once

#include "sim/equations/week.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Emotional reactivity: dT/dt = (set point + influence - T)/tau(age); chance kicks come from
/// outside the step (Vukasovic 2015; Roberts 2017).
SYN_EQUATION void stepTemperament(const Week<Real, Rule>& w) {
  const Real setPoint = w.who[kTraitTemperament] + w.in[kInTrait];
  const double pull = w.plastic / (w.age[kAgeTraitTau] * kWeeksPerYear);
  w.rule.flow(w.k + kTrait, setPoint * pull, w.rule.outflow(pull));
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
