#pragma once

#include <array>

#include "atlas/anatomy.h"
#include "scene/body.h"
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

/// vec4 arrays as the shaders read them.
struct StructureUniforms {
  float colour[Catalogue::kMaxStructures][4] = {};
  float motion[Catalogue::kMaxStructures][4] = {};
  float light[Catalogue::kMaxStructures][4] = {};
};

/// Everything that differs from frame to frame, a few kilobytes.
struct SceneUniforms {
  StructureUniforms surface;  ///< folded cortex, cerebellum, brainstem
  StructureUniforms solid;    ///< pieces and nuclei
  float connectionState[scene::kMaxConnections * 2][4] = {};
  float connectionColour[scene::kMaxConnections * 2][4] = {};
  float neuronCount[2] = {};
  float survivingShare = 0;
  float xray = 0;
  float dissolve[4] = {};
  float nearestMm = 0;
  float time = 0;
  std::array<float, Catalogue::kMaxStructures> pulse{};  ///< how strong each reactivity shows, 0..1
  bool moves = false;  ///< a later time would draw another picture
};

/// Fills in what follows from the state of the life and from the look; no allocation.
void updateScene(const atlas::Anatomy& anatomy, const scene::Body& body, const Shown& shown,
                 int strands, SceneUniforms& uniforms);
/// Fills in what follows from the time of the animation.
void updateTime(const scene::ReadingPreferences& reading, double seconds, SceneUniforms& uniforms);

}  // namespace syn::render
