#include "scene/visibility.h"

#include <algorithm>

#include "scene/colour_map.h"

namespace syn::scene {

namespace {

constexpr float kReachThrough = 0.5F;  // x-ray from which a pointer reaches through the glass

bool hind(const Region& region) {
  return region.tissue == Tissue::cerebellar || region.tissue == Tissue::brainstem;
}

bool onSurface(const Region& region) {
  return region.tissue == Tissue::cortical || region.tissue == Tissue::white || hind(region);
}

bool drawnSolid(const Region& region, std::size_t id, const Look& look) {
  switch (region.tissue) {
    case Tissue::subcortical:
      return true;
    case Tissue::cortical:
      return look.explode > 0 || look.solids.test(id);
    case Tissue::cerebellar:
    case Tissue::brainstem:
      return look.explode > 0;
    case Tissue::ventricle:
      return look.solids.test(id);
    case Tissue::white:
      break;
  }
  return false;
}

/// Whether one of the ends of a connection is in the focus; all are when there is none.
bool inFocus(const Catalogue& catalogue, const Look& look, const Connection& connection) {
  if (look.focus.none()) return true;
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    const int region = catalogue.structures[id].region;
    if (look.focus.test(id) && (region == connection.from || region == connection.to)) return true;
  }
  return false;
}

void decideWall(const Catalogue& catalogue, const Look& look, Visibility& v) {
  const bool wall = look.explode <= 0;
  v.tissue = wall && (look.xray < 1 || look.windowRadius > 0);
  v.glass = wall && look.xray > 0;
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    const auto region = static_cast<std::size_t>(catalogue.structures[id].region);
    const Tissue tissue = catalogue.regions[region].tissue;
    // The hindbrain has a wall of its own: without it, the cortex is still closed.
    const bool cortex = tissue == Tissue::cortical || tissue == Tissue::white;
    if (look.hidden.test(id) && cortex) v.holes = true;
  }
  v.inside = v.glass || !wall || v.holes;
  v.through = look.xray >= kReachThrough;
}

void decideStructures(const Catalogue& catalogue, const Look& look, const FrameState& frame,
                      Visibility& v) {
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    const Region& region =
        catalogue.regions[static_cast<std::size_t>(catalogue.structures[id].region)];
    const bool hidden = look.hidden.test(id) || (hind(region) && !look.hindbrain);
    v.surface.set(id, !hidden && look.explode <= 0 && onSurface(region));
    v.solid.set(id, !hidden && v.inside && drawnSolid(region, id, look));
    v.coloured.set(id, look.focus.none() || look.focus.test(id));
    // Glass is not lit by what happens in the tissue.
    const bool lit = v.solid.test(id) || (v.tissue && v.surface.test(id));
    v.pulsing.set(id, look.reactivity && lit && busy(frame.structures[id].reactivity));
  }
  v.pickable = v.surface | v.solid;
  v.reactivity = v.pulsing.any();
  v.volumes = v.pickable.any();
}

void decideStrands(const Catalogue& catalogue, const Look& look, Visibility& v) {
  if (!look.connections || !v.inside || look.explode > 0) return;
  for (std::size_t c = 0; c < drawnConnections(catalogue); ++c) {
    if (look.hiddenConnections.test(c)) continue;
    v.strands.set(c);
    v.colouredStrands.set(c, inFocus(catalogue, look, catalogue.connections[c]));
  }
  v.comets = v.strands.any();
}

void decideNewNeurons(const Catalogue& catalogue, const Look& look, const FrameState& frame,
                      Visibility& v) {
  const auto gyrus = catalogue.regionIndex("dentate_gyrus");
  v.newNeurons = look.newNeurons && frame.newNeuronsPerDay > 0 && gyrus &&
                 (structuresOf(catalogue, *gyrus) & v.solid).any();
}

/// Whether the colour of a system stands on any part or strand.
bool systemSeen(const Catalogue& catalogue, const Look& look, const Visibility& v,
                std::string_view system) {
  const bool onWall = v.tissue && look.cortexColour == SurfaceColour::system;
  const bool within = look.deepColour == SurfaceColour::system;
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    const bool seen = (onWall && v.surface.test(id)) || (within && v.solid.test(id));
    if (!seen || !v.coloured.test(id)) continue;
    const auto region = static_cast<std::size_t>(catalogue.structures[id].region);
    if (catalogue.regions[region].system == system) return true;
  }
  for (std::size_t c = 0; c < drawnConnections(catalogue); ++c) {
    if (v.colouredStrands.test(c) && bundleSystem(catalogue, catalogue.connections[c]) == system) {
      return true;
    }
  }
  return false;
}

void decideColours(const Catalogue& catalogue, const Look& look, Visibility& v) {
  const auto anyCortex = [&](const StructureSet& set) {
    for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
      const auto region = static_cast<std::size_t>(catalogue.structures[id].region);
      if (set.test(id) && !hind(catalogue.regions[region])) return true;
    }
    return false;
  };
  v.densityBar =
      (v.tissue && look.cortexColour == SurfaceColour::density && anyCortex(v.surface)) ||
      (look.deepColour == SurfaceColour::density && anyCortex(v.solid & v.coloured));
  for (const std::string_view system : functionalSystems()) {
    if (systemSeen(catalogue, look, v, system)) v.systems.push_back(system);
  }
}

}  // namespace

void decideVisibility(const Catalogue& catalogue, const Look& look, const FrameState& frame,
                      Visibility& into) {
  std::vector<std::string_view> memory = std::move(into.systems);
  memory.clear();
  into = {};
  into.systems = std::move(memory);
  decideWall(catalogue, look, into);
  decideStructures(catalogue, look, frame, into);
  decideStrands(catalogue, look, into);
  decideNewNeurons(catalogue, look, frame, into);
  decideColours(catalogue, look, into);
  for (std::size_t p = 0; p < kPhenomena; ++p) {
    into.phenomena.set(p, look.phenomena.test(p) && phenomena()[p].seen(catalogue, frame, into));
  }
}

Visibility decideVisibility(const Catalogue& catalogue, const Look& look, const FrameState& frame) {
  Visibility visibility;
  decideVisibility(catalogue, look, frame, visibility);
  return visibility;
}

}  // namespace syn::scene
