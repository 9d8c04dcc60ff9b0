#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cohort/life_table.h"
#include "cohort/ranks.h"
#include "cohort/state_list.h"
#include "sim/trajectory.h"

namespace syn::sim {
class Model;
}

namespace syn::cohort {

/// Many people living one scenario.
struct CohortRequest {
  sim::Scenario scenario;
  int people = 100;
  std::uint64_t seed = 1;
  int threads = 1;
  int everyWeeks = 52;    ///< a row of results every so many weeks
  int blockPeople = 128;  ///< people between two checkpoints
  std::vector<State> states;
  std::filesystem::path out;  ///< .h5
  std::filesystem::path csv;  ///< means and percentiles; empty = none
  Metadata metadata;          ///< written as attributes
  /// Everything that decides the numbers, as text: a checkpoint of other inputs is not continued.
  std::string fingerprint;
  std::function<void(double share)> progress;  ///< called on the first rank
  const std::atomic<bool>* stop = nullptr;     ///< checked after every block
};

enum class CohortEnd { finished, interrupted };

/// Simulates the people in blocks, each rank its own blocks, and keeps every finished block in the
/// folder OUT.parts, so that the same call continues an interrupted run. When all blocks are there
/// the first rank writes OUT ("age_years", "states/NAME" of people x ages, person p in row p) and
/// the CSV, moves them into place and removes the folder. The file's bytes do not depend on
/// threads, ranks, block size or interruptions.
///
/// Throws RefusedError when OUT.parts belongs to another cohort or a place cannot be written, Error
/// when writing fails (parts already written are kept).
[[nodiscard]] CohortEnd runCohort(const sim::Model& model, const CohortRequest& request,
                                  const Ranks& ranks);

/// Linear interpolation between order statistics (Hyndman and Fan's type 7); `sorted` ascending.
[[nodiscard]] double percentile(const std::vector<double>& sorted, double percent);

}  // namespace syn::cohort
