#pragma once

namespace syn::sim {

// Every free number of the mechanisms, read from data/lifespan/parameters.json, where each row says
// why it has its value. Columns: field, id in the file, smallest and largest value accepted.
// Times end in Weeks or Years, rates are per week.
#define SYN_PARAMETERS(X)                                             \
  X(sleepNeedHours, "sleep.need_hours", 5, 10)                        \
  X(sleepDebtTauWeeks, "sleep.debt_tau_weeks", 0.5, 52)               \
  X(sleepDebtScaleHours, "sleep.debt_scale_hours", 5, 500)            \
  X(acuteSleepTauWeeks, "sleep.acute_tau_weeks", 0.05, 4)             \
  X(acuteSleepScaleHours, "sleep.acute_scale_hours", 1, 24)           \
  X(qualityStress, "sleep.quality_stress", 0, 1)                      \
  X(nightMost, "sleep.night_most", 1, 3)                              \
  X(stressBase, "stress.base", 0, 1)                                  \
  X(stressTolerance, "stress.tolerance", 0, 1)                        \
  X(stressTauWeeks, "stress.tau_weeks", 0.1, 52)                      \
  X(stressSleep, "stress.sleep_debt", 0, 1)                           \
  X(stressMood, "stress.mood", 0, 1)                                  \
  X(stressPrefrontal, "stress.prefrontal_regulation", 0, 5)           \
  X(stressEvents, "stress.life_events_sd", 0, 1)                      \
  X(stressCeilingFrom, "stress.ceiling_from", 0.3, 0.99)              \
  X(spineAgeShare, "stress.spine_age_share", 0, 1)                    \
  X(noiseBlockPersistence, "noise.persistence", 0, 0.99)              \
  X(bdnfTauWeeks, "bdnf.tau_weeks", 0.1, 52)                          \
  X(bdnfPulseTauWeeks, "bdnf.pulse_tau_weeks", 0.01, 4)               \
  X(bdnfSleepDebt, "bdnf.sleep_debt", 0, 2)                           \
  X(bdnfStress, "bdnf.stress", 0, 2)                                  \
  X(bdnfAcuteSleepLoss, "bdnf.acute_sleep_loss", -1, 1)               \
  X(bdnfFitnessPulse, "bdnf.fitness_pulse", 0, 5)                     \
  X(fitnessTauWeeks, "bdnf.fitness_tau_weeks", 1, 104)                \
  X(birthBdnf, "neurogenesis.bdnf", 0, 10)                            \
  X(birthStress, "neurogenesis.stress", 0, 1)                         \
  X(birthSleepDebt, "neurogenesis.sleep_debt", 0, 1)                  \
  X(birthSleepFrom, "neurogenesis.sleep_debt_from", 0, 1)             \
  X(birthAlzheimer, "neurogenesis.alzheimer", 0, 1)                   \
  X(birthDriveTauWeeks, "neurogenesis.drive_tau_weeks", 0.5, 52)      \
  X(stageTauWeeks, "neurogenesis.stage_tau_weeks", 0.5, 4)            \
  X(stageSurvival, "neurogenesis.stage_survival", 0.1, 1)             \
  X(youngTauWeeks, "neurogenesis.young_tau_weeks", 1, 520)            \
  X(youngVolume, "neurogenesis.young_volume", 0, 0.1)                 \
  X(gainFloor, "plasticity.floor", 0, 1)                              \
  X(gainTauYears, "plasticity.tau_years", 1, 100)                     \
  X(gainBdnf, "plasticity.bdnf", 0, 5)                                \
  X(gainSleepDebt, "plasticity.sleep_debt", 0, 2)                     \
  X(gainStress, "plasticity.stress", 0, 2)                            \
  X(fixedFromAge, "plasticity.fixed_brain_from_age", 0, 100)          \
  X(masteryRate, "learning.mastery_rate", 0, 5)                       \
  X(masteryTauWeeks, "learning.mastery_tau_weeks", 1, 5200)           \
  X(masteryChallenge, "learning.challenge_keeps_novelty", 0, 1)       \
  X(challengeFloor, "learning.challenge_floor", 0, 1)                 \
  X(expansionMax, "structure.expansion_max", 0.001, 1)                \
  X(expansionTauWeeks, "structure.expansion_tau_weeks", 0.5, 104)     \
  X(keptTauWeeks, "structure.kept_tau_weeks", 10, 5200)               \
  X(keptFadeYears, "structure.kept_fade_years", 1, 200)               \
  X(volumeTauWeeks, "structure.volume_tau_weeks", 4, 1040)            \
  X(volumeLasting, "structure.volume_lasting", 0, 1)                  \
  X(programmingTauYears, "structure.programming_tau_years", 5, 500)   \
  X(scalingTauWeeks, "connections.scaling_tau_weeks", 0.5, 104)       \
  X(scalingGain, "connections.scaling_gain", 0, 1)                    \
  X(scalingLeast, "connections.scaling_least", 0.05, 1)               \
  X(scalingMost, "connections.scaling_most", 1, 10)                   \
  X(potentiation, "connections.potentiation_rate", 0, 5)              \
  X(depression, "connections.depression_rate", 0, 5)                  \
  X(disuse, "connections.disuse_rate", 0, 1)                          \
  X(thresholdTauWeeks, "connections.threshold_tau_weeks", 0.1, 52)    \
  X(thresholdShare, "connections.threshold_share", 0, 1)              \
  X(strengthMax, "connections.strength_max", 1, 10)                   \
  X(strengthMin, "connections.strength_min", 0, 1)                    \
  X(myelinRate, "connections.myelin_rate", 0, 5)                      \
  X(myelinMax, "connections.myelin_max", 0, 1)                        \
  X(myelinTauWeeks, "connections.myelin_tau_weeks", 1, 1040)          \
  X(myelinWindow, "connections.myelin_window", 0, 5)                  \
  X(savings, "paths.savings", 0, 20)                                  \
  X(traceRate, "paths.trace_rate", 0, 5)                              \
  X(traceTauYears, "paths.trace_tau_years", 0.5, 100)                 \
  X(newPathAge, "paths.new_path_age", 0, 1)                           \
  X(severityTauWeeks, "paths.severity_tau_weeks", 0.2, 52)            \
  X(illnessFrom, "paths.illness_from", 0, 1)                          \
  X(rehearsalFrom, "paths.rehearsal_from", 0, 1)                      \
  X(rehearsalHalf, "paths.rehearsal_half", 0.01, 1)                   \
  X(moodSilenced, "paths.mood_silenced", 0, 1)                        \
  X(moodExcites, "paths.mood_excites", 0, 2)                          \
  X(moodAlways, "paths.mood_always", 0, 2)                            \
  X(imposedActivation, "paths.imposed_activation", 0, 5)              \
  X(choiceTemperature, "paths.choice_temperature", 0.01, 2)           \
  X(choiceStress, "paths.choice_stress", 0, 5)                        \
  X(reliefTauWeeks, "paths.relief_tau_weeks", 0.5, 52)                \
  X(reliefAt, "paths.relief_at", 0.1, 1)                              \
  X(medicationWorn, "paths.medication_worn", 0, 1)                    \
  X(medicationNeurogenesis, "paths.medication_neurogenesis", 0, 1)    \
  X(encodingDebt, "memory.encoding_sleep_debt", 0, 1)                 \
  X(encodingAcute, "memory.encoding_acute_loss", 0, 1)                \
  X(retentionAcute, "memory.retention_acute_loss", 0, 1)              \
  X(encodingStress, "memory.encoding_stress", 0, 1)                   \
  X(encodingSpread, "memory.encoding_spread", 0, 1)                   \
  X(encodingLeast, "memory.encoding_least", 0.05, 1)                  \
  X(encodingMost, "memory.encoding_most", 1, 3)                       \
  X(teachingRate, "memory.teaching_rate", 0, 5)                       \
  X(transferRate, "memory.transfer_rate", 0, 10)                      \
  X(hippocampalTauWeeks, "memory.hippocampal_tau_weeks", 0.5, 104)    \
  X(corticalTauWeeks, "memory.cortical_tau_weeks", 10, 5200)          \
  X(permanentShare, "memory.permanent_share", 0, 1)                   \
  X(amyloidTauYears, "amyloid.tau_years", 1, 100)                     \
  X(amyloidCeiling, "amyloid.ceiling", 2, 100)                        \
  X(clearanceSleepShare, "amyloid.clearance_sleep_ratio", 0, 5)       \
  X(solubleAcute, "amyloid.soluble_acute", 0, 1)                      \
  X(pathologyOnset, "amyloid.pathology_onset", 0.1, 5)                \
  X(pathologyGain, "amyloid.pathology_gain", 0, 5)                    \
  X(pathologyTauYears, "amyloid.pathology_tau_years", 0.2, 50)        \
  X(educationRate, "reserve.education_rate", 0, 1)                    \
  X(educationTauYears, "reserve.education_tau_years", 5, 1000)        \
  X(engagementRiseYears, "reserve.engagement_rise_years", 0.5, 50)    \
  X(engagementFallYears, "reserve.engagement_fall_years", 0.5, 100)   \
  X(reserveEducation, "reserve.education_weight", 0, 2)               \
  X(reserveEngagement, "reserve.engagement_weight", 0, 2)             \
  X(wearRate, "reserve.wear_rate", 0, 0.01)                           \
  X(wearLesion, "reserve.wear_lesion", 0, 1)                          \
  X(burdenAtrophy, "reserve.burden_hippocampus", 0, 20)               \
  X(burdenCortex, "reserve.burden_cortex", 0, 20)                     \
  X(burdenWear, "reserve.burden_wear", 0, 20)                         \
  X(burdenLesion, "reserve.burden_lesion", 0, 20)                     \
  X(toleranceBase, "reserve.tolerance_base", 0, 2)                    \
  X(toleranceReserve, "reserve.tolerance_reserve", 0, 2)              \
  X(burdenMax, "reserve.burden_max", 0.1, 5)                          \
  X(lossMax, "reserve.loss_max", 0.05, 1)                             \
  X(dementiaLoss, "reserve.dementia_loss", 0.01, 1)                   \
  X(cognitionSd, "cognition.sd", 0.01, 0.5)                           \
  X(cognitionEducation, "cognition.education", 0, 2)                  \
  X(cognitionGainTauWeeks, "cognition.gain_tau_weeks", 1, 520)        \
  X(cognitionSleepDebt, "cognition.sleep_debt", 0, 1)                 \
  X(cognitionAcuteSleep, "cognition.acute_sleep_loss", 0, 1)          \
  X(sleepMemory, "cognition.sleep_memory", 0, 3)                      \
  X(sleepExecutive, "cognition.sleep_executive", 0, 3)                \
  X(sleepSpeed, "cognition.sleep_speed", 0, 3)                        \
  X(cognitionDeprivation, "cognition.deprivation", 0, 2)              \
  X(deprivationRate, "cognition.deprivation_rate", 0, 1)              \
  X(deprivationTauYears, "cognition.deprivation_tau_years", 0.5, 500) \
  X(cognitionMood, "cognition.mood", 0, 1)                            \
  X(cognitionStress, "cognition.stress_executive", 0, 1)              \
  X(cognitionLesion, "cognition.lesion", 0, 2)                        \
  X(traitGenes, "trait.genes", 0, 1)                                  \
  X(traitSymptoms, "trait.symptoms", 0, 10)                           \
  X(traitProgramming, "trait.adversity", 0, 10)                       \
  X(liabilityGenes, "liability.genes", 0, 1)                          \
  X(liabilityFamily, "liability.family", 0, 1)                        \
  X(liabilityShared, "liability.shared", 0, 1)                        \
  X(reactivityPerson, "reactivity.person_sd", 0, 2)                   \
  X(reactivityTrait, "reactivity.trait", 0, 1)                        \
  X(sizeSharedSd, "volume.shared_sd", 0, 0.5)                         \
  X(sizeRegionSd, "volume.region_sd", 0, 0.5)                         \
  X(sizeGenesSubcortical, "volume.genes_subcortical", 0, 1)           \
  X(sizeGenesCortical, "volume.genes_cortical", 0, 1)                 \
  X(sizeFamily, "volume.family", 0, 1)                                \
  X(densitySize, "volume.density_share", 0, 1)                        \
  X(acuityLossRate, "vision.loss_rate", 0, 5)                         \
  X(acuityTrainRate, "vision.training_rate", 0, 5)                    \
  X(acuityFreeRate, "vision.free_recovery_rate", 0, 5)                \
  X(hearingLossRate, "hearing.loss_rate", 0, 5)                       \
  X(hearingFreeRate, "hearing.free_recovery_rate", 0, 5)              \
  X(nativeRate, "language.native_rate", 0, 5)                         \
  X(studyRate, "language.study_rate", 0, 5)                           \
  X(languageTauYears, "language.tau_years", 1, 500)                   \
  X(nativeShare, "language.native_share", 0, 1)                       \
  X(injuryTauWeeks, "injury.window_tau_weeks", 1, 104)                \
  X(injurySpontaneous, "injury.spontaneous_rate", 0, 5)               \
  X(injuryTraining, "injury.training_rate", 0, 5)                     \
  X(injuryLateShare, "injury.late_share", 0, 1)                       \
  X(injuryCeiling, "injury.recoverable_share", 0, 1)                  \
  X(injurySevereFrom, "injury.severe_from", 0, 1)                     \
  X(injurySevereShare, "injury.severe_share", 0, 1)                   \
  X(injuryVolume, "injury.volume_share", 0, 1)

/// Values of SYN_PARAMETERS, constant through a run.
struct Parameters {
#define SYN_FIELD(name, id, low, high) double name = 0;
  SYN_PARAMETERS(SYN_FIELD)
#undef SYN_FIELD
};

}  // namespace syn::sim
