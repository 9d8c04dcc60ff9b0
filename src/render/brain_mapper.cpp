#include "render/brain_mapper.h"

#include <vtkMatrix3x3.h>
#include <vtkMatrix4x4.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLCamera.h>
#include <vtkOpenGLHelper.h>
#include <vtkOpenGLVertexBufferObject.h>
#include <vtkRenderer.h>
#include <vtkShaderProgram.h>

namespace syn::render {

vtkStandardNewMacro(BrainMapper);

BrainMapper::BrainMapper() {
  ScalarVisibilityOff();
  // Displacement works in millimetres: positions must reach the shader as they are.
  SetVBOShiftScaleMethod(vtkOpenGLVertexBufferObject::DISABLE_SHIFT_SCALE);
}

void BrainMapper::BuildShaders(std::map<vtkShader::Type, vtkShader*> shaders, vtkRenderer* renderer,
                               vtkActor* actor) {
  ++shaderBuilds_;
  Superclass::BuildShaders(shaders, renderer, actor);
}

void BrainMapper::BuildBufferObjects(vtkRenderer* renderer, vtkActor* actor) {
  ++uploads_;
  Superclass::BuildBufferObjects(renderer, actor);
}

void BrainMapper::SetCameraShaderParameters(vtkOpenGLHelper& helper, vtkRenderer* renderer,
                                            vtkActor* actor) {
  vtkShaderProgram* program = helper.Program;
  Superclass::SetCameraShaderParameters(helper, renderer, actor);
  vtkMatrix4x4 *toView = nullptr, *toDevice = nullptr, *viewToDevice = nullptr;
  vtkMatrix3x3* normals = nullptr;
  static_cast<vtkOpenGLCamera*>(renderer->GetActiveCamera())
      ->GetKeyMatrices(renderer, toView, normals, viewToDevice, toDevice);
  program->SetUniformMatrix("VCDCMatrix", viewToDevice);
  program->SetUniformf("time", scene_->time);
  program->SetUniformf("nearestMm", scene_->nearestMm);
  program->SetUniformf("xray", scene_->xray);
  program->SetUniform4f("dissolve", scene_->dissolve);
  if (program->IsUniformUsed("structureColour")) {
    constexpr int kCount = Catalogue::kMaxStructures;
    program->SetUniform4fv("structureColour", kCount, structures_->colour);
    program->SetUniform4fv("structureMotion", kCount, structures_->motion);
    program->SetUniform4fv("structureLight", kCount, structures_->light);
  }
  if (program->IsUniformUsed("connectionState")) {
    constexpr int kCount = scene::kMaxConnections * 2;
    program->SetUniform4fv("connectionState", kCount, scene_->connectionState);
    program->SetUniform4fv("connectionColour", kCount, scene_->connectionColour);
  }
  if (program->IsUniformUsed("neuronCount")) {
    program->SetUniform2f("neuronCount", scene_->neuronCount);
    program->SetUniformf("survivingShare", scene_->survivingShare);
  }
}

}  // namespace syn::render
