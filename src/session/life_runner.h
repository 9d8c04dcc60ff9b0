#pragma once

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

/// One computed life and the frames read from it.
struct ComputedLife {
  ComputedLife(std::shared_ptr<const sim::Model> model, sim::Scenario scenario,
               const sim::Trajectory& norm);
  sim::Trajectory trajectory;
  scene::FrameBuilder frames;  ///< changes against the norm
};

/// Computes lives beside the thread that shows them. The latest request wins; what is shown stays
/// whole and readable until `take` swaps the next result in.
///
/// All members are called from one thread (the shower's). `ready` is called from the worker.
class LifeRunner {
 public:
  /// Computes the norm (the same person, nothing lived) and the first life before it returns.
  /// Throws ContentError when the scenario names what the model does not know.
  LifeRunner(std::shared_ptr<const sim::Model> model, const sim::Scenario& scenario,
             std::function<void()> ready);
  ~LifeRunner();
  LifeRunner(const LifeRunner&) = delete;
  LifeRunner& operator=(const LifeRunner&) = delete;

  /// Asks for another life; returns at once.
  void request(const Life& life);
  /// Shows the newest result. Returns false when there is none since the last call.
  bool take();
  /// Waits until every request is computed, then takes it.
  void finish();

  [[nodiscard]] const ComputedLife& shown() const { return *slots_[front_]; }
  [[nodiscard]] const sim::Trajectory& norm() const { return norm_; }
  /// The shown life with one lane left at its baseline: what that lane contributed is the
  /// difference. Nullptr until it is computed, or when the lane holds nothing.
  [[nodiscard]] const sim::Trajectory* without(int lane) const;
  /// Milliseconds the newest life took to compute.
  [[nodiscard]] double lastMilliseconds() const;

 private:
  struct Causes {
    std::vector<std::unique_ptr<sim::Trajectory>> without;  ///< by lane
    std::vector<bool> lived;                                ///< by lane: holds spans
  };
  void work(const std::stop_token& stop);
  void computeCauses(const Life& life, Causes& causes);

  std::shared_ptr<const sim::Model> model_;
  sim::Scenario scenario_;
  std::function<void()> ready_;
  sim::Trajectory norm_;
  std::unique_ptr<ComputedLife> slots_[2];
  Causes causes_[2];
  int front_ = 0;
  int causesFront_ = 0;

  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::condition_variable_any idle_;
  std::optional<Life> wanted_;
  bool lifePending_ = false;    ///< slots_[1 - front_] waits to be taken
  bool causesPending_ = false;  ///< causes_[1 - causesFront_] wait to be taken
  bool causesCurrent_ = false;  ///< causes_[causesFront_] belong to the shown life
  bool busy_ = false;
  double lastMilliseconds_ = 0;
  std::jthread worker_;  ///< last: stops before anything else goes
};

}  // namespace syn::session
