#include "render/headless_context.h"

#include <array>
#include <string>

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include "base/error.h"

namespace syn::render {

namespace {

constexpr const char* kRemedy =
    " Install a graphics driver with OpenGL 3.2 or newer; without a graphics card, Mesa's software "
    "driver will do (on Debian and Ubuntu: apt install libegl-mesa0 libgl1-mesa-dri).";

EGLDisplay openDisplay() {
  const auto getPlatformDisplay = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
      eglGetProcAddress("eglGetPlatformDisplayEXT"));
  if (getPlatformDisplay == nullptr) return EGL_NO_DISPLAY;
  const auto queryDevices =
      reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
  EGLDisplay display = getPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
  if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) {
    return display;
  }
  // Drivers other than Mesa's offer their devices instead.
  std::array<EGLDeviceEXT, 8> devices{};
  EGLint count = 0;
  if (queryDevices == nullptr ||
      queryDevices(static_cast<EGLint>(devices.size()), devices.data(), &count) == EGL_FALSE) {
    return EGL_NO_DISPLAY;
  }
  for (EGLint i = 0; i < count; ++i) {
    display =
        getPlatformDisplay(EGL_PLATFORM_DEVICE_EXT, devices[static_cast<std::size_t>(i)], nullptr);
    if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) {
      return display;
    }
  }
  return EGL_NO_DISPLAY;
}

}  // namespace

struct HeadlessContext::Data {
  EGLDisplay display = EGL_NO_DISPLAY;
  EGLContext context = EGL_NO_CONTEXT;
};

HeadlessContext::HeadlessContext() : data_(std::make_unique<Data>()) {
  data_->display = openDisplay();
  if (data_->display == EGL_NO_DISPLAY) {
    throw RefusedError(std::string("OpenGL cannot be started without a window on this machine.") +
                       kRemedy);
  }
  constexpr std::array<EGLint, 5> kConfig{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0,
                                          EGL_NONE};
  constexpr std::array<EGLint, 7> kContext{EGL_CONTEXT_MAJOR_VERSION,
                                           3,
                                           EGL_CONTEXT_MINOR_VERSION,
                                           2,
                                           EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                           EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                           EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  if (eglBindAPI(EGL_OPENGL_API) == EGL_TRUE &&
      eglChooseConfig(data_->display, kConfig.data(), &config, 1, &count) == EGL_TRUE &&
      count > 0) {
    data_->context = eglCreateContext(data_->display, config, EGL_NO_CONTEXT, kContext.data());
  }
  if (data_->context == EGL_NO_CONTEXT ||
      eglMakeCurrent(data_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, data_->context) == EGL_FALSE) {
    if (data_->context != EGL_NO_CONTEXT) eglDestroyContext(data_->display, data_->context);
    eglTerminate(data_->display);
    throw RefusedError(std::string("This machine's graphics driver has no OpenGL 3.2.") + kRemedy);
  }
}

HeadlessContext::~HeadlessContext() {
  eglMakeCurrent(data_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  // The display stays initialised: it is shared by everything in the process that uses EGL.
  eglDestroyContext(data_->display, data_->context);
}

void HeadlessContext::makeCurrent() {
  eglMakeCurrent(data_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, data_->context);
}

}  // namespace syn::render
