#include <array>

#include "render/effects/effects.h"
#include "render/effects/part_colours.h"
#include "render/geometry.h"

namespace syn::render {

namespace {

/// Parts drawn as closed bodies: nuclei and ventricles, pieces of cortex, the hindbrain when pulled
/// out.
class Solids : public Effect {
 public:
  void build(const atlas::Anatomy& anatomy) override {
    using atlas::Layer;
    meshes_[0].setGeometry(mergeMeshes(anatomy, {Layer::nucleus, Layer::ventricles}, 0));
    meshes_[1].setGeometry(mergeMeshes(anatomy, {Layer::piece}, 0));
    meshes_[2].setGeometry(mergeMeshes(anatomy, {Layer::cerebellum, Layer::brainstem}, 1));
    const Catalogue& catalogue = anatomy.catalogue;
    for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
      const Region& region = regionOf(catalogue, id);
      const bool cortical = region.tissue == Tissue::cortical;
      members_[isHindbrain(region) ? 2U : cortical ? 1U : 0U].set(id);
    }
  }

  void update(const EffectInput& input, SceneState& state) override {
    const Catalogue& catalogue = input.anatomy.catalogue;
    const Shown& shown = input.shown;
    const scene::Look& look = shown.look;
    for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
      const Region& region = regionOf(catalogue, id);
      const scene::StructureState& structure = shown.frame.structures[id];
      const bool coloured = shown.visibility.coloured.test(id);
      const bool told = coloured && look.deepColour != scene::SurfaceColour::tissue;
      const scene::Rgb colour =
          isHindbrain(region) ? wallColourOf(region, structure, look, coloured)
          : told              ? colourOf(region, structure, look.deepColour, look.densityEnds)
                              : scene::kTissue;
      setColour(state.at(id, StructureRow::solidColour), colour,
                shown.visibility.solid.test(id) ? 1.0F : 0.0F);
      const scene::Placement& placement = input.placements[id];
      SceneState::Row& motion = state.at(id, StructureRow::motion);
      for (std::size_t axis = 0; axis < 3; ++axis) {
        motion[axis] = static_cast<float>(placement.offset[axis]);
      }
      motion[3] = static_cast<float>(placement.displacement);
      state.at(id, StructureRow::thickness)[2] = static_cast<float>(placement.thickness);
    }
    for (std::size_t i = 0; i < meshes_.size(); ++i) {
      drawn_[i] = (shown.visibility.solid & members_[i]).any();
    }
  }

  void draw(Layer layer, const DrawContext& context) override {
    if (layer != Layer::inside) return;
    for (std::size_t i = 0; i < meshes_.size(); ++i) {
      if (drawn_[i]) meshes_[i].draw(context.renderer);
    }
  }

  std::span<ShadedMesh> meshes() override { return meshes_; }

 private:
  static ShadedMesh solid() { return {"solid/solid.vert", "solid/solid.frag", kStructureArray}; }

  std::array<ShadedMesh, 3> meshes_{solid(), solid(), solid()};  ///< nuclei, pieces, hindbrain
  std::array<scene::StructureSet, 3> members_;
  std::array<bool, 3> drawn_{};
};

}  // namespace

std::unique_ptr<Effect> makeSolids() {
  return std::make_unique<Solids>();
}

}  // namespace syn::render
