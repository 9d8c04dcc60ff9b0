#pragma once

#include <memory>
#include <optional>

#include "atlas/anatomy.h"
#include "scene/camera.h"
#include "scene/look.h"
#include "scene/visibility.h"

namespace syn::scene {

/// What was hit by a ray.
struct Pick {
  int structure = -1;
  Vec3 position{};      ///< mm, on the undisplaced anatomy
  double distance = 0;  ///< mm from the origin of the ray
};

/// Finds what lies under a pixel, on the CPU, without touching the GPU: one bounding-volume tree a
/// part, built once. Holds nothing of any picture: what is drawn, and how, comes with each
/// question, so that several panes share one picker and none can be asked about an older picture.
class Picker {
 public:
  explicit Picker(std::shared_ptr<const atlas::Anatomy> anatomy);
  ~Picker();
  Picker(Picker&&) noexcept;
  Picker& operator=(Picker&&) noexcept;

  /// `visibility` is that of `look` and `frame`.
  [[nodiscard]] std::optional<Pick> pick(const Ray& ray, const FrameState& frame, const Look& look,
                                         const Visibility& visibility) const;

  /// Middle of a structure in mm as drawn (exploded included), and a radius that holds it.
  [[nodiscard]] Vec3 centre(int structure, const FrameState& frame, const Look& look) const;
  [[nodiscard]] double radius(int structure) const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace syn::scene
