#pragma once

#include "sim/equations/week.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// What early deprivation takes from cognition, most while the attachment window is open (Nelson
/// 2007), and what training and exercise add to each domain.
SYN_EQUATION void stepCognition(const Week<Real, Rule>& w) {
  const Parameters& p = w.p;
  const Real deprived =
      w.in[kInAdversity] * (w.age[kAgeWindowAttachment] * p.deprivationRate * w.plastic);
  w.rule.flow(w.k + kDeprivation, deprived, deprived + w.rates.deprivation * w.plastic);
  const Rate gain = frozen(w.rates.cognition, w.plastic);
  w.rule.relax(w.k + kGainMemory, w.in[kInCognitionMemory], gain);
  w.rule.relax(w.k + kGainExecutive, w.in[kInCognitionExecutive], gain);
  w.rule.relax(w.k + kGainSpeed, w.in[kInCognitionSpeed], gain);
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
