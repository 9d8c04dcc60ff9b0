#pragma once

#include <vtkOpenGLPolyDataMapper.h>

#include "render/uniforms.h"

namespace syn::render {

/// A mapper drawn with our own shaders and uniforms; counts what it builds.
class BrainMapper : public vtkOpenGLPolyDataMapper {
 public:
  static BrainMapper* New();
  vtkTypeMacro(BrainMapper, vtkOpenGLPolyDataMapper)

      void setUniforms(const SceneUniforms* scene, const StructureUniforms* structures) {
    scene_ = scene;
    structures_ = structures;
  }
  [[nodiscard]] int shaderBuilds() const { return shaderBuilds_; }
  [[nodiscard]] int uploads() const { return uploads_; }

 protected:
  BrainMapper();
  void BuildShaders(std::map<vtkShader::Type, vtkShader*> shaders, vtkRenderer* renderer,
                    vtkActor* actor) override;
  void BuildBufferObjects(vtkRenderer* renderer, vtkActor* actor) override;
  void SetCameraShaderParameters(vtkOpenGLHelper& helper, vtkRenderer* renderer,
                                 vtkActor* actor) override;

 private:
  const SceneUniforms* scene_ = nullptr;
  const StructureUniforms* structures_ = nullptr;
  int shaderBuilds_ = 0;
  int uploads_ = 0;
};

}  // namespace syn::render
