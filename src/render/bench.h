#pragma once

#include <memory>
#include <string>
#include <vector>

#include "atlas/anatomy.h"
#include "scene/look.h"

namespace syn::render {

/// One measured quantity, in milliseconds.
struct Measurement {
  std::string name;  ///< "frame_static_ms"
  std::vector<double> samples;
};

struct BenchOptions {
  int width = 1280, height = 720;
  int frames = 40;  ///< a measurement; static and animated frames alternate
  int picks = 2000;
};

/// frame_static_ms and frame_animated_ms (alternating in one run, so that both see the same
/// machine), first_frame_ms, pick_ms. Throws Error when there is no OpenGL.
[[nodiscard]] std::vector<Measurement> benchFrames(
    const std::shared_ptr<const atlas::Anatomy>& anatomy, const scene::Look& look,
    const BenchOptions& options = {});
[[nodiscard]] Measurement benchFirstFrame(std::shared_ptr<const atlas::Anatomy> anatomy,
                                          const BenchOptions& options = {});
/// The looks by turns.
[[nodiscard]] Measurement benchPicks(const std::shared_ptr<const atlas::Anatomy>& anatomy,
                                     const std::vector<scene::Look>& looks,
                                     const BenchOptions& options = {});

}  // namespace syn::render
