#include <QTest>

#include "window_fixture.h"

namespace syn::test {
namespace {

class CompareTest : public WindowTest {
 protected:
  static ui::BrainView* second() { return qobject_cast<ui::BrainView*>(item("secondBrain")); }
  static bool twoAreDrawn() {
    return second() != nullptr && second()->framesDrawn() > 0 && session().lives().count() == 2;
  }
  static std::vector<std::string> captions() {
    std::vector<std::string> titles;
    for (int index = 0; index < app().paneCount(); ++index) {
      titles.push_back(app().paneAt(index, 0)->title().toStdString());
    }
    return titles;
  }
};

TEST_F(CompareTest, OneGestureShowsTwoBrainsAndOneBringsOneBack) {
  click("compareButton");
  ASSERT_TRUE(waitFor(twoAreDrawn));
  EXPECT_THAT(captions(), testing::ElementsAre("A life with many turns", "An average life"));
  EXPECT_EQ(items([](QQuickItem* at) { return at->objectName() == "paneCaption"; }).size(), 2U);
  EXPECT_NEAR(brain()->width(), second()->width(), 1);
  click("compareButton");
  EXPECT_TRUE(waitFor([] { return second() == nullptr; }));
  EXPECT_EQ(session().paneCount(), 1);
  EXPECT_EQ(session().document().lifeCount(), 1);
}

TEST_F(CompareTest, TheCameraIsOneWhicheverBrainIsTurned) {
  click("compareButton");
  ASSERT_TRUE(waitFor(twoAreDrawn));
  for (ui::BrainView* turned : {brain(), second()}) {
    const double before = session().pane(0).camera().pose().azimuth;
    const int frames = second()->framesDrawn();
    drag(middleOf(turned), middleOf(turned) + QPoint(80, 0));
    EXPECT_GT(std::abs(session().pane(0).camera().pose().azimuth - before), 5);
    EXPECT_EQ(session().pane(0).camera().pose(), session().pane(1).camera().pose());
    EXPECT_TRUE(waitFor([&] { return second()->framesDrawn() > frames; })) << "both are drawn";
  }
}

TEST_F(CompareTest, TheChosenSpanIsWhatTheOtherLifeLacks) {
  const int chosen = app().life()->chosenId();
  app().life()->choose(chosen);  // shows its card where only one has room
  const std::string lane = app().life()->chosen().value("name").toString().toStdString();
  click("compareWithout");
  ASSERT_TRUE(waitFor(twoAreDrawn));
  EXPECT_EQ(app().life()->chosenId(), chosen) << lane;
  EXPECT_THAT(captions(), testing::ElementsAre("A life with many turns",
                                               testing::HasSubstr("without exercise")));
}

}  // namespace
}  // namespace syn::test
