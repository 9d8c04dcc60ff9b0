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

/// An int as the index of a standard container.
[[nodiscard]] constexpr std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

/// States that exist once per person. D/E/... name them in the equations, which hold per week; tau
/// and the small letters are parameters of data/lifespan/parameters.json, each with its source
/// there. Deviations are from an average life and have no unit unless one is given.
enum ScalarState : int {
  /// D [hours owed]: dD/dt = 7 max(0, need - sleep) - D/tau (Van Dongen 2003).
  kSleepDebt,
  /// A [hours], a night just lost: dA/dt = -A/tau; events add to it (Yoo 2007).
  kAcuteSleepLoss,
  /// S [0..1]: dS/dt = (clamp(base + load - relief + sleep debt + illness - brake) - S)/tau; the
  /// brake is lost where prefrontal spines are (Radley 2004, 2006).
  kStress,
  /// B [share of the person's own level]: dB/dt = (exercise - debt - strain - B)/tau
  /// (Szuhany 2015).
  kBdnf,
  kBdnfPulse,  ///< the same for an hour after one bout; decays in hours
  kFitness,    ///< trains the pulse: dF/dt = (dose - F)/tau (Szuhany 2015)
  /// Drive of births by drugs: dV/dt = (dose - V)/tau (Malberg 2000, rat).
  kBirthDrive,
  /// Young neurons [cells/day x weeks]: inflow of the last stage, outflow 1/tau.
  kYoungNeurons,
  /// Eight weekly stages [cells/week]: dN_i/dt = (N_(i-1) survival_i - N_i)/tau; births follow
  /// BDNF, strain, sleep debt beyond a threshold and pathology (Spalding 2013; Gould 1998, tree
  /// shrew).
  kImmature,
  /// H [0..1]: dH/dt = teaching encoding (1 - H) - H moved by sleep - H/tau (Berres 2021).
  kMemoryHippocampus = kImmature + kImmatureStages,
  /// C [0..1]: dC/dt = H moved by sleep (1 - C - P) - C/tau.
  kMemoryCortex,
  /// P [0..1], what is never forgotten: dP/dt = share C/tau (Bahrick 1984).
  kMemoryPermanent,
  /// Amyloid [1 = a clean brain of 25]: dL/dt = (production(age, genes) (1 - L/ceiling) -
  /// clearance L)/tau; deep
  /// sleep clears (Xie 2013, mouse; contested by Miao 2024).
  kAmyloid,
  kEducation,   ///< dE/dt = schooling - E/tau (Stern 2012)
  kEngagement,  ///< dG/dt = (engagement - G)/tau, rising in years, falling slower (Stern 2012)
  /// Vascular and other wear [0..1]: dW/dt = (rate(age, risks) + harm) (1 - W) (Livingston 2024)
  kWear,
  kExtraWear,  ///< what of it the average life does not have; shrinks the brain (Debette 2011)
  /// Early deprivation of cognition [0..1], while the attachment window is open (Nelson 2007).
  kDeprivation,
  kGainMemory,     ///< what training and exercise add to memory: (target - x)/tau
  kGainExecutive,  ///< the same for executive function
  kGainSpeed,      ///< the same for speed
  /// Emotional reactivity [SD]: dT/dt = (set point + influence - T)/tau(age), with yearly kicks
  /// (Vukasovic 2015; Roberts 2017).
  kTrait,
  kBlindness,  ///< of one eye [0..1]: loss, then training while the window is open (Scheiman 2005)
  kDeafness,   ///< [0..1], likewise for hearing
  kNativeLanguage,  ///< [0..1]: dN/dt = contact window (1 - N)
  kSecondLanguage,  ///< [0..1]: dN/dt = study window (1 - N) - N/tau (Hartshorne 2018)
  kInjuryClock,     ///< window of raised plasticity after a lesion: dI/dt = -I/tau
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
  kInHarm,
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
  kAgeEncoding,
  kAgeImmaturity,
  kAgeCognitionMemory,
  kAgeCognitionExecutive,
  kAgeCognitionSpeed,
  kAgeColumns
};

/// Where each array begins, counted in numbers (times kLanes in batches).
struct Layout {
  int structures = 0, edges = 0, circuits = 0, skills = 0;  ///< as in the data
  int structuresPadded = 0, edgesPadded = 0;                ///< up to a multiple of 8

  // States of structures, structuresPadded each: shares of the norm unless noted.
  int expansion = 0;  ///< under use: dX/dt = (m g/(m + |g|) - X)/tau, saturating (Wenger 2017)
  /// What learning leaves: dK/dt = (ratio learned - K)/tau, months up, years down to what practice
  /// still holds.
  int kept = 0;
  int spine = 0;        ///< dendrites: strain gain(age) (max - P) + (synapses - P) healing(age)
  int shrinkage = 0;    ///< volume under strain, toxins, illness: (target - V)/tau(age)
  int programming = 0;  ///< by early adversity and deprivation, in sensitive years: rate - P/tau
  int atrophy = 0;      ///< by pathology [0..1]: dA/dt = rate (1 - A)
  int lesion = 0;       ///< destroyed share [0..1]; never returns
  int regained = 0;     ///< function another part took over [0..1]: healing (ceiling - R)
  int scaling = 0;      ///< of all inputs [factor]: (1 - gain drive - Z)/tau (Turrigiano 1998)

  // States of connections, edgesPadded each.
  int strength = 0;   ///< W [1 = healthy use]: BCM phi = x (x - theta), bounded; forgetting, disuse
  int threshold = 0;  ///< theta: follows x^2 with tau (Bienenstock, Cooper, Munro 1982)
  int myelin = 0;     ///< beyond the norm: excess (max - M) - M/tau (Scholz 2009)

  // States of circuits, one each, 0..1.
  int oldPath = 0;     ///< symptom or old habit: learning + rehearsal (1 - O) - O/tau
  int newPath = 0;     ///< of therapy or new habit: practice (1 + savings trace) (1 - N) - N/tau
  int trace = 0;       ///< what relearning saves: rate N (1 - T) - T/tau (Hofer 2009, mouse)
  int activation = 0;  ///< how awake the old path is: excited by stress and mood, calms by itself
  int severity = 0;    ///< symptoms: ((O activation (1 - win N) + stress + swing) relief - V)/tau
  int relief = 0;      ///< by activity: (dose - R)/tau
  int medication = 0;  ///< by drugs, in part through new neurons (Santarelli 2003, mouse)

  int mastery = 0;  ///< of each skill [0..1]: effort (1 - M) - M/tau
  int scalars = 0;  ///< kScalarStates
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
