#pragma once

#include <cstdint>
#include <vector>

namespace syn::render {

/// Rows of 8-bit RGB from top to bottom.
struct Image {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;  ///< width * height * 3
};

/// A black picture.
[[nodiscard]] Image blank(int width, int height);
/// Lays `image` onto another, its top left corner at x, y. It must fit.
void paste(Image& onto, const Image& image, int x, int y);
/// A picture `factor` times smaller: each pixel is the mean of a square.
[[nodiscard]] Image reduced(const Image& image, int factor);
/// Two pictures of one height, with a thin line between them.
[[nodiscard]] Image sideBySide(const Image& left, const Image& right);

}  // namespace syn::render
