#include "window_fixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <QtQuick/private/qquickwindow_p.h>

namespace syn::test {

std::unique_ptr<ui::Shell> WindowTest::shell_;

bool waitFor(const std::function<bool()>& done, int ms) {
  QElapsedTimer timer;
  timer.start();
  while (!done()) {
    if (timer.elapsed() > ms) return false;
    QTest::qWait(2);
  }
  return true;
}

void WindowTest::open(bool withBrain, const std::string& language) {
  ui::ShellOptions options;
  options.home = SYN_SOURCE_DIR;
  options.size = QSize(1280, 720);
  options.withBrain = withBrain;
  options.patience = {};
  options.language = language;
  shell_ = std::make_unique<ui::Shell>(options);
  shell_->open();
  ASSERT_TRUE(waitFor([] { return window()->isExposed(); }));
  ASSERT_TRUE(waitFor([] { return app().state() == QLatin1String("ready"); }))
      << app().errorLines().join('\n').toStdString();
  if (withBrain) {
    ASSERT_TRUE(waitFor([] { return brain() != nullptr && brain()->framesDrawn() > 0; }));
  }
  window()->requestActivate();
  ASSERT_TRUE(waitFor([] { return window()->isActive(); }));
}

void WindowTest::TearDownTestSuite() {
  shell_.reset();
}

void WindowTest::SetUp() {
  ASSERT_NE(shell_, nullptr);
  resize(1280, 720, 1);
  QQuickItem* focused = window()->activeFocusItem();
  if (focused != nullptr && focused != window()->contentItem()) focused->setFocus(false);
  app().run(QStringLiteral("app.home"));
  settle();
}

void WindowTest::TearDown() {
  while (app().life()->canUndo()) app().run(QStringLiteral("edit.undo"));
  EXPECT_THAT(takeComplaints().join('\n').toStdString(), testing::IsEmpty());
}

ui::BrainView* WindowTest::brain() {
  return qobject_cast<ui::BrainView*>(item("brain"));
}

std::vector<QQuickItem*> WindowTest::items(const std::function<bool(QQuickItem*)>& wanted) {
  std::vector<QQuickItem*> found;
  const std::function<void(QQuickItem*)> walk = [&](QQuickItem* at) {
    if (!at->isVisible()) return;
    if (wanted(at)) found.push_back(at);
    for (QQuickItem* child : at->childItems()) walk(child);
  };
  walk(window()->contentItem());
  return found;
}

QQuickItem* WindowTest::item(const char* objectName) {
  const auto found =
      items([&](QQuickItem* at) { return at->objectName() == QLatin1String(objectName); });
  return found.empty() ? nullptr : found.front();
}

QPoint WindowTest::inWindow(QQuickItem* item, double x, double y) {
  return item->mapToScene(QPointF(x, y)).toPoint();
}

QPoint WindowTest::middleOf(QQuickItem* item) {
  return inWindow(item, item->width() / 2, item->height() / 2);
}

void WindowTest::selectRegion(const std::string& id) {
  const auto region = session().catalogue().regionIndex(id);
  ASSERT_TRUE(region.has_value()) << id;
  app().regions()->select(*region);
}

QQuickItem* WindowTest::blockOf(int span) {
  const auto found = items([&](QQuickItem* at) { return at->property("spanId").toInt() == span; });
  return found.empty() ? nullptr : found.front();
}

void WindowTest::place() {
  QQuickWindowPrivate::get(window())->polishItems();
}

void WindowTest::layOut() {
  QCoreApplication::processEvents();
  place();
}

bool WindowTest::frameComes() {
  bool drawn = false;
  QObject listener;
  QObject::connect(window(), &QQuickWindow::frameSwapped, &listener, [&drawn] { drawn = true; });
  window()->update();
  return waitFor([&drawn] { return drawn; });
}

void WindowTest::settle() {
  layOut();
  if (brain() == nullptr) return;
  ASSERT_TRUE(waitFor([] { return brain()->atRest(); })) << "the window never comes to rest";
}

void WindowTest::click(QQuickItem* item) {
  ASSERT_NE(item, nullptr);
  QTest::mouseClick(window(), Qt::LeftButton, Qt::NoModifier, middleOf(item));
}

void WindowTest::drag(QPoint from, QPoint to) {
  QTest::mousePress(window(), Qt::LeftButton, Qt::NoModifier, from);
  constexpr int kSteps = 6;
  for (int step = 1; step <= kSteps; ++step) {
    QTest::mouseMove(window(), from + (to - from) * step / kSteps);
  }
  QTest::mouseRelease(window(), Qt::LeftButton, Qt::NoModifier, to);
}

void WindowTest::resize(int width, int height, double textScale) {
  app().set(QStringLiteral("reading.text_scale"), textScale);
  window()->resize(width, height);
  ASSERT_TRUE(
      waitFor([&] { return window()->contentItem()->size().toSize() == QSize(width, height); }));
  layOut();
}

}  // namespace syn::test
