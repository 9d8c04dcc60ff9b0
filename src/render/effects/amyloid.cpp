#include <algorithm>
#include <array>
#include <cmath>

#include "render/effects/effects.h"
#include "render/effects/part_colours.h"
#include "render/geometry.h"

namespace syn::render {

namespace {

constexpr const char* kSpeckArray = "speckMC";  // rank, structure, corner x, y
constexpr int kSpecks = 1400;                   // at an amyloid load of 1
constexpr float kDeepest = 2.6F;                // mm below the surface of the cortex
constexpr float kNoWash = 0.92F;                // clearance at the ends of the wash, usual = 1
constexpr float kFullWash = 1.04F;

/// Places between the cells of the cortex, evenly spread.
vtkSmartPointer<vtkPolyData> specks(const atlas::Anatomy& anatomy) {
  std::vector<std::pair<const atlas::Mesh*, std::size_t>> places;
  std::size_t vertices = 0;
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (mesh.layer != atlas::Layer::cortex || mesh.level != 0) continue;
    places.emplace_back(&mesh, vertices);
    vertices += mesh.vertexCount();
  }
  const int count = vertices == 0 ? 0 : kSpecks;
  MeshBuilder builder(kSpeckArray, static_cast<std::size_t>(count) * 4,
                      static_cast<std::size_t>(count) * 2);
  for (int n = 0; n < count; ++n) {
    const auto chosen =
        std::min(static_cast<std::size_t>(spread(n) * static_cast<float>(vertices)), vertices - 1);
    const auto after = std::find_if(places.begin(), places.end(),
                                    [chosen](const auto& place) { return place.second > chosen; });
    const auto& [mesh, first] = *std::prev(after);
    const std::size_t v = chosen - first;
    const float depth = 0.4F + kDeepest * spread(n * 7 + 3);
    float place[3];
    for (std::size_t axis = 0; axis < 3; ++axis) {
      place[axis] = mesh->positions[v * 3 + axis] - depth * mesh->normals[v * 3 + axis];
    }
    builder.square(place, &mesh->normals[v * 3],
                   (static_cast<float>(n) + 0.5F) / static_cast<float>(count),
                   static_cast<float>(mesh->structure[v]));
  }
  return builder.take();
}

/// Amyloid as specks between the cells: their number follows the load. A wash of light goes out
/// from the ventricles as at night, and is as strong as the clearance of that life's sleep.
class Amyloid : public Effect {
 public:
  void build(const atlas::Anatomy& anatomy) override { mesh_[0].setGeometry(specks(anatomy)); }

  void update(const EffectInput& input, SceneState& state) override {
    const Shown& shown = input.shown;
    seen_ = shown.visibility.shows(scene::Phenomenon::amyloid);
    // Small differences in clearance decide over decades: drawn over a narrow range.
    const float wash = (shown.frame.amyloidClearance - kNoWash) / (kFullWash - kNoWash);
    state.at(EffectRow::amyloid) = {std::clamp(shown.frame.amyloid, 0.0F, 1.0F),
                                    std::clamp(wash, 0.0F, 1.0F), 0, 0};
  }

  [[nodiscard]] bool moves() const override { return seen_; }

  void draw(Layer layer, const DrawContext& context) override {
    if (layer == Layer::inside && seen_) mesh_[0].draw(context.renderer);
  }

  std::span<ShadedMesh> meshes() override { return mesh_; }

 private:
  std::array<ShadedMesh, 1> mesh_{ShadedMesh("amyloid/amyloid.vert", "amyloid/amyloid.frag",
                                             kSpeckArray, ShadedMesh::Ink::light)};
  bool seen_ = false;
};

}  // namespace

std::unique_ptr<Effect> makeAmyloid() {
  return std::make_unique<Amyloid>();
}

}  // namespace syn::render
