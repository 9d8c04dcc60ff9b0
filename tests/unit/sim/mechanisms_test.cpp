// Every mechanism has a test that dies with it: more of one thing, all else equal, moves another in
// this direction by this much. A row sets up a person, changes one thing, and says by how much the
// rate of a state must change; what it expects is written from the description of the mechanism and
// not from its code.
#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "mechanism_bench.h"

namespace syn::sim {
namespace {

using B = MechanismBench;

struct Row {
  const char* name;
  std::function<void(B&)> setup;
  std::function<void(B&)> change;
  std::function<double(B&)> read;
  /// The change of what is read, from the bench as set up.
  std::function<double(B&)> expected;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.name;
}

class Mechanism : public ::testing::TestWithParam<Row> {};

TEST_P(Mechanism, MovesWhatItShouldByAsMuchAsItShould) {
  const Row& row = GetParam();
  B bench;
  if (row.setup) row.setup(bench);
  const double before = row.read(bench);
  const double expected = row.expected(bench);
  row.change(bench);
  const double change = row.read(bench) - before;
  EXPECT_NEAR(change, expected, 1e-12 + 1e-9 * std::abs(expected));
}

std::string nameOf(const ::testing::TestParamInfo<Row>& info) {
  std::string name = info.param.name;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

std::function<double(B&)> rateOf(ScalarState state) {
  return [state](B& b) { return b.rate(state); };
}
const auto kNothing = [](B&) { return 0.0; };
const auto kFixed = [](B& b) { b.context.fixedBrain = true; };

// --- sleep and stress ---

INSTANTIATE_TEST_SUITE_P(
    Sleep, Mechanism,
    ::testing::Values(Row{"each hour lacking of a night adds seven to the debt of the week",
                          [](B& b) { b.in(kInSleepHours) = b.p.sleepNeedHours; },
                          [](B& b) { b.in(kInSleepHours) -= 2; }, rateOf(kSleepDebt),
                          [](B&) { return 14.0; }},
                      Row{"more than enough sleep pays nothing back",
                          [](B& b) { b.in(kInSleepHours) = b.p.sleepNeedHours; },
                          [](B& b) { b.in(kInSleepHours) += 2; }, rateOf(kSleepDebt), kNothing},
                      Row{"debt is slept off",
                          {},
                          [](B& b) { b.scalar(kSleepDebt) += 10; },
                          rateOf(kSleepDebt),
                          [](B& b) { return -10 / b.p.sleepDebtTauWeeks; }},
                      Row{"a lost night fades",
                          {},
                          [](B& b) { b.scalar(kAcuteSleepLoss) += 8; },
                          rateOf(kAcuteSleepLoss),
                          [](B& b) { return -8 / b.p.acuteSleepTauWeeks; }}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Stress, Mechanism,
    ::testing::Values(Row{"load raises stress",
                          {},
                          [](B& b) { b.in(kInStressLoad) += 0.1; },
                          rateOf(kStress),
                          [](B& b) { return 0.1 / b.p.stressTauWeeks; }},
                      Row{"what calms lowers it",
                          {},
                          [](B& b) { b.in(kInStressRelief) += 0.1; },
                          rateOf(kStress),
                          [](B& b) { return -0.1 / b.p.stressTauWeeks; }},
                      Row{"some are more stressed than others",
                          {},
                          [](B& b) { b.setTrait(kTraitStress, 0.1); },
                          rateOf(kStress),
                          [](B& b) { return 0.1 / b.p.stressTauWeeks; }},
                      Row{"life events move it",
                          {},
                          [](B& b) { b.in(kInStressNoise) = 1; },
                          rateOf(kStress),
                          [](B& b) { return b.p.stressEvents / b.p.stressTauWeeks; }},
                      Row{"lost sleep raises it",
                          {},
                          [](B& b) { b.oweSleep(0.5); },
                          rateOf(kStress),
                          [](B& b) { return 0.5 * b.p.stressSleep / b.p.stressTauWeeks; }},
                      Row{"illness raises it",
                          {},
                          [](B& b) { b.state(b.at.severity + b.circuit("ptsd")) = 0.6; },
                          rateOf(kStress),
                          [](B& b) {
                            return (0.6 - b.p.illnessFrom) * b.described("ptsd").stressLoad *
                                   b.p.stressMood / b.p.stressTauWeeks;
                          }},
                      Row{"traits of the healthy do not",
                          {},
                          [](B& b) {
                            b.state(b.at.severity + b.circuit("ptsd")) = 0.9 * b.p.illnessFrom;
                          },
                          rateOf(kStress),
                          kNothing},
                      Row{"it comes near one and never gets there",
                          {},
                          [](B& b) { b.in(kInStressLoad) += 50; },
                          rateOf(kStress),
                          [](B& b) {
                            const double from = b.p.stressCeilingFrom, room = 1 - from;
                            const double over = b.p.stressBase + 50 - from;
                            const double felt = from + over * room / (room + over);
                            return (felt - b.p.stressBase) / b.p.stressTauWeeks;
                          }},
                      Row{"it cannot fall below zero",
                          {},
                          [](B& b) { b.in(kInStressRelief) += 50; },
                          rateOf(kStress),
                          [](B& b) { return -b.p.stressBase / b.p.stressTauWeeks; }},
                      Row{"prefrontal loss takes the brake off",
                          {},
                          [](B& b) {
                            for (int i = 0; i < b.at.structures; ++i)
                              b.state(b.at.spine + i) = 0.05;
                          },
                          rateOf(kStress),
                          [](B& b) { return -0.05 * b.p.stressPrefrontal / b.p.stressTauWeeks; }}),
    nameOf);

// --- BDNF, learning, new neurons ---

INSTANTIATE_TEST_SUITE_P(
    Bdnf, Mechanism,
    ::testing::Values(Row{"exercise raises it in who responds",
                          [](B& b) { b.setTrait(kTraitResponsiveness, 1.5); },
                          [](B& b) { b.in(kInBdnf) += 0.1; }, rateOf(kBdnf),
                          [](B& b) { return 0.15 / b.p.bdnfTauWeeks; }},
                      Row{"lost sleep lowers it",
                          {},
                          [](B& b) { b.oweSleep(0.5); },
                          rateOf(kBdnf),
                          [](B& b) { return -0.5 * b.p.bdnfSleepDebt / b.p.bdnfTauWeeks; }},
                      Row{"strain lowers it",
                          {},
                          [](B& b) { b.strain(0.4); },
                          rateOf(kBdnf),
                          [](B& b) { return -0.4 * b.p.bdnfStress / b.p.bdnfTauWeeks; }},
                      Row{"depression lowers it",
                          {},
                          [](B& b) { b.state(b.at.severity + b.circuit("depression")) = 0.6; },
                          rateOf(kBdnf),
                          [](B& b) {
                            return -(0.6 - b.p.illnessFrom) * b.described("depression").bdnf /
                                   b.p.bdnfTauWeeks;
                          }},
                      Row{"it returns",
                          {},
                          [](B& b) { b.scalar(kBdnf) = 0.2; },
                          rateOf(kBdnf),
                          [](B& b) { return -0.2 / b.p.bdnfTauWeeks; }},
                      Row{"the pulse of a bout decays",
                          {},
                          [](B& b) { b.scalar(kBdnfPulse) = 0.2; },
                          rateOf(kBdnfPulse),
                          [](B& b) { return -0.2 / b.p.bdnfPulseTauWeeks; }},
                      Row{"training makes fit",
                          {},
                          [](B& b) { b.in(kInFitness) += 0.4; },
                          rateOf(kFitness),
                          [](B& b) { return 0.4 / b.p.fitnessTauWeeks; }}),
    nameOf);

/// Rate at which somebody at ease masters what he has never done.
double paceOfLearning(B& b) {
  return b.p.masteryRate * b.practised("motor").masteryRate;
}
const auto kPractising = [](B& b) { b.practise("motor"); };
const auto kMastery = [](B& b) { return b.rate(b.at.mastery + b.skill("motor")); };

INSTANTIATE_TEST_SUITE_P(
    Learning, Mechanism,
    ::testing::Values(
        Row{"practice teaches", {}, kPractising, kMastery, [](B& b) { return paceOfLearning(b); }},
        Row{"an instrument takes years",
            {},
            [](B& b) { b.practise("instrument"); },
            [](B& b) { return b.rate(b.at.mastery + b.skill("instrument")); },
            [](B& b) { return b.p.masteryRate * b.practised("instrument").masteryRate; }},
        Row{"twice the effort, twice the pace", kPractising,
            [](B& b) { b.input(b.at.inSkill + b.skill("motor")) = 2; }, kMastery,
            [](B& b) { return paceOfLearning(b); }},
        Row{"BDNF helps", kPractising, [](B& b) { b.scalar(kBdnf) = 0.2; }, kMastery,
            [](B& b) { return 0.2 * b.p.gainBdnf * paceOfLearning(b); }},
        Row{"acute sleep loss lowers learning", kPractising, [](B& b) { b.loseNight(0.3); },
            kMastery, [](B& b) { return -0.3 * b.p.gainSleepDebt * paceOfLearning(b); }},
        Row{"sleep debt lowers it", kPractising, [](B& b) { b.oweSleep(0.3); }, kMastery,
            [](B& b) { return -0.3 * b.p.gainSleepDebt * paceOfLearning(b); }},
        Row{"strain lowers it", kPractising, [](B& b) { b.strain(0.4); }, kMastery,
            [](B& b) { return -0.4 * b.p.gainStress * paceOfLearning(b); }},
        Row{"what raises plasticity raises it", kPractising,
            [](B& b) { b.in(kInPlasticity) += 0.25; }, kMastery,
            [](B& b) { return 0.25 * paceOfLearning(b); }},
        Row{"nothing is learned worse than not at all", kPractising,
            [](B& b) { b.in(kInPlasticity) = -50; }, kMastery,
            [](B& b) { return -paceOfLearning(b); }},
        Row{"some respond more", kPractising, [](B& b) { b.setTrait(kTraitResponsiveness, 1.5); },
            kMastery, [](B& b) { return 0.5 * paceOfLearning(b); }},
        Row{"a fixed brain learns nothing", kPractising, kFixed, kMastery,
            [](B& b) { return -paceOfLearning(b); }},
        Row{"what is half known is learned half as fast and fades", kPractising,
            [](B& b) { b.state(b.at.mastery + b.skill("motor")) = 0.5; }, kMastery,
            [](B& b) { return -0.5 * paceOfLearning(b) - 0.5 / b.p.masteryTauWeeks; }},
        Row{"a negative effort is none",
            {},
            [](B& b) { b.input(b.at.inSkill + b.skill("motor")) = -1; },
            kMastery,
            kNothing}),
    nameOf);

const auto kSurvival = [](B& b) { return b.rate(b.at.scalars + kImmature + 1); };
const auto kImmatures = [](B& b) {
  for (int i = 0; i < kImmatureStages; ++i) b.state(b.at.scalars + kImmature + i) = 100;
};
/// Rate of the first stage that comes with the births of somebody undisturbed.
double usualBirths(B& b) {
  return 7 * b.age(kAgeBirths);
}

INSTANTIATE_TEST_SUITE_P(
    NewNeurons, Mechanism,
    ::testing::Values(
        Row{"BDNF raises births",
            {},
            [](B& b) { b.scalar(kBdnf) = 0.1; },
            rateOf(kImmature),
            [](B& b) { return 0.1 * b.p.birthBdnf * usualBirths(b); }},
        Row{"strain lowers births",
            {},
            [](B& b) { b.strain(0.4); },
            rateOf(kImmature),
            [](B& b) { return -0.4 * b.p.birthStress * usualBirths(b); }},
        Row{"a large sleep debt lowers births",
            {},
            [](B& b) { b.oweSleep(b.p.birthSleepFrom + 0.2); },
            rateOf(kImmature),
            [](B& b) { return -0.2 * b.p.birthSleepDebt * usualBirths(b); }},
        Row{"a small one does not",
            {},
            [](B& b) { b.oweSleep(0.9 * b.p.birthSleepFrom); },
            rateOf(kImmature),
            kNothing},
        Row{"a huge one counts as one", [](B& b) { b.oweSleep(b.p.birthSleepFrom + 1); },
            [](B& b) { b.oweSleep(b.p.birthSleepFrom + 3); }, rateOf(kImmature), kNothing},
        Row{"drugs raise births",
            {},
            [](B& b) { b.scalar(kBirthDrive) = 0.3; },
            rateOf(kImmature),
            [](B& b) { return 0.3 * usualBirths(b); }},
        Row{"drugs act in weeks and in who answers to them",
            [](B& b) { b.setTrait(kTraitDrug, 1.5); }, [](B& b) { b.in(kInNeurogenesis) += 0.2; },
            rateOf(kBirthDrive), [](B& b) { return 0.3 / b.p.birthDriveTauWeeks; }},
        Row{"pathology lowers births",
            {},
            [](B& b) { b.state(b.at.severity + b.model.pathology) = 0.5; },
            rateOf(kImmature),
            [](B& b) { return -0.5 * b.p.birthAlzheimer * usualBirths(b); }},
        Row{"some have more",
            {},
            [](B& b) { b.setTrait(kTraitNeurogenesis, 1.5); },
            rateOf(kImmature),
            [](B& b) { return 0.5 * usualBirths(b); }},
        Row{"a fixed brain has none",
            {},
            kFixed,
            rateOf(kImmature),
            [](B& b) { return -usualBirths(b); }},
        Row{"adults may have none",
            {},
            [](B& b) { b.context.neurogenesisAbsent = true; },
            rateOf(kImmature),
            [](B& b) { return 7 * b.age(kAgeBirthsAbsent) - usualBirths(b); }},
        Row{"early stages survive by use", kImmatures, [](B& b) { b.in(kInSurvival) += 0.1; },
            kSurvival, [](B& b) { return 100 * 0.1 * b.p.stageSurvival / b.p.stageTauWeeks; }},
        Row{"late stages survive anyway", kImmatures, [](B& b) { b.in(kInSurvival) += 0.1; },
            [](B& b) { return b.rate(b.at.scalars + kImmature + 6); }, kNothing},
        Row{"no more than all survive", kImmatures, [](B& b) { b.in(kInSurvival) += 50; },
            kSurvival, [](B& b) { return 100 * (1 - b.p.stageSurvival) / b.p.stageTauWeeks; }},
        Row{"learning what is new saves them",
            [](B& b) {
              kImmatures(b);
              b.practise("study", 0);
            },
            [](B& b) { b.practise("study", 1, 0.5); }, kSurvival,
            [](B& b) {
              return 50 * b.practised("study").survival * b.p.stageSurvival / b.p.stageTauWeeks;
            }},
        Row{"the last stage becomes young neurons",
            {},
            [](B& b) { b.state(b.at.scalars + kImmature + kImmatureStages - 1) += 100; },
            rateOf(kYoungNeurons),
            [](B& b) { return 100 / b.p.stageTauWeeks; }},
        Row{"young neurons are lost",
            {},
            [](B& b) { b.scalar(kYoungNeurons) += 100; },
            rateOf(kYoungNeurons),
            [](B& b) { return -100 / b.p.youngTauWeeks; }}),
    nameOf);

// --- structure ---

double saturated(double drive, double most) {
  return drive * most / (most + std::abs(drive));
}
const auto kHippocampus = [](B& b) { return b.left("hippocampus"); };
std::function<double(B&)> atHippocampus(int Layout::*array) {
  return [array](B& b) { return b.rate(b.at.*array + b.left("hippocampus")); };
}
/// How fast dendrites of the hippocampus heal.
double healing(B& b) {
  const ResponseRow& row =
      b.model.description.responses[index(*b.model.catalogue.regionIndex("hippocampus"))];
  return row.spineRecovery * (1 - row.spineAgeing + row.spineAgeing * b.age(kAgeRecovery));
}
const ResponseRow& hippocampus(B& b) {
  return b.model.description.responses[index(*b.model.catalogue.regionIndex("hippocampus"))];
}
double spineGain(B& b) {
  const double aged = std::max(0.0, 1 - b.age(kAgeRecovery));
  return hippocampus(b).spineGain * (1 - b.p.spineAgeShare * hippocampus(b).spineAgeing * aged);
}
double volumeRate(B& b) {
  return b.age(kAgeVolumeRecovery) / b.p.volumeTauWeeks;
}
const auto kOld = [](B& b) { b.setAge(80); };

INSTANTIATE_TEST_SUITE_P(
    Structure, Mechanism,
    ::testing::Values(
        Row{"growth expands, saturating",
            {},
            [](B& b) { b.input(b.at.inGrowth + kHippocampus(b)) = 0.05; },
            atHippocampus(&Layout::expansion),
            [](B& b) { return saturated(0.05, b.p.expansionMax) / b.p.expansionTauWeeks; }},
        Row{"growth alone leaves nothing",
            {},
            [](B& b) { b.input(b.at.inGrowth + kHippocampus(b)) = 0.05; },
            atHippocampus(&Layout::kept),
            kNothing},
        Row{"practice expands as somebody learns", [](B& b) { b.in(kInPlasticity) += 0.5; },
            [](B& b) { b.input(b.at.inPractice + kHippocampus(b)) = 0.02; },
            atHippocampus(&Layout::expansion),
            [](B& b) {
              return saturated(0.03 * b.age(kAgeGain), b.p.expansionMax) / b.p.expansionTauWeeks;
            }},
        Row{"practice settles in months",
            {},
            [](B& b) { b.input(b.at.inPractice + kHippocampus(b)) = 0.02; },
            atHippocampus(&Layout::kept),
            [](B& b) {
              return saturated(0.02 * b.age(kAgeGain), b.p.expansionMax) * hippocampus(b).kept /
                     b.p.keptTauWeeks;
            }},
        Row{"what settled fades over years",
            {},
            [](B& b) { b.state(b.at.kept + kHippocampus(b)) = 0.01; },
            atHippocampus(&Layout::kept),
            [](B& b) { return -0.01 / (b.p.keptFadeYears * kWeeksPerYear); }},
        Row{"practice holds what it built, though nothing is new",
            [](B& b) {
              b.practise("navigation", 0, 0);
              b.state(b.at.kept + kHippocampus(b)) = 0.01;
            },
            [](B& b) { b.practise("navigation", 1, 0); }, atHippocampus(&Layout::kept),
            [](B& b) { return 0.01 / (b.p.keptFadeYears * kWeeksPerYear); }},
        Row{"little practice holds little",
            [](B& b) {
              b.practise("navigation", 0, 0);
              b.state(b.at.kept + kHippocampus(b)) = 0.05;
            },
            [](B& b) { b.practise("navigation", 0.01, 0); }, atHippocampus(&Layout::kept),
            [](B& b) {
              double amount = 0;
              const Terms& terms = b.practised("navigation").practice;
              for (int n = 0; n < terms.count; ++n) {
                if (terms.first[n].index == kHippocampus(b)) amount = terms.first[n].amount;
              }
              const double held = 0.01 * b.age(kAgeGain) * amount * hippocampus(b).kept;
              return held / (b.p.keptFadeYears * kWeeksPerYear);
            }},
        Row{"an expansion fades",
            {},
            [](B& b) { b.state(b.at.expansion + kHippocampus(b)) = 0.01; },
            atHippocampus(&Layout::expansion),
            [](B& b) { return -0.01 / b.p.expansionTauWeeks; }},
        Row{"a fixed brain does not grow",
            [](B& b) { b.input(b.at.inGrowth + kHippocampus(b)) = 0.05; }, kFixed,
            atHippocampus(&Layout::expansion),
            [](B& b) { return -saturated(0.05, b.p.expansionMax) / b.p.expansionTauWeeks; }},
        Row{"strain changes dendrites",
            {},
            [](B& b) { b.strain(0.4); },
            atHippocampus(&Layout::spine),
            [](B& b) { return 0.4 * spineGain(b) * hippocampus(b).spineMax; }},
        Row{"less in the old", kOld, [](B& b) { b.strain(0.4); }, atHippocampus(&Layout::spine),
            [](B& b) { return 0.4 * spineGain(b) * hippocampus(b).spineMax; }},
        Row{"strained dendrites come to their end", [](B& b) { b.strain(0.4); },
            [](B& b) { b.state(b.at.spine + kHippocampus(b)) = hippocampus(b).spineMax; },
            atHippocampus(&Layout::spine),
            [](B& b) { return -hippocampus(b).spineMax * (0.4 * spineGain(b) + healing(b)); }},
        Row{"dendrites heal",
            {},
            [](B& b) { b.state(b.at.spine + kHippocampus(b)) = -0.1; },
            atHippocampus(&Layout::spine),
            [](B& b) { return 0.1 * healing(b); }},
        Row{"dendrites heal as age lets them", kOld,
            [](B& b) { b.state(b.at.spine + kHippocampus(b)) = -0.1; },
            atHippocampus(&Layout::spine), [](B& b) { return 0.1 * healing(b); }},
        Row{"what changes synapses changes dendrites",
            {},
            [](B& b) { b.input(b.at.inSynapses + kHippocampus(b)) = -0.1; },
            atHippocampus(&Layout::spine),
            [](B& b) { return -0.1 * healing(b); }},
        Row{"poison shrinks",
            {},
            [](B& b) { b.input(b.at.inToxicity + kHippocampus(b)) = -0.1; },
            atHippocampus(&Layout::shrinkage),
            [](B& b) { return -0.1 * volumeRate(b); }},
        Row{"strain shrinks",
            {},
            [](B& b) { b.strain(0.4); },
            atHippocampus(&Layout::shrinkage),
            [](B& b) { return 0.4 * hippocampus(b).shrinkStress * volumeRate(b); }},
        Row{"volume recovers",
            {},
            [](B& b) { b.state(b.at.shrinkage + kHippocampus(b)) = -0.1; },
            atHippocampus(&Layout::shrinkage),
            [](B& b) { return 0.1 * volumeRate(b); }},
        Row{"adversity programmes a child", [](B& b) { b.setAge(5); },
            [](B& b) { b.in(kInAdversity) = 0.5; }, atHippocampus(&Layout::programming),
            [](B& b) { return 0.5 * b.age(kAgeSensitivity) * hippocampus(b).programming; }},
        Row{"deprivation stunts an infant, more than in proportion", [](B& b) { b.setAge(1); },
            [](B& b) { b.in(kInAdversity) = 0.5; },
            [](B& b) { return b.rate(b.at.programming + b.left("visual")); },
            [](B& b) {
              const ResponseRow& row =
                  b.model.description.responses[index(*b.model.catalogue.regionIndex("visual"))];
              const double infancy = b.age(kAgeWindowAttachment);
              return 0.5 * b.age(kAgeSensitivity) * row.programming +
                     0.25 * infancy * infancy * row.stunting;
            }},
        Row{"what stress did to the amygdala goes slowly",
            {},
            [](B& b) { b.state(b.at.shrinkage + b.left("amygdala")) = 0.1; },
            [](B& b) { return b.rate(b.at.shrinkage + b.left("amygdala")); },
            [](B& b) { return -0.1 * volumeRate(b) * b.p.volumeLasting; }},
        Row{"what is programmed fades over a life",
            {},
            [](B& b) { b.state(b.at.programming + kHippocampus(b)) = -0.1; },
            atHippocampus(&Layout::programming),
            [](B& b) { return 0.1 / (b.p.programmingTauYears * kWeeksPerYear); }},
        Row{"pathology takes what is left",
            [](B& b) { b.state(b.at.atrophy + kHippocampus(b)) = 0.2; },
            [](B& b) { b.state(b.at.severity + b.model.pathology) = 0.5; },
            atHippocampus(&Layout::atrophy),
            [](B& b) { return 0.5 * hippocampus(b).atrophy * 0.8; }}),
    nameOf);

/// Sum of what an illness of 0.6 does to one structure through one of its lists.
double marked(B& b, const char* circuit, Terms CircuitTerms::*list, int structure) {
  const Terms& terms = b.model.circuitTerms[index(b.circuit(circuit))].*list;
  double sum = 0;
  for (int t = 0; t < terms.count; ++t) {
    if (terms.first[t].index == structure) sum += terms.first[t].amount;
  }
  return sum * (0.6 - b.p.illnessFrom);
}

TEST(Illness, LeavesItsMarksOnTheStructuresItNames) {
  int marks = 0;
  for (const char* circuit : {"depression", "anxiety", "ptsd", "ocd", "addiction"}) {
    B healthy, ill;
    ill.state(ill.at.severity + ill.circuit(circuit)) = 0.6;
    for (int s = 0; s < healthy.at.structures; ++s) {
      const double growth = marked(ill, circuit, &CircuitTerms::growth, s);
      const double shrinkage = marked(ill, circuit, &CircuitTerms::shrinkage, s);
      const double synapses = marked(ill, circuit, &CircuitTerms::synapses, s);
      marks += growth != 0 || shrinkage != 0 || synapses != 0 ? 1 : 0;
      EXPECT_NEAR(ill.rate(ill.at.expansion + s) - healthy.rate(healthy.at.expansion + s),
                  saturated(growth, ill.p.expansionMax) / ill.p.expansionTauWeeks, 1e-12);
      EXPECT_NEAR(ill.rate(ill.at.shrinkage + s) - healthy.rate(healthy.at.shrinkage + s),
                  shrinkage * volumeRate(ill), 1e-12);
      const double heal = ill.model.spineRecovery[index(s)] *
                          (1 + ill.model.spineAgeing[index(s)] * (ill.age(kAgeRecovery) - 1));
      EXPECT_NEAR(ill.rate(ill.at.spine + s) - healthy.rate(healthy.at.spine + s), synapses * heal,
                  1e-12);
    }
  }
  EXPECT_GT(marks, 8);
}

// --- connections ---

constexpr int kEdge = 3;
std::function<double(B&)> atEdge(int Layout::*array) {
  return [array](B& b) { return b.rate(b.at.*array + kEdge); };
}
std::function<void(B&)> using_(double x) {
  return [x](B& b) { b.input(b.at.inUse + kEdge) = x - 1; };
}

INSTANTIATE_TEST_SUITE_P(
    Connections, Mechanism,
    ::testing::Values(
        Row{"strong use potentiates",
            {},
            using_(2),
            atEdge(&Layout::strength),
            [](B& b) {
              return 2 * (2 - 1.0) * b.age(kAgeGain) * b.p.potentiation * (b.p.strengthMax - 1);
            }},
        Row{"weak use depresses and prunes",
            {},
            using_(0.5),
            atEdge(&Layout::strength),
            [](B& b) {
              const double ltd = 0.5 * (1 - 0.5) * b.age(kAgeGain) * b.p.depression;
              return (ltd + 0.5 * b.p.disuse) * (b.p.strengthMin - 1);
            }},
        Row{"a silent connection is only pruned",
            {},
            using_(0),
            atEdge(&Layout::strength),
            [](B& b) { return b.p.disuse * (b.p.strengthMin - 1); }},
        Row{"less than silent is silent", using_(0), using_(-2), atEdge(&Layout::strength),
            kNothing},
        Row{"use counts up to a bound", using_(kLargestUse), using_(kLargestUse + 3),
            atEdge(&Layout::strength), kNothing},
        Row{"what somebody learns well potentiates more", using_(2),
            [](B& b) { b.in(kInPlasticity) += 0.5; }, atEdge(&Layout::strength),
            [](B& b) {
              return 0.5 * 2 * b.age(kAgeGain) * b.p.potentiation * (b.p.strengthMax - 1);
            }},
        Row{"a raised threshold turns potentiation into depression", using_(2),
            [](B& b) { b.state(b.at.threshold + kEdge) = 3; }, atEdge(&Layout::strength),
            [](B& b) {
              const double gain = b.age(kAgeGain);
              return 2 * gain *
                     (b.p.depression * (b.p.strengthMin - 1) -
                      b.p.potentiation * (b.p.strengthMax - 1));
            }},
        Row{"strength is forgotten",
            {},
            [](B& b) { b.state(b.at.strength + kEdge) = 1.5; },
            atEdge(&Layout::strength),
            [](B& b) { return -0.5 * b.model.edgeForget[kEdge]; }},
        Row{"in a fixed brain nothing changes", using_(2), kFixed, atEdge(&Layout::strength),
            [](B& b) { return -2 * b.age(kAgeGain) * b.p.potentiation * (b.p.strengthMax - 1); }},
        Row{"the threshold follows use squared",
            {},
            using_(2),
            atEdge(&Layout::threshold),
            [](B& b) { return (4 - 1.0) * b.p.thresholdShare / b.p.thresholdTauWeeks; }},
        Row{"busy use thickens myelin",
            {},
            using_(2),
            atEdge(&Layout::myelin),
            [](B& b) {
              return b.age(kAgeGain) * b.p.myelinRate *
                     (1 + b.p.myelinWindow * b.age(kAgeWindowMotor)) * b.p.myelinMax;
            }},
        Row{"training in childhood thickens it more", [](B& b) { b.setAge(6); },
            [](B& b) { b.input(b.at.inMyelin + kEdge) = 0.5; }, atEdge(&Layout::myelin),
            [](B& b) {
              return 0.5 * b.age(kAgeGain) * b.p.myelinRate *
                     (1 + b.p.myelinWindow * b.age(kAgeWindowMotor)) * b.p.myelinMax;
            }},
        Row{"idle use thins nothing", {}, using_(0.5), atEdge(&Layout::myelin), kNothing},
        Row{"myelin fades",
            {},
            [](B& b) { b.state(b.at.myelin + kEdge) = 0.1; },
            atEdge(&Layout::myelin),
            [](B& b) { return -0.1 / b.p.myelinTauWeeks; }},
        Row{"busy inputs are scaled down",
            {},
            using_(2),
            [](B& b) { return b.rate(b.at.scaling + b.model.edgeTo[kEdge]); },
            [](B& b) {
              return -b.p.scalingGain * b.model.edgeWeight[kEdge] / b.p.scalingTauWeeks;
            }},
        Row{"strong inputs are scaled down",
            {},
            [](B& b) { b.state(b.at.strength + kEdge) = 1.5; },
            [](B& b) { return b.rate(b.at.scaling + b.model.edgeTo[kEdge]); },
            [](B& b) {
              return -0.5 * b.p.scalingGain * b.model.edgeWeight[kEdge] / b.p.scalingTauWeeks;
            }},
        Row{"scaling has a least",
            {},
            [](B& b) {
              for (int e = 0; e < b.at.edges; ++e) b.state(b.at.strength + e) = 500;
            },
            [](B& b) { return b.rate(b.at.scaling + b.model.edgeTo[kEdge]); },
            [](B& b) { return (b.p.scalingLeast - 1) / b.p.scalingTauWeeks; }},
        Row{"scaling has a most",
            {},
            [](B& b) {
              for (int e = 0; e < b.at.edges; ++e) b.state(b.at.strength + e) = -500;
            },
            [](B& b) { return b.rate(b.at.scaling + b.model.edgeTo[kEdge]); },
            [](B& b) { return (b.p.scalingMost - 1) / b.p.scalingTauWeeks; }},
        Row{"skills use connections",
            {},
            [](B& b) { b.practise("motor"); },
            [](B& b) { return b.rate(b.at.threshold + b.practised("motor").use.first[0].index); },
            [](B& b) {
              const double x = 1 + b.practised("motor").use.first[0].amount;
              return (x * x - 1) * b.p.thresholdShare / b.p.thresholdTauWeeks;
            }}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Skills, Mechanism,
    ::testing::Values(
        Row{"practice of what is new excites its regions",
            {},
            kPractising,
            [](B& b) {
              return b.rate(b.at.expansion + b.practised("motor").practice.first[0].index);
            },
            [](B& b) {
              const double drive = b.age(kAgeGain) * b.practised("motor").practice.first[0].amount;
              return saturated(drive, b.p.expansionMax) / b.p.expansionTauWeeks;
            }},
        Row{"mastery takes the novelty away", kPractising,
            [](B& b) { b.state(b.at.mastery + b.skill("motor")) = 1; },
            [](B& b) {
              return b.rate(b.at.expansion + b.practised("motor").practice.first[0].index);
            },
            [](B& b) {
              const double drive = b.age(kAgeGain) * b.practised("motor").practice.first[0].amount;
              return -saturated(drive, b.p.expansionMax) / b.p.expansionTauWeeks;
            }},
        Row{"challenge keeps part of it",
            [](B& b) {
              b.practise("motor");
              b.state(b.at.mastery + b.skill("motor")) = 1;
            },
            [](B& b) { b.input(b.at.inChallenge + b.skill("motor")) = 1; },
            [](B& b) {
              return b.rate(b.at.expansion + b.practised("motor").practice.first[0].index);
            },
            [](B& b) {
              const double drive = b.p.masteryChallenge * b.age(kAgeGain) *
                                   b.practised("motor").practice.first[0].amount;
              return saturated(drive, b.p.expansionMax) / b.p.expansionTauWeeks;
            }},
        Row{"what is not new excites nothing", kPractising,
            [](B& b) { b.input(b.at.inSkillNovelty + b.skill("motor")) = 0; },
            [](B& b) {
              return b.rate(b.at.expansion + b.practised("motor").practice.first[0].index);
            },
            [](B& b) {
              const double drive = b.age(kAgeGain) * b.practised("motor").practice.first[0].amount;
              return -saturated(drive, b.p.expansionMax) / b.p.expansionTauWeeks;
            }},
        Row{"but still myelinates", [](B& b) { b.practise("instrument", 0, 0); },
            [](B& b) { b.practise("instrument", 1, 0); },
            [](B& b) {
              return b.rate(b.at.myelin + b.practised("instrument").myelin.first[0].index);
            },
            [](B& b) {
              return b.practised("instrument").myelin.first[0].amount * b.age(kAgeGain) *
                     b.p.myelinRate * (1 + b.p.myelinWindow * b.age(kAgeWindowMotor)) *
                     b.p.myelinMax;
            }}),
    nameOf);

// --- paths ---

const char* const kIll = "depression";
std::function<double(B&)> atPath(int Layout::*array, const char* circuit = kIll) {
  return [array, circuit](B& b) { return b.rate(b.at.*array + b.circuit(circuit)); };
}
std::function<void(B&)> setPath(int Layout::*array, double value, const char* circuit = kIll) {
  return [array, value, circuit](B& b) { b.state(b.at.*array + b.circuit(circuit)) = value; };
}
std::function<void(B&)> setInput(int Layout::*array, double value, const char* circuit = kIll) {
  return [array, value, circuit](B& b) { b.input(b.at.*array + b.circuit(circuit)) = value; };
}
std::function<void(B&)> all(std::vector<std::function<void(B&)>> steps) {
  return [steps = std::move(steps)](B& b) {
    for (const auto& step : steps) step(b);
  };
}
/// Rate at which a new path is worn in by full practice at this age.
double paceOfNewPath(B& b, const char* circuit = kIll) {
  return b.numbers(circuit).learnNew * (1 + b.p.newPathAge * (b.age(kAgeGain) - 1));
}

INSTANTIATE_TEST_SUITE_P(
    NewPath, Mechanism,
    ::testing::Values(
        Row{"therapy wears it in, in who answers to it",
            [](B& b) { b.setTrait(kTraitTherapy, 1.5); }, setInput(&Layout::inNewPath, 0.4),
            atPath(&Layout::newPath), [](B& b) { return 0.6 * paceOfNewPath(b); }},
        Row{"a habit is worn in as habits are", [](B& b) { b.setTrait(kTraitHabit, 1.5); },
            setInput(&Layout::inNewPath, 0.4, "habit"), atPath(&Layout::newPath, "habit"),
            [](B& b) { return 0.6 * paceOfNewPath(b, "habit"); }},
        Row{"slower with age", kOld, setInput(&Layout::inNewPath, 0.4), atPath(&Layout::newPath),
            [](B& b) { return 0.4 * paceOfNewPath(b); }},
        Row{"worse after lost sleep", setInput(&Layout::inNewPath, 0.4),
            [](B& b) { b.loseNight(0.3); }, atPath(&Layout::newPath),
            [](B& b) { return -0.4 * 0.3 * b.p.gainSleepDebt * paceOfNewPath(b); }},
        Row{"faster where it was before", setInput(&Layout::inNewPath, 0.4),
            setPath(&Layout::trace, 0.5), atPath(&Layout::newPath),
            [](B& b) { return 0.4 * 0.5 * b.p.savings * paceOfNewPath(b); }},
        Row{"a negative practice is none",
            {},
            setInput(&Layout::inNewPath, -0.4),
            atPath(&Layout::newPath),
            kNothing},
        Row{"it is forgotten",
            {},
            setPath(&Layout::newPath, 0.5),
            atPath(&Layout::newPath),
            [](B& b) { return -0.5 * b.numbers(kIll).forgetNew; }},
        Row{"it fills up", setInput(&Layout::inNewPath, 0.4), setPath(&Layout::newPath, 0.5),
            atPath(&Layout::newPath),
            [](B& b) { return -0.5 * (0.4 * paceOfNewPath(b) + b.numbers(kIll).forgetNew); }},
        Row{"not in a fixed brain", setInput(&Layout::inNewPath, 0.4), kFixed,
            atPath(&Layout::newPath), [](B& b) { return -0.4 * paceOfNewPath(b); }},
        Row{"it leaves a trace", setPath(&Layout::trace, 0.2), setPath(&Layout::newPath, 0.5),
            atPath(&Layout::trace), [](B& b) { return 0.5 * b.p.traceRate * 0.8; }},
        Row{"which fades over years",
            {},
            setPath(&Layout::trace, 0.5),
            atPath(&Layout::trace),
            [](B& b) { return -0.5 / (b.p.traceTauYears * kWeeksPerYear); }}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    OldPath, Mechanism,
    ::testing::Values(
        Row{"repetition wears it in",
            {},
            setInput(&Layout::inOldPath, 0.4, "addiction"),
            atPath(&Layout::oldPath, "addiction"),
            [](B& b) { return 0.4 * b.numbers("addiction").learnOld; }},
        Row{"an old habit too, as habits are", [](B& b) { b.setTrait(kTraitHabit, 1.5); },
            setInput(&Layout::inOldPath, 0.4, "habit"), atPath(&Layout::oldPath, "habit"),
            [](B& b) { return 0.6 * b.numbers("habit").learnOld; }},
        Row{"illness rehearses it",
            {},
            setPath(&Layout::severity, 0.6),
            atPath(&Layout::oldPath),
            [](B& b) {
              const double ill = 0.6 - b.p.rehearsalFrom;
              return ill / (ill + b.p.rehearsalHalf) * b.numbers(kIll).rehearse;
            }},
        Row{"an imposed one as well",
            {},
            setInput(&Layout::inImposed, 0.6),
            atPath(&Layout::oldPath),
            [](B& b) { return 0.6 / (0.6 + b.p.rehearsalHalf) * b.numbers(kIll).rehearse; }},
        Row{"it is forgotten over years",
            {},
            setPath(&Layout::oldPath, 0.5),
            atPath(&Layout::oldPath),
            [](B& b) { return -0.5 * b.numbers(kIll).forgetOld; }},
        Row{"down to what somebody is liable to", setPath(&Layout::oldPath, 0.5),
            setInput(&Layout::inLiability, 0.2), atPath(&Layout::oldPath),
            [](B& b) { return 0.2 * b.numbers(kIll).forgetOld; }},
        Row{"not in a fixed brain", setPath(&Layout::oldPath, 0.5), kFixed,
            atPath(&Layout::oldPath), [](B& b) { return 0.5 * b.numbers(kIll).forgetOld; }}),
    nameOf);

/// A worn and half awake old path.
const auto kWorn = all({setPath(&Layout::oldPath, 0.6), setPath(&Layout::activation, 0.5)});
/// How much the severity of kIll is pulled for each unit of what is shown.
double pull(B& b) {
  return 1 / b.p.severityTauWeeks;
}
const auto kTense = [](B& b) { b.scalar(kStress) += 0.05; };
const auto kSeverity = atPath(&Layout::severity);

INSTANTIATE_TEST_SUITE_P(
    Symptoms, Mechanism,
    ::testing::Values(
        Row{"an old path that is awake shows", setPath(&Layout::activation, 0.5),
            setPath(&Layout::oldPath, 0.6), kSeverity, [](B& b) { return 0.3 * pull(b); }},
        Row{"an old path asleep does not", {}, setPath(&Layout::oldPath, 0.6), kSeverity, kNothing},
        Row{"the new path silences it", kWorn, setPath(&Layout::newPath, 0.4), kSeverity,
            [](B& b) { return -0.3 * 0.4 * b.numbers(kIll).win * pull(b); }},
        Row{"liability shows", kWorn, setInput(&Layout::inLiability, 0.1), kSeverity,
            [](B& b) { return 0.1 * pull(b); }},
        Row{"stress shows", kWorn, kTense, kSeverity,
            [](B& b) { return 0.05 * b.numbers(kIll).stress * pull(b); }},
        Row{"calm shows nothing", kWorn, [](B& b) { b.scalar(kStress) -= 0.05; }, kSeverity,
            kNothing},
        Row{"lost sleep shows", kWorn, [](B& b) { b.oweSleep(0.5); }, kSeverity,
            [](B& b) { return 0.5 * b.numbers(kIll).sleep * pull(b); }},
        Row{"mood swings what is worn", kWorn, setInput(&Layout::inMood, 0.2), kSeverity,
            [](B& b) { return 0.2 * b.numbers(kIll).mood * (b.p.moodAlways + 0.6) * pull(b); }},
        Row{"less where it is silenced", all({kWorn, setPath(&Layout::newPath, 0.4)}),
            setInput(&Layout::inMood, 0.2), kSeverity,
            [](B& b) {
              const double left = 1 - 0.4 * b.numbers(kIll).win * b.p.moodSilenced;
              return 0.2 * b.numbers(kIll).mood * (b.p.moodAlways + 0.6 * left) * pull(b);
            }},
        Row{"relief takes its share", kWorn, setPath(&Layout::relief, 0.1), kSeverity,
            [](B& b) { return -0.3 * 0.1 / b.p.reliefAt * pull(b); }},
        Row{"of nothing it takes nothing", {}, setPath(&Layout::relief, 0.1), kSeverity, kNothing},
        Row{"medication takes less of what is worn in", kWorn, setPath(&Layout::medication, 0.1),
            kSeverity,
            [](B& b) {
              return -0.3 * 0.1 * (1 - 0.6 * b.p.medicationWorn) / b.p.reliefAt * pull(b);
            }},
        Row{"an imposed illness is at least that severe", kWorn, setInput(&Layout::inImposed, 0.7),
            kSeverity, [](B& b) { return 0.4 * pull(b); }},
        Row{"a mild imposed one hides no worse", kWorn, setInput(&Layout::inImposed, 0.2),
            kSeverity, kNothing},
        Row{"it cannot fall below nothing", kWorn, setPath(&Layout::relief, 50), kSeverity,
            [](B& b) { return -0.3 * pull(b); }},
        Row{"it cannot exceed all", kWorn, setInput(&Layout::inLiability, 50), kSeverity,
            [](B& b) { return 0.7 * pull(b); }},
        Row{"it follows in days",
            {},
            setPath(&Layout::severity, 0.1),
            kSeverity,
            [](B& b) { return -0.1 * pull(b); }}),
    nameOf);

const auto kActivation = atPath(&Layout::activation);

INSTANTIATE_TEST_SUITE_P(
    Activation, Mechanism,
    ::testing::Values(
        Row{"stress wakes the path", kWorn, kTense, kActivation,
            [](B& b) { return 0.05 * b.numbers(kIll).excite * 0.5; }},
        Row{"mood wakes it", kWorn, setInput(&Layout::inMood, 0.2), kActivation,
            [](B& b) {
              return 0.2 * b.p.moodExcites * b.numbers(kIll).mood * b.numbers(kIll).excite * 0.5;
            }},
        Row{"lost sleep wakes it", kWorn, [](B& b) { b.oweSleep(0.5); }, kActivation,
            [](B& b) { return 0.5 * b.numbers(kIll).sleep * b.numbers(kIll).excite * 0.5; }},
        Row{"what is craved wakes it", kWorn, setInput(&Layout::inCraving, 0.2), kActivation,
            [](B& b) { return 0.2 * b.numbers(kIll).excite * 0.5; }},
        Row{"an imposed episode wakes it", kWorn, setInput(&Layout::inImposed, 0.2), kActivation,
            [](B& b) { return 0.2 * b.p.imposedActivation * 0.5; }},
        Row{"calm does not put it to sleep", kWorn, [](B& b) { b.scalar(kStress) -= 0.05; },
            kActivation, kNothing},
        Row{"it calms by itself, at one's own pace", [](B& b) { b.setTrait(kTraitCourse, 1.5); },
            setPath(&Layout::activation, 0.5), kActivation,
            [](B& b) { return -0.5 * 1.5 * b.numbers(kIll).calm; }},
        Row{"relief comes and goes",
            {},
            setInput(&Layout::inRelief, 0.2),
            atPath(&Layout::relief),
            [](B& b) { return 0.2 / b.p.reliefTauWeeks; }},
        Row{"drugs act in who answers to them", [](B& b) { b.setTrait(kTraitDrug, 1.5); },
            setInput(&Layout::inMedication, 0.2), atPath(&Layout::medication),
            [](B& b) { return 0.3 / b.p.reliefTauWeeks; }},
        Row{"part of what drugs do needs new neurons", setInput(&Layout::inMedication, 0.2),
            [](B& b) { b.setTrait(kTraitNeurogenesis, 0); }, atPath(&Layout::medication),
            [](B& b) { return -0.2 * b.p.medicationNeurogenesis / b.p.reliefTauWeeks; }},
        Row{"more of them than usual do not help more", setInput(&Layout::inMedication, 0.2),
            [](B& b) { b.setTrait(kTraitNeurogenesis, 3); }, atPath(&Layout::medication),
            kNothing}),
    nameOf);

std::function<double(B&)> pathologyRate() {
  return [](B& b) { return b.rate(b.at.severity + b.model.pathology); };
}

INSTANTIATE_TEST_SUITE_P(
    Pathology, Mechanism,
    ::testing::Values(
        Row{"amyloid beyond its onset spreads it",
            [](B& b) { b.scalar(kAmyloid) = b.p.pathologyOnset; },
            [](B& b) { b.scalar(kAmyloid) += 0.1; }, pathologyRate(),
            [](B& b) { return 0.1 * b.p.pathologyGain / (b.p.pathologyTauYears * kWeeksPerYear); }},
        Row{"below it does not", [](B& b) { b.scalar(kAmyloid) = 0.5 * b.p.pathologyOnset; },
            [](B& b) { b.scalar(kAmyloid) = 0.9 * b.p.pathologyOnset; }, pathologyRate(), kNothing},
        Row{"it never returns", [](B& b) { b.scalar(kAmyloid) = 0; },
            [](B& b) { b.state(b.at.severity + b.model.pathology) = 0.5; }, pathologyRate(),
            kNothing},
        Row{"it spreads at most to all", [](B& b) { b.scalar(kAmyloid) = 0; },
            [](B& b) { b.scalar(kAmyloid) = 500; }, pathologyRate(),
            [](B& b) { return 1 / (b.p.pathologyTauYears * kWeeksPerYear); }},
        Row{"it can be imposed", [](B& b) { b.scalar(kAmyloid) = 0; },
            [](B& b) { b.input(b.at.inImposed + b.model.pathology) = 0.5; }, pathologyRate(),
            [](B& b) { return 0.5 / (b.p.pathologyTauYears * kWeeksPerYear); }}),
    nameOf);

// --- memory, amyloid, reserve ---

const auto kTaught = [](B& b) { b.in(kInTeaching) = 1; };
/// What a night is worth, without strain or loss, at so many hours.
double night(B& b) {
  return b.in(kInSleepHours) / b.p.sleepNeedHours;
}
double moved(B& b) {
  return night(b) * b.p.transferRate * b.age(kAgeDeepSleep);
}
const auto kStored = [](B& b) { b.scalar(kMemoryHippocampus) = 0.5; };

INSTANTIATE_TEST_SUITE_P(
    Memory, Mechanism,
    ::testing::Values(
        Row{"teaching fills the hippocampus",
            {},
            kTaught,
            rateOf(kMemoryHippocampus),
            [](B& b) { return b.p.teachingRate; }},
        Row{"a lost night lowers encoding", kTaught, [](B& b) { b.loseNight(0.3); },
            rateOf(kMemoryHippocampus),
            [](B& b) { return -0.3 * b.p.encodingAcute * b.p.teachingRate; }},
        Row{"sleep debt lowers it", kTaught, [](B& b) { b.oweSleep(0.3); },
            rateOf(kMemoryHippocampus),
            [](B& b) { return -0.3 * b.p.encodingDebt * b.p.teachingRate; }},
        Row{"strain lowers it", kTaught, [](B& b) { b.strain(0.4); }, rateOf(kMemoryHippocampus),
            [](B& b) { return -0.4 * b.p.encodingStress * b.p.teachingRate; }},
        Row{"the able take in more", kTaught, [](B& b) { b.setTrait(kTraitIntellect, 0.5); },
            rateOf(kMemoryHippocampus),
            [](B& b) { return 0.5 * b.p.encodingSpread * b.p.teachingRate; }},
        Row{"up to a bound", kTaught, [](B& b) { b.setTrait(kTraitIntellect, 500); },
            rateOf(kMemoryHippocampus),
            [](B& b) { return (b.p.encodingMost - 1) * b.p.teachingRate; }},
        Row{"down to a bound", kTaught, [](B& b) { b.setTrait(kTraitIntellect, -500); },
            rateOf(kMemoryHippocampus),
            [](B& b) { return (b.p.encodingLeast - 1) * b.p.teachingRate; }},
        Row{"nobody takes in nothing at all", kTaught, [](B& b) { b.loseNight(500); },
            rateOf(kMemoryHippocampus), [](B& b) { return (0.05 - 1) * b.p.teachingRate; }},
        Row{"what is half full takes half, and what is stored is moved and lost", kTaught, kStored,
            rateOf(kMemoryHippocampus),
            [](B& b) {
              return -0.5 * (b.p.teachingRate + moved(b) + 1 / b.p.hippocampalTauWeeks);
            }},
        Row{"sleep moves it to cortex",
            {},
            kStored,
            rateOf(kMemoryCortex),
            [](B& b) { return 0.5 * moved(b); }},
        Row{"longer nights move more", kStored, [](B& b) { b.in(kInSleepHours) += 0.5; },
            rateOf(kMemoryCortex),
            [](B& b) {
              return 0.5 * 0.5 / b.p.sleepNeedHours * b.p.transferRate * b.age(kAgeDeepSleep);
            }},
        Row{"strain spoils the night", kStored, [](B& b) { b.strain(0.4); }, rateOf(kMemoryCortex),
            [](B& b) { return -0.5 * 0.4 * b.p.qualityStress * moved(b); }},
        Row{"a lost night moves nothing", kStored, [](B& b) { b.loseNight(0.3); },
            rateOf(kMemoryCortex), [](B& b) { return -0.5 * 0.3 * b.model.lostNight * moved(b); }},
        Row{"better nights move more", kStored, [](B& b) { b.in(kInSleepQuality) += 0.1; },
            rateOf(kMemoryCortex),
            [](B& b) { return 0.5 * 0.1 * b.p.transferRate * b.age(kAgeDeepSleep); }},
        Row{"a night is worth at most so much", kStored, [](B& b) { b.in(kInSleepQuality) += 50; },
            rateOf(kMemoryCortex),
            [](B& b) {
              return 0.5 * (b.p.nightMost - night(b)) * b.p.transferRate * b.age(kAgeDeepSleep);
            }},
        Row{"and at least nothing", kStored, [](B& b) { b.in(kInSleepQuality) -= 50; },
            rateOf(kMemoryCortex), [](B& b) { return -0.5 * moved(b); }},
        Row{"cortex forgets over years, and fills up", kStored,
            [](B& b) { b.scalar(kMemoryCortex) = 0.4; }, rateOf(kMemoryCortex),
            [](B& b) { return -0.4 * (0.5 * moved(b) + 1 / b.p.corticalTauWeeks); }},
        Row{"a share of what is forgotten stays for good",
            {},
            [](B& b) { b.scalar(kMemoryCortex) = 0.4; },
            rateOf(kMemoryPermanent),
            [](B& b) { return 0.4 * b.p.permanentShare / b.p.corticalTauWeeks; }},
        Row{"and is never lost",
            {},
            [](B& b) { b.scalar(kMemoryPermanent) = 0.4; },
            rateOf(kMemoryPermanent),
            kNothing},
        Row{"what is known for good need not be learned", kStored,
            [](B& b) { b.scalar(kMemoryPermanent) = 0.4; }, rateOf(kMemoryCortex),
            [](B& b) { return -0.4 * 0.5 * moved(b); }},
        Row{"an infant takes in little", kTaught, [](B& b) { b.setAge(2); },
            rateOf(kMemoryHippocampus),
            [](B& b) {
              const double infant = b.model.age(2 * kWeeksPerYear, kAgeEncoding);
              return (infant - 1) * b.p.teachingRate;
            }}),
    nameOf);

double turnover(B& b) {
  return 1 / (b.p.amyloidTauYears * kWeeksPerYear);
}
double clearance(B& b) {
  return (1 + night(b) * b.p.sleepNeedHours / 24 * (b.p.clearanceSleepShare - 1)) /
         b.model.usualClearance;
}

INSTANTIATE_TEST_SUITE_P(
    Amyloid, Mechanism,
    ::testing::Values(Row{"some lay down more", [](B& b) { b.scalar(kAmyloid) = 0; },
                          [](B& b) { b.setTrait(kTraitAmyloid, 1.5); }, rateOf(kAmyloid),
                          [](B& b) { return 0.5 * b.age(kAgeAmyloid) * turnover(b); }},
                      Row{"it is cleared, and levels off", [](B& b) { b.scalar(kAmyloid) = 1; },
                          [](B& b) { b.scalar(kAmyloid) = 2; }, rateOf(kAmyloid),
                          [](B& b) {
                            return -turnover(b) *
                                   (clearance(b) + b.age(kAgeAmyloid) / b.p.amyloidCeiling);
                          }},
                      Row{"better nights clear more", [](B& b) { b.scalar(kAmyloid) = 2; },
                          [](B& b) { b.in(kInSleepQuality) += 0.1; }, rateOf(kAmyloid),
                          [](B& b) {
                            return -2 * 0.1 * b.p.sleepNeedHours / 24 *
                                   (b.p.clearanceSleepShare - 1) / b.model.usualClearance *
                                   turnover(b);
                          }}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Reserve, Mechanism,
    ::testing::Values(
        Row{"schooling adds",
            {},
            [](B& b) { b.in(kInSchooling) += 0.5; },
            rateOf(kEducation),
            [](B& b) { return 0.5 * b.p.educationRate; }},
        Row{"and fades over a life",
            {},
            [](B& b) { b.scalar(kEducation) += 0.5; },
            rateOf(kEducation),
            [](B& b) { return -0.5 / (b.p.educationTauYears * kWeeksPerYear); }},
        Row{"engagement rises in years",
            [](B& b) { b.scalar(kEngagement) = b.in(kInEngagement) = 0; },
            [](B& b) { b.in(kInEngagement) = 0.5; }, rateOf(kEngagement),
            [](B& b) { return 0.5 / (b.p.engagementRiseYears * kWeeksPerYear); }},
        Row{"and falls slower", [](B& b) { b.scalar(kEngagement) = b.in(kInEngagement) = 0; },
            [](B& b) { b.scalar(kEngagement) = 0.5; }, rateOf(kEngagement),
            [](B& b) { return -0.5 / (b.p.engagementFallYears * kWeeksPerYear); }},
        Row{"risks wear", [](B& b) { b.scalar(kWear) = 0; }, [](B& b) { b.in(kInWear) += 0.5; },
            rateOf(kWear), [](B& b) { return 0.5 * b.age(kAgeWear) * b.p.wearRate; }},
        Row{"some wear more", [](B& b) { b.scalar(kWear) = 0; },
            [](B& b) { b.setTrait(kTraitWear, 1.5); }, rateOf(kWear),
            [](B& b) { return 0.5 * b.age(kAgeWear) * b.p.wearRate; }},
        Row{"nothing unwears", [](B& b) { b.scalar(kWear) = 0; }, [](B& b) { b.in(kInWear) = -50; },
            rateOf(kWear), [](B& b) { return -b.age(kAgeWear) * b.p.wearRate; }},
        Row{"harm wears at any age", [](B& b) { b.scalar(kWear) = 0; },
            [](B& b) { b.in(kInHarm) = 0.001; }, rateOf(kWear), [](B&) { return 0.001; }},
        Row{"what heals no harm is none", [](B& b) { b.scalar(kWear) = 0; },
            [](B& b) { b.in(kInHarm) = -0.001; }, rateOf(kWear), kNothing},
        Row{"depression wears", [](B& b) { b.scalar(kWear) = 0; },
            [](B& b) { b.state(b.at.severity + b.circuit("depression")) = 0.6; }, rateOf(kWear),
            [](B& b) { return (0.6 - b.p.illnessFrom) * b.described("depression").wear; }},
        Row{"wear beyond the average is counted",
            {},
            [](B& b) { b.setTrait(kTraitWear, 1.5); },
            rateOf(kExtraWear),
            [](B& b) { return 0.5 * b.age(kAgeWear) * b.p.wearRate; }},
        Row{"what is worn out wears no more", [](B& b) { b.scalar(kWear) = 0; },
            [](B& b) { b.scalar(kWear) = 1; }, rateOf(kWear),
            [](B& b) { return -b.age(kAgeWear) * b.p.wearRate; }}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Cognition, Mechanism,
    ::testing::Values(Row{"early deprivation takes", [](B& b) { b.setAge(1); },
                          [](B& b) { b.in(kInAdversity) = 0.5; }, rateOf(kDeprivation),
                          [](B& b) {
                            return 0.5 * b.age(kAgeWindowAttachment) * b.p.deprivationRate;
                          }},
                      Row{"and is made up for over years",
                          {},
                          [](B& b) { b.scalar(kDeprivation) = 0.5; },
                          rateOf(kDeprivation),
                          [](B& b) { return -0.5 / (b.p.deprivationTauYears * kWeeksPerYear); }},
                      Row{"training adds to memory",
                          {},
                          [](B& b) { b.in(kInCognitionMemory) += 0.1; },
                          rateOf(kGainMemory),
                          [](B& b) { return 0.1 / b.p.cognitionGainTauWeeks; }},
                      Row{"to executive function",
                          {},
                          [](B& b) { b.in(kInCognitionExecutive) += 0.1; },
                          rateOf(kGainExecutive),
                          [](B& b) { return 0.1 / b.p.cognitionGainTauWeeks; }},
                      Row{"to speed",
                          {},
                          [](B& b) { b.in(kInCognitionSpeed) += 0.1; },
                          rateOf(kGainSpeed),
                          [](B& b) { return 0.1 / b.p.cognitionGainTauWeeks; }},
                      Row{"temperament is pulled to its set point",
                          {},
                          [](B& b) { b.setTrait(kTraitTemperament, 0.5); },
                          rateOf(kTrait),
                          [](B& b) { return 0.5 / (b.age(kAgeTraitTau) * kWeeksPerYear); }},
                      Row{"and by what is lived",
                          {},
                          [](B& b) { b.in(kInTrait) += 0.5; },
                          rateOf(kTrait),
                          [](B& b) { return 0.5 / (b.age(kAgeTraitTau) * kWeeksPerYear); }},
                      Row{"and back",
                          {},
                          [](B& b) { b.scalar(kTrait) += 0.5; },
                          rateOf(kTrait),
                          [](B& b) { return -0.5 / (b.age(kAgeTraitTau) * kWeeksPerYear); }}),
    nameOf);

// --- senses and injury ---

const auto kChild = [](B& b) { b.setAge(4); };
const auto kWeakEye = [](B& b) {
  b.setAge(4);
  b.scalar(kBlindness) = 0.5;
};

INSTANTIATE_TEST_SUITE_P(
    Senses, Mechanism,
    ::testing::Values(
        Row{"a covered eye loses sight", kChild, [](B& b) { b.in(kInEyeLoss) = 0.5; },
            rateOf(kBlindness),
            [](B& b) { return 0.5 * b.p.acuityLossRate * b.age(kAgeWindowVision); }},
        Row{"a weak eye is trained, better by who learns well",
            [](B& b) {
              b.setAge(4);
              b.scalar(kBlindness) = 0.5;
              b.in(kInPlasticity) += 0.5;
            },
            [](B& b) { b.in(kInEyeTraining) = 0.4; }, rateOf(kBlindness),
            [](B& b) { return -0.5 * 0.4 * 1.5 * b.p.acuityTrainRate * b.age(kAgeWindowVision); }},
        Row{"it recovers by itself", kChild, [](B& b) { b.scalar(kBlindness) = 0.5; },
            rateOf(kBlindness),
            [](B& b) { return -0.5 * b.p.acuityFreeRate * b.age(kAgeWindowVision); }},
        Row{"not while it is covered", kWeakEye, [](B& b) { b.in(kInEyeLoss) = 1; },
            rateOf(kBlindness),
            [](B& b) {
              return (0.5 * b.p.acuityLossRate + 0.5 * b.p.acuityFreeRate) *
                     b.age(kAgeWindowVision);
            }},
        Row{"deaf ears lose hearing", kChild, [](B& b) { b.in(kInHearingLoss) = 0.5; },
            rateOf(kDeafness),
            [](B& b) { return 0.5 * b.p.hearingLossRate * b.age(kAgeWindowHearing); }},
        Row{"open ears recover", kChild, [](B& b) { b.scalar(kDeafness) = 0.5; }, rateOf(kDeafness),
            [](B& b) { return -0.5 * b.p.hearingFreeRate * b.age(kAgeWindowHearing); }},
        Row{"deaf ears do not",
            [](B& b) {
              b.setAge(4);
              b.scalar(kDeafness) = 1;
            },
            [](B& b) { b.in(kInHearingLoss) = 1; }, rateOf(kDeafness),
            [](B& b) { return b.p.hearingFreeRate * b.age(kAgeWindowHearing); }}),
    nameOf);

const auto kSpeechless = [](B& b) {
  b.setAge(2);
  b.scalar(kNativeLanguage) = 0;
};

INSTANTIATE_TEST_SUITE_P(
    Language, Mechanism,
    ::testing::Values(Row{"contact teaches a language", kSpeechless,
                          [](B& b) { b.in(kInLanguageContact) += 0.5; }, rateOf(kNativeLanguage),
                          [](B& b) { return 0.5 * b.p.nativeRate * b.age(kAgeWindowLanguage); }},
                      Row{"deafness keeps it away", kSpeechless,
                          [](B& b) { b.scalar(kDeafness) = 0.4; }, rateOf(kNativeLanguage),
                          [](B& b) { return -0.4 * b.p.nativeRate * b.age(kAgeWindowLanguage); }},
                      Row{"so does silence", kSpeechless, [](B& b) { b.in(kInHearingLoss) = 0.4; },
                          rateOf(kNativeLanguage),
                          [](B& b) { return -0.4 * b.p.nativeRate * b.age(kAgeWindowLanguage); }},
                      Row{"what is known is not learned again", kSpeechless,
                          [](B& b) { b.scalar(kNativeLanguage) = 1; }, rateOf(kNativeLanguage),
                          [](B& b) { return -b.p.nativeRate * b.age(kAgeWindowLanguage); }},
                      Row{"no contact at all teaches nothing", kSpeechless,
                          [](B& b) { b.in(kInLanguageContact) = -50; }, rateOf(kNativeLanguage),
                          [](B& b) { return -b.p.nativeRate * b.age(kAgeWindowLanguage); }},
                      Row{"study teaches a second one",
                          [](B& b) {
                            b.setTrait(kTraitResponsiveness, 1.5);
                            b.in(kInPlasticity) += 0.5;
                          },
                          [](B& b) { b.in(kInLanguageStudy) += 0.4; }, rateOf(kSecondLanguage),
                          [](B& b) {
                            return 0.4 * 1.5 * 1.5 * b.p.studyRate * b.age(kAgeWindowLanguage);
                          }},
                      Row{"which fades",
                          {},
                          [](B& b) { b.scalar(kSecondLanguage) = 0.5; },
                          rateOf(kSecondLanguage),
                          [](B& b) { return -0.5 / (b.p.languageTauYears * kWeeksPerYear); }}),
    nameOf);

const auto kStruck = [](B& b) {
  b.state(b.at.lesion + b.left("motor")) = 0.9 * b.p.injurySevereFrom;
};
const auto kRegained = [](B& b) { return b.rate(b.at.regained + b.left("motor")); };

INSTANTIATE_TEST_SUITE_P(
    Injury, Mechanism,
    ::testing::Values(
        Row{"months after a stroke much comes back by itself", kStruck,
            [](B& b) { b.scalar(kInjuryClock) = 0.5; }, kRegained,
            [](B& b) { return 0.5 * b.p.injurySpontaneous * b.p.injuryCeiling; }},
        Row{"training then helps, and later a little",
            [](B& b) {
              kStruck(b);
              b.scalar(kInjuryClock) = 0.5;
            },
            [](B& b) { b.in(kInRehabilitation) = 0.4; }, kRegained,
            [](B& b) {
              return 0.4 * b.p.injuryTraining * (0.5 + b.p.injuryLateShare) * b.p.injuryCeiling;
            }},
        Row{"late rehabilitation does a little", kStruck,
            [](B& b) { b.in(kInRehabilitation) = 0.4; }, kRegained,
            [](B& b) {
              return 0.4 * b.p.injuryTraining * b.p.injuryLateShare * b.p.injuryCeiling;
            }},
        Row{"what is regained is not regained again",
            [](B& b) {
              kStruck(b);
              b.scalar(kInjuryClock) = 0.5;
            },
            [](B& b) { b.state(b.at.regained + b.left("motor")) = b.p.injuryCeiling; }, kRegained,
            [](B& b) { return -0.5 * b.p.injurySpontaneous * b.p.injuryCeiling; }},
        Row{"some recover better",
            [](B& b) {
              kStruck(b);
              b.scalar(kInjuryClock) = 0.5;
            },
            [](B& b) { b.setTrait(kTraitRecovery, 1.5); }, kRegained,
            [](B& b) { return 0.25 * b.p.injurySpontaneous * b.p.injuryCeiling; }},
        Row{"a severe stroke leaves little to regain",
            [](B& b) {
              kStruck(b);
              b.scalar(kInjuryClock) = 1;
            },
            [](B& b) { b.state(b.at.lesion + b.left("motor")) = 1; }, kRegained,
            [](B& b) {
              return (b.p.injurySevereShare - 1) * b.p.injuryCeiling * b.p.injurySpontaneous;
            }},
        Row{"the window closes",
            {},
            [](B& b) { b.scalar(kInjuryClock) = 0.5; },
            rateOf(kInjuryClock),
            [](B& b) { return -0.5 / b.p.injuryTauWeeks; }},
        Row{"a fixed brain regains nothing",
            [](B& b) {
              kStruck(b);
              b.scalar(kInjuryClock) = 0.5;
            },
            kFixed, kRegained,
            [](B& b) { return -0.5 * b.p.injurySpontaneous * b.p.injuryCeiling; }}),
    nameOf);

// --- what stands still ---

/// Something that moves in a plastic brain and stands still in a fixed one.
struct Still {
  const char* name;
  std::function<void(B&)> setup;
  std::function<double(B&)> read;
};
std::ostream& operator<<(std::ostream& out, const Still& still) {
  return out << still.name;
}
class FixedBrain : public ::testing::TestWithParam<Still> {};

TEST_P(FixedBrain, StandsStillWhereAPlasticOneMoves) {
  B bench;
  GetParam().setup(bench);
  EXPECT_NE(GetParam().read(bench), 0);
  kFixed(bench);
  EXPECT_EQ(GetParam().read(bench), 0);
}

std::function<void(B&)> scalarAt(ScalarState state, double value) {
  return [state, value](B& b) { b.scalar(state) = value; };
}
std::function<void(B&)> inputAt(ScalarInput input, double value) {
  return [input, value](B& b) { b.in(input) = value; };
}
std::function<void(B&)> hippocampusAt(int Layout::*array, double value) {
  return [array, value](B& b) { b.state(b.at.*array + kHippocampus(b)) = value; };
}

INSTANTIATE_TEST_SUITE_P(
    All, FixedBrain,
    ::testing::Values(
        Still{"expansion", hippocampusAt(&Layout::expansion, 0.01),
              atHippocampus(&Layout::expansion)},
        Still{"kept", hippocampusAt(&Layout::kept, 0.01), atHippocampus(&Layout::kept)},
        Still{"strained_dendrites", [](B& b) { b.strain(0.4); }, atHippocampus(&Layout::spine)},
        Still{"healing_dendrites", hippocampusAt(&Layout::spine, -0.1),
              atHippocampus(&Layout::spine)},
        Still{"volume", hippocampusAt(&Layout::shrinkage, -0.1), atHippocampus(&Layout::shrinkage)},
        Still{"lasting_volume", [](B& b) { b.state(b.at.shrinkage + b.left("amygdala")) = 0.1; },
              [](B& b) { return b.rate(b.at.shrinkage + b.left("amygdala")); }},
        Still{"programming", hippocampusAt(&Layout::programming, -0.1),
              atHippocampus(&Layout::programming)},
        Still{"connection", using_(2), atEdge(&Layout::strength)},
        Still{"unused_connection", using_(0), atEdge(&Layout::strength)},
        Still{"threshold", using_(2), atEdge(&Layout::threshold)},
        Still{"scaling", using_(2),
              [](B& b) { return b.rate(b.at.scaling + b.model.edgeTo[kEdge]); }},
        Still{"myelin", [](B& b) { b.state(b.at.myelin + kEdge) = 0.1; }, atEdge(&Layout::myelin)},
        Still{"new_path", setPath(&Layout::newPath, 0.5), atPath(&Layout::newPath)},
        Still{"trace", setPath(&Layout::newPath, 0.5), atPath(&Layout::trace)},
        Still{"fading_trace", setPath(&Layout::trace, 0.5), atPath(&Layout::trace)},
        Still{"old_path", setPath(&Layout::oldPath, 0.5), atPath(&Layout::oldPath)},
        Still{"schooling", inputAt(kInSchooling, 1), rateOf(kEducation)},
        Still{"education", scalarAt(kEducation, 5), rateOf(kEducation)},
        Still{"engagement", inputAt(kInEngagement, 1), rateOf(kEngagement)},
        Still{"extra_wear", [](B& b) { b.setTrait(kTraitWear, 1.5); }, rateOf(kExtraWear)},
        Still{"deprivation", inputAt(kInAdversity, 0.5), rateOf(kDeprivation)},
        Still{"fading_deprivation", scalarAt(kDeprivation, 0.5), rateOf(kDeprivation)},
        Still{"trained_memory", inputAt(kInCognitionMemory, 0.1), rateOf(kGainMemory)},
        Still{"blindness", inputAt(kInEyeLoss, 1), rateOf(kBlindness)},
        Still{"deafness", inputAt(kInHearingLoss, 1), rateOf(kDeafness)},
        Still{"second_language", scalarAt(kSecondLanguage, 0.5), rateOf(kSecondLanguage)},
        Still{"temperament", inputAt(kInTrait, 1), rateOf(kTrait)}),
    [](const auto& row) { return std::string(row.param.name); });

// The rows compare two rates; this one says where they are zero.
TEST(AtRest, AStructureOrConnectionOfAnAverageLifeStays) {
  B bench;
  const Layout& at = bench.at;
  for (const int array :
       {at.expansion, at.kept, at.spine, at.shrinkage, at.programming, at.scaling, at.regained}) {
    EXPECT_NEAR(bench.rate(array + kHippocampus(bench)), 0, 1e-15) << array;
  }
  for (const int array : {at.strength, at.threshold, at.myelin}) {
    EXPECT_NEAR(bench.rate(array + kEdge), 0, 1e-15) << array;
  }
}

}  // namespace
}  // namespace syn::sim
