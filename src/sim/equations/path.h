#pragma once

#include "sim/equations/learning.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// What moves all paths of a person in a week.
template <class Real>
struct PathDrivers {
  Real tension;     ///< stress beyond that of an average life
  Real debt;        ///< of sleep
  Real modulation;  ///< of learning
  Real drugNeeds;   ///< share of a drug's effect that the new neurons allow
  double ageing;    ///< pace of new paths at this age
};

/// Part of what drugs do to mood needs new neurons (Santarelli 2003, mouse).
SYN_EQUATION PathDrivers<Real> pathDrivers(const Week<Real, Rule>& w, const SleepLoss<Real>& sleep,
                                           const Stress<Real>& stress,
                                           const Plasticity<Real>& plasticity, Real births) {
  const Parameters& p = w.p;
  const Real alive = minimum(Real(1.0), births * (1.0 / w.age[kAgeBirths]));
  return {stress.level - p.stressBase, sleep.debt, plasticity.modulation,
          (1.0 - p.medicationNeurogenesis) + alive * p.medicationNeurogenesis,
          1.0 + p.newPathAge * (w.age[kAgeGain] - 1.0)};
}

/// Pathology V spreads where amyloid exceeds its onset, and never returns: dV/dt = (spread - V)/tau
/// while that is positive.
SYN_EQUATION void stepPathology(const Week<Real, Rule>& w, int i) {
  const Parameters& p = w.p;
  const Real imposed = w.u[w.at.inImposed + i];
  const Real amyloid = w.state(w.k + kAmyloid);
  const Real spread =
      minimum(Real(1.0), maximum(imposed, (amyloid - p.pathologyOnset) * p.pathologyGain));
  const Real rise = maximum(Real(0.0), spread - w.state(w.at.severity + i)) *
                    (1.0 / (p.pathologyTauYears * kWeeksPerYear));
  w.rule.flow(w.at.severity + i, rise, Real(0.0));
}

/// New path: dN/dt = learn practice (1 + savings trace) (1 - N) - N/tau, where the trace is what an
/// earlier learning left (Hofer 2009, mouse). Returns N.
SYN_EQUATION Real stepNewPath(const Week<Real, Rule>& w, const PathDrivers<Real>& d, Real talent,
                              int i) {
  const Parameters& p = w.p;
  const CircuitNumbers& q = w.c.circuits[i];
  const Real learn = maximum(Real(0.0), w.u[w.at.inNewPath + i]) * talent * d.modulation *
                     (1.0 + w.state(w.at.trace + i) * p.savings) *
                     (q.learnNew * d.ageing * w.plastic);
  const Real fresh = w.rule.flow(w.at.newPath + i, learn, learn + q.forgetNew * w.plastic);
  const Real imprint = fresh * (p.traceRate * w.plastic);
  w.rule.flow(w.at.trace + i, imprint, imprint + w.rates.trace * w.plastic);
  return fresh;
}

/// What a circuit shows without swings of mood and without relief: the old path that is awake and
/// that the new one does not silence, what its bearer is liable to, stress and lack of sleep.
template <class Real>
inline Real symptomsOf(const CircuitNumbers& q, Real worn, Real active, Real silenced,
                       Real liability, Real tension, Real debt) {
  return worn * active * (1.0 - silenced) + liability + maximum(Real(0.0), tension) * q.stress +
         debt * q.sleep;
}

/// The share of the symptoms that what relieves leaves; drugs do less for an old illness (Ghio
/// 2014).
template <class Real>
inline Real unrelieved(const Parameters& p, double relieving, Real relief, Real medication,
                       Real worn) {
  const Real relieved = relief + medication * (1.0 - worn * p.medicationWorn);
  return maximum(Real(0.0), 1.0 - relieved * relieving);
}

/// Symptoms show the old path that is awake and that the new one does not silence, with stress,
/// lack of sleep and the swings of mood; what relieves takes its share of them, so it does nothing
/// for the healthy. Returns how much of a spell of illness rehearses the old path.
SYN_EQUATION Real stepSymptoms(const Week<Real, Rule>& w, const PathDrivers<Real>& d, Real fresh,
                               int i) {
  const Parameters& p = w.p;
  const Layout& at = w.at;
  const CircuitNumbers& q = w.c.circuits[i];
  const Real zero = Real(0.0);
  const Real imposed = w.u[at.inImposed + i];
  const Real mood = w.u[at.inMood + i];
  const Real excite = maximum(zero, d.tension + mood * p.moodExcites * q.mood + d.debt * q.sleep +
                                        w.u[at.inCraving + i]) *
                          q.excite +
                      imposed * p.imposedActivation;
  const Real active = w.rule.flow(at.activation + i, excite, excite + q.calm * w.who[kTraitCourse]);
  const Real worn = w.state(at.oldPath + i);
  const Real relief = w.rule.relax(at.relief + i, w.u[at.inRelief + i], w.rates.relief);
  const Real medication =
      w.rule.relax(at.medication + i, w.u[at.inMedication + i] * w.who[kTraitDrug] * d.drugNeeds,
                   w.rates.relief);
  const Real silenced = fresh * q.win;
  const Real swing = mood * q.mood * (p.moodAlways + worn * (1.0 - silenced * p.moodSilenced));
  const Real shown =
      (symptomsOf(q, worn, active, silenced, w.u[at.inLiability + i], d.tension, d.debt) + swing) *
      unrelieved(p, w.rates.relieving, relief, medication, worn);
  const Real severity =
      w.rule.relax(at.severity + i, minimum(Real(1.0), maximum(zero, maximum(imposed, shown))),
                   w.rates.severity);
  // A spell of illness rehearses its path even when mild.
  const Real ill = maximum(imposed, maximum(zero, severity - p.rehearsalFrom));
  return ill / (ill + p.rehearsalHalf) * q.rehearse;
}

/// Old path: dO/dt = (learning + rehearsal) (1 - O) - (O - liability)/tau, with tau of years:
/// treatment does not erase it.
SYN_EQUATION void stepOldPath(const Week<Real, Rule>& w, Real practice, Real rehearsed, int i) {
  const CircuitNumbers& q = w.c.circuits[i];
  const Real wear = (practice * q.learnOld + rehearsed) * w.plastic;
  const Real liability = w.u[w.at.inLiability + i];
  w.rule.flow(w.at.oldPath + i, wear + liability * (q.forgetOld * w.plastic),
              wear + q.forgetOld * w.plastic);
}

/// Habits and illnesses as competing paths, and the pathology that only spreads.
SYN_EQUATION void stepPaths(const Week<Real, Rule>& w, const PathDrivers<Real>& d) {
  for (int i = 0; i < w.at.circuits; ++i) {
    const CircuitNumbers::Kind kind = w.c.circuits[i].kind;
    if (kind == CircuitNumbers::Kind::progressive) {
      stepPathology(w, i);
      continue;
    }
    const bool habit = kind == CircuitNumbers::Kind::habit;
    const Real talent = habit ? w.who[kTraitHabit] : w.who[kTraitTherapy];
    const Real fresh = stepNewPath(w, d, talent, i);
    const Real rehearsed = habit ? Real(0.0) : stepSymptoms(w, d, fresh, i);
    const Real practice =
        maximum(Real(0.0), w.u[w.at.inOldPath + i]) * (habit ? talent : Real(1.0));
    stepOldPath(w, practice, rehearsed, i);
  }
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
