#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <vector>

#include "base/error.h"
#include "catalogue/catalogue.h"
#include "sim/description/circuits.h"
#include "sim/description/exposures.h"
#include "sim/description/norms.h"
#include "sim/description/people.h"
#include "sim/description/reason.h"
#include "sim/description/responses.h"
#include "sim/description/skills.h"
#include "sim/parameters.h"

namespace syn::sim {

/// Content of the data files, checked.
struct Description {
  Parameters parameters;
  std::vector<CurveRow> curves;
  std::vector<WindowRow> windows;
  std::vector<RegionRow> regions;
  std::vector<TractRow> tracts;
  std::vector<ResponseRow> responses;            ///< by region of the catalogue
  std::array<TraitRow, kPersonTraits> traits{};  ///< by PersonTrait
  std::vector<ExposureRow> exposures;
  std::vector<SkillRow> skills;
  std::vector<CircuitRow> circuits;
};

/// A number of a Description under its public name.
struct Handle {
  ParameterInfo info;
  std::function<double*(Description&)> where;
};

/// Reads and checks all files. Issues go to `issues`; the result is only usable when there are
/// none.
Description readDescription(const std::filesystem::path& data, const Catalogue& catalogue,
                            std::vector<Handle>& handles, IssueList& issues);

}  // namespace syn::sim
