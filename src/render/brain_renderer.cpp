#include "render/brain_renderer.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <vtk_glew.h>
#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkCullerCollection.h>
#include <vtkNew.h>
#include <vtkOpenGLShaderCache.h>
#include <vtkOpenGLState.h>
#include <vtkPolyData.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkRendererCollection.h>
#include <vtkShaderProperty.h>

#include "base/error.h"
#include "render/brain_mapper.h"
#include "render/brain_pass.h"
#include "render/geometry.h"
#include "render/gl_window.h"
#include "render/uniforms.h"
#include "render/vtk_log.h"
#include "scene/body.h"

namespace syn::render {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kReach = 130;  // mm from the middle to the farthest part, with swelling
constexpr double kExplodedReach = 210;
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

struct Part {
  vtkNew<BrainMapper> mapper;
  vtkNew<vtkActor> actor;
};

}  // namespace

/// Everything that lives and dies with one OpenGL context.
struct GlScene {
  vtkNew<GlWindow> window;
  vtkNew<vtkRenderer> renderer;
  vtkNew<BrainPass> pass;
  Part front, frontGlass, back, hindSolid, nuclei, pieces, fibres, neurons;

  [[nodiscard]] std::array<Part*, 8> parts() {
    return {&front, &frontGlass, &back, &hindSolid, &nuclei, &pieces, &fibres, &neurons};
  }
};

struct BrainRenderer::Data {
  explicit Data(std::shared_ptr<const atlas::Anatomy> a)
      : anatomy(std::move(a)), body(*anatomy), library(ShaderLibrary::fromEnvironment()) {
    shown.frame = scene::restingFrame(anatomy->catalogue);
    shown.visibility = scene::decideVisibility(anatomy->catalogue, shown.look, shown.frame);
    buildGeometry();
  }

  void buildScene();
  void buildGeometry();
  void buildFibres();
  void setPart(Part& part, vtkPolyData* data, const char* vertex, const char* fragment,
               const char* attribute, const StructureUniforms* structures);
  void refreshUniforms();
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

  std::shared_ptr<const atlas::Anatomy> anatomy;
  scene::Body body;
  ShaderLibrary library;
  vtkSmartPointer<vtkPolyData> surface, glass, farWall, hind, nuclei, pieces, fibres, neurons;
  scene::StructureSet cortical, hindbrain;
  int strands = 0;
  scene::ConnectionSet fibresWithout;

  Shown shown;
  scene::Quality wantedQuality = scene::Quality::automatic;
  scene::CameraPose camera;
  int width = 1280, height = 720;
  bool interacting = false;

  SceneUniforms uniforms;
  bool stale = true;  // uniforms are older than frame or view
  int refined = 0;    // passes in the resting picture
  std::size_t scaleStep = 0;
  bool software = false;
  int earlierBuilds = 0, earlierUploads = 0;  // of contexts that are gone
  RenderStatistics statistics;
  std::unique_ptr<GlScene> gl;
};

void BrainRenderer::Data::buildGeometry() {
  using atlas::Layer;
  const auto collect = [this](std::initializer_list<Layer> layers, bool coarse) {
    std::vector<const atlas::Mesh*> chosen;
    for (const atlas::Mesh& mesh : anatomy->meshes) {
      if (std::find(layers.begin(), layers.end(), mesh.layer) == layers.end()) continue;
      const int wanted = coarse && anatomy->find(mesh.name, 1) != nullptr ? 1 : 0;
      if (mesh.level == wanted) chosen.push_back(&mesh);
    }
    return chosen;
  };
  surface = mergeMeshes(collect({Layer::cortex, Layer::cerebellum, Layer::brainstem}, false));
  glass = mergeMeshes(collect({Layer::glass, Layer::cerebellum, Layer::brainstem}, true));
  farWall = mergeMeshes(collect({Layer::cortex, Layer::cerebellum, Layer::brainstem}, true));
  hind = mergeMeshes(collect({Layer::cerebellum, Layer::brainstem}, true));
  nuclei = mergeMeshes(collect({Layer::nucleus, Layer::ventricles}, false));
  pieces = mergeMeshes(collect({Layer::piece}, false));
  neurons = neuronSquares(*anatomy);
  for (std::size_t id = 0; id < anatomy->catalogue.structures.size(); ++id) {
    const auto region = static_cast<std::size_t>(anatomy->catalogue.structures[id].region);
    const Tissue tissue = anatomy->catalogue.regions[region].tissue;
    cortical.set(id, tissue == Tissue::cortical);
    hindbrain.set(id, tissue == Tissue::cerebellar || tissue == Tissue::brainstem);
  }
  buildFibres();
}

void BrainRenderer::Data::buildFibres() {
  fibresWithout = shown.look.hiddenConnections;
  fibres = fibreRibbons(*anatomy, fibresWithout, &strands);
  if (gl) gl->fibres.mapper->SetInputData(fibres);
}

void BrainRenderer::Data::setPart(Part& part, vtkPolyData* data, const char* vertex,
                                  const char* fragment, const char* attribute,
                                  const StructureUniforms* structures) {
  part.mapper->SetInputData(data);
  part.mapper->setUniforms(&uniforms, structures);
  part.mapper->MapDataArrayToVertexAttribute(attribute, attribute,
                                             vtkDataObject::FIELD_ASSOCIATION_POINTS, -1);
  part.actor->SetMapper(part.mapper);
  const std::string vertexText = library.text(vertex);
  const std::string fragmentText = library.text(fragment);
  // Compiled here and kept in the window's cache: VTK would crash while drawing with a broken one.
  if (gl->window->GetShaderCache()->ReadyShaderProgram(vertexText.c_str(), fragmentText.c_str(),
                                                       "") == nullptr) {
    throw Error(std::string("The shaders ") + vertex + " and " + fragment +
                " cannot be used; the log says where they are wrong.");
  }
  vtkShaderProperty* shaders = part.actor->GetShaderProperty();
  shaders->SetVertexShaderCode(vertexText.c_str());
  shaders->SetFragmentShaderCode(fragmentText.c_str());
  gl->renderer->AddActor(part.actor);
}

void BrainRenderer::Data::refreshUniforms() {
  if (shown.look.hiddenConnections != fibresWithout) buildFibres();
  updateScene(*anatomy, body, shown, strands, uniforms);
  stale = false;
}

void BrainRenderer::Data::placeCamera(int pass, int layerWidth, int layerHeight) {
  vtkCamera* vtk = gl->renderer->GetActiveCamera();
  const scene::Vec3 eye = camera.eye();
  const scene::Vec3 up = camera.up();
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
  const scene::Vec3 at{shown.look.windowAt[0], shown.look.windowAt[1], shown.look.windowAt[2]};
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
  return interacting || uniforms.moves ? scene::Quality::low : scene::Quality::high;
}

void BrainRenderer::Data::draw(double seconds, bool toOutput, unsigned target, int pass,
                               bool accumulate, double scale) {
  const auto start = Clock::now();
  if (stale) refreshUniforms();
  updateTime(shown.reading, seconds, uniforms);
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
  s.front = visible.surface.any();
  s.frontHasHoles = visible.holes;
  s.pieces = (visible.solid & cortical).any();
  s.hindSolid = (visible.solid & hindbrain).any();
  s.fibres = visible.strands.any() && strands > 0;
  s.neurons = visible.newNeurons;
  const scene::Quality tier = accumulate ? scene::Quality::high : quality();
  s.fineFront = tier == scene::Quality::high || (tier == scene::Quality::medium && visible.tissue);
  s.occlusionRings = tier == scene::Quality::low ? 0 : tier == scene::Quality::medium ? 2 : 3;
  s.glow = s.front;  // large bright pieces would bleach
  s.smoothEdges = tier != scene::Quality::low;
  placeCamera(accumulate ? pass : 0, s.width, s.height);
  std::copy_n(uniforms.dissolve, 4, s.dissolve);
  gl->renderer->GetActiveCamera()->GetClippingRange(s.clipNear, s.clipFar);
  gl->front.actor->GetProperty()->SetBackfaceCulling(!s.frontHasHoles);
  gl->window->SetSize(width, height);
  gl->window->GetState()->Reset();
  gl->window->Render();
  glFinish();
  statistics.lastFrameMs = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  statistics.resolutionScale = scale;
  ++statistics.frames;
  updateStatistics();
}

void BrainRenderer::Data::updateStatistics() {
  statistics.shaderBuilds = earlierBuilds + gl->pass->shaderBuilds();
  statistics.geometryUploads = earlierUploads;
  for (Part* part : gl->parts()) {
    statistics.shaderBuilds += part->mapper->shaderBuilds();
    statistics.geometryUploads += part->mapper->uploads();
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
    data_->gl.reset();
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
  const auto part = [this](Part& p, vtkPolyData* data, const char* vertex, const char* fragment,
                           const StructureUniforms& structures, const char* attribute) {
    setPart(p, data, vertex, fragment, attribute, &structures);
  };
  const StructureUniforms& onSurface = uniforms.surface;
  const StructureUniforms& within = uniforms.solid;
  part(gl->front, surface, "surface/surface.vert", "surface/front.frag", onSurface,
       kStructureArray);
  part(gl->frontGlass, glass, "surface/surface.vert", "surface/front.frag", onSurface,
       kStructureArray);
  part(gl->back, farWall, "surface/surface.vert", "surface/back.frag", onSurface, kStructureArray);
  part(gl->hindSolid, hind, "solid/solid.vert", "solid/solid.frag", within, kStructureArray);
  part(gl->nuclei, nuclei, "solid/solid.vert", "solid/solid.frag", within, kStructureArray);
  part(gl->pieces, pieces, "solid/solid.vert", "solid/solid.frag", within, kStructureArray);
  part(gl->fibres, fibres, "fibre/fibre.vert", "fibre/fibre.frag", within, kFibreArray);
  part(gl->neurons, neurons, "neuron/neuron.vert", "neuron/neuron.frag", within, kNeuronArray);
  gl->back.actor->GetProperty()->FrontfaceCullingOn();
  gl->frontGlass.actor->GetProperty()->BackfaceCullingOn();
  gl->pass->actors = {gl->front.actor,  gl->frontGlass.actor, gl->back.actor,   gl->hindSolid.actor,
                      gl->nuclei.actor, gl->pieces.actor,     gl->fibres.actor, gl->neurons.actor};
  changed();
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
  d.gl->window->Finalize();
  d.gl.reset();
}

void BrainRenderer::Data::drawLive(double seconds, bool toOutput, unsigned target) {
  if (stale) refreshUniforms();
  if (!interacting && !uniforms.moves) {
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
  return d.interacting || d.uniforms.moves || !d.settled();
}

void BrainRenderer::setInteracting(bool interacting) {
  data_->interacting = interacting;
}

const RenderStatistics& BrainRenderer::statistics() const {
  return data_->statistics;
}

}  // namespace syn::render
