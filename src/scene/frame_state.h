#pragma once

#include <array>
#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.h"

namespace syn::scene {

/// One value for each structure id (Catalogue::structures).
using StructureSet = std::bitset<Catalogue::kMaxStructures>;

/// Most connections a picture can hold; each has a left and a right half.
inline constexpr int kMaxConnections = 64;
using ConnectionSet = std::bitset<kMaxConnections>;

/// State of one structure at one instant. Absolute values are relative to a healthy adult of 25
/// (= 1); changes are fractions against the baseline the frame was built with (0.02 = +2 %).
struct StructureState {
  float density = 1;  ///< grey-matter density
  float volume = 1;
  float reactivity = 1;  ///< tonic activity, healthy adult = 1
  float densityChange = 0;
  float volumeChange = 0;

  friend bool operator==(const StructureState&, const StructureState&) = default;
};

/// State of one half of a connection, relative to a healthy adult of 25 (= 1).
struct ConnectionState {
  float density = 1;
  float activity = 1;  ///< joint activity of both ends
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
  std::string lifeTitle;                     ///< for people; may be empty
  std::vector<StructureState> structures;    ///< index = structure id
  std::vector<ConnectionState> connections;  ///< index = connection * 2 + side (0 left, 1 right)
  float newNeuronsPerDay = 0;                ///< in each dentate gyrus
  float survivingShare = 0.5F;               ///< share of new neurons that integrate, 0..1

  [[nodiscard]] const ConnectionState& connection(int index, Hemisphere side) const {
    return connections[static_cast<std::size_t>(index) * 2 + (side == Hemisphere::right ? 1 : 0)];
  }
  friend bool operator==(const FrameState&, const FrameState&) = default;
};

/// A frame of a healthy adult of 25: every structure and connection at 1.
[[nodiscard]] FrameState restingFrame(const Catalogue& catalogue);

/// What the colour of a surface tells.
enum class SurfaceColour {
  tissue,   ///< one living grey-pink
  density,  ///< grey-matter density against the baseline (map Ebb and Flow)
  system    ///< colour of the functional system the region belongs to
};

/// How much work a frame may be. `automatic` follows measured frame times.
enum class Quality { automatic, low, medium, high };

/// How to look at a frame. Everything the person can choose about the picture but the camera.
struct ViewOptions {
  float xray = 0;  ///< 0 opaque cortex .. 1 glass cortex
  /// Radius in mm of a round window of glass in opaque cortex, around `windowAt`; 0 = everywhere.
  float windowRadius = 0;
  std::array<float, 3> windowAt{-28, -20, -10};  ///< MNI mm
  float explode = 0;                             ///< 0 in place .. 1 structures pulled apart
  float exaggeration = 8;  ///< factor on changes of size, 1..20; 1 = true size
  SurfaceColour cortexColour = SurfaceColour::density;
  SurfaceColour deepColour = SurfaceColour::system;  ///< solid pieces and nuclei
  float densityEnds = 0.1F;  ///< change at both ends of the colour bar (0.1 = 10 %)
  bool showConnections = true;
  bool showNewNeurons = true;
  bool pulses = true;          ///< comets along fibres and the slow light of reactivity
  bool reducedMotion = false;  ///< everything that would move stands still
  bool showCerebellum = true;  ///< cerebellum and brainstem
  int selected = -1;           ///< structure id, -1 = none
  int hovered = -1;            ///< structure id, -1 = none
  StructureSet focus;          ///< parts in colour; none = all. The others stay tissue grey
  StructureSet solids;         ///< cortical pieces drawn solid inside the glass
  StructureSet hidden;
  ConnectionSet hiddenConnections;
  Quality quality = Quality::automatic;
  float textScale = 1;  ///< reader's factor 1..2

  friend bool operator==(const ViewOptions&, const ViewOptions&) = default;
};

/// The functional system whose colour the strands of a connection take.
[[nodiscard]] std::string_view bundleSystem(const Catalogue& catalogue,
                                            const Connection& connection);
/// Whether the strands keep their colour: no focus, or one of the ends is in it.
[[nodiscard]] bool bundleInFocus(const Catalogue& catalogue, const ViewOptions& view,
                                 const Connection& connection);

/// Names of the ready-made views of `namedView`: "whole", "glass", "limbic", ...
[[nodiscard]] const std::vector<std::string>& viewNames();
/// Throws Error naming the known views when there is no such one.
[[nodiscard]] ViewOptions namedView(const Catalogue& catalogue, const std::string& name);

}  // namespace syn::scene
