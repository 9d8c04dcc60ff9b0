#include "atlas/builder/topology.h"

#include <algorithm>
#include <cmath>

namespace syn::atlas {
namespace {

constexpr std::size_t kSmallFill = 80;  // voxels of a tunnel that is filled instead of cut
constexpr float kFlipped = 0.05F;       // value given to a voxel whose sign is changed
constexpr int kLevels = 2048;           // of the queue
constexpr float kLevelRange = 8.0F;     // of the field's values told apart

/// Bits of the 27 voxels around one; bit 13 is the voxel itself.
using Bits = std::uint32_t;
constexpr Bits kAll = ((Bits{1} << 27U) - 1U) & ~(Bits{1} << 13U);

/// Which of the 27 voxels are neighbours of each other, and which touch the middle by a face, an
/// edge or a corner.
struct Neighbourhood {
  std::array<Bits, 27> byFace{};
  std::array<Bits, 27> byEdge{};  // or by a face
  Bits faces = 0, edges = 0, corners = 0;

  constexpr Neighbourhood() {
    for (int i = 0; i < 27; ++i) {
      const auto at = static_cast<std::size_t>(i);
      const int apart = distance(i, 13);
      const Bits bit = Bits{1} << static_cast<unsigned>(i);
      if (apart == 1) faces |= bit;
      if (apart == 2) edges |= bit;
      if (apart == 3) corners |= bit;
      for (int k = 0; k < 27; ++k) {
        if (k == i || k == 13 || !touching(i, k)) continue;
        const Bits other = Bits{1} << static_cast<unsigned>(k);
        if (distance(i, k) == 1) byFace[at] |= other;
        if (distance(i, k) <= 2) byEdge[at] |= other;
      }
    }
  }

 private:
  static constexpr int apart(int a, int b) { return a < b ? b - a : a - b; }
  static constexpr bool touching(int a, int b) {
    return apart(a % 3, b % 3) < 2 && apart(a / 3 % 3, b / 3 % 3) < 2 && apart(a / 9, b / 9) < 2;
  }
  static constexpr int distance(int a, int b) {
    return apart(a % 3, b % 3) + apart(a / 3 % 3, b / 3 % 3) + apart(a / 9, b / 9);
  }
};
constexpr Neighbourhood kAround;

Bits spread(Bits from, const std::array<Bits, 27>& neighbours) {
  Bits to = 0;
  for (; from != 0; from &= from - 1)
    to |= neighbours[static_cast<std::size_t>(__builtin_ctz(from))];
  return to;
}

/// Whether all of `ends` hang together within `within`.
bool connected(Bits ends, Bits within, const std::array<Bits, 27>& neighbours) {
  Bits reached = ends & (~ends + 1);
  if (reached == 0) return false;
  for (Bits fresh = reached; fresh != 0;) {
    fresh = spread(fresh, neighbours) & within & ~reached;
    reached |= fresh;
  }
  return (ends & ~reached) == 0;
}

/// Whether adding or removing the middle leaves the topology of the object alone.
bool isSimple(Bits object) {
  const Bits faces = object & kAround.faces;
  const Bits edges = object & kAround.edges & spread(faces, kAround.byFace);
  const Bits corners = object & kAround.corners & spread(edges, kAround.byFace);
  if (!connected(faces, faces | edges | corners, kAround.byFace)) return false;
  const Bits background = kAll & ~object;
  const Bits near = background & (kAround.faces | kAround.edges);
  const Bits far = background & kAround.corners & spread(near, kAround.byEdge);
  return connected(near, near | far, kAround.byEdge);
}

/// Grows a region by simple points, the voxels of the highest priority first.
class Growth {
 public:
  /// `inverted`: what grows is the background, and the object is the rest.
  Growth(const Grid& grid, bool inverted)
      : grid_(grid), inverted_(inverted), state_(grid.count(), 0), buckets_(kLevels) {
    const auto nx = static_cast<std::ptrdiff_t>(grid.size[0]);
    const auto nxy = nx * grid.size[1];
    for (int i = 0; i < 27; ++i) {
      offsets_[static_cast<std::size_t>(i)] =
          (i % 3 - 1) + (i / 3 % 3 - 1) * nx + (i / 9 - 1) * nxy;
    }
  }

  /// Part of the region from the beginning.
  void seed(std::size_t voxel) { state_[voxel] |= kIn; }
  [[nodiscard]] bool has(std::size_t voxel) const { return (state_[voxel] & kIn) != 0; }

  /// `priority(voxel)` is negative where the region may not grow.
  template <typename Priority>
  void run(const Priority& priority) {
    forEachInner([&](std::size_t i) {
      if (has(i)) return;
      for (const std::ptrdiff_t o : offsets_) {
        if (has(moved(i, o))) {
          push(i, priority(i));
          break;
        }
      }
    });
    for (level_ = kLevels - 1; level_ >= 0; --level_) {
      for (std::size_t next = 0; next < bucket(level_).size(); ++next) {
        const std::size_t i = bucket(level_)[next];
        state_[i] &= static_cast<std::uint8_t>(~kQueued);
        if (has(i) || !isSimple(objectAround(i))) continue;
        state_[i] |= kIn;
        for (const std::ptrdiff_t o : offsets_) {
          const std::size_t neighbour = moved(i, o);
          if (isInner(neighbour)) push(neighbour, priority(neighbour));
        }
      }
      std::vector<std::uint32_t>().swap(bucket(level_));
    }
  }

 private:
  static constexpr std::uint8_t kIn = 1;
  static constexpr std::uint8_t kQueued = 2;

  [[nodiscard]] static std::size_t moved(std::size_t voxel, std::ptrdiff_t offset) {
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(voxel) + offset);
  }
  std::vector<std::uint32_t>& bucket(int level) {
    return buckets_[static_cast<std::size_t>(level)];
  }
  [[nodiscard]] bool isInner(std::size_t voxel) const {
    const auto nx = static_cast<std::size_t>(grid_.size[0]);
    const auto ny = static_cast<std::size_t>(grid_.size[1]);
    const std::size_t x = voxel % nx;
    const std::size_t y = voxel / nx % ny;
    const std::size_t z = voxel / (nx * ny);
    return x > 0 && y > 0 && z > 0 && x + 1 < nx && y + 1 < ny &&
           z + 1 < static_cast<std::size_t>(grid_.size[2]);
  }
  template <typename Visit>
  void forEachInner(const Visit& visit) const {
    for (int z = 1; z + 1 < grid_.size[2]; ++z) {
      for (int y = 1; y + 1 < grid_.size[1]; ++y) {
        for (int x = 1; x + 1 < grid_.size[0]; ++x) visit(grid_.index(x, y, z));
      }
    }
  }
  [[nodiscard]] Bits objectAround(std::size_t voxel) const {
    Bits bits = 0;
    for (std::size_t i = 0; i < 27; ++i) {
      if (has(moved(voxel, offsets_[i]))) bits |= Bits{1} << i;
    }
    return (inverted_ ? ~bits : bits) & kAll;
  }
  void push(std::size_t voxel, float priority) {
    if (priority < 0 || (state_[voxel] & (kIn | kQueued)) != 0) return;
    state_[voxel] |= kQueued;
    const int level =
        std::min(static_cast<int>(priority * (kLevels - 1) / kLevelRange), kLevels - 1);
    bucket(std::min(level, level_)).push_back(static_cast<std::uint32_t>(voxel));
  }

  Grid grid_;
  bool inverted_;
  int level_ = kLevels - 1;
  std::vector<std::uint8_t> state_;
  std::array<std::ptrdiff_t, 27> offsets_{};
  std::vector<std::vector<std::uint32_t>> buckets_;
};

/// Makes the small ones of the voxels that the background could not reach part of the object.
std::size_t fillTunnels(Field& field) {
  Growth background(field.grid, true);
  const Index3& n = field.grid.size;
  forEachVoxel(field.grid, [&](int x, int y, int z, std::size_t i) {
    if (x == 0 || y == 0 || z == 0 || x + 1 == n[0] || y + 1 == n[1] || z + 1 == n[2]) {
      background.seed(i);
    }
  });
  background.run([&](std::size_t i) { return field.data[i] > 0 ? -1.0F : -field.data[i]; });
  Mask left(field.grid);
  for (std::size_t i = 0; i < left.data.size(); ++i) {
    left.data[i] = field.data[i] <= 0 && !background.has(i);
  }
  std::size_t filled = 0;
  for (const std::vector<std::size_t>& tunnel : components(left)) {
    if (tunnel.size() > kSmallFill) continue;
    for (const std::size_t i : tunnel) field.data[i] = kFlipped;
    filled += tunnel.size();
  }
  return filled;
}

}  // namespace

TopologyRepair makeSphere(Field& field) {
  Mask inside = maskWhere(field, [](float f) { return f > 0; });
  keepLargest(inside);
  for (std::size_t i = 0; i < field.data.size(); ++i) {
    if (inside.data[i] == 0 && field.data[i] > 0) field.data[i] = -kFlipped;
  }
  TopologyRepair repair;
  repair.filled = fillTunnels(field);
  Growth object(field.grid, false);
  const auto deepest = std::max_element(field.data.begin(), field.data.end());
  object.seed(static_cast<std::size_t>(deepest - field.data.begin()));
  object.run([&](std::size_t i) { return field.data[i] > 0 ? field.data[i] : -1.0F; });
  for (std::size_t i = 0; i < field.data.size(); ++i) {
    if (field.data[i] <= 0 || object.has(i)) continue;
    field.data[i] = -kFlipped;
    ++repair.cut;
  }
  return repair;
}

}  // namespace syn::atlas
