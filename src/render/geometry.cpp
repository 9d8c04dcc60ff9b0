#include "render/geometry.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <vtkCellArray.h>
#include <vtkPointData.h>
#include <vtkPoints.h>

namespace syn::render {

namespace {

constexpr int kNormalRounds = 2;

bool hindbrain(atlas::Layer layer) {
  return layer == atlas::Layer::cerebellum || layer == atlas::Layer::brainstem;
}

/// Normals averaged over neighbours, so that light does not show the facets of a thinned mesh.
std::vector<float> softNormals(const atlas::Mesh& mesh, std::vector<float> normals) {
  std::vector<float> sum(normals.size());
  for (int round = 0; round < kNormalRounds; ++round) {
    std::copy(normals.begin(), normals.end(), sum.begin());
    for (std::size_t t = 0; t + 2 < mesh.triangles.size(); t += 3) {
      for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto at = [&](std::size_t corner) {
          return mesh.triangles[t + corner] * std::size_t{3} + axis;
        };
        const float all = normals[at(0)] + normals[at(1)] + normals[at(2)];
        for (std::size_t corner = 0; corner < 3; ++corner) sum[at(corner)] += 0.5F * all;
      }
    }
    for (std::size_t v = 0; v + 2 < sum.size(); v += 3) {
      const float length = std::hypot(sum[v], sum[v + 1], sum[v + 2]);
      if (length <= 0) continue;
      for (std::size_t axis = 0; axis < 3; ++axis) normals[v + axis] = sum[v + axis] / length;
    }
  }
  return normals;
}

}  // namespace

MeshBuilder::MeshBuilder(const char* attribute, std::size_t vertices, std::size_t triangles) {
  points_->SetNumberOfComponents(3);
  const auto points = static_cast<vtkIdType>(vertices);
  const auto faces = static_cast<vtkIdType>(triangles);
  points_->SetNumberOfTuples(points);
  normals_->SetName("Normals");
  normals_->SetNumberOfComponents(3);
  normals_->SetNumberOfTuples(points);
  attributes_->SetName(attribute);
  attributes_->SetNumberOfComponents(4);
  attributes_->SetNumberOfTuples(points);
  corners_->SetNumberOfValues(faces * 3);
  offsets_->SetNumberOfValues(faces + 1);
  for (vtkIdType i = 0; i <= faces; ++i) {
    offsets_->SetValue(i, static_cast<int>(i * 3));
  }
}

void MeshBuilder::vertex(const float* position, const float* normal, const Attribute& attribute) {
  std::copy_n(position, 3, points_->GetPointer(vertices_ * 3));
  std::copy_n(normal, 3, normals_->GetPointer(vertices_ * 3));
  std::copy_n(attribute.data(), 4, attributes_->GetPointer(vertices_ * 4));
  ++vertices_;
}

void MeshBuilder::triangle(vtkIdType a, vtkIdType b, vtkIdType c) {
  corners_->SetValue(filled_++, static_cast<int>(a));
  corners_->SetValue(filled_++, static_cast<int>(b));
  corners_->SetValue(filled_++, static_cast<int>(c));
}

void MeshBuilder::square(const float* centre, const float* normal, float a, float b,
                         const Attribute& span, float reach) {
  if (spans_->GetNumberOfTuples() == 0) {
    spans_->SetName(kSpanArray);
    spans_->SetNumberOfComponents(4);
    spans_->SetNumberOfTuples(points_->GetNumberOfTuples());
  }
  for (vtkIdType v = vertices_; v < vertices_ + 4; ++v) {
    std::copy_n(span.data(), 4, spans_->GetPointer(v * 4));
  }
  square(centre, normal, a, b, reach);
}

void MeshBuilder::square(const float* centre, const float* normal, float a, float b, float reach) {
  constexpr float kCorners[4][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
  const vtkIdType first = vertices_;
  for (const auto& corner : kCorners) {
    const float place[3] = {centre[0] + corner[0] * kApart, centre[1] + corner[1] * kApart,
                            centre[2]};
    vertex(place, normal, {a, b, corner[0] * reach, corner[1] * reach});
  }
  triangle(first, first + 1, first + 2);
  triangle(first, first + 2, first + 3);
}

vtkSmartPointer<vtkPolyData> MeshBuilder::take() const {
  auto data = vtkSmartPointer<vtkPolyData>::New();
  vtkNew<vtkPoints> points;
  points->SetData(points_);
  data->SetPoints(points);
  data->GetPointData()->SetNormals(normals_);
  data->GetPointData()->AddArray(attributes_);
  if (spans_->GetNumberOfTuples() > 0) data->GetPointData()->AddArray(spans_);
  vtkNew<vtkCellArray> cells;
  cells->SetData(offsets_, corners_);
  data->SetPolys(cells);
  return data;
}

float spread(int index) {
  const double place = (index + 0.5) * 0.6180339887498949;
  return static_cast<float>(place - std::floor(place));
}

namespace {

vtkNew<vtkFloatArray> vertexArray(const char* name, int components, std::size_t vertices) {
  vtkNew<vtkFloatArray> array;
  array->SetName(name);
  array->SetNumberOfComponents(components);
  array->SetNumberOfTuples(static_cast<vtkIdType>(vertices));
  array->Fill(0);
  return array;
}

/// What a cortex of another thickness needs; parts that do not stretch keep their normals and
/// shade.
void addSpans(const std::vector<const atlas::Mesh*>& meshes, vtkPolyData* data) {
  const auto total = static_cast<std::size_t>(data->GetNumberOfPoints());
  const vtkNew<vtkFloatArray> spans = vertexArray(kSpanArray, 4, total);
  const vtkNew<vtkFloatArray> normals = vertexArray(kThinNormalArray, 3, total);
  vtkIdType at = 0;
  for (const atlas::Mesh* mesh : meshes) {
    const bool sheet = !mesh->span.empty();
    const std::vector<float> thin = softNormals(*mesh, sheet ? mesh->thinNormals : mesh->normals);
    for (std::size_t v = 0; v < mesh->vertexCount(); ++v, ++at) {
      float* span = spans->GetPointer(at * 4);
      if (sheet) std::copy_n(&mesh->span[v * 3], 3, span);
      const std::vector<float>& shade = sheet ? mesh->thinShade : mesh->shade;
      span[3] = v < shade.size() ? shade[v] : 1.0F;
      std::copy_n(&thin[v * 3], 3, normals->GetPointer(at * 3));
    }
  }
  data->GetPointData()->AddArray(spans);
  data->GetPointData()->AddArray(normals);
}

}  // namespace

vtkSmartPointer<vtkPolyData> mergeMeshes(const atlas::Anatomy& anatomy,
                                         std::initializer_list<atlas::Layer> layers, int level) {
  std::vector<const atlas::Mesh*> meshes;
  std::size_t vertices = 0, triangles = 0;
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (std::find(layers.begin(), layers.end(), mesh.layer) == layers.end()) continue;
    const int wanted = anatomy.find(mesh.name, level) != nullptr ? level : 0;
    if (mesh.level != wanted) continue;
    meshes.push_back(&mesh);
    vertices += mesh.vertexCount();
    triangles += mesh.triangleCount();
  }
  MeshBuilder builder(kStructureArray, vertices, triangles);
  for (const atlas::Mesh* mesh : meshes) {
    const vtkIdType first = builder.vertices();
    const float hind = hindbrain(mesh->layer) ? 1.0F : 0.0F;
    const std::vector<float> normals = softNormals(*mesh, mesh->normals);
    for (std::size_t v = 0; v < mesh->vertexCount(); ++v) {
      builder.vertex(
          &mesh->positions[v * 3], &normals[v * 3],
          {static_cast<float>(mesh->structure[v]), v < mesh->border.size() ? mesh->border[v] : 1.0F,
           v < mesh->shade.size() ? mesh->shade[v] : 1.0F, hind});
    }
    for (std::size_t t = 0; t + 2 < mesh->triangles.size(); t += 3) {
      builder.triangle(first + mesh->triangles[t], first + mesh->triangles[t + 1],
                       first + mesh->triangles[t + 2]);
    }
  }
  vtkSmartPointer<vtkPolyData> data = builder.take();
  addSpans(meshes, data);
  return data;
}

}  // namespace syn::render
