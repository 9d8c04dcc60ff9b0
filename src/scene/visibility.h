#pragma once

#include <string_view>
#include <vector>

#include "scene/look.h"

namespace syn::scene {

/// What of a brain is seen: decided once from catalogue, look and frame; the renderer, the legend,
/// the labels and the picker read it and decide nothing themselves.
struct Visibility {
  // By structure id.
  StructureSet surface;   ///< part of the near wall (tissue or glass)
  StructureSet solid;     ///< a solid part: nucleus, piece, ventricle, hindbrain pulled out
  StructureSet coloured;  ///< in focus: keeps its colour
  StructureSet pickable;  ///< a ray may end here
  StructureSet pulsing;   ///< the light of reactivity is drawn on it

  // By connection, both halves.
  ConnectionSet strands;          ///< drawn at all
  ConnectionSet colouredStrands;  ///< in the colour of their system

  bool tissue = false;   ///< some of the near wall is opaque tissue, wholly or in part
  bool glass = false;    ///< some of the near wall is glass, wholly or in part
  bool inside = false;   ///< something behind the near wall can be seen
  bool holes = false;    ///< hidden regions leave holes in the near wall
  bool through = false;  ///< a pointer reaches through the near wall to the solid parts

  bool newNeurons = false;
  bool reactivity = false;  ///< any structure pulses
  bool comets = false;      ///< travelling lights on the strands
  PhenomenonSet phenomena;  ///< anything of it can be seen
  [[nodiscard]] bool shows(Phenomenon phenomenon) const {
    return phenomena.test(static_cast<std::size_t>(phenomenon));
  }

  // What the colours mean.
  bool densityBar = false;
  bool volumes = false;                   ///< changes of size can be seen at all
  std::vector<std::string_view> systems;  ///< whose colours stand in the picture, in legend order

  friend bool operator==(const Visibility&, const Visibility&) = default;
};

/// Reactivity above which its light is drawn; a healthy adult has 1.
inline constexpr float kBusyFrom = 1.02F;
[[nodiscard]] constexpr bool busy(float reactivity) {
  return reactivity > kBusyFrom;
}

[[nodiscard]] Visibility decideVisibility(const Catalogue& catalogue, const Look& look,
                                          const FrameState& frame);
/// The same into memory that is there already (no allocation from the second frame on).
void decideVisibility(const Catalogue& catalogue, const Look& look, const FrameState& frame,
                      Visibility& into);

}  // namespace syn::scene
