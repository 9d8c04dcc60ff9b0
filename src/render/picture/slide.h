#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "render/snapshot.h"

namespace syn::render {

/// One step of a tour, in words of one language.
struct SlideText {
  std::string caption;
  std::vector<std::string> notes;  ///< for the lecturer; on the handout only
  std::string question;            ///< to the room; on the handout only
  std::string sources;             ///< one line
};

/// Height of the brain's picture on a slide of this height; the caption stands below it.
[[nodiscard]] int slidePictureHeight(int height);
/// The picture with the caption and its sources below, `height` pixels high.
/// Precondition: `picture` is `slidePictureHeight(height)` high.
[[nodiscard]] Image slide(const Image& picture, const SlideText& text, int height,
                          bool rightToLeft);

/// A tour on paper: A4, a page a step, with notes, question and sources under the picture.
struct Handout {
  std::string title, summary;
  struct Page {
    Image picture;
    SlideText text;
  };
  std::vector<Page> pages;
};
/// PDF, written atomically. Needs a `TextDrawing`. Throws Error naming the place and a remedy.
void saveHandout(const Handout& handout, bool rightToLeft, const std::filesystem::path& file);

}  // namespace syn::render
