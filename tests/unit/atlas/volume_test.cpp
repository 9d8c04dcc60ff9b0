#include "atlas/builder/volume.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "atlas/builder/random.h"

namespace syn::atlas {
namespace {

Grid gridOf(int nx, int ny, int nz, double spacing = 1.0) {
  Grid grid;
  grid.size = {nx, ny, nz};
  grid.spacing = spacing;
  return grid;
}

TEST(Volume, DistanceAndNearestLabelAgreeWithBruteForce) {
  const Grid grid = gridOf(17, 23, 19, 0.5);
  Labels labels(grid);
  const Random random(3);
  for (std::size_t i = 0; i < labels.data.size(); ++i) {
    if (random.uniform(i) < 0.01)
      labels.data[i] = static_cast<std::uint8_t>(1 + random.below(i + 99999, 5));
  }
  const NearestLabel map = nearestLabel(labels, 2);
  forEachVoxel(grid, [&](int x, int y, int z, std::size_t i) {
    int best = 1 << 30;
    std::vector<int> nearest;
    forEachVoxel(grid, [&](int a, int b, int c, std::size_t j) {
      if (labels.data[j] == 0) return;
      const int d = (x - a) * (x - a) + (y - b) * (y - b) + (z - c) * (z - c);
      if (d < best) nearest.clear();
      if (d <= best) {
        best = d;
        nearest.push_back(labels.data[j]);
      }
    });
    ASSERT_NEAR(map.distance.data[i], 0.5 * std::sqrt(best), 1e-4) << x << ' ' << y << ' ' << z;
    ASSERT_NE(std::find(nearest.begin(), nearest.end(), map.label.data[i]), nearest.end());
  });
}

TEST(Volume, DistanceToNothingIsVeryFar) {
  const Field distance = distanceTo(Mask(gridOf(4, 5, 6)), 1);
  for (const float d : distance.data) EXPECT_GT(d, 1e6F);
}

TEST(Volume, BlurKeepsConstantsAndSpreadsAPointAsAGaussian) {
  Field flat(gridOf(9, 11, 13), 42.0F);
  blur(flat, 1.5, 2);
  for (const float v : flat.data) ASSERT_NEAR(v, 42.0F, 1e-3F);

  Field point(gridOf(41, 41, 41, 0.5));
  point(20, 20, 20) = 1.0F;
  blur(point, 1.0, 2);
  EXPECT_NEAR(std::accumulate(point.data.begin(), point.data.end(), 0.0), 1.0, 1e-4);
  const float centre = point(20, 20, 20);
  EXPECT_NEAR(point(22, 20, 20) / centre, std::exp(-0.5), 1e-3);
  EXPECT_NEAR(point(20, 24, 20) / centre, std::exp(-2.0), 1e-3);
  EXPECT_NEAR(point(20, 20, 17) / centre, std::exp(-1.125), 1e-3);
}

TEST(Volume, ResultsDoNotDependOnThreads) {
  Field one(gridOf(31, 29, 27));
  const Random random(5);
  for (std::size_t i = 0; i < one.data.size(); ++i)
    one.data[i] = static_cast<float>(random.uniform(i));
  Field four = one;
  blur(one, 2.0, 1);
  blur(four, 2.0, 4);
  EXPECT_EQ(one.data, four.data);
  const Mask mask = maskWhere(one, [](float v) { return v > 0.52F; });
  EXPECT_EQ(distanceTo(mask, 1).data, distanceTo(mask, 4).data);
}

TEST(Volume, ComponentsGrowthAndOpening) {
  Mask mask(gridOf(20, 10, 10));
  const auto fill = [&](int x0, int x1) {
    forEachVoxel(mask.grid, [&](int x, int y, int z, std::size_t i) {
      if (x >= x0 && x <= x1 && y > 1 && y < 8 && z > 1 && z < 8) mask.data[i] = 1;
    });
  };
  fill(1, 5);
  fill(9, 18);
  Mask largest = mask;
  keepLargest(largest);
  EXPECT_EQ(countSet(largest), 10U * 36U);
  Mask seed(mask.grid);
  seed(2, 4, 4) = 1;
  EXPECT_EQ(countSet(grow(seed, mask)), 5U * 36U);

  for (int x = 6; x < 9; ++x) mask(x, 4, 4) = 1;  // a bridge one voxel thin
  const Mask open = opened(mask);
  EXPECT_EQ(open(7, 4, 4), 0);
  EXPECT_EQ(open(4, 4, 4), 1);
}

TEST(Volume, SamplesBetweenVoxelsAndAtTheBorder) {
  Field field(gridOf(4, 4, 4, 2.0));
  field.grid.origin = {-3, 0, 0};
  forEachVoxel(field.grid, [&](int x, int y, int z, std::size_t i) {
    field.data[i] = static_cast<float>(x + 10 * y + 100 * z);
  });
  EXPECT_NEAR(sample(field, {-2, 3, 1}), 0.5 + 15 + 50, 1e-4);
  EXPECT_NEAR(sample(field, {100, 100, 100}), 333, 1e-4);
  EXPECT_NEAR(sample(field, {-100, -100, -100}), 0, 1e-4);
}

TEST(Random, IsTheSameForTheSamePlaceAndSpreadEvenly) {
  const Random a(1, 2);
  const Random b(1, 3);
  EXPECT_EQ(a.bits(7), Random(1, 2).bits(7));
  EXPECT_NE(a.bits(7), b.bits(7));
  double sum = 0;
  double squares = 0;
  for (std::uint64_t i = 0; i < 20000; ++i) {
    const double n = a.normal(i);
    sum += n;
    squares += n * n;
  }
  EXPECT_NEAR(sum / 20000, 0, 0.03);
  EXPECT_NEAR(squares / 20000, 1, 0.04);
}

}  // namespace
}  // namespace syn::atlas
