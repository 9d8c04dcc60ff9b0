#include "session/registry.h"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>

#include "base/error.h"

namespace syn::session {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class RegistryTest : public testing::Test {
 protected:
  RegistryTest() {
    registry_.add(Property{"view.xray", "key", "", 0, 1, 0.1, Level::visitor,
                           [this] { return xray_; }, [this](double value) { xray_ = value; }});
    registry_.add(Property{"view.explode", "key", "", 0, 1, 0.1, Level::lecturer,
                           [] { return 0.0; }, [](double) {}});
    registry_.add(Action{"app.home", "key", Level::visitor, "Home", [this] { ++runs_; },
                         [this] { return on_; }});
  }

  Registry registry_;
  double xray_ = 0.5;
  int runs_ = 0;
  bool on_ = true;
};

TEST_F(RegistryTest, SetsTheNearestValueInRange) {
  EXPECT_DOUBLE_EQ(registry_.set("view.xray", 0.25), 0.25);
  EXPECT_DOUBLE_EQ(xray_, 0.25);
  EXPECT_DOUBLE_EQ(registry_.set("view.xray", -3), 0);
  EXPECT_DOUBLE_EQ(registry_.set("view.xray", 8), 1);
  EXPECT_DOUBLE_EQ(registry_.set("view.xray", std::numeric_limits<double>::infinity()), 1);
}

TEST_F(RegistryTest, RefusesWhatIsNoNumber) {
  EXPECT_THROW(registry_.set("view.xray", std::nan("")), Error);
  EXPECT_DOUBLE_EQ(xray_, 0.5);
}

TEST_F(RegistryTest, NudgesBySteps) {
  registry_.nudge("view.xray", 2);
  EXPECT_NEAR(xray_, 0.7, 1e-12);
  registry_.nudge("view.xray", -100);
  EXPECT_DOUBLE_EQ(xray_, 0);
}

TEST_F(RegistryTest, RunsOnlyEnabledActions) {
  EXPECT_TRUE(registry_.run("app.home"));
  on_ = false;
  EXPECT_FALSE(registry_.run("app.home"));
  EXPECT_EQ(runs_, 1);
}

TEST_F(RegistryTest, NamesTheNearestIdWhenOneIsUnknown) {
  try {
    registry_.run("app.hom");
    FAIL() << "an unknown action was run";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("app.home"));
  }
  EXPECT_THROW(static_cast<void>(registry_.get("view.x-ray")), Error);
}

TEST_F(RegistryTest, RefusesDuplicatesAndEmptyRanges) {
  EXPECT_THROW(registry_.add(Action{"app.home", "key", Level::visitor, "", [] {}, {}}), Error);
  EXPECT_THROW(registry_.add(Property{"view.none", "key", "", 1, 1, 1, Level::visitor,
                                      [] { return 1.0; }, [](double) {}}),
               Error);
}

TEST_F(RegistryTest, ShowsEachLevelWhatIsMeantForIt) {
  EXPECT_THAT(registry_.propertyIds(Level::visitor), ElementsAre("view.xray"));
  EXPECT_THAT(registry_.propertyIds(Level::developer), ElementsAre("view.explode", "view.xray"));
}

}  // namespace
}  // namespace syn::session
