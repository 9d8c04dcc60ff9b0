#include <algorithm>
#include <vector>

#include "render/effects/effects.h"
#include "render/effects/mesh_effect.h"
#include "render/effects/part_colours.h"
#include "render/effects/place.h"

namespace syn::render {

namespace {

constexpr const char* kMemoryArray = "memoryMC";  // rank, kind and parts, corner x, y
constexpr int kGrains = 900;                      // of each kind when everything is remembered
constexpr float kDepth = 2.5F;                    // mm below the surface of the cortex
constexpr std::size_t kKinds = 3;                 // hippocampus, cortex, on the way

/// Places in the regions that `wanted` wants, on one side of the finest meshes of a layer.
std::vector<Place> places(const atlas::Anatomy& anatomy, atlas::Layer layer, Hemisphere side,
                          bool (*wanted)(const Region&), float depth) {
  std::vector<Place> out;
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (mesh.layer != layer || mesh.level != 0) continue;
    for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
      const std::size_t structure = mesh.structure[v];
      if (anatomy.catalogue.structures[structure].hemisphere != side) continue;
      if (wanted(regionOf(anatomy.catalogue, structure))) out.push_back(placeAt(mesh, v, depth));
    }
  }
  return out;
}

/// Kind and both structures in one number of the attribute.
float packed(std::size_t kind, const Place& from, const Place& to) {
  constexpr std::size_t kStructures = scene::kMaxStructures;
  return static_cast<float>(kind + 4 * (from.structure + kStructures * to.structure));
}

/// What was learned, as grains that lie in the hippocampus at first and in the cortex later. The
/// night moves them: as many are on the way as its sleep is worth.
class Memory : public MeshEffect {
 public:
  Memory()
      : MeshEffect(Layer::inside, {"memory/memory.vert", "memory/memory.frag", kMemoryArray,
                                   ShadedMesh::Ink::light}) {}

  void build(const atlas::Anatomy& anatomy) override {
    MeshBuilder builder(kMemoryArray, kGrains * kKinds * 8, kGrains * kKinds * 4);
    for (const Hemisphere side : {Hemisphere::left, Hemisphere::right}) {
      const auto from = places(
          anatomy, atlas::Layer::nucleus, side,
          [](const Region& region) { return region.id == "hippocampus"; }, 0);
      const auto to = places(
          anatomy, atlas::Layer::cortex, side,
          [](const Region& region) { return region.tissue == Tissue::cortical; }, kDepth);
      if (from.empty() || to.empty()) continue;
      for (int n = 0; n < kGrains; ++n) {
        // Order and place are independent of each other.
        const float rank = (static_cast<float>(n) + 0.5F) / kGrains;
        const Place &start = pick(from, n * 3 + 1), &end = pick(to, n);
        for (std::size_t kind = 0; kind < kKinds; ++kind) {
          builder.square(start.at.data(), end.at.data(), rank, packed(kind, start, end), end.span);
        }
      }
    }
    setGeometry(builder.take());
  }

  void update(const EffectInput& input, SceneState& state) override {
    const Shown& shown = input.shown;
    seen_ = shown.visibility.shows(scene::Phenomenon::memory);
    const auto share = [&](scene::Gauge gauge) {
      return std::clamp(shown.frame.gauge(gauge), 0.0F, 1.0F);
    };
    state.at(EffectRow::memory) = {share(scene::Gauge::memoryHippocampus),
                                   share(scene::Gauge::memoryCortex),
                                   std::clamp(shown.frame.sleepQuality, 0.0F, 1.0F), 0};
  }

  [[nodiscard]] bool moves() const override { return seen_; }
};

}  // namespace

std::unique_ptr<Effect> makeMemory() {
  return std::make_unique<Memory>();
}

}  // namespace syn::render
