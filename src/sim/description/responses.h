#pragma once

#include <string>

namespace syn::sim {

/// How a region answers to use, stress, adversity and pathology (see equations/structure.h).
struct ResponseRow {
  std::string id;
  double kept = 0, spineGain = 0, spineMax = 0, spineRecovery = 0, spineAgeing = 0,
         shrinkStress = 0, programming = 0, atrophy = 0, forgetWeeks = 100, volumeShare = 1,
         reactStress = 0, reactSleep = 0, reactAdversity = 0, motor = 0, memory = 0, executive = 0,
         brake = 0;
  double lasting = 0;     ///< 1: what stress did to its volume goes slowly
  double stunting = 0;    ///< by deprivation in infancy
  double wearVolume = 0;  ///< share of its volume that extra wear takes
  double reactChild = 0;  ///< how much more a newborn's reacts
};

}  // namespace syn::sim
