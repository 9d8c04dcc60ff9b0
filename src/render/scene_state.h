#pragma once

#include <array>
#include <cstddef>

#include "base/logic_error.h"
#include "scene/frame_state.h"

namespace syn::render {

/// Rows of four numbers that the state buffer holds of every structure; the same in
/// shaders/common/state.glsl.
enum class StructureRow {
  surfaceColour,  ///< rgb; 1 shown as part of the near wall, 0 not
  solidColour,    ///< rgb; 1 shown as a solid part, 0 not
  motion,         ///< offset xyz in mm; displacement of the solid part along its normals in mm
  light,          ///< highlight 0..1, pulse 0..1, dark seam at borders 0 or 1, displacement of the
                  ///< surface in mm
  thickness,      ///< factors of the cortex' span: own, shared at borders, of the solid piece
  damage,         ///< share that is destroyed, 0..1
  count
};

/// Rows of every half of a connection; slot = connection * 2 + side.
enum class ConnectionRow {
  strands,  ///< share that exists; radius in mm; share with a comet; sheen
  colour,   ///< rgb; glow of a busy circuit, 0..1
  count
};

/// Rows that belong to one effect alone.
enum class EffectRow {
  newNeurons,  ///< points alive on the left and on the right; share that survives
  amyloid,     ///< share of the specks; strength of the wash, 0..1
  bdnf,        ///< level of the glow, 0..1
  myelin,      ///< 1: sheaths are drawn
  habit,       ///< strength of the old and of the new path; how often the new one is taken
  memory,      ///< share in the hippocampus and in the cortex; strength of the nightly journey
  windows,     ///< openness for vision and for language
  count
};

/// Everything of the state of a life that the shaders of all effects read: a few kilobytes, sent to
/// the GPU as one texture buffer every frame. OpenGL 3.2 guarantees 65,536 rows, but only 1,024
/// components of ordinary uniforms.
class SceneState {
 public:
  using Row = std::array<float, 4>;

  // Throw LogicError for a structure or a slot that the buffer has no rows for.
  [[nodiscard]] Row& at(std::size_t structure, StructureRow row) {
    return rows_[rowOf(structure, row)];
  }
  [[nodiscard]] const Row& at(std::size_t structure, StructureRow row) const {
    return rows_[rowOf(structure, row)];
  }
  [[nodiscard]] Row& at(std::size_t slot, ConnectionRow row) { return rows_[rowOf(slot, row)]; }
  [[nodiscard]] const Row& at(std::size_t slot, ConnectionRow row) const {
    return rows_[rowOf(slot, row)];
  }
  [[nodiscard]] Row& at(EffectRow row) {
    return rows_[kFirstEffect + static_cast<std::size_t>(row)];
  }
  [[nodiscard]] const Row& at(EffectRow row) const {
    return rows_[kFirstEffect + static_cast<std::size_t>(row)];
  }

  static constexpr std::size_t kStructures{scene::kMaxStructures};
  static constexpr std::size_t kSlots = std::size_t{scene::kMaxConnections} * 2;
  static constexpr std::size_t kStructureRows = static_cast<std::size_t>(StructureRow::count);
  static constexpr std::size_t kConnectionRows = static_cast<std::size_t>(ConnectionRow::count);
  static constexpr std::size_t kFirstConnection = kStructures * kStructureRows;
  static constexpr std::size_t kFirstEffect = kFirstConnection + kSlots * kConnectionRows;
  static constexpr std::size_t kRows = kFirstEffect + static_cast<std::size_t>(EffectRow::count);
  [[nodiscard]] const std::array<Row, kRows>& rows() const { return rows_; }

 private:
  [[nodiscard]] static std::size_t rowOf(std::size_t structure, StructureRow row) {
    if (structure >= kStructures) throw LogicError("no row for this structure");
    return structure * kStructureRows + static_cast<std::size_t>(row);
  }
  [[nodiscard]] static std::size_t rowOf(std::size_t slot, ConnectionRow row) {
    if (slot >= kSlots) throw LogicError("no row for this half of a connection");
    return kFirstConnection + slot * kConnectionRows + static_cast<std::size_t>(row);
  }
  std::array<Row, kRows> rows_{};
};

/// After this time every cycle of every effect has come round: shaders' kSomethingSeconds and the
/// pulse of reactivity divide it. The programs are told the time within it.
inline constexpr double kCycleSeconds = 4500;

/// What every program is told beside the state buffer.
struct FrameUniforms {
  float time = 0;          ///< seconds of the animation, 0..kCycleSeconds
  float nearestMm = 0;     ///< depth of the front of the brain
  float xray = 0;          ///< 0 opaque .. 1 glass
  float dissolve[4] = {};  ///< round window of glass: x, y, radius, softness in pixels
  int stateUnit = 0;       ///< texture unit of the state buffer
};

}  // namespace syn::render
