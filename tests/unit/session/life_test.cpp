#include "session/life.h"

#include <cmath>
#include <random>

#include <gmock/gmock.h>

namespace syn::session {
namespace {

const std::vector<Lane> kLanes{{"walking", "exercise", 0, 300, 50, 120, 10},
                               {"sleep", "sleep", 3, 11, 7.5, 5.5, 0.1}};

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
  EXPECT_DOUBLE_EQ(life.find(first)->fromAge, 0);
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
  const auto last = life.add(1, 100, 10);
  ASSERT_TRUE(last.has_value());
  EXPECT_LE(life.find(*last)->toAge, 100);
}

TEST(LifeTest, WhateverIsAskedTheInvariantsHold) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> ages(-50, 150);
  Life life = twoSpans();
  for (int step = 0; step < 5000; ++step) {
    const auto lane = static_cast<int>(random() % kLanes.size());
    const std::size_t count = life.spans().size();
    const int id = count == 0 ? 0 : life.spans()[random() % count].id;
    switch (random() % 6) {
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
      default:
        if (count > 6) life.remove(id);
    }
    for (const Span& span : life.spans()) {
      ASSERT_GE(span.fromAge, 0);
      ASSERT_LE(span.toAge, Life::kEnd);
      ASSERT_GE(span.toAge - span.fromAge, Life::kShortest - 1e-9);
      for (const Span& other : life.spans()) {
        if (other.id == span.id || other.lane != span.lane) continue;
        ASSERT_TRUE(other.toAge <= span.fromAge + 1e-9 || other.fromAge >= span.toAge - 1e-9)
            << "two spans overlap after step " << step;
      }
    }
  }
}

}  // namespace
}  // namespace syn::session
