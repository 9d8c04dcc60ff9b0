#include "similarity.h"

#include <cmath>

#include <gtest/gtest.h>

namespace syn::test {
namespace {

render::Image waves(double phase, int light) {
  render::Image image{96, 64, {}};
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      const auto v = static_cast<std::uint8_t>(light + 60 * std::sin(x * 0.35 + y * 0.2 + phase));
      image.rgb.insert(image.rgb.end(), {v, v, v});
    }
  }
  return image;
}

TEST(Similarity, OfAPictureWithItselfIsOne) {
  EXPECT_DOUBLE_EQ(similarity(waves(0, 120), waves(0, 120)), 1);
}

TEST(Similarity, FallsWithShiftAndIsSymmetric) {
  const double little = similarity(waves(0, 120), waves(0.1, 120));
  const double much = similarity(waves(0, 120), waves(1.5, 120));
  EXPECT_GT(little, 0.97);
  EXPECT_LT(much, 0.5);
  EXPECT_DOUBLE_EQ(much, similarity(waves(1.5, 120), waves(0, 120)));
}

TEST(Similarity, ForgivesASlightChangeOfLightMoreThanOfForm) {
  EXPECT_GT(similarity(waves(0, 120), waves(0, 126)), 0.98);
}

TEST(Similarity, NeedsEqualSizes) {
  EXPECT_THROW(static_cast<void>(similarity(waves(0, 120), render::Image{2, 2, {}})),
               std::invalid_argument);
}

}  // namespace
}  // namespace syn::test
