#include "render/picture/contact_sheet.h"

#include "base/logic_error.h"
#include "render/picture/canvas.h"

namespace syn::render {

namespace {

constexpr int kGap = 14;    // pixels around a pair
constexpr int kLine = 2;    // between its pictures
constexpr int kTitle = 30;  // below it
constexpr std::uint8_t kGround[3] = {14, 17, 24};
constexpr TextStyle kTitleStyle{17, {0.86F, 0.85F, 0.82F}, 500};

}  // namespace

Image contactSheet(const std::vector<SheetPair>& pairs, int columns, bool rightToLeft) {
  if (pairs.empty() || columns < 1) throw LogicError("a contact sheet needs pairs and columns");
  const int width = pairs.front().before.width, height = pairs.front().before.height;
  const int cellWidth = 2 * width + kLine + kGap, cellHeight = height + kTitle + kGap;
  const int rows = (static_cast<int>(pairs.size()) + columns - 1) / columns;
  Image sheet = blank(columns * cellWidth + kGap, rows * cellHeight + kGap);
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
