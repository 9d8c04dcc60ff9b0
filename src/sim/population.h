#pragma once

#include <cstdint>
#include <vector>

#include "sim/measure.h"
#include "sim/schedule.h"

namespace syn::sim {

class Model;

/// How persons 2k and 2k+1 of a run are related; twins share genes (wholly or half) and the shared
/// environment, and differ in the rest.
enum class Kinship { unrelated, identicalTwins, fraternalTwins };

/// One measure at one week relative to week 0; week 0 is read before the arm begins to act, week w
/// after w weeks. An acute entry of week w is read right after it.
struct Reading {
  Measure measure;
  int week = 0;
};

struct RunRequest {
  PersonSpec person;
  Schedule arm;  ///< what is lived from week 0 on; overrides the baseline dose
  std::vector<Reading> readings;
  int people = 1;
  std::uint64_t seed = 1;
  Kinship kinship = Kinship::unrelated;
  int threads = 1;
  bool average = false;           ///< the average person: nothing is drawn
  std::uint64_t firstPerson = 0;  ///< person p of the run is person firstPerson + p of the seed
};

/// Values[person * readings.size() + reading], each in the unit of its state. Person p of a seed is
/// the same bits for any number of threads, any `people`, any split by `firstPerson`.
/// Throws ContentError naming every unknown id, dose out of range, contradiction.
[[nodiscard]] std::vector<double> runPopulation(const Model& model, const RunRequest& request);

}  // namespace syn::sim
