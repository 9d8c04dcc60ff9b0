#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>

namespace syn {
class Catalogue;
}

namespace syn::scene {

struct FrameState;
struct Visibility;

/// Things that a look may show beyond the shape and colour of parts. Each has a switch in Look, an
/// entry of the legend, and a class in render/effects.
enum class Phenomenon {
  amyloid,  ///< specks between cells, and the nightly wash that carries part of them away
  bdnf,     ///< glow of the growth factor around the hippocampus
  myelin,   ///< sheath on the strands
  circuit,  ///< strands that glow because their ends are together too busy
  habit,    ///< the old and the new path of a habit, the one that is taken lit
  memory,   ///< what was learned, in the hippocampus, on its way and in the cortex
  windows,  ///< critical windows as irises that open and close
  lesions,  ///< what strokes have destroyed
  count
};

inline constexpr std::size_t kPhenomena = static_cast<std::size_t>(Phenomenon::count);
using PhenomenonSet = std::bitset<kPhenomena>;

/// What there is to know of a phenomenon outside of render; one row each, in the order of the enum.
struct PhenomenonTraits {
  std::string_view id;        ///< switch of a look
  std::string_view legend;    ///< key of its line in the legend
  std::string_view quantity;  ///< of data/evidence/quantities.json
  std::uint32_t colour;       ///< 0xRRGGBB, in picture and legend
  /// Whether anything of it can be seen in a frame, given what is open to the eye.
  bool (*seen)(const Catalogue& catalogue, const FrameState& frame, const Visibility& visibility);
};

[[nodiscard]] std::span<const PhenomenonTraits> phenomena();
[[nodiscard]] const PhenomenonTraits& traitsOf(Phenomenon phenomenon);

}  // namespace syn::scene
