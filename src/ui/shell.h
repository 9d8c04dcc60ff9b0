#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <QElapsedTimer>
#include <QQmlApplicationEngine>
#include <QSize>
#include <QString>
#include <QTimer>

#include "ui/models/app.h"
#include "ui/restart.h"
#include "ui/watchdog.h"

class QQuickWindow;

namespace syn::ui {

struct ShellOptions {
  std::filesystem::path home;  ///< folder with data/ and meshes/; empty = found by itself
  std::string opening;    ///< a Moment or a scenario, by name or file; empty = the opening Moment
  QSize size{1600, 900};  ///< of the window, in device-independent pixels
  bool maximised = false;
  QElapsedTimer started;  ///< when the program began; invalid = with the shell
  double textScale = 1;   ///< 1..2
  /// A folder of data/i18n, or a pseudo-language; empty = what the desktop speaks, or English.
  std::string language;
  std::string tour;  ///< given from the start, by name or file; empty = none
  int step = 1;      ///< of the tour, counted from 1
  /// What somebody had chosen before a restart; Home goes back to text size and language above.
  std::string languageNow;
  std::optional<double> textScaleNow;
  QString screenshot;     ///< file the settled window is saved to; empty = none
  bool withBrain = true;  ///< false: a window without its picture, which needs no OpenGL
  /// The window counts as hung when it has not answered for so long; 0 = it is not watched.
  std::chrono::seconds patience{20};
  /// Called on another thread when it hangs, with what was on the stage when it was well, if it
  /// ever was. The stack is logged already.
  std::function<void(const std::optional<LastWell>& last)> hung;
};

/// The window with everything in it. Needs a QGuiApplication made after `prepare`.
class Shell : public QObject {
  Q_OBJECT

 public:
  /// Graphics settings that must stand before the application object.
  static void prepare();
  /// Program-wide settings that must stand after it (fonts, number format).
  static void settle();

  explicit Shell(ShellOptions options);
  ~Shell() override;

  /// Opens the window and begins to load. Content that cannot be read ends on a page that says so.
  /// Throws Error only when the window itself is impossible.
  void open();

  [[nodiscard]] App& app() { return *app_; }
  [[nodiscard]] QQuickWindow* window() const { return window_; }
  /// How often the window has answered its watchdog.
  [[nodiscard]] int answers() const { return watchdog_ ? watchdog_->answers() : 0; }

 signals:
  /// The screenshot was written, or could not be: then with a message.
  void screenshotDone(const QString& problem);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void takeScreenshot();
  void watch();
  void goOn();

  ShellOptions options_;
  std::unique_ptr<App> app_;
  std::unique_ptr<QQmlApplicationEngine> engine_;  // goes before the model it shows
  QQuickWindow* window_ = nullptr;
  QTimer still_;
  std::string tourFile_;  ///< given from the start
  std::mutex lastMutex_;
  std::optional<LastWell> last_;
  std::unique_ptr<Watchdog> watchdog_;
};

}  // namespace syn::ui
