#include "scene/scale_bar.h"

#include <cmath>

#include <gtest/gtest.h>

#include "scene/camera.h"

namespace syn::scene {
namespace {

// A bar of 20 mm was clamped to half the legend while its label stayed.
TEST(ScaleBar, ItsNumberIsItsTrueLengthAtEveryZoom) {
  for (double millimetres = 0.001; millimetres < 50; millimetres *= 1.07) {
    const ScaleBar bar = scaleBar(millimetres, 130);
    EXPECT_DOUBLE_EQ(bar.pixels * millimetres, bar.millimetres);
    EXPECT_LE(bar.pixels, 130.0001);
    EXPECT_GE(bar.pixels, 0.399 * 130);
    const double mantissa =
        bar.millimetres / std::pow(10, std::floor(std::log10(bar.millimetres) + 1e-9));
    EXPECT_NEAR(std::min({std::abs(mantissa - 1), std::abs(mantissa - 2), std::abs(mantissa - 5)}),
                0, 1e-9)
        << bar.millimetres;
  }
}

TEST(ScaleBar, FollowsTheCamera) {
  Camera camera;
  camera.setViewport(1600, 900);
  const ScaleBar far = scaleBar(camera.millimetresPerPixel(), 100);
  camera.zoom(2.5);
  const ScaleBar near = scaleBar(camera.millimetresPerPixel(), 100);
  EXPECT_LT(near.millimetres, far.millimetres);
  const auto length = std::get<double>(near.label().arguments.at(0).value);
  EXPECT_EQ(length, near.millimetres);
}

}  // namespace
}  // namespace syn::scene
