#include "session/life_computer.h"

#include <atomic>

#include <gmock/gmock.h>

#include "base/error.h"
#include "content_fixture.h"

namespace syn::session {
namespace {

class LifeComputerTest : public testing::Test {
 protected:
  static std::vector<LifeStory> stories(const std::vector<sim::Scenario>& lives) {
    return Document(shippedContent()->model, lives).stories();
  }
  static sim::Scenario stressed(double stress) {
    return scenarioOf({entry("chronic_stress", 40, 60, stress)});
  }
  static RegionSelection hippocampus() {
    return {*shippedContent()->catalogue().regionIndex("hippocampus"), {}};
  }
  static double directly(const sim::Scenario& scenario, double age) {
    const ComputedLife life(shippedContent()->model, scenario);
    return *life.regions.volume(hippocampus(), age);
  }

  LifeComputer lives_{shippedContent()->model};
};

TEST_F(LifeComputerTest, ALifeWithNothingLivedIsTheNorm) {
  lives_.computeNow(stories({scenarioOf({})}));
  for (const double age : {1.0, 25.0, 66.0, 100.0}) {
    EXPECT_DOUBLE_EQ(*lives_.story(0).life->regions.volume(hippocampus(), age),
                     *lives_.story(0).norm->regions.volume(hippocampus(), age));
  }
}

TEST_F(LifeComputerTest, TheLatestRequestIsShownInTheEnd) {
  std::atomic<int> ready = 0;
  lives_.computeNow(stories({scenarioOf({})}));
  lives_.start([&ready] { ++ready; });
  for (int step = 0; step <= 40; ++step) lives_.request(stories({stressed(step / 40.0)}));
  lives_.finish();
  EXPECT_GT(ready, 0);
  EXPECT_DOUBLE_EQ(*lives_.story(0).life->regions.volume(hippocampus(), 58),
                   directly(stressed(1), 58));
}

TEST_F(LifeComputerTest, ComputesAnyNumberOfLivesEachWithItsOwnNorm) {
  sim::Scenario fixed = stressed(0.9);
  fixed.person.options.fixedBrain = true;
  std::vector<LifeStory> several = stories({stressed(0.9), fixed});
  several.push_back(stories({walker()}).front());
  lives_.computeNow(stories({scenarioOf({})}));
  lives_.start([] {});
  lives_.request(several);
  lives_.finish();
  ASSERT_EQ(lives_.count(), 3);
  EXPECT_DOUBLE_EQ(*lives_.story(2).life->regions.volume(hippocampus(), 80),
                   directly(walker(), 80));
  EXPECT_TRUE(lives_.story(1).norm->trajectory.scenario().person.options.fixedBrain);
  lives_.request(stories({walker()}));
  lives_.finish();
  EXPECT_EQ(lives_.count(), 1);
}

TEST_F(LifeComputerTest, WhatIsShownStaysWhileTheNextIsComputed) {
  lives_.computeNow(stories({stressed(1)}));
  const double before = *lives_.story(0).life->regions.volume(hippocampus(), 58);
  lives_.start([] {});
  lives_.request(stories({scenarioOf({})}));
  EXPECT_DOUBLE_EQ(*lives_.story(0).life->regions.volume(hippocampus(), 58), before)
      << "only take() may change what is read";
  lives_.finish();
  EXPECT_NE(*lives_.story(0).life->regions.volume(hippocampus(), 58), before);
}

struct CauseCase {
  const char* name;
  sim::Schedule life;
  double age;
};

TEST_F(LifeComputerTest, SharesAddUpToTheGap) {
  const std::vector<CauseCase> cases{
      {"stress alone", {entry("chronic_stress", 40, 60, 0.9)}, 58},
      {"helping and harming",
       {entry("chronic_stress", 40, 80, 0.9), entry("aerobic_exercise", 50, 80, 150)},
       70},
      {"illness and treatment",
       {entry("depression", 30, 40, 0.8), entry("antidepressant", 31, 40, 1),
        entry("sleep", 30, 40, 5)},
       39}};
  lives_.computeNow(stories({scenarioOf({})}));
  lives_.start([] {});
  for (const CauseCase& c : cases) {
    lives_.request(stories({scenarioOf(c.life)}));
    lives_.finish();
    const std::vector<Cause> causes = lives_.causes(0, hippocampus(), c.age);
    ASSERT_EQ(causes.size(), c.life.size() + 1) << c.name;
    EXPECT_EQ(causes.back().lane, -1) << "the last is what they do together";
    double sum = 0;
    for (const Cause& cause : causes) sum += cause.share;
    const double gap = *lives_.story(0).life->regions.volume(hippocampus(), c.age) -
                       *lives_.story(0).norm->regions.volume(hippocampus(), c.age);
    EXPECT_NEAR(sum, gap, 1e-12) << c.name;
  }
}

TEST_F(LifeComputerTest, OneLaneAloneDoesEverything) {
  lives_.computeNow(stories({scenarioOf({})}));
  lives_.start([] {});
  lives_.request(stories({stressed(0.9)}));
  lives_.finish();
  const std::vector<Cause> causes = lives_.causes(0, hippocampus(), 58);
  ASSERT_EQ(causes.size(), 2U);
  EXPECT_LT(causes[0].share, 0);
  EXPECT_NEAR(causes[1].share, 0, 1e-12);
}

TEST_F(LifeComputerTest, SaysNothingOfCausesItDoesNotKnowYet) {
  lives_.computeNow(stories({stressed(0.9)}));
  EXPECT_TRUE(lives_.causes(0, hippocampus(), 58).empty());
  EXPECT_FALSE(lives_.causesKnown());
}

TEST_F(LifeComputerTest, GoesAwayWhileItWorks) {
  for (int round = 0; round < 5; ++round) {
    LifeComputer lives(shippedContent()->model);
    lives.computeNow(stories({scenarioOf({})}));
    lives.start([] {});
    lives.request(stories({stressed(0.5), walker()}));
  }
}

TEST_F(LifeComputerTest, RefusesALifeTheModelDoesNotKnow) {
  EXPECT_THROW(lives_.computeNow(stories({scenarioOf({entry("levitation", 1, 2, 1)})})),
               ContentError);
}

TEST_F(LifeComputerTest, HoldsNothingForPartsWithoutAState) {
  lives_.computeNow(stories({scenarioOf({})}));
  EXPECT_FALSE(lives_.story(0).life->regions.volume({}, 30).has_value());
}

}  // namespace
}  // namespace syn::session
