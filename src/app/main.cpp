#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <QGuiApplication>
#include <QTimer>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "base/error.h"
#include "base/files.h"
#include "base/log.h"
#include "base/logic_error.h"
#include "session/guide/tour.h"
#include "ui/restart.h"
#include "ui/shell.h"

namespace {

struct Options {
  syn::ui::ShellOptions shell;
  bool verbose = false;
};

/// Exit code when the program must end at once, or nothing to go on.
std::optional<int> parse(int argc, char** argv, Options& options) {
  CLI::App app("A planetarium for the plastic brain", "synaptarium");
  app.set_version_flag("--version", std::string("synaptarium ") + SYN_VERSION);
  app.set_help_all_flag("--help-all", "Same as --help");
  std::string scenario, moment, home, screenshot, size;
  CLI::Option* life =
      app.add_option("life,--scenario", scenario,
                     "Life to show: a saved one, or a name or a file as in data/scenarios")
          ->type_name("FILE");
  app.add_option("--moment", moment, "Moment to open: a name or a file as in data/moments")
      ->type_name("FILE")
      ->excludes(life);
  app.add_option("--tour", options.shell.tour, "Tour to give: a name as in data/tours, or a file")
      ->type_name("TOUR");
  app.add_option("--step", options.shell.step, "Step of the tour to begin with")
      ->type_name("N")
      ->check(CLI::Range(1, static_cast<int>(syn::session::Tour::kMostSteps)));
  app.add_option("--home", home, "Folder that holds data/ and meshes/")->type_name("DIR");
  app.add_option("--size", size, "Size of the window")->type_name("WxH");
  int textPercent = 100;
  app.add_option("--text-size", textPercent, "Size of the text in percent")
      ->type_name("100-200")
      ->check(CLI::Range(100, 200));
  app.add_option("--language", options.shell.language,
                 "Language: a folder of data/i18n; by itself what the desktop speaks")
      ->type_name("TAG");
  // What somebody had chosen before a restart; of no use by hand, so in no help.
  int textPercentNow = 0;
  app.add_option("--now-text-size", textPercentNow)->group("")->check(CLI::Range(100, 200));
  app.add_option("--now-language", options.shell.languageNow)->group("");
  app.add_option("--screenshot", screenshot, "Save a picture of the settled window and end")
      ->type_name("PNG");
  app.add_flag("--verbose", options.verbose, "Say how long things take");
  try {
    app.parse(argc, argv);
    if (!size.empty()) {
      int width = 0;
      int height = 0;
      char cross = 0;
      char rest = 0;
      if (std::sscanf(size.c_str(), "%d%c%d%c", &width, &cross, &height, &rest) != 3 ||
          cross != 'x' || width < 320 || height < 320 || width > 16384 || height > 16384) {
        throw CLI::ValidationError("--size", "must look like 1920x1080, each side 320 to 16384");
      }
      options.shell.size = QSize(width, height);
    }
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  options.shell.maximised = size.empty() && screenshot.empty();
  options.shell.textScale = textPercent / 100.0;
  if (textPercentNow > 0) options.shell.textScaleNow = textPercentNow / 100.0;
  options.shell.opening = moment.empty() ? scenario : moment;
  options.shell.home = home;
  options.shell.screenshot = QString::fromStdString(screenshot);
  return std::nullopt;
}

bool hasDisplay() {
  const auto given = [](const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
  };
  return given("DISPLAY") || given("WAYLAND_DISPLAY") || given("QT_QPA_PLATFORM");
}

/// How often the program has started itself again, in a variable of its environment.
constexpr const char* kRestarts = "SYNAPTARIUM_RESTARTS";
constexpr int kMostRestarts = 3;

/// The file in which a restart hands the Moment on.
std::filesystem::path handedOn() {
  return std::filesystem::temp_directory_path() /
         ("synaptarium-" + std::to_string(getpid()) + ".json");
}

/// Starts the program anew in place of one whose window hangs; only then does this not return. The
/// first time it goes on from where the window was well, later ones without Moment and tour.
void restart(int argc, char** argv, std::optional<syn::ui::LastWell> last) {
  const char* before = std::getenv(kRestarts);
  const int restarts = before == nullptr ? 0 : std::atoi(before);
  if (restarts >= kMostRestarts) return;
  std::string moment;
  if (last && restarts > 0) last->tour.clear();
  if (last && restarts == 0 && last->tour.empty()) {
    try {
      syn::writeFileAtomically(handedOn(), last->moment);
      moment = handedOn().string();
    } catch (const syn::Error& error) {
      syn::log::warning(error.what());
    }
  }
  std::vector<std::string> arguments = syn::ui::restartArguments({argv, argv + argc}, moment, last);
  setenv(kRestarts, std::to_string(restarts + 1).c_str(), 1);
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  syn::log::error("the window is started again");
  execv("/proc/self/exe", pointers.data());
}

int run(int argc, char** argv) {
  Options options;
  options.shell.hung = [argc, argv](const std::optional<syn::ui::LastWell>& last) {
    restart(argc, argv, last);
  };
  options.shell.started.start();
  if (const auto code = parse(argc, argv, options)) return *code;
  if (options.verbose) syn::log::setLevel(syn::log::Level::debug);
  if (!hasDisplay()) {
    throw syn::Error(
        "there is no display; start the window in a desktop session, or draw without "
        "one: synaptarium-cli render");
  }
  syn::ui::Shell::prepare();
  QGuiApplication application(argc, argv);
  QGuiApplication::setApplicationDisplayName(QStringLiteral("Synaptarium"));
  QGuiApplication::setDesktopFileName(QStringLiteral("org.synaptarium.Synaptarium"));
  syn::ui::Shell::settle();

  syn::ui::Shell shell(options.shell);
  QObject::connect(&shell, &syn::ui::Shell::screenshotDone, &application,
                   [](const QString& problem) {
                     if (!problem.isEmpty()) syn::log::error(problem.toStdString());
                     QCoreApplication::exit(problem.isEmpty() ? 0 : 1);
                   });
  shell.open();
  // A program that was started again has its number still, and has read the file by now.
  QObject::connect(&shell.app(), &syn::ui::App::opened, &application, [] {
    std::error_code gone;
    std::filesystem::remove(handedOn(), gone);
  });
  return QGuiApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const syn::ContentError& error) {
    for (const syn::Issue& issue : error.issues()) syn::log::error(issue.text());
    return 2;
  } catch (const syn::LogicError& error) {
    syn::log::error(error.what());
    return 3;
  } catch (const std::exception& error) {
    syn::log::error(error.what());
    return 1;
  }
}
