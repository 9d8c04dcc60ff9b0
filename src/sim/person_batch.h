#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "sim/life_plan.h"
#include "sim/person.h"

namespace syn::sim {

/// Numbers of one person at one moment, for readouts.
struct Snapshot {
  const double* state = nullptr;
  const double* inputs = nullptr;  ///< in force during the week before
  int stride = 1;
  int week = 0;  ///< of age
  const Person* person = nullptr;
  bool neurogenesisAbsent = false;
  bool frozen = false;  ///< a fixed brain past childhood

  [[nodiscard]] double at(int i) const { return state[static_cast<long>(i) * stride]; }
  [[nodiscard]] double input(int i) const { return inputs[static_cast<long>(i) * stride]; }
};

/// Some people who live side by side: as many as a kernel has lanes. All are stepped at the same
/// age, so their week 0 may fall at different times. Copyable: a copy goes on as the original
/// would.
class PersonBatch {
 public:
  /// At birth. Fewer people than lanes repeat the last one. `people` and what `plan` points to must
  /// outlive this object.
  PersonBatch(const Model::Impl& model, const std::vector<Person>& people,
              const ModelOptions& options, const LifePlan& plan, AdvanceFunction advance, int lanes,
              int stepsPerWeek = 1);

  /// The arm to live from each one's week 0 on.
  void setArm(const LifePlan& plan) { plan_ = &plan; }

  /// Called with the lane and the week of age, before the week begins.
  using Reader = std::function<void(int lane, const Snapshot&)>;

  /// PersonBatch until the start of week of age `week`; at each of the ascending `stops` (weeks of
  /// age) strictly before it, and at `week` itself when `readLast`, calls `reader` for every lane.
  /// After a last reading nothing more can be lived: what begins in that week has been counted
  /// already.
  void liveUntil(int week, std::span<const int> stops, bool readLast, const Reader& reader);

  [[nodiscard]] int week() const { return week_; }
  [[nodiscard]] int lanes() const { return lanes_; }
  [[nodiscard]] Snapshot moment(int lane) const;
  [[nodiscard]] const std::vector<double>& state() const { return state_; }
  [[nodiscard]] const std::vector<double>& inputs() const { return inputs_; }
  [[nodiscard]] KernelContext context() const;

 private:
  double& state(int i, int lane) { return state_[offset(i, lane)]; }
  double& input(int i, int lane) { return inputs_[offset(i, lane)]; }
  [[nodiscard]] std::size_t offset(int i, int lane) const {
    return static_cast<std::size_t>(i) * static_cast<std::size_t>(lanes_) +
           static_cast<std::size_t>(lane);
  }
  [[nodiscard]] const Person& person(int lane) const;
  [[nodiscard]] double doseOf(const PlannedEntry& entry, int lane) const;
  struct Change {
    int week;
    bool schedule;  ///< else only the noise is new
  };
  [[nodiscard]] std::vector<Change> changes(int until) const;
  void beBorn(int lane);
  void before(int lane);  ///< what happens at the start of a week, before readings
  /// What an illness has done to the structures of somebody who has had it for its usual time.
  void leaveMarks(int lane, int circuit);
  void after(int lane, bool schedule);  ///< ... and after them
  void newNoise(int lane);
  void gatherInputs(int lane);
  void gatherNoise(int lane);
  [[nodiscard]] bool acts(const Effect& effect, const PlannedEntry& entry) const;
  void addEntry(int lane, const PlannedEntry& entry);
  void addPractice(int lane, const PlannedEntry& entry, double amount, double hard);
  void addUse(int lane, const PlannedEntry& entry, double dose, double amount);
  void addTherapy(int lane, const PlannedEntry& entry, const Exposure& exposure,
                  const Effect& effect, double amount);
  void addSession(int lane, const PlannedEntry& entry);
  void strike(int lane, const PlannedEntry& entry);
  void fallIll(int lane, const PlannedCondition& condition);
  /// Wears the old path until it can show so much; returns how awake it must be to show it.
  double wearPath(int lane, int circuit, double shown);
  /// What the circuit would show were it so active, unrelieved, whatever is imposed and however the
  /// mood swings.
  [[nodiscard]] double symptoms(int lane, int circuit, double active) const;
  [[nodiscard]] double unrelieved(int lane, int circuit) const;
  /// An imposed episode is over: the circuit bears what it showed of the dose, unless it shows more
  /// by itself. It never becomes calmer than it is.
  void carryOn(int lane, int circuit, double dose);
  void addBaseline(int lane, const Exposure& exposure, bool named);

  /// Indices that have left neutral in some lane since birth; grows only.
  class ActiveList {
   public:
    explicit ActiveList(int all) : active_(index(all), 0) {}
    void add(int i) {
      if (active_[index(i)] == 0) indices_.push_back(i);
      active_[index(i)] = 1;
    }
    void sort();
    [[nodiscard]] bool empty() const { return indices_.empty(); }
    [[nodiscard]] IndexList list() const {
      return {indices_.data(), static_cast<int>(indices_.size())};
    }

   private:
    std::vector<int> indices_;
    std::vector<char> active_;  ///< by index
  };
  struct Active {
    explicit Active(const Layout& at)
        : growing(at.structuresPadded),
          trained(at.structuresPadded),
          spined(at.structuresPadded),
          shrinking(at.structuresPadded),
          programmed(at.structuresPadded),
          atrophied(at.structuresPadded),
          driven(at.structuresPadded),
          used(at.edgesPadded) {}
    ActiveList growing, trained, spined, shrinking, programmed, atrophied, driven, used;
    std::array<bool, kMaxSkills> skilled{};
  };
  void activateFromBirth();
  void activateUsed(int connection);
  void train(int structure);
  void activateSkill(int skill);
  void activate(int lane);  ///< what the lane's inputs set going

  const Model::Impl* model_;
  const std::vector<Person>* people_;
  const LifePlan* plan_;
  AdvanceFunction advance_;
  int lanes_;
  int stepsPerWeek_;
  bool fixedBrain_, neurogenesisAbsent_;
  int week_ = 0;
  std::shared_ptr<const std::vector<Rates>> rates_;
  std::vector<double> state_, inputs_;
  // Kept from call to call of gatherInputs(), for their memory only.
  std::vector<double> imposed_;  ///< by circuit: the dose in force until now
  std::vector<char> named_;      ///< by exposure: whether the schedule names it
  Active active_;
  std::vector<double> noise_;  ///< by lane: stress, then one per circuit
};

}  // namespace syn::sim
