#pragma once

#include "sim/equations/illness.h"
#include "sim/equations/learning.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// A drive that saturates: at most `most` however large it is (Wenger 2017).
template <class Real>
inline Real saturated(Real drive, double most) {
  return drive * most / (most + absolute(drive));
}

/// What each illness adds: structures it keeps busier or idler, shrinks or grows, and whose
/// synapses it changes.
SYN_EQUATION void addIllness(const Week<Real, Rule>& w, Drives<Real>& drives) {
  const auto add = [](Real* drive, const Terms& terms, Real ill) {
    for (int t = 0; t < terms.count; ++t) {
      drive[terms.first[t].index] += ill * terms.first[t].amount;
    }
  };
  for (int i = 0; i < w.at.circuits; ++i) {
    const Real ill = illness(w.p, w.state(w.at.severity + i));
    if (!anyPositive(ill)) continue;
    const CircuitTerms& terms = w.c.circuitTerms[i];
    add(drives.growth, terms.growth, ill);
    add(drives.shrink, terms.shrinkage, ill);
    add(drives.synapses, terms.synapses, ill);
  }
}

/// Structure under use: a fast expansion that saturates and fades, part of it kept; dendrites and
/// volume under stress; what childhood programmes, and infancy stunts (Mackes 2020); loss from
/// pathology. What practice built stays while it goes on, however well the skill is known.
SYN_EQUATION void stepStructures(const Week<Real, Rule>& w, const Stress<Real>& stress,
                                 const Drives<Real>& drives) {
  const KernelContext& c = w.c;
  const Layout& at = w.at;
  const Parameters& p = w.p;
  const double plastic = w.plastic;
  const Rate expansion = frozen(w.rates.expansion, plastic);
  const double volumeRate = w.age[kAgeVolumeRecovery] * plastic / p.volumeTauWeeks;
  const double lastingRate = volumeRate * p.volumeLasting;
  const auto volumeOut = w.rule.outflow(volumeRate);
  const auto lastingOut = w.rule.outflow(lastingRate);
  const double keptRate = w.rates.kept * plastic;
  const double keptFade = w.rates.keptFade * plastic;
  const auto programmingOut = w.rule.outflow(w.rates.programming * plastic);
  const Real adversity = w.in[kInAdversity] * (w.age[kAgeSensitivity] * plastic);
  const double infancy = w.age[kAgeWindowAttachment] * w.age[kAgeWindowAttachment];
  // Institutions stunt, not poverty: more than in proportion.
  const Real deprived = w.in[kInAdversity] * w.in[kInAdversity] * (infancy * plastic);
  const Real strained = stress.strain * plastic;
  const double aged = spineAge(w);
  forEach<Rule>(c.growing, at.structuresPadded, [&](int i) {
    const Real busier = drives.growth[i] + drives.learned[i];
    w.rule.relax(at.expansion + i, saturated(busier, p.expansionMax), expansion);
  });
  forEach<Rule>(c.trained, at.structuresPadded, [&](int i) {
    // Only what was learned settles, in months; it fades over many years (Xu, Yang 2009).
    const Real settled = saturated(drives.learned[i], p.expansionMax) * c.keptRatio[i];
    const Real kept = w.state(at.kept + i);
    const Real building = positive(absolute(settled) - absolute(kept));
    const Real settling = building * keptRate + (1.0 - building) * keptFade;
    const Real held = minimum(kept, drives.upkeep[i] * c.keptRatio[i]);
    const Real toward = building * settled + (1.0 - building) * maximum(settled, held);
    w.rule.flow(at.kept + i, toward * settling, settling);
  });
  forEach<Rule>(c.spined, at.structuresPadded, [&](int i) {
    const double heal = spineHealing(w, i);
    const double gain = spineGain(w, i, aged);
    w.rule.flow(at.spine + i, strained * (gain * c.spineMax[i]) + drives.synapses[i] * heal,
                strained * gain + heal);
  });
  forEach<Rule>(c.shrinking, at.structuresPadded, [&](int i) {
    const bool lasts = c.lasting[i] > 0;
    w.rule.flow(at.shrinkage + i, drives.shrink[i] * (lasts ? lastingRate : volumeRate),
                lasts ? lastingOut : volumeOut);
  });
  forEach<Rule>(c.programmed, at.structuresPadded, [&](int i) {
    w.rule.flow(at.programming + i, adversity * c.programming[i] + deprived * c.stunting[i],
                programmingOut);
  });
  const Real pathology = w.state(at.severity + c.pathology);
  if (anyPositive(pathology)) {
    forEach<Rule>(c.atrophied, at.structuresPadded, [&](int i) {
      const Real rate = pathology * c.atrophy[i];
      w.rule.flow(at.atrophy + i, rate, rate);
    });
  }
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
