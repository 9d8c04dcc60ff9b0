#pragma once

#include <array>
#include <vector>

#include "scene/frame_state.h"

namespace syn::sim {
class Trajectory;
}

namespace syn::scene {

/// Reads the instant of a life into a FrameState. Measures are resolved once at construction, so
/// that a frame costs a few hundred array reads and no allocation.
class FrameBuilder {
 public:
  /// `life` must outlive the builder. After Trajectory::edit the builder stays valid, but call
  /// `rebase` so that the baseline is read again.
  explicit FrameBuilder(const sim::Trajectory& life);

  void rebase();
  /// Fills `frame` at an age in years (clamped to 0..100); reuses its memory.
  void build(double ageYears, FrameState& frame) const;
  /// The same with changes measured against another life at the same age, which `baseline` says
  /// what it is.
  void buildAgainst(const FrameBuilder& other, Baseline baseline, double ageYears,
                    FrameState& frame) const;
  [[nodiscard]] FrameState at(double ageYears) const;

 private:
  struct StructureMeasures {
    int density = -1, volume = -1, reactivity = -1, lesion = -1;
  };
  struct ConnectionMeasures {
    int density = -1, myelination = -1;
    std::size_t from = 0, to = 0;  ///< structures at its ends
  };
  void resolve();
  void resolveGauges();
  void readGauges(double age, GaugeValues& into) const;

  const sim::Trajectory& life_;
  Message title_;
  std::vector<StructureMeasures> structures_;
  std::vector<ConnectionMeasures> connections_;
  std::vector<StructureState> adult_;
  GaugeValues adultGauges_{};
  std::array<int, kGauges> gauges_{};  ///< measures; -1 for those made of others
  std::vector<int> symptoms_;          ///< measures, one each illness
  int retention_ = -1;
  int survivors_ = -1;
  int clearance_ = -1, sleepQuality_ = -1;
  double survivorsPerBirth_ = 0;  ///< of a young adult in which all were to survive
};

}  // namespace syn::scene
