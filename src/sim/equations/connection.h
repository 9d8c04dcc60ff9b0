#pragma once

#include "sim/equations/learning.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Strength W by the BCM rule phi = x (x - theta) with a sliding threshold that follows x^2
/// (Bienenstock, Cooper, Munro 1982), forgetting and pruning by disuse; myelin beyond the norm
/// where use exceeds the healthy one (Scholz 2009). `drive[i]` becomes what a connection brings
/// more than usual.
SYN_EQUATION void stepStrengths(const Week<Real, Rule>& w, const Plasticity<Real>& plasticity,
                                const Drives<Real>& drives, Real* more) {
  const KernelContext& c = w.c;
  const Layout& at = w.at;
  const Parameters& p = w.p;
  const Real zero = Real(0.0);
  // Early training leaves thicker tracts: the motor window.
  const double myelinPace = p.myelinRate * (1.0 + p.myelinWindow * w.age[kAgeWindowMotor]);
  const double myelinFade = w.rates.myelin * w.plastic;
  const Rate threshold = frozen(w.rates.threshold, w.plastic);
  forEach<Rule>(c.used, at.edgesPadded, [&](int i) {
    const Real x = minimum(Real(kLargestUse), maximum(zero, 1.0 + drives.use[i]));
    const Real slid =
        w.rule.relax(at.threshold + i, 1.0 + (x * x - 1.0) * p.thresholdShare, threshold);
    const Real phi = x * (x - slid);
    const Real up = maximum(zero, phi) * plasticity.gain * p.potentiation;
    const Real down = maximum(zero, zero - phi) * plasticity.gain * p.depression +
                      maximum(zero, 1.0 - x) * (p.disuse * w.plastic);
    const double forget = c.edgeForget[i] * w.plastic;
    const Real strength = w.rule.flow(
        at.strength + i, forget + up * p.strengthMax + down * p.strengthMin, forget + up + down);
    more[i] = strength * x - 1.0;
    const Real excess = maximum(zero, x - 1.0 + drives.myelin[i]) * plasticity.gain * myelinPace;
    w.rule.flow(at.myelin + i, excess * p.myelinMax, excess + myelinFade);
  });
}

/// Homeostatic scaling of all inputs of a structure: dZ/dt = (1 - gain drive - Z)/tau (Turrigiano
/// 1998).
SYN_EQUATION void stepScaling(const Week<Real, Rule>& w, const Real* more) {
  const KernelContext& c = w.c;
  const Layout& at = w.at;
  const Parameters& p = w.p;
  Real drive[kMaxStructures];
  forEach<Rule>(c.driven, at.structuresPadded, [&](int i) { drive[i] = Real(0.0); });
  const int edges = !Rule::kEverywhere ? c.used.count : at.edges;
  for (int n = 0; n < edges; ++n) {
    const int i = !Rule::kEverywhere ? c.used.first[n] : n;
    drive[c.edgeTo[i]] += more[i] * c.edgeWeight[i];
  }
  const Rate scaling = frozen(w.rates.scaling, w.plastic);
  forEach<Rule>(c.driven, at.structuresPadded, [&](int i) {
    w.rule.relax(
        at.scaling + i,
        minimum(Real(p.scalingMost), maximum(Real(p.scalingLeast), 1.0 - drive[i] * p.scalingGain)),
        scaling);
  });
}

SYN_EQUATION void stepConnections(const Week<Real, Rule>& w, const Plasticity<Real>& plasticity,
                                  const Drives<Real>& drives) {
  Real more[kMaxEdges];
  stepStrengths(w, plasticity, drives, more);
  stepScaling(w, more);
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
