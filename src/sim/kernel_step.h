// The weekly step: every mechanism once, in the order in which they hand results on. Included by
// the kernel_*.cpp files only, each of which defines SYN_KERNEL_NAMESPACE first, so that code for
// newer processors is never shared.
#pragma once

#include "sim/equations/amyloid.h"
#include "sim/equations/bdnf.h"
#include "sim/equations/cognition.h"
#include "sim/equations/connection.h"
#include "sim/equations/injury.h"
#include "sim/equations/learning.h"
#include "sim/equations/memory.h"
#include "sim/equations/neurogenesis.h"
#include "sim/equations/path.h"
#include "sim/equations/reserve.h"
#include "sim/equations/senses.h"
#include "sim/equations/sleep.h"
#include "sim/equations/stress.h"
#include "sim/equations/structure.h"
#include "sim/equations/temperament.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

template <class Real, class Rule>
void step(const KernelContext& c, const Rule& rule, const Real* u, int week) {
  const Week<Real, Rule> w = weekOf(c, rule, u, week);
  const SleepLoss<Real> sleep = stepSleep(w);
  const Stress<Real> stress = stepStress(w, sleep);
  const Real bdnf = stepBdnf(w, sleep, stress);
  const Real drug = stepBirthDrive(w);
  const Plasticity<Real> plasticity = plasticityOf(w, sleep, stress, bdnf);

  Drives<Real> drives;
  gatherDrives(w, stress, plasticity, drives);
  const Real survival = stepSkills(w, plasticity, drives);
  const Real births = birthsOf(w, sleep, stress, bdnf, drug);
  stepNewNeurons(w, births, survival);
  addIllness(w, drives);
  stepStructures(w, stress, drives);
  stepConnections(w, plasticity, drives);
  stepPaths(w, pathDrivers(w, sleep, stress, plasticity, births));

  const Real night = nightShare(w.p, w.in[kInSleepHours], w.in[kInSleepQuality], sleep.acute,
                                stress.strain, c.lostNight);
  stepMemory(w, sleep, stress, night);
  stepAmyloid(w, night);
  stepReserve(w);
  stepCognition(w);
  stepTemperament(w);
  stepSenses(w, plasticity);
  stepInjury(w);
}

template <class Real, bool everywhere>
void advance(const KernelContext& c, double* state, const double* inputs, int fromWeek,
             int toWeek) {
  const ExactStep<Real, everywhere> rule{reinterpret_cast<Real*>(state), c.dt};
  const Real* u = reinterpret_cast<const Real*>(inputs);
  for (int week = fromWeek; week < toWeek; ++week) {
    for (int i = 0; i < c.stepsPerWeek; ++i) step<Real>(c, rule, u, week);
  }
}

}  // namespace syn::sim::SYN_KERNEL_NAMESPACE
