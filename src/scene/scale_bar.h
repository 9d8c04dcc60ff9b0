#pragma once

#include "base/message.h"

namespace syn::scene {

/// A bar beside the picture whose label is its true length at the depth of the camera's target.
struct ScaleBar {
  double millimetres = 0;  ///< 1, 2 or 5 times a power of ten
  double pixels = 0;       ///< in the unit `millimetresPerPixel` was given for

  [[nodiscard]] Message label() const { return {"legend.scale", {{"length", millimetres}}}; }
};

/// The longest such bar of at most `longest` pixels (it is longer than two fifths of that).
/// Preconditions: both arguments are above zero.
[[nodiscard]] ScaleBar scaleBar(double millimetresPerPixel, double longest);

}  // namespace syn::scene
