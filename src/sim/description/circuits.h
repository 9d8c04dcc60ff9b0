#pragma once

#include <string>
#include <vector>

#include "sim/description/amounts.h"
#include "sim/kernel.h"
#include "sim/model.h"

namespace syn::sim {

/// An old and a new path, and the symptoms and marks of the illness they make (see
/// equations/path.h).
struct CircuitRow {
  ExposureInfo info;  ///< as what it can be imposed on a life
  std::string id, name;
  CircuitNumbers::Kind kind = CircuitNumbers::Kind::habit;
  std::vector<std::string> evidence;
  double learnNew = 0, forgetNewWeeks = 1, learnOld = 0, forgetOldWeeks = 1, rehearse = 0,
         calmWeeks = 1, excite = 0, win = 0, stress = 0, mood = 0, sleep = 0, stressLoad = 0,
         liability = 0, liabilitySd = 0, sizeVulnerability = 0;
  double usualYears = 0;   ///< how long somebody met in this illness has had it, if nobody says
  std::string sizeRegion;  ///< region whose small size raises the liability
  std::vector<RegionAmount> growth, shrinkage, synapses, reactivity;
  std::vector<ConnectionAmount> coupling;
  std::vector<ExposureAmount> treatments;  ///< strength on the new path
  double cognition = 0;
  double bdnf = 0;         ///< what full severity takes of BDNF
  double wear = 0;         ///< how fast it wears the brain
  double afterStroke = 0;  ///< severity that a stroke of severity 1 brings
};

}  // namespace syn::sim
