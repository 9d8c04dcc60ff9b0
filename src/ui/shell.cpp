#include "ui/shell.h"

#include <algorithm>
#include <clocale>
#include <cmath>
#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QQuickWindow>
#include <QSurfaceFormat>

#include "base/error.h"
#include "base/log.h"

// Made by the build from the classes marked QML_ELEMENT.
void qml_register_types_Synaptarium_View();

namespace syn::ui {
namespace {

constexpr int kStillMs = 700;  // no frame for so long: the window has settled
constexpr std::chrono::seconds kWatchPeriod{2};

/// What the desktop speaks where there are words for it, else English.
std::string desktopLanguage(const std::vector<words::Language>& known) {
  for (const QString& wanted : QLocale::system().uiLanguages()) {  // "zh-Hans-CN", "de-AT", "de"
    const std::string tag = wanted.toStdString();
    for (const words::Language& language : known) {
      if (tag == language.id || tag.starts_with(language.id + "-")) return language.id;
    }
  }
  return std::string(words::kSourceLanguage);
}

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
  // A mention keeps the registration of our types, which runs by itself, in the program.
  [[maybe_unused]] const volatile auto types = &qml_register_types_Synaptarium_View;
  const Resources resources =
      options_.home.empty() ? Resources::find() : Resources::at(options_.home);
  const bool canDraw = options_.withBrain && hasOpenGl();
  // Only the first window of a program can choose.
  if (!canDraw && QQuickWindow::sceneGraphBackend() != QLatin1String("software")) {
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
  }

  const std::vector<words::Language> languages = words::listLanguages(resources.data);
  if (options_.language.empty()) options_.language = desktopLanguage(languages);
  app_ = std::make_unique<App>(words::Texts::load(resources.data, options_.language), languages,
                               resources.data, canDraw, options_.started);
  const auto direct = [this] {
    QGuiApplication::setLayoutDirection(app_->mirrored() ? Qt::RightToLeft : Qt::LeftToRight);
  };
  direct();
  connect(app_.get(), &App::languageChanged, this, direct);
  connect(app_.get(), &App::opened, this, &Shell::goOn);
  scene::ReadingPreferences reading;
  reading.textScale = static_cast<float>(options_.textScale);
  app_->setReadingAtStart(reading);
  if (options_.withBrain && !canDraw) {
    app_->fail(app_->translate(QStringLiteral("error.no_opengl")));
  } else {
    app_->load(resources, options_.opening);
  }

  engine_ = std::make_unique<QQmlApplicationEngine>();
  app_->giveTo(*engine_);
  engine_->setInitialProperties(
      {{"width", options_.size.width()}, {"height", options_.size.height()}});
  engine_->addImportPath(QStringLiteral("qrc:/"));
  engine_->load(QUrl(QStringLiteral("qrc:/Synaptarium/Main.qml")));
  if (engine_->rootObjects().isEmpty()) throw Error("the window's own description is broken");
  window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().constFirst());
  window_->installEventFilter(this);
  connect(window_, &QQuickWindow::sceneGraphError, this,
          [this](QQuickWindow::SceneGraphError, const QString& message) { app_->fail(message); });
  if (!options_.screenshot.isEmpty()) {
    connect(window_, &QQuickWindow::frameSwapped, this, [this] { still_.start(); });
  }
  if (options_.patience.count() > 0) watch();
  if (options_.maximised) {
    window_->showMaximized();
  } else {
    window_->show();
  }
}

/// Once, when the content has come.
void Shell::goOn() {
  if (const auto scale = std::exchange(options_.textScaleNow, {})) {
    app_->set("reading.text_scale", *scale);
  }
  const std::string language = std::exchange(options_.languageNow, {});
  if (!language.empty()) app_->speak(QString::fromStdString(language));
  const std::string tour = std::exchange(options_.tour, {});
  if (tour.empty() || app_->session() == nullptr) return;
  tourFile_ = tour;
  app_->run("tour.open_file", {{"file", tour}});
  if (app_->session()->tour() != nullptr) {
    app_->run("tour.go", {{"step", static_cast<double>(options_.step)}});
  }
}

/// While the window answers, what is on the stage is kept; when it does not, that is handed on.
void Shell::watch() {
  const auto well = [this] {
    if (app_->session() == nullptr) return;
    const session::Session& stage = *app_->session();
    LastWell now;
    now.moment = session::writeMoment(stage.moment(), stage.content());
    if (stage.tour() != nullptr) {
      const bool shipped = std::ranges::count(stage.content().tours, stage.tour()->id) > 0;
      now.tour = shipped ? stage.tour()->id : tourFile_;
      now.step = stage.tourStep() + 1;
    }
    now.textPercent = static_cast<int>(std::lround(app_->textScale() * 100));
    now.language = app_->language().toStdString();
    const std::lock_guard lock(lastMutex_);
    last_ = std::move(now);
  };
  const auto hung = [this](const std::string&) {
    const std::lock_guard lock(lastMutex_);
    if (options_.hung) options_.hung(last_);
  };
  watchdog_ = std::make_unique<Watchdog>(options_.patience, kWatchPeriod, hung, well);
}

bool Shell::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::KeyPress: {
      const int key = static_cast<QKeyEvent*>(event)->key();
      if (key == Qt::Key_Tab || key == Qt::Key_Backtab) app_->setKeyboardInUse(true);
      break;
    }
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
      app_->setKeyboardInUse(false);
      break;
    default:
      break;
  }
  return QObject::eventFilter(watched, event);
}

void Shell::takeScreenshot() {
  if (app_->state() == QLatin1String("loading")) {
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
