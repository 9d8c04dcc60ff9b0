#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace syn {

/// Three numbers: a place or a direction.
using Vec3 = std::array<double, 3>;

[[nodiscard]] inline Vec3 plus(const Vec3& a, const Vec3& b, double times = 1) {
  return {a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times};
}
[[nodiscard]] inline Vec3 minus(const Vec3& a, const Vec3& b) {
  return plus(a, b, -1);
}
[[nodiscard]] inline Vec3 scaled(const Vec3& a, double times) {
  return {a[0] * times, a[1] * times, a[2] * times};
}
[[nodiscard]] inline double dot(const Vec3& a, const Vec3& b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
[[nodiscard]] inline Vec3 cross(const Vec3& a, const Vec3& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
[[nodiscard]] inline double length(const Vec3& a) {
  return std::sqrt(dot(a, a));
}
/// `a` at length 1; `fallback` where it has none.
[[nodiscard]] inline Vec3 unit(const Vec3& a, const Vec3& fallback = {0, 0, 1}) {
  const double l = length(a);
  return l > 1e-9 ? scaled(a, 1.0 / l) : fallback;
}

/// The `index`th vector of an array of three numbers each.
template <class Array>
[[nodiscard]] Vec3 vectorAt(const Array& array, std::size_t index) {
  return {static_cast<double>(array[index * 3]), static_cast<double>(array[index * 3 + 1]),
          static_cast<double>(array[index * 3 + 2])};
}
inline void setVector(std::vector<float>& array, std::size_t index, const Vec3& to) {
  for (std::size_t k = 0; k < 3; ++k) array[index * 3 + k] = static_cast<float>(to[k]);
}

}  // namespace syn
