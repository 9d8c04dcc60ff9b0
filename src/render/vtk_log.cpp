#include "render/vtk_log.h"

#include <atomic>

#include <vtkLogger.h>
#include <vtkNew.h>
#include <vtkObjectFactory.h>
#include <vtkOutputWindow.h>

#include "base/log.h"

namespace syn::render {

namespace {

std::atomic<int> messages{0};

class LogWindow : public vtkOutputWindow {
 public:
  static LogWindow* New();
  vtkTypeMacro(LogWindow, vtkOutputWindow) void DisplayText(const char* text) override {
    log::info(text);
  }
  void DisplayErrorText(const char* text) override {
    ++messages;
    log::error(text);
  }
  void DisplayWarningText(const char* text) override {
    ++messages;
    log::warning(text);
  }
  void DisplayGenericWarningText(const char* text) override { DisplayWarningText(text); }
};

vtkStandardNewMacro(LogWindow);

}  // namespace

void routeVtkMessages() {
  static const bool routed = [] {
    vtkNew<LogWindow> window;
    vtkOutputWindow::SetInstance(window);
    vtkLogger::SetStderrVerbosity(vtkLogger::VERBOSITY_OFF);  // it would say everything twice
    return true;
  }();
  static_cast<void>(routed);
}

int vtkMessageCount() {
  return messages;
}

}  // namespace syn::render
