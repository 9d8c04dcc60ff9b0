#include "render/effects/part_colours.h"

namespace syn::render {

namespace {

using scene::Rgb;
using scene::SurfaceColour;

constexpr Rgb kCortex{0.90F, 0.735F, 0.67F};
constexpr Rgb kCerebellum{0.80F, 0.63F, 0.59F};
constexpr Rgb kBrainstem{0.86F, 0.80F, 0.72F};

Rgb tissueOf(const Region& region) {
  if (region.tissue == Tissue::cerebellar) return kCerebellum;
  if (region.tissue == Tissue::brainstem) return kBrainstem;
  return kCortex;
}

}  // namespace

Rgb colourOf(const Region& region, const scene::StructureState& state, SurfaceColour what,
             float densityEnds) {
  switch (what) {
    case SurfaceColour::density:
      return scene::ebbAndFlow().at(0.5F + 0.5F * state.densityChange / densityEnds);
    case SurfaceColour::system:
      return scene::systemColour(region.system);
    case SurfaceColour::tissue:
      break;
  }
  return tissueOf(region);
}

Rgb wallColourOf(const Region& region, const scene::StructureState& state, const scene::Look& look,
                 bool coloured) {
  const bool density = look.cortexColour == SurfaceColour::density;
  if (density && isHindbrain(region)) return tissueOf(region);
  if (!coloured && !density) return tissueOf(region);
  return colourOf(region, state, look.cortexColour, look.densityEnds);
}

}  // namespace syn::render
