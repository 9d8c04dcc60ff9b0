#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace syn::sim {

/// exp and log from additions, multiplications and divisions only. The C library's versions pick
/// different code on different processors; a person must be the same bits on all of them.

/// e^x to about 1 unit in the last place; 0 below -700, clamped above 700.
[[nodiscard]] inline double portableExp(double x) {
  if (x < -700.0) return 0.0;
  if (x > 700.0) x = 700.0;
  const double n = std::floor(x * 1.4426950408889634 + 0.5);
  const double r = (x - n * 0.693145751953125) - n * 1.4286068203094173e-6;
  // Taylor series on |r| <= 0.35: the last term is below 1e-17.
  double sum = 1.0;
  for (int k = 14; k >= 1; --k) sum = 1.0 + sum * r / static_cast<double>(k);
  const auto exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(n) + 1023) << 52U;
  return sum * std::bit_cast<double>(exponent);
}

/// Natural logarithm of a positive, finite, normal x.
[[nodiscard]] inline double portableLog(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  auto exponent = static_cast<std::int64_t>(bits >> 52U) - 1023;
  double m = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    ++exponent;
  }
  // log m = 2 atanh((m - 1) / (m + 1)), |argument| <= 0.172.
  const double s = (m - 1.0) / (m + 1.0);
  const double s2 = s * s;
  double sum = 0.0;
  for (int k = 21; k >= 1; k -= 2) sum = sum * s2 + 1.0 / static_cast<double>(k);
  return static_cast<double>(exponent) * 0.6931471805599453 + 2.0 * s * sum;
}

/// x^n for x >= 0.
[[nodiscard]] inline double portablePow(double x, double n) {
  return x <= 0.0 ? 0.0 : portableExp(n * portableLog(x));
}

[[nodiscard]] inline double logistic(double x) {
  return 1.0 / (1.0 + portableExp(-x));
}

}  // namespace syn::sim
