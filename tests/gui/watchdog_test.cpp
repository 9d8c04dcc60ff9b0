#include "ui/watchdog.h"

#include <QCoreApplication>
#include <QTest>

#include "base/log.h"
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

}  // namespace
}  // namespace syn::ui
