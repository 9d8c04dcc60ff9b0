#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace syn::scene {

/// sRGB colour, each channel 0..1 (gamma-encoded).
struct Rgb {
  float r = 0, g = 0, b = 0;
  friend bool operator==(const Rgb&, const Rgb&) = default;
};

[[nodiscard]] Rgb rgbFromHex(std::uint32_t hex);  ///< 0xRRGGBB

/// OKLab (Ottosson 2020): L 0..1, a, b.
struct Lab {
  float l = 0, a = 0, b = 0;
};
[[nodiscard]] Lab toOklab(Rgb colour);
[[nodiscard]] Rgb fromOklab(Lab colour);               ///< clamped to the sRGB gamut
[[nodiscard]] Rgb mix(Rgb from, Rgb to, float share);  ///< in OKLab

/// 256 colours over a range; clamps, never wraps.
class ColourMap {
 public:
  explicit ColourMap(const std::vector<std::uint32_t>& stops);
  [[nodiscard]] Rgb at(float position) const;  ///< position 0..1 from the low to the high end
  [[nodiscard]] const std::array<Rgb, 256>& table() const { return table_; }

 private:
  std::array<Rgb, 256> table_;
};

/// Diverging: loss, unchanged, gain. Unchanged is the colour of tissue, so that it recedes.
[[nodiscard]] const ColourMap& ebbAndFlow();
/// Sequential: from nothing to much.
[[nodiscard]] const ColourMap& dawn();
/// Colour of a functional system ("memory", "threat", ...); tissue for an unknown one.
[[nodiscard]] Rgb systemColour(std::string_view system);

/// The systems that regions and strands are coloured by, in the order of every legend. The system
/// "support" is not among them: its parts are as grey as tissue.
[[nodiscard]] std::span<const std::string_view> functionalSystems();

inline constexpr Rgb kTissue{0.498F, 0.467F, 0.443F};  ///< #7F7771, parts away from the focus
inline constexpr Rgb kNoData{0.227F, 0.259F, 0.314F};  ///< #3A4250, always with a hatch

}  // namespace syn::scene
