#include "session/life.h"

#include <cmath>
#include <random>

#include <gmock/gmock.h>

namespace syn::session {
namespace {

Lanes makeLanes() {
  Lane walking;
  walking.exposure = "walking";
  walking.high = 300;
  walking.typical = 120;
  walking.fromAge = 3;
  Lane sleep;
  sleep.exposure = "sleep";
  sleep.low = 3;
  sleep.high = 11;
  sleep.typical = 5.5;
  Lane stroke;
  stroke.exposure = "stroke";
  stroke.high = 1;
  stroke.typical = 0.5;
  stroke.years = 0;
  stroke.event = true;
  stroke.with.region = "motor";
  Lane learning;
  learning.exposure = "learning";
  learning.high = 40;
  learning.typical = 6;
  learning.with.skill = "language";
  return std::make_shared<const std::vector<Lane>>(
      std::vector<Lane>{walking, sleep, stroke, learning});
}
const Lanes kLanes = makeLanes();
constexpr int kWalking = 0, kSleep = 1, kStroke = 2, kLearning = 3;

sim::Entry entry(const std::string& exposure, double from, double to, double dose) {
  sim::Entry result;
  result.exposure = exposure;
  result.fromWeek = from * Life::kWeeksPerYear;
  result.toWeek = to * Life::kWeeksPerYear;
  result.dose.mean = dose;
  return result;
}

Life twoSpans() {
  return {kLanes, {entry("walking", 20, 30, 100), entry("walking", 40, 50, 200)}};
}

TEST(LifeTest, MakesTheSameScheduleItCameFrom) {
  sim::Entry skilled = entry("walking", 20, 30, 100);
  skilled.novelty = 0.4;
  const sim::Schedule schedule{entry("education", 6, 18, 1), skilled, entry("sleep", 30, 40, 6)};
  const sim::Schedule back = Life(kLanes, schedule).schedule();
  ASSERT_EQ(back.size(), 3U);
  EXPECT_EQ(back[0].exposure, "education") << "entries without a lane must be kept";
  EXPECT_EQ(back[1].novelty, skilled.novelty);
  EXPECT_DOUBLE_EQ(back[2].fromWeek, 30 * 52);
  EXPECT_DOUBLE_EQ(back[2].dose.mean, 6);
}

TEST(LifeTest, LeavesOutOneLane) {
  const Life life(kLanes, {entry("walking", 20, 30, 100), entry("sleep", 30, 40, 6)});
  const sim::Schedule without = life.scheduleWithout(0);
  ASSERT_EQ(without.size(), 1U);
  EXPECT_EQ(without[0].exposure, "sleep");
}

TEST(LifeTest, EndsStopAtNeighboursAndAtTheEndsOfLife) {
  Life life = twoSpans();
  const int first = life.spans()[0].id;
  const int second = life.spans()[1].id;
  life.setTo(first, 80);
  EXPECT_DOUBLE_EQ(life.find(first)->toAge, 40);
  life.setFrom(second, 5);
  EXPECT_DOUBLE_EQ(life.find(second)->fromAge, 40);
  life.setTo(second, 400);
  EXPECT_DOUBLE_EQ(life.find(second)->toAge, 100);
  life.setFrom(first, -7);
  EXPECT_DOUBLE_EQ(life.find(first)->fromAge, 3) << "nobody walks before three";
}

TEST(LifeTest, ASpanKeepsItsShortestLength) {
  Life life = twoSpans();
  const int id = life.spans()[0].id;
  life.setTo(id, 0);
  EXPECT_DOUBLE_EQ(life.find(id)->toAge - life.find(id)->fromAge, Life::kShortest);
  life.setFrom(id, 99);
  EXPECT_DOUBLE_EQ(life.find(id)->toAge - life.find(id)->fromAge, Life::kShortest);
}

TEST(LifeTest, MovingKeepsLengthAndOrder) {
  Life life = twoSpans();
  const int id = life.spans()[0].id;
  life.moveTo(id, 90);
  EXPECT_DOUBLE_EQ(life.find(id)->fromAge, 30);
  EXPECT_DOUBLE_EQ(life.find(id)->toAge, 40);
}

TEST(LifeTest, DosesStayInTheRangeOfTheLane) {
  Life life = twoSpans();
  const int id = life.spans()[0].id;
  life.setDose(id, 1e9);
  EXPECT_DOUBLE_EQ(life.find(id)->dose, 300);
  life.setDose(id, -1);
  EXPECT_DOUBLE_EQ(life.find(id)->dose, 0);
  life.setDose(id, std::nan(""));
  EXPECT_DOUBLE_EQ(life.find(id)->dose, 0);
}

TEST(LifeTest, AddsWhereThereIsRoom) {
  Life life = twoSpans();
  const auto added = life.add(0, 35, 10);
  ASSERT_TRUE(added.has_value());
  EXPECT_DOUBLE_EQ(life.find(*added)->fromAge, 35);
  EXPECT_DOUBLE_EQ(life.find(*added)->toAge, 40) << "it ends at the next span";
  EXPECT_DOUBLE_EQ(life.find(*added)->dose, 120);
  EXPECT_FALSE(life.add(0, 45, 10).has_value()) << "the lane is taken at 45";
  EXPECT_FALSE(life.add(kWalking, 1, 10).has_value()) << "nobody walks at one";
  const auto last = life.add(kSleep, 100, 10);
  ASSERT_TRUE(last.has_value());
  EXPECT_LE(life.find(*last)->toAge, 100);
}

TEST(LifeTest, EventsAreInstants) {
  Life life(kLanes, {});
  const int id = *life.add(kStroke, 62);
  EXPECT_DOUBLE_EQ(life.find(id)->toAge, 62);
  life.setTo(id, 70);
  EXPECT_DOUBLE_EQ(life.find(id)->fromAge, 70) << "an end that is moved takes the instant along";
  EXPECT_TRUE(life.add(kStroke, 70).has_value()) << "two can happen";
  EXPECT_EQ(life.schedule().front().region, "motor") << "the lane says what a new one strikes";
}

TEST(LifeTest, DifferentThingsOfOneLaneMayOverlapInRows) {
  Life life(kLanes, {});
  const int first = *life.add(kLearning, 20, 10);
  EXPECT_FALSE(life.add(kLearning, 25, 10).has_value());
  life.change(first, [](sim::Entry& rest) { rest.skill = "instrument"; });
  const auto second = life.add(kLearning, 25, 10);
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(life.row(first), 0);
  EXPECT_EQ(life.row(*second), 1);
  life.change(*second, [](sim::Entry& rest) { rest.skill = "instrument"; });
  EXPECT_EQ(life.find(*second)->rest.skill, "language") << "then they would overlap";
  const int third = *life.add(kLearning, 60, 5);
  EXPECT_EQ(life.row(third), 0);
}

TEST(LifeTest, CopiesBehindWhatIsInTheWay) {
  Life life = twoSpans();
  const int first = life.spans()[0].id;
  const auto copy = life.copy(first);
  ASSERT_TRUE(copy.has_value());
  EXPECT_DOUBLE_EQ(life.find(*copy)->fromAge, 30);
  EXPECT_DOUBLE_EQ(life.find(*copy)->dose, 100);
  const auto next = life.copy(first);
  ASSERT_TRUE(next.has_value());
  EXPECT_DOUBLE_EQ(life.find(*next)->fromAge, 50) << "the gaps before are full";
  Life full(kLanes, {entry("walking", 3, 100, 100)});
  EXPECT_FALSE(full.copy(full.spans()[0].id).has_value());
}

TEST(LifeTest, EverySpanCanBeFoundFromItsEntry) {
  const Life life(kLanes, {entry("education", 6, 18, 1), entry("walking", 20, 30, 100)});
  EXPECT_EQ(life.spanOfEntry(0), 0) << "that one has no lane";
  EXPECT_EQ(life.spanOfEntry(1), life.spans()[0].id);
  EXPECT_EQ(life.spanOfEntry(2), 0);
}

TEST(LifeTest, WhateverIsAskedTheInvariantsHold) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> ages(-50, 150);
  Life life = twoSpans();
  for (int step = 0; step < 4000; ++step) {
    const auto lane = static_cast<int>(random() % kLanes->size());
    const std::size_t count = life.spans().size();
    const int id = count == 0 ? 0 : life.spans()[random() % count].id;
    switch (random() % 8) {
      case 0:
        life.add(lane, ages(random), ages(random));
        break;
      case 1:
        life.setFrom(id, ages(random));
        break;
      case 2:
        life.setTo(id, ages(random));
        break;
      case 3:
        life.moveTo(id, ages(random));
        break;
      case 4:
        life.setDose(id, ages(random) * 10);
        break;
      case 5:
        life.change(id, [&](sim::Entry& rest) { rest.target = random() % 2 == 0 ? "a" : "b"; });
        break;
      case 6:
        life.copy(id);
        break;
      default:
        if (count > 12) life.remove(id);
    }
    for (const Span& span : life.spans()) {
      const Lane& on = (*kLanes)[static_cast<std::size_t>(span.lane)];
      ASSERT_GE(span.fromAge, on.fromAge);
      ASSERT_LE(span.toAge, on.toAge);
      ASSERT_GE(span.dose, on.low);
      ASSERT_LE(span.dose, on.high);
      if (on.event) {
        ASSERT_DOUBLE_EQ(span.toAge, span.fromAge);
        continue;
      }
      ASSERT_GE(span.toAge - span.fromAge, Life::kShortest - 1e-9);
      for (const Span& other : life.spans()) {
        if (other.id == span.id || !sameThing(other, span)) continue;
        ASSERT_TRUE(other.toAge <= span.fromAge + 1e-9 || other.fromAge >= span.toAge - 1e-9)
            << "two spans overlap after step " << step;
      }
    }
  }
}

}  // namespace
}  // namespace syn::session
