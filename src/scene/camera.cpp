#include "scene/camera.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace syn::scene {

namespace {

constexpr double kRadians = std::numbers::pi / 180;
constexpr Vec3 kBrainCentre{0, -18, 3};
// Half extents of the brain in the home view with some air around it, mm.
constexpr double kFitHalfHeight = 92;
constexpr double kFitHalfWidth = 108;
constexpr double kFarthestTarget = 62;  // from the centre: the target stays inside the brain
constexpr double kNearest = 110;
constexpr double kFarthestShare = 2.6;  // of the distance at which the brain fits
constexpr double kTurnPerHeight = 210;  // degrees for a drag over the whole height
constexpr double kFlingTau = 0.38;      // seconds
constexpr double kFlingRest = 1.5;      // degrees/s below which a fling has ended
constexpr double kFastestFling = 540;   // degrees/s
constexpr double kTransitionSeconds = 0.7;

double shortTurn(double from, double to) {
  return std::remainder(to - from, 360.0);
}

/// Cubic Bezier easing (0.45, 0, 0.15, 1): x is time, y the share of the way.
double ease(double time) {
  constexpr double kX1 = 0.45, kX2 = 0.15;
  double low = 0, high = 1;
  for (int i = 0; i < 40; ++i) {
    const double s = (low + high) / 2;
    const double x = 3 * (1 - s) * (1 - s) * s * kX1 + 3 * (1 - s) * s * s * kX2 + s * s * s;
    (x < time ? low : high) = s;
  }
  const double s = (low + high) / 2;
  return 3 * (1 - s) * s * s + s * s * s;
}

double fitDistance(double aspect, double fieldOfView, double halfWidth, double halfHeight) {
  const double tangent = std::tan(fieldOfView / 2 * kRadians);
  return std::max(halfHeight / tangent, halfWidth / (tangent * aspect));
}

bool finite(const CameraPose& pose) {
  return std::isfinite(pose.target[0]) && std::isfinite(pose.target[1]) &&
         std::isfinite(pose.target[2]) && std::isfinite(pose.azimuth) &&
         std::isfinite(pose.elevation) && std::isfinite(pose.roll) &&
         std::isfinite(pose.distance) && std::isfinite(pose.fieldOfView);
}

struct PresetRow {
  Preset preset;
  std::string_view id;
  double azimuth, elevation;
  double halfWidth = kFitHalfWidth, halfHeight = kFitHalfHeight;  // mm that must fit
};

constexpr std::array<PresetRow, 10> kPresets{{{Preset::home, "home", 68, 14},
                                              {Preset::lateralLeft, "lateral_left", 90, 0},
                                              {Preset::lateralRight, "lateral_right", -90, 0},
                                              {Preset::medialLeft, "medial_left", -90, 4},
                                              {Preset::medialRight, "medial_right", 90, 4},
                                              {Preset::superior, "superior", 180, 90, 86, 112},
                                              {Preset::inferior, "inferior", 0, -90, 86, 112},
                                              {Preset::anterior, "anterior", 0, 4, 84, 92},
                                              {Preset::posterior, "posterior", 180, 4, 84, 92},
                                              {Preset::limbic, "limbic", 76, 10}}};

const PresetRow& row(Preset preset) {
  return *std::find_if(kPresets.begin(), kPresets.end(),
                       [preset](const PresetRow& r) { return r.preset == preset; });
}

}  // namespace

Vec3 CameraPose::forward() const {
  const double az = azimuth * kRadians;
  const double el = elevation * kRadians;
  return {std::sin(az) * std::cos(el), -std::cos(az) * std::cos(el), -std::sin(el)};
}

Vec3 CameraPose::eye() const {
  return plus(target, forward(), -distance);
}

Vec3 CameraPose::up() const {
  const double az = azimuth * kRadians;
  const double el = elevation * kRadians;
  const Vec3 level{std::sin(az) * std::sin(el), -std::cos(az) * std::sin(el), std::cos(el)};
  const Vec3 side = cross(forward(), level);
  const double angle = roll * kRadians;
  return plus({level[0] * std::cos(angle), level[1] * std::cos(angle), level[2] * std::cos(angle)},
              side, std::sin(angle));
}

Vec3 CameraPose::right() const {
  return cross(forward(), up());
}

std::string_view presetId(Preset preset) {
  return row(preset).id;
}

std::optional<Preset> presetFromId(std::string_view id) {
  for (const PresetRow& r : kPresets) {
    if (r.id == id) return r.preset;
  }
  return std::nullopt;
}

const std::vector<Preset>& allPresets() {
  static const std::vector<Preset> presets = [] {
    std::vector<Preset> all;
    all.reserve(std::size(kPresets));
    for (const PresetRow& r : kPresets) all.push_back(r.preset);
    return all;
  }();
  return presets;
}

Camera::Camera() {
  pose_ = presetPose(Preset::home);
}

double Camera::fit(double halfWidth, double halfHeight) const {
  return spread_ * fitDistance(width_ / height_, pose_.fieldOfView, halfWidth, halfHeight);
}

/// The share of the window that is filled stays the same; `before` is the fitting distance it was
/// kept by.
void Camera::keepShare(double before) {
  const double change = fit(kFitHalfWidth, kFitHalfHeight) / before;
  pose_.distance *= change;
  if (transition_) {
    transition_->from.distance *= change;
    transition_->to.distance *= change;
  }
  limit();
}

void Camera::setViewport(double width, double height) {
  if (!(width >= 1) || !(height >= 1) || !std::isfinite(width * height)) return;
  const double before = fit(kFitHalfWidth, kFitHalfHeight);
  width_ = width;
  height_ = height;
  keepShare(before);
}

void Camera::setSpread(double factor) {
  if (!(factor >= 1) || !std::isfinite(factor) || factor == spread_) return;
  const double before = fit(kFitHalfWidth, kFitHalfHeight);
  spread_ = factor;
  keepShare(before);
}

void Camera::setPose(const CameraPose& pose) {
  stop();
  if (!finite(pose)) return;
  pose_ = pose;
  limit();
}

void Camera::turn(double dx, double dy) {
  if (!std::isfinite(dx) || !std::isfinite(dy)) return;
  transition_.reset();
  spinAzimuth_ = spinElevation_ = 0;
  const double scale = kTurnPerHeight / std::min(height_, width_);
  // A rolled view turns along the screen, not along the horizon.
  const double angle = pose_.roll * kRadians;
  pose_.azimuth -= (dx * std::cos(angle) - dy * std::sin(angle)) * scale;
  pose_.elevation += (dy * std::cos(angle) + dx * std::sin(angle)) * scale;
  limit();
}

void Camera::fling(double vx, double vy) {
  transition_.reset();
  if (reducedMotion_ || !std::isfinite(vx) || !std::isfinite(vy)) return;
  const double scale = kTurnPerHeight / std::min(height_, width_);
  spinAzimuth_ = std::clamp(-vx * scale, -kFastestFling, kFastestFling);
  spinElevation_ = std::clamp(vy * scale, -kFastestFling, kFastestFling);
}

void Camera::pan(double dx, double dy) {
  if (!std::isfinite(dx) || !std::isfinite(dy)) return;
  transition_.reset();
  const double scale = millimetresPerPixel();
  pose_.target = plus(plus(pose_.target, pose_.right(), -dx * scale), pose_.up(), dy * scale);
  limit();
}

void Camera::zoom(double factor) {
  zoom(factor, width_ / 2, height_ / 2);
}

void Camera::zoom(double factor, double x, double y) {
  if (!std::isfinite(factor) || factor <= 0 || !std::isfinite(x) || !std::isfinite(y)) return;
  transition_.reset();
  const double before = pose_.distance;
  const double scaleBefore = millimetresPerPixel();
  pose_.distance /= factor;
  limit();
  // What lies under the fingers stays there.
  const double moved = scaleBefore * (1 - pose_.distance / before);
  pose_.target = plus(plus(pose_.target, pose_.right(), (x - width_ / 2) * moved), pose_.up(),
                      -(y - height_ / 2) * moved);
  limit();
}

void Camera::roll(double degrees) {
  if (!std::isfinite(degrees)) return;
  transition_.reset();
  pose_.roll += degrees;
  limit();
}

void Camera::stop() {
  transition_.reset();
  spinAzimuth_ = spinElevation_ = 0;
}

void Camera::goTo(const CameraPose& pose) {
  stop();
  if (!finite(pose)) return;
  if (reducedMotion_) {
    setPose(pose);
    return;
  }
  Transition transition{pose_, pose, 0};
  transition.to.azimuth = pose_.azimuth + shortTurn(pose_.azimuth, pose.azimuth);
  transition.to.roll = pose_.roll + shortTurn(pose_.roll, pose.roll);
  transition_ = transition;
}

void Camera::goTo(Preset preset) {
  goTo(presetPose(preset));
}

void Camera::focusOn(const Vec3& centre, double radius) {
  CameraPose to = pose_;
  to.target = centre;
  const double half = std::max(radius, 8.0) * 2.6;
  to.distance = fitDistance(width_ / height_, pose_.fieldOfView, half, half);
  goTo(to);
}

void Camera::setIdleTurn(double degreesPerSecond) {
  idleTurn_ = degreesPerSecond;
}

void Camera::setReducedMotion(bool on) {
  reducedMotion_ = on;
  if (!on) return;
  if (transition_) pose_ = transition_->to;
  stop();
  limit();
}

void Camera::advance(double seconds) {
  if (!(seconds > 0) || !std::isfinite(seconds)) return;
  if (transition_) {
    Transition& t = *transition_;
    t.elapsed += seconds;
    const double share = ease(std::min(t.elapsed / kTransitionSeconds, 1.0));
    const auto between = [share](double a, double b) { return std::lerp(a, b, share); };
    for (std::size_t i = 0; i < 3; ++i) pose_.target[i] = between(t.from.target[i], t.to.target[i]);
    pose_.azimuth = between(t.from.azimuth, t.to.azimuth);
    pose_.elevation = between(t.from.elevation, t.to.elevation);
    pose_.roll = between(t.from.roll, t.to.roll);
    pose_.distance = std::exp(between(std::log(t.from.distance), std::log(t.to.distance)));
    pose_.fieldOfView = between(t.from.fieldOfView, t.to.fieldOfView);
    if (t.elapsed >= kTransitionSeconds) transition_.reset();
  } else if (spinAzimuth_ != 0 || spinElevation_ != 0) {
    const double kept = std::exp(-seconds / kFlingTau);
    pose_.azimuth += spinAzimuth_ * kFlingTau * (1 - kept);
    pose_.elevation += spinElevation_ * kFlingTau * (1 - kept);
    spinAzimuth_ *= kept;
    spinElevation_ *= kept;
    if (std::hypot(spinAzimuth_, spinElevation_) < kFlingRest) spinAzimuth_ = spinElevation_ = 0;
  } else if (!reducedMotion_) {
    pose_.azimuth += idleTurn_ * seconds;
  }
  limit();
}

bool Camera::isMoving() const {
  return transition_.has_value() || spinAzimuth_ != 0 || spinElevation_ != 0 ||
         (idleTurn_ != 0 && !reducedMotion_);
}

Ray Camera::ray(double x, double y) const {
  const double scale = 2 * std::tan(pose_.fieldOfView / 2 * kRadians) / height_;
  Vec3 direction = plus(plus(pose_.forward(), pose_.right(), (x - width_ / 2) * scale), pose_.up(),
                        -(y - height_ / 2) * scale);
  const double size = length(direction);
  for (double& component : direction) component /= size;
  return {pose_.eye(), direction};
}

std::optional<Vec3> Camera::project(const Vec3& point) const {
  const Vec3 offset = plus(point, pose_.eye(), -1);
  const double depth = dot(offset, pose_.forward());
  if (depth <= 1e-6) return std::nullopt;
  const double scale = height_ / (2 * std::tan(pose_.fieldOfView / 2 * kRadians) * depth);
  return Vec3{width_ / 2 + dot(offset, pose_.right()) * scale,
              height_ / 2 - dot(offset, pose_.up()) * scale, depth};
}

double Camera::millimetresPerPixel() const {
  return 2 * pose_.distance * std::tan(pose_.fieldOfView / 2 * kRadians) / height_;
}

CameraPose Camera::presetPose(Preset preset) const {
  CameraPose pose;
  const PresetRow& r = row(preset);
  pose.azimuth = r.azimuth;
  pose.elevation = r.elevation;
  pose.target = kBrainCentre;
  pose.distance = fit(r.halfWidth, r.halfHeight);
  if (preset == Preset::limbic) {
    pose.target = {-6, -14, -2};
    pose.distance *= 0.72;
  }
  return pose;
}

void Camera::limit() {
  pose_.elevation = std::clamp(pose_.elevation, -90.0, 90.0);
  pose_.fieldOfView = std::clamp(pose_.fieldOfView, 10.0, 60.0);
  pose_.azimuth = std::remainder(pose_.azimuth, 360.0);
  pose_.roll = std::remainder(pose_.roll, 360.0);
  const double farthest = fit(kFitHalfWidth, kFitHalfHeight) * kFarthestShare;
  pose_.distance = std::clamp(pose_.distance, kNearest, farthest);
  const Vec3 offset = plus(pose_.target, kBrainCentre, -1);
  const double away = length(offset);
  if (away > kFarthestTarget) pose_.target = plus(kBrainCentre, offset, kFarthestTarget / away);
}

}  // namespace syn::scene
