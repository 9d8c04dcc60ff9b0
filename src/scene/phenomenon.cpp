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

/// Whether a part of one of these tissues is drawn, on the wall or as a solid.
bool drawn(const Catalogue& catalogue, const Visibility& v, std::initializer_list<Tissue> of) {
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    const auto region = static_cast<std::size_t>(catalogue.structures[id].region);
    const Tissue tissue = catalogue.regions[region].tissue;
    if (v.pickable.test(id) && std::find(of.begin(), of.end(), tissue) != of.end()) return true;
  }
  return false;
}

bool drawn(const Catalogue& catalogue, const Visibility& v, const char* region) {
  const auto index = catalogue.regionIndex(region);
  return index && (structuresOf(catalogue, *index) & v.pickable).any();
}

/// Whether anything worth seeing is in one of these gauges.
bool any(const FrameState& frame, std::initializer_list<Gauge> of) {
  constexpr float kLeast = 0.02F;
  return std::any_of(of.begin(), of.end(),
                     [&](Gauge gauge) { return frame.gauge(gauge) > kLeast; });
}

bool busyStrands(const Catalogue&, const FrameState& frame, const Visibility& v) {
  for (std::size_t slot = 0; slot < frame.connections.size(); ++slot) {
    if (slot / 2 < v.strands.size() && v.strands.test(slot / 2) &&
        busy(frame.connections[slot].activity)) {
      return true;
    }
  }
  return false;
}

/// The sheets of the cortex reach over the white matter between the hemispheres.
bool specksSeen(const Catalogue& catalogue, const FrameState& frame, const Visibility& v) {
  return v.inside && frame.amyloid > 0 && drawn(catalogue, v, {Tissue::cortical, Tissue::white});
}

/// Grains lie in the parts that hold them; those on their way leave a hippocampus that is drawn.
bool grainsSeen(const Catalogue& catalogue, const FrameState& frame, const Visibility& v) {
  return v.inside &&
         ((any(frame, {Gauge::memoryHippocampus}) && drawn(catalogue, v, "hippocampus")) ||
          (any(frame, {Gauge::memoryCortex}) && drawn(catalogue, v, {Tissue::cortical})));
}

bool lesionSeen(const Catalogue&, const FrameState& frame, const Visibility& v) {
  for (std::size_t id = 0; id < frame.structures.size(); ++id) {
    if (v.pickable.test(id) && frame.structures[id].lesion > 0.01F) return true;
  }
  return false;
}

constexpr std::array<PhenomenonTraits, kPhenomena> kTraits{{
    {"amyloid", "legend.amyloid", "amyloid", 0xC98A5A, specksSeen},
    {"bdnf", "legend.bdnf", "bdnf", 0x7FE0B0,
     [](const Catalogue&, const FrameState& frame, const Visibility& v) {
       return v.inside && frame.bdnf > 0;
     }},
    {"myelin", "legend.myelin", "myelination", 0xF4F0E4,
     [](const Catalogue&, const FrameState&, const Visibility& v) { return v.strands.any(); }},
    {"circuit", "legend.circuit", "reactivity", 0xFF9A4A, busyStrands},
    {"habit_paths", "legend.habit", "habit", 0x5CC7F2,
     [](const Catalogue&, const FrameState& frame, const Visibility& v) {
       return v.inside && walls(v) && any(frame, {Gauge::oldPath, Gauge::newPath});
     }},
    {"memory", "legend.memory", "memory", 0xFFC742, grainsSeen},
    {"windows", "legend.windows", "windows", 0xFFE69E,
     [](const Catalogue&, const FrameState&, const Visibility& v) { return walls(v); }},
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
