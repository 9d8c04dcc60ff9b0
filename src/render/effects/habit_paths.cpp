#include <algorithm>
#include <array>
#include <vector>

#include "render/effects/effects.h"
#include "render/effects/mesh_effect.h"
#include "render/geometry.h"

namespace syn::render {

namespace {

constexpr const char* kPathArray = "pathMC";  // 0 old 1 new, way along, side, unused
constexpr int kSteps = 48;                    // of a path

using Point = std::array<float, 3>;
using Waypoints = std::vector<Point>;

// Illustrative ways through the loops of habit and of deliberate action, left side, MNI mm.
// Well-worn habits run through the putamen, new aims through the caudate (Yin HH, Knowlton BJ 2006,
// Nat Rev Neurosci 7:464).
const Waypoints& oldWay() {
  static const Waypoints way{{-40, -4, 48}, {-33, 0, 26},   {-28, 2, 2},   {-21, -6, -3},
                             {-14, -18, 6}, {-24, -24, 30}, {-36, -24, 54}};
  return way;
}
const Waypoints& newWay() {
  static const Waypoints way{{-40, 34, 26}, {-27, 28, 16},  {-14, 14, 10}, {-15, 2, 1},
                             {-9, -10, 9},  {-20, -10, 34}, {-32, -14, 58}};
  return way;
}

/// A smooth line through the waypoints (Catmull-Rom).
Point at(const Waypoints& way, float share) {
  const auto last = static_cast<int>(way.size()) - 1;
  const float place = share * static_cast<float>(last);
  const int i = std::min(static_cast<int>(place), last - 1);
  const float t = place - static_cast<float>(i);
  const auto point = [&](int n) -> const Point& {
    return way[static_cast<std::size_t>(std::clamp(n, 0, last))];
  };
  const Point &a = point(i - 1), &b = point(i), &c = point(i + 1), &d = point(i + 2);
  Point out;
  for (std::size_t k = 0; k < 3; ++k) {
    out[k] =
        0.5F * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t +
                (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t * t * t);
  }
  return out;
}

void addPath(MeshBuilder& builder, const Waypoints& way, float which) {
  for (int step = 0; step <= kSteps; ++step) {
    const float along = static_cast<float>(step) / kSteps;
    const Point here = at(way, along);
    const Point before = at(way, std::max(along - 0.01F, 0.0F));
    const Point after = at(way, std::min(along + 0.01F, 1.0F));
    const Point tangent{after[0] - before[0], after[1] - before[1], after[2] - before[2]};
    const Point beside{here[0] + kApart, here[1] + kApart, here[2]};
    const vtkIdType v = builder.vertices();
    builder.vertex(here.data(), tangent.data(), {which, along, -1, 0});
    builder.vertex(beside.data(), tangent.data(), {which, along, 1, 0});
    if (step == 0) continue;
    builder.triangle(v - 2, v - 1, v);
    builder.triangle(v, v - 1, v + 1);
  }
}

/// The old and the new path of a habit, on the left side: width by strength, the one taken is lit.
class HabitPaths : public MeshEffect {
 public:
  HabitPaths() : MeshEffect(Layer::inside, {"path/path.vert", "path/path.frag", kPathArray}) {}

  void build(const atlas::Anatomy&) override {
    constexpr std::size_t kPaths = 2;
    MeshBuilder builder(kPathArray, kPaths * (kSteps + 1) * 2, kPaths * kSteps * 2);
    addPath(builder, oldWay(), 0);
    addPath(builder, newWay(), 1);
    setGeometry(builder.take());
  }

  void update(const EffectInput& input, SceneState& state) override {
    const Shown& shown = input.shown;
    seen_ = shown.visibility.shows(scene::Phenomenon::habit);
    state.at(EffectRow::habit) = {shown.frame.gauge(scene::Gauge::oldPath),
                                  shown.frame.gauge(scene::Gauge::newPath),
                                  shown.frame.gauge(scene::Gauge::newPathChoice), 0};
  }

  [[nodiscard]] bool moves() const override { return seen_; }
};

}  // namespace

std::unique_ptr<Effect> makeHabitPaths() {
  return std::make_unique<HabitPaths>();
}

}  // namespace syn::render
