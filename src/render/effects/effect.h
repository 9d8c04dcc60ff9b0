#pragma once

#include <span>

#include "atlas/anatomy.h"
#include "render/scene_state.h"
#include "render/shaded_mesh.h"
#include "render/shown.h"
#include "scene/body.h"

namespace syn::render {

/// Layers of the picture, each drawn opaque with its own depth and composed on the screen.
enum class Layer {
  farWall,  ///< inner side of the glass behind everything
  inside,   ///< solid parts, strands, points of light
  nearWall  ///< tissue or glass before everything
};

/// What an effect makes its part of the state from. Lives as long as the call.
struct EffectInput {
  const atlas::Anatomy& anatomy;
  std::span<const scene::Placement> placements;  ///< by structure
  std::span<const scene::Thickness> thickness;   ///< of the folded cortex, by structure
  const Shown& shown;
};

struct DrawContext {
  vtkRenderer* renderer = nullptr;
  bool fineSurface = true;  ///< finest mesh of the near wall
};

/// One thing seen: its geometry, its rows of the state buffer, its shaders. It is explained by one
/// entry of the legend and one row of the table in render/README.md.
class Effect {
 public:
  virtual ~Effect() = default;

  /// Makes the geometry, once; no OpenGL yet.
  virtual void build(const atlas::Anatomy& anatomy) = 0;
  /// Another frame, look or pointing: writes rows and decides what `draw` draws. Allocates nothing
  /// unless the geometry itself must change.
  virtual void update(const EffectInput& input, SceneState& state) = 0;
  /// Whether a later instant of the animation would draw another picture.
  [[nodiscard]] virtual bool moves() const { return false; }
  /// Rows that follow from the instant of the animation; `still` for readers who want no motion.
  virtual void animate(double /*seconds*/, bool /*still*/, SceneState& /*state*/) {}
  virtual void draw(Layer /*layer*/, const DrawContext& /*context*/) {}
  /// Everything of this effect that lives on the GPU.
  [[nodiscard]] virtual std::span<ShadedMesh> meshes() { return {}; }
};

}  // namespace syn::render
