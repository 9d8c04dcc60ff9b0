#include "render/state_buffer.h"

#include <vtkOpenGLRenderWindow.h>

namespace syn::render {

int StateBuffer::bind(vtkOpenGLRenderWindow* window, const SceneState& state) {
  constexpr std::size_t kNumbers = SceneState::kRows * 4;
  buffer_->Upload(state.rows()[0].data(), kNumbers, vtkOpenGLBufferObject::TextureBuffer);
  if (!made_) {
    texture_->SetContext(window);
    texture_->CreateTextureBuffer(static_cast<unsigned>(SceneState::kRows), 4, VTK_FLOAT, buffer_);
    made_ = true;
  }
  texture_->Activate();
  return texture_->GetTextureUnit();
}

void StateBuffer::unbind() {
  texture_->Deactivate();
}

void StateBuffer::release(vtkWindow* window) {
  texture_->ReleaseGraphicsResources(window);
  buffer_->ReleaseGraphicsResources();
  made_ = false;
}

}  // namespace syn::render
