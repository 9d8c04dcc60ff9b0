#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "sim/curve.h"
#include "sim/portable_math.h"
#include "sim/random.h"

namespace syn::sim {
namespace {

TEST(PortableMath, ExpAndLogAgreeWithTheLibrary) {
  for (double x = -40; x <= 40; x += 0.0371) {
    EXPECT_NEAR(portableExp(x) / std::exp(x), 1, 4e-15) << x;
  }
  for (double x = 1e-9; x < 1e9; x *= 1.37)
    EXPECT_NEAR(portableLog(x), std::log(x), 4e-15 * 40) << x;
  EXPECT_EQ(portableExp(0), 1);
  EXPECT_EQ(portableExp(-1000), 0);
  EXPECT_EQ(portablePow(0, 1.5), 0);
  EXPECT_NEAR(portablePow(7, 1.5), std::pow(7, 1.5), 1e-12);
  EXPECT_NEAR(logistic(0), 0.5, 1e-16);
}

TEST(Random, QuantileIsTheInverseOfTheNormalDistribution) {
  for (const double p : {1e-12, 1e-6, 0.01, 0.025, 0.3, 0.5, 0.9, 0.999, 1 - 1e-9}) {
    const double back = 0.5 * std::erfc(-normalQuantile(p) / std::sqrt(2.0));
    EXPECT_NEAR(back / p, 1, 1e-9) << p;
  }
}

TEST(Random, NumbersAreStandardNormalAndIndependentOfEachOther) {
  constexpr int kCount = 40000;
  double sum = 0, squares = 0, neighbours = 0, streams = 0;
  double last = 0;
  for (int i = 0; i < kCount; ++i) {
    const auto person = static_cast<std::uint64_t>(i);
    const double x = standardNormal(7, person, Stream::trait, 3, 0);
    const double y = standardNormal(7, person, Stream::mood, 3, 0);
    sum += x;
    squares += x * x;
    neighbours += x * last;
    streams += x * y;
    last = x;
  }
  EXPECT_NEAR(sum / kCount, 0, 0.02);
  EXPECT_NEAR(squares / kCount, 1, 0.03);
  EXPECT_NEAR(neighbours / kCount, 0, 0.02);
  EXPECT_NEAR(streams / kCount, 0, 0.02);
}

TEST(Random, ANumberIsNeverRenumbered) {
  EXPECT_EQ(standardNormal(1, 2, Stream::mood, 3, 4), standardNormal(1, 2, Stream::mood, 3, 4));
  // A change here changes everybody: it is a break of every saved seed.
  EXPECT_DOUBLE_EQ(standardNormal(1, 4711, Stream::trait, 0, 0), -0.55559896713919488);
  EXPECT_NE(standardNormal(1, 2, Stream::mood, 3, 4), standardNormal(2, 2, Stream::mood, 3, 4));
}

TEST(Curve, GoesThroughItsPointsAndNeverOvershoots) {
  const std::vector<double> ages = {0, 1, 3, 10, 30, 80};
  const std::vector<double> values = {0.4, 1.2, 1.3, 1.3, 1.0, 0.2};
  const Curve curve(ages, values);
  for (std::size_t i = 0; i < ages.size(); ++i) EXPECT_DOUBLE_EQ(curve.at(ages[i]), values[i]);
  for (std::size_t i = 0; i + 1 < ages.size(); ++i) {
    double last = values[i];
    for (double t = 0; t <= 1; t += 0.01) {
      const double x = curve.at(ages[i] + t * (ages[i + 1] - ages[i]));
      EXPECT_LE(x, std::max(values[i], values[i + 1]) + 1e-12);
      EXPECT_GE(x, std::min(values[i], values[i + 1]) - 1e-12);
      if (values[i + 1] > values[i]) {
        EXPECT_GE(x, last - 1e-12);
      }
      if (values[i + 1] < values[i]) {
        EXPECT_LE(x, last + 1e-12);
      }
      last = x;
    }
  }
  EXPECT_DOUBLE_EQ(curve.at(-5), 0.4);
  EXPECT_DOUBLE_EQ(curve.at(200), 0.2);
}

}  // namespace
}  // namespace syn::sim
