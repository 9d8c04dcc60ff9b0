#include "scene/phenomenon.h"

#include <algorithm>
#include <array>

#include "scene/frame_state.h"
#include "scene/visibility.h"

namespace syn::scene {

namespace {

bool walls(const Visibility& v) {
  return v.surface.any();
}

/// Whether anything worth seeing is in one of these gauges.
bool any(const FrameState& frame, std::initializer_list<Gauge> of) {
  constexpr float kLeast = 0.02F;
  return std::any_of(of.begin(), of.end(),
                     [&](Gauge gauge) { return frame.gauge(gauge) > kLeast; });
}

bool busyStrands(const FrameState& frame, const Visibility& v) {
  for (std::size_t slot = 0; slot < frame.connections.size(); ++slot) {
    if (slot / 2 < v.strands.size() && v.strands.test(slot / 2) &&
        busy(frame.connections[slot].activity)) {
      return true;
    }
  }
  return false;
}

bool lesionSeen(const FrameState& frame, const Visibility& v) {
  for (std::size_t id = 0; id < frame.structures.size(); ++id) {
    if (v.pickable.test(id) && frame.structures[id].lesion > 0.01F) return true;
  }
  return false;
}

constexpr std::array<PhenomenonTraits, kPhenomena> kTraits{{
    {"amyloid", "legend.amyloid", "amyloid", 0xC98A5A,
     [](const FrameState& frame, const Visibility& v) { return v.inside && frame.amyloid > 0; }},
    {"bdnf", "legend.bdnf", "bdnf", 0x7FE0B0,
     [](const FrameState& frame, const Visibility& v) { return v.inside && frame.bdnf > 0; }},
    {"myelin", "legend.myelin", "myelination", 0xF4F0E4,
     [](const FrameState&, const Visibility& v) { return v.strands.any(); }},
    {"circuit", "legend.circuit", "reactivity", 0xFF9A4A, busyStrands},
    {"habit_paths", "legend.habit", "habit", 0x5CC7F2,
     [](const FrameState& frame, const Visibility& v) {
       return v.inside && walls(v) && any(frame, {Gauge::oldPath, Gauge::newPath});
     }},
    {"memory", "legend.memory", "memory", 0xFFC742,
     [](const FrameState& frame, const Visibility& v) {
       return v.inside && v.pickable.any() &&
              any(frame, {Gauge::memoryHippocampus, Gauge::memoryCortex});
     }},
    {"windows", "legend.windows", "windows", 0xFFE69E,
     [](const FrameState&, const Visibility& v) { return walls(v); }},
    {"lesions", "legend.lesions", "movement", 0x4A1512, lesionSeen},
}};

}  // namespace

std::span<const PhenomenonTraits> phenomena() {
  return kTraits;
}

const PhenomenonTraits& traitsOf(Phenomenon phenomenon) {
  return kTraits[static_cast<std::size_t>(phenomenon)];
}

}  // namespace syn::scene
