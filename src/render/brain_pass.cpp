#include "render/brain_pass.h"

#include <algorithm>

#include <vtk_glew.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLShaderCache.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>
#include <vtkRenderState.h>
#include <vtkShaderProgram.h>
#include <vtkTextureObject.h>

#include "base/error.h"

namespace syn::render {

vtkStandardNewMacro(BrainPass);

BrainPass::BrainPass() {
  active_.reserve(12);
}
BrainPass::~BrainPass() = default;

void BrainPass::setShaders(const ShaderLibrary& library) {
  bright_.fragment = library.text("screen/bright.frag");
  blur_.fragment = library.text("screen/blur.frag");
  occlusionScreen_.fragment = library.text("screen/occlusion.frag");
  compose_.fragment = library.text("screen/compose.frag");
  present_.fragment = library.text("screen/present.frag");
  accumulate_.fragment = library.text("screen/accumulate.frag");
}

void BrainPass::allocate(Target& target, int width, int height, bool fine, bool depth) {
  if (target.framebuffer && target.width == width && target.height == height) return;
  target.width = width;
  target.height = height;
  const auto w = static_cast<unsigned>(width);
  const auto h = static_cast<unsigned>(height);
  target.colour = vtkSmartPointer<vtkTextureObject>::New();
  target.colour->SetContext(window_);
  target.colour->SetWrapS(vtkTextureObject::ClampToEdge);
  target.colour->SetWrapT(vtkTextureObject::ClampToEdge);
  target.colour->SetMinificationFilter(vtkTextureObject::Linear);
  target.colour->SetMagnificationFilter(vtkTextureObject::Linear);
  if (fine) {
    target.colour->SetInternalFormat(GL_RGBA16F);
    target.colour->SetFormat(GL_RGBA);
    target.colour->SetDataType(GL_FLOAT);
  }
  target.colour->Allocate2D(w, h, 4, fine ? VTK_FLOAT : VTK_UNSIGNED_CHAR);
  target.framebuffer = vtkSmartPointer<vtkOpenGLFramebufferObject>::New();
  target.framebuffer->SetContext(window_);
  gl_->PushFramebufferBindings();
  target.framebuffer->Bind();
  target.framebuffer->AddColorAttachment(0, target.colour);
  if (depth) {
    target.depth = vtkSmartPointer<vtkTextureObject>::New();
    target.depth->SetContext(window_);
    target.depth->AllocateDepth(w, h, vtkTextureObject::Fixed24);
    target.framebuffer->AddDepthAttachment(target.depth);
  }
  gl_->PopFramebufferBindings();
}

void BrainPass::begin(Target& target, bool clear, double clearDepth) {
  target.framebuffer->Bind();
  target.framebuffer->ActivateDrawBuffer(0);
  gl_->vtkglViewport(0, 0, target.width, target.height);
  gl_->vtkglScissor(0, 0, target.width, target.height);
  if (!clear) return;
  gl_->vtkglColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  gl_->vtkglDepthMask(GL_TRUE);
  gl_->vtkglClearColor(0, 0, 0, 0);
  gl_->vtkglClearDepth(clearDepth);
  gl_->vtkglClear(GL_COLOR_BUFFER_BIT | (target.depth ? GL_DEPTH_BUFFER_BIT : 0U));
}

vtkShaderProgram* BrainPass::use(Screen& screen) {
  if (!screen.quad) {
    screen.quad =
        std::make_unique<vtkOpenGLQuadHelper>(window_, nullptr, screen.fragment.c_str(), nullptr);
    ++shaderBuilds_;
    if (screen.quad->Program == nullptr) {
      screen.quad.reset();
      throw Error("A shader of shaders/screen cannot be used; the log says where it is wrong.");
    }
  } else {
    window_->GetShaderCache()->ReadyShaderProgram(screen.quad->Program);
  }
  gl_->vtkglDisable(GL_DEPTH_TEST);
  gl_->vtkglDisable(GL_BLEND);
  gl_->vtkglDisable(GL_CULL_FACE);
  gl_->vtkglDepthMask(GL_FALSE);
  return screen.quad->Program;
}

void BrainPass::texture(vtkShaderProgram* program, const char* name, vtkTextureObject* texture) {
  texture->Activate();
  active_.push_back(texture);
  program->SetUniformi(name, texture->GetTextureUnit());
}

void BrainPass::finishScreen(Screen& screen) {
  screen.quad->Render();
  for (vtkTextureObject* texture : active_) texture->Deactivate();
  active_.clear();
}

void BrainPass::drawInside() {
  allocate(back_, settings.width, settings.height, true, true);
  allocate(solids_, settings.width, settings.height, true, true);
  gl_->vtkglEnable(GL_DEPTH_TEST);
  gl_->vtkglDisable(GL_BLEND);
  begin(back_, true, 0.0);
  gl_->vtkglDepthFunc(GL_GREATER);  // the farthest wall of all
  if (settings.wall) draw_(Layer::farWall);
  begin(solids_, true);
  gl_->vtkglDepthFunc(GL_LEQUAL);
  draw_(Layer::inside);
}

void BrainPass::drawFront() {
  allocate(front_, settings.width, settings.height, true, true);
  begin(front_, true);
  if (!settings.wall) return;
  gl_->vtkglEnable(GL_DEPTH_TEST);
  gl_->vtkglDisable(GL_BLEND);
  gl_->vtkglDepthFunc(GL_LEQUAL);
  draw_(Layer::nearWall);
}

void BrainPass::drawGlow() {
  const int width = std::max(settings.width / 4, 1);
  const int height = std::max(settings.height / 4, 1);
  const auto allocateHalf = [this](Target& a, Target& b, int w, int h) {
    allocate(a, w, h, true, false);
    allocate(b, w, h, true, false);
  };
  allocateHalf(glowA_, glowB_, width, height);
  allocateHalf(wideA_, wideB_, std::max(width / 2, 1), std::max(height / 2, 1));

  begin(glowA_, false);
  vtkShaderProgram* program = use(bright_);
  const float texel[2] = {1.0F / static_cast<float>(settings.width),
                          1.0F / static_cast<float>(settings.height)};
  texture(program, "solids", solids_.colour);
  program->SetUniform2f("texel", texel);
  finishScreen(bright_);

  const auto blur = [this](Target& from, Target& into, float x, float y) {
    begin(into, false);
    vtkShaderProgram* p = use(blur_);
    const float stride[2] = {x, y};
    texture(p, "source", from.colour);
    p->SetUniform2f("stride", stride);
    finishScreen(blur_);
  };
  // Standard deviations of 15 and 32 pixels in a picture 1080 high; one is two strides.
  const float aspect = static_cast<float>(settings.width) / static_cast<float>(settings.height);
  constexpr float kNarrow = 15.0F / 1080 / 2;
  constexpr float kWide = 32.0F / 1080 / 2;
  blur(glowA_, glowB_, kNarrow / aspect, 0);
  blur(glowB_, glowA_, 0, kNarrow);
  blur(glowA_, wideB_, kWide / aspect, 0);
  blur(wideB_, wideA_, 0, kWide);
}

void BrainPass::drawOcclusion() {
  allocate(occlusion_, std::max(settings.width / 2, 1), std::max(settings.height / 2, 1), false,
           false);
  begin(occlusion_, false);
  vtkShaderProgram* program = use(occlusionScreen_);
  const float clip[2] = {static_cast<float>(settings.clipNear),
                         static_cast<float>(settings.clipFar)};
  const float aspect = static_cast<float>(settings.width) / static_cast<float>(settings.height);
  const float pixel[2] = {1.0F / 1080 / aspect, 1.0F / 1080};
  float dissolve[4] = {};
  std::transform(settings.dissolve, settings.dissolve + 4, dissolve, [](float v) { return v / 2; });
  texture(program, "frontDepths", front_.depth);
  texture(program, "solidDepths", (settings.inside ? solids_ : front_).depth);
  program->SetUniformf("xray", settings.wall ? settings.xray : 1.0F);
  program->SetUniform4f("dissolve", dissolve);
  program->SetUniform2f("clip", clip);
  program->SetUniform2f("pixel", pixel);
  program->SetUniformi("rings", settings.occlusionRings);
  program->SetUniformf("round", static_cast<float>(settings.passesBefore));
  finishScreen(occlusionScreen_);
}

void BrainPass::compose(Target& into) {
  begin(into, false);
  vtkShaderProgram* program = use(compose_);
  // Layers that were not drawn stand in as the near wall; `inside` keeps them from being read.
  const bool glow = settings.inside && settings.glow;
  Target& any = front_;
  texture(program, "front", front_.colour);
  texture(program, "frontDepths", front_.depth);
  texture(program, "back", (settings.inside ? back_ : any).colour);
  texture(program, "solids", (settings.inside ? solids_ : any).colour);
  texture(program, "solidDepths", (settings.inside ? solids_ : any).depth);
  texture(program, "glow", (glow ? glowA_ : any).colour);
  texture(program, "wideGlow", (glow ? wideA_ : any).colour);
  texture(program, "occlusion", (settings.occlusionRings > 0 ? occlusion_ : any).colour);
  const float size[2] = {static_cast<float>(into.width), static_cast<float>(into.height)};
  program->SetUniform2f("size", size);
  program->SetUniformf("inside", settings.inside ? 1 : 0);
  program->SetUniformf("useGlow", glow ? 1 : 0);
  program->SetUniformf("useOcclusion", settings.occlusionRings > 0 ? 1 : 0);
  program->SetUniformf("xray", settings.xray);
  program->SetUniform4f("dissolve", settings.dissolve);
  finishScreen(compose_);
}

void BrainPass::present() {
  Target* source = &composed_;
  if (settings.accumulate) {
    allocate(sum_, settings.width, settings.height, true, false);
    begin(sum_, settings.passesBefore == 0);
    vtkShaderProgram* program = use(accumulate_);
    gl_->vtkglEnable(GL_BLEND);
    gl_->vtkglBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    texture(program, "picture", composed_.colour);
    program->SetUniformf("share", 1.0F / static_cast<float>(settings.passesBefore + 1));
    finishScreen(accumulate_);
    gl_->vtkglDisable(GL_BLEND);
    source = &sum_;
  }
  if (settings.toOutput) {
    allocate(output_, settings.outWidth, settings.outHeight, false, false);
    begin(output_, false);
  } else {
    gl_->vtkglBindFramebuffer(GL_FRAMEBUFFER, settings.target);
    gl_->vtkglViewport(0, 0, settings.outWidth, settings.outHeight);
    gl_->vtkglScissor(0, 0, settings.outWidth, settings.outHeight);
  }
  gl_->vtkglColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  vtkShaderProgram* program = use(present_);
  const float texel[2] = {1.0F / static_cast<float>(settings.width),
                          1.0F / static_cast<float>(settings.height)};
  texture(program, "picture", source->colour);
  program->SetUniform2f("texel", texel);
  // The mean of several passes is smooth already, and holds no brightness to find edges by.
  program->SetUniformf("smoothEdges", settings.smoothEdges && !settings.accumulate ? 1 : 0);
  finishScreen(present_);
}

void BrainPass::Render(const vtkRenderState* state) {
  renderer_ = state->GetRenderer();
  window_ = static_cast<vtkOpenGLRenderWindow*>(renderer_->GetRenderWindow());
  gl_ = window_->GetState();
  gl_->PushFramebufferBindings();
  gl_->vtkglEnable(GL_SCISSOR_TEST);
  if (settings.inside) {
    drawInside();
    if (settings.glow) drawGlow();
  }
  drawFront();
  if (settings.occlusionRings > 0) drawOcclusion();
  allocate(composed_, settings.width, settings.height, false, false);
  compose(composed_);
  present();
  gl_->PopFramebufferBindings();
  gl_->vtkglDepthMask(GL_TRUE);
}

void BrainPass::bindOutputForReading(vtkOpenGLRenderWindow* window) {
  window->GetState()->PushFramebufferBindings();
  output_.framebuffer->Bind(GL_READ_FRAMEBUFFER);
  output_.framebuffer->ActivateReadBuffer(0);
}

void BrainPass::ReleaseGraphicsResources(vtkWindow* window) {
  for (Target* target : {&back_, &solids_, &front_, &composed_, &sum_, &output_, &glowA_, &glowB_,
                         &wideA_, &wideB_, &occlusion_}) {
    if (target->framebuffer) target->framebuffer->ReleaseGraphicsResources(window);
    if (target->colour) target->colour->ReleaseGraphicsResources(window);
    if (target->depth) target->depth->ReleaseGraphicsResources(window);
    *target = Target{};
  }
  for (Screen* screen : {&bright_, &blur_, &occlusionScreen_, &compose_, &present_, &accumulate_}) {
    if (screen->quad) screen->quad->ReleaseGraphicsResources(window);
    screen->quad.reset();
  }
  Superclass::ReleaseGraphicsResources(window);
}

}  // namespace syn::render
