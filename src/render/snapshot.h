#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "render/brain_renderer.h"
#include "scene/legend.h"

namespace syn::words {
class Texts;
}

namespace syn::render {

struct StillOptions {
  int width = 1920, height = 1080;
  /// Language of age, units, exaggeration, scale and the state in words; none = no legend.
  const words::Texts* texts = nullptr;
  int samples = 8;         ///< antialiasing passes
  double timeSeconds = 2;  ///< instant of the animation
  scene::Pointing pointing{};
  scene::ReadingPreferences reading{};
};

/// One picture.
struct Still {
  Image bare;      ///< before words are put on it
  Image finished;  ///< with its legend
};

/// One picture, with no display server. Throws Error when there is no OpenGL.
[[nodiscard]] Still renderStill(const std::shared_ptr<const atlas::Anatomy>& anatomy,
                                const scene::FrameState& frame, const scene::Look& look,
                                const scene::CameraPose& camera, const StillOptions& options = {});

/// Compressed PNG, written atomically. Throws Error naming the place and a remedy.
void savePng(const Image& image, const std::filesystem::path& file);
[[nodiscard]] Image loadPng(const std::filesystem::path& file);

struct MovieOptions {
  StillOptions still;
  int framesPerSecond = 30;
  double seconds = 10;
};

/// Ogg Theora (.ogv), or numbered PNG files when `file` is a folder. `instant(share, ...)` fills in
/// frame, look and camera for a share 0..1 of the movie; `progress` (may be empty) hears the share
/// done.
void renderMovie(const std::shared_ptr<const atlas::Anatomy>& anatomy,
                 const std::function<void(double share, scene::FrameState&, scene::Look&,
                                          scene::CameraPose&)>& instant,
                 const MovieOptions& options, const std::filesystem::path& file,
                 const std::function<void(double)>& progress = {});

}  // namespace syn::render
