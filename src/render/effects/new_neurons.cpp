#include <algorithm>
#include <vector>

#include "render/effects/effects.h"
#include "render/effects/mesh_effect.h"
#include "render/effects/part_colours.h"
#include "render/geometry.h"
#include "scene/legend.h"

namespace syn::render {

namespace {

constexpr const char* kNeuronArray = "neuronMC";  // number, structure, corner x, y
constexpr int kMostPerSide = 1000;

/// Birthplaces of new neurons on the dentate gyrus of both sides, a small square each.
vtkSmartPointer<vtkPolyData> neuronSquares(const atlas::Anatomy& anatomy) {
  std::vector<const atlas::Mesh*> places;
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (mesh.layer != atlas::Layer::nucleus || mesh.level != 0 || mesh.triangles.empty()) continue;
    const Structure& structure = anatomy.catalogue.structures[mesh.structure[0]];
    const auto region = static_cast<std::size_t>(structure.region);
    if (anatomy.catalogue.regions[region].id == "dentate_gyrus") places.push_back(&mesh);
  }
  const std::size_t count = places.size() * kMostPerSide;
  MeshBuilder builder(kNeuronArray, count * 4, count * 2);
  for (const atlas::Mesh* mesh : places) {
    const bool right =
        anatomy.catalogue.structures[mesh->structure[0]].hemisphere == Hemisphere::right;
    for (int n = 0; n < kMostPerSide; ++n) {
      // A vertex is as good a birthplace as any: the nucleus is meshed evenly.
      const auto v = static_cast<std::size_t>(spread(n) * static_cast<float>(mesh->vertexCount()));
      // The sign of the number tells the side.
      const float number = static_cast<float>(n + 1) * (right ? -1.0F : 1.0F);
      builder.square(&mesh->positions[v * 3], &mesh->normals[v * 3], number,
                     static_cast<float>(mesh->structure[v]));
    }
  }
  return builder.take();
}

/// New neurons of the dentate gyrus as points of light: their number follows the rate of birth.
class NewNeurons : public MeshEffect {
 public:
  NewNeurons()
      : MeshEffect(Layer::inside, {"neuron/neuron.vert", "neuron/neuron.frag", kNeuronArray,
                                   ShadedMesh::Ink::light}) {}

  void build(const atlas::Anatomy& anatomy) override { setGeometry(neuronSquares(anatomy)); }

  void update(const EffectInput& input, SceneState& state) override {
    const scene::FrameState& frame = input.shown.frame;
    seen_ = input.shown.visibility.newNeurons;
    const float points =
        std::clamp(frame.newNeuronsPerDay / static_cast<float>(scene::kNeuronsPerPoint), 0.0F,
                   static_cast<float>(kMostPerSide));
    const float shown = seen_ ? points : 0;
    state.at(EffectRow::newNeurons) = {shown, shown, frame.survivingShare, 0};
  }

  [[nodiscard]] bool moves() const override { return seen_; }
};

}  // namespace

std::unique_ptr<Effect> makeNewNeurons() {
  return std::make_unique<NewNeurons>();
}

}  // namespace syn::render
