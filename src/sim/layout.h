#pragma once

#include <cstddef>

namespace syn::sim {

/// People stepped side by side. All state and input arrays hold kLanes consecutive doubles per
/// number.
inline constexpr int kLanes = 8;
inline constexpr int kWeeksPerYear = 52;
/// Weeks for which age tables exist: ten years beyond a life, so that a reading at 100 has room.
inline constexpr int kTableWeeks = 110 * kWeeksPerYear;
/// Random mood and life events change every so many weeks of age.
inline constexpr int kNoiseWeeks = 8;
inline constexpr int kImmatureStages = 8;
/// Room for the arrays a step keeps on its stack.
inline constexpr int kMaxStructures = 64;
inline constexpr int kMaxEdges = 128;
inline constexpr int kMaxSkills = 16;

/// States that exist once per person.
enum ScalarState : int {
  kSleepDebt,
  kAcuteSleepLoss,
  kStress,
  kBdnf,
  kBdnfPulse,
  kFitness,
  kBirthDrive,
  kYoungNeurons,
  kImmature,
  kMemoryHippocampus = kImmature + kImmatureStages,
  kMemoryCortex,
  kAmyloid,
  kEducation,
  kEngagement,
  kWear,
  kDeprivation,
  kGainMemory,
  kGainExecutive,
  kGainSpeed,
  kTrait,
  kBlindness,
  kDeafness,
  kNativeLanguage,
  kSecondLanguage,
  kInjuryClock,
  kScalarStates
};

/// What the week's exposures add up to, once per person. All are differences from the average life
/// unless noted.
enum ScalarInput : int {
  kInBdnf,
  kInBdnfPulse,
  kInFitness,
  kInStressLoad,
  kInStressRelief,
  kInSleepHours /* absolute */,
  kInSleepQuality,
  kInNeurogenesis,
  kInSurvival,
  kInEngagement,
  kInSchooling,
  kInCognitionMemory,
  kInCognitionExecutive,
  kInCognitionSpeed,
  kInWear,
  kInTrait,
  kInPlasticity,
  kInAdversity /* absolute */,
  kInEyeLoss,
  kInEyeTraining,
  kInHearingLoss,
  kInLanguageStudy,
  kInLanguageContact,
  kInRehabilitation,
  kInTeaching,
  kInStressNoise,
  kScalarInputs
};

/// Numbers of a person that never change, drawn once (zero, or one for factors, in the average).
enum PersonTrait : int {
  kTraitResponsiveness,
  kTraitTherapy,
  kTraitDrug,
  kTraitHabit,
  kTraitRecovery,
  kTraitBdnf,
  kTraitNeurogenesis,
  kTraitAmyloid,
  kTraitIntellect,
  kTraitReserve,
  kTraitTemperament,
  kTraitStress,
  kTraitLiability,
  kTraitCourse,
  kTraitReactivity,
  kTraitWear,
  kPersonTraits
};

/// Numbers that depend on age only; one row a week of age.
enum AgeColumn : int {
  kAgeGain,
  kAgeWindowVision,
  kAgeWindowHearing,
  kAgeWindowLanguage,
  kAgeWindowAttachment,
  kAgeWindowMotor,
  kAgeSensitivity,
  kAgeRecovery,
  kAgeVolumeRecovery,
  kAgeBirths,
  kAgeBirthsAbsent,
  kAgeDeepSleep,
  kAgeTraitTrend,
  kAgeTraitTau,
  kAgeAmyloid,
  kAgeBdnf,
  kAgeWear,
  kAgeCognitionMemory,
  kAgeCognitionExecutive,
  kAgeCognitionSpeed,
  kAgeColumns
};

/// Where each array begins, counted in numbers (times kLanes in batches).
struct Layout {
  int structures = 0, edges = 0, circuits = 0, skills = 0;  ///< as in the data
  int structuresPadded = 0, edgesPadded = 0;                ///< up to a multiple of 8

  // States.
  int expansion = 0, kept = 0, spine = 0, shrinkage = 0, programming = 0, atrophy = 0, lesion = 0,
      regained = 0, scaling = 0;                ///< structuresPadded each
  int strength = 0, threshold = 0, myelin = 0;  ///< edgesPadded each
  int oldPath = 0, newPath = 0, trace = 0, activation = 0, severity = 0, relief = 0,
      medication = 0;  ///< circuits each
  int mastery = 0;     ///< skills
  int scalars = 0;     ///< kScalarStates
  int states = 0;

  // Inputs.
  int inGrowth = 0, inPractice = 0, inToxicity = 0, inSynapses = 0, inReactivity = 0;
  int inUse = 0, inMyelin = 0;
  int inNewPath = 0, inOldPath = 0, inRelief = 0, inMedication = 0, inCraving = 0, inImposed = 0,
      inMood = 0, inLiability = 0;
  int inSkill = 0, inChallenge = 0, inSkillNovelty = 0;
  int inScalars = 0;
  int inTraits = 0;
  int inputs = 0;

  static Layout make(int structures, int edges, int circuits, int skills);
};

}  // namespace syn::sim
