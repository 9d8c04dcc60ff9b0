#include <algorithm>
#include <array>
#include <vector>

#include "render/effects/effects.h"
#include "render/effects/part_colours.h"
#include "render/geometry.h"

namespace syn::render {

namespace {

constexpr const char* kMemoryArray = "memoryMC";  // rank, kind, corner x, y
constexpr int kGrains = 900;                      // of each kind when everything is remembered
constexpr float kDepth = 2.5F;                    // mm below the surface of the cortex
constexpr std::array kKinds{0.0F, 1.0F, 2.0F};    // hippocampus, cortex, on the way

struct Place {
  std::array<float, 3> at;
};

/// Vertices of the finest mesh of a region, or of the whole cortex.
std::vector<Place> places(const atlas::Anatomy& anatomy, atlas::Layer layer,
                          std::string_view region, bool right, float depth) {
  std::vector<Place> out;
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (mesh.layer != layer || mesh.level != 0) continue;
    for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
      const Structure& structure = anatomy.catalogue.structures[mesh.structure[v]];
      const Region& of = anatomy.catalogue.regions[static_cast<std::size_t>(structure.region)];
      if ((structure.hemisphere == Hemisphere::right) != right) continue;
      if (region.empty() ? of.tissue != Tissue::cortical : of.id != region) continue;
      Place place{};
      for (std::size_t k = 0; k < 3; ++k) {
        place.at[k] = mesh.positions[v * 3 + k] - depth * mesh.normals[v * 3 + k];
      }
      out.push_back(place);
    }
  }
  return out;
}

/// What was learned, as grains that lie in the hippocampus at first and in the cortex later. The
/// night moves them: as many are on the way as its sleep is worth.
class Memory : public Effect {
 public:
  void build(const atlas::Anatomy& anatomy) override {
    MeshBuilder builder(kMemoryArray, kGrains * kKinds.size() * 8, kGrains * kKinds.size() * 4);
    for (const bool right : {false, true}) {
      const auto from = places(anatomy, atlas::Layer::nucleus, "hippocampus", right, 0);
      const auto to = places(anatomy, atlas::Layer::cortex, "", right, kDepth);
      if (from.empty() || to.empty()) continue;
      const auto pick = [](const std::vector<Place>& of, int n) {
        return &of[std::min(static_cast<std::size_t>(spread(n) * static_cast<float>(of.size())),
                            of.size() - 1)]
                    .at[0];
      };
      for (int n = 0; n < kGrains; ++n) {
        // Order and place are independent of each other.
        const float rank = (static_cast<float>(n) + 0.5F) / kGrains;
        for (const float kind : kKinds)
          builder.square(pick(from, n * 3 + 1), pick(to, n), rank, kind);
      }
    }
    mesh_[0].setGeometry(builder.take());
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

  void draw(Layer layer, const DrawContext& context) override {
    if (layer == Layer::inside && seen_) mesh_[0].draw(context.renderer);
  }

  std::span<ShadedMesh> meshes() override { return mesh_; }

 private:
  std::array<ShadedMesh, 1> mesh_{
      ShadedMesh("memory/memory.vert", "memory/memory.frag", kMemoryArray, ShadedMesh::Ink::light)};
  bool seen_ = false;
};

}  // namespace

std::unique_ptr<Effect> makeMemory() {
  return std::make_unique<Memory>();
}

}  // namespace syn::render
