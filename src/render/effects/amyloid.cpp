#include <algorithm>
#include <utility>
#include <vector>

#include "render/effects/effects.h"
#include "render/effects/mesh_effect.h"
#include "render/effects/place.h"

namespace syn::render {

namespace {

constexpr const char* kSpeckArray = "speckMC";  // rank, structure, corner x, y
constexpr int kSpecks = 1400;                   // at an amyloid load of 1
constexpr float kDeepest = 2.6F;                // mm below the surface of the cortex
constexpr float kNoWash = 0.92F;                // clearance at the ends of the wash, usual = 1
constexpr float kFullWash = 1.04F;

/// Places between the cells of the cortex, evenly spread.
vtkSmartPointer<vtkPolyData> specks(const atlas::Anatomy& anatomy) {
  std::vector<std::pair<const atlas::Mesh*, std::size_t>> vertices;
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (mesh.layer != atlas::Layer::cortex || mesh.level != 0) continue;
    for (std::size_t v = 0; v < mesh.vertexCount(); ++v) vertices.emplace_back(&mesh, v);
  }
  const int count = vertices.empty() ? 0 : kSpecks;
  MeshBuilder builder(kSpeckArray, static_cast<std::size_t>(count) * 4,
                      static_cast<std::size_t>(count) * 2);
  for (int n = 0; n < count; ++n) {
    const auto& [mesh, vertex] = pick(vertices, n);
    const Place place = placeAt(*mesh, vertex, 0.4F + kDeepest * spread(n * 7 + 3));
    builder.square(place.at.data(), place.normal.data(),
                   (static_cast<float>(n) + 0.5F) / static_cast<float>(count),
                   static_cast<float>(place.structure), place.span);
  }
  return builder.take();
}

/// Amyloid as specks between the cells: their number follows the load. A wash of light goes out
/// from the ventricles as at night, and is as strong as the clearance of that life's sleep.
class Amyloid : public MeshEffect {
 public:
  Amyloid()
      : MeshEffect(Layer::inside, {"amyloid/amyloid.vert", "amyloid/amyloid.frag", kSpeckArray,
                                   ShadedMesh::Ink::light}) {}

  void build(const atlas::Anatomy& anatomy) override { setGeometry(specks(anatomy)); }

  void update(const EffectInput& input, SceneState& state) override {
    const Shown& shown = input.shown;
    seen_ = shown.visibility.shows(scene::Phenomenon::amyloid);
    // Small differences in clearance decide over decades: drawn over a narrow range.
    const float wash = (shown.frame.amyloidClearance - kNoWash) / (kFullWash - kNoWash);
    state.at(EffectRow::amyloid) = {std::clamp(shown.frame.amyloid, 0.0F, 1.0F),
                                    std::clamp(wash, 0.0F, 1.0F), 0, 0};
  }

  [[nodiscard]] bool moves() const override { return seen_; }
};

}  // namespace

std::unique_ptr<Effect> makeAmyloid() {
  return std::make_unique<Amyloid>();
}

}  // namespace syn::render
