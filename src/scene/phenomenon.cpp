#include "scene/phenomenon.h"

#include <array>

#include "scene/frame_state.h"
#include "scene/visibility.h"

namespace syn::scene {

namespace {

constexpr std::array<PhenomenonTraits, kPhenomena> kTraits{{
    {"amyloid", "legend.amyloid", "amyloid", 0xC98A5A,
     [](const FrameState& frame, const Visibility& v) { return v.inside && frame.amyloid > 0; }},
    {"bdnf", "legend.bdnf", "bdnf", 0x7FE0B0,
     [](const FrameState& frame, const Visibility& v) { return v.inside && frame.bdnf > 0; }},
    {"myelin", "legend.myelin", "myelination", 0xF4F0E4,
     [](const FrameState&, const Visibility& v) { return v.strands.any(); }},
}};

}  // namespace

std::span<const PhenomenonTraits> phenomena() {
  return kTraits;
}

const PhenomenonTraits& traitsOf(Phenomenon phenomenon) {
  return kTraits[static_cast<std::size_t>(phenomenon)];
}

}  // namespace syn::scene
