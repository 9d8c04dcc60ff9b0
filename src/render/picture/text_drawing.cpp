#include "render/picture/text_drawing.h"

#include <clocale>
#include <QGuiApplication>

#include "base/log.h"

namespace syn::render {
namespace {

void toLog(QtMsgType type, const QMessageLogContext&, const QString& message) {
  const bool grave = type == QtCriticalMsg || type == QtFatalMsg;
  (grave ? log::error : log::debug)(message.toStdString());
}

}  // namespace

struct TextDrawing::Impl {
  int argc = 1;
  char name[12] = "synaptarium";
  char* argv[2] = {name, nullptr};
  std::unique_ptr<QGuiApplication> application;
};

TextDrawing::TextDrawing() : impl_(std::make_unique<Impl>()) {
  if (QCoreApplication::instance() != nullptr) return;
  qInstallMessageHandler(toLog);
  qputenv("QT_QPA_PLATFORM", "offscreen");
  // Qt warns of any other encoding.
  qputenv("LC_ALL", "C.UTF-8");
  impl_->application = std::make_unique<QGuiApplication>(impl_->argc, impl_->argv);
  std::setlocale(LC_NUMERIC, "C");
}

TextDrawing::~TextDrawing() = default;

}  // namespace syn::render
