#pragma once

#include "render/brain_renderer.h"
#include "scene/camera.h"
#include "scene/visibility.h"

namespace syn::render::small {

/// Readies a renderer in the current context; the camera is at home.
inline void prepare(BrainRenderer& renderer, int width, int height) {
  renderer.initializeInCurrentContext();
  renderer.resize(width, height);
  scene::Camera camera;
  camera.setViewport(width, height);
  renderer.setCamera(camera.pose());
}

inline void show(BrainRenderer& renderer, const Catalogue& catalogue,
                 const scene::FrameState& frame, const scene::Look& look) {
  renderer.setScene(frame, look, scene::decideVisibility(catalogue, look, frame));
}

}  // namespace syn::render::small
