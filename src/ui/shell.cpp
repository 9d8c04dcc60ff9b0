#include "ui/shell.h"

#include <clocale>
#include <QFont>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QQmlContext>
#include <QQuickWindow>
#include <QSurfaceFormat>

#include "base/error.h"
#include "base/log.h"
#include "ui/brain_view.h"
#include "ui/icon.h"
#include "ui/life_curve.h"

namespace syn::ui {
namespace {

constexpr int kStillMs = 700;  // no frame for so long: the window has settled
constexpr std::chrono::seconds kWatchPeriod{2};

/// True when the machine can make the OpenGL context the brain needs.
bool hasOpenGl() {
  QOpenGLContext context;
  if (!context.create()) return false;
  const QSurfaceFormat format = context.format();
  return format.renderableType() == QSurfaceFormat::OpenGL && format.version() >= qMakePair(3, 2);
}

void toLog(QtMsgType type, const QMessageLogContext&, const QString& message) {
  const std::string text = message.toStdString();
  switch (type) {
    case QtDebugMsg:
      log::debug(text);
      return;
    case QtInfoMsg:
      log::info(text);
      return;
    case QtWarningMsg:
      log::warning(text);
      return;
    case QtCriticalMsg:
      log::error(text);
      return;
    case QtFatalMsg:
      break;
  }
  // Qt gives up here, for one reason only in practice: no display.
  log::error(text);
  log::error(
      "the window could not be opened; start it in a desktop session, or draw without one: "
      "synaptarium-cli render");
  std::_Exit(1);
}

void registerTypes() {
  static const bool once = [] {
    qmlRegisterType<BrainView>("Synaptarium.View", 1, 0, "BrainView");
    qmlRegisterType<LifeCurve>("Synaptarium.View", 1, 0, "LifeCurve");
    qmlRegisterType<Icon>("Synaptarium.View", 1, 0, "Icon");
    qmlRegisterUncreatableType<AppModel>("Synaptarium.View", 1, 0, "AppModel", "made in C++");
    qmlRegisterUncreatableType<SpanModel>("Synaptarium.View", 1, 0, "SpanModel", "made in C++");
    return true;
  }();
  static_cast<void>(once);
}

}  // namespace

void Shell::prepare() {
  qInstallMessageHandler(toLog);
  qputenv("QSG_RENDER_LOOP", "basic");
  QSurfaceFormat format;
  format.setRenderableType(QSurfaceFormat::OpenGL);
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  format.setDepthBufferSize(24);
  format.setStencilBufferSize(8);
  QSurfaceFormat::setDefaultFormat(format);
  QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
  QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
}

void Shell::settle() {
  std::setlocale(LC_NUMERIC, "C");
  QGuiApplication::setFont(QFont(QStringLiteral("Inter")));
}

Shell::Shell(ShellOptions options) : options_(std::move(options)) {
  if (!options_.started.isValid()) options_.started.start();
  still_.setSingleShot(true);
  still_.setInterval(kStillMs);
  connect(&still_, &QTimer::timeout, this, &Shell::takeScreenshot);
}

Shell::~Shell() {
  engine_.reset();
}

void Shell::open() {
  registerTypes();
  const Resources resources =
      options_.home.empty() ? Resources::find() : Resources::at(options_.home);
  const bool canDraw = options_.withBrain && hasOpenGl();
  // Only the first window of a program can choose.
  if (!canDraw && QQuickWindow::sceneGraphBackend() != QLatin1String("software")) {
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
  }

  words::Texts texts = words::Texts::load(resources.data, options_.language);
  const bool rightToLeft = texts.language().direction == words::Direction::rightToLeft;
  QGuiApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
  model_ = std::make_unique<AppModel>(std::move(texts), canDraw, options_.started);
  if (options_.withBrain && !canDraw) {
    model_->fail(model_->t(QStringLiteral("error.no_opengl")));
  } else {
    model_->load(resources, options_.opening);
  }

  if (options_.textScale != 1) {
    connect(model_.get(), &AppModel::stateChanged, this,
            [this] { model_->set(QStringLiteral("reading.text_scale"), options_.textScale); });
  }

  engine_ = std::make_unique<QQmlApplicationEngine>();
  engine_->rootContext()->setContextProperty(QStringLiteral("App"), model_.get());
  engine_->setInitialProperties(
      {{"width", options_.size.width()}, {"height", options_.size.height()}});
  engine_->addImportPath(QStringLiteral("qrc:/"));
  engine_->load(QUrl(QStringLiteral("qrc:/Synaptarium/Main.qml")));
  if (engine_->rootObjects().isEmpty()) throw Error("the window's own description is broken");
  window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().constFirst());
  window_->installEventFilter(this);
  connect(window_, &QQuickWindow::sceneGraphError, this,
          [this](QQuickWindow::SceneGraphError, const QString& message) { model_->fail(message); });
  if (!options_.screenshot.isEmpty()) {
    connect(window_, &QQuickWindow::frameSwapped, this, [this] { still_.start(); });
  }
  if (options_.patience.count() > 0) {
    watchdog_ = std::make_unique<Watchdog>(options_.patience, kWatchPeriod, options_.hung);
  }
  if (options_.maximised) {
    window_->showMaximized();
  } else {
    window_->show();
  }
}

bool Shell::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress: {
      const int key = static_cast<QKeyEvent*>(event)->key();
      if (key == Qt::Key_Tab || key == Qt::Key_Backtab) model_->setKeyboardInUse(true);
      break;
    }
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
      model_->setKeyboardInUse(false);
      break;
    default:
      break;
  }
  return QObject::eventFilter(watched, event);
}

void Shell::takeScreenshot() {
  if (model_->state() == QLatin1String("loading")) {
    still_.start();
    return;
  }
  const QString file = std::exchange(options_.screenshot, QString());
  if (file.isEmpty()) return;
  if (window_->grabWindow().save(file)) {
    emit screenshotDone(QString());
  } else {
    emit screenshotDone(file +
                        ": the picture could not be written; is the folder there and "
                        "writable, and does the name end in .png?");
  }
}

}  // namespace syn::ui
