#include "session/life_runner.h"

#include <atomic>

#include <gmock/gmock.h>

#include "base/error.h"

namespace syn::session {
namespace {

class LifeRunnerTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    model_ = sim::Model::load(std::filesystem::path(SYN_SOURCE_DIR) / "data");
  }
  static Life lifeWith(double stress) {
    sim::Entry entry;
    entry.exposure = "chronic_stress";
    entry.dose.mean = stress;
    entry.fromWeek = 40 * 52;
    entry.toWeek = 60 * 52;
    return {Life::lanesOf(*model_), {entry}};
  }
  static Place hippocampus() { return {*model_->catalogue().regionIndex("hippocampus"), {}}; }

  static std::shared_ptr<const sim::Model> model_;
};

std::shared_ptr<const sim::Model> LifeRunnerTest::model_;

TEST_F(LifeRunnerTest, ALifeWithNothingLivedIsTheNorm) {
  const LifeRunner runner(model_, {});
  for (const double age : {1.0, 25.0, 66.0, 100.0}) {
    EXPECT_DOUBLE_EQ(*runner.shown().regions.volume(hippocampus(), age),
                     *runner.norm().regions.volume(hippocampus(), age));
  }
}

TEST_F(LifeRunnerTest, TheLatestRequestIsShownInTheEnd) {
  std::atomic<int> ready = 0;
  LifeRunner runner(model_, {});
  runner.start([&ready] { ++ready; });
  for (int step = 0; step <= 40; ++step) runner.request(lifeWith(step / 40.0));
  runner.finish();
  EXPECT_GT(ready, 0);

  sim::Scenario wanted;
  wanted.life = lifeWith(1).schedule();
  const ComputedLife direct(model_, wanted);
  EXPECT_DOUBLE_EQ(*runner.shown().regions.volume(hippocampus(), 58),
                   *direct.regions.volume(hippocampus(), 58));
  EXPECT_LT(*runner.shown().regions.volume(hippocampus(), 58),
            *runner.norm().regions.volume(hippocampus(), 58));
}

TEST_F(LifeRunnerTest, SaysWhatALaneContributed) {
  LifeRunner runner(model_, {});
  runner.start([] {});
  const Life life = lifeWith(0.9);
  runner.request(life);
  runner.finish();
  const int stress = life.spans()[0].lane;
  const RegionReader* without = runner.without(stress);
  ASSERT_NE(without, nullptr);
  EXPECT_NEAR(*without->volume(hippocampus(), 58), *runner.norm().regions.volume(hippocampus(), 58),
              1e-12)
      << "stress is all that was lived";
  EXPECT_EQ(runner.without(stress == 0 ? 1 : 0), nullptr) << "that lane holds nothing";
}

TEST_F(LifeRunnerTest, GoesAwayWhileItWorks) {
  for (int round = 0; round < 5; ++round) {
    LifeRunner runner(model_, {});
    runner.start([] {});
    runner.request(lifeWith(0.5));
  }
}

TEST_F(LifeRunnerTest, RefusesALifeTheModelDoesNotKnow) {
  sim::Scenario scenario;
  sim::Entry entry;
  entry.exposure = "levitation";
  entry.toWeek = 52;
  scenario.life = {entry};
  EXPECT_THROW(LifeRunner(model_, scenario), ContentError);
}

TEST_F(LifeRunnerTest, HoldsNothingForPartsWithoutAState) {
  const LifeRunner runner(model_, {});
  EXPECT_FALSE(runner.shown().regions.volume({}, 30).has_value());
}

}  // namespace
}  // namespace syn::session
