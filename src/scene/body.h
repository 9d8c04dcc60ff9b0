#pragma once

#include <array>
#include <vector>

#include "atlas/anatomy.h"
#include "scene/camera.h"
#include "scene/look.h"

namespace syn::scene {

/// How one structure stands in the picture: the same numbers move the vertices on the GPU, the
/// triangles under the finger and the labels.
struct Placement {
  Vec3 offset{};            ///< mm, by explode
  double displacement = 0;  ///< mm along the normals
  bool cut = false;         ///< the change was larger than can be drawn
};

/// The size and place of each structure, measured once on its own mesh.
class Body {
 public:
  explicit Body(const atlas::Anatomy& anatomy);

  /// Placement of a structure drawn as a closed solid (piece, nucleus, cerebellum): the enclosed
  /// volume follows 1 + volumeChange x exaggeration exactly, within +-kLargestChange.
  [[nodiscard]] Placement solid(int structure, const FrameState& frame, const Look& look) const;
  /// Displacement of the folded cortex over a region, mm: change of volume and density of a sheet
  /// of kCortexThickness.
  [[nodiscard]] double cortexDisplacement(int structure, const FrameState& frame,
                                          const Look& look) const;

  [[nodiscard]] const Vec3& centre(int structure) const {
    return parts_[static_cast<std::size_t>(structure)].centre;
  }
  [[nodiscard]] double radius(int structure) const {
    return parts_[static_cast<std::size_t>(structure)].radius;
  }
  [[nodiscard]] double volume(int structure) const {
    return parts_[static_cast<std::size_t>(structure)].volume[0];
  }
  /// Displacement in mm that makes the volume `ratio` times what it is.
  [[nodiscard]] double displacementFor(int structure, double ratio) const;

  static constexpr double kLargestChange = 0.5;
  static constexpr double kCortexThickness = 2.5;  ///< mm

 private:
  struct Part {
    Vec3 centre{};
    double radius = 0;
    Vec3 outward{};                  ///< direction of explode, mm at explode = 1
    std::array<double, 4> volume{};  ///< enclosed volume in mm3 = sum volume[k] * d^k
  };
  std::vector<Part> parts_;
};

}  // namespace syn::scene
