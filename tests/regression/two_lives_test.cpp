// Two brains side by side: undo, redo and choosing left a pane on the wrong life, and what was said
// of a life stayed when the life was changed.
#include <gtest/gtest.h>

#include "../unit/session/content_fixture.h"
#include "session/session.h"

namespace syn::session {
namespace {

class TwoLives : public testing::Test {
 protected:
  const Registry& registry() const { return session_.registry(); }
  void compare() { registry().run("compare.open", {{"name", std::string("average")}}); }
  Session session_{shippedContent(), momentOf({walker()})};
};

TEST_F(TwoLives, UndoTakesTheSecondBrainAwayAndRedoBringsItBack) {
  compare();
  registry().run("edit.undo");
  EXPECT_EQ(session_.paneCount(), 1);
  EXPECT_EQ(session_.document().lifeCount(), 1);
  registry().run("edit.redo");
  ASSERT_EQ(session_.paneCount(), 2);
  EXPECT_EQ(session_.pane(0).life(), 0);
  EXPECT_EQ(session_.pane(1).life(), 1);
  EXPECT_NE(session_.pane(1).frame().lifeTitle, session_.pane(0).frame().lifeTitle);
}

TEST_F(TwoLives, ClosedAndUndoneIsOpenAgain) {
  compare();
  registry().run("compare.close");
  registry().run("edit.undo");
  ASSERT_EQ(session_.paneCount(), 2);
  EXPECT_EQ(session_.pane(1).life(), 1);
}

TEST_F(TwoLives, ComparingAgainFromTheSecondBrainShowsBothAnew) {
  compare();
  registry().set("pane.active", 1.0);
  registry().run("compare.open", {{"name", std::string("musician")}});
  EXPECT_EQ(session_.activePane(), 0);
  EXPECT_EQ(session_.pane(0).life(), 0);
  EXPECT_EQ(session_.pane(1).life(), 1);
  EXPECT_EQ(session_.document().story(0).told.id, "average");
  EXPECT_EQ(session_.document().story(1).told.id, "musician");
}

TEST_F(TwoLives, WhatIsChosenBelongsToTheActiveBrain) {
  compare();
  registry().run("span.choose", {{"span", 1.0}, {"life", 0.0}});
  ASSERT_NE(session_.document().chosen(), nullptr);
  registry().set("pane.active", 1.0);
  EXPECT_EQ(session_.document().chosen(), nullptr);
  EXPECT_FALSE(registry().run("span.remove")) << "nothing of the other life is removed";
  EXPECT_EQ(session_.document().life(0).spans().size(), 1U);
}

TEST_F(TwoLives, ACaptionGoesWithTheLifeItWasSaidOf) {
  registry().run("phenomenon.show",
                 {{"phenomenon", std::string("07_exercise_growth_factor_neurons")}});
  ASSERT_FALSE(session_.caption().text.empty());
  registry().run("span.add", {{"lane", std::string("stroke")}, {"age", 70.0}});
  EXPECT_EQ(session_.caption(), Caption{});
}

TEST_F(TwoLives, AnotherLifeOrPhenomenonEndsATour) {
  registry().run("tour.open", {{"tour", std::string("3_two_paths")}});
  registry().run("life.open", {{"name", std::string("musician")}});
  EXPECT_EQ(session_.tour(), nullptr);
  registry().run("tour.open", {{"tour", std::string("3_two_paths")}});
  registry().run("phenomenon.show", {{"phenomenon", std::string("05_new_neurons")}});
  EXPECT_EQ(session_.tour(), nullptr);
}

TEST_F(TwoLives, AChangeOfViewOnTheWayArrivesFirst) {
  const Moment there =
      loadMoment(*findMoment(shippedContent()->data, "two_lives_at_80"), *shippedContent());
  registry().set("age.years", 20.0);
  session_.show(there, 2);
  session_.advance(0.5);
  registry().set("view.xray", 0.25);
  EXPECT_DOUBLE_EQ(session_.clock().age(), there.age);
  EXPECT_EQ(session_.pane().look().id, there.panes.front().look.id);
  EXPECT_FLOAT_EQ(session_.pane().look().xray, 0.25F);
}

TEST_F(TwoLives, ATapOnTheWayDoesNotEndIt) {
  session_.show(momentOf({walker()}, 90), 2);
  session_.advance(0.5);
  registry().run("selection.region", {{"region", std::string("amygdala")}});
  EXPECT_TRUE(session_.moving());
  for (int step = 0; step < 30; ++step) session_.advance(0.1);
  EXPECT_DOUBLE_EQ(session_.clock().age(), 90);
}

TEST_F(TwoLives, AComparisonBegunOnTheWayShowsBothAsTheyArrive) {
  const Moment there =
      loadMoment(*findMoment(shippedContent()->data, "whole_life"), *shippedContent());
  session_.show(there, 2);
  session_.advance(0.5);
  compare();
  EXPECT_TRUE(session_.pane(0).look() == there.panes.front().look);
  EXPECT_TRUE(session_.pane(1).look() == session_.pane(0).look());
}

TEST_F(TwoLives, TrueSizeIsToggledFromWhereTheWayLeads) {
  Moment there = session_.moment();
  registry().run("view.true_size");
  ASSERT_FLOAT_EQ(session_.pane().look().exaggeration, 1);
  there.panes.front().look.exaggeration = 8;
  session_.show(there, 2);
  session_.advance(0.2);
  registry().run("view.true_size");
  EXPECT_FLOAT_EQ(session_.pane().look().exaggeration, 1);
}

TEST_F(TwoLives, ASharedCameraHasRoomForWhicheverBrainIsPulledApart) {
  Moment moment =
      loadMoment(*findMoment(shippedContent()->data, "two_lives_at_80"), *shippedContent());
  const auto distance = [&](float first, float second) {
    moment.panes[0].look.explode = first;
    moment.panes[1].look.explode = second;
    Session session(shippedContent(), moment);
    return session.pane(0).camera().pose().distance;
  };
  EXPECT_GT(distance(1, 0), distance(0, 0));
  EXPECT_DOUBLE_EQ(distance(1, 0), distance(0, 1));
}

TEST_F(TwoLives, AMomentPulledApartIsSeenFromAsFarOnTheWayAsAtOnce) {
  Moment there = session_.moment();
  there.panes.front().look = session_.content().looks->get("exploded");
  session_.show(there, 2);
  for (int step = 0; step < 40; ++step) session_.advance(0.1);
  const double arrived = session_.pane().camera().pose().distance;
  Session fresh(shippedContent(), momentOf({walker()}));
  fresh.show(there);
  EXPECT_NEAR(arrived, fresh.pane().camera().pose().distance, 1e-6 * arrived);
}

}  // namespace
}  // namespace syn::session
