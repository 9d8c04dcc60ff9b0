#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "atlas/anatomy.h"
#include "render/image.h"
#include "scene/camera.h"
#include "scene/look.h"
#include "scene/visibility.h"

namespace syn::render {

/// Counters since the renderer was made; frames must not raise the first two.
struct RenderStatistics {
  int shaderBuilds = 0;     ///< programs compiled
  int geometryUploads = 0;  ///< vertex buffers filled
  int frames = 0;
  /// Components of ordinary uniforms in the largest program; OpenGL 3.2 guarantees 1,024.
  int uniformComponents = 0;
  double lastFrameMs = 0;      ///< GPU work included (the frame is finished)
  double resolutionScale = 1;  ///< of the 3D picture against the window
  std::string glRenderer;      ///< "llvmpipe ...", empty before the first context
};

/// The brain as a picture. Owns the 3D scene; draws into whatever OpenGL 3.2 context is current:
/// the window's, or a HeadlessContext. One thread. Values set before a context exists are kept, and
/// after `releaseGl` everything is rebuilt from them with the next `initializeInCurrentContext`.
class BrainRenderer {
 public:
  /// Shaders come from the program itself, or from the folder in $SYNAPTARIUM_SHADERS (developers).
  explicit BrainRenderer(std::shared_ptr<const atlas::Anatomy> anatomy);
  ~BrainRenderer();
  BrainRenderer(const BrainRenderer&) = delete;
  BrainRenderer& operator=(const BrainRenderer&) = delete;

  /// `visibility` is that of `look` and `frame` (scene::decideVisibility).
  void setScene(const scene::FrameState& frame, const scene::Look& look,
                const scene::Visibility& visibility);
  void setPointing(const scene::Pointing& pointing);
  void setReading(const scene::ReadingPreferences& reading);
  void setQuality(scene::Quality quality);
  void setCamera(const scene::CameraPose& pose);
  void resize(int width, int height);  ///< pixels of the target, device pixel ratio included

  /// Adopts the current context; it must be current in every later call that draws or releases.
  /// Throws Error with a remedy when it is not OpenGL 3.2 or better.
  void initializeInCurrentContext();
  [[nodiscard]] bool initialized() const;
  /// Frees all GL objects (context current if it still lives); the scene stays.
  void releaseGl();

  /// Draws the instant `timeSeconds` of the animation into a framebuffer of the current context,
  /// filling it. Leaves GL state unspecified: Qt hosts reset it before and after.
  void renderTo(unsigned framebuffer, double timeSeconds);
  /// The same into a picture of its own that is not read back (benchmarks, warming up).
  void renderOffscreen(double timeSeconds);
  /// Draws and reads the picture back, antialiased by `samples` jittered passes.
  [[nodiscard]] Image renderImage(double timeSeconds, int samples = 1);

  /// True while another frame would differ: something moves, or the picture still refines.
  [[nodiscard]] bool needsFrame() const;
  /// The camera or a slider is moving: keep the rate, refine later.
  void setInteracting(bool interacting);

  [[nodiscard]] const RenderStatistics& statistics() const;

 private:
  struct Data;
  std::unique_ptr<Data> data_;
};

}  // namespace syn::render
