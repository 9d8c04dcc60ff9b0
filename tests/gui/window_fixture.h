#pragma once

#include <functional>
#include <memory>
#include <QPointF>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "ui/models/card.h"
#include "ui/models/clock.h"
#include "ui/models/curves.h"
#include "ui/models/life.h"
#include "ui/models/pane.h"
#include "ui/models/regions.h"
#include "ui/models/stories.h"
#include "ui/models/tour.h"
#include "ui/shell.h"
#include "ui/view/brain_view.h"

namespace syn::test {

/// What Qt and QML complained about since the last call.
QStringList takeComplaints();
/// Runs the event loop until `done`, at most `ms` milliseconds. Returns whether it was. The bound
/// only ends a test that has failed; it is meant for a machine ten times slower than any.
bool waitFor(const std::function<bool()>& done, int ms = 120000);

/// The window of the program, opened once a process and brought home before each test. Any warning
/// of Qt or QML fails the test.
class WindowTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { open(true); }
  static void TearDownTestSuite();
  void SetUp() override;
  void TearDown() override;

  static void open(bool withBrain, const std::string& language = "en");
  static ui::App& app() { return shell_->app(); }
  static session::Session& session() { return *app().session(); }
  static QQuickWindow* window() { return shell_->window(); }
  static ui::BrainView* brain();
  static QQuickItem* item(const char* objectName);
  /// Visible items below the root that fulfil a condition.
  static std::vector<QQuickItem*> items(const std::function<bool(QQuickItem*)>& wanted);
  /// Middle of an item in pixels of the window.
  static QPoint middleOf(QQuickItem* item);
  static QPoint inWindow(QQuickItem* item, double x, double y);
  static void selectRegion(const std::string& id);
  /// The item of a span on the life line.
  static QQuickItem* blockOf(int span);

  /// Places every item, as before each frame; endless if the items never agree.
  static void place();
  /// The same after all events that wait.
  static void layOut();
  /// Whether the window draws one more frame.
  static bool frameComes();
  /// Waits until nothing is drawn any more.
  static void settle();
  static void drag(QPoint from, QPoint to);
  /// Clicks with the mouse on the middle of an item; fails where there is none.
  static void click(QQuickItem* item);
  static void click(const char* objectName) { click(item(objectName)); }
  static void resize(int width, int height, double textScale);

  static std::unique_ptr<ui::Shell> shell_;
};

/// The same window without its picture of the brain: lighter, and without any need for OpenGL.
class BareWindowTest : public WindowTest {
 protected:
  static void SetUpTestSuite() { open(false); }
};

}  // namespace syn::test
