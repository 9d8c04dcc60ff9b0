#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cohort/state_list.h"
#include "sim/trajectory.h"

namespace syn::cohort {

/// What a file of results says about where it came from, as name and value.
using Metadata = std::vector<std::pair<std::string, std::string>>;

/// Writes states of one life, a row every `everyWeeks` weeks from birth to 100 years, to `file`:
/// CSV with a header "age_years,bdnf [relative],..." or, when the name ends in .h5, HDF5 with
/// "age_years" and "states/NAME" and the metadata as attributes. Throws Error; never leaves a torn
/// file.
void writeLife(const sim::Trajectory& life, const std::vector<State>& states, int everyWeeks,
               const Metadata& metadata, const std::filesystem::path& file);

/// Ages in years from 0 to 100 in steps of `everyWeeks`; the last one is 100.
[[nodiscard]] std::vector<double> agesEvery(int everyWeeks);

/// Throws RefusedError unless the name of `file` ends in one of the endings (".csv", ".h5").
void requireEnding(const std::filesystem::path& file, const std::vector<std::string>& endings);

}  // namespace syn::cohort
