#pragma once

#include <cstdint>

namespace syn::sim {

/// What a random number is for. The numbers are part of the meaning of a seed: never renumber.
enum class Stream : std::uint32_t {
  trait = 0,       ///< index = trait
  regionSize = 1,  ///< index = region
  dose = 2,        ///< index = hash of the entry
  age = 3,
  severity = 4,      ///< index = condition
  temperament = 5,   ///< block = noise block since birth
  stressEvents = 6,  ///< block = noise block since birth
  mood = 7           ///< index = condition, block = noise block since birth
};

/// Standard normal number number (`stream`, `index`, `block`) of `person` under `seed`: Philox
/// 4x32-10 (Salmon et al. 2011) through Wichura's quantile AS 241. A pure function, so the order,
/// thread and rank of the call do not matter.
[[nodiscard]] double standardNormal(std::uint64_t seed, std::uint64_t person, Stream stream,
                                    std::uint32_t index, std::uint32_t block);

/// Quantile of the standard normal distribution for 0 < p < 1 (Wichura 1988, AS 241).
[[nodiscard]] double normalQuantile(double p);

}  // namespace syn::sim
