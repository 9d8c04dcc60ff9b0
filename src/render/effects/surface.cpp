#include <array>

#include "render/effects/effects.h"
#include "render/effects/part_colours.h"
#include "render/geometry.h"

namespace syn::render {

namespace {

constexpr float kChosenTint = 0.85F;
constexpr float kHoverHighlight = 0.6F;

/// The near and far wall: folded cortex, cerebellum and brainstem, as tissue or as glass.
class Surface : public Effect {
 public:
  void build(const atlas::Anatomy& anatomy) override {
    using atlas::Layer;
    fine_.setGeometry(
        mergeMeshes(anatomy, {Layer::cortex, Layer::cerebellum, Layer::brainstem}, 0));
    glass_.setGeometry(
        mergeMeshes(anatomy, {Layer::glass, Layer::cerebellum, Layer::brainstem}, 1));
    far_.setGeometry(mergeMeshes(anatomy, {Layer::cortex, Layer::cerebellum, Layer::brainstem}, 1));
  }

  void update(const EffectInput& input, SceneState& state) override {
    const Catalogue& catalogue = input.anatomy.catalogue;
    const Shown& shown = input.shown;
    const scene::Look& look = shown.look;
    for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
      const int structure = static_cast<int>(id);
      const Region& region = regionOf(catalogue, id);
      const bool hind = isHindbrain(region);
      const float highlight = shown.pointing.selected.test(id)      ? 1.0F
                              : structure == shown.pointing.hovered ? kHoverHighlight
                                                                    : 0.0F;
      scene::Rgb colour = wallColourOf(region, shown.frame.structures[id], look,
                                       shown.visibility.coloured.test(id));
      // On bare tissue the chosen region shows the colour of its system; a map keeps its meaning.
      if (look.cortexColour == scene::SurfaceColour::tissue && !hind) {
        colour = scene::mix(colour, scene::systemColour(region.system), kChosenTint * highlight);
      }
      setColour(state.at(id, StructureRow::surfaceColour), colour,
                shown.visibility.surface.test(id) ? 1.0F : 0.0F);
      SceneState::Row& light = state.at(id, StructureRow::light);
      light[0] = highlight;
      light[2] = look.cortexColour == scene::SurfaceColour::system ? 1.0F : 0.0F;
      light[3] = hind ? static_cast<float>(input.placements[id].displacement) : 0.0F;
      SceneState::Row& factors = state.at(id, StructureRow::thickness);
      factors[0] = input.thickness[id].own;
      factors[1] = input.thickness[id].shared;
    }
    fine_.setCulling(shown.visibility.holes ? ShadedMesh::Cull::none : ShadedMesh::Cull::back);
  }

  void draw(Layer layer, const DrawContext& context) override {
    if (layer == Layer::farWall) far_.draw(context.renderer);
    if (layer == Layer::nearWall) (context.fineSurface ? fine_ : glass_).draw(context.renderer);
  }

  std::span<ShadedMesh> meshes() override { return meshes_; }

 private:
  std::array<ShadedMesh, 3> meshes_{
      ShadedMesh("surface/surface.vert", "surface/front.frag", kStructureArray),
      ShadedMesh("surface/surface.vert", "surface/front.frag", kStructureArray,
                 ShadedMesh::Cull::back),
      ShadedMesh("surface/surface.vert", "surface/back.frag", kStructureArray,
                 ShadedMesh::Cull::front)};
  ShadedMesh& fine_ = meshes_[0];
  ShadedMesh& glass_ = meshes_[1];
  ShadedMesh& far_ = meshes_[2];
};

}  // namespace

std::unique_ptr<Effect> makeSurface() {
  return std::make_unique<Surface>();
}

}  // namespace syn::render
