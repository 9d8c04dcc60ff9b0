#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "render/geometry.h"

namespace syn::render {

/// A vertex of the anatomy that something is drawn at, and what it needs to go along with its part
/// (shaders/common/place.glsl).
struct Place {
  std::array<float, 3> at{};      ///< mm, at rest
  std::array<float, 3> normal{};  ///< outward
  /// How far the place moves when the cortex there becomes twice as thick, mm; last: how far inside
  /// its region it is, 0..1.
  MeshBuilder::Attribute span{};
  std::size_t structure = 0;
};

/// The place `depth` mm below a vertex; its inner sheet is the deepest that moves with the cortex.
[[nodiscard]] Place placeAt(const atlas::Mesh& mesh, std::size_t vertex, float depth = 0);

/// The n-th choice of `all`, evenly spread whatever the first n are. `all` is not empty.
template <class T>
[[nodiscard]] const T& pick(const std::vector<T>& all, int n) {
  const auto chosen = static_cast<std::size_t>(spread(n) * static_cast<float>(all.size()));
  return all[std::min(chosen, all.size() - 1)];
}

}  // namespace syn::render
