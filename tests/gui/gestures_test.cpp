#include "ui/view/gestures.h"

#include <cmath>
#include <random>

#include <gmock/gmock.h>

namespace syn::ui {
namespace {

using Kind = Gesture::Kind;

std::vector<Kind> kinds(const std::vector<Gesture>& gestures) {
  std::vector<Kind> result;
  for (const Gesture& gesture : gestures) result.push_back(gesture.kind);
  return result;
}

TEST(GesturesTest, AShortTouchIsATapAndTwoAreADoubleTap) {
  GestureReader reader;
  reader.update({{7, 100, 100}}, 0);
  EXPECT_THAT(kinds(reader.update({}, 0.1)), testing::ElementsAre(Kind::tap));
  reader.update({{8, 104, 98}}, 0.3);
  EXPECT_THAT(kinds(reader.update({}, 0.4)), testing::ElementsAre(Kind::doubleTap));
  reader.update({{8, 104, 98}}, 0.5);
  EXPECT_THAT(kinds(reader.update({}, 0.6)), testing::ElementsAre(Kind::tap));
}

TEST(GesturesTest, ALongTouchIsNeither) {
  GestureReader reader;
  reader.update({{1, 100, 100}}, 0);
  EXPECT_TRUE(reader.update({}, 2).empty());
}

TEST(GesturesTest, LettingGoInMotionFlings) {
  GestureReader reader;
  reader.update({{1, 100, 100}}, 0);
  for (int i = 1; i <= 10; ++i) reader.update({{1, 100 + 10.0 * i, 100}}, i * 0.01);
  const auto gestures = reader.update({}, 0.105);
  ASSERT_EQ(gestures.size(), 1U);
  EXPECT_EQ(gestures[0].kind, Kind::fling);
  EXPECT_NEAR(gestures[0].dx, 1000, 50);
}

TEST(GesturesTest, RestingBeforeLettingGoDoesNot) {
  GestureReader reader;
  reader.update({{1, 100, 100}}, 0);
  for (int i = 1; i <= 10; ++i) reader.update({{1, 100 + 10.0 * i, 100}}, i * 0.01);
  EXPECT_TRUE(reader.update({}, 0.5).empty());
}

TEST(GesturesTest, TwoFingersPanZoomAndRoll) {
  GestureReader reader;
  reader.update({{1, 100, 100}, {2, 200, 100}}, 0);
  const auto spread = reader.update({{1, 50, 100}, {2, 250, 100}}, 0.1);
  ASSERT_EQ(spread.size(), 1U);
  EXPECT_EQ(spread[0].kind, Kind::zoom);
  EXPECT_DOUBLE_EQ(spread[0].factor, 2);
  const auto moved = reader.update({{1, 60, 130}, {2, 260, 130}}, 0.2);
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_DOUBLE_EQ(moved[0].dy, 30);
  const auto turned = reader.update({{1, 160, 30}, {2, 160, 230}}, 0.3);
  ASSERT_EQ(turned.back().kind, Kind::roll);
  EXPECT_NEAR(turned.back().degrees, 90, 1e-9);
}

TEST(GesturesTest, ComingAndGoingFingersNeverJump) {
  GestureReader reader;
  reader.update({{1, 100, 100}}, 0);
  EXPECT_TRUE(reader.update({{1, 100, 100}, {2, 500, 500}}, 0.1).empty());
  EXPECT_TRUE(reader.update({{2, 500, 500}}, 0.2).empty());
  EXPECT_THAT(kinds(reader.update({{2, 503, 500}}, 0.3)), testing::ElementsAre(Kind::turn));
}

TEST(GesturesTest, ACancelEndsItWithoutATap) {
  GestureReader reader;
  reader.update({{1, 100, 100}}, 0);
  reader.cancel();
  EXPECT_TRUE(reader.update({}, 0.1).empty());
  EXPECT_FALSE(reader.active());
}

TEST(GesturesTest, WhateverHardwareSendsStaysFinite) {
  std::mt19937 generator(3);
  const auto random = [&generator](int below) {
    return std::uniform_int_distribution<int>(0, below - 1)(generator);
  };
  GestureReader reader;
  double time = 0;
  for (int i = 0; i < 20000; ++i) {
    std::vector<Finger> down;
    for (int f = random(12); f > 0; --f) {
      const double x = random(50) == 0 ? std::nan("") : random(2000);
      down.push_back({random(6) - 1, x, static_cast<double>(random(1000))});
    }
    time += random(3) * 0.004;  // also the same instant twice
    if (random(40) == 0) reader.cancel();
    for (const Gesture& gesture : reader.update(down, time)) {
      ASSERT_TRUE(std::isfinite(gesture.x) && std::isfinite(gesture.y));
      ASSERT_TRUE(std::isfinite(gesture.dx) && std::isfinite(gesture.dy));
      ASSERT_TRUE(std::isfinite(gesture.factor) && gesture.factor > 0);
      ASSERT_TRUE(std::isfinite(gesture.degrees));
    }
  }
}

}  // namespace
}  // namespace syn::ui
