#include "render/picture/contact_sheet.h"

#include <algorithm>

#include "base/logic_error.h"
#include "render/picture/canvas.h"

namespace syn::render {

namespace {

constexpr int kGap = 14;    // pixels around a pair
constexpr int kLine = 2;    // between its pictures
constexpr int kTitle = 30;  // below it
constexpr std::uint8_t kGround[3] = {14, 17, 24};
constexpr TextStyle kTitleStyle{17, {0.86F, 0.85F, 0.82F}, 500};

void paste(Image& onto, const Image& image, int x, int y) {
  for (int row = 0; row < image.height; ++row) {
    std::copy_n(image.rgb.begin() + std::ptrdiff_t{3} * row * image.width, 3 * image.width,
                onto.rgb.begin() + std::ptrdiff_t{3} * ((y + row) * onto.width + x));
  }
}

}  // namespace

Image reduced(const Image& image, int factor) {
  Image small{image.width / factor, image.height / factor, {}};
  small.rgb.resize(static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height) *
                   3);
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

Image contactSheet(const std::vector<SheetPair>& pairs, int columns, bool rightToLeft) {
  if (pairs.empty() || columns < 1) throw LogicError("a contact sheet needs pairs and columns");
  const int width = pairs.front().before.width, height = pairs.front().before.height;
  const int cellWidth = 2 * width + kLine + kGap, cellHeight = height + kTitle + kGap;
  const int rows = (static_cast<int>(pairs.size()) + columns - 1) / columns;
  Image sheet{columns * cellWidth + kGap, rows * cellHeight + kGap, {}};
  sheet.rgb.resize(static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height) *
                   3);
  for (std::size_t i = 0; i < sheet.rgb.size(); ++i) sheet.rgb[i] = kGround[i % 3];
  const auto corner = [&](std::size_t i) {
    const int n = static_cast<int>(i);
    const int column = rightToLeft ? columns - 1 - n % columns : n % columns;
    return std::pair{kGap + column * cellWidth, kGap + n / columns * cellHeight};
  };
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [x, y] = corner(i);
    for (const Image* image : {&pairs[i].before, &pairs[i].after}) {
      if (image->width != width || image->height != height) {
        throw LogicError("pictures of a contact sheet differ in size");
      }
    }
    paste(sheet, pairs[i].before, x, y);
    paste(sheet, pairs[i].after, x + width + kLine, y);
  }
  Canvas canvas(sheet, 1, rightToLeft);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [x, y] = corner(i);
    const int start = rightToLeft ? sheet.width - x - 2 * width - kLine : x;
    canvas.text(pairs[i].title, kTitleStyle, start / canvas.scale(),
                (y + height + 5) / canvas.scale(), (2 * width + kLine) / canvas.scale());
  }
  return sheet;
}

}  // namespace syn::render
