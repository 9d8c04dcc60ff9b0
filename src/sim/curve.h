#pragma once

#include <vector>

namespace syn::sim {

/// Smooth curve through published points that never overshoots between them: piecewise cubic
/// Hermite with the slopes of Fritsch and Carlson (1980); constant outside its ages.
class Curve {
 public:
  Curve() = default;
  /// `ages` strictly increasing, as many as `values`, at least two. Precondition, checked by
  /// readers.
  Curve(std::vector<double> ages, std::vector<double> values);

  [[nodiscard]] double at(double age) const;

 private:
  std::vector<double> ages_, values_, slopes_;
};

}  // namespace syn::sim
