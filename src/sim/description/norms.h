#pragma once

#include <string>
#include <vector>

#include "sim/layout.h"

namespace syn::sim {

/// Points of a curve over age in years.
struct CurveRow {
  std::string id;
  std::vector<double> ages, values;
};

/// A critical window: opens and closes along logistic curves; `rest` of it never closes.
struct WindowRow {
  std::string id;
  AgeColumn column = kAgeWindowVision;
  double opensAge = 0, opensWidth = 1, closesAge = 0, closesWidth = 1, rest = 0;  ///< years
};

/// How a region ages: curve ids and the size one hemisphere's part has at 25.
struct RegionRow {
  std::string id;
  double volume = 1;  ///< cm3
  std::string volumeCurve, densityCurve, synapseCurve;
};

/// How a tract myelinates.
struct TractRow {
  std::string id;  ///< of a tract or of one connection
  std::string curve;
};

/// A curve that every model needs, and the column of the age table that it fills.
struct AgeCurve {
  AgeColumn column;
  std::string id;
};
[[nodiscard]] const std::vector<AgeCurve>& ageCurves();

/// A critical window that every model needs, and its column of the age table.
struct CriticalWindow {
  AgeColumn column;
  std::string id;
};
[[nodiscard]] const std::vector<CriticalWindow>& criticalWindows();
[[nodiscard]] std::vector<std::string> windowIds();

}  // namespace syn::sim
