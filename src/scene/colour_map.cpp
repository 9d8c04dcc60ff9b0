#include "scene/colour_map.h"

#include <algorithm>
#include <cmath>

namespace syn::scene {

namespace {

float linearFromGamma(float value) {
  return value <= 0.04045F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F);
}

float gammaFromLinear(float value) {
  const float clamped = std::clamp(value, 0.0F, 1.0F);
  return clamped <= 0.0031308F ? clamped * 12.92F
                               : 1.055F * std::pow(clamped, 1.0F / 2.4F) - 0.055F;
}

}  // namespace

Rgb rgbFromHex(std::uint32_t hex) {
  const auto channel = [hex](unsigned shift) {
    return static_cast<float>((hex >> shift) & 0xFFU) / 255.0F;
  };
  return {channel(16), channel(8), channel(0)};
}

Lab toOklab(Rgb colour) {
  const float r = linearFromGamma(colour.r);
  const float g = linearFromGamma(colour.g);
  const float b = linearFromGamma(colour.b);
  const float l = std::cbrt(0.4122214708F * r + 0.5363325363F * g + 0.0514459929F * b);
  const float m = std::cbrt(0.2119034982F * r + 0.6806995451F * g + 0.1073969566F * b);
  const float s = std::cbrt(0.0883024619F * r + 0.2817188376F * g + 0.6299787005F * b);
  return {0.2104542553F * l + 0.7936177850F * m - 0.0040720468F * s,
          1.9779984951F * l - 2.4285922050F * m + 0.4505937099F * s,
          0.0259040371F * l + 0.7827717662F * m - 0.8086757660F * s};
}

Rgb fromOklab(Lab colour) {
  const float lRoot = colour.l + 0.3963377774F * colour.a + 0.2158037573F * colour.b;
  const float mRoot = colour.l - 0.1055613458F * colour.a - 0.0638541728F * colour.b;
  const float sRoot = colour.l - 0.0894841775F * colour.a - 1.2914855480F * colour.b;
  const float l = lRoot * lRoot * lRoot;
  const float m = mRoot * mRoot * mRoot;
  const float s = sRoot * sRoot * sRoot;
  return {gammaFromLinear(4.0767416621F * l - 3.3077115913F * m + 0.2309699292F * s),
          gammaFromLinear(-1.2684380046F * l + 2.6097574011F * m - 0.3413193965F * s),
          gammaFromLinear(-0.0041960863F * l - 0.7034186147F * m + 1.7076147010F * s)};
}

Rgb mix(Rgb from, Rgb to, float share) {
  const Lab a = toOklab(from);
  const Lab b = toOklab(to);
  return fromOklab(
      {std::lerp(a.l, b.l, share), std::lerp(a.a, b.a, share), std::lerp(a.b, b.b, share)});
}

ColourMap::ColourMap(const std::vector<std::uint32_t>& stops) : table_{} {
  const float last = static_cast<float>(stops.size() - 1);
  for (std::size_t i = 0; i < table_.size(); ++i) {
    const float place = static_cast<float>(i) / 255.0F * last;
    const auto below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    table_[i] = mix(rgbFromHex(stops[below]), rgbFromHex(stops[below + 1]),
                    place - static_cast<float>(below));
  }
}

Rgb ColourMap::at(float position) const {
  const float clamped = std::clamp(position, 0.0F, 1.0F);
  return table_[static_cast<std::size_t>(std::lround(clamped * 255.0F))];
}

const ColourMap& ebbAndFlow() {
  static const ColourMap map(
      {0x99DBFE, 0x74B4E7, 0x7697B6, 0x7C848D, 0x7F7771, 0x9D816A, 0xC58C5D, 0xE4A55C, 0xFAC96B});
  return map;
}

const ColourMap& dawn() {
  static const ColourMap map({0x0C1326, 0x272547, 0x4D3760, 0x75466F, 0x92556E, 0xAF626B, 0xC3756B,
                              0xD58C6D, 0xE6A571, 0xF1C790, 0xFAE7AF});
  return map;
}

Rgb systemColour(std::string_view system) {
  struct Named {
    std::string_view name;
    std::uint32_t hex;
  };
  static constexpr std::array<Named, 8> kSystems{{{"memory", 0xE6B844},
                                                  {"threat", 0xD15F38},
                                                  {"reward", 0x6A8CDF},
                                                  {"relay", 0x79C0B5},
                                                  {"control", 0xD5C0FF},
                                                  {"self", 0xA96791},
                                                  {"sensory", 0xC8E1B1},
                                                  {"support", 0x90887B}}};
  const auto* found = std::find_if(kSystems.begin(), kSystems.end(),
                                   [system](const Named& named) { return named.name == system; });
  return found == kSystems.end() ? kTissue : rgbFromHex(found->hex);
}

std::span<const std::string_view> functionalSystems() {
  static constexpr std::array<std::string_view, 7> kInLegendOrder{
      "memory", "threat", "reward", "relay", "control", "self", "sensory"};
  return kInLegendOrder;
}

}  // namespace syn::scene
