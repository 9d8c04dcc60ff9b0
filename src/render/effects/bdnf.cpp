#include <algorithm>
#include <array>

#include "render/effects/effects.h"
#include "render/effects/mesh_effect.h"
#include "render/effects/part_colours.h"
#include "render/geometry.h"

namespace syn::render {

namespace {

constexpr const char* kGlowArray = "glowMC";  // structure, unused, corner x, y
constexpr float kNoGlow = 0.75F;              // levels of the ends of the glow
constexpr float kFullGlow = 1.1F;

/// One square at the middle of each hippocampus.
vtkSmartPointer<vtkPolyData> glows(const atlas::Anatomy& anatomy) {
  MeshBuilder builder(kGlowArray, 8, 4);
  int left = 2;
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (mesh.layer != atlas::Layer::nucleus || mesh.level != 0 || mesh.structure.empty()) continue;
    const std::size_t id = mesh.structure[0];
    if (regionOf(anatomy.catalogue, id).id != "hippocampus" || left-- == 0) continue;
    std::array<double, 3> sum{};
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
      sum[i % 3] += static_cast<double>(mesh.positions[i]);
    }
    float centre[3];
    for (std::size_t axis = 0; axis < 3; ++axis) {
      centre[axis] = static_cast<float>(sum[axis] / static_cast<double>(mesh.vertexCount()));
    }
    builder.square(centre, &mesh.normals[0], static_cast<float>(id), 0);
  }
  return builder.take();
}

/// The growth factor BDNF as a glow that spreads from the hippocampus: wider and brighter with its
/// level.
class Bdnf : public MeshEffect {
 public:
  Bdnf()
      : MeshEffect(Layer::inside,
                   {"bdnf/bdnf.vert", "bdnf/bdnf.frag", kGlowArray, ShadedMesh::Ink::light}) {}

  void build(const atlas::Anatomy& anatomy) override { setGeometry(glows(anatomy)); }

  void update(const EffectInput& input, SceneState& state) override {
    seen_ = input.shown.visibility.shows(scene::Phenomenon::bdnf);
    const float level = (input.shown.frame.bdnf - kNoGlow) / (kFullGlow - kNoGlow);
    state.at(EffectRow::bdnf) = {std::clamp(level, 0.02F, 1.0F), 0, 0, 0};
  }
};

}  // namespace

std::unique_ptr<Effect> makeBdnf() {
  return std::make_unique<Bdnf>();
}

}  // namespace syn::render
