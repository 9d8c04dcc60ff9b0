#pragma once

#include <array>
#include <span>
#include <vector>

#include "atlas/anatomy.h"
#include "scene/camera.h"
#include "scene/cortex_law.h"
#include "scene/look.h"

namespace syn::scene {

/// How one structure stands in the picture: the same numbers move the vertices on the GPU, the
/// triangles under the finger and the labels.
struct Placement {
  Vec3 offset{};            ///< mm, by explode
  double displacement = 0;  ///< mm along the normals; 0 for pieces of cortex
  double thickness = 1;     ///< factor of the span of pieces of cortex
};

/// How much larger a structure is drawn than its mesh.
struct DrawnSize {
  double ratio = 1;  ///< volume against that of the mesh
  bool cut = false;  ///< the change was larger than can be drawn: +-Body::kLargestChange
};
/// The change of `state`, exaggerated; that of cortex is that of its grey matter.
[[nodiscard]] DrawnSize drawnSize(const StructureState& state, bool cortex, float exaggeration);

/// The size and place of each structure, measured once on its own mesh.
class Body {
 public:
  explicit Body(const atlas::Anatomy& anatomy);

  /// Placement of a structure drawn as a closed solid (piece, nucleus, cerebellum): the enclosed
  /// volume is `drawnSize` times that of the mesh, exactly.
  [[nodiscard]] Placement solid(int structure, const FrameState& frame, const Look& look) const;
  /// Placements of all structures. `into` has one entry a structure.
  void place(const FrameState& frame, const Look& look, std::span<Placement> into) const;
  /// Thickness of the folded cortex over every structure: the tissue down to the white matter
  /// changes by as many mm3 as the pieces do, whose `placements` these are. `into` has one entry a
  /// structure.
  void thickness(const FrameState& frame, const Look& look, std::span<const Placement> placements,
                 std::span<Thickness> into) const;

  [[nodiscard]] const Vec3& centre(int structure) const {
    return parts_[static_cast<std::size_t>(structure)].centre;
  }
  [[nodiscard]] double radius(int structure) const {
    return parts_[static_cast<std::size_t>(structure)].radius;
  }
  [[nodiscard]] double volume(int structure) const {
    return parts_[static_cast<std::size_t>(structure)].volume[0];
  }
  /// Displacement in mm (of pieces of cortex: growth of the thickness factor beyond 1) that makes
  /// the volume `ratio` times what it is.
  [[nodiscard]] double displacementFor(int structure, double ratio) const;

  static constexpr double kLargestChange = 0.5;

 private:
  /// Wanted volume against that of the mesh.
  [[nodiscard]] double ratio(std::size_t structure, const FrameState& frame,
                             const Look& look) const;
  struct Part {
    Vec3 centre{};
    double radius = 0;
    Vec3 outward{};                  ///< direction of explode, mm at explode = 1
    std::array<double, 4> volume{};  ///< enclosed volume in mm3 = sum volume[k] * d^k
    bool cortex = false;             ///< a piece of cortex: d stretches its span
    Hemisphere side = Hemisphere::midline;
  };
  std::vector<Part> parts_;
  CortexLaw law_;
};

}  // namespace syn::scene
