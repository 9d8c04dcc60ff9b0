#include "atlas/builder/volume.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "atlas/builder/parallel.h"

namespace syn::atlas {
namespace {

constexpr float kFar = 1e20F;

std::vector<float> gaussianKernel(double sigmaVoxels) {
  const int radius = static_cast<int>(std::lround(4.0 * sigmaVoxels));
  std::vector<float> half(static_cast<std::size_t>(radius) + 1);
  double sum = 0;
  for (int i = 0; i <= radius; ++i) {
    const double w = std::exp(-0.5 * (i / sigmaVoxels) * (i / sigmaVoxels));
    half[static_cast<std::size_t>(i)] = static_cast<float>(w);
    sum += i == 0 ? w : 2 * w;
  }
  for (float& w : half) w /= static_cast<float>(sum);
  return half;
}

void blurRow(const float* in, float* out, int n, const std::vector<float>& half) {
  const int radius = static_cast<int>(half.size()) - 1;
  std::vector<float> line(static_cast<std::size_t>(n + 2 * radius));
  for (int i = 0; i < n + 2 * radius; ++i) {
    line[static_cast<std::size_t>(i)] = in[std::clamp(i - radius, 0, n - 1)];
  }
  const float* centre = line.data() + radius;
  for (int i = 0; i < n; ++i) out[i] = half[0] * centre[i];
  for (int k = 1; k <= radius; ++k) {
    const float w = half[static_cast<std::size_t>(k)];
    for (int i = 0; i < n; ++i) out[i] += w * (centre[i - k] + centre[i + k]);
  }
}

/// Blurs `rows` rows of length `n`, `stride` apart, across the rows.
void blurAcross(float* data, std::size_t stride, int rows, int n, const std::vector<float>& half) {
  const std::size_t width = static_cast<std::size_t>(n);
  std::vector<float> copy(width * static_cast<std::size_t>(rows));
  for (int r = 0; r < rows; ++r) {
    const float* row = data + static_cast<std::size_t>(r) * stride;
    std::copy(row, row + n, copy.data() + static_cast<std::size_t>(r) * width);
  }
  const auto source = [&](int r) {
    return copy.data() + static_cast<std::size_t>(std::clamp(r, 0, rows - 1)) * width;
  };
  for (int r = 0; r < rows; ++r) {
    float* out = data + static_cast<std::size_t>(r) * stride;
    const float* middle = source(r);
    for (int i = 0; i < n; ++i) out[i] = half[0] * middle[i];
    for (int k = 1; k < static_cast<int>(half.size()); ++k) {
      const float* before = source(r - k);
      const float* after = source(r + k);
      const float w = half[static_cast<std::size_t>(k)];
      for (int i = 0; i < n; ++i) out[i] += w * (before[i] + after[i]);
    }
  }
}

/// One-dimensional squared distance transform along a line: lower envelope of parabolas.
class Envelope {
 public:
  explicit Envelope(int n)
      : value(static_cast<std::size_t>(n)),
        label(static_cast<std::size_t>(n)),
        place_(static_cast<std::size_t>(n)),
        height_(static_cast<std::size_t>(n)),
        name_(static_cast<std::size_t>(n)),
        from_(static_cast<std::size_t>(n)) {}

  std::vector<float> value;
  std::vector<std::uint8_t> label;

  void run() {
    const int n = static_cast<int>(value.size());
    int top = -1;
    for (int q = 0; q < n; ++q) {
      const auto uq = static_cast<std::size_t>(q);
      if (value[uq] >= kFar) continue;
      const double hq = static_cast<double>(value[uq]) + static_cast<double>(q) * q;
      double crossing = -std::numeric_limits<double>::infinity();
      while (top >= 0) {
        const auto t = static_cast<std::size_t>(top);
        crossing = (hq - height_[t]) / (2.0 * (q - place_[t]));
        if (crossing > from_[t]) break;
        --top;
        crossing = -std::numeric_limits<double>::infinity();
      }
      ++top;
      const auto t = static_cast<std::size_t>(top);
      place_[t] = q;
      height_[t] = hq;
      name_[t] = label[uq];
      from_[t] = crossing;
    }
    if (top < 0) return;
    std::size_t k = 0;
    for (int q = 0; q < n; ++q) {
      while (static_cast<int>(k) < top && from_[k + 1] < q) ++k;
      const double d = q - place_[k];
      value[static_cast<std::size_t>(q)] =
          static_cast<float>(d * d + height_[k] - static_cast<double>(place_[k]) * place_[k]);
      label[static_cast<std::size_t>(q)] = name_[k];
    }
  }

 private:
  std::vector<int> place_;
  std::vector<double> height_;
  std::vector<std::uint8_t> name_;
  std::vector<double> from_;
};

/// Runs the envelope along y or z for one plane of lines that lie side by side in x.
void transformPlane(NearestLabel& map, std::size_t start, std::size_t stride, int n, int width) {
  constexpr int kBlock = 16;
  std::vector<Envelope> lines(kBlock, Envelope(n));
  for (int x0 = 0; x0 < width; x0 += kBlock) {
    const int block = std::min(kBlock, width - x0);
    for (int i = 0; i < n; ++i) {
      const std::size_t at =
          start + static_cast<std::size_t>(i) * stride + static_cast<std::size_t>(x0);
      for (int b = 0; b < block; ++b) {
        Envelope& line = lines[static_cast<std::size_t>(b)];
        line.value[static_cast<std::size_t>(i)] =
            map.distance.data[at + static_cast<std::size_t>(b)];
        line.label[static_cast<std::size_t>(i)] = map.label.data[at + static_cast<std::size_t>(b)];
      }
    }
    for (int b = 0; b < block; ++b) lines[static_cast<std::size_t>(b)].run();
    for (int i = 0; i < n; ++i) {
      const std::size_t at =
          start + static_cast<std::size_t>(i) * stride + static_cast<std::size_t>(x0);
      for (int b = 0; b < block; ++b) {
        const Envelope& line = lines[static_cast<std::size_t>(b)];
        map.distance.data[at + static_cast<std::size_t>(b)] =
            line.value[static_cast<std::size_t>(i)];
        map.label.data[at + static_cast<std::size_t>(b)] = line.label[static_cast<std::size_t>(i)];
      }
    }
  }
}

/// Visits the 6-connected component of `start` among set voxels of `mask`, clearing them.
template <typename Visit>
void flood(Mask& mask, std::size_t start, std::vector<std::size_t>& stack, const Visit& visit) {
  const auto nx = static_cast<std::size_t>(mask.grid.size[0]);
  const std::size_t nxy = nx * static_cast<std::size_t>(mask.grid.size[1]);
  const std::size_t total = mask.data.size();
  stack.clear();
  stack.push_back(start);
  mask.data[start] = 0;
  const auto push = [&](std::size_t i) {
    if (mask.data[i] != 0) {
      mask.data[i] = 0;
      stack.push_back(i);
    }
  };
  while (!stack.empty()) {
    const std::size_t i = stack.back();
    stack.pop_back();
    visit(i);
    const std::size_t x = i % nx;
    const std::size_t inPlane = i % nxy;
    if (x > 0) push(i - 1);
    if (x + 1 < nx) push(i + 1);
    if (inPlane >= nx) push(i - nx);
    if (inPlane + nx < nxy) push(i + nx);
    if (i >= nxy) push(i - nxy);
    if (i + nxy < total) push(i + nxy);
  }
}

Mask eroded(const Mask& mask, std::uint8_t target) {
  // A voxel stays when it and its six neighbours are `target`; beyond the border counts as 0.
  Mask out(mask.grid);
  forEachVoxel(mask.grid, [&](int x, int y, int z, std::size_t i) {
    const auto is = [&](int a, int b, int c) {
      return (mask.grid.holds(a, b, c) ? mask(a, b, c) : 0) == target;
    };
    out.data[i] = is(x, y, z) && is(x - 1, y, z) && is(x + 1, y, z) && is(x, y - 1, z) &&
                  is(x, y + 1, z) && is(x, y, z - 1) && is(x, y, z + 1);
  });
  return out;
}

}  // namespace

Field toField(const Mask& mask) {
  Field field(mask.grid);
  std::copy(mask.data.begin(), mask.data.end(), field.data.begin());
  return field;
}

std::size_t countSet(const Mask& mask) {
  return static_cast<std::size_t>(
      std::count_if(mask.data.begin(), mask.data.end(), [](std::uint8_t v) { return v != 0; }));
}

void blur(Field& field, double sigmaMm, int threads) {
  const std::vector<float> half = gaussianKernel(sigmaMm / field.grid.spacing);
  if (half.size() < 2) return;
  const auto [nx, ny, nz] = field.grid.size;
  const auto row = static_cast<std::size_t>(nx);
  const std::size_t plane = row * static_cast<std::size_t>(ny);
  parallelFor(static_cast<std::size_t>(nz), threads, [&, nx = nx, ny = ny](std::size_t z) {
    float* slice = field.data.data() + z * plane;
    std::vector<float> line(row);
    for (int y = 0; y < ny; ++y) {
      float* at = slice + static_cast<std::size_t>(y) * row;
      blurRow(at, line.data(), nx, half);
      std::copy(line.begin(), line.end(), at);
    }
    blurAcross(slice, row, ny, nx, half);
  });
  parallelFor(static_cast<std::size_t>(ny), threads, [&, nx = nx, nz = nz](std::size_t y) {
    blurAcross(field.data.data() + y * row, plane, nz, nx, half);
  });
}

NearestLabel nearestLabel(const Labels& labels, int threads) {
  NearestLabel map{Field(labels.grid, kFar), labels};
  for (std::size_t i = 0; i < labels.data.size(); ++i) {
    if (labels.data[i] != 0) map.distance.data[i] = 0;
  }
  const auto [nx, ny, nz] = labels.grid.size;
  const auto row = static_cast<std::size_t>(nx);
  const std::size_t plane = row * static_cast<std::size_t>(ny);
  parallelFor(static_cast<std::size_t>(nz), threads, [&, nx = nx, ny = ny](std::size_t z) {
    Envelope line(nx);
    for (int y = 0; y < ny; ++y) {
      const auto at = static_cast<std::ptrdiff_t>(z * plane + static_cast<std::size_t>(y) * row);
      std::copy_n(map.distance.data.begin() + at, nx, line.value.begin());
      std::copy_n(map.label.data.begin() + at, nx, line.label.begin());
      line.run();
      std::copy_n(line.value.begin(), nx, map.distance.data.begin() + at);
      std::copy_n(line.label.begin(), nx, map.label.data.begin() + at);
    }
    transformPlane(map, z * plane, row, ny, nx);
  });
  parallelFor(static_cast<std::size_t>(ny), threads, [&, nx = nx, nz = nz](std::size_t y) {
    transformPlane(map, y * row, plane, nz, nx);
  });
  const auto spacing = static_cast<float>(labels.grid.spacing);
  for (float& d : map.distance.data) d = std::sqrt(d) * spacing;
  return map;
}

Field distanceTo(const Mask& mask, int threads) {
  return nearestLabel(mask, threads).distance;
}

std::vector<std::vector<std::size_t>> components(const Mask& mask) {
  std::vector<std::vector<std::size_t>> found;
  std::vector<std::size_t> stack;
  Mask left = mask;
  for (std::size_t i = 0; i < left.data.size(); ++i) {
    if (left.data[i] == 0) continue;
    found.emplace_back();
    flood(left, i, stack, [&](std::size_t at) { found.back().push_back(at); });
  }
  return found;
}

void keepLargest(Mask& mask, int keep) {
  struct Component {
    std::size_t start;
    std::size_t size;
  };
  std::vector<Component> components;
  std::vector<std::size_t> stack;
  Mask left = mask;
  for (std::size_t i = 0; i < left.data.size(); ++i) {
    if (left.data[i] == 0) continue;
    std::size_t size = 0;
    flood(left, i, stack, [&](std::size_t) { ++size; });
    components.push_back({i, size});
  }
  std::stable_sort(components.begin(), components.end(),
                   [](const Component& a, const Component& b) { return a.size > b.size; });
  if (components.size() > static_cast<std::size_t>(keep)) {
    components.resize(static_cast<std::size_t>(keep));
  }
  Mask out(mask.grid);
  for (const Component& c : components) {
    flood(mask, c.start, stack, [&](std::size_t i) { out.data[i] = 1; });
  }
  mask = std::move(out);
}

Mask grow(const Mask& seed, const Mask& allowed) {
  Mask left = allowed;
  Mask out(seed.grid);
  std::vector<std::size_t> stack;
  for (std::size_t i = 0; i < seed.data.size(); ++i) {
    if (seed.data[i] != 0 && left.data[i] != 0) {
      flood(left, i, stack, [&](std::size_t at) { out.data[at] = 1; });
    }
  }
  return out;
}

Mask opened(const Mask& mask) {
  const Mask core = eroded(mask, 1);
  Mask out = eroded(core, 0);  // what stays empty under dilation
  for (std::uint8_t& v : out.data) v = v != 0 ? 0 : 1;
  return out;
}

Box boundsOf(const Mask& mask, int margin) {
  Box box;
  box.low = mask.grid.size;
  forEachVoxel(mask.grid, [&](int x, int y, int z, std::size_t i) {
    if (mask.data[i] == 0) return;
    const Index3 at{x, y, z};
    for (std::size_t a = 0; a < 3; ++a) {
      box.low[a] = std::min(box.low[a], at[a]);
      box.high[a] = std::max(box.high[a], at[a]);
    }
  });
  if (box.empty()) return box;
  for (std::size_t a = 0; a < 3; ++a) {
    box.low[a] = std::max(box.low[a] - margin, 0);
    box.high[a] = std::min(box.high[a] + margin, mask.grid.size[a] - 1);
  }
  return box;
}

float sample(const Field& field, const Vec3& mm) {
  std::array<int, 3> low;
  std::array<float, 3> f;
  for (std::size_t a = 0; a < 3; ++a) {
    const double limit = field.grid.size[a] - 1;
    const double v = std::clamp((mm[a] - field.grid.origin[a]) / field.grid.spacing, 0.0, limit);
    low[a] = std::min(static_cast<int>(v), std::max(field.grid.size[a] - 2, 0));
    f[a] = static_cast<float>(v - low[a]);
  }
  const auto at = [&](int dx, int dy, int dz) {
    return field(std::min(low[0] + dx, field.grid.size[0] - 1),
                 std::min(low[1] + dy, field.grid.size[1] - 1),
                 std::min(low[2] + dz, field.grid.size[2] - 1));
  };
  const auto mix = [](float a, float b, float t) { return a + (b - a) * t; };
  const float near =
      mix(mix(at(0, 0, 0), at(1, 0, 0), f[0]), mix(at(0, 1, 0), at(1, 1, 0), f[0]), f[1]);
  const float far =
      mix(mix(at(0, 0, 1), at(1, 0, 1), f[0]), mix(at(0, 1, 1), at(1, 1, 1), f[0]), f[1]);
  return mix(near, far, f[2]);
}

}  // namespace syn::atlas
