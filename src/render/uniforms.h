#pragma once

#include <array>

#include "atlas/anatomy.h"
#include "scene/body.h"
#include "scene/frame_state.h"

namespace syn::render {

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

/// Fills in what follows from the state of the life and from the view; no allocation.
void updateScene(const atlas::Anatomy& anatomy, const scene::Body& body,
                 const scene::FrameState& frame, const scene::ViewOptions& view, int strands,
                 SceneUniforms& uniforms);
/// Fills in what follows from the time of the animation.
void updateTime(const scene::ViewOptions& view, double seconds, SceneUniforms& uniforms);

}  // namespace syn::render
