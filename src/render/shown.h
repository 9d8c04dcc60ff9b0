#pragma once

#include "scene/look.h"
#include "scene/visibility.h"

namespace syn::render {

/// What one picture shows: everything but the camera and the time. `visibility` is that of `look`
/// and `frame`.
struct Shown {
  scene::FrameState frame;
  scene::Look look;
  scene::Visibility visibility;
  scene::Pointing pointing;
  scene::ReadingPreferences reading;
};

}  // namespace syn::render
