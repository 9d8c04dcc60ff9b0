#include <cmath>
#include <memory>
#include <QPointingDevice>
#include <QTest>

#include "window_fixture.h"

namespace syn::test {
namespace {

using InputTest = WindowTest;

double azimuth(session::Session& session) {
  return session.pane().camera().pose().azimuth;
}

QPointingDevice* touchScreen() {
  static const std::unique_ptr<QPointingDevice> device(QTest::createTouchDevice());
  return device.get();
}

TEST_F(InputTest, TurnsUnderTheMouse) {
  const double before = azimuth(session());
  const int frames = brain()->framesDrawn();
  const QPoint middle = middleOf(brain());
  drag(middle, middle + QPoint(120, 0));
  EXPECT_GT(std::abs(azimuth(session()) - before), 5);
  EXPECT_TRUE(waitFor([&] { return brain()->framesDrawn() > frames; }));
}

TEST_F(InputTest, TurnsUnderOneFinger) {
  const double before = azimuth(session());
  const QPoint middle = middleOf(brain());
  QTest::touchEvent(window(), touchScreen()).press(3, middle);
  for (int step = 1; step <= 6; ++step) {
    QTest::touchEvent(window(), touchScreen()).move(3, middle + QPoint(-15 * step, 0));
  }
  QTest::touchEvent(window(), touchScreen()).release(3, middle + QPoint(-90, 0));
  EXPECT_GT(std::abs(azimuth(session()) - before), 5);
}

TEST_F(InputTest, TwoFingersComeNearer) {
  const double before = session().pane().camera().pose().distance;
  const QPoint middle = middleOf(brain());
  const QPoint apart(40, 0);
  QTest::touchEvent(window(), touchScreen()).press(1, middle - apart).press(2, middle + apart);
  for (int step = 2; step <= 4; ++step) {
    QTest::touchEvent(window(), touchScreen())
        .move(1, middle - apart * step / 2)
        .move(2, middle + apart * step / 2);
  }
  QTest::touchEvent(window(), touchScreen())
      .release(1, middle - apart * 2)
      .release(2, middle + apart * 2);
  EXPECT_LT(session().pane().camera().pose().distance, before * 0.8);
}

TEST_F(InputTest, TheWheelZoomsAndTheBrainIsNeverLost) {
  const QPointF middle = middleOf(brain());
  for (int i = 0; i < 25; ++i) {
    QWheelEvent wheel(middle, middle, {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(window(), &wheel);
  }
  for (int i = 0; i < 6; ++i) drag(middle.toPoint(), middle.toPoint() + QPoint(200, 150));
  const session::RegionSelection& place = session().pane().selection();
  const int chosen = session().catalogue().structureIndex(place.region, Hemisphere::left).value();
  const auto at = session().pane().camera().project(session().pane().centreOf(chosen).value());
  ASSERT_TRUE(at.has_value());
  EXPECT_GT((*at)[0], -brain()->width() * 0.5);
  EXPECT_LT((*at)[0], brain()->width() * 1.5);
}

TEST_F(InputTest, HoverNamesAPartAndATapChoosesIt) {
  app().run(QStringLiteral("view.whole"));
  settle();
  const QPoint middle = middleOf(brain());
  QTest::mouseMove(window(), middle);
  EXPECT_TRUE(waitFor([] { return !app().pane()->hoveredLabel().isEmpty(); }));
  const int before = session().pane().selection().region;
  QTest::mouseClick(window(), Qt::LeftButton, Qt::NoModifier, middle);
  EXPECT_NE(session().pane().selection().region, before);
  EXPECT_EQ(app().pane()->selectedLabel(), app().pane()->hoveredLabel());
}

TEST_F(InputTest, NamesStandBesideLegendAndDials) {
  resize(1920, 1080, 1);
  const auto boxOf = [](QQuickItem* at) { return at->mapRectToScene(at->boundingRect()); };
  for (const char* language : {"en", "ar"}) {
    app().speak(QString::fromLatin1(language));
    for (const char* region : {"amygdala", "visual", "dlpfc", "cerebellum"}) {
      selectRegion(region);
      settle();
      const auto names = items([](QQuickItem* at) { return at->objectName() == "leaderName"; });
      EXPECT_FALSE(names.empty()) << region;
      for (QQuickItem* name : names) {
        for (const char* other : {"legendPanel", "dials"}) {
          ASSERT_NE(item(other), nullptr) << other;
          EXPECT_FALSE(boxOf(name).intersects(boxOf(item(other))))
              << name->property("text").toString().toStdString() << " lies on " << other;
        }
      }
    }
  }
  app().speak(QStringLiteral("en"));
}

TEST_F(InputTest, ATapOnEmptyGroundChoosesNothing) {
  ASSERT_GE(session().pane().selection().region, 0);
  const QPoint ground = inWindow(brain(), brain()->width() - 12, 12);
  QTest::mouseClick(window(), Qt::LeftButton, Qt::NoModifier, ground);
  EXPECT_EQ(session().pane().selection().region, -1);
  EXPECT_TRUE(app().card()->empty());
}

TEST_F(InputTest, ScrubbingSetsTheAge) {
  QQuickItem* line = item("lifeLine");
  const double left = line->property("axisLeft").toDouble();
  const double right = line->property("axisRight").toDouble();
  const double y = line->height() - 12;
  const QPoint at30 = inWindow(line, left + (right - left) * 0.3, y);
  const QPoint at80 = inWindow(line, left + (right - left) * 0.8, y);
  QTest::mouseClick(window(), Qt::LeftButton, Qt::NoModifier, at30);
  EXPECT_NEAR(app().clock()->age(), 30, 0.3);
  drag(at30, at80);
  EXPECT_NEAR(app().clock()->age(), 80, 0.3);
  EXPECT_THAT(app().card()->sentence().toStdString(),
              testing::StartsWith("At " + std::to_string(static_cast<int>(app().clock()->age()))));
}

TEST_F(InputTest, TheDoseSliderChangesTheCurve) {
  ASSERT_NE(app().life()->chosenId(), 0);
  app().life()->choose(app().life()->chosenId());  // shows the card where only one has room
  QQuickItem* slider = item("doseSlider");
  ASSERT_NE(slider, nullptr);
  const std::vector<double> before = app().curves()->lived();
  const double dose = app().life()->chosen().value("dose").toDouble();
  QTest::mouseClick(window(), Qt::LeftButton, Qt::NoModifier,
                    inWindow(slider, slider->width() - 20, slider->height() / 2));
  EXPECT_GT(app().life()->chosen().value("dose").toDouble(), dose);
  EXPECT_TRUE(waitFor([&] { return app().curves()->lived() != before; }));
  EXPECT_EQ(app().curves()->lived()[200], before[200]) << "the past is not changed by the future";
  app().run(QStringLiteral("edit.undo"));
  EXPECT_TRUE(waitFor([&] { return app().curves()->lived() == before; }));
}

TEST_F(InputTest, SpansAreDraggedAndStretched) {
  QQuickItem* line = item("lifeLine");
  const double year = line->property("yearWidth").toDouble();
  const session::Span span = *session().document().life(0).find(app().life()->chosenId());
  const double left = line->property("axisLeft").toDouble();
  const double y = line->property("lanesTop").toDouble() + line->property("pitch").toDouble() / 2;
  const QPoint end = inWindow(line, left + span.toAge * year, y);
  drag(end, end - QPoint(static_cast<int>(6 * year), 0));
  EXPECT_NEAR(session().document().life(0).find(span.id)->toAge, span.toAge - 6, 0.3);
  EXPECT_DOUBLE_EQ(session().document().life(0).find(span.id)->fromAge, span.fromAge);

  const QPoint body = inWindow(line, left + (span.fromAge + 8) * year, y);
  drag(body, body + QPoint(static_cast<int>(5 * year), 0));
  EXPECT_NEAR(session().document().life(0).find(span.id)->fromAge, span.fromAge + 5, 0.3);
  app().run(QStringLiteral("edit.undo"));
  EXPECT_DOUBLE_EQ(session().document().life(0).find(span.id)->fromAge, span.fromAge);
}

TEST_F(InputTest, HomeBringsTheOpeningPictureBack) {
  const double home = session().pane().camera().presetPose(scene::Preset::home).azimuth;
  const double age = app().clock()->age();
  drag(middleOf(brain()), middleOf(brain()) + QPoint(150, 40));
  app().set(QStringLiteral("age.years"), 12);
  QTest::keyClick(window(), Qt::Key_Home);
  EXPECT_TRUE(
      waitFor([&] { return std::abs(std::remainder(azimuth(session()) - home, 360)) < 1e-6; }));
  EXPECT_DOUBLE_EQ(app().clock()->age(), age);
}

TEST_F(InputTest, PlayingMovesTimeAndAStillWindowDrawsNothing) {
  const double age = app().clock()->age();
  QTest::keyClick(window(), Qt::Key_Space);
  EXPECT_TRUE(app().clock()->playing());
  EXPECT_TRUE(waitFor([&] { return app().clock()->age() > age + 0.5; }));
  QTest::keyClick(window(), Qt::Key_Space);
  EXPECT_FALSE(app().clock()->playing());
  settle();
  int swaps = 0;
  QObject counter;
  QObject::connect(window(), &QQuickWindow::frameSwapped, &counter, [&swaps] { ++swaps; });
  const auto turnsGoByStill = [&swaps] {
    swaps = 0;
    for (int turn = 0; turn < 200; ++turn) QTest::qWait(1);
    return swaps == 0;
  };
  EXPECT_TRUE(waitFor(turnsGoByStill)) << "it draws on and on";
}

}  // namespace
}  // namespace syn::test
