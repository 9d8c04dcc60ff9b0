#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/measure.h"
#include "sim/person_batch.h"

namespace syn::sim {

/// What cognition is read of; global is the mean of the others.
enum class Domain { memory, executive, speed, global };

/// A measure with its ids resolved to indices into the state.
struct ResolvedMeasure {
  Quantity quantity = Quantity::volume;
  std::vector<std::pair<int, double>> structures;  ///< structure, share (shares add up to 1)
  std::vector<std::pair<int, double>> edges;
  int circuit = -1;
  HabitPath path = HabitPath::newPath;
  Domain domain = Domain::global;
  AgeColumn window = kAgeWindowVision;
};

/// Empty reason when the model has the measure; else a sentence that says what to change.
struct Resolution {
  ResolvedMeasure measure;
  std::string refusal;
};
[[nodiscard]] Resolution resolveMeasure(const Model::Impl& model, const Measure& measure);

/// The measure of one person at one moment, in its own unit.
///
/// volume      norm(age) (1 + size) (1 + share (expansion + kept) + shrinkage + programming + young
///             neurons) (1 - atrophy) (1 - lesion); groups are weighted by their volume at 25
/// density     the same on the density norm, with a share of the person's size
/// cognition   norm(age) + intellect + schooling + gains - sleep debt - early deprivation - mood -
///             what damage does once it exceeds what reserve tolerates (Stern 2012)
[[nodiscard]] double read(const Model::Impl& model, const ResolvedMeasure& measure,
                          const Snapshot& moment);

}  // namespace syn::sim
