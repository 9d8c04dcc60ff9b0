#pragma once

#include "sim/equations/bdnf.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// How well somebody learns this week.
template <class Real>
struct Plasticity {
  Real modulation;  ///< by BDNF, sleep, strain and what raises it, average life = 1
  Real readiness;   ///< the same in this person; 0 in a fixed brain
  Real gain;        ///< the same at this age
};

/// What the week drives in each structure and connection; only entries that can differ from neutral
/// are set (see forEach).
template <class Real>
struct Drives {
  Real learned[kMaxStructures], growth[kMaxStructures], shrink[kMaxStructures],
      synapses[kMaxStructures];
  Real upkeep[kMaxStructures];  ///< what practice holds of what it once built
  Real use[kMaxEdges], myelin[kMaxEdges];
};

SYN_EQUATION Plasticity<Real> plasticityOf(const Week<Real, Rule>& w, const SleepLoss<Real>& sleep,
                                           const Stress<Real>& stress, Real bdnf) {
  const Parameters& p = w.p;
  Plasticity<Real> out;
  out.modulation =
      maximum(Real(0.0), 1.0 + bdnf * p.gainBdnf - (sleep.debt + sleep.acute) * p.gainSleepDebt -
                             stress.strain * p.gainStress + w.in[kInPlasticity]);
  out.readiness = out.modulation * w.who[kTraitResponsiveness] * w.plastic;
  out.gain = out.readiness * w.age[kAgeGain];
  return out;
}

/// What exposures drive, before skills and illness add to it.
SYN_EQUATION void gatherDrives(const Week<Real, Rule>& w, const Stress<Real>& stress,
                               const Plasticity<Real>& plasticity, Drives<Real>& drives) {
  const KernelContext& c = w.c;
  const Layout& at = w.at;
  forEach<Rule>(c.growing, at.structuresPadded, [&](int i) {
    drives.learned[i] = w.u[at.inPractice + i] * plasticity.gain;
    drives.growth[i] = w.u[at.inGrowth + i];
  });
  forEach<Rule>(c.trained, at.structuresPadded, [&](int i) { drives.upkeep[i] = Real(0.0); });
  forEach<Rule>(c.shrinking, at.structuresPadded, [&](int i) {
    drives.shrink[i] = w.u[at.inToxicity + i] + stress.strain * c.shrinkStress[i];
  });
  forEach<Rule>(c.spined, at.structuresPadded,
                [&](int i) { drives.synapses[i] = w.u[at.inSynapses + i]; });
  forEach<Rule>(c.used, at.edgesPadded, [&](int i) {
    drives.use[i] = w.u[at.inUse + i];
    drives.myelin[i] = w.u[at.inMyelin + i];
  });
}

/// Skills: dM/dt = effort (1 - M) - M/tau. What is new excites; mastery takes the novelty away,
/// challenge keeps part of it. Returns what new neurons gain in survival.
SYN_EQUATION Real stepSkills(const Week<Real, Rule>& w, const Plasticity<Real>& plasticity,
                             Drives<Real>& drives) {
  const Parameters& p = w.p;
  const Layout& at = w.at;
  Real survival = w.in[kInSurvival];
  for (int i = 0; i < at.skills; ++i) {
    const SkillTerms& skill = w.c.skills[i];
    if (!Rule::kEverywhere && !w.c.skilled[i]) continue;
    const Real effort = maximum(Real(0.0), w.u[at.inSkill + i]);
    const Real learn = effort * plasticity.readiness * (p.masteryRate * skill.masteryRate);
    const Real mastered = w.rule.flow(at.mastery + i, learn, learn + 1.0 / p.masteryTauWeeks);
    const Real fresh = w.u[at.inSkill + i] * w.u[at.inSkillNovelty + i] *
                       (1.0 - mastered * (1.0 - w.u[at.inChallenge + i] * p.masteryChallenge));
    for (int t = 0; t < skill.practice.count; ++t) {
      const Term& term = skill.practice.first[t];
      drives.learned[term.index] += fresh * plasticity.gain * term.amount;
      drives.upkeep[term.index] += effort * plasticity.gain * term.amount;
    }
    for (int t = 0; t < skill.use.count; ++t) {
      const Term& term = skill.use.first[t];
      drives.use[term.index] += fresh * term.amount;
    }
    for (int t = 0; t < skill.myelin.count; ++t) {
      const Term& term = skill.myelin.first[t];
      drives.myelin[term.index] += effort * term.amount;
    }
    survival += fresh * skill.survival;
  }
  return survival;
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
