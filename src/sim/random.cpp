#include "sim/random.h"

#include <array>
#include <cmath>
#include <cstddef>

#include "sim/portable_math.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <Random123/philox.h>
#pragma GCC diagnostic pop

namespace syn::sim {
namespace {

template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
  double sum = 0;
  for (std::size_t i = N; i-- > 0;) sum = sum * x + coefficients[i];
  return sum;
}

}  // namespace

double normalQuantile(double p) {
  constexpr std::array<double, 8> a = {3.3871328727963666080e0, 1.3314166789178437745e2,
                                       1.9715909503065514427e3, 1.3731693765509461125e4,
                                       4.5921953931549871457e4, 6.7265770927008700853e4,
                                       3.3430575583588128105e4, 2.5090809287301226727e3};
  constexpr std::array<double, 8> b = {1.0,
                                       4.2313330701600911252e1,
                                       6.8718700749205790830e2,
                                       5.3941960214247511077e3,
                                       2.1213794301586595867e4,
                                       3.9307895800092710610e4,
                                       2.8729085735721942674e4,
                                       5.2264952788528545610e3};
  constexpr std::array<double, 8> c = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                       5.76949722146069140550e0,  3.64784832476320460504e0,
                                       1.27045825245236838258e0,  2.41780725177450611770e-1,
                                       2.27238449892691845833e-2, 7.74545014278341407640e-4};
  constexpr std::array<double, 8> d = {1.0,
                                       2.05319162663775882187e0,
                                       1.67638483018380384940e0,
                                       6.89767334985100004550e-1,
                                       1.48103976427480074590e-1,
                                       1.51986665636164571966e-2,
                                       5.47593808499534494600e-4,
                                       1.05075007164441684324e-9};
  constexpr std::array<double, 8> e = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                       1.78482653991729133580e0,  2.96560571828504891230e-1,
                                       2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                       2.71155556874348757815e-5, 2.01033439929228813265e-7};
  constexpr std::array<double, 8> f = {1.0,
                                       5.99832206555887937690e-1,
                                       1.36929880922735805310e-1,
                                       1.48753612908506148525e-2,
                                       7.86869131145613259100e-4,
                                       1.84631831751005468180e-5,
                                       1.42151175831644588870e-7,
                                       2.04426310338993978564e-15};
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  const double tail = q < 0 ? p : 1.0 - p;
  double r = std::sqrt(-portableLog(tail));
  const double value = r <= 5.0 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6)
                                : polynomial(e, r - 5.0) / polynomial(f, r - 5.0);
  return q < 0 ? -value : value;
}

double standardNormal(std::uint64_t seed, std::uint64_t person, Stream stream, std::uint32_t index,
                      std::uint32_t block) {
  using Generator = r123::Philox4x32;
  Generator::ctr_type counter{};
  counter[0] = static_cast<std::uint32_t>(person);
  counter[1] = static_cast<std::uint32_t>(person >> 32U);
  counter[2] = (static_cast<std::uint32_t>(stream) << 24U) | (index & 0xFFFFFFU);
  counter[3] = block;
  Generator::key_type key{};
  key[0] = static_cast<std::uint32_t>(seed);
  key[1] = static_cast<std::uint32_t>(seed >> 32U);
  const Generator::ctr_type out = Generator()(counter, key);
  const std::uint64_t bits = (static_cast<std::uint64_t>(out[0]) << 32U) | out[1];
  // The middle of one of 2^52 equal intervals of (0, 1).
  const double p = (static_cast<double>(bits >> 12U) + 0.5) * 0x1p-52;
  return normalQuantile(p);
}

}  // namespace syn::sim
