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
  LastWell well;
  ShellOptions options;
  options.home = SYN_SOURCE_DIR;
  options.withBrain = false;
  options.language = "en";
  options.patience = 2s;
  options.hung = [&](const std::optional<LastWell>& last) {
    if (last) well = *last;
    ++hangs;
  };
  Shell shell(options);
  shell.open();
  ASSERT_TRUE(test::waitFor([&] { return shell.app().state() == QLatin1String("ready"); }));
  shell.app().run("tour.open", {{"tour", std::string("3_two_paths")}});
  shell.app().run("tour.go", {{"step", 4.0}});
  shell.app().set(QStringLiteral("reading.text_scale"), 1.5);
  shell.app().set(QStringLiteral("age.years"), 33);
  const int before = shell.answers();
  ASSERT_TRUE(test::waitFor([&] { return shell.answers() > before + 1; }));
  const int reported = hangs;  // a machine this slow hangs by itself
  keepTheLoopBusy(hangs, reported + 1);
  const session::Content& content = shell.app().session()->content();
  EXPECT_DOUBLE_EQ(session::readMoment(well.moment, "moment", content).age, 33);
  EXPECT_EQ(well.tour, "3_two_paths");
  EXPECT_EQ(well.step, 4);
  EXPECT_EQ(well.textPercent, 150);
  EXPECT_EQ(well.language, "en");
  test::takeComplaints();
}

struct Restart {
  std::vector<std::string> before;
  std::string moment;
  std::optional<LastWell> last;
  std::vector<std::string> after;
};

class RestartTest : public testing::TestWithParam<Restart> {};

TEST_P(RestartTest, KeepsTheOptionsAndGoesOnWhereItWasWell) {
  const Restart& at = GetParam();
  EXPECT_EQ(restartArguments(at.before, at.moment, at.last), at.after);
}

using Words = std::vector<std::string>;
const LastWell kPlain{"{}", "", 1, 100, "en"};
const LastWell kTour{"{}", "5_sleep", 7, 150, "de"};

INSTANTIATE_TEST_SUITE_P(
    Lines, RestartTest,
    testing::Values(
        Restart{{"s"},
                "/m",
                kPlain,
                {"s", "--now-language", "en", "--now-text-size", "100", "--moment", "/m"}},
        Restart{
            {"s", "musician"}, "", kPlain, {"s", "--now-language", "en", "--now-text-size", "100"}},
        Restart{{"s", "--scenario=musician", "--language", "fr", "--verbose"},
                "/m",
                kPlain,
                {"s", "--language", "fr", "--verbose", "--now-language", "en", "--now-text-size",
                 "100", "--moment", "/m"}},
        Restart{
            {"s", "--tour=1_fixed_brain", "--step", "2", "--text-size=200", "--now-language", "es"},
            "/m",
            kTour,
            {"s", "--text-size=200", "--now-language", "de", "--now-text-size", "150", "--tour",
             "5_sleep", "--step", "7"}},
        Restart{{"s", "--text-size", "150", "musician"},
                "",
                std::nullopt,
                {"s", "--text-size", "150", "musician"}}));

}  // namespace
}  // namespace syn::ui
