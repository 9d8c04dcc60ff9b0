#include "render/brain_mapper.h"

#include <vtk_glew.h>
#include <vtkMatrix3x3.h>
#include <vtkMatrix4x4.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLCamera.h>
#include <vtkOpenGLHelper.h>
#include <vtkOpenGLVertexBufferObject.h>
#include <vtkRenderer.h>
#include <vtkShaderProgram.h>

namespace syn::render {

namespace {

int componentsOf(GLenum type) {
  switch (type) {
    case GL_FLOAT_VEC2:
      return 2;
    case GL_FLOAT_VEC3:
      return 3;
    case GL_FLOAT_VEC4:
      return 4;
    case GL_FLOAT_MAT3:
      return 9;
    case GL_FLOAT_MAT4:
      return 16;
    default:
      return 1;  // numbers and samplers
  }
}

}  // namespace

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
  program->SetUniformf("time", uniforms_->time);
  program->SetUniformf("nearestMm", uniforms_->nearestMm);
  program->SetUniformf("xray", uniforms_->xray);
  program->SetUniform4f("dissolve", uniforms_->dissolve);
  program->SetUniformi("state", uniforms_->stateUnit);
  if (counted_ != program->GetHandle()) {
    counted_ = program->GetHandle();
    uniformComponents_ = activeUniformComponents(static_cast<unsigned>(counted_));
  }
}

int activeUniformComponents(unsigned program) {
  GLint count = 0;
  glGetProgramiv(program, GL_ACTIVE_UNIFORMS, &count);
  int components = 0;
  for (GLuint i = 0; i < static_cast<GLuint>(count); ++i) {
    GLint size = 0, type = 0, block = -1;
    glGetActiveUniformsiv(program, 1, &i, GL_UNIFORM_SIZE, &size);
    glGetActiveUniformsiv(program, 1, &i, GL_UNIFORM_TYPE, &type);
    glGetActiveUniformsiv(program, 1, &i, GL_UNIFORM_BLOCK_INDEX, &block);
    if (block == -1) components += size * componentsOf(static_cast<GLenum>(type));
  }
  return components;
}

}  // namespace syn::render
