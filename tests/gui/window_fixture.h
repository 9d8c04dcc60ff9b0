#pragma once

#include <functional>
#include <memory>
#include <QPointF>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>
#include <vector>

#include <gmock/gmock.h>

#include "ui/brain_view.h"
#include "ui/shell.h"

namespace syn::test {

/// What Qt and QML complained about since the last call.
QStringList takeComplaints();
/// Runs the event loop until `done`, at most `ms` milliseconds. Returns whether it was.
bool waitFor(const std::function<bool()>& done, int ms = 20000);

/// The window of the program, opened once and brought home before each test. Any warning fails.
class WindowTest : public testing::Test {
 protected:
  static void SetUpTestSuite();
  static void TearDownTestSuite();
  void SetUp() override;
  void TearDown() override;

  static ui::AppModel& app() { return shell_->model(); }
  static session::Session& session() { return *app().session(); }
  static QQuickWindow* window() { return shell_->window(); }
  static ui::BrainView* brain();
  static QQuickItem* item(const char* objectName);
  /// Visible items below the root that fulfil a condition.
  static std::vector<QQuickItem*> items(const std::function<bool(QQuickItem*)>& wanted);
  /// Middle of an item in pixels of the window.
  static QPoint middleOf(QQuickItem* item);
  static QPoint inWindow(QQuickItem* item, double x, double y);
  /// Waits until nothing is drawn any more.
  static void settle();
  static void drag(QPoint from, QPoint to);
  static void resize(int width, int height, double textScale);

  static std::unique_ptr<ui::Shell> shell_;
};

}  // namespace syn::test
