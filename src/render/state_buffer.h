#pragma once

#include <vtkNew.h>
#include <vtkOpenGLBufferObject.h>
#include <vtkTextureObject.h>

#include "render/scene_state.h"

namespace syn::render {

/// The state on the GPU: one texture buffer that the programs of all effects read.
class StateBuffer {
 public:
  /// Sends the state and binds it; returns its texture unit. Every frame.
  int bind(vtkOpenGLRenderWindow* window, const SceneState& state);
  void unbind();
  void release(vtkWindow* window);

 private:
  vtkNew<vtkOpenGLBufferObject> buffer_;
  vtkNew<vtkTextureObject> texture_;
  bool made_ = false;
};

}  // namespace syn::render
