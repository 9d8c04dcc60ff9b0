#include <algorithm>
#include <array>
#include <vector>

#include "render/effects/effects.h"
#include "render/effects/part_colours.h"
#include "render/geometry.h"

namespace syn::render {

namespace {

constexpr const char* kLesionArray = "lesionMC";  // rank, structure, corner x, y
constexpr std::size_t kPatches = 600;             // of a region of the cortex

using Point = std::array<float, 3>;

struct Patch {
  const atlas::Mesh* mesh = nullptr;
  std::size_t vertex = 0;
  float squared = 0;  // distance from the middle of the region
};

Point positionOf(const Patch& patch) {
  const float* p = &patch.mesh->positions[patch.vertex * 3];
  return {p[0], p[1], p[2]};
}

/// Evenly chosen vertices of each region of the cortex, from its middle outwards.
std::vector<std::vector<Patch>> patchesByStructure(const atlas::Anatomy& anatomy) {
  std::vector<std::vector<Patch>> all(anatomy.catalogue.structures.size());
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (mesh.layer != atlas::Layer::cortex || mesh.level != 0) continue;
    for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
      if (regionOf(anatomy.catalogue, mesh.structure[v]).tissue != Tissue::cortical) continue;
      all[mesh.structure[v]].push_back({&mesh, v});
    }
  }
  for (std::vector<Patch>& patches : all) {
    if (patches.empty()) continue;
    const std::size_t count = std::min(kPatches, patches.size());
    for (std::size_t n = 0; n < count; ++n) patches[n] = patches[n * patches.size() / count];
    patches.resize(count);
    Point middle{};
    for (const Patch& patch : patches) {
      for (std::size_t k = 0; k < 3; ++k) {
        middle[k] += positionOf(patch)[k] / static_cast<float>(count);
      }
    }
    for (Patch& patch : patches) {
      const Point place = positionOf(patch);
      for (std::size_t k = 0; k < 3; ++k) {
        patch.squared += (place[k] - middle[k]) * (place[k] - middle[k]);
      }
    }
    std::sort(patches.begin(), patches.end(),
              [](const Patch& a, const Patch& b) { return a.squared < b.squared; });
  }
  return all;
}

/// What a stroke has destroyed, as a dark core that never fills: its share of the region.
class Lesions : public Effect {
 public:
  void build(const atlas::Anatomy& anatomy) override {
    const auto all = patchesByStructure(anatomy);
    std::size_t count = 0;
    for (const auto& patches : all) count += patches.size();
    MeshBuilder builder(kLesionArray, count * 4, count * 2);
    for (std::size_t id = 0; id < all.size(); ++id) {
      const std::vector<Patch>& patches = all[id];
      for (std::size_t n = 0; n < patches.size(); ++n) {
        const float rank = (static_cast<float>(n) + 0.5F) / static_cast<float>(patches.size());
        builder.square(&patches[n].mesh->positions[patches[n].vertex * 3],
                       &patches[n].mesh->normals[patches[n].vertex * 3], rank,
                       static_cast<float>(id));
      }
    }
    mesh_[0].setGeometry(builder.take());
  }

  void update(const EffectInput& input, SceneState& state) override {
    const Shown& shown = input.shown;
    seen_ = shown.visibility.shows(scene::Phenomenon::lesions);
    for (std::size_t id = 0; id < shown.frame.structures.size(); ++id) {
      state.at(id, StructureRow::damage) = {shown.frame.structures[id].lesion, 0, 0, 0};
    }
  }

  void draw(Layer layer, const DrawContext& context) override {
    if (layer == Layer::nearWall && seen_) mesh_[0].draw(context.renderer);
  }

  std::span<ShadedMesh> meshes() override { return mesh_; }

 private:
  std::array<ShadedMesh, 1> mesh_{
      ShadedMesh("lesion/lesion.vert", "lesion/lesion.frag", kLesionArray, ShadedMesh::Ink::light)};
  bool seen_ = false;
};

}  // namespace

std::unique_ptr<Effect> makeLesions() {
  return std::make_unique<Lesions>();
}

}  // namespace syn::render
