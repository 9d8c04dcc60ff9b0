// Opens the window at a Moment, takes the brain out of it, and compares it with what the command
// line draws of that Moment. The Moment is named on the command line.
#include <functional>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickItemGrabResult>
#include <QQuickWindow>
#include <QTest>

#include <gtest/gtest.h>

#include "render/snapshot.h"
#include "support/program.h"
#include "support/similarity.h"
#include "support/temporary_folder.h"
#include "ui/shell.h"
#include "ui/view/brain_view.h"

namespace {

using namespace syn;

std::string moment = "opening";

/// Runs the event loop until `done`; the limit is for a program that hangs.
bool waitFor(const std::function<bool()>& done) {
  constexpr int kHangMs = 240000;
  QElapsedTimer timer;
  timer.start();
  while (!done()) {
    if (timer.elapsed() > kHangMs) return false;
    QTest::qWait(5);
  }
  return true;
}

QQuickItem* findItem(QQuickItem* from, const QString& name) {
  if (from->objectName() == name) return from;
  for (QQuickItem* child : from->childItems()) {
    if (QQuickItem* found = findItem(child, name)) return found;
  }
  return nullptr;
}

render::Image imageOf(const QImage& picture) {
  const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
  render::Image image{rgb.width(), rgb.height(), {}};
  for (int y = 0; y < rgb.height(); ++y) {
    const uchar* row = rgb.constScanLine(y);
    image.rgb.insert(image.rgb.end(), row, row + static_cast<std::ptrdiff_t>(rgb.width()) * 3);
  }
  return image;
}

TEST(MomentWindow, ShowsWhatTheCommandLineDraws) {
  ui::ShellOptions options;
  options.home = SYN_SOURCE_DIR;
  options.opening = moment;
  options.size = QSize(1280, 720);
  ui::Shell shell(options);
  shell.open();
  ASSERT_TRUE(waitFor([&] { return shell.app().state() == QLatin1String("ready"); }));
  ui::BrainView* brain = nullptr;
  ASSERT_TRUE(waitFor([&] {
    brain = qobject_cast<ui::BrainView*>(
        findItem(shell.window()->contentItem(), QStringLiteral("brain")));
    return brain != nullptr && brain->framesDrawn() > 0 && !brain->interacting();
  }));
  // Labels and focus lie on the brain and are the window's own.
  for (QQuickItem* child : brain->childItems()) child->setOpacity(0);
  int frames = -1;
  ASSERT_TRUE(waitFor([&] {
    const int before = std::exchange(frames, brain->framesDrawn());
    if (before == frames) return true;
    QTest::qWait(500);
    return false;
  })) << "the picture is refined for ever";
  const auto grab = brain->grabToImage();
  ASSERT_TRUE(grab);
  bool grabbed = false;
  QObject::connect(grab.data(), &QQuickItemGrabResult::ready, [&grabbed] { grabbed = true; });
  ASSERT_TRUE(waitFor([&grabbed] { return grabbed; }));
  const render::Image window = imageOf(grab->image());

  const test::TemporaryFolder folder;
  const std::string file = (folder / "drawn.png").string();
  const test::Outcome outcome = test::runShell(
      "'" SYN_CLI "' render " + moment + " --no-legend --size " + std::to_string(window.width) +
      "x" + std::to_string(window.height) + " --out '" + file + "'");
  ASSERT_EQ(outcome.code, 0) << outcome.text;
  const render::Image drawn = render::loadPng(file);
  const double alike = test::similarity(window, drawn);
  // The least of mean, ground and worst tile; another edge smoothing costs about 0.01.
  EXPECT_GE(alike, 0.97);
  if (alike < 0.97) {
    const std::string out = testing::TempDir() + "moment_window_" + moment;
    render::savePng(window, out + "_window.png");
    render::savePng(drawn, out + "_drawn.png");
    render::savePng(test::difference(window, drawn), out + "_difference.png");
    ADD_FAILURE() << "see " << out << "_*.png";
  }
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc > 1) moment = argv[1];
  ui::Shell::prepare();
  QGuiApplication application(argc, argv);
  ui::Shell::settle();
  return RUN_ALL_TESTS();
}
