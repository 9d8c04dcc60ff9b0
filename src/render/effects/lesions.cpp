#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "base/vec.h"
#include "render/effects/effects.h"
#include "render/effects/part_colours.h"
#include "render/effects/place.h"

namespace syn::render {

namespace {

constexpr const char* kLesionArray = "lesionMC";  // rank, structure, corner in mm
constexpr std::size_t kPatches = 600;             // of a part
constexpr double kOverlap = 1.85;                 // radius of a patch against that of its share

/// Evenly chosen places on one part, from one in its middle outwards.
struct Part {
  std::vector<Place> places;
  double area = 0;  ///< mm2
};

double squaredDistance(const std::array<float, 3>& a, const std::array<float, 3>& b) {
  const Vec3 away = minus(vectorAt(a, 0), vectorAt(b, 0));
  return dot(away, away);
}

double areaOf(const atlas::Mesh& mesh, std::size_t triangle) {
  const auto corner = [&](std::size_t c) {
    return vectorAt(mesh.positions, mesh.triangles[triangle + c]);
  };
  return length(cross(minus(corner(1), corner(0)), minus(corner(2), corner(0)))) / 2;
}

void order(std::vector<Place>& places) {
  std::array<float, 3> middle{};
  for (const Place& place : places) {
    for (std::size_t k = 0; k < 3; ++k) {
      middle[k] += place.at[k] / static_cast<float>(places.size());
    }
  }
  const auto first =
      std::min_element(places.begin(), places.end(), [&](const Place& a, const Place& b) {
        return squaredDistance(a.at, middle) < squaredDistance(b.at, middle);
      });
  const std::array<float, 3> from = first->at;
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    return squaredDistance(a.at, from) < squaredDistance(b.at, from);
  });
}

std::vector<Part> partsOf(const atlas::Anatomy& anatomy,
                          std::initializer_list<atlas::Layer> layers) {
  std::vector<Part> parts(anatomy.catalogue.structures.size());
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (mesh.level != 0 || std::find(layers.begin(), layers.end(), mesh.layer) == layers.end()) {
      continue;
    }
    for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
      parts[mesh.structure[v]].places.push_back(placeAt(mesh, v));
    }
    for (std::size_t t = 0; t + 2 < mesh.triangles.size(); t += 3) {
      parts[mesh.structure[mesh.triangles[t]]].area += areaOf(mesh, t);
    }
  }
  for (Part& part : parts) {
    std::vector<Place>& places = part.places;
    const std::size_t count = std::min(kPatches, places.size());
    for (std::size_t n = 0; n < count; ++n) places[n] = places[n * places.size() / count];
    places.resize(count);
    if (!places.empty()) order(places);
  }
  return parts;
}

vtkSmartPointer<vtkPolyData> patches(const atlas::Anatomy& anatomy,
                                     std::initializer_list<atlas::Layer> layers) {
  const std::vector<Part> parts = partsOf(anatomy, layers);
  std::size_t count = 0;
  for (const Part& part : parts) count += part.places.size();
  MeshBuilder builder(kLesionArray, count * 4, count * 2);
  for (const Part& part : parts) {
    const auto all = static_cast<double>(part.places.size());
    const auto radius =
        static_cast<float>(kOverlap * std::sqrt(part.area / all / std::numbers::pi));
    for (std::size_t n = 0; n < part.places.size(); ++n) {
      const Place& place = part.places[n];
      builder.square(place.at.data(), place.normal.data(),
                     static_cast<float>((static_cast<double>(n) + 0.5) / all),
                     static_cast<float>(place.structure), place.span, radius);
    }
  }
  return builder.take();
}

/// What strokes have destroyed, as a dark core that never fills: its share of the part, on the wall
/// and on what is drawn solid.
class Lesions : public Effect {
 public:
  void build(const atlas::Anatomy& anatomy) override {
    using atlas::Layer;
    meshes_[0].setGeometry(patches(anatomy, {Layer::cortex, Layer::cerebellum, Layer::brainstem}));
    meshes_[1].setGeometry(
        patches(anatomy, {Layer::nucleus, Layer::piece, Layer::cerebellum, Layer::brainstem}));
  }

  void update(const EffectInput& input, SceneState& state) override {
    const Shown& shown = input.shown;
    seen_ = shown.visibility.shows(scene::Phenomenon::lesions);
    for (std::size_t id = 0; id < shown.frame.structures.size(); ++id) {
      state.at(id, StructureRow::damage) = {shown.frame.structures[id].lesion, 0, 0, 0};
    }
  }

  void draw(Layer layer, const DrawContext& context) override {
    if (!seen_) return;
    if (layer == Layer::nearWall) meshes_[0].draw(context.renderer);
    if (layer == Layer::inside) meshes_[1].draw(context.renderer);
  }

  std::span<ShadedMesh> meshes() override { return meshes_; }

 private:
  /// On the wall, on what is solid.
  std::array<ShadedMesh, 2> meshes_{
      ShadedMesh("lesion/wall.vert", "lesion/lesion.frag", kLesionArray, ShadedMesh::Ink::light),
      ShadedMesh("lesion/solid.vert", "lesion/lesion.frag", kLesionArray, ShadedMesh::Ink::light)};
  bool seen_ = false;
};

}  // namespace

std::unique_ptr<Effect> makeLesions() {
  return std::make_unique<Lesions>();
}

}  // namespace syn::render
