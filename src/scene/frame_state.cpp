#include "scene/frame_state.h"

#include <algorithm>

#include "base/error.h"

namespace syn::scene {

namespace {

constexpr float kAdultNewNeurons = 700;  // a day in each hippocampus (Spalding 2013)

void add(StructureSet& set, const Catalogue& catalogue, const std::vector<std::string>& regions) {
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    const std::string& region =
        catalogue.regions[static_cast<std::size_t>(catalogue.structures[id].region)].id;
    if (std::find(regions.begin(), regions.end(), region) != regions.end()) set.set(id);
  }
}

/// Hides every connection that does not touch one of the regions at both ends.
void keepConnections(ConnectionSet& hidden, const Catalogue& catalogue,
                     const std::vector<std::string>& ids) {
  for (std::size_t c = 0; c < catalogue.connections.size() && c < kMaxConnections; ++c) {
    if (std::find(ids.begin(), ids.end(), catalogue.connections[c].id) == ids.end()) hidden.set(c);
  }
}

const std::vector<std::string> kLimbicRegions{
    "hippocampus", "dentate_gyrus", "amygdala", "hypothalamus", "nucleus_accumbens",
    "acc",         "pcc",           "ofc",      "vmpfc",        "parahippocampal"};
const std::vector<std::string> kLimbicConnections{"hippocampus-hypothalamus", "acc-pcc",
                                                  "pcc-hippocampus", "amygdala-ofc",
                                                  "amygdala-hippocampus"};

}  // namespace

FrameState restingFrame(const Catalogue& catalogue) {
  FrameState frame;
  frame.structures.resize(catalogue.structures.size());
  frame.connections.resize(catalogue.connections.size() * 2);
  frame.newNeuronsPerDay = kAdultNewNeurons;
  return frame;
}

std::string_view bundleSystem(const Catalogue& catalogue, const Connection& connection) {
  const auto contains = [&connection](std::string_view word) {
    return connection.tract.find(word) != std::string::npos;
  };
  if (contains("fornix")) return "memory";
  if (contains("uncinate")) return "threat";
  if (contains("cingulum")) return "control";
  const Region& from = catalogue.regions[static_cast<std::size_t>(connection.from)];
  const Region& to = catalogue.regions[static_cast<std::size_t>(connection.to)];
  for (const char* system : {"relay", "threat", "memory", "reward"}) {
    if (from.system == system || to.system == system) return system;
  }
  return from.system;
}

bool bundleInFocus(const Catalogue& catalogue, const ViewOptions& view,
                   const Connection& connection) {
  if (view.focus.none()) return true;
  for (const int region : {connection.from, connection.to}) {
    for (const Hemisphere side : {Hemisphere::left, Hemisphere::right, Hemisphere::midline}) {
      const auto id = catalogue.structureIndex(region, side);
      if (id && view.focus.test(static_cast<std::size_t>(*id))) return true;
    }
  }
  return false;
}

const std::vector<std::string>& viewNames() {
  static const std::vector<std::string> names{
      "whole", "systems", "life", "glass", "limbic", "memory", "reward", "connections", "exploded"};
  return names;
}

ViewOptions namedView(const Catalogue& catalogue, const std::string& name) {
  ViewOptions view;
  if (name == "whole") {
    view.cortexColour = SurfaceColour::tissue;
    return view;
  }
  if (name == "systems") {
    view.cortexColour = SurfaceColour::system;
    return view;
  }
  view.xray = 1;
  if (name == "glass") {
    keepConnections(view.hiddenConnections, catalogue,
                    {"hippocampus-hypothalamus", "acc-pcc", "amygdala-ofc", "amygdala-hippocampus",
                     "nucleus_accumbens-ofc", "thalamus-dlpfc"});
  } else if (name == "limbic") {
    add(view.focus, catalogue, kLimbicRegions);
    add(view.hidden, catalogue, {"caudate", "putamen", "pallidum", "thalamus"});
    keepConnections(view.hiddenConnections, catalogue, kLimbicConnections);
  } else if (name == "life") {
    view.windowRadius = 46;
    add(view.focus, catalogue, {"hippocampus", "dentate_gyrus", "amygdala"});
    add(view.hidden, catalogue,
        {"caudate", "putamen", "pallidum", "thalamus", "nucleus_accumbens", "hypothalamus"});
    keepConnections(view.hiddenConnections, catalogue,
                    {"hippocampus-hypothalamus", "pcc-hippocampus", "amygdala-ofc"});
  } else if (name == "memory") {
    add(view.focus, catalogue, {"hippocampus", "dentate_gyrus"});
    keepConnections(view.hiddenConnections, catalogue,
                    {"hippocampus-hypothalamus", "acc-pcc", "pcc-hippocampus", "hippocampus-vmpfc",
                     "amygdala-hippocampus"});
  } else if (name == "reward") {
    add(view.focus, catalogue, {"nucleus_accumbens", "caudate", "putamen", "pallidum"});
    keepConnections(
        view.hiddenConnections, catalogue,
        {"nucleus_accumbens-ofc", "nucleus_accumbens-dlpfc", "caudate-dlpfc", "ofc-caudate"});
  } else if (name == "exploded") {
    view.explode = 1;
    view.cortexColour = SurfaceColour::system;
    view.showConnections = false;
  } else if (name == "connections") {
    view.showNewNeurons = false;
    view.deepColour = SurfaceColour::tissue;
  } else {
    std::string known;
    for (const std::string& word : viewNames()) known += (known.empty() ? "" : ", ") + word;
    throw RefusedError("There is no view \"" + name + "\". Choose one of: " + known + ".");
  }
  return view;
}

}  // namespace syn::scene
