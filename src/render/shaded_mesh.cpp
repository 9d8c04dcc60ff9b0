#include "render/shaded_mesh.h"

#include <string>

#include <vtk_glew.h>
#include <vtkActor.h>
#include <vtkNew.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLShaderCache.h>
#include <vtkOpenGLState.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkShaderProperty.h>
#include <vtkSmartPointer.h>

#include "base/error.h"
#include "render/brain_mapper.h"
#include "render/geometry.h"
#include "render/gl_window.h"

namespace syn::render {

struct ShadedMesh::Data {
  /// What lives and dies with one OpenGL context.
  struct Gl {
    vtkNew<BrainMapper> mapper;
    vtkNew<vtkActor> actor;
  };
  vtkSmartPointer<vtkPolyData> geometry;
  std::unique_ptr<Gl> gl;
};

ShadedMesh::ShadedMesh(const char* vertex, const char* fragment, const char* attribute, Cull cull)
    : vertex_(vertex),
      fragment_(fragment),
      attribute_(attribute),
      cull_(cull),
      data_(std::make_unique<Data>()) {}
ShadedMesh::ShadedMesh(const char* vertex, const char* fragment, const char* attribute, Ink ink)
    : vertex_(vertex),
      fragment_(fragment),
      attribute_(attribute),
      ink_(ink),
      data_(std::make_unique<Data>()) {}
ShadedMesh::~ShadedMesh() = default;
ShadedMesh::ShadedMesh(ShadedMesh&&) noexcept = default;
ShadedMesh& ShadedMesh::operator=(ShadedMesh&&) noexcept = default;

void ShadedMesh::setGeometry(vtkPolyData* geometry) {
  data_->geometry = geometry;
  if (data_->gl) data_->gl->mapper->SetInputData(data_->geometry);
}

void ShadedMesh::setCulling(Cull cull) {
  cull_ = cull;
  if (!data_->gl) return;
  data_->gl->actor->GetProperty()->SetBackfaceCulling(cull == Cull::back);
  data_->gl->actor->GetProperty()->SetFrontfaceCulling(cull == Cull::front);
}

void ShadedMesh::connect(GlWindow& window, vtkRenderer& renderer, const ShaderLibrary& library,
                         const FrameUniforms& uniforms) {
  const std::string vertexText = library.text(vertex_);
  const std::string fragmentText = library.text(fragment_);
  if (window.GetShaderCache()->ReadyShaderProgram(vertexText.c_str(), fragmentText.c_str(), "") ==
      nullptr) {
    throw Error(std::string("The shaders ") + vertex_ + " and " + fragment_ +
                " cannot be used; the log says where they are wrong.");
  }
  data_->gl = std::make_unique<Data::Gl>();
  data_->gl->mapper->SetInputData(data_->geometry);
  data_->gl->mapper->setUniforms(&uniforms);
  const auto map = [this](const char* name) {
    data_->gl->mapper->MapDataArrayToVertexAttribute(name, name,
                                                     vtkDataObject::FIELD_ASSOCIATION_POINTS, -1);
  };
  map(attribute_);
  for (const char* name : {kSpanArray, kThinNormalArray}) {
    if (data_->geometry != nullptr && data_->geometry->GetPointData()->HasArray(name) != 0) {
      map(name);
    }
  }
  data_->gl->actor->SetMapper(data_->gl->mapper);
  vtkShaderProperty* shaders = data_->gl->actor->GetShaderProperty();
  shaders->SetVertexShaderCode(vertexText.c_str());
  shaders->SetFragmentShaderCode(fragmentText.c_str());
  // VTK lets what it takes for translucent write no depth.
  if (ink_ == Ink::light) data_->gl->actor->ForceTranslucentOn();
  renderer.AddActor(data_->gl->actor);
  setCulling(cull_);
}

void ShadedMesh::disconnect() {
  data_->gl.reset();
}

void ShadedMesh::draw(vtkRenderer* renderer) {
  if (ink_ == Ink::opaque) {
    data_->gl->actor->RenderOpaqueGeometry(renderer);
    return;
  }
  vtkOpenGLState* gl = static_cast<vtkOpenGLRenderWindow*>(renderer->GetRenderWindow())->GetState();
  gl->vtkglEnable(GL_BLEND);
  gl->vtkglBlendFuncSeparate(GL_ONE, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  data_->gl->actor->RenderTranslucentPolygonalGeometry(renderer);
  gl->vtkglDisable(GL_BLEND);
}

int ShadedMesh::shaderBuilds() const {
  return data_->gl ? data_->gl->mapper->shaderBuilds() : 0;
}

int ShadedMesh::uploads() const {
  return data_->gl ? data_->gl->mapper->uploads() : 0;
}

int ShadedMesh::uniformComponents() const {
  return data_->gl ? data_->gl->mapper->uniformComponents() : 0;
}

}  // namespace syn::render
