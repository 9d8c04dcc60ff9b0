#include <algorithm>

#include "render/effects/effects.h"

namespace syn::render {

namespace {

constexpr float kFullAt = 0.4F;  // excess of activity that glows at full strength

/// A circuit that runs too hot: strands glow by how much busier their ends are together than in a
/// healthy adult. The strands' own shaders draw it.
class Circuit : public Effect {
 public:
  void build(const atlas::Anatomy&) override {}

  void update(const EffectInput& input, SceneState& state) override {
    const Shown& shown = input.shown;
    const bool seen = shown.visibility.shows(scene::Phenomenon::circuit);
    for (std::size_t slot = 0; slot < scene::drawnConnections(input.anatomy.catalogue) * 2;
         ++slot) {
      const float activity = shown.frame.connections[slot].activity;
      state.at(slot, ConnectionRow::colour)[3] =
          seen && scene::busy(activity) ? std::min((activity - 1) / kFullAt, 1.0F) : 0.0F;
    }
  }
};

}  // namespace

std::unique_ptr<Effect> makeCircuit() {
  return std::make_unique<Circuit>();
}

}  // namespace syn::render
