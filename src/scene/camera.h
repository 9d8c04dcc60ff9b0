#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/vec.h"

namespace syn::scene {

/// Where the eye is: it looks at `target` (MNI mm) from `distance` mm. Azimuth 0 looks from the
/// person's front, 90 from the person's left; elevation 90 from above. Angles in degrees.
struct CameraPose {
  Vec3 target{0, -18, 8};
  double azimuth = 115;
  double elevation = 12;
  double roll = 0;
  double distance = 520;
  double fieldOfView = 24;  ///< vertical, degrees

  [[nodiscard]] Vec3 eye() const;
  [[nodiscard]] Vec3 forward() const;  ///< unit, from the eye to the target
  [[nodiscard]] Vec3 up() const;       ///< unit
  [[nodiscard]] Vec3 right() const;    ///< unit

  friend bool operator==(const CameraPose&, const CameraPose&) = default;
};

struct Ray {
  Vec3 origin{};
  Vec3 direction{};  ///< unit
};

enum class Preset {
  home,
  lateralLeft,
  lateralRight,
  medialLeft,
  medialRight,
  superior,
  inferior,
  anterior,
  posterior,
  limbic
};

/// Ids as used in files and commands ("lateral_left").
[[nodiscard]] std::string_view presetId(Preset preset);
[[nodiscard]] std::optional<Preset> presetFromId(std::string_view id);
[[nodiscard]] const std::vector<Preset>& allPresets();

/// Orbit camera with inertia and limits: whatever is asked of it, at least a good part of the brain
/// stays in view and the eye stays outside it. Pure state and mathematics; time comes in through
/// `advance` only, so the same calls give the same pictures.
class Camera {
 public:
  Camera();

  void setViewport(double width, double height);
  /// How much more room than a whole brain is needed, at least 1: parts pulled apart reach farther.
  void setSpread(double factor);
  [[nodiscard]] const CameraPose& pose() const { return pose_; }
  void setPose(const CameraPose& pose);  ///< at once, limited

  // Direct manipulation; lengths in pixels of the viewport. Stops any transition.
  void turn(double dx, double dy);   ///< drag: the brain follows the finger
  void fling(double vx, double vy);  ///< let go with this speed (pixels/s): inertia
  void pan(double dx, double dy);
  void zoom(double factor);                      ///< above 1 = nearer, around the middle
  void zoom(double factor, double x, double y);  ///< around a pixel
  void roll(double degrees);
  void stop();  ///< a new touch: inertia and transitions end here

  // Smooth transitions, on the person's request only (700 ms).
  void goTo(const CameraPose& pose);
  void goTo(Preset preset);
  void home() { goTo(Preset::home); }
  void focusOn(const Vec3& centre, double radius);  ///< keeps the direction of view
  /// Slow turn for a brain nobody touches; degrees per second, 0 = off.
  void setIdleTurn(double degreesPerSecond);
  /// Transitions become instant (the host cross-fades).
  void setReducedMotion(bool on);

  void advance(double seconds);
  [[nodiscard]] bool isMoving() const;

  [[nodiscard]] Ray ray(double x, double y) const;  ///< through a pixel, y down
  /// Pixel (y down) of a point in mm, and its depth in mm; nullopt behind the eye.
  [[nodiscard]] std::optional<Vec3> project(const Vec3& point) const;
  [[nodiscard]] double millimetresPerPixel() const;  ///< at the depth of the target

  [[nodiscard]] CameraPose presetPose(Preset preset) const;

 private:
  void limit();
  /// Distance at which so much fits, with the room for what is pulled apart; mm.
  [[nodiscard]] double fit(double halfWidth, double halfHeight) const;
  void keepShare(double before);

  CameraPose pose_;
  double width_ = 1920, height_ = 1080;
  double spread_ = 1;
  double spinAzimuth_ = 0, spinElevation_ = 0;  ///< degrees/s
  double idleTurn_ = 0;
  bool reducedMotion_ = false;
  struct Transition {
    CameraPose from, to;
    double elapsed = 0;
  };
  std::optional<Transition> transition_;
};

}  // namespace syn::scene
