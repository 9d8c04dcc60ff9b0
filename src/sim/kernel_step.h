// The weekly step, written once for every kind of lane. Included by the kernel_*.cpp files only,
// each of which defines SYN_KERNEL_NAMESPACE first, so that code for newer processors is never
// shared.
//
// Notation: S stress, D sleep debt, B BDNF deviation, G plasticity gain, Y severity. Deviations are
// from an average life, so a life without exposures stays exactly on the lifespan norms.

#include "sim/kernel.h"
#include "sim/lanes.h"

namespace syn::sim::SYN_KERNEL_NAMESPACE {

/// Exact step: a state with constant target and time constant goes its share of the way; one with
/// inflow and outflow ds/dt = in - out s gets the [1/2] Pade form of 1 - exp(-out dt), which is
/// exact to (out dt)^5/700, positive and below 1 for any out. Both return the state's mean over the
/// step: what depends on it sees that, which makes the coupling of the equations exact to second
/// order.
template <class Real, bool everywhere>
struct ExactStep {
  static constexpr bool kEverywhere = everywhere;
  Real* s;
  double dt;

  Real relax(int i, Real target, Rate rate) const {
    const Real gap = s[i] - target;
    s[i] = s[i] - gap * rate.share;
    return target + gap * rate.lag;
  }
  Real flow(int i, Real in, Real out) const {
    const Real before = s[i];
    const Real x = out * dt;
    s[i] = before + (in - out * before) * dt / (1.0 + x * (0.5 + x * (1.0 / 12.0)));
    return (before + s[i]) * 0.5;
  }
  /// Half a step.
  [[nodiscard]] double ahead() const { return 0.5 * dt; }
  /// Mean over the step of what exceeds a threshold, by Simpson's rule.
  Real meanAbove(Real before, Real target, Real after, Rate rate, double threshold) const {
    const Real zero = Real(0.0);
    const Real middle = target + (before - target) * rate.half;
    return (maximum(zero, before - threshold) + 4.0 * maximum(zero, middle - threshold) +
            maximum(zero, after - threshold)) *
           (1.0 / 6.0);
  }
  /// An outflow that is the same for everybody costs its division only once.
  struct Outflow {
    double out, share;
  };
  [[nodiscard]] Outflow outflow(double out) const {
    const double x = out * dt;
    return {out, dt / (1.0 + x * (0.5 + x * (1.0 / 12.0)))};
  }
  Real flow(int i, Real in, Outflow o) const {
    const Real before = s[i];
    s[i] = before + (in - o.out * before) * o.share;
    return (before + s[i]) * 0.5;
  }
};

/// The same equations as a time derivative, for adaptive solvers.
struct Derivative {
  static constexpr bool kEverywhere = true;
  const double* s;
  double* d;
  double dt;

  double relax(int i, double target, Rate rate) const {
    d[i] = (target - s[i]) * rate.rate;
    return s[i];
  }
  double flow(int i, double in, double out) const {
    d[i] = in - out * s[i];
    return s[i];
  }
  [[nodiscard]] double ahead() const { return 0.0; }
  double meanAbove(double now, double, double, Rate, double threshold) const {
    return maximum(0.0, now - threshold);
  }
  [[nodiscard]] double outflow(double out) const { return out; }
};

/// A rate that stands still in a fixed brain.
inline Rate frozen(Rate rate, double plastic) {
  return {rate.rate * plastic, rate.share * plastic, 1.0 - plastic * (1.0 - rate.lag),
          1.0 - plastic * (1.0 - rate.half)};
}

/// Does something to every place that can differ from its neutral value. What the list leaves out
/// would not change, so going everywhere gives the same bits.
template <class Rule, class Body>
inline void forEach(const Places& list, int all, const Body& body) {
  if constexpr (!Rule::kEverywhere) {
    for (int n = 0; n < list.count; ++n) body(list.first[n]);
  } else {
#pragma GCC ivdep
    for (int i = 0; i < all; ++i) body(i);
  }
}

template <class Real, class Rule>
void step(const KernelContext& c, const Rule& rule, const Real* u, int week) {
  const Layout& at = *c.layout;
  const Parameters& p = *c.parameters;
  const Rates& rates = *c.rates;
  const double* age = c.ages + static_cast<long>(week) * kAgeColumns;
  const auto* s = rule.s;
  const int k = at.scalars;
  const Real* in = u + at.inScalars;
  const Real* who = u + at.inTraits;
  const Real zero = Real(0.0);
  const double plastic =
      c.fixedBrain && week >= static_cast<int>(p.fixedFromAge * kWeeksPerYear) ? 0.0 : 1.0;

  // Sleep (Van Dongen 2003): debt gathers what each night lacks and is slept off; a lost night is a
  // second, fast debt.
  const Real shortfall = maximum(zero, p.sleepNeedHours - in[kInSleepHours]);
  const Real owed =
      rule.relax(k + kSleepDebt, shortfall * (7.0 * p.sleepDebtTauWeeks), rates.sleepDebt);
  const Real debt = (owed - c.baselineSleepDebt) * (1.0 / p.sleepDebtScaleHours);
  const Real acute =
      rule.relax(k + kAcuteSleepLoss, zero, rates.acuteSleep) * (1.0 / p.acuteSleepScaleHours);

  // Stress: load less what calms; prefrontal loss takes the brake off. The brake is taken half a
  // step ahead, for stress and the loss it causes feed each other.
  Real illness = zero;
  for (int i = 0; i < at.circuits; ++i) {
    illness += maximum(zero, s[at.severity + i] - p.illnessFrom) * c.circuits[i].stressLoad;
  }
  const Real load = p.stressBase + in[kInStressLoad] - in[kInStressRelief] + who[kTraitStress] +
                    in[kInStressNoise] * p.stressEvents + debt * p.stressSleep +
                    illness * p.stressMood;
  const Real before = s[k + kStress];
  const double overTolerance = 1.0 / (1.0 - p.stressTolerance);
  const double recovery = age[kAgeRecovery];
  const Real expected = maximum(zero, before - p.stressTolerance) * (overTolerance * plastic);
  Real brake = zero;
  for (int i = 0; i < c.regulation.count; ++i) {
    const Term& t = c.regulation.first[i];
    const Real spine = s[at.spine + t.index];
    const double heal =
        c.spineRecovery[t.index] * (1.0 + c.spineAgeing[t.index] * (recovery - 1.0)) * plastic;
    const Real slope =
        expected * c.spineGain[t.index] * (c.spineMax[t.index] - spine) - spine * heal;
    brake += (spine + slope * rule.ahead()) * t.amount;
  }
  const Real bounded = minimum(Real(1.0), maximum(zero, load - brake * p.stressPrefrontal));
  const Real S = rule.relax(k + kStress, bounded, rates.stress);
  const Real strain =
      rule.meanAbove(before, bounded, s[k + kStress], rates.stress, p.stressTolerance) *
      overTolerance;

  // BDNF, as a deviation from the person's own level.
  const Real B = rule.relax(
      k + kBdnf,
      in[kInBdnf] * who[kTraitResponsiveness] - debt * p.bdnfSleepDebt - strain * p.bdnfStress,
      rates.bdnf);
  rule.relax(k + kBdnfPulse, zero, rates.bdnfPulse);
  rule.relax(k + kFitness, in[kInFitness], rates.fitness);

  // Neurogenesis: births, then eight weekly stages; early ones survive by use.
  const Real drug =
      rule.relax(k + kBirthDrive, in[kInNeurogenesis] * who[kTraitDrug], rates.birthDrive);

  // What learns, and how well today.
  const Real modulation = maximum(zero, 1.0 + B * p.gainBdnf - (debt + acute) * p.gainSleepDebt -
                                            strain * p.gainStress + in[kInPlasticity]);
  const Real readiness = modulation * who[kTraitResponsiveness] * plastic;
  const Real gain = readiness * age[kAgeGain];

  Real learned[kMaxStructures], growth[kMaxStructures], shrink[kMaxStructures], use[kMaxEdges],
      myelin[kMaxEdges];
  Real synapses[kMaxStructures], drive[kMaxStructures], weighted[kMaxEdges];
  forEach<Rule>(c.growing, at.structuresPadded, [&](int i) {
    learned[i] = u[at.inPractice + i] * gain;
    growth[i] = u[at.inGrowth + i];
  });
  forEach<Rule>(c.shrinking, at.structuresPadded,
                [&](int i) { shrink[i] = u[at.inToxicity + i] + strain * c.shrinkStress[i]; });
  forEach<Rule>(c.spined, at.structuresPadded, [&](int i) { synapses[i] = u[at.inSynapses + i]; });
  forEach<Rule>(c.used, at.edgesPadded, [&](int i) {
    use[i] = u[at.inUse + i];
    myelin[i] = u[at.inMyelin + i];
  });

  // Skills: what is new excites; mastery takes the novelty away, challenge keeps part of it.
  Real survival = in[kInSurvival];
  for (int i = 0; i < at.skills; ++i) {
    const SkillTerms& skill = c.skills[i];
    if (!Rule::kEverywhere && !c.skilled[i]) continue;
    const Real effort = maximum(zero, u[at.inSkill + i]);
    const Real learn = effort * readiness * (p.masteryRate * skill.masteryRate);
    const Real mastered = rule.flow(at.mastery + i, learn, learn + 1.0 / p.masteryTauWeeks);
    const Real fresh = u[at.inSkill + i] * u[at.inSkillNovelty + i] *
                       (1.0 - mastered * (1.0 - u[at.inChallenge + i] * p.masteryChallenge));
    for (int t = 0; t < skill.practice.count; ++t) {
      const Term& term = skill.practice.first[t];
      learned[term.index] += fresh * gain * term.amount;
    }
    for (int t = 0; t < skill.use.count; ++t) {
      const Term& term = skill.use.first[t];
      use[term.index] += fresh * term.amount;
    }
    for (int t = 0; t < skill.myelin.count; ++t) {
      const Term& term = skill.myelin.first[t];
      myelin[term.index] += effort * term.amount;
    }
    survival += fresh * skill.survival;
  }

  const Real pathology = s[at.severity + c.pathology];
  const double births = c.neurogenesisAbsent ? age[kAgeBirthsAbsent] : age[kAgeBirths];
  const Real born =
      maximum(zero, 1.0 + B * p.birthBdnf) * maximum(zero, 1.0 - strain * p.birthStress) *
      maximum(zero,
              1.0 - minimum(Real(1.0), maximum(zero, debt - p.birthSleepFrom)) * p.birthSleepDebt) *
      maximum(zero, 1.0 + drug) * maximum(zero, 1.0 - pathology * p.birthAlzheimer) *
      who[kTraitNeurogenesis] * (births * plastic);
  // Part of what drugs do to mood needs new neurons (Santarelli 2003, mouse).
  const Real drugNeeds =
      (1.0 - p.medicationNeurogenesis) +
      minimum(Real(1.0), born * (1.0 / age[kAgeBirths])) * p.medicationNeurogenesis;
  const Real pass = minimum(Real(1.0), maximum(Real(0.1), p.stageSurvival * (1.0 + survival)));
  Real arriving = born * 7.0;
  for (int i = 0; i < kImmatureStages; ++i) {
    arriving = rule.relax(k + kImmature + i, arriving * p.stageTauWeeks, rates.stage) *
               (1.0 / p.stageTauWeeks);
    if (i < kImmatureStages / 2) arriving = arriving * pass;
  }
  rule.relax(k + kYoungNeurons, arriving * p.youngTauWeeks, rates.young);

  // Illness shrinks or grows what it drives.
  for (int i = 0; i < at.circuits; ++i) {
    const Real ill = maximum(zero, s[at.severity + i] - p.illnessFrom);
    if (!anyPositive(ill)) continue;
    const Terms& busier = c.circuitGrowth[i];
    for (int t = 0; t < busier.count; ++t) {
      growth[busier.first[t].index] += ill * busier.first[t].amount;
    }
    const Terms& terms = c.circuitShrinkage[i];
    for (int t = 0; t < terms.count; ++t) {
      shrink[terms.first[t].index] += ill * terms.first[t].amount;
    }
    const Terms& lost = c.circuitSynapses[i];
    for (int t = 0; t < lost.count; ++t) {
      synapses[lost.first[t].index] += ill * lost.first[t].amount;
    }
  }

  // Structure under use: a fast expansion that saturates and fades, part of it kept; dendrites and
  // volume under stress; what childhood programmes; loss from pathology.
  const Rate expansion = frozen(rates.expansion, plastic);
  const double volumeRate = age[kAgeVolumeRecovery] * plastic / p.volumeTauWeeks;
  const auto volumeOut = rule.outflow(volumeRate);
  const double keptRate = plastic / p.keptTauWeeks;
  const double keptFade = plastic / (p.keptFadeYears * kWeeksPerYear);
  const auto programmingOut = rule.outflow(plastic / (p.programmingTauYears * kWeeksPerYear));
  const Real adversity = in[kInAdversity] * (age[kAgeSensitivity] * plastic);
  const Real strained = strain * plastic;
  forEach<Rule>(c.growing, at.structuresPadded, [&](int i) {
    const Real busier = growth[i] + learned[i];
    rule.relax(at.expansion + i, busier * p.expansionMax / (p.expansionMax + absolute(busier)),
               expansion);
    // Only what was learned settles, in months; it fades over many years (Xu, Yang 2009).
    const Real settled =
        learned[i] * p.expansionMax / (p.expansionMax + absolute(learned[i])) * c.keptRatio[i];
    const Real building = positive(absolute(settled) - absolute(s[at.kept + i]));
    const Real settling = building * keptRate + (1.0 - building) * keptFade;
    rule.flow(at.kept + i, settled * settling, settling);
  });
  forEach<Rule>(c.spined, at.structuresPadded, [&](int i) {
    const double heal = c.spineRecovery[i] * (1.0 + c.spineAgeing[i] * (recovery - 1.0)) * plastic;
    rule.flow(at.spine + i, strained * (c.spineGain[i] * c.spineMax[i]) + synapses[i] * heal,
              strained * c.spineGain[i] + heal);
  });
  forEach<Rule>(c.shrinking, at.structuresPadded,
                [&](int i) { rule.flow(at.shrinkage + i, shrink[i] * volumeRate, volumeOut); });
  forEach<Rule>(c.programmed, at.structuresPadded, [&](int i) {
    rule.flow(at.programming + i, adversity * c.programming[i], programmingOut);
  });
  if (anyPositive(pathology)) {
    forEach<Rule>(c.atrophied, at.structuresPadded, [&](int i) {
      const Real rate = pathology * c.atrophy[i];
      rule.flow(at.atrophy + i, rate, rate);
    });
  }

  // Connections: BCM with a sliding threshold, forgetting, pruning by disuse, and homeostatic
  // scaling of all inputs of a structure.
  const double scale = plastic;
  // Early training leaves thicker tracts: the motor window.
  const double myelinPace = p.myelinRate * (1.0 + p.myelinWindow * age[kAgeWindowMotor]);
  const Rate threshold = frozen(rates.threshold, plastic);
  forEach<Rule>(c.used, at.edgesPadded, [&](int i) {
    const Real x = minimum(Real(kLargestUse), maximum(zero, 1.0 + use[i]));
    const Real slid =
        rule.relax(at.threshold + i, 1.0 + (x * x - 1.0) * p.thresholdShare, threshold);
    const Real phi = x * (x - slid);
    const Real up = maximum(zero, phi) * gain * p.potentiation;
    const Real down = maximum(zero, zero - phi) * gain * p.depression +
                      maximum(zero, 1.0 - x) * (p.disuse * scale);
    const double forget = c.edgeForget[i] * scale;
    weighted[i] = rule.flow(at.strength + i, forget + up * p.strengthMax + down * p.strengthMin,
                            forget + up + down) *
                      x -
                  1.0;
    const Real excess = maximum(zero, x - 1.0 + myelin[i]) * gain * myelinPace;
    rule.flow(at.myelin + i, excess * p.myelinMax, excess + scale / p.myelinTauWeeks);
  });
  forEach<Rule>(c.driven, at.structuresPadded, [&](int i) { drive[i] = zero; });
  const int edges = !Rule::kEverywhere ? c.used.count : at.edges;
  for (int n = 0; n < edges; ++n) {
    const int i = !Rule::kEverywhere ? c.used.first[n] : n;
    drive[c.edgeTo[i]] += weighted[i] * c.edgeWeight[i];
  }
  const Rate scaling = frozen(rates.scaling, plastic);
  forEach<Rule>(c.driven, at.structuresPadded, [&](int i) {
    rule.relax(
        at.scaling + i,
        minimum(Real(p.scalingMost), maximum(Real(p.scalingLeast), 1.0 - drive[i] * p.scalingGain)),
        scaling);
  });

  // Competing paths. dWnew/dt = learn practice (1 + savings trace) (1 - Wnew) - Wnew/tau and the
  // like for the old path; symptoms show the active old path that the new one does not silence.
  const Real tension = S - p.stressBase;
  const double ageing = 1.0 + p.newPathAge * (age[kAgeGain] - 1.0);
  for (int i = 0; i < at.circuits; ++i) {
    const CircuitNumbers& q = c.circuits[i];
    if (q.kind == CircuitNumbers::Kind::progressive) {
      const Real imposed = u[at.inImposed + i];
      const Real spread = minimum(
          Real(1.0), maximum(imposed, (s[k + kAmyloid] - p.pathologyOnset) * p.pathologyGain));
      const Real rise = maximum(zero, spread - s[at.severity + i]) *
                        (1.0 / (p.pathologyTauYears * kWeeksPerYear));
      rule.flow(at.severity + i, rise, zero);
      continue;
    }
    const bool habit = q.kind == CircuitNumbers::Kind::habit;
    const Real talent = habit ? who[kTraitHabit] : who[kTraitTherapy];
    const Real learn = maximum(zero, u[at.inNewPath + i]) * talent * modulation *
                       (1.0 + s[at.trace + i] * p.savings) * (q.learnNew * ageing * plastic);
    const Real fresh = rule.flow(at.newPath + i, learn, learn + q.forgetNew * plastic);
    const Real imprint = fresh * (p.traceRate * plastic);
    rule.flow(at.trace + i, imprint, imprint + plastic / (p.traceTauYears * kWeeksPerYear));

    const Real liability = u[at.inLiability + i];
    Real rehearsed = zero;
    if (!habit) {
      const Real imposed = u[at.inImposed + i];
      const Real excite = maximum(zero, tension + u[at.inMood + i] * p.moodExcites * q.mood +
                                            debt * q.sleep + u[at.inCraving + i]) *
                              q.excite +
                          imposed * p.imposedActivation;
      const Real active = rule.flow(at.activation + i, excite, excite + q.calm * who[kTraitCourse]);
      const Real relieved =
          rule.relax(at.relief + i, u[at.inRelief + i], rates.relief) +
          rule.relax(at.medication + i, u[at.inMedication + i] * who[kTraitDrug] * drugNeeds,
                     rates.relief);
      const Real worn = s[at.oldPath + i];
      const Real silenced = fresh * q.win;
      const Real swing =
          u[at.inMood + i] * q.mood * (p.moodAlways + worn * (1.0 - silenced * p.moodSilenced));
      const Real shown = worn * active * (1.0 - silenced) + liability +
                         maximum(zero, tension) * q.stress + debt * q.sleep + swing - relieved;
      const Real severity =
          rule.relax(at.severity + i, minimum(Real(1.0), maximum(zero, maximum(imposed, shown))),
                     rates.severity);
      // A spell of illness rehearses its path even when mild.
      const Real ill = maximum(imposed, maximum(zero, severity - p.rehearsalFrom));
      rehearsed = ill / (ill + p.rehearsalHalf) * q.rehearse;
    }
    const Real wear =
        (maximum(zero, u[at.inOldPath + i]) * (habit ? talent : Real(1.0)) * q.learnOld +
         rehearsed) *
        plastic;
    rule.flow(at.oldPath + i, wear + liability * (q.forgetOld * plastic),
              wear + q.forgetOld * plastic);
  }

  // Memory: taught into the hippocampus, moved to cortex by sleep, lost from both.
  const double nightNorm = age[kAgeDeepSleep];
  // A night just lost takes its share out of the week.
  const Real slept = in[kInSleepHours] * (1.0 / p.sleepNeedHours) * (1.0 - acute * c.lostNight);
  const Real night =
      minimum(Real(p.nightMost),
              maximum(zero, slept * (1.0 - strain * p.qualityStress) + in[kInSleepQuality]));
  const Real encoding = maximum(Real(0.05), 1.0 - debt * p.encodingDebt - acute * p.encodingAcute -
                                                strain * p.encodingStress);
  const Real ability =
      maximum(Real(p.encodingLeast), 1.0 + who[kTraitIntellect] * p.encodingSpread);
  const Real taught = maximum(zero, in[kInTeaching]) *
                      minimum(Real(p.encodingMost), encoding * ability) * p.teachingRate;
  const Real moved = night * (p.transferRate * nightNorm);
  const Real stored =
      rule.flow(k + kMemoryHippocampus, taught, taught + moved + 1.0 / p.hippocampalTauWeeks);
  const Real consolidated = stored * moved;
  rule.flow(k + kMemoryCortex, consolidated, consolidated + 1.0 / p.corticalTauWeeks);

  // Amyloid: production by age and genes against clearance that deep sleep speeds up (Xie 2013).
  const Real clearance = 1.0 + night * (p.sleepNeedHours / 24.0 * (p.clearanceSleepShare - 1.0));
  // It levels off.
  const double turnover = 1.0 / (p.amyloidTauYears * kWeeksPerYear);
  const Real laid = who[kTraitAmyloid] * (age[kAgeAmyloid] * turnover);
  rule.flow(k + kAmyloid, laid,
            clearance * (turnover / c.usualClearance) + laid * (1.0 / p.amyloidCeiling));

  // Reserve: schooling stays, engagement rises in years and falls slower.
  const Real school = in[kInSchooling] * (p.educationRate * plastic);
  rule.flow(k + kEducation, school, rule.outflow(plastic / (p.educationTauYears * kWeeksPerYear)));
  const Real toward = in[kInEngagement];
  const Real rising = positive(toward - s[k + kEngagement]);
  const Real pace =
      (rising * (1.0 / p.engagementRiseYears) + (1.0 - rising) * (1.0 / p.engagementFallYears)) *
      (plastic / kWeeksPerYear);
  rule.flow(k + kEngagement, toward * pace, pace);
  const Real wearing =
      maximum(zero, 1.0 + in[kInWear]) * who[kTraitWear] * (age[kAgeWear] * p.wearRate);
  rule.flow(k + kWear, wearing, wearing);

  // Early deprivation of cognition, most while the attachment window is open.
  const Real deprived =
      in[kInAdversity] * (age[kAgeWindowAttachment] * p.deprivationRate * plastic);
  rule.flow(k + kDeprivation, deprived,
            deprived + plastic / (p.deprivationTauYears * kWeeksPerYear));
  const Rate cognition = frozen(rates.cognition, plastic);
  rule.relax(k + kGainMemory, in[kInCognitionMemory], cognition);
  rule.relax(k + kGainExecutive, in[kInCognitionExecutive], cognition);
  rule.relax(k + kGainSpeed, in[kInCognitionSpeed], cognition);

  // Temperament: pulled to its set point; yearly kicks come from outside the step.
  const Real setPoint = who[kTraitTemperament] + in[kInTrait];
  const double pull = plastic / (age[kAgeTraitTau] * kWeeksPerYear);
  rule.flow(k + kTrait, setPoint * pull, rule.outflow(pull));

  // Windowed senses and language.
  const double vision = age[kAgeWindowVision] * plastic;
  const Real blur = in[kInEyeLoss] * (p.acuityLossRate * vision);
  const Real clear = (in[kInEyeTraining] * modulation * p.acuityTrainRate + p.acuityFreeRate) *
                     vision * maximum(zero, 1.0 - in[kInEyeLoss]);
  rule.flow(k + kBlindness, blur, blur + clear);
  const double hearing = age[kAgeWindowHearing] * plastic;
  const Real mute = in[kInHearingLoss] * (p.hearingLossRate * hearing);
  const Real hear = maximum(zero, 1.0 - in[kInHearingLoss]) * (p.hearingFreeRate * hearing);
  rule.flow(k + kDeafness, mute, mute + hear);
  const double language = age[kAgeWindowLanguage] * plastic;
  const Real heard = maximum(zero, 1.0 - in[kInHearingLoss]) * (1.0 - s[k + kDeafness]);
  const Real native =
      maximum(zero, 1.0 + in[kInLanguageContact]) * heard * (p.nativeRate * language);
  rule.flow(k + kNativeLanguage, native, native);
  const Real study = maximum(zero, in[kInLanguageStudy]) * modulation * who[kTraitResponsiveness] *
                     (p.studyRate * language);
  rule.flow(k + kSecondLanguage, study, study + plastic / (p.languageTauYears * kWeeksPerYear));

  // Injury: months of heightened plasticity, then slow compensation; the core never returns.
  if (c.lesions) {
    const Real window = rule.relax(k + kInjuryClock, zero, rates.injuryClock);
    const Real training = in[kInRehabilitation];
    const Real healing = (window * (p.injurySpontaneous + training * p.injuryTraining) +
                          training * (p.injuryTraining * p.injuryLateShare)) *
                         (who[kTraitRecovery] * plastic);
    for (int i = 0; i < at.structuresPadded; ++i) {
      const Real severe = minimum(Real(1.0), maximum(zero, s[at.lesion + i] - p.injurySevereFrom) *
                                                 (1.0 / (1.0 - p.injurySevereFrom)));
      const Real ceiling = p.injuryCeiling * (1.0 - severe * (1.0 - p.injurySevereShare));
      rule.flow(at.regained + i, healing * ceiling, healing);
    }
  }
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
