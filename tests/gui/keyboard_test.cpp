#include <QAccessible>
#include <QTest>
#include <set>

#include "window_fixture.h"

namespace syn::test {
namespace {

using KeyboardTest = WindowTest;

std::string described(QQuickItem* item) {
  return std::string(item->metaObject()->className()) + " at " +
         std::to_string(item->mapToScene({}).x()) + ", " + std::to_string(item->mapToScene({}).y());
}

bool takesFocus(QQuickItem* item) {
  return item->activeFocusOnTab() && item->isEnabled();
}

TEST_F(KeyboardTest, TabReachesEveryControl) {
  std::set<QQuickItem*> reached;
  for (int step = 0; step < 400; ++step) {
    QTest::keyClick(window(), Qt::Key_Tab);
    QQuickItem* focused = window()->activeFocusItem();
    ASSERT_NE(focused, nullptr);
    if (!reached.insert(focused).second && reached.size() > 10) break;
  }
  EXPECT_GT(reached.size(), 30U);
  for (QQuickItem* control : items(takesFocus)) {
    EXPECT_TRUE(reached.contains(control)) << described(control) << " cannot be reached with Tab";
  }
  EXPECT_TRUE(app().keyboardInUse());
  QTest::mouseClick(window(), Qt::LeftButton, Qt::NoModifier, middleOf(brain()));
  EXPECT_FALSE(app().keyboardInUse()) << "the ring is for whoever works with the keyboard";
}

TEST_F(KeyboardTest, EveryControlHasANameAndARole) {
  for (const auto& [width, height] : {std::pair(1280, 720), std::pair(1080, 1920)}) {
    resize(width, height, 1);
    for (QQuickItem* control : items(takesFocus)) {
      QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(control);
      ASSERT_NE(accessible, nullptr) << described(control);
      EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty()) << described(control);
      EXPECT_NE(accessible->role(), QAccessible::NoRole) << described(control);
      EXPECT_NE(accessible->role(), QAccessible::Client) << described(control);
    }
  }
}

TEST_F(KeyboardTest, EveryControlCanBeTouched) {
  for (const auto& [width, height] : {std::pair(1280, 720), std::pair(1080, 1920)}) {
    resize(width, height, 1);
    for (QQuickItem* control : items(takesFocus)) {
      // Spans and the age cursor are caught by the life line, within 22 pixels on each side; rows
      // of the list are as wide as the list.
      const std::string type = control->metaObject()->className();
      const bool row =
          QAccessible::queryAccessibleInterface(control)->role() == QAccessible::ListItem;
      if (type.starts_with("SpanBlock") || type.starts_with("QQuickRectangle") || row) continue;
      if (control->width() > 200) continue;
      EXPECT_GE(control->width(), 44) << described(control);
      EXPECT_GE(control->height(), 44) << described(control);
    }
  }
}

TEST_F(KeyboardTest, ArrowsScrubPlusAndMinusZoom) {
  const double age = app().clock()->age();
  QTest::keyClick(window(), Qt::Key_Right);
  EXPECT_DOUBLE_EQ(app().clock()->age(), age + 1);
  QTest::keyClick(window(), Qt::Key_Left);
  EXPECT_DOUBLE_EQ(app().clock()->age(), age);
  const double distance = session().pane().camera().pose().distance;
  QTest::keyClick(window(), Qt::Key_Plus);
  EXPECT_LT(session().pane().camera().pose().distance, distance);
  QTest::keyClick(window(), Qt::Key_Minus);
  EXPECT_NEAR(session().pane().camera().pose().distance, distance, distance * 0.01);
}

TEST_F(KeyboardTest, ArrowsTurnTheBrainWhenItHasTheFocus) {
  brain()->forceActiveFocus();
  const double before = session().pane().camera().pose().azimuth;
  const double age = app().clock()->age();
  QTest::keyClick(window(), Qt::Key_Right);
  EXPECT_NE(session().pane().camera().pose().azimuth, before);
  EXPECT_DOUBLE_EQ(app().clock()->age(), age);
}

TEST_F(KeyboardTest, ASpanIsMovedStretchedAndDosedByKeys) {
  const int id = app().life()->chosenId();
  const auto found = items([&](QQuickItem* at) { return at->property("spanId").toInt() == id; });
  ASSERT_FALSE(found.empty());
  found.front()->forceActiveFocus();
  const session::Span before = *session().document().life(0).find(id);
  QTest::keyClick(window(), Qt::Key_Right);
  EXPECT_DOUBLE_EQ(session().document().life(0).find(id)->fromAge, before.fromAge + 1);
  QTest::keyClick(window(), Qt::Key_Left, Qt::ShiftModifier);
  EXPECT_DOUBLE_EQ(session().document().life(0).find(id)->toAge, before.toAge);
  QTest::keyClick(window(), Qt::Key_Up);
  EXPECT_GT(session().document().life(0).find(id)->dose, before.dose);
  QTest::keyClick(window(), Qt::Key_Delete);
  EXPECT_EQ(session().document().life(0).find(id), nullptr);
  QTest::keyClick(window(), Qt::Key_Z, Qt::ControlModifier);
  EXPECT_NE(session().document().life(0).find(id), nullptr);
}

TEST_F(KeyboardTest, EscapeLetsGo) {
  QTest::keyClick(window(), Qt::Key_Escape);
  EXPECT_EQ(app().life()->chosenId(), 0);
  QTest::keyClick(window(), Qt::Key_Escape);
  EXPECT_EQ(session().pane().selection().region, -1);
  EXPECT_FALSE(app().card()->sentence().isEmpty());
}

}  // namespace
}  // namespace syn::test
