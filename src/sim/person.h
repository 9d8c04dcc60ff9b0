#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/model_impl.h"
#include "sim/population.h"

namespace syn::sim {

/// Who a person is for life: everything drawn once.
struct Person {
  std::uint64_t id = 0;
  std::uint64_t seed = 0;
  bool average = true;  ///< nothing is drawn
  int ageWeeks = 0;     ///< at week 0
  std::array<double, kPersonTraits> traits{};
  std::vector<double> sizes;        ///< by region: relative deviation of volume
  std::vector<double> liabilities;  ///< by circuit

  /// Standard normal number of this person; 0 for the average one.
  [[nodiscard]] double normal(int stream, std::uint32_t index, std::uint32_t block) const;
};

[[nodiscard]] Person drawPerson(const Model::Impl& model, const PersonSpec& spec,
                                std::uint64_t seed, std::uint64_t id, Kinship kinship,
                                bool average);

}  // namespace syn::sim
