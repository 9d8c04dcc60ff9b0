#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "scene/colour_map.h"
#include "scene/frame_state.h"
#include "scene/look.h"
#include "scene/visibility.h"

namespace syn::scene {

/// One line of the legend.
struct LegendEntry {
  enum class Kind {
    colourBar,     ///< `stops` from `low` to `high`
    exaggeration,  ///< "×8" in a frame, or "true size"
    points,        ///< one point stands for so many
    fibres,        ///< width and light of strands
    pulse,         ///< slow light of reactivity
    key,           ///< the colour of a system
    effect         ///< the colour in which an effect is drawn, and what it stands for
  };
  Kind kind = Kind::key;
  Message sign{};                   ///< short mark before the text, for example "×8"; may be empty
  Message text{};                   ///< with the unit in it
  std::vector<Rgb> stops{};         ///< of a colour bar, low to high; one colour for other kinds
  Message low{}, middle{}, high{};  ///< end values of a colour bar, with unit
  Message standing{};               ///< how well it is established; empty for keys
  std::string sources{};            ///< citations, alike in all languages: "Spalding 2013, Cell"
  bool contested = false;           ///< the literature disagrees whether it happens at all
};

/// A number beside the picture.
struct GaugeReading {
  Message text{};      ///< with the value and its unit
  float level = 0;     ///< 0..1 of the gauge
  float usual = 0;     ///< the same of what changes are measured against
  Message standing{};  ///< how well it is established
  std::string sources{};
  bool contested = false;
};

/// What must stand on every picture: what is shown, how large, against what, and when.
struct Legend {
  Message age;       ///< "Age 66.0"
  Message sentence;  ///< the state in words
  double exaggeration = 1;
  std::vector<LegendEntry> entries;
  std::vector<GaugeReading> gauges;
  Message gaugeMark{};  ///< what the mark on each gauge is: "own at 25"; empty without gauges
};

/// Number of new neurons a day that one point on the screen stands for.
inline constexpr int kNeuronsPerPoint = 20;

/// `visibility` is that of `look` and `frame`: what is drawn is explained, and nothing else.
[[nodiscard]] Legend buildLegend(const Catalogue& catalogue, const FrameState& frame,
                                 const Look& look, const Visibility& visibility,
                                 const Pointing& pointing);

}  // namespace syn::scene
