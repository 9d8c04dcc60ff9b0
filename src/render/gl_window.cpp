#include "render/gl_window.h"

#include <vtk_glew.h>
#include <vtkObjectFactory.h>

namespace syn::render {

vtkStandardNewMacro(GlWindow);

GlWindow::GlWindow() {
  SetReadyForRendering(true);
  SetOwnContext(0);
  SetMultiSamples(0);
  SetStencilCapable(1);
  SetFrameBlitModeToNoBlit();
  SetForceMaximumHardwareLineWidth(1);
}

void GlWindow::OpenGLInitContext() {
  ContextCreationTime.Modified();
  if (Initialized) return;
  // Debian's GLEW looks for a GLX display and says so (code 4) on EGL contexts, after it has loaded
  // every function; what counts is whether OpenGL 3.2 is there.
  constexpr GLenum kNoGlxDisplay = 4;
  const GLenum result = glewInit();
  GlewInitValid = (result == GLEW_OK || result == kNoGlxDisplay) && GLEW_VERSION_3_2;
  Initialized = GlewInitValid;
}

}  // namespace syn::render
