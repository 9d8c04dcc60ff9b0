#pragma once

#include <cstdint>

namespace syn::atlas {

/// Counter-based random numbers (SplitMix64's finaliser): the value depends on seed, stream and
/// index only, never on the order of calls.
class Random {
 public:
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0)
      : key_(mix(seed * 0x9E3779B97F4A7C15U + mix(stream + 0x632BE59BD9B4E019U))) {}

  [[nodiscard]] std::uint64_t bits(std::uint64_t index) const {
    return mix(key_ + index * 0x9E3779B97F4A7C15U);
  }
  /// Uniform in [0, 1).
  [[nodiscard]] double uniform(std::uint64_t index) const {
    return static_cast<double>(bits(index) >> 11U) * 0x1.0p-53;
  }
  /// Near-normal, mean 0, variance 1: the sum of twelve uniforms (Irwin-Hall).
  [[nodiscard]] double normal(std::uint64_t index) const {
    double sum = -6.0;
    for (std::uint64_t i = 0; i < 12; ++i) sum += uniform(index * 12 + i);
    return sum;
  }
  /// Uniform in [0, count).
  [[nodiscard]] std::size_t below(std::uint64_t index, std::size_t count) const {
    return static_cast<std::size_t>(uniform(index) * static_cast<double>(count));
  }

 private:
  static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }

  std::uint64_t key_;
};

}  // namespace syn::atlas
