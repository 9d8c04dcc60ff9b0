// Lives made of thousands of spans took seconds to plan: every pair of spans was compared.
#include <algorithm>
#include <ctime>

#include <gtest/gtest.h>

#include "base/error.h"
#include "sim/model.h"
#include "sim/population.h"
#include "sim/trajectory.h"

namespace {

using namespace syn;  // NOLINT(google-build-using-namespace): a test of one module

const std::shared_ptr<const sim::Model>& model() {
  static const auto loaded = sim::Model::load(SYN_SOURCE_DIR "/data");
  return loaded;
}

/// `count` spans one after the other, of two exposures in turn.
sim::Schedule longLife(int count) {
  sim::Schedule life;
  const double length = 4000.0 / count;
  for (int i = 0; i < count; ++i) {
    sim::Entry entry;
    entry.exposure = i % 2 == 0 ? "aerobic_exercise" : "chronic_stress";
    entry.dose.mean = i % 2 == 0 ? 60 : 0.3;
    entry.fromWeek = 1000 + i * length;
    entry.toWeek = entry.fromWeek + std::max(length, 0.51);
    life.push_back(entry);
  }
  return life;
}

/// Processor seconds to check a life; the least of seven, for other work disturbs.
double secondsToPlan(const sim::Schedule& life) {
  double least = 1e9;
  for (int i = 0; i < 7; ++i) {
    const std::clock_t start = std::clock();
    (void)sim::validateLife(*model(), {}, life);
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return least;
}

TEST(LongLife, FourTimesTheSpansTakeFarLessThanSixteenTimesAsLong) {
  const double few = secondsToPlan(longLife(2000));
  const double many = secondsToPlan(longLife(8000));
  EXPECT_LT(many, 8 * few) << few << " s and " << many << " s";
}

TEST(LongLife, SpansThatAllOverlapAreEachNamedOnce) {
  sim::Schedule life = longLife(4000);
  for (sim::Entry& entry : life) {
    entry.exposure = "aerobic_exercise";
    entry.dose.mean = 60;
    entry.fromWeek = 1000;
    entry.toWeek = 2000;
  }
  const IssueList issues = sim::validateLife(*model(), {}, life);
  const auto overlaps = std::count_if(issues.all().begin(), issues.all().end(),
                                      [](const Issue& issue) { return issue.rule == "overlap"; });
  EXPECT_EQ(overlaps, static_cast<long>(life.size()) - 1);
  EXPECT_LE(issues.size(), 2 * life.size());
}

TEST(LongLife, MoreSpansThanALifeCanHaveAreRefusedWithTheNumber) {
  const IssueList issues = sim::validateLife(*model(), {}, longLife(10001));
  ASSERT_EQ(issues.size(), 1u);
  EXPECT_EQ(issues.all()[0].rule, "too-many");
  EXPECT_NE(issues.all()[0].message.find("10000"), std::string::npos);
}

TEST(LongLife, ALifeOfManySpansIsLivedAsItsSpansSay) {
  sim::Scenario scenario;
  scenario.life = longLife(4000);
  const sim::Trajectory life(model(), scenario);
  sim::Scenario nothing;
  const sim::Trajectory average(model(), nothing);
  sim::Measure stress;
  stress.quantity = sim::Quantity::stress;
  EXPECT_GT(life.value(stress, 60), average.value(stress, 60) + 0.02);
}

}  // namespace
