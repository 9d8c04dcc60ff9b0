#include "render/brain_renderer.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <vtk_glew.h>
#include <vtkCamera.h>
#include <vtkCullerCollection.h>
#include <vtkNew.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>
#include <vtkRendererCollection.h>

#include "base/error.h"
#include "render/brain_pass.h"
#include "render/effects/effects.h"
#include "render/gl_window.h"
#include "render/state_buffer.h"
#include "render/vtk_log.h"
#include "scene/body.h"

namespace syn::render {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kReach = 130;  // mm from the middle to the farthest part, with swelling
constexpr double kExplodedReach = 210;
constexpr double kHoldTime = 2.0;     // instant at which reduced motion stands still
constexpr int kRefinements = 8;       // passes a resting picture is averaged from
constexpr double kSlowFrameMs = 55;   // above: coarser while something moves
constexpr double kQuickFrameMs = 24;  // below: finer again
constexpr std::array<double, 5> kScales{1.0, 0.82, 0.67, 0.55, 0.45};

/// Offsets of a pass within a pixel, -0.5..0.5: evenly spread whatever the number (R2 sequence).
std::array<double, 2> jitter(int pass) {
  const double x = (pass + 0.5) * 0.7548776662466927;
  const double y = (pass + 0.5) * 0.5698402909980532;
  return {x - std::floor(x) - 0.5, y - std::floor(y) - 0.5};
}

}  // namespace

/// Everything that lives and dies with one OpenGL context.
struct GlScene {
  vtkNew<GlWindow> window;
  vtkNew<vtkRenderer> renderer;
  vtkNew<BrainPass> pass;
  StateBuffer state;
};

struct BrainRenderer::Data {
  explicit Data(std::shared_ptr<const atlas::Anatomy> a)
      : anatomy(std::move(a)), body(*anatomy), library(ShaderLibrary::fromEnvironment()) {
    shown.frame = scene::restingFrame(anatomy->catalogue);
    shown.visibility = scene::decideVisibility(anatomy->catalogue, shown.look, shown.frame);
    for (const auto& effect : effects) effect->build(*anatomy);
  }

  void buildScene();
  void refreshState();
  void setTime(double seconds);
  void placeCamera(int pass, int layerWidth, int layerHeight);
  void placeWindow(int layerWidth, int layerHeight);
  void drawLive(double seconds, bool toOutput, unsigned target);
  void draw(double seconds, bool toOutput, unsigned target, int pass, bool accumulate,
            double scale);
  [[nodiscard]] bool settled() const { return refined >= kRefinements; }
  void changed() {
    stale = true;
    refined = 0;
  }
  void adapt(double frameMs);
  [[nodiscard]] scene::Quality quality() const;
  void updateStatistics();
  void disconnect();

  std::shared_ptr<const atlas::Anatomy> anatomy;
  scene::Body body;
  ShaderLibrary library;
  std::vector<std::unique_ptr<Effect>> effects = makeEffects();

  Shown shown;
  std::array<scene::Placement, scene::kMaxStructures> placements;
  std::array<scene::Thickness, scene::kMaxStructures> thickness;
  scene::Quality wantedQuality = scene::Quality::automatic;
  scene::CameraPose camera;
  int width = 1280, height = 720;
  bool interacting = false;

  SceneState state;
  FrameUniforms uniforms;
  bool stale = true;   // the state is older than what is to be shown
  bool moves = false;  // a later instant would be another picture
  int refined = 0;     // passes in the resting picture
  std::size_t scaleStep = 0;
  bool software = false;
  int earlierBuilds = 0, earlierUploads = 0;  // of contexts that are gone
  RenderStatistics statistics;
  DrawContext drawing;
  std::unique_ptr<GlScene> gl;
};

void BrainRenderer::Data::refreshState() {
  moves = false;
  body.place(shown.frame, shown.look, placements);
  body.thickness(shown.frame, shown.look, placements, thickness);
  for (const auto& effect : effects) {
    effect->update({*anatomy, placements, thickness, shown}, state);
    moves = moves || effect->moves();
  }
  moves = moves && !shown.reading.reducedMotion;
  uniforms.xray = std::clamp(shown.look.xray, 0.0F, 1.0F);
  stale = false;
}

/// The instant of the animation, for the programs and in the rows that follow from it.
void BrainRenderer::Data::setTime(double seconds) {
  const bool still = shown.reading.reducedMotion;
  const double time = still ? kHoldTime : seconds;
  // Cycles repeat within minutes; a small number keeps its precision on the GPU.
  uniforms.time = static_cast<float>(std::fmod(time, kCycleSeconds));
  for (const auto& effect : effects) effect->animate(time, still, state);
}

void BrainRenderer::Data::placeCamera(int pass, int layerWidth, int layerHeight) {
  vtkCamera* vtk = gl->renderer->GetActiveCamera();
  const Vec3 eye = camera.eye();
  const Vec3 up = camera.up();
  vtk->SetPosition(eye.data());
  vtk->SetFocalPoint(camera.target.data());
  vtk->SetViewUp(up.data());
  vtk->SetViewAngle(camera.fieldOfView);
  const double reach = shown.look.explode > 0 ? kExplodedReach : kReach;
  vtk->SetClippingRange(std::max(camera.distance - reach, 5.0), camera.distance + reach);
  const std::array<double, 2> offset = pass == 0 ? std::array<double, 2>{} : jitter(pass);
  vtk->SetWindowCenter(2 * offset[0] / layerWidth, 2 * offset[1] / layerHeight);
  uniforms.nearestMm = static_cast<float>(camera.distance - 75);
  placeWindow(layerWidth, layerHeight);
}

/// The round window of glass, in pixels of the layers (counted from below).
void BrainRenderer::Data::placeWindow(int layerWidth, int layerHeight) {
  std::fill_n(uniforms.dissolve, 4, 0.0F);
  if (shown.look.windowRadius <= 0) return;
  scene::Camera projector;
  projector.setViewport(layerWidth, layerHeight);
  projector.setPose(camera);
  const Vec3 at{shown.look.windowAt[0], shown.look.windowAt[1], shown.look.windowAt[2]};
  const auto place = projector.project(at);
  if (!place) return;
  constexpr double kSoftness = 0.28;  // of the radius
  const double radius =
      static_cast<double>(shown.look.windowRadius) / projector.millimetresPerPixel();
  uniforms.dissolve[0] = static_cast<float>((*place)[0]);
  uniforms.dissolve[1] = static_cast<float>(layerHeight - (*place)[1]);
  uniforms.dissolve[2] = static_cast<float>(radius);
  uniforms.dissolve[3] = static_cast<float>(radius * kSoftness);
}

scene::Quality BrainRenderer::Data::quality() const {
  if (wantedQuality != scene::Quality::automatic) return wantedQuality;
  if (!software) return scene::Quality::high;
  return interacting || moves ? scene::Quality::low : scene::Quality::high;
}

void BrainRenderer::Data::draw(double seconds, bool toOutput, unsigned target, int pass,
                               bool accumulate, double scale) {
  const auto start = Clock::now();
  if (stale) refreshState();
  setTime(seconds);
  BrainPass::Settings& s = gl->pass->settings;
  s.outWidth = width;
  s.outHeight = height;
  s.width = std::max(static_cast<int>(std::lround(width * scale)), 1);
  s.height = std::max(static_cast<int>(std::lround(height * scale)), 1);
  s.toOutput = toOutput;
  s.target = target;
  s.accumulate = accumulate;
  s.passesBefore = pass;
  s.xray = uniforms.xray;
  const scene::Visibility& visible = shown.visibility;
  s.inside = visible.inside;
  s.wall = visible.surface.any();
  const scene::Quality tier = accumulate ? scene::Quality::high : quality();
  drawing.fineSurface =
      tier == scene::Quality::high || (tier == scene::Quality::medium && visible.tissue);
  s.occlusionRings = tier == scene::Quality::low ? 0 : tier == scene::Quality::medium ? 2 : 3;
  s.glow = s.wall;  // large bright pieces would bleach
  s.smoothEdges = tier != scene::Quality::low;
  placeCamera(accumulate ? pass : 0, s.width, s.height);
  std::copy_n(uniforms.dissolve, 4, s.dissolve);
  gl->renderer->GetActiveCamera()->GetClippingRange(s.clipNear, s.clipFar);
  uniforms.stateUnit = gl->state.bind(gl->window, state);
  gl->window->SetSize(width, height);
  gl->window->GetState()->Reset();
  gl->window->Render();
  gl->state.unbind();
  glFinish();
  statistics.lastFrameMs = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  statistics.resolutionScale = scale;
  ++statistics.frames;
  updateStatistics();
}

void BrainRenderer::Data::updateStatistics() {
  statistics.shaderBuilds = earlierBuilds + gl->pass->shaderBuilds();
  statistics.geometryUploads = earlierUploads;
  for (const auto& effect : effects) {
    for (const ShadedMesh& mesh : effect->meshes()) {
      statistics.shaderBuilds += mesh.shaderBuilds();
      statistics.geometryUploads += mesh.uploads();
      statistics.uniformComponents =
          std::max(statistics.uniformComponents, mesh.uniformComponents());
    }
  }
}

void BrainRenderer::Data::adapt(double frameMs) {
  if (wantedQuality != scene::Quality::automatic) {
    scaleStep = 0;
  } else if (frameMs > kSlowFrameMs && scaleStep + 1 < kScales.size()) {
    ++scaleStep;
  } else if (frameMs < kQuickFrameMs && scaleStep > 0) {
    --scaleStep;
  }
}

BrainRenderer::BrainRenderer(std::shared_ptr<const atlas::Anatomy> anatomy)
    : data_(std::make_unique<Data>(std::move(anatomy))) {
  routeVtkMessages();
}

BrainRenderer::~BrainRenderer() {
  releaseGl();
}

void BrainRenderer::setScene(const scene::FrameState& frame, const scene::Look& look,
                             const scene::Visibility& visibility) {
  Shown& shown = data_->shown;
  if (frame == shown.frame && look == shown.look && visibility == shown.visibility) return;
  shown.frame = frame;
  shown.look = look;
  shown.visibility = visibility;
  data_->changed();
}

void BrainRenderer::setPointing(const scene::Pointing& pointing) {
  if (pointing == data_->shown.pointing) return;
  data_->shown.pointing = pointing;
  data_->changed();
}

void BrainRenderer::setReading(const scene::ReadingPreferences& reading) {
  if (reading == data_->shown.reading) return;
  data_->shown.reading = reading;
  data_->changed();
}

void BrainRenderer::setQuality(scene::Quality quality) {
  if (quality == data_->wantedQuality) return;
  data_->wantedQuality = quality;
  data_->changed();
}

void BrainRenderer::setCamera(const scene::CameraPose& pose) {
  if (pose == data_->camera) return;
  data_->camera = pose;
  data_->refined = 0;
}

void BrainRenderer::resize(int width, int height) {
  if (width == data_->width && height == data_->height) return;
  data_->width = std::max(width, 1);
  data_->height = std::max(height, 1);
  data_->refined = 0;
}

void BrainRenderer::initializeInCurrentContext() {
  data_->gl = std::make_unique<GlScene>();
  try {
    data_->buildScene();
  } catch (...) {
    data_->disconnect();
    throw;
  }
}

void BrainRenderer::Data::buildScene() {
  gl->window->OpenGLInitContext();
  if (!gl->window->usable()) {
    throw RefusedError(
        "This window has no OpenGL 3.2. Install a graphics driver with OpenGL 3.2 or newer; "
        "without "
        "a graphics card, Mesa's software driver will do (on Debian and Ubuntu: apt install "
        "libgl1-mesa-dri).");
  }
  gl->window->OpenGLInit();
  const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
  statistics.glRenderer = name != nullptr ? name : "";
  software = statistics.glRenderer.find("llvmpipe") != std::string::npos ||
             statistics.glRenderer.find("softpipe") != std::string::npos;

  gl->window->AddRenderer(gl->renderer);
  gl->renderer->GetCullers()->RemoveAllItems();
  gl->renderer->AutomaticLightCreationOff();
  gl->renderer->SetPass(gl->pass);
  gl->pass->setShaders(library);
  drawing.renderer = gl->renderer;
  gl->pass->setDraw([this](Layer layer) {
    for (const auto& effect : effects) effect->draw(layer, drawing);
  });
  for (const auto& effect : effects) {
    for (ShadedMesh& mesh : effect->meshes()) {
      mesh.connect(*gl->window, *gl->renderer, library, uniforms);
    }
  }
  changed();
}

/// Lets go of everything that belongs to the context.
void BrainRenderer::Data::disconnect() {
  for (const auto& effect : effects) {
    for (ShadedMesh& mesh : effect->meshes()) mesh.disconnect();
  }
  gl.reset();
}

bool BrainRenderer::initialized() const {
  return data_->gl != nullptr;
}

void BrainRenderer::releaseGl() {
  Data& d = *data_;
  if (!d.gl) return;
  d.updateStatistics();
  d.earlierBuilds = d.statistics.shaderBuilds;
  d.earlierUploads = d.statistics.geometryUploads;
  d.gl->pass->ReleaseGraphicsResources(d.gl->window);
  d.gl->renderer->ReleaseGraphicsResources(d.gl->window);
  d.gl->window->RemoveRenderer(d.gl->renderer);
  d.gl->state.release(d.gl->window);
  d.gl->window->Finalize();
  d.disconnect();
}

void BrainRenderer::Data::drawLive(double seconds, bool toOutput, unsigned target) {
  if (stale) refreshState();
  if (!interacting && !moves) {
    draw(seconds, toOutput, target, refined, true, 1.0);
    refined = std::min(refined + 1, kRefinements);
    return;
  }
  draw(seconds, toOutput, target, 0, false, kScales[scaleStep]);
  refined = 0;
  adapt(statistics.lastFrameMs);
}

void BrainRenderer::renderTo(unsigned framebuffer, double timeSeconds) {
  if (data_->gl) data_->drawLive(timeSeconds, false, framebuffer);
}

void BrainRenderer::renderOffscreen(double timeSeconds) {
  if (data_->gl) data_->drawLive(timeSeconds, true, 0);
}

Image BrainRenderer::renderImage(double timeSeconds, int samples) {
  Data& d = *data_;
  if (!d.gl) throw Error("The renderer has no OpenGL context yet; initialise it first.");
  const int passes = std::max(samples, 1);
  for (int pass = 0; pass < passes; ++pass) {
    d.draw(timeSeconds, true, 0, pass, passes > 1, 1.0);
  }
  Image image;
  image.width = d.width;
  image.height = d.height;
  const std::size_t row = static_cast<std::size_t>(d.width) * 3;
  std::vector<std::uint8_t> upward(row * static_cast<std::size_t>(d.height));
  d.gl->pass->bindOutputForReading(d.gl->window);
  d.gl->window->GetState()->vtkglPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, d.width, d.height, GL_RGB, GL_UNSIGNED_BYTE, upward.data());
  d.gl->window->GetState()->PopFramebufferBindings();
  image.rgb.resize(upward.size());
  for (std::size_t y = 0; y < static_cast<std::size_t>(d.height); ++y) {
    std::copy_n(&upward[(static_cast<std::size_t>(d.height) - 1 - y) * row], row,
                &image.rgb[y * row]);
  }
  return image;
}

bool BrainRenderer::needsFrame() const {
  const Data& d = *data_;
  if (d.stale) return true;
  return d.interacting || d.moves || !d.settled();
}

void BrainRenderer::setInteracting(bool interacting) {
  data_->interacting = interacting;
}

const RenderStatistics& BrainRenderer::statistics() const {
  return data_->statistics;
}

}  // namespace syn::render
