// Every mechanism has a test that dies with it: more of one thing, all else equal, moves another in
// this direction by this much. What a row expects is written from the description of the mechanism
// and not from its code. Here: learning, new neurons, structure, connections, skills.
#include <algorithm>
#include <cmath>

#include "mechanism_table.h"

namespace syn::sim {
namespace {

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

// --- learning, new neurons ---

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

// --- connections ---

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

}  // namespace
}  // namespace syn::sim
