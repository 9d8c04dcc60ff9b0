#pragma once

#include <vtkGenericOpenGLRenderWindow.h>

namespace syn::render {

/// VTK's window for a context that somebody else made and made current: Qt's, or EGL's.
class GlWindow : public vtkGenericOpenGLRenderWindow {
 public:
  static GlWindow* New();
  vtkTypeMacro(GlWindow, vtkGenericOpenGLRenderWindow)

      // The host has made the context current before it calls us, and its own make-current would
      // bind its framebuffer behind VTK's back.
      void MakeCurrent() override {}
  bool IsCurrent() override { return true; }
  int SupportsOpenGL() override { return 1; }
  void OpenGLInitContext() override;
  [[nodiscard]] bool usable() const { return Initialized; }

 protected:
  GlWindow();
};

}  // namespace syn::render
