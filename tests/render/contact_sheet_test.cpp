#include "render/picture/contact_sheet.h"

#include <gtest/gtest.h>

#include "base/logic_error.h"
#include "render/picture/text_drawing.h"

namespace syn::render {
namespace {

Image plain(int width, int height, std::uint8_t value) {
  Image image{width, height, {}};
  image.rgb.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3, value);
  return image;
}

TEST(ContactSheet, ReducesByTheMeanOfSquares) {
  Image image = plain(4, 2, 0);
  // The left square holds one white pixel of four, the right one none.
  for (int c = 0; c < 3; ++c) image.rgb[static_cast<std::size_t>(c)] = 200;
  const Image small = reduced(image, 2);
  EXPECT_EQ(small.width, 2);
  EXPECT_EQ(small.height, 1);
  EXPECT_EQ(small.rgb, (std::vector<std::uint8_t>{50, 50, 50, 0, 0, 0}));
}

TEST(ContactSheet, PutsPairsBesideEachOtherWithTheirTitles) {
  const TextDrawing drawing;
  std::vector<SheetPair> pairs;
  for (int i = 0; i < 3; ++i) pairs.push_back({plain(40, 20, 250), plain(40, 20, 120), "title"});
  const Image sheet = contactSheet(pairs, 2);
  std::ptrdiff_t bright = 0, middle = 0;
  for (std::size_t p = 0; p < sheet.rgb.size(); p += 3) {
    bright += sheet.rgb[p] == 250;
    middle += sheet.rgb[p] == 120 && sheet.rgb[p + 1] == 120;
  }
  EXPECT_GE(bright, 3 * 40 * 20);  // every pixel of every picture is there
  EXPECT_GE(middle, 3 * 40 * 20);
  for (SheetPair& pair : pairs) pair.title.clear();
  EXPECT_NE(sheet.rgb, contactSheet(pairs, 2).rgb);
}

TEST(ContactSheet, PicturesOfTwoSizesAreABug) {
  const TextDrawing drawing;
  EXPECT_THROW((void)contactSheet({{plain(40, 20, 0), plain(41, 20, 0), ""}}, 1), LogicError);
}

}  // namespace
}  // namespace syn::render
