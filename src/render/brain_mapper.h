#pragma once

#include <vtkOpenGLPolyDataMapper.h>

#include "render/scene_state.h"

namespace syn::render {

/// A mapper drawn with our own shaders and uniforms; counts what it builds.
class BrainMapper : public vtkOpenGLPolyDataMapper {
 public:
  static BrainMapper* New();
  vtkTypeMacro(BrainMapper, vtkOpenGLPolyDataMapper)

      void setUniforms(const FrameUniforms* uniforms) {
    uniforms_ = uniforms;
  }
  [[nodiscard]] int shaderBuilds() const { return shaderBuilds_; }
  [[nodiscard]] int uploads() const { return uploads_; }
  [[nodiscard]] int uniformComponents() const { return uniformComponents_; }

 protected:
  BrainMapper();
  void BuildShaders(std::map<vtkShader::Type, vtkShader*> shaders, vtkRenderer* renderer,
                    vtkActor* actor) override;
  void BuildBufferObjects(vtkRenderer* renderer, vtkActor* actor) override;
  void SetCameraShaderParameters(vtkOpenGLHelper& helper, vtkRenderer* renderer,
                                 vtkActor* actor) override;

 private:
  const FrameUniforms* uniforms_ = nullptr;
  int shaderBuilds_ = 0;
  int uploads_ = 0;
  int counted_ = 0;  ///< program whose uniforms were counted
  int uniformComponents_ = 0;
};

/// Components of the ordinary uniforms (not in blocks) that a linked program uses.
[[nodiscard]] int activeUniformComponents(unsigned program);

}  // namespace syn::render
