#pragma once

#include <memory>

#include "render/scene_state.h"
#include "render/shader_library.h"

class vtkPolyData;
class vtkRenderer;

namespace syn::render {

class GlWindow;

/// Triangles drawn by shaders of our own, in one draw.
class ShadedMesh {
 public:
  enum class Cull { none, back, front };
  enum class Ink {
    opaque,
    light  ///< soft edges and glows: laid over what is solid, premultiplied; writes no depth
  };

  /// Names in shaders/, and the name of the per-vertex array of four numbers; they must outlive the
  /// mesh.
  ShadedMesh(const char* vertex, const char* fragment, const char* attribute,
             Cull cull = Cull::none);
  ShadedMesh(const char* vertex, const char* fragment, const char* attribute, Ink ink);
  ~ShadedMesh();
  ShadedMesh(ShadedMesh&&) noexcept;
  ShadedMesh& operator=(ShadedMesh&&) noexcept;

  /// Keeps a reference.
  void setGeometry(vtkPolyData* geometry);
  void setCulling(Cull cull);

  /// Makes what lives on the GPU. `uniforms` must outlive it. Throws Error when the shaders cannot
  /// be used: VTK would crash while drawing with broken ones.
  void connect(GlWindow& window, vtkRenderer& renderer, const ShaderLibrary& library,
               const FrameUniforms& uniforms);
  void disconnect();
  void draw(vtkRenderer* renderer);

  // Since connected.
  [[nodiscard]] int shaderBuilds() const;
  [[nodiscard]] int uploads() const;
  /// Components of ordinary uniforms that the program uses; 0 before the first draw.
  [[nodiscard]] int uniformComponents() const;

 private:
  struct Data;
  const char* vertex_;
  const char* fragment_;
  const char* attribute_;
  Cull cull_ = Cull::none;
  Ink ink_ = Ink::opaque;
  std::unique_ptr<Data> data_;
};

}  // namespace syn::render
