#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <span>
#include <string_view>

namespace syn::scene {

/// Numbers of a life that have no place of their own in the brain. Each is read into a FrameState
/// and can stand as a gauge beside the picture; some effects draw them as well.
enum class Gauge {
  symptoms,           ///< severity of the worst illness, 0..1
  movement,           ///< share of what both hands could do
  vision,             ///< acuity of the weaker eye, share
  cognition,          ///< healthy adult = 1
  emotion,            ///< emotional reactivity, standard deviations from the average
  memoryHippocampus,  ///< share of what was learned that lies in the hippocampus
  memoryCortex,       ///< share of it that lies in the cortex
  oldPath,            ///< strength of a habit's old path, 0..1
  newPath,
  newPathChoice,  ///< how often the new path is taken, 0..1
  sleepDebt,      ///< hours
  stress,         ///< 0..1
  amyloid,        ///< load, 0..1
  growthFactor,   ///< BDNF, healthy adult of 25 = 1
  births,         ///< new neurons a day in each hippocampus
  visionWindow,   ///< openness of critical windows, 0..1
  languageWindow,
  count
};
inline constexpr std::size_t kGauges = static_cast<std::size_t>(Gauge::count);
using GaugeSet = std::bitset<kGauges>;
using GaugeValues = std::array<float, kGauges>;

/// One row each, in the order of the enum.
struct GaugeTraits {
  std::string_view id;        ///< in looks
  std::string_view text;      ///< key of its line, told `value`
  std::string_view quantity;  ///< of data/evidence/quantities.json
  float low, high;            ///< ends of the gauge
};

[[nodiscard]] std::span<const GaugeTraits> gauges();

}  // namespace syn::scene
