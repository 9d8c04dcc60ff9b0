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
};

}  // namespace syn::sim
