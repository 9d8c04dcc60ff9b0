#include "render/geometry.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkTypeInt32Array.h>

namespace syn::render {

namespace {

constexpr int kStrandBudget = 1200;  // strands in one picture
constexpr int kNormalRounds = 2;
constexpr int kFewestStrands = 8;  // of one half of a connection

// VTK leaves out triangles whose corners coincide; the shader moves these corners apart, so until
// then a hair must do. mm.
constexpr float kApart = 0.001F;

/// Collects vertices and triangles in the arrays VTK wants.
class Builder {
 public:
  Builder(const char* attribute, std::size_t vertices, std::size_t triangles) {
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

  void vertex(const float* position, const float* normal, float a, float b, float c, float d) {
    std::copy_n(position, 3, points_->GetPointer(vertices_ * 3));
    std::copy_n(normal, 3, normals_->GetPointer(vertices_ * 3));
    const float values[4] = {a, b, c, d};
    std::copy_n(values, 4, attributes_->GetPointer(vertices_ * 4));
    ++vertices_;
  }
  void triangle(vtkIdType a, vtkIdType b, vtkIdType c) {
    corners_->SetValue(filled_++, static_cast<int>(a));
    corners_->SetValue(filled_++, static_cast<int>(b));
    corners_->SetValue(filled_++, static_cast<int>(c));
  }
  [[nodiscard]] vtkIdType vertices() const { return vertices_; }

  [[nodiscard]] vtkSmartPointer<vtkPolyData> take() const {
    auto data = vtkSmartPointer<vtkPolyData>::New();
    vtkNew<vtkPoints> points;
    points->SetData(points_);
    data->SetPoints(points);
    data->GetPointData()->SetNormals(normals_);
    data->GetPointData()->AddArray(attributes_);
    vtkNew<vtkCellArray> cells;
    cells->SetData(offsets_, corners_);
    data->SetPolys(cells);
    return data;
  }

 private:
  vtkNew<vtkFloatArray> points_, normals_, attributes_;
  vtkNew<vtkTypeInt32Array> corners_, offsets_;
  vtkIdType vertices_ = 0;
  vtkIdType filled_ = 0;
};

bool hindbrain(atlas::Layer layer) {
  return layer == atlas::Layer::cerebellum || layer == atlas::Layer::brainstem;
}

/// Normals averaged over neighbours, so that light does not show the facets of a thinned mesh.
std::vector<float> softNormals(const atlas::Mesh& mesh) {
  std::vector<float> normals = mesh.normals;
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

/// Evenly spread in 0..1 whatever the first n are (golden ratio).
float spread(int index) {
  const double place = (index + 0.5) * 0.6180339887498949;
  return static_cast<float>(place - std::floor(place));
}

}  // namespace

vtkSmartPointer<vtkPolyData> mergeMeshes(const std::vector<const atlas::Mesh*>& meshes) {
  std::size_t vertices = 0, triangles = 0;
  for (const atlas::Mesh* mesh : meshes) {
    vertices += mesh->vertexCount();
    triangles += mesh->triangleCount();
  }
  Builder builder(kStructureArray, vertices, triangles);
  for (const atlas::Mesh* mesh : meshes) {
    const vtkIdType first = builder.vertices();
    const float hind = hindbrain(mesh->layer) ? 1.0F : 0.0F;
    const std::vector<float> normals = softNormals(*mesh);
    for (std::size_t v = 0; v < mesh->vertexCount(); ++v) {
      builder.vertex(&mesh->positions[v * 3], &normals[v * 3],
                     static_cast<float>(mesh->structure[v]),
                     v < mesh->border.size() ? mesh->border[v] : 1.0F,
                     v < mesh->shade.size() ? mesh->shade[v] : 1.0F, hind);
    }
    for (std::size_t t = 0; t + 2 < mesh->triangles.size(); t += 3) {
      builder.triangle(first + mesh->triangles[t], first + mesh->triangles[t + 1],
                       first + mesh->triangles[t + 2]);
    }
  }
  return builder.take();
}

vtkSmartPointer<vtkPolyData> fibreRibbons(const atlas::Anatomy& anatomy,
                                          const scene::ConnectionSet& hidden, int* strands) {
  std::vector<const atlas::Bundle*> bundles;
  for (const atlas::Bundle& bundle : anatomy.bundles) {
    if (bundle.connection < scene::kMaxConnections &&
        !hidden.test(static_cast<std::size_t>(bundle.connection))) {
      bundles.push_back(&bundle);
    }
  }
  const int share = bundles.empty() ? 0 : kStrandBudget / static_cast<int>(bundles.size());
  const auto count = [share](const atlas::Bundle& bundle) {
    return std::min(bundle.strands(), std::max(share, kFewestStrands));
  };
  *strands = 0;
  for (const atlas::Bundle* bundle : bundles) *strands += count(*bundle);

  constexpr int kPoints = atlas::Bundle::kPoints;
  const auto total = static_cast<std::size_t>(*strands);
  Builder builder(kFibreArray, total * kPoints * 2, total * (kPoints - 1) * 2);
  for (const atlas::Bundle* bundle : bundles) {
    const auto slot = static_cast<float>(connectionSlot(bundle->connection, bundle->side));
    for (int s = 0; s < count(*bundle); ++s) {
      const float* line = &bundle->points[static_cast<std::size_t>(s) * kPoints * 3];
      const auto point = [line](int p) { return line + std::ptrdiff_t{3} * p; };
      const float rank = spread(s);
      for (int p = 0; p < kPoints; ++p) {
        const float* here = point(p);
        const float* before = point(std::max(p - 1, 0));
        const float* after = point(std::min(p + 1, kPoints - 1));
        const float tangent[3] = {after[0] - before[0], after[1] - before[1], after[2] - before[2]};
        const float along = static_cast<float>(p) / (kPoints - 1);
        const vtkIdType v = builder.vertices();
        const float beside[3] = {here[0] + kApart, here[1] + kApart, here[2]};
        builder.vertex(here, tangent, slot, along, rank, -1);
        builder.vertex(beside, tangent, slot, along, rank, 1);
        if (p == 0) continue;
        builder.triangle(v - 2, v - 1, v);
        builder.triangle(v, v - 1, v + 1);
      }
    }
  }
  return builder.take();
}

vtkSmartPointer<vtkPolyData> neuronSquares(const atlas::Anatomy& anatomy) {
  constexpr float kCorners[4][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
  std::vector<const atlas::Mesh*> places;
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (mesh.layer != atlas::Layer::nucleus || mesh.level != 0 || mesh.triangles.empty()) continue;
    const Structure& structure = anatomy.catalogue.structures[mesh.structure[0]];
    const auto region = static_cast<std::size_t>(structure.region);
    if (anatomy.catalogue.regions[region].id == "dentate_gyrus") places.push_back(&mesh);
  }
  const std::size_t count = places.size() * kMostNeuronsPerSide;
  Builder builder(kNeuronArray, count * 4, count * 2);
  for (const atlas::Mesh* mesh : places) {
    const bool right =
        anatomy.catalogue.structures[mesh->structure[0]].hemisphere == Hemisphere::right;
    for (int n = 0; n < kMostNeuronsPerSide; ++n) {
      // A vertex is as good a birthplace as any: the nucleus is meshed evenly.
      const auto v = static_cast<std::size_t>(spread(n) * static_cast<float>(mesh->vertexCount()));
      // The sign of the number tells the side.
      const float number = static_cast<float>(n + 1) * (right ? -1.0F : 1.0F);
      const vtkIdType first = builder.vertices();
      for (const auto& corner : kCorners) {
        const float place[3] = {mesh->positions[v * 3] + corner[0] * kApart,
                                mesh->positions[v * 3 + 1] + corner[1] * kApart,
                                mesh->positions[v * 3 + 2]};
        builder.vertex(place, &mesh->normals[v * 3], number, static_cast<float>(mesh->structure[v]),
                       corner[0], corner[1]);
      }
      builder.triangle(first, first + 1, first + 2);
      builder.triangle(first, first + 2, first + 3);
    }
  }
  return builder.take();
}

}  // namespace syn::render
