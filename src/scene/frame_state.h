#pragma once

#include <algorithm>
#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "catalogue/catalogue.h"
#include "scene/gauge.h"

namespace syn::scene {

/// Room for structures in a picture.
inline constexpr int kMaxStructures = 128;
static_assert(Catalogue::kMaxStructures <= kMaxStructures);
/// One value for each structure id (Catalogue::structures).
using StructureSet = std::bitset<kMaxStructures>;

/// Most connections a picture can hold; each has a left and a right half.
inline constexpr int kMaxConnections = 64;
using ConnectionSet = std::bitset<kMaxConnections>;
/// How many of the connections there are have a place in a picture.
[[nodiscard]] inline std::size_t drawnConnections(const Catalogue& catalogue) {
  return std::min(catalogue.connections.size(), static_cast<std::size_t>(kMaxConnections));
}

/// State of one structure at one instant. Absolute values are relative to a healthy adult of 25
/// (= 1); changes are fractions against the baseline the frame was built with (0.02 = +2 %).
struct StructureState {
  float density = 1;  ///< grey-matter density
  float volume = 1;
  float reactivity = 1;  ///< tonic activity, healthy adult = 1
  float densityChange = 0;
  float volumeChange = 0;
  float lesion = 0;  ///< share that strokes have destroyed, 0..1

  friend bool operator==(const StructureState&, const StructureState&) = default;
};

/// Change of how much grey matter there is: volume times density. Cortex shows it as thickness.
[[nodiscard]] inline double greyMatterChange(const StructureState& state) {
  return (1 + double{state.volumeChange}) * (1 + double{state.densityChange}) - 1;
}

/// State of one half of a connection, relative to a healthy adult of 25 (= 1).
struct ConnectionState {
  float density = 1;
  float activity = 1;  ///< mean reactivity of both ends
  float myelination = 1;

  friend bool operator==(const ConnectionState&, const ConnectionState&) = default;
};

/// Against what changes are measured.
enum class Baseline {
  ownAdult,  ///< the same person at 25
  norm,      ///< the average life at the same age
  reference  ///< another life at the same age
};

/// Everything the picture needs of one instant of one life: plain numbers, no geometry.
struct FrameState {
  double ageYears = 25;
  Baseline baseline = Baseline::ownAdult;
  Message lifeTitle;                         ///< may be empty
  std::vector<StructureState> structures;    ///< index = structure id
  std::vector<ConnectionState> connections;  ///< index = connection * 2 + side (0 left, 1 right)
  float newNeuronsPerDay = 0;                ///< in each dentate gyrus
  float survivingShare = 0.5F;               ///< share of new neurons that integrate, 0..1
  float bdnf = 1;                            ///< growth factor, healthy adult of 25 = 1
  float amyloid = 0;                         ///< load between the cells, 0..1
  float amyloidClearance = 1;                ///< share carried away at night, ordinary sleep = 1
  float sleepQuality = 1;                    ///< what a night's sleep is worth, 0..1
  GaugeValues gauges{};                      ///< by Gauge
  GaugeValues usualGauges{};                 ///< the same of what changes are measured against

  [[nodiscard]] float gauge(Gauge which) const { return gauges[static_cast<std::size_t>(which)]; }

  [[nodiscard]] const ConnectionState& connection(int index, Hemisphere side) const {
    return connections[static_cast<std::size_t>(index) * 2 + (side == Hemisphere::right ? 1 : 0)];
  }
  friend bool operator==(const FrameState&, const FrameState&) = default;
};

/// A frame of a healthy adult of 25: every structure and connection at 1.
[[nodiscard]] FrameState restingFrame(const Catalogue& catalogue);

/// The functional system whose colour the strands of a connection take.
[[nodiscard]] std::string_view bundleSystem(const Catalogue& catalogue,
                                            const Connection& connection);

}  // namespace syn::scene
