#pragma once

#include <array>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

#include "scene/frame_builder.h"
#include "session/life.h"
#include "sim/trajectory.h"

namespace syn::session {

/// A region in one hemisphere or in both.
struct Place {
  int region = -1;                       ///< index into Catalogue::regions; -1 = none
  std::optional<Hemisphere> hemisphere;  ///< empty = both sides
  friend bool operator==(const Place&, const Place&) = default;
};

/// Reads regions of one life, with every measure resolved once. A value is absent when the model
/// holds no such state for the region.
class RegionReader {
 public:
  explicit RegionReader(const sim::Trajectory& life);

  /// `side` empty = both. Fractions of the region's own value at 25.
  [[nodiscard]] std::optional<double> volume(const Place& place, double age) const;
  [[nodiscard]] std::optional<double> density(const Place& place, double age) const;
  [[nodiscard]] std::optional<double> reactivity(const Place& place, double age) const;
  /// Neurons a day in each dentate gyrus.
  [[nodiscard]] std::optional<double> newNeurons(double age) const;

 private:
  static constexpr std::size_t kSides = 3;  // left, right, both
  using Rows = std::vector<std::array<int, kSides>>;
  [[nodiscard]] std::optional<double> read(const Rows& rows, const Place& place, double age) const;

  const sim::Trajectory& life_;
  Rows volume_, density_, reactivity_;  ///< by region
  int newNeurons_ = -1;
};

/// One computed life with its readers. Stays where it is made: the readers point into it.
struct ComputedLife {
  ComputedLife(std::shared_ptr<const sim::Model> model, sim::Scenario scenario);
  ComputedLife(const ComputedLife&) = delete;
  ComputedLife& operator=(const ComputedLife&) = delete;
  sim::Trajectory trajectory;
  RegionReader regions;
};

/// A computed life whose pictures show changes against the norm.
struct ShownLife : ComputedLife {
  ShownLife(std::shared_ptr<const sim::Model> model, sim::Scenario scenario,
            const ComputedLife& norm);
  scene::FrameBuilder frames;
};

/// Computes lives beside the thread that shows them. The latest request wins; what is shown stays
/// whole and readable until `take` swaps the next result in.
///
/// All members are called from one thread (the shower's). `ready` is called from the worker.
class LifeRunner {
 public:
  /// Computes the norm (the same person, nothing lived) and the first life before it returns; may
  /// be made in another thread than the one that shows.
  /// Throws ContentError when the scenario names what the model does not know.
  LifeRunner(std::shared_ptr<const sim::Model> model, const sim::Scenario& scenario);
  ~LifeRunner();
  LifeRunner(const LifeRunner&) = delete;
  LifeRunner& operator=(const LifeRunner&) = delete;

  /// Starts the worker; `ready` says that `take` has something to take. Call once, before
  /// `request`.
  void start(std::function<void()> ready);
  /// Asks for another life; returns at once.
  void request(const Life& life);
  /// Shows the newest result. Returns false when there is none since the last call.
  bool take();
  /// Waits until every request is computed, and takes it.
  void finish();

  [[nodiscard]] const ShownLife& shown() const { return *slots_[front_]; }
  [[nodiscard]] const ComputedLife& norm() const { return norm_; }
  /// The shown life with one lane left at its baseline: what that lane contributed is the
  /// difference. Nullptr until it is computed, or when the lane holds nothing.
  [[nodiscard]] const RegionReader* without(int lane) const;
  /// Milliseconds the newest life took to compute.
  [[nodiscard]] double lastMilliseconds() const;

 private:
  struct Causes {
    std::vector<std::unique_ptr<ComputedLife>> without;  ///< by lane
    std::vector<bool> lived;                             ///< by lane: holds spans
  };
  void work(const std::stop_token& stop);
  void computeCauses(const Life& life, Causes& causes);

  std::shared_ptr<const sim::Model> model_;
  sim::Scenario scenario_;
  std::function<void()> ready_;
  ComputedLife norm_;
  std::array<std::unique_ptr<ShownLife>, 2> slots_;
  std::array<Causes, 2> causes_;
  std::size_t front_ = 0;
  std::size_t causesFront_ = 0;

  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::condition_variable_any idle_;
  std::optional<Life> wanted_;
  bool lifePending_ = false;    ///< the other slot waits to be taken
  bool causesPending_ = false;  ///< the other causes wait to be taken
  bool causesCurrent_ = false;  ///< the front causes belong to the shown life
  bool busy_ = false;
  double lastMilliseconds_ = 0;
  std::jthread worker_;  ///< last: stops before anything else goes
};

}  // namespace syn::session
