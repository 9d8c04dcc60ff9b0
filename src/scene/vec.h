#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace syn::scene {

using Vec3 = std::array<double, 3>;

[[nodiscard]] inline Vec3 plus(const Vec3& a, const Vec3& b, double scale = 1) {
  return {a[0] + b[0] * scale, a[1] + b[1] * scale, a[2] + b[2] * scale};
}
[[nodiscard]] inline Vec3 minus(const Vec3& a, const Vec3& b) {
  return plus(a, b, -1);
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

/// The v-th vector of an array of three numbers a vertex.
template <class Number>
[[nodiscard]] Vec3 vectorAt(const Number& array, std::size_t v) {
  return {static_cast<double>(array[v * 3]), static_cast<double>(array[v * 3 + 1]),
          static_cast<double>(array[v * 3 + 2])};
}

}  // namespace syn::scene
