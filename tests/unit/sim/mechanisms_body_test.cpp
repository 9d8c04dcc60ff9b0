// Mechanisms (see mechanism_table.h) of sleep, stress, growth factor, memory, amyloid, reserve, and
// of the senses and language.
#include "mechanism_table.h"

namespace syn::sim {
namespace {

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

// --- BDNF ---

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

// --- senses and language ---

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

}  // namespace
}  // namespace syn::sim
