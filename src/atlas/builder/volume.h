#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/vec.h"

namespace syn::atlas {

using Index3 = std::array<int, 3>;

/// Where the voxels of a volume lie: isotropic grid, axes along RAS, x fastest in memory.
struct Grid {
  Index3 size{};
  double spacing = 1.0;  ///< mm
  Vec3 origin{};         ///< mm, centre of voxel (0,0,0)

  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]) *
           static_cast<std::size_t>(size[2]);
  }
  [[nodiscard]] std::size_t index(int x, int y, int z) const {
    return (static_cast<std::size_t>(z) * static_cast<std::size_t>(size[1]) +
            static_cast<std::size_t>(y)) *
               static_cast<std::size_t>(size[0]) +
           static_cast<std::size_t>(x);
  }
  [[nodiscard]] bool holds(int x, int y, int z) const {
    return x >= 0 && y >= 0 && z >= 0 && x < size[0] && y < size[1] && z < size[2];
  }
  /// Coordinate of voxel centre `i` along `axis`, mm.
  [[nodiscard]] double at(std::size_t axis, int i) const { return origin[axis] + spacing * i; }
  /// Nearest voxel along `axis` to a coordinate in mm; may lie outside.
  [[nodiscard]] int nearest(std::size_t axis, double mm) const {
    return static_cast<int>(std::lround((mm - origin[axis]) / spacing));
  }
  [[nodiscard]] double voxelMm3() const { return spacing * spacing * spacing; }
};

template <typename T>
struct Volume {
  Grid grid;
  std::vector<T> data;

  Volume() = default;
  explicit Volume(const Grid& g, T value = T{}) : grid(g), data(g.count(), value) {}

  [[nodiscard]] T& operator()(int x, int y, int z) { return data[grid.index(x, y, z)]; }
  [[nodiscard]] T operator()(int x, int y, int z) const { return data[grid.index(x, y, z)]; }
};

using Mask = Volume<std::uint8_t>;  ///< 0 or 1
using Labels = Volume<std::uint8_t>;
using Field = Volume<float>;

/// Calls `visit(x, y, z, index)` for every voxel, x fastest.
template <typename Visit>
void forEachVoxel(const Grid& grid, const Visit& visit) {
  std::size_t i = 0;
  for (int z = 0; z < grid.size[2]; ++z) {
    for (int y = 0; y < grid.size[1]; ++y) {
      for (int x = 0; x < grid.size[0]; ++x) visit(x, y, z, i++);
    }
  }
}

template <typename T, typename Test>
[[nodiscard]] Mask maskWhere(const Volume<T>& volume, const Test& test) {
  Mask mask(volume.grid);
  for (std::size_t i = 0; i < volume.data.size(); ++i) mask.data[i] = test(volume.data[i]) ? 1 : 0;
  return mask;
}

[[nodiscard]] Field toField(const Mask& mask);
[[nodiscard]] std::size_t countSet(const Mask& mask);

/// Separable Gaussian, cut at 4 sigma; the border voxel continues outward.
void blur(Field& field, double sigmaMm, int threads);

/// Exact Euclidean distance in mm to the nearest voxel that is set (Felzenszwalb & Huttenlocher
/// 2012, Theory of Computing 8:415). Very large where the mask is empty.
[[nodiscard]] Field distanceTo(const Mask& mask, int threads);

/// Distance as above to the nearest labelled (non-zero) voxel, and that voxel's label.
struct NearestLabel {
  Field distance;
  Labels label;
};
[[nodiscard]] NearestLabel nearestLabel(const Labels& labels, int threads);

/// The 6-connected components of the set voxels, in the order of their first voxel.
[[nodiscard]] std::vector<std::vector<std::size_t>> components(const Mask& mask);
/// Keeps the `keep` largest 6-connected components.
void keepLargest(Mask& mask, int keep = 1);
/// Everything in `allowed` that is 6-connected to a voxel of `seed`.
[[nodiscard]] Mask grow(const Mask& seed, const Mask& allowed);
/// Erosion then dilation with the 6-neighbour cross.
[[nodiscard]] Mask opened(const Mask& mask);

/// Every second voxel in each direction.
template <typename T>
[[nodiscard]] Volume<T> halved(const Volume<T>& volume) {
  Grid grid;
  for (std::size_t a = 0; a < 3; ++a) grid.size[a] = (volume.grid.size[a] + 1) / 2;
  grid.spacing = volume.grid.spacing * 2;
  grid.origin = volume.grid.origin;
  Volume<T> out(grid);
  forEachVoxel(
      grid, [&](int x, int y, int z, std::size_t i) { out.data[i] = volume(2 * x, 2 * y, 2 * z); });
  return out;
}

/// `margin` more voxels on every side, filled with `value`.
template <typename T>
[[nodiscard]] Volume<T> padded(const Volume<T>& volume, int margin, T value) {
  Grid grid = volume.grid;
  for (std::size_t a = 0; a < 3; ++a) {
    grid.size[a] += 2 * margin;
    grid.origin[a] -= grid.spacing * margin;
  }
  Volume<T> out(grid, value);
  forEachVoxel(volume.grid, [&](int x, int y, int z, std::size_t i) {
    out(x + margin, y + margin, z + margin) = volume.data[i];
  });
  return out;
}

/// A box of voxels, both ends inside.
struct Box {
  Index3 low{};
  Index3 high{-1, -1, -1};
  [[nodiscard]] bool empty() const { return high[0] < low[0]; }
};
/// Smallest box around the set voxels, `margin` voxels wider, within the grid.
[[nodiscard]] Box boundsOf(const Mask& mask, int margin);

template <typename T>
[[nodiscard]] Volume<T> cropped(const Volume<T>& volume, const Box& box) {
  Grid grid = volume.grid;
  for (std::size_t a = 0; a < 3; ++a) {
    grid.size[a] = box.high[a] - box.low[a] + 1;
    grid.origin[a] = volume.grid.at(a, box.low[a]);
  }
  Volume<T> out(grid);
  forEachVoxel(grid, [&](int x, int y, int z, std::size_t i) {
    out.data[i] = volume(x + box.low[0], y + box.low[1], z + box.low[2]);
  });
  return out;
}

/// Trilinear value at a place in mm; the border continues outward.
[[nodiscard]] float sample(const Field& field, const Vec3& mm);

}  // namespace syn::atlas
