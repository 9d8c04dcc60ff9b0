#include "atlas/builder/surface.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <meshoptimizer.h>
#include <vtkCellArray.h>
#include <vtkCellArrayIterator.h>
#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkWindowedSincPolyDataFilter.h>

#include "atlas/builder/random.h"
#include "atlas/glb.h"
#include "base/error.h"

namespace syn::atlas {
namespace {

constexpr std::uint64_t kRoughnessSeed = 1;
constexpr std::size_t kVertexBytes = 3 * sizeof(float);

Mesh fromVtk(vtkPolyData* data) {
  Mesh mesh;
  const vtkIdType points = data->GetNumberOfPoints();
  mesh.positions.reserve(static_cast<std::size_t>(points) * 3);
  for (vtkIdType i = 0; i < points; ++i) {
    double p[3];
    data->GetPoint(i, p);
    for (const double x : p) mesh.positions.push_back(static_cast<float>(x));
  }
  mesh.triangles.reserve(static_cast<std::size_t>(data->GetNumberOfPolys()) * 3);
  const auto cells = vtk::TakeSmartPointer(data->GetPolys()->NewIterator());
  for (cells->GoToFirstCell(); !cells->IsDoneWithTraversal(); cells->GoToNextCell()) {
    vtkIdType size = 0;
    const vtkIdType* corners = nullptr;
    cells->GetCurrentCell(size, corners);
    for (vtkIdType c = 0; c < size; ++c) {
      mesh.triangles.push_back(static_cast<std::uint32_t>(corners[c]));
    }
  }
  return mesh;
}

vtkNew<vtkPolyData> toVtk(const Mesh& mesh) {
  vtkNew<vtkPoints> points;
  points->SetNumberOfPoints(static_cast<vtkIdType>(mesh.vertexCount()));
  for (std::size_t i = 0; i < mesh.vertexCount(); ++i) {
    points->SetPoint(static_cast<vtkIdType>(i), &mesh.positions[i * 3]);
  }
  vtkNew<vtkCellArray> cells;
  cells->AllocateExact(static_cast<vtkIdType>(mesh.triangleCount()),
                       static_cast<vtkIdType>(mesh.triangles.size()));
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
    cells->InsertNextCell({static_cast<vtkIdType>(mesh.triangles[t]),
                           static_cast<vtkIdType>(mesh.triangles[t + 1]),
                           static_cast<vtkIdType>(mesh.triangles[t + 2])});
  }
  vtkNew<vtkPolyData> data;
  data->SetPoints(points);
  data->SetPolys(cells);
  return data;
}

Mesh contour(const Field& field) {
  // A rim of outside closes the surface where the tissue reaches the border of the volume.
  const Field closed = padded(field, 1, -1.0F);
  const Grid& grid = closed.grid;
  vtkNew<vtkFloatArray> values;
  values->SetArray(const_cast<float*>(closed.data.data()),
                   static_cast<vtkIdType>(closed.data.size()), 1);
  vtkNew<vtkImageData> image;
  image->SetDimensions(grid.size[0], grid.size[1], grid.size[2]);
  image->SetSpacing(grid.spacing, grid.spacing, grid.spacing);
  image->SetOrigin(grid.origin[0], grid.origin[1], grid.origin[2]);
  image->GetPointData()->SetScalars(values);
  vtkNew<vtkFlyingEdges3D> edges;
  edges->SetInputData(image);
  edges->SetValue(0, 0.0);
  edges->ComputeNormalsOff();
  edges->ComputeGradientsOff();
  edges->ComputeScalarsOff();
  edges->Update();
  return fromVtk(edges->GetOutput());
}

/// Drops triangles that `keep` refuses and vertices that are left without one.
template <typename Keep>
Mesh filtered(const Mesh& mesh, const Keep& keep) {
  Mesh out;
  constexpr auto kUnused = ~std::uint32_t{0};
  std::vector<std::uint32_t> renamed(mesh.vertexCount(), kUnused);
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
    if (!keep(t)) continue;
    for (std::size_t c = t; c < t + 3; ++c) {
      const std::uint32_t old = mesh.triangles[c];
      if (renamed[old] == kUnused) {
        renamed[old] = static_cast<std::uint32_t>(out.vertexCount());
        const float* p = &mesh.positions[std::size_t{old} * 3];
        out.positions.insert(out.positions.end(), p, p + 3);
      }
      out.triangles.push_back(renamed[old]);
    }
  }
  return out;
}

Mesh withoutSmallParts(const Mesh& mesh, double keepFraction) {
  std::vector<std::uint32_t> parent(mesh.vertexCount());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&](std::uint32_t v) {
    while (parent[v] != v) v = parent[v] = parent[parent[v]];
    return v;
  };
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
    const std::uint32_t a = root(mesh.triangles[t]);
    parent[root(mesh.triangles[t + 1])] = a;
    parent[root(mesh.triangles[t + 2])] = a;
  }
  std::vector<std::size_t> size(mesh.vertexCount(), 0);
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) ++size[root(mesh.triangles[t])];
  const double least =
      keepFraction * static_cast<double>(*std::max_element(size.begin(), size.end()));
  return filtered(mesh, [&](std::size_t t) {
    return static_cast<double>(size[root(mesh.triangles[t])]) >= least;
  });
}

/// Drops pairs of triangles that lie back to back on the same three corners, as the collapse leaves
/// where a thin bridge has closed on itself. Dropping one pair can bring the next together.
Mesh withoutFins(Mesh mesh) {
  for (;;) {
    std::vector<std::pair<std::array<std::uint32_t, 3>, std::size_t>> keys;
    for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
      std::array<std::uint32_t, 3> key{mesh.triangles[t], mesh.triangles[t + 1],
                                       mesh.triangles[t + 2]};
      std::sort(key.begin(), key.end());
      keys.emplace_back(key, t);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<bool> dropped(mesh.triangles.size(), false);
    bool any = false;
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
      if (keys[i].first != keys[i + 1].first) continue;
      dropped[keys[i].second] = dropped[keys[i + 1].second] = any = true;
      ++i;
    }
    if (!any) return mesh;
    mesh = filtered(mesh, [&](std::size_t t) { return !dropped[t]; });
  }
}

/// Marks the corners of triangles that face against the surface around them.
std::vector<bool> turnedOver(const Mesh& mesh) {
  std::vector<bool> turned(mesh.vertexCount(), false);
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
    const float* p[3];
    std::array<float, 3> mean{};
    for (std::size_t c = 0; c < 3; ++c) {
      p[c] = &mesh.positions[std::size_t{mesh.triangles[t + c]} * 3];
      for (std::size_t k = 0; k < 3; ++k) {
        mean[k] += mesh.normals[std::size_t{mesh.triangles[t + c]} * 3 + k];
      }
    }
    float along = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      const std::size_t i = (k + 1) % 3;
      const std::size_t j = (k + 2) % 3;
      along += mean[k] * ((p[1][i] - p[0][i]) * (p[2][j] - p[0][j]) -
                          (p[1][j] - p[0][j]) * (p[2][i] - p[0][i]));
    }
    if (along > 0) continue;
    for (std::size_t c = 0; c < 3; ++c) turned[mesh.triangles[t + c]] = true;
  }
  return turned;
}

/// Moves vertices within the surface towards the middle of their neighbours, which evens the
/// triangles; the few that the collapse has turned over move freely until they lie flat.
void relax(Mesh& mesh) {
  constexpr int kRounds = 8;
  constexpr float kStep = 0.5F;
  std::vector<float> sum(mesh.positions.size());
  std::vector<float> count(mesh.vertexCount());
  for (int round = 0; round < kRounds; ++round) {
    computeNormals(mesh);
    const std::vector<bool> turned = turnedOver(mesh);
    std::fill(sum.begin(), sum.end(), 0.0F);
    std::fill(count.begin(), count.end(), 0.0F);
    for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
      for (std::size_t c = 0; c < 3; ++c) {
        const std::size_t to = mesh.triangles[t + c];
        const std::size_t from = mesh.triangles[t + (c + 1) % 3];
        for (std::size_t k = 0; k < 3; ++k) sum[to * 3 + k] += mesh.positions[from * 3 + k];
        count[to] += 1.0F;
      }
    }
    for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
      if (count[v] == 0.0F) continue;
      float* p = &mesh.positions[v * 3];
      const float* n = &mesh.normals[v * 3];
      std::array<float, 3> move;
      for (std::size_t k = 0; k < 3; ++k) move[k] = sum[v * 3 + k] / count[v] - p[k];
      const float out = turned[v] ? 0.0F : move[0] * n[0] + move[1] * n[1] + move[2] * n[2];
      for (std::size_t k = 0; k < 3; ++k) p[k] += kStep * (move[k] - out * n[k]);
    }
  }
  mesh.normals.clear();
}

}  // namespace

Mesh surfaceOf(const Field& field, const SurfaceRecipe& recipe) {
  Mesh mesh = contour(field);
  if (mesh.triangles.empty())
    throw Error("a structure has no voxels: are these the right volumes?");
  mesh = withoutSmallParts(mesh, recipe.keepFraction);
  smooth(mesh, recipe.sincIterations, recipe.passBand);
  if (enclosedVolume(mesh) < 0) {
    for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
      std::swap(mesh.triangles[t + 1], mesh.triangles[t + 2]);
    }
  }
  return mesh;
}

void smooth(Mesh& mesh, int iterations, double passBand) {
  const vtkNew<vtkPolyData> data = toVtk(mesh);
  vtkNew<vtkWindowedSincPolyDataFilter> filter;
  filter->SetInputData(data);
  filter->SetNumberOfIterations(iterations);
  filter->SetPassBand(passBand);
  filter->BoundarySmoothingOff();
  filter->FeatureEdgeSmoothingOff();
  filter->NonManifoldSmoothingOn();
  filter->NormalizeCoordinatesOn();
  filter->Update();
  mesh.positions = fromVtk(filter->GetOutput()).positions;
}

Mesh simplified(const Mesh& mesh, std::size_t triangles) {
  if (mesh.triangleCount() <= triangles) return mesh;
  constexpr float kMaxError = 0.1F;  // of the extent: the count decides, not the error
  // The collapse would leave large flat facets where the surface is smooth, and with them jagged
  // region borders. A little roughness, seen by the collapse only, keeps triangles of even size.
  constexpr double kRoughnessMm = 0.07;
  const Random random(kRoughnessSeed);
  std::vector<float> rough = mesh.positions;
  for (std::size_t i = 0; i < rough.size(); ++i) {
    rough[i] += static_cast<float>(kRoughnessMm * random.normal(i));
  }
  Mesh out = mesh;
  const std::size_t indices = meshopt_simplify(
      out.triangles.data(), mesh.triangles.data(), mesh.triangles.size(), rough.data(),
      mesh.vertexCount(), kVertexBytes, triangles * 3, kMaxError, 0, nullptr);
  out.triangles.resize(indices);
  out = withoutFins(filtered(out, [](std::size_t) { return true; }));
  relax(out);
  return out;
}

void matchVolume(Mesh& mesh, double mm3) {
  constexpr int kSteps = 12;
  constexpr double kLongestStep = 0.25;  // mm
  for (int i = 0; i < kSteps; ++i) {
    const double missing = mm3 - enclosedVolume(mesh);
    if (std::abs(missing) < 1e-4 * mm3) break;
    computeNormals(mesh);
    // Growth of the volume for a step of 1 mm along the vertex normals.
    Mesh probe = mesh;
    constexpr float kProbe = 0.01F;
    for (std::size_t k = 0; k < probe.positions.size(); ++k) {
      probe.positions[k] += kProbe * mesh.normals[k];
    }
    const double growth =
        (enclosedVolume(probe) - enclosedVolume(mesh)) / static_cast<double>(kProbe);
    const auto step = static_cast<float>(std::clamp(missing / growth, -kLongestStep, kLongestStep));
    for (std::size_t k = 0; k < mesh.positions.size(); ++k) {
      mesh.positions[k] += step * mesh.normals[k];
    }
  }
  mesh.normals.clear();
}

void orderForDrawing(Mesh& mesh) {
  const std::size_t vertices = mesh.vertexCount();
  std::vector<unsigned> triangles(mesh.triangles.size());
  meshopt_optimizeVertexCache(triangles.data(), mesh.triangles.data(), mesh.triangles.size(),
                              vertices);
  std::vector<unsigned> remap(vertices);
  meshopt_optimizeVertexFetchRemap(remap.data(), triangles.data(), triangles.size(), vertices);
  mesh.triangles.resize(triangles.size());
  meshopt_remapIndexBuffer(mesh.triangles.data(), triangles.data(), triangles.size(), remap.data());
  for (std::vector<float>* array : {&mesh.positions, &mesh.span}) {
    if (array->empty()) continue;
    std::vector<float> ordered(array->size());
    meshopt_remapVertexBuffer(ordered.data(), array->data(), vertices, kVertexBytes, remap.data());
    *array = std::move(ordered);
  }
}

}  // namespace syn::atlas
