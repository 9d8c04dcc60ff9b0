#pragma once

#include <array>
#include <utility>

#include "render/effects/effect.h"

namespace syn::render {

/// An effect of one mesh, drawn in one layer while there is something to see.
class MeshEffect : public Effect {
 public:
  void draw(Layer layer, const DrawContext& context) final {
    if (layer == layer_ && seen_) mesh_[0].draw(context.renderer);
  }
  std::span<ShadedMesh> meshes() final { return mesh_; }

 protected:
  MeshEffect(Layer layer, ShadedMesh mesh) : layer_(layer), mesh_{std::move(mesh)} {}
  void setGeometry(vtkPolyData* geometry) { mesh_[0].setGeometry(geometry); }

  bool seen_ = false;

 private:
  Layer layer_;
  std::array<ShadedMesh, 1> mesh_;
};

}  // namespace syn::render
