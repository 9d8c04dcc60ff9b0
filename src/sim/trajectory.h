#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "sim/measure.h"
#include "sim/schedule.h"

namespace syn::sim {

class Model;

/// A life to simulate, as read from data/scenarios/*.json: a person from birth and the spans lived.
struct Scenario {
  std::string id;
  std::string title;  ///< for people
  std::string description;
  PersonSpec person;  ///< age 0; history empty: all spans stand in `life`
  Schedule life;      ///< weeks since birth
  std::vector<std::string> evidence;
  friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// The whole life of the average person (or of one drawn person) from birth to 100 years, kept so
/// that any state at any time can be read without copying. Recorded every `kRecordWeeks` weeks and
/// in the weeks around what is sudden (strokes, lost nights), and interpolated linearly between.
class Trajectory {
 public:
  static constexpr int kLifeWeeks = 5200;  ///< 100 years of 52 weeks
  static constexpr int kRecordWeeks = 4;

  /// Throws ContentError when the scenario names what the model does not know.
  Trajectory(std::shared_ptr<const Model> model, Scenario scenario);
  ~Trajectory();
  Trajectory(Trajectory&&) noexcept;
  Trajectory& operator=(Trajectory&&) noexcept;

  /// State at an age in years (clamped to 0..100). Throws Error on a measure the model lacks.
  [[nodiscard]] double value(const Measure& measure, double ageYears) const;

  /// Index for fast repeated reading of one measure; resolve once, read every frame.
  [[nodiscard]] int resolve(const Measure& measure) const;
  [[nodiscard]] double value(int resolved, double ageYears) const;

  /// Replaces the life and recomputes only from the first week that differs.
  void edit(Schedule life);

  [[nodiscard]] const Scenario& scenario() const;
  [[nodiscard]] const Model& model() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace syn::sim
