#include "ui/watchdog.h"

#include <QCoreApplication>
#include <QTest>

#include "base/log.h"
#include "ui/restart.h"
#include "window_fixture.h"

namespace syn::ui {

// Not in an unnamed namespace: its name must be found in the stack.
void keepTheLoopBusy(const std::atomic<int>& until, int value) {
  while (until < value) {
  }
}

namespace {

using namespace std::chrono_literals;

TEST(WatchdogTest, ALoopThatAnswersIsLeftInPeace) {
  std::atomic<int> hangs = 0;
  const Watchdog watchdog(1h, 1ms, [&](const std::string&) { ++hangs; });
  EXPECT_TRUE(test::waitFor([&] { return watchdog.answers() > 3; }));
  EXPECT_EQ(hangs, 0);
}

TEST(WatchdogTest, ALoopThatHangsIsReportedOnceWithItsStack) {
  std::atomic<int> hangs = 0;
  std::string stack;
  const Watchdog watchdog(100ms, 1ms, [&](const std::string& found) {
    stack = found;
    ++hangs;
  });
  keepTheLoopBusy(hangs, 1);
  EXPECT_THAT(stack, testing::HasSubstr("keepTheLoopBusy"));
  EXPECT_EQ(hangs, 1);
  const int before = watchdog.answers();
  EXPECT_TRUE(test::waitFor([&] { return watchdog.answers() > before; })) << "watched again";
  keepTheLoopBusy(hangs, 2);
  EXPECT_EQ(hangs, 2) << "and reported again";
}

TEST(WatchdogTest, GoesWhileTheLoopHangs) {
  std::atomic<int> hangs = 0;
  {
    const Watchdog watchdog(50ms, 1ms, [&](const std::string&) { ++hangs; });
    keepTheLoopBusy(hangs, 1);
  }
  EXPECT_EQ(hangs, 1);
}

TEST(WatchedWindowTest, HandsOnTheMomentAtWhichItWasWell) {
  std::atomic<int> hangs = 0;
  std::string moment;
  ShellOptions options;
  options.home = SYN_SOURCE_DIR;
  options.withBrain = false;
  options.patience = 2s;
  options.hung = [&](const std::string& last) {
    moment = last;
    ++hangs;
  };
  Shell shell(options);
  shell.open();
  ASSERT_TRUE(test::waitFor([&] { return shell.app().state() == QLatin1String("ready"); }));
  shell.app().set(QStringLiteral("age.years"), 33);
  const int before = shell.answers();
  ASSERT_TRUE(test::waitFor([&] { return shell.answers() > before + 1; }));
  const int reported = hangs;  // a machine this slow hangs by itself
  keepTheLoopBusy(hangs, reported + 1);
  const session::Content& content = shell.app().session()->content();
  EXPECT_DOUBLE_EQ(session::readMoment(moment, "moment", content).age, 33);
  test::takeComplaints();
}

struct Restart {
  std::vector<std::string> before, after;
};

class RestartTest : public testing::TestWithParam<Restart> {};

TEST_P(RestartTest, KeepsTheOptionsAndOpensTheMoment) {
  EXPECT_EQ(restartArguments(GetParam().before, "/tmp/m.json"), GetParam().after);
  EXPECT_EQ(restartArguments(GetParam().before, ""), GetParam().before);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, RestartTest,
    testing::Values(Restart{{"s"}, {"s", "--moment", "/tmp/m.json"}},
                    Restart{{"s", "musician"}, {"s", "--moment", "/tmp/m.json"}},
                    Restart{{"s", "--scenario=musician", "--verbose"},
                            {"s", "--verbose", "--moment", "/tmp/m.json"}},
                    Restart{{"s", "--size", "1920x1080", "--moment", "a", "--home=/x", "life"},
                            {"s", "--size", "1920x1080", "--home=/x", "--moment", "/tmp/m.json"}}));

}  // namespace
}  // namespace syn::ui
