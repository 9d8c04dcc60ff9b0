#include "render/image.h"

#include <algorithm>
#include <cstddef>

#include "base/logic_error.h"

namespace syn::render {

Image blank(int width, int height) {
  Image image{width, height, {}};
  image.rgb.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  return image;
}

void paste(Image& onto, const Image& image, int x, int y) {
  if (x < 0 || y < 0 || x + image.width > onto.width || y + image.height > onto.height) {
    throw LogicError("a picture is pasted beyond the edge of another");
  }
  for (int row = 0; row < image.height; ++row) {
    std::copy_n(image.rgb.begin() + std::ptrdiff_t{3} * row * image.width, 3 * image.width,
                onto.rgb.begin() + std::ptrdiff_t{3} * ((y + row) * onto.width + x));
  }
}

Image reduced(const Image& image, int factor) {
  Image small = blank(image.width / factor, image.height / factor);
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      for (int c = 0; c < 3; ++c) {
        int sum = 0;
        for (int i = 0; i < factor * factor; ++i) {
          const int row = y * factor + i / factor, column = x * factor + i % factor;
          sum += image.rgb[static_cast<std::size_t>((row * image.width + column) * 3 + c)];
        }
        small.rgb[static_cast<std::size_t>((y * small.width + x) * 3 + c)] =
            static_cast<std::uint8_t>(sum / (factor * factor));
      }
    }
  }
  return small;
}

Image sideBySide(const Image& left, const Image& right) {
  constexpr std::uint8_t kLine = 0x3A;
  if (left.height != right.height) throw LogicError("pictures side by side differ in height");
  Image both = blank(left.width + right.width, left.height);
  paste(both, left, 0, 0);
  paste(both, right, left.width, 0);
  // The last column of the left one is the line.
  Image line = blank(1, left.height);
  std::fill(line.rgb.begin(), line.rgb.end(), kLine);
  paste(both, line, left.width - 1, 0);
  return both;
}

}  // namespace syn::render
