#pragma once

#include <memory>
#include <optional>

#include "atlas/anatomy.h"
#include "scene/camera.h"
#include "scene/frame_state.h"

namespace syn::scene {

/// What was hit by a ray.
struct Pick {
  int structure = -1;
  Vec3 position{};      ///< mm, on the undisplaced anatomy
  double distance = 0;  ///< mm from the origin of the ray
};

/// Finds what lies under a pixel, on the CPU, without touching the GPU: one bounding-volume tree a
/// part, built once. Honours what is visible: glass lets the ray through to the solids within.
class Picker {
 public:
  explicit Picker(std::shared_ptr<const atlas::Anatomy> anatomy);
  ~Picker();
  Picker(Picker&&) noexcept;
  Picker& operator=(Picker&&) noexcept;

  void setView(const FrameState& frame, const ViewOptions& view);
  [[nodiscard]] std::optional<Pick> pick(const Ray& ray) const;

  /// Middle of a structure in mm as drawn (exploded included), and a radius that holds it.
  [[nodiscard]] Vec3 centre(int structure) const;
  [[nodiscard]] double radius(int structure) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace syn::scene
