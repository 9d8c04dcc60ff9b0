#include "render/effects/effects.h"

namespace syn::render {

namespace {

/// Myelin as a bright sheath in segments along the strands; the strands' own shaders draw it by the
/// myelination of each half of a connection.
class Myelin : public Effect {
 public:
  void build(const atlas::Anatomy&) override {}

  void update(const EffectInput& input, SceneState& state) override {
    const bool seen = input.shown.visibility.shows(scene::Phenomenon::myelin);
    state.at(EffectRow::myelin) = {seen ? 1.0F : 0.0F, 0, 0, 0};
  }
};

}  // namespace

std::unique_ptr<Effect> makeMyelin() {
  return std::make_unique<Myelin>();
}

}  // namespace syn::render
