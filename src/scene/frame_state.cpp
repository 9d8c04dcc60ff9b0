#include "scene/frame_state.h"

namespace syn::scene {

namespace {

constexpr float kAdultNewNeurons = 700;  // a day in each hippocampus (Spalding 2013)

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

}  // namespace syn::scene
