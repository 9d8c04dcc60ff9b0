#include "render/bench.h"

#include <chrono>
#include <cmath>

#include "render/brain_renderer.h"
#include "render/headless_context.h"
#include "scene/picker.h"

namespace syn::render {

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// A life in fast motion: every state differs from frame to frame.
void moveEverything(int step, scene::FrameState& frame) {
  const auto wave = [step](std::size_t index) {
    return static_cast<float>(0.04 * std::sin(0.3 * step + static_cast<double>(index)));
  };
  for (std::size_t i = 0; i < frame.structures.size(); ++i) {
    scene::StructureState& state = frame.structures[i];
    state.densityChange = state.volumeChange = wave(i);
    state.density = state.volume = 1 + wave(i);
    state.reactivity = 1.2F + wave(i);
  }
  for (std::size_t i = 0; i < frame.connections.size(); ++i) {
    frame.connections[i] = {1 + wave(i), 1 + wave(i + 7), 1 + wave(i + 3)};
  }
  frame.newNeuronsPerDay = 700 + 2000 * wave(0);
  frame.ageYears = 25 + step * 0.1;
}

}  // namespace

std::vector<Measurement> benchFrames(const std::shared_ptr<const atlas::Anatomy>& anatomy,
                                     const scene::Look& look, const BenchOptions& options) {
  HeadlessContext context;
  BrainRenderer renderer(anatomy);
  renderer.initializeInCurrentContext();
  scene::Visibility visibility;
  const auto show = [&](const scene::FrameState& frame) {
    scene::decideVisibility(anatomy->catalogue, look, frame, visibility);
    renderer.setScene(frame, look, visibility);
  };
  renderer.setQuality(scene::Quality::medium);
  renderer.resize(options.width, options.height);
  scene::Camera camera;
  camera.setViewport(options.width, options.height);
  renderer.setCamera(camera.pose());
  scene::FrameState frame = scene::restingFrame(anatomy->catalogue);
  moveEverything(0, frame);
  show(frame);
  renderer.setInteracting(true);
  double time = 1;
  constexpr int kWarmUp = 3;
  for (int i = 0; i < kWarmUp; ++i) renderer.renderOffscreen(time);

  Measurement still{"frame_static_ms", {}};
  Measurement moving{"frame_animated_ms", {}};
  for (int i = 0; i < options.frames; ++i) {
    Clock::time_point start = Clock::now();
    renderer.renderOffscreen(time);
    still.samples.push_back(millisecondsSince(start));
    start = Clock::now();
    time += 1.0 / 30;
    moveEverything(i + 1, frame);
    show(frame);
    renderer.renderOffscreen(time);
    moving.samples.push_back(millisecondsSince(start));
  }
  return {still, moving};
}

Measurement benchFirstFrame(std::shared_ptr<const atlas::Anatomy> anatomy,
                            const BenchOptions& options) {
  Measurement result{"first_frame_ms", {}};
  const Clock::time_point start = Clock::now();
  HeadlessContext context;
  BrainRenderer renderer(std::move(anatomy));
  renderer.initializeInCurrentContext();
  renderer.resize(options.width, options.height);
  renderer.setInteracting(true);
  renderer.renderOffscreen(0);
  result.samples.push_back(millisecondsSince(start));
  return result;
}

Measurement benchPicks(const std::shared_ptr<const atlas::Anatomy>& anatomy,
                       const std::vector<scene::Look>& looks, const BenchOptions& options) {
  Measurement result{"pick_ms", {}};
  const scene::FrameState frame = scene::restingFrame(anatomy->catalogue);
  const scene::Picker picker(anatomy);
  std::vector<scene::Visibility> visibilities;
  for (const scene::Look& look : looks) {
    visibilities.push_back(scene::decideVisibility(anatomy->catalogue, look, frame));
  }
  scene::Camera camera;
  camera.setViewport(options.width, options.height);
  for (int i = 0; i < options.picks; ++i) {
    // Pixels spread over the picture by the golden ratio.
    const auto turn = static_cast<std::size_t>(i) % looks.size();
    const double x = options.width * std::fmod(i * 0.7548776662466927, 1.0);
    const double y = options.height * std::fmod(i * 0.5698402909980532, 1.0);
    const Clock::time_point start = Clock::now();
    const auto pick = picker.pick(camera.ray(x, y), frame, looks[turn], visibilities[turn]);
    result.samples.push_back(millisecondsSince(start));
    static_cast<void>(pick);
  }
  return result;
}

}  // namespace syn::render
