#pragma once

#include <array>
#include <optional>
#include <vector>

#include "catalogue/catalogue.h"

namespace syn::sim {
class Trajectory;
}

namespace syn::session {

/// A region in one hemisphere or in both.
struct RegionSelection {
  int region = -1;                       ///< index into Catalogue::regions; -1 = none
  std::optional<Hemisphere> hemisphere;  ///< empty = both sides
  friend bool operator==(const RegionSelection&, const RegionSelection&) = default;
};

/// Reads regions of one life, with every measure resolved once. A value is absent when the model
/// holds no such state for the region. The life must outlive the reader.
class RegionReader {
 public:
  explicit RegionReader(const sim::Trajectory& life);

  /// Fractions of the region's own value at 25.
  [[nodiscard]] std::optional<double> volume(const RegionSelection& of, double age) const;
  [[nodiscard]] std::optional<double> density(const RegionSelection& of, double age) const;
  [[nodiscard]] std::optional<double> reactivity(const RegionSelection& of, double age) const;
  /// Neurons a day in each dentate gyrus.
  [[nodiscard]] std::optional<double> newNeurons(double age) const;

 private:
  static constexpr std::size_t kSides = 3;  // left, right, both
  using Rows = std::vector<std::array<int, kSides>>;
  [[nodiscard]] std::optional<double> read(const Rows& rows, const RegionSelection& of,
                                           double age) const;

  const sim::Trajectory& life_;
  Rows volume_, density_, reactivity_;  ///< by region
  int newNeurons_ = -1;
};

}  // namespace syn::session
