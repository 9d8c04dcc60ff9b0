#include "session/clock.h"

#include <cmath>
#include <vector>

#include <gmock/gmock.h>

namespace syn::session {
namespace {

struct Run {
  const char* name;
  Clock::Mode mode;
  bool forward;
  double from, to, start, years;  ///< years that go by
  double end;
  bool forwardAfter, playingAfter;
};

void PrintTo(const Run& run, std::ostream* out) {
  *out << run.name;
}

Clock started(const Run& run) {
  Clock clock;
  clock.setSpan(run.from, run.to);
  clock.setMode(run.mode);
  clock.setForward(run.forward);
  clock.setAge(run.start);
  clock.play();
  return clock;
}

class ClockRuns : public testing::TestWithParam<Run> {};

TEST_P(ClockRuns, InOneStep) {
  Clock clock = started(GetParam());
  clock.advance(GetParam().years);
  EXPECT_NEAR(clock.age(), GetParam().end, 1e-9);
  EXPECT_EQ(clock.forward(), GetParam().forwardAfter);
  EXPECT_EQ(clock.playing(), GetParam().playingAfter);
}

TEST_P(ClockRuns, InManySteps) {
  Clock clock = started(GetParam());
  constexpr int kSteps = 256;
  for (int i = 0; i < kSteps; ++i) clock.advance(GetParam().years / kSteps);
  EXPECT_NEAR(clock.age(), GetParam().end, 1e-6);
  EXPECT_EQ(clock.playing(), GetParam().playingAfter);
}

using Mode = Clock::Mode;
INSTANTIATE_TEST_SUITE_P(
    Ways, ClockRuns,
    testing::Values(Run{"within", Mode::once, true, 0, 100, 20, 5, 25, true, true},
                    Run{"backwards", Mode::once, false, 0, 100, 20, 5, 15, false, true},
                    Run{"to_the_end", Mode::once, true, 0, 40, 38, 5, 40, true, false},
                    Run{"back_to_the_beginning", Mode::once, false, 10, 40, 12, 5, 10, false, false},
                    Run{"loop", Mode::loop, true, 20, 30, 28, 5, 23, true, true},
                    Run{"loop_backwards", Mode::loop, false, 20, 30, 22, 5, 27, false, true},
                    Run{"many_loops", Mode::loop, true, 20, 30, 28, 45, 23, true, true},
                    Run{"turn", Mode::pingPong, true, 20, 30, 28, 5, 27, false, true},
                    Run{"turn_at_the_beginning", Mode::pingPong, false, 20, 30, 23, 5, 22, true, true},
                    Run{"turn_twice", Mode::pingPong, true, 20, 30, 28, 15, 23, true, true},
                    Run{"turn_three_times", Mode::pingPong, true, 20, 30, 28, 25, 27, false, true}),
    [](const testing::TestParamInfo<Run>& run) { return std::string(run.param.name); });

TEST(ClockTest, StandsStillUnlessPlaying) {
  Clock clock;
  clock.setAge(40);
  clock.advance(10);
  EXPECT_DOUBLE_EQ(clock.age(), 40);
}

TEST(ClockTest, PlayingAtTheEndStartsFromTheOther) {
  Clock clock;
  clock.setSpan(20, 60);
  clock.setAge(60);
  clock.play();
  EXPECT_DOUBLE_EQ(clock.age(), 20);
  clock.pause();
  clock.setForward(false);
  clock.play();
  EXPECT_DOUBLE_EQ(clock.age(), 60);
}

TEST(ClockTest, SpeedIsYearsASecond) {
  Clock clock;
  clock.setAge(10);
  clock.setSpeed(3);
  clock.play();
  clock.advance(2);
  EXPECT_DOUBLE_EQ(clock.age(), 16);
}

struct Asked {
  const char* name;
  double from, to, gotFrom, gotTo;
};

TEST(ClockTest, SpansAreBroughtIntoALife) {
  for (const Asked& asked : {Asked{"reversed", 60, 20, 20, 60}, Asked{"outside", -5, 300, 0, 100},
                             Asked{"empty", 30, 30, 30, 30.25}, Asked{"at the end", 100, 100, 99.75, 100}}) {
    Clock clock;
    clock.setSpan(asked.from, asked.to);
    EXPECT_DOUBLE_EQ(clock.from(), asked.gotFrom) << asked.name;
    EXPECT_DOUBLE_EQ(clock.to(), asked.gotTo) << asked.name;
  }
}

TEST(ClockTest, WhatIsNoNumberChangesNothing) {
  Clock clock;
  clock.setAge(std::nan(""));
  clock.setSpeed(std::nan(""));
  clock.setSpan(std::nan(""), 50);
  clock.play();
  clock.advance(std::nan(""));
  EXPECT_DOUBLE_EQ(clock.age(), 25);
  EXPECT_DOUBLE_EQ(clock.speed(), 1);
  EXPECT_DOUBLE_EQ(clock.to(), 100);
}

TEST(ClockTest, ReportsEachChangeOnce) {
  std::vector<Change> heard;
  Clock clock([&heard](Change change) { heard.push_back(change); });
  clock.setAge(30);
  clock.setAge(30);
  clock.play();
  clock.play();
  clock.advance(1);
  clock.pause();
  EXPECT_THAT(heard, testing::ElementsAre(Change::age, Change::playing, Change::age, Change::playing));
}

}  // namespace
}  // namespace syn::session
