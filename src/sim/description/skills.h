#pragma once

#include <string>
#include <vector>

#include "sim/description/amounts.h"

namespace syn::sim {

/// What practising a skill changes (see equations/learning.h).
struct SkillRow {
  std::string id;
  std::vector<std::string> synonyms;
  std::vector<RegionAmount> practice;
  std::vector<ConnectionAmount> use, myelin;
  double survival = 0, masteryRate = 1, habit = 0, language = 0;
};

}  // namespace syn::sim
