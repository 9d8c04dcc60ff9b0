#pragma once

#include <functional>
#include <memory>
#include <string>

#include <vtkOpenGLQuadHelper.h>
#include <vtkRenderPass.h>
#include <vtkSmartPointer.h>

#include "render/effects/effect.h"
#include "render/shader_library.h"

class vtkOpenGLFramebufferObject;
class vtkOpenGLRenderWindow;
class vtkOpenGLState;
class vtkTextureObject;

namespace syn::render {

/// One picture, layer by layer, each a single opaque draw with its own depth, then composed on the
/// screen: far wall of the glass, solid parts, near wall, occlusion, glow, ground. No layer is
/// blended while it is drawn, so nothing needs sorting or peeling.
class BrainPass : public vtkRenderPass {
 public:
  static BrainPass* New();
  vtkTypeMacro(BrainPass, vtkRenderPass)

      struct Settings {
    int width = 0, height = 0;        ///< of the layers
    int outWidth = 0, outHeight = 0;  ///< of the target
    unsigned target = 0;              ///< framebuffer of the host; 0 with `toOutput`
    bool toOutput = false;            ///< draw into an own framebuffer to be read back
    bool wall = true;                 ///< there is a near and a far wall
    bool inside = false;              ///< anything behind the near wall can be seen
    int occlusionRings = 2;           ///< 0..3
    bool glow = true;
    bool smoothEdges = true;
    float xray = 0;
    float dissolve[4] = {};
    double clipNear = 1, clipFar = 1000;
    int passesBefore = 0;  ///< accumulated already; 0 = start anew
    bool accumulate = false;
  };

  void setShaders(const ShaderLibrary& library);
  /// Draws one layer of every effect into the framebuffer that is bound.
  void setDraw(std::function<void(Layer)> draw) { draw_ = std::move(draw); }
  Settings settings;

  void Render(const vtkRenderState* state) override;
  void ReleaseGraphicsResources(vtkWindow* window) override;
  [[nodiscard]] int shaderBuilds() const { return shaderBuilds_; }
  /// Framebuffer with the last picture drawn with `toOutput`.
  void bindOutputForReading(vtkOpenGLRenderWindow* window);

 protected:
  BrainPass();
  ~BrainPass() override;

 private:
  struct Target {
    vtkSmartPointer<vtkTextureObject> colour, depth;
    vtkSmartPointer<vtkOpenGLFramebufferObject> framebuffer;
    int width = 0, height = 0;
  };
  struct Screen {
    std::string fragment;
    std::unique_ptr<vtkOpenGLQuadHelper> quad;
  };

  void allocate(Target& target, int width, int height, bool fine, bool depth);
  void begin(Target& target, bool clear, double clearDepth = 1.0);
  vtkShaderProgram* use(Screen& screen);
  void texture(vtkShaderProgram* program, const char* name, vtkTextureObject* texture);
  void finishScreen(Screen& screen);

  void drawInside();
  void drawFront();
  void drawGlow();
  void drawOcclusion();
  void compose(Target& into);
  void present();

  Target back_, solids_, front_, composed_, sum_, output_;
  Target glowA_, glowB_, wideA_, wideB_, occlusion_;
  Screen bright_, blur_, occlusionScreen_, compose_, present_, accumulate_;
  std::vector<vtkTextureObject*> active_;
  vtkOpenGLRenderWindow* window_ = nullptr;
  vtkOpenGLState* gl_ = nullptr;
  vtkRenderer* renderer_ = nullptr;
  std::function<void(Layer)> draw_;
  int shaderBuilds_ = 0;
};

}  // namespace syn::render
