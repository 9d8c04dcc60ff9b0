#include "scene/camera.h"

#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

namespace syn::scene {
namespace {

double distanceBetween(const Vec3& a, const Vec3& b) {
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

TEST(CameraPose, AxesAreUnitAndSquareWhereverItLooks) {
  for (const double azimuth : {0.0, 45.0, 90.0, 180.0, -120.0}) {
    for (const double elevation : {-90.0, -30.0, 0.0, 60.0, 90.0}) {
      for (const double roll : {0.0, 35.0, -170.0}) {
        CameraPose pose;
        pose.azimuth = azimuth;
        pose.elevation = elevation;
        pose.roll = roll;
        EXPECT_NEAR(dot(pose.forward(), pose.forward()), 1, 1e-12);
        EXPECT_NEAR(dot(pose.up(), pose.up()), 1, 1e-12);
        EXPECT_NEAR(dot(pose.right(), pose.right()), 1, 1e-12);
        EXPECT_NEAR(dot(pose.forward(), pose.up()), 0, 1e-12);
        EXPECT_NEAR(distanceBetween(pose.eye(), pose.target), pose.distance, 1e-9);
      }
    }
  }
}

struct PresetRow {
  Preset preset;
  Vec3 towards;  // where the eye is, seen from the target
};

class CameraPreset : public testing::TestWithParam<PresetRow> {};

TEST_P(CameraPreset, LooksFromTheNamedSide) {
  const Camera camera;
  const CameraPose pose = camera.presetPose(GetParam().preset);
  const Vec3 forward = pose.forward();
  EXPECT_GT(-dot(forward, GetParam().towards), 0.95);
}

INSTANTIATE_TEST_SUITE_P(Sides, CameraPreset,
                         testing::Values(PresetRow{Preset::lateralLeft, {-1, 0, 0}},
                                         PresetRow{Preset::lateralRight, {1, 0, 0}},
                                         PresetRow{Preset::medialLeft, {1, 0, 0}},
                                         PresetRow{Preset::medialRight, {-1, 0, 0}},
                                         PresetRow{Preset::superior, {0, 0, 1}},
                                         PresetRow{Preset::inferior, {0, 0, -1}},
                                         PresetRow{Preset::anterior, {0, 1, 0}},
                                         PresetRow{Preset::posterior, {0, -1, 0}}));

TEST(Camera, PresetIdsRoundTrip) {
  for (const Preset preset : allPresets()) {
    EXPECT_EQ(presetFromId(presetId(preset)), preset);
  }
  EXPECT_FALSE(presetFromId("sideways"));
}

TEST(Camera, FrontOfTheBrainIsLeftWhenSeenFromTheLeft) {
  Camera camera;
  camera.setPose(camera.presetPose(Preset::lateralLeft));
  const auto front = camera.project({0, 60, 0});
  const auto back = camera.project({0, -90, 0});
  ASSERT_TRUE(front && back);
  EXPECT_LT((*front)[0], (*back)[0]);
}

TEST(Camera, RayAndProjectionAgree) {
  Camera camera;
  camera.setViewport(1280, 720);
  camera.roll(20);
  for (const Vec3& point : {Vec3{-30, 10, 20}, Vec3{40, -60, -20}, Vec3{0, 0, 0}}) {
    const auto pixel = camera.project(point);
    ASSERT_TRUE(pixel);
    const Ray ray = camera.ray((*pixel)[0], (*pixel)[1]);
    const double along = distanceBetween(ray.origin, point);
    const Vec3 there{ray.origin[0] + ray.direction[0] * along,
                     ray.origin[1] + ray.direction[1] * along,
                     ray.origin[2] + ray.direction[2] * along};
    EXPECT_LT(distanceBetween(there, point), 1e-6);
  }
}

TEST(Camera, DragMovesWhatIsUnderTheFinger) {
  Camera camera;
  const Vec3 eye = camera.pose().eye();
  // The point of the brain nearest to the eye.
  Vec3 near{};
  for (std::size_t i = 0; i < 3; ++i) {
    near[i] = camera.pose().target[i] + (eye[i] - camera.pose().target[i]) * 0.12;
  }
  const auto before = camera.project(near);
  camera.turn(40, 25);
  const auto after = camera.project(near);
  ASSERT_TRUE(before && after);
  EXPECT_GT((*after)[0], (*before)[0]);
  EXPECT_GT((*after)[1], (*before)[1]);
}

TEST(Camera, ZoomKeepsThePixelUnderTheFingers) {
  Camera camera;
  camera.setViewport(1920, 1080);
  const Ray ray = camera.ray(1100, 500);
  const double depth = camera.pose().distance;
  const Vec3 point{ray.origin[0] + ray.direction[0] * depth,
                   ray.origin[1] + ray.direction[1] * depth,
                   ray.origin[2] + ray.direction[2] * depth};
  camera.zoom(1.4, 1100, 500);
  const auto pixel = camera.project(point);
  ASSERT_TRUE(pixel);
  EXPECT_NEAR((*pixel)[0], 1100, 15);
  EXPECT_NEAR((*pixel)[1], 500, 15);
}

// Whatever hands do, a good part of the brain stays in the picture and the eye outside it.
TEST(Camera, TheBrainCannotBeLost) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> any(-4000, 4000);
  Camera camera;
  camera.setViewport(1080, 1920);
  const Vec3 middle{0, -18, 3};
  for (int i = 0; i < 3000; ++i) {
    switch (i % 6) {
      case 0:
        camera.turn(any(random), any(random));
        break;
      case 1:
        camera.pan(any(random), any(random));
        break;
      case 2:
        camera.zoom(std::exp(any(random) / 1000));
        break;
      case 3:
        camera.zoom(std::exp(any(random) / 2000), any(random), any(random));
        break;
      case 4:
        camera.fling(any(random) * 10, any(random) * 10);
        break;
      default:
        camera.roll(any(random));
        break;
    }
    camera.advance(0.03);
    const CameraPose& pose = camera.pose();
    EXPECT_LT(distanceBetween(pose.target, middle), 63);
    EXPECT_GE(pose.distance, 109);
    EXPECT_LE(std::abs(pose.elevation), 90);
    const auto seen = camera.project(pose.target);
    ASSERT_TRUE(seen);
    EXPECT_NEAR((*seen)[0], 540, 1e-6);
    EXPECT_NEAR((*seen)[1], 960, 1e-6);
  }
}

TEST(Camera, NonsenseIsIgnored) {
  Camera camera;
  const CameraPose before = camera.pose();
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  camera.zoom(kNan);
  camera.zoom(0);
  camera.zoom(-2);
  camera.fling(kNan, 1);
  camera.setViewport(0, kNan);
  CameraPose bad;
  bad.distance = kNan;
  camera.setPose(bad);
  camera.goTo(bad);
  camera.turn(kNan, 3);
  camera.pan(3, kNan);
  camera.roll(kNan);
  camera.advance(kNan);
  camera.advance(1);
  EXPECT_EQ(camera.pose(), before);
}

TEST(Camera, InertiaFadesAndEnds) {
  Camera camera;
  camera.fling(900, 0);
  EXPECT_TRUE(camera.isMoving());
  double last = camera.pose().azimuth;
  double step = 1e9;
  for (int i = 0; i < 20; ++i) {
    camera.advance(0.05);
    const double moved = std::abs(std::remainder(camera.pose().azimuth - last, 360));
    EXPECT_LE(moved, step + 1e-9);
    step = moved;
    last = camera.pose().azimuth;
  }
  for (int i = 0; i < 100; ++i) camera.advance(0.05);
  EXPECT_FALSE(camera.isMoving());
}

TEST(Camera, FlingDoesNotDependOnTheFrameRate) {
  Camera coarse, fine;
  coarse.fling(700, -200);
  fine.fling(700, -200);
  for (int i = 0; i < 10; ++i) coarse.advance(0.03);
  for (int i = 0; i < 100; ++i) fine.advance(0.003);
  EXPECT_NEAR(coarse.pose().azimuth, fine.pose().azimuth, 1e-6);
  EXPECT_NEAR(coarse.pose().elevation, fine.pose().elevation, 1e-6);
}

TEST(Camera, TransitionArrivesByTheShortWayAndStops) {
  Camera camera;
  CameraPose start = camera.pose();
  start.azimuth = 170;
  camera.setPose(start);
  CameraPose goal = start;
  goal.azimuth = -170;
  camera.goTo(goal);
  camera.advance(0.35);
  EXPECT_GT(std::abs(camera.pose().azimuth), 170);
  camera.advance(0.4);
  EXPECT_FALSE(camera.isMoving());
  EXPECT_NEAR(std::remainder(camera.pose().azimuth + 170, 360), 0, 1e-9);
}

TEST(Camera, TouchStopsATransition) {
  Camera camera;
  camera.goTo(Preset::superior);
  camera.advance(0.2);
  camera.stop();
  const CameraPose held = camera.pose();
  camera.advance(1);
  EXPECT_EQ(camera.pose(), held);
}

TEST(Camera, ReducedMotionCutsInsteadOfGliding) {
  Camera camera;
  camera.setIdleTurn(4);
  camera.setReducedMotion(true);
  camera.goTo(Preset::posterior);
  EXPECT_FALSE(camera.isMoving());
  EXPECT_NEAR(std::abs(camera.pose().azimuth), 180, 1e-9);
  camera.fling(500, 0);
  EXPECT_FALSE(camera.isMoving());
}

TEST(Camera, IdleTurnGoesRoundInNinetySeconds) {
  Camera camera;
  camera.setIdleTurn(4);
  const double before = camera.pose().azimuth;
  for (int i = 0; i < 900; ++i) camera.advance(0.1);
  EXPECT_NEAR(std::remainder(camera.pose().azimuth - before, 360), 0, 1e-6);
}

TEST(Camera, EveryPresetShowsTheWholeBrainInAnyWindow) {
  for (const auto& [width, height] :
       {std::pair{1920.0, 1080.0}, {1080.0, 1920.0}, {700.0, 700.0}}) {
    for (const Preset preset : allPresets()) {
      if (preset == Preset::limbic) continue;  // goes close on purpose
      Camera camera;
      camera.setViewport(width, height);
      camera.goTo(preset);
      camera.advance(1);
      for (const Vec3& corner : {Vec3{0, 70, 0}, Vec3{0, -105, 0}, Vec3{0, -18, 78},
                                 Vec3{0, -40, -65}, Vec3{-70, -18, 0}, Vec3{70, -18, 0}}) {
        const auto pixel = camera.project(corner);
        ASSERT_TRUE(pixel);
        EXPECT_GE((*pixel)[0], 0) << presetId(preset);
        EXPECT_LE((*pixel)[0], width) << presetId(preset);
        EXPECT_GE((*pixel)[1], 0) << presetId(preset);
        EXPECT_LE((*pixel)[1], height) << presetId(preset);
      }
    }
  }
}

TEST(Camera, FocusBringsAPartToTheMiddle) {
  Camera camera;
  const CameraPose before = camera.pose();
  camera.focusOn({-28, -22, -10}, 20);
  camera.advance(1);
  EXPECT_LT(distanceBetween(camera.pose().target, {-28, -22, -10}), 1e-6);
  EXPECT_LT(camera.pose().distance, before.distance);
  EXPECT_NEAR(camera.pose().azimuth, before.azimuth, 1e-9);
}

// What is pulled apart needs room: as much of the window is filled as before.
TEST(CameraSpread, MakesRoomAndGivesItBack) {
  Camera camera;
  camera.setViewport(1600, 900);
  camera.zoom(1.3);
  const double near = camera.pose().distance, preset = camera.presetPose(Preset::home).distance;
  camera.setSpread(1.5);
  EXPECT_NEAR(camera.pose().distance, 1.5 * near, 1e-9);
  EXPECT_NEAR(camera.presetPose(Preset::home).distance, 1.5 * preset, 1e-9);
  camera.setSpread(1.5);
  EXPECT_NEAR(camera.pose().distance, 1.5 * near, 1e-9);
  camera.setSpread(1);
  EXPECT_NEAR(camera.pose().distance, near, 1e-9);
}

TEST(CameraSpread, RefusesLessThanAWholeBrain) {
  Camera camera;
  const double before = camera.pose().distance;
  for (const double wrong : {0.5, -1.0, std::numeric_limits<double>::quiet_NaN(),
                             std::numeric_limits<double>::infinity()}) {
    camera.setSpread(wrong);
    EXPECT_EQ(camera.pose().distance, before);
  }
}

TEST(CameraSpread, MovesATransitionWithIt) {
  Camera camera;
  camera.goTo(Preset::superior);
  camera.setSpread(1.4);
  camera.advance(10);
  EXPECT_NEAR(camera.pose().distance, camera.presetPose(Preset::superior).distance, 1e-6);
}

}  // namespace
}  // namespace syn::scene
