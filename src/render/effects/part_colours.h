#pragma once

#include "catalogue/catalogue.h"
#include "render/scene_state.h"
#include "scene/colour_map.h"
#include "scene/look.h"

namespace syn::render {

[[nodiscard]] inline const Region& regionOf(const Catalogue& catalogue, std::size_t structure) {
  return catalogue.regions[static_cast<std::size_t>(catalogue.structures[structure].region)];
}
[[nodiscard]] inline bool isHindbrain(const Region& region) {
  return region.tissue == Tissue::cerebellar || region.tissue == Tissue::brainstem;
}
inline void setColour(SceneState::Row& row, scene::Rgb colour, float last) {
  row = {colour.r, colour.g, colour.b, last};
}

/// Colour of a region by what colours are to tell.
[[nodiscard]] scene::Rgb colourOf(const Region& region, const scene::StructureState& state,
                                  scene::SurfaceColour what, float densityEnds);
/// Colour of a region on the near wall. The hindbrain has no map of density; the map of the cortex
/// tells of all of it, whatever else is in focus.
[[nodiscard]] scene::Rgb wallColourOf(const Region& region, const scene::StructureState& state,
                                      const scene::Look& look, bool coloured);

}  // namespace syn::render
