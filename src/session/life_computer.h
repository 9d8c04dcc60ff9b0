#pragma once

#include <array>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "scene/frame_builder.h"
#include "session/document.h"
#include "session/region_reader.h"
#include "sim/trajectory.h"

namespace syn::session {

/// One computed life with its readers. Stays where it is made: the readers point into it.
struct ComputedLife {
  ComputedLife(std::shared_ptr<const sim::Model> model, sim::Scenario scenario);
  ComputedLife(const ComputedLife&) = delete;
  ComputedLife& operator=(const ComputedLife&) = delete;
  /// Lives on differently from the first week that differs.
  void edit(sim::Schedule life);

  sim::Trajectory trajectory;
  RegionReader regions;
  scene::FrameBuilder frames;
};

/// Everything computed of one life of the document.
struct ComputedStory {
  std::unique_ptr<ComputedLife> life;
  std::unique_ptr<ComputedLife> norm;  ///< the same person, nothing lived
};

/// What one lane contributed to a region, or what the lanes did together.
struct Cause {
  int lane = -1;     ///< -1: what they do together beyond the sum of each alone
  double share = 0;  ///< of the region's own volume at 25
};

/// How shares were split, to be said beside them.
[[nodiscard]] Message causeSplit();

/// Computes the lives of a document beside the thread that shows them. The latest request wins;
/// what is shown stays whole and readable until `take` swaps the next result in.
///
/// All members are called from one thread (the shower's). `ready` is called from the worker.
class LifeComputer {
 public:
  explicit LifeComputer(std::shared_ptr<const sim::Model> model);
  ~LifeComputer();
  LifeComputer(const LifeComputer&) = delete;
  LifeComputer& operator=(const LifeComputer&) = delete;

  /// Computes lives before it returns, so that there is something to show. Call before `start`; may
  /// run in another thread than the one that shows. Throws ContentError on what the model refuses.
  void computeNow(const std::vector<LifeStory>& stories);
  /// Starts the worker; `ready` says that `take` has something to take. Call once.
  void start(std::function<void()> ready);
  /// Asks for other lives; returns at once.
  void request(const std::vector<LifeStory>& stories);
  /// Shows the newest result. Returns false when there is none since the last call.
  bool take();
  /// Waits until every request is computed, and takes it.
  void finish();

  /// Number of lives computed; may lag behind the document.
  [[nodiscard]] int count() const { return static_cast<int>(slots_[front_].size()); }
  [[nodiscard]] const ComputedStory& story(int index) const {
    return slots_[front_].at(static_cast<std::size_t>(index));
  }
  /// What moved a region of a life away from the norm at an age: how much would be missing without
  /// each lane, largest first, and last what the lanes do together, so that all shares add up to
  /// life minus norm. Empty until it is computed, and where the model has no volume.
  [[nodiscard]] std::vector<Cause> causes(int index, const RegionSelection& of, double age) const;
  /// Whether the causes belong to the life shown.
  [[nodiscard]] bool causesKnown() const;
  /// Milliseconds the newest lives took to compute.
  [[nodiscard]] double lastMilliseconds() const;

 private:
  using Stories = std::vector<ComputedStory>;
  /// By life, by lane: the life without that lane; nullptr where nothing is lived on it.
  using Causes = std::vector<std::vector<std::unique_ptr<ComputedLife>>>;
  void work(const std::stop_token& stop);
  void compute(const std::vector<LifeStory>& stories, Stories& into) const;
  void computeCauses(const std::vector<LifeStory>& stories, Causes& into,
                     const std::stop_token& stop) const;
  [[nodiscard]] bool overtaken() const;

  std::shared_ptr<const sim::Model> model_;
  std::function<void()> ready_;
  std::array<Stories, 2> slots_;
  std::array<Causes, 2> causes_;
  std::size_t front_ = 0;
  std::size_t causesFront_ = 0;

  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::condition_variable_any idle_;
  std::optional<std::vector<LifeStory>> wanted_;
  bool lifePending_ = false;    ///< the other slot waits to be taken
  bool causesPending_ = false;  ///< the other causes wait to be taken
  bool causesCurrent_ = false;  ///< the front causes belong to the shown lives
  bool busy_ = false;
  double lastMilliseconds_ = 0;
  std::jthread worker_;  ///< last: stops before anything else goes
};

}  // namespace syn::session
