#include "session/session.h"

#include <set>

#include <gmock/gmock.h>

#include "base/error.h"

namespace syn::session {
namespace {

class SessionTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::filesystem::path data = std::filesystem::path(SYN_SOURCE_DIR) / "data";
    model_ = sim::Model::load(data);
    looks_ = std::make_shared<const scene::Looks>(scene::Looks::load(data, model_->catalogue()));
  }
  static sim::Scenario walker() {
    sim::Scenario scenario;
    sim::Entry entry;
    entry.exposure = "aerobic_exercise";
    entry.dose.mean = 120;
    entry.fromWeek = 62 * 52;
    entry.toWeek = 84 * 52;
    scenario.life = {entry};
    return scenario;
  }

  static std::shared_ptr<const sim::Model> model_;
  static std::shared_ptr<const scene::Looks> looks_;
  Session session_{model_, looks_, walker()};
};

std::shared_ptr<const sim::Model> SessionTest::model_;
std::shared_ptr<const scene::Looks> SessionTest::looks_;

TEST_F(SessionTest, HasTheFiveLanes) {
  std::vector<std::string> families;
  for (const Lane& lane : session_.life().lanes()) families.push_back(lane.family);
  EXPECT_THAT(families,
              testing::ElementsAre("exercise", "sleep", "learning", "mindfulness", "stress"));
}

TEST_F(SessionTest, OpensInsideTheFirstLongSpanWithItChosen) {
  EXPECT_DOUBLE_EQ(session_.age(), 66);
  EXPECT_EQ(session_.chosenSpan(), session_.life().spans()[0].id);
}

TEST_F(SessionTest, EditsCanBeUndoneAndRedone) {
  const int id = session_.life().spans()[0].id;
  session_.edit([id](Life& life) { life.setDose(id, 200); });
  session_.edit([id](Life& life) { life.setTo(id, 70); });
  EXPECT_TRUE(session_.registry().run("edit.undo"));
  EXPECT_DOUBLE_EQ(session_.life().find(id)->toAge, 84);
  EXPECT_DOUBLE_EQ(session_.life().find(id)->dose, 200);
  EXPECT_TRUE(session_.registry().run("edit.undo"));
  EXPECT_DOUBLE_EQ(session_.life().find(id)->dose, 120);
  EXPECT_FALSE(session_.registry().run("edit.undo"));
  EXPECT_TRUE(session_.registry().run("edit.redo"));
  EXPECT_TRUE(session_.registry().run("edit.redo"));
  EXPECT_DOUBLE_EQ(session_.life().find(id)->toAge, 70);
  EXPECT_FALSE(session_.registry().run("edit.redo"));
}

TEST_F(SessionTest, ADragIsOneStepOfUndo) {
  const int id = session_.life().spans()[0].id;
  session_.beginEdit();
  for (int dose = 130; dose <= 300; dose += 10) {
    session_.edit([=](Life& life) { life.setDose(id, dose); });
  }
  session_.endEdit();
  session_.registry().run("edit.undo");
  EXPECT_DOUBLE_EQ(session_.life().find(id)->dose, 120);
  EXPECT_FALSE(session_.canUndo());
}

TEST_F(SessionTest, ADragThatEndsWhereItBeganLeavesNoStep) {
  const int id = session_.life().spans()[0].id;
  session_.beginEdit();
  session_.edit([=](Life& life) { life.setDose(id, 200); });
  session_.edit([=](Life& life) { life.setDose(id, 120); });
  session_.endEdit();
  EXPECT_FALSE(session_.canUndo());
}

TEST_F(SessionTest, RemovingAndUndoingBringsTheSpanBack) {
  const int id = session_.life().spans()[0].id;
  session_.registry().run("span.remove");
  EXPECT_EQ(session_.life().find(id), nullptr);
  EXPECT_EQ(session_.chosenSpan(), 0);
  session_.registry().run("edit.undo");
  EXPECT_NE(session_.life().find(id), nullptr);
}

TEST_F(SessionTest, AddsAtTheCursorOrChoosesWhatIsThere) {
  session_.addOrChoose(0);
  EXPECT_EQ(session_.life().spans().size(), 1U);
  session_.addOrChoose(4);
  EXPECT_EQ(session_.life().spans().size(), 2U);
  EXPECT_DOUBLE_EQ(session_.life().find(session_.chosenSpan())->fromAge, 66);
  session_.addOrChoose(99);
  EXPECT_EQ(session_.life().spans().size(), 2U);
}

TEST_F(SessionTest, PlaysToTheEndAndStops) {
  session_.registry().set("age.speed", 10);
  session_.registry().run("age.play");
  for (int step = 0; step < 40; ++step) session_.advance(0.1);
  EXPECT_DOUBLE_EQ(session_.age(), 100);
  EXPECT_FALSE(session_.playing());
  session_.registry().run("age.play");
  EXPECT_DOUBLE_EQ(session_.age(), 0) << "playing at the end starts over";
}

TEST_F(SessionTest, HomeBringsEverythingBackButTheLife) {
  const int id = session_.life().spans()[0].id;
  session_.edit([id](Life& life) { life.setDose(id, 200); });
  session_.registry().run("view.whole");
  session_.registry().run("age.play");
  session_.registry().set("age.years", 12);
  session_.select({});
  session_.camera().turn(300, 100);
  session_.registry().run("app.home");
  for (int step = 0; step < 20; ++step) session_.advance(0.1);
  EXPECT_DOUBLE_EQ(session_.age(), 66);
  EXPECT_FALSE(session_.playing());
  EXPECT_EQ(session_.viewName(), "limbic");
  EXPECT_EQ(session_.catalogue().regions[static_cast<std::size_t>(session_.selection().region)].id,
            "hippocampus");
  const scene::CameraPose home = session_.camera().presetPose(scene::Preset::home);
  EXPECT_NEAR(session_.camera().pose().azimuth, home.azimuth, 1e-6);
  EXPECT_DOUBLE_EQ(session_.life().find(id)->dose, 200);
}

TEST_F(SessionTest, LooksKeepTheReadersPreferences) {
  session_.registry().set("reading.text_scale", 1.5);
  session_.registry().set("reading.reduced_motion", 1);
  for (const std::string& view : Session::viewIds()) {
    session_.registry().run("view." + view);
    EXPECT_EQ(session_.viewName(), view);
    EXPECT_EQ(session_.look(), looks_->get(view));
    EXPECT_FLOAT_EQ(session_.reading().textScale, 1.5F);
    EXPECT_TRUE(session_.reading().reducedMotion);
  }
}

TEST_F(SessionTest, TrueSizeComesBackToTheFactorBefore) {
  session_.registry().set("view.exaggeration", 12);
  session_.registry().run("view.true_size");
  EXPECT_TRUE(session_.trueSize());
  session_.registry().run("view.true_size");
  EXPECT_FLOAT_EQ(session_.look().exaggeration, 12);
}

TEST_F(SessionTest, EveryPropertyStandsAnyValue) {
  const Registry& registry = session_.registry();
  for (const std::string& id : registry.propertyIds(Level::developer)) {
    const Property& property = registry.property(id);
    for (const double value : {-1e12, property.low, property.high, 1e12}) {
      registry.set(id, value);
      EXPECT_GE(registry.get(id), property.low - 1e-6) << id;
      EXPECT_LE(registry.get(id), property.high + 1e-6) << id;
    }
  }
}

TEST_F(SessionTest, EveryActionCanBeRunTwice) {
  for (const std::string& id : session_.registry().actionIds(Level::developer)) {
    EXPECT_NO_THROW({
      session_.registry().run(id);
      session_.registry().run(id);
    }) << id;
  }
}

TEST_F(SessionTest, NoTwoActionsShareAKey) {
  std::set<std::string> keys;
  for (const std::string& id : session_.registry().actionIds(Level::developer)) {
    const std::string& key = session_.registry().action(id).shortcut;
    EXPECT_TRUE(key.empty() || keys.insert(key).second) << key << " is used twice, by " << id;
  }
}

}  // namespace
}  // namespace syn::session
