#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scene/frame_state.h"
#include "scene/phenomenon.h"

namespace syn::scene {

/// What the colour of a surface tells.
enum class SurfaceColour {
  tissue,   ///< one living grey-pink
  density,  ///< grey-matter density against the baseline (map Ebb and Flow)
  system    ///< colour of the functional system the region belongs to
};

/// How much work a frame may be: a trait of the machine. `automatic` follows measured frame times.
enum class Quality { automatic, low, medium, high };

/// How to look at a brain: everything about the picture that belongs to the story told, and nothing
/// that belongs to the reader, the pointer or the machine. Read from data/looks/ID.json
/// (look_json.h). The same look gives the same colour ends and exaggeration for every life.
struct Look {
  std::string id;                                ///< file it came from ("limbic"); kept when edited
  float xray = 0;                                ///< 0 opaque cortex .. 1 glass cortex
  float windowRadius = 0;                        ///< mm; glass only in a round window; 0 = none
  std::array<float, 3> windowAt{-28, -20, -10};  ///< MNI mm
  float explode = 0;                             ///< 0 in place .. 1 pulled apart
  float exaggeration = 8;                        ///< factor on changes of size, 1..20; 1 = true
  float densityEnds = 0.1F;                      ///< change at both ends of the colour bar
  SurfaceColour cortexColour = SurfaceColour::density;
  SurfaceColour deepColour = SurfaceColour::system;  ///< solid pieces and nuclei
  bool connections = true;
  bool newNeurons = true;
  bool reactivity = true;
  PhenomenonSet phenomena;  ///< shown beyond shape and colour; none by default
  GaugeSet gauges;          ///< beside the picture; none by default
  bool hindbrain = true;    ///< cerebellum and brainstem
  StructureSet focus;       ///< parts in colour; none = all. The others stay tissue grey
  StructureSet solids;      ///< cortical pieces and ventricles drawn solid inside the glass
  StructureSet hidden;
  ConnectionSet hiddenConnections;

  friend bool operator==(const Look&, const Look&) = default;
};

/// What the person points at. Both sides of a region may be selected together.
struct Pointing {
  StructureSet selected;
  int hovered = -1;  ///< structure id; -1 = none

  friend bool operator==(const Pointing&, const Pointing&) = default;
};

/// The structures of a region: one side, or both (of a midline region: the one there is).
[[nodiscard]] StructureSet structuresOf(const Catalogue& catalogue, int region,
                                        std::optional<Hemisphere> side = {});

/// The reader's own preferences, kept across looks, tours and stories.
struct ReadingPreferences {
  float textScale = 1;         ///< 1..2
  bool reducedMotion = false;  ///< everything that would move stands still

  friend bool operator==(const ReadingPreferences&, const ReadingPreferences&) = default;
};

/// All looks of a data folder, in the order of their `order` field. Immutable after load.
class Looks {
 public:
  /// Reads `data`/looks/*.json. Throws ContentError with every issue of every file.
  static Looks load(const std::filesystem::path& data, const Catalogue& catalogue);

  [[nodiscard]] const std::vector<Look>& all() const { return looks_; }
  /// Throws RefusedError naming the looks there are when there is no such one.
  [[nodiscard]] const Look& get(std::string_view id) const;

 private:
  std::vector<Look> looks_;
};

}  // namespace syn::scene
