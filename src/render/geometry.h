#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>

#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>
#include <vtkTypeInt32Array.h>

#include "atlas/anatomy.h"

namespace syn::render {

/// Per-vertex array of surfaces and solids: structure id, border, shade, 1 = hindbrain.
inline constexpr const char* kStructureArray = "structureMC";

/// Per-vertex arrays of the same: span of the cortex in mm (0 where nothing stretches) and the
/// shade of a thin cortex; normal of a thin cortex.
inline constexpr const char* kSpanArray = "spanMC";
inline constexpr const char* kThinNormalArray = "thinNormalMC";

/// VTK leaves out triangles whose corners coincide; where the shader moves corners apart, a hair
/// must do until then. mm.
inline constexpr float kApart = 0.001F;

/// Collects vertices and triangles in the arrays VTK wants.
class MeshBuilder {
 public:
  using Attribute = std::array<float, 4>;

  /// `attribute` names the per-vertex array, the same in the shader. The numbers are exact.
  MeshBuilder(const char* attribute, std::size_t vertices, std::size_t triangles);

  void vertex(const float* position, const float* normal, const Attribute& attribute);
  void triangle(vtkIdType a, vtkIdType b, vtkIdType c);
  /// Four vertices and two triangles that the shader spreads to a square; the attribute is a, b,
  /// and the corner, -`reach`..`reach`.
  void square(const float* centre, const float* normal, float a, float b, float reach = 1);
  /// The same with a per-vertex array kSpanArray, which all squares of a mesh must have.
  void square(const float* centre, const float* normal, float a, float b, const Attribute& span,
              float reach = 1);
  [[nodiscard]] vtkIdType vertices() const { return vertices_; }
  [[nodiscard]] vtkSmartPointer<vtkPolyData> take() const;

 private:
  vtkNew<vtkFloatArray> points_, normals_, attributes_, spans_;
  vtkNew<vtkTypeInt32Array> corners_, offsets_;
  vtkIdType vertices_ = 0;
  vtkIdType filled_ = 0;
};

/// Evenly spread in 0..1 whatever the first n are (golden ratio).
[[nodiscard]] float spread(int index);

/// All meshes of some layers in one, each at a level of detail or, lacking that, the finest.
[[nodiscard]] vtkSmartPointer<vtkPolyData> mergeMeshes(const atlas::Anatomy& anatomy,
                                                       std::initializer_list<atlas::Layer> layers,
                                                       int level);

}  // namespace syn::render
