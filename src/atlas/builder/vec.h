#pragma once

#include <cmath>

#include "atlas/anatomy.h"
#include "atlas/builder/volume.h"

namespace syn::atlas {

[[nodiscard]] inline Vec3 plus(const Vec3& a, const Vec3& b, double times = 1.0) {
  return {a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2]};
}
[[nodiscard]] inline Vec3 minus(const Vec3& a, const Vec3& b) {
  return plus(a, b, -1.0);
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

/// The `index`th of the points in an array of three numbers each.
[[nodiscard]] inline Vec3 pointAt(const std::vector<float>& array, std::size_t index) {
  const float* p = &array[index * 3];
  return {static_cast<double>(p[0]), static_cast<double>(p[1]), static_cast<double>(p[2])};
}
inline void setPoint(std::vector<float>& array, std::size_t index, const Vec3& point) {
  for (std::size_t k = 0; k < 3; ++k) array[index * 3 + k] = static_cast<float>(point[k]);
}

}  // namespace syn::atlas
