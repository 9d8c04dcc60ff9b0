#pragma once

#include <string>
#include <vector>

#include "render/image.h"

namespace syn::render {

/// Two pictures of one size side by side, and what is written below them.
struct SheetPair {
  Image before, after;
  std::string title;
};

/// All pairs on one picture, `columns` beside each other, with their titles. Pictures must be of
/// one size. Throws Error when there is neither a window nor a TextDrawing.
[[nodiscard]] Image contactSheet(const std::vector<SheetPair>& pairs, int columns,
                                 bool rightToLeft = false);

}  // namespace syn::render
