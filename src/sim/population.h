#pragma once

#include <cstdint>
#include <vector>

#include "base/error.h"
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

/// Arms of one study whose people are the same persons with the same past.
struct ArmRequest {
  Schedule schedule;
  std::vector<Reading> readings;
};

/// As runPopulation for several arms at once (`common.arm` and `common.readings` are not used): the
/// past before week 0 is lived once and each arm goes on from there. Element a holds the values of
/// arm a, and equals what runPopulation gives for it, bit for bit.
[[nodiscard]] std::vector<std::vector<double>> runArms(const Model& model, const RunRequest& common,
                                                       const std::vector<ArmRequest>& arms);

/// Everything wrong with a person and an arm, with the lines of the entries; empty when it can run.
[[nodiscard]] IssueList validateLife(const Model& model, const PersonSpec& person,
                                     const Schedule& arm);

}  // namespace syn::sim
