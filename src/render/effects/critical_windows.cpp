#include <algorithm>
#include <array>

#include "render/effects/effects.h"
#include "render/effects/mesh_effect.h"
#include "render/geometry.h"

namespace syn::render {

namespace {

constexpr const char* kWindowArray = "windowMC";  // which window, unused, corner x, y

struct Aperture {
  std::array<float, 3> at;  // MNI mm, outside the cortex
  std::array<float, 3> outward;
  float window;  // 0 vision, 1 language
};
constexpr std::array<Aperture, 3> kApertures{{
    {{-24, -118, 8}, {-0.2F, -1, 0}, 0},
    {{24, -118, 8}, {0.2F, -1, 0}, 0},
    {{-76, 16, 12}, {-1, 0, 0}, 1},
}};

/// Critical windows as irises before the areas they belong to: wide open in childhood, closed for
/// good later.
class CriticalWindows : public MeshEffect {
 public:
  CriticalWindows()
      : MeshEffect(Layer::nearWall, {"window/window.vert", "window/window.frag", kWindowArray}) {}

  void build(const atlas::Anatomy&) override {
    MeshBuilder builder(kWindowArray, kApertures.size() * 4, kApertures.size() * 2);
    for (const Aperture& aperture : kApertures) {
      builder.square(aperture.at.data(), aperture.outward.data(), aperture.window, 0);
    }
    setGeometry(builder.take());
  }

  void update(const EffectInput& input, SceneState& state) override {
    const Shown& shown = input.shown;
    seen_ = shown.visibility.shows(scene::Phenomenon::windows);
    const auto open = [&](scene::Gauge gauge) {
      return std::clamp(shown.frame.gauge(gauge), 0.0F, 1.0F);
    };
    state.at(EffectRow::windows) = {open(scene::Gauge::visionWindow),
                                    open(scene::Gauge::languageWindow), 0, 0};
  }
};

}  // namespace

std::unique_ptr<Effect> makeCriticalWindows() {
  return std::make_unique<CriticalWindows>();
}

}  // namespace syn::render
