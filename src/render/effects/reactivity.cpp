#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/effects/effects.h"

namespace syn::render {

namespace {

constexpr float kFullAt = 0.5F;           // excess reactivity shown at full strength
constexpr double kPulsesPerSecond = 0.6;  // far below three flashes a second

/// A slow pulse of light on parts that are busier than in a healthy adult: strength by the excess
/// of reactivity. It has no geometry; surface and solids add its light to their own.
class Reactivity : public Effect {
 public:
  void build(const atlas::Anatomy&) override {}

  void update(const EffectInput& input, SceneState&) override {
    const Shown& shown = input.shown;
    for (std::size_t id = 0; id < shown.frame.structures.size(); ++id) {
      const float excess = shown.frame.structures[id].reactivity - 1;
      strength_[id] =
          shown.visibility.pulsing.test(id) ? std::clamp(excess / kFullAt, 0.0F, 1.0F) : 0.0F;
    }
    seen_ = shown.visibility.reactivity;
  }

  [[nodiscard]] bool moves() const override { return seen_; }

  void animate(double seconds, bool still, SceneState& state) override {
    const double wave = 0.5 + 0.5 * std::sin(2 * std::numbers::pi * kPulsesPerSecond * seconds);
    const float light = still ? 0.5F : static_cast<float>(wave);
    for (std::size_t id = 0; id < strength_.size(); ++id) {
      state.at(id, StructureRow::light)[1] = strength_[id] * light;
    }
  }

 private:
  std::array<float, scene::kMaxStructures> strength_{};
  bool seen_ = false;
};

}  // namespace

std::unique_ptr<Effect> makeReactivity() {
  return std::make_unique<Reactivity>();
}

}  // namespace syn::render
