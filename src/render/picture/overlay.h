#pragma once

#include <array>
#include <vector>

#include "render/snapshot.h"

namespace syn::render {

/// A rectangle of image pixels, y downwards.
struct Area {
  double x = 0, y = 0, width = 0, height = 0;
};

/// Draws age, sentence, legend and scale bar over a picture made with this look and camera, in the
/// language `options` name; nothing when they name none. Each block stands on a calm ground of its
/// own, away from the others; text that would not fit is drawn at a smaller reader's factor.
/// Returns the areas taken, so that labels keep out of them. Throws Error when there is neither a
/// window nor a TextDrawing.
std::vector<Area> drawLegend(Image& image, const Catalogue& catalogue,
                             const scene::FrameState& frame, const scene::Look& look,
                             const scene::CameraPose& camera, const StillOptions& options);

}  // namespace syn::render
