#include "support/similarity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

namespace syn::test {
namespace {

using Lab = std::array<double, 3>;

constexpr int kLeastPixels = 16;         // a side: one window of the halved picture
constexpr std::size_t kWindow = 8;       // pixels a side of the halved picture
constexpr std::size_t kStep = 4;         // pixels from window to window
constexpr std::size_t kTile = 8;         // windows a side: 64 pixels of the picture
constexpr double kTileAllowance = 5;     // how much more unlike one tile may be than the whole
constexpr double kGroundRadius = 0.1;    // OKLab; the vignette of the ground stays within
constexpr double kMeanScale = 0.15;      // OKLab; a window's mean that far off counts half
constexpr double kSteady = 0.03 * 0.03;  // Wang's C2, for channels about 1 wide

double linear(std::uint8_t code) {
  static const std::array<double, 256> table = [] {
    std::array<double, 256> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double v = static_cast<double>(i) / 255;
      values[i] = v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    }
    return values;
  }();
  return table[code];
}

/// Ottosson's OKLab of an sRGB pixel.
Lab oklab(const std::uint8_t* rgb) {
  const double r = linear(rgb[0]), g = linear(rgb[1]), b = linear(rgb[2]);
  const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

double distance(const Lab& p, const Lab& q) {
  return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

/// A picture at half its size, with what of it is drawn.
struct Halved {
  std::size_t width, height;
  std::vector<Lab> colour;
  std::vector<char> drawn;
};

Lab middle(std::vector<Lab> colours) {
  Lab result{};
  const auto half = colours.begin() + static_cast<std::ptrdiff_t>(colours.size() / 2);
  for (std::size_t c = 0; c < result.size(); ++c) {
    std::nth_element(colours.begin(), half, colours.end(),
                     [c](const Lab& p, const Lab& q) { return p[c] < q[c]; });
    result[c] = (*half)[c];
  }
  return result;
}

Lab groundOf(const Halved& picture) {
  std::vector<Lab> edge;
  for (std::size_t x = 0; x < picture.width; ++x) {
    edge.push_back(picture.colour[x]);
    edge.push_back(picture.colour[(picture.height - 1) * picture.width + x]);
  }
  for (std::size_t y = 0; y < picture.height; ++y) {
    edge.push_back(picture.colour[y * picture.width]);
    edge.push_back(picture.colour[(y + 1) * picture.width - 1]);
  }
  return middle(std::move(edge));
}

Halved halved(const render::Image& image) {
  const auto width = static_cast<std::size_t>(image.width);
  Halved half{width / 2, static_cast<std::size_t>(image.height) / 2, {}, {}};
  half.colour.reserve(half.width * half.height);
  for (std::size_t y = 0; y < half.height; ++y) {
    for (std::size_t x = 0; x < half.width; ++x) {
      const std::uint8_t* first = &image.rgb[(2 * y * width + 2 * x) * 3];
      Lab mean{};
      for (const std::uint8_t* pixel :
           {first, first + 3, first + width * 3, first + width * 3 + 3}) {
        const Lab lab = oklab(pixel);
        for (std::size_t c = 0; c < mean.size(); ++c) mean[c] += lab[c] / 4;
      }
      half.colour.push_back(mean);
    }
  }
  const Lab ground = groundOf(half);
  half.drawn.reserve(half.colour.size());
  for (const Lab& lab : half.colour) half.drawn.push_back(distance(lab, ground) > kGroundRadius);
  return half;
}

/// Weighted mean.
struct Mean {
  double sum = 0, weight = 0;
  void add(double value, double w) {
    sum += value * w;
    weight += w;
  }
  [[nodiscard]] double value() const { return weight == 0 ? 1 : sum / weight; }
};

/// One window: how alike it is, and how much of it is drawn on in either picture.
struct Window {
  double alike, drawn;
};

Window compare(const Halved& a, const Halved& b, std::size_t left, std::size_t top) {
  constexpr double kCount = kWindow * kWindow;
  Lab ma{}, mb{}, aa{}, bb{}, ab{};
  double drawn = 0;
  for (std::size_t y = top; y < top + kWindow; ++y) {
    for (std::size_t x = left; x < left + kWindow; ++x) {
      const std::size_t i = y * a.width + x;
      drawn += a.drawn[i] != 0 || b.drawn[i] != 0 ? 1 / kCount : 0;
      for (std::size_t c = 0; c < 3; ++c) {
        const double p = a.colour[i][c], q = b.colour[i][c];
        ma[c] += p / kCount;
        mb[c] += q / kCount;
        aa[c] += p * p / kCount;
        bb[c] += q * q / kCount;
        ab[c] += p * q / kCount;
      }
    }
  }
  const double off = distance(ma, mb) / kMeanScale;
  double alike = 1 / (1 + off * off);
  for (std::size_t c = 0; c < 3; ++c) {
    const double spread = aa[c] - ma[c] * ma[c] + bb[c] - mb[c] * mb[c];
    const double structure = (2 * (ab[c] - ma[c] * mb[c]) + kSteady) / (spread + kSteady);
    alike *= std::max(structure, 0.0);
  }
  return {alike, drawn};
}

void requireSound(const render::Image& image) {
  if (image.width < kLeastPixels || image.height < kLeastPixels) {
    throw std::invalid_argument("a picture of " + std::to_string(image.width) + "x" +
                                std::to_string(image.height) +
                                " pixels cannot be compared; it needs at least 16x16");
  }
  const auto pixels =
      static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
  if (image.rgb.size() != pixels * 3) {
    throw std::invalid_argument("a picture of " + std::to_string(pixels) + " pixels has " +
                                std::to_string(image.rgb.size()) + " bytes instead of three each");
  }
}

void requireComparable(const render::Image& a, const render::Image& b) {
  requireSound(a);
  requireSound(b);
  if (a.width != b.width || a.height != b.height) {
    throw std::invalid_argument("pictures of " + std::to_string(a.width) + "x" +
                                std::to_string(a.height) + " and " + std::to_string(b.width) + "x" +
                                std::to_string(b.height) + " pixels cannot be compared");
  }
}

}  // namespace

double similarity(const render::Image& first, const render::Image& second) {
  requireComparable(first, second);
  const Halved a = halved(first), b = halved(second);
  const std::size_t columns = (a.width - kWindow) / kStep + 1;
  const std::size_t rows = (a.height - kWindow) / kStep + 1;
  const std::size_t tilesAcross = (columns + kTile - 1) / kTile;
  std::vector<Mean> tiles(tilesAcross * ((rows + kTile - 1) / kTile));
  Mean drawn, ground;
  for (std::size_t y = 0; y < rows; ++y) {
    for (std::size_t x = 0; x < columns; ++x) {
      const Window window = compare(a, b, x * kStep, y * kStep);
      drawn.add(window.alike, window.drawn);
      ground.add(window.alike, 1 - window.drawn);
      tiles[y / kTile * tilesAcross + x / kTile].add(window.alike, window.drawn);
    }
  }
  double result = std::min(drawn.value(), ground.value());
  for (const Mean& tile : tiles) {
    result = std::min(result, 1 - (1 - tile.value()) / kTileAllowance);
  }
  return result;
}

render::Image difference(const render::Image& a, const render::Image& b) {
  requireComparable(a, b);
  render::Image result{a.width, a.height, std::vector<std::uint8_t>(a.rgb.size())};
  for (std::size_t i = 0; i < a.rgb.size(); ++i) {
    result.rgb[i] = static_cast<std::uint8_t>(std::min(4 * std::abs(a.rgb[i] - b.rgb[i]), 255));
  }
  return result;
}

}  // namespace syn::test
