#pragma once

#include "sim/equations/week.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// What of a symptom severity acts on the rest of the brain: traits of the healthy do not.
template <class Real>
inline Real illness(const Parameters& p, Real severity) {
  return maximum(Real(0.0), severity - p.illnessFrom);
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
