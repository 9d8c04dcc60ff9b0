#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "scene/camera.h"
#include "scene/cortex_law.h"
#include "scene/frame_state.h"

namespace syn::scene {

/// Bounding-volume tree over the triangles of one mesh, for rays.
class TriangleTree {
 public:
  struct Hit {
    double distance = 0;
    std::uint32_t triangle = 0;
  };

  /// Keeps references: the arrays must outlive the tree. `structure` runs per vertex.
  TriangleTree(const std::vector<float>& positions, const std::vector<std::uint32_t>& triangles,
               const std::vector<std::uint8_t>& structure);
  /// Also keeps the mesh' span, so that rays find a cortex of any thickness.
  explicit TriangleTree(const atlas::Mesh& mesh);

  /// Nearest triangle along the ray whose structure is not in `without`, nearer than `limit` mm.
  /// `thickness` has one entry a structure; empty = every vertex at its position.
  [[nodiscard]] std::optional<Hit> nearest(const Ray& ray, double limit,
                                           const StructureSet& without,
                                           std::span<const Thickness> thickness = {}) const;
  [[nodiscard]] int structureOf(std::uint32_t triangle) const {
    return (*structure_)[(*triangles_)[triangle * std::size_t{3}]];
  }

 private:
  struct Node {
    std::array<float, 3> low{}, high{};
    std::uint32_t first = 0;  ///< leaf: first entry of order_; inner: index of the right child
    std::uint32_t count = 0;  ///< leaf: number of triangles; inner: 0
  };
  void plant();
  [[nodiscard]] Vec3 place(std::size_t vertex, std::span<const Thickness> thickness) const;
  std::uint32_t build(std::uint32_t first, std::uint32_t count,
                      const std::vector<std::array<float, 3>>& centres);

  const std::vector<float>* positions_;
  const std::vector<std::uint32_t>* triangles_;
  const std::vector<std::uint8_t>* structure_;
  const std::vector<float>* span_ = nullptr;    // of a sheet of cortex
  const std::vector<float>* border_ = nullptr;  // goes with the span
  std::vector<std::uint32_t> order_;
  std::vector<Node> nodes_;
};

}  // namespace syn::scene
