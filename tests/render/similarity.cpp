#include "similarity.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace syn::test {
namespace {

struct Grey {
  std::size_t width, height;
  std::vector<double> value;
  [[nodiscard]] double at(std::size_t x, std::size_t y) const { return value[y * width + x]; }
};

double brightness(const render::Image& image, std::size_t x, std::size_t y) {
  const std::uint8_t* p = &image.rgb[(y * static_cast<std::size_t>(image.width) + x) * 3];
  return 0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2];
}

Grey halved(const render::Image& image) {
  Grey grey{
      static_cast<std::size_t>(image.width) / 2, static_cast<std::size_t>(image.height) / 2, {}};
  grey.value.reserve(grey.width * grey.height);
  for (std::size_t y = 0; y < grey.height; ++y) {
    for (std::size_t x = 0; x < grey.width; ++x) {
      grey.value.push_back((brightness(image, 2 * x, 2 * y) + brightness(image, 2 * x + 1, 2 * y) +
                            brightness(image, 2 * x, 2 * y + 1) +
                            brightness(image, 2 * x + 1, 2 * y + 1)) /
                           4);
    }
  }
  return grey;
}

void requireSameSize(const render::Image& a, const render::Image& b) {
  if (a.width != b.width || a.height != b.height) {
    throw std::invalid_argument("pictures of different sizes cannot be compared");
  }
}

}  // namespace

double similarity(const render::Image& first, const render::Image& second) {
  requireSameSize(first, second);
  constexpr std::size_t kWindow = 8, kStep = 4;
  constexpr double kC1 = 6.5025, kC2 = 58.5225;  // (0.01 * 255)^2 and (0.03 * 255)^2
  const Grey a = halved(first), b = halved(second);
  double sum = 0;
  std::size_t windows = 0;
  for (std::size_t y = 0; y + kWindow <= a.height; y += kStep) {
    for (std::size_t x = 0; x + kWindow <= a.width; x += kStep) {
      double ma = 0, mb = 0, aa = 0, bb = 0, ab = 0;
      for (std::size_t j = 0; j < kWindow; ++j) {
        for (std::size_t i = 0; i < kWindow; ++i) {
          const double p = a.at(x + i, y + j), q = b.at(x + i, y + j);
          ma += p;
          mb += q;
          aa += p * p;
          bb += q * q;
          ab += p * q;
        }
      }
      constexpr double kCount = kWindow * kWindow;
      ma /= kCount;
      mb /= kCount;
      const double va = aa / kCount - ma * ma, vb = bb / kCount - mb * mb;
      const double cov = ab / kCount - ma * mb;
      sum += (2 * ma * mb + kC1) * (2 * cov + kC2) / ((ma * ma + mb * mb + kC1) * (va + vb + kC2));
      ++windows;
    }
  }
  return windows == 0 ? 1 : sum / static_cast<double>(windows);
}

render::Image difference(const render::Image& a, const render::Image& b) {
  requireSameSize(a, b);
  render::Image result{a.width, a.height, std::vector<std::uint8_t>(a.rgb.size())};
  for (std::size_t i = 0; i < a.rgb.size(); ++i) {
    result.rgb[i] = static_cast<std::uint8_t>(std::min(4 * std::abs(a.rgb[i] - b.rgb[i]), 255));
  }
  return result;
}

}  // namespace syn::test
