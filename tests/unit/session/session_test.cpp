#include "session/session.h"

#include <set>

#include <gmock/gmock.h>

#include "base/error.h"
#include "content_fixture.h"
#include "scene/sentences.h"

namespace syn::session {
namespace {

using testing::Contains;

class SessionTest : public testing::Test {
 protected:
  SessionTest() {
    session_.addObserver([this](Change change) { heard_.push_back(change); });
  }
  const Registry& registry() const { return session_.registry(); }
  const Life& life() const { return session_.document().life(0); }
  double number(const std::string& id) const { return std::get<double>(registry().get(id)); }
  std::string word(const std::string& id) const {
    return std::get<std::string>(registry().get(id));
  }
  float volumeChange(int pane = 0) const {
    const int structure = *session_.catalogue().structureIndex(
        *session_.catalogue().regionIndex("hippocampus"), Hemisphere::left);
    return session_.pane(pane).frame().structures[static_cast<std::size_t>(structure)].volumeChange;
  }

  Session session_{shippedContent(), momentOf({walker()})};
  std::vector<Change> heard_;
};

TEST_F(SessionTest, OpensAtItsMoment) {
  EXPECT_DOUBLE_EQ(session_.clock().age(), 66);
  EXPECT_EQ(session_.pane().look().id, "limbic");
  EXPECT_DOUBLE_EQ(session_.pane().frame().ageYears, 66);
  EXPECT_TRUE(session_.pane().pointing().selected.any());
}

TEST_F(SessionTest, MeasuresAgainstTheOwnAdultUnlessAskedOtherwise) {
  EXPECT_EQ(session_.pane().frame().baseline, scene::Baseline::ownAdult);
  registry().set("age.years", 25.0);
  EXPECT_NEAR(volumeChange(), 0, 1e-6);
  registry().set("age.years", 85.0);
  EXPECT_LT(volumeChange(), -0.03F) << "ageing must be seen";
  registry().set("pane.baseline", std::string("norm"));
  EXPECT_EQ(session_.pane().frame().baseline, scene::Baseline::norm);
  EXPECT_GT(volumeChange(), 0) << "a walker has more than is usual at 85";
  EXPECT_THROW(registry().set("pane.baseline", std::string("other_life")), RefusedError);
}

TEST_F(SessionTest, AnEditIsSeenAtOnceWhereNothingComputesBeside) {
  registry().set("pane.baseline", std::string("norm"));
  const float before = volumeChange();
  registry().run("span.dose", {{"span", 1.0}, {"dose", 400.0}});
  EXPECT_DOUBLE_EQ(life().find(1)->dose, 400);
  EXPECT_NE(volumeChange(), before);
  EXPECT_THAT(heard_, Contains(Change::computed));
  registry().run("edit.undo");
  EXPECT_FLOAT_EQ(volumeChange(), before);
}

TEST_F(SessionTest, AddsAtTheCursorOrChoosesWhatIsThere) {
  registry().run("span.add_or_choose", {{"lane", std::string("aerobic_exercise")}});
  EXPECT_EQ(life().spans().size(), 1U);
  EXPECT_EQ(session_.document().chosenSpan().id, 1);
  registry().run("span.add_or_choose", {{"lane", std::string("depression")}});
  ASSERT_EQ(life().spans().size(), 2U);
  EXPECT_DOUBLE_EQ(session_.document().chosen()->fromAge, 66);
  EXPECT_THROW(registry().run("span.add", {{"lane", std::string("levitation")}}), RefusedError);
}

TEST_F(SessionTest, WhatCannotBeLivedIsSaidAtOnce) {
  registry().set("age.years", 1.0);
  registry().run("span.add", {{"lane", std::string("mindfulness")}});
  EXPECT_EQ(session_.refusal().key, "refusal.age");
  EXPECT_THAT(heard_, Contains(Change::refusal));
  EXPECT_EQ(life().spans().size(), 1U);
  registry().run("span.add", {{"lane", std::string("aerobic_exercise")}, {"age", 70.0}});
  EXPECT_EQ(session_.refusal().key, "refusal.no_room");
  registry().run("span.add", {{"lane", std::string("sleep")}});
  EXPECT_TRUE(session_.refusal().empty()) << "something was done since";
}

TEST_F(SessionTest, EveryFieldOfASpanGoesThroughTheRegistry) {
  struct Case {
    const char* lane;
    const char* action;
    Arguments arguments;
    std::function<bool(const sim::Entry&)> holds;
  };
  const std::vector<Case> cases{
      {"learning",
       "span.skill",
       {{"skill", std::string("motor")}},
       [](const sim::Entry& e) { return e.skill == "motor"; }},
      {"learning",
       "span.novelty",
       {{"novelty", 0.25}},
       [](const sim::Entry& e) { return e.novelty == 0.25; }},
      {"learning",
       "span.challenge",
       {{"challenge", 0.25}},
       [](const sim::Entry& e) { return e.challenge == 0.25; }},
      {"cbt",
       "span.target",
       {{"target", std::string("anxiety")}},
       [](const sim::Entry& e) { return e.target == "anxiety"; }},
      {"use",
       "span.path",
       {{"path", std::string("old")}},
       [](const sim::Entry& e) { return e.path == "old"; }},
      {"use",
       "span.connection",
       {{"from", std::string("acc")}, {"to", std::string("pcc")}},
       [](const sim::Entry& e) { return e.from == "acc" && e.to == "pcc" && e.target.empty(); }},
      {"stroke",
       "span.region",
       {{"region", std::string("broca")}},
       [](const sim::Entry& e) { return e.region == "broca"; }},
      {"stroke",
       "span.hemisphere",
       {{"hemisphere", std::string("right")}},
       [](const sim::Entry& e) { return e.hemisphere == "right"; }}};
  for (const Case& c : cases) {
    registry().run("span.add", {{"lane", std::string(c.lane)}, {"age", 40.0}});
    Arguments arguments = c.arguments;
    if (std::string(c.action) == "span.region") arguments = {{"region", std::string("auditory")}};
    registry().run(c.action, arguments);
    ASSERT_NE(session_.document().chosen(), nullptr) << c.action;
    const sim::Entry& rest = session_.document().chosen()->rest;
    EXPECT_TRUE(std::string(c.action) == "span.region" ? rest.region == "auditory" : c.holds(rest))
        << c.action << " " << session_.refusal().key;
    while (session_.document().canUndo()) registry().run("edit.undo");
  }
}

TEST_F(SessionTest, ADragThroughTheRegistryIsOneStep) {
  registry().run("edit.begin");
  for (double age = 60; age < 70; age += 1) {
    registry().run("span.move", {{"span", 1.0}, {"age", age}});
  }
  registry().run("edit.end");
  registry().run("edit.undo");
  EXPECT_DOUBLE_EQ(life().find(1)->fromAge, 62);
  EXPECT_FALSE(session_.document().canUndo());
}

TEST_F(SessionTest, HomeBringsEverythingBack) {
  const Moment opening = session_.moment();
  scene::ReadingPreferences start;
  start.textScale = 1.25F;
  session_.begin(start);
  registry().set("reading.text_scale", 2.0);
  registry().run("compare.open", {{"name", std::string("average")}});
  registry().run("span.dose", {{"span", 1.0}, {"dose", 200.0}});
  registry().run("view.whole");
  registry().run("age.play");
  registry().set("age.years", 12.0);
  registry().run("selection.region", {{"region", std::string("amygdala")}});
  registry().run("camera.turn", {{"dx", 300.0}, {"dy", 100.0}});
  registry().run("app.home");
  for (int step = 0; step < 20; ++step) session_.advance(0.1);
  EXPECT_TRUE(session_.moment() == opening) << writeMoment(session_.moment(), *shippedContent());
  EXPECT_FLOAT_EQ(session_.reading().textScale, 1.25F);
  EXPECT_THAT(heard_, Contains(Change::home));
  registry().run("edit.undo");
  EXPECT_DOUBLE_EQ(life().find(1)->dose, 200) << "nothing lived is lost";
}

TEST_F(SessionTest, LooksKeepTrueSizeAndTheReadersPreferences) {
  registry().set("reading.text_scale", 1.5);
  registry().set("reading.reduced_motion", true);
  registry().run("view.true_size");
  for (const scene::Look& look : session_.content().looks->all()) {
    registry().set("view.look", look.id);
    EXPECT_EQ(session_.pane().look().id, look.id);
    EXPECT_FLOAT_EQ(session_.pane().look().exaggeration, 1);
    EXPECT_FLOAT_EQ(session_.reading().textScale, 1.5F);
    EXPECT_TRUE(session_.reading().reducedMotion);
    registry().run("view.true_size");
    EXPECT_FLOAT_EQ(session_.pane().look().exaggeration,
                    look.exaggeration > 1 ? look.exaggeration : 8);
    registry().run("view.true_size");
  }
}

TEST_F(SessionTest, EveryPropertyStandsAnyValue) {
  for (const std::string& id : registry().propertyIds(Level::developer)) {
    const Domain& takes = registry().property(id).takes;
    std::vector<Value> values{true, 0.0, std::string("nonsense")};
    if (takes.type == Domain::Type::number) values = {-1e12, takes.low, takes.high, 1e12};
    if (takes.type == Domain::Type::choice) {
      for (const std::string& word : takes.choices()) values.emplace_back(word);
    }
    for (const Value& value : values) {
      try {
        registry().set(id, value);
      } catch (const RefusedError&) {
      }
      const Value now = registry().get(id);
      if (takes.type != Domain::Type::number) continue;
      EXPECT_GE(std::get<double>(now), takes.low - 1e-6) << id;
      EXPECT_LE(std::get<double>(now), takes.high + 1e-6) << id;
    }
  }
}

std::string tourFile() {
  const std::filesystem::path& data = shippedContent()->data;
  return findTour(data, tourNames(data).front()).string();
}

/// Any values an action takes, at random.
Arguments anyArguments(const Action& action, unsigned seed) {
  Arguments arguments;
  for (const Parameter& parameter : action.parameters) {
    ++seed;
    switch (parameter.takes.type) {
      case Domain::Type::boolean:
        arguments.set(parameter.name, seed % 2 == 0);
        break;
      case Domain::Type::number:
        arguments.set(parameter.name, seed % 3 == 0 ? parameter.takes.low : seed % 20);
        break;
      case Domain::Type::text:
        arguments.set(parameter.name, parameter.name == "file" ? tourFile() : "average");
        break;
      case Domain::Type::choice: {
        const std::vector<std::string> words = parameter.takes.choices();
        arguments.set(parameter.name, words[seed % words.size()]);
        break;
      }
    }
  }
  return arguments;
}

TEST_F(SessionTest, EveryActionCanBeRunTwiceInAnyOrder) {
  for (unsigned seed = 0; seed < 3; ++seed) {
    for (const std::string& id : registry().actionIds(Level::developer)) {
      const Arguments arguments = anyArguments(registry().action(id), seed);
      EXPECT_NO_THROW({
        registry().run(id, arguments);
        registry().run(id, arguments);
        session_.advance(0.05);
      }) << id;
    }
  }
}

TEST_F(SessionTest, NoTwoActionsShareAKey) {
  std::set<std::string> keys;
  for (const std::string& id : registry().actionIds(Level::developer)) {
    const std::string& key = registry().action(id).shortcut;
    EXPECT_TRUE(key.empty() || keys.insert(key).second) << key << " is used twice, by " << id;
  }
}

TEST_F(SessionTest, ObserversComeAndGoWhileTheyAreTold) {
  int first = 0, second = 0;
  int number = 0;
  number = session_.addObserver([&](Change) {
    ++first;
    session_.removeObserver(number);
  });
  const int other = session_.addObserver([&](Change) { ++second; });
  registry().set("age.years", 30.0);
  registry().set("age.years", 31.0);
  EXPECT_EQ(first, 1);
  EXPECT_EQ(second, 2);
  session_.removeObserver(other);
  registry().set("age.years", 32.0);
  EXPECT_EQ(second, 2);
}

// --- two panes -----------------------------------------------------------------------------------

TEST_F(SessionTest, TwoPanesShareCameraLookAndSelectionWhileLinked) {
  registry().run("compare.open", {{"name", std::string("average")}});
  ASSERT_EQ(session_.paneCount(), 2);
  EXPECT_EQ(session_.pane(1).life(), 1);
  registry().run("camera.turn", {{"dx", 100.0}, {"dy", 0.0}, {"pane", 1.0}});
  registry().set("view.xray", 0.25);
  registry().run("selection.region", {{"region", std::string("amygdala")}});
  EXPECT_EQ(session_.pane(0).camera().pose(), session_.pane(1).camera().pose());
  EXPECT_TRUE(session_.pane(0).look() == session_.pane(1).look());
  EXPECT_EQ(session_.pane(0).selection(), session_.pane(1).selection());
  registry().set("compare.linked", false);
  registry().set("pane.active", 1.0);
  registry().run("camera.turn", {{"dx", 100.0}, {"dy", 0.0}});
  registry().set("view.xray", 0.75);
  EXPECT_NE(session_.pane(0).camera().pose(), session_.pane(1).camera().pose());
  EXPECT_FLOAT_EQ(session_.pane(0).look().xray, 0.25F);
  EXPECT_FLOAT_EQ(session_.pane(1).look().xray, 0.75F);
}

TEST_F(SessionTest, EachPaneShowsItsOwnLifeAgainstTheOther) {
  registry().set("age.years", 80.0);
  registry().run("compare.open", {{"name", std::string("average")}});
  registry().set("pane.baseline", std::string("other_life"));
  EXPECT_GT(volumeChange(0), 0);
  EXPECT_LT(volumeChange(1), 0);
  EXPECT_EQ(session_.pane(1).frame().lifeTitle,
            scene::lifeTitle(session_.document().story(1).told));
  registry().run("edit.undo");
  EXPECT_EQ(session_.paneCount(), 1) << "its life is gone";
  EXPECT_EQ(session_.pane(0).baseline(), scene::Baseline::ownAdult);
}

TEST_F(SessionTest, ALifeIsComparedWithItselfWithoutTheChosenLane) {
  registry().run("span.choose", {{"span", 1.0}});
  const int lane = life().find(1)->lane;
  registry().run("compare.without");
  ASSERT_EQ(session_.paneCount(), 2);
  EXPECT_TRUE(life().lives(lane));
  EXPECT_FALSE(session_.document().life(1).lives(lane));
  ASSERT_NE(session_.document().chosen(), nullptr);
  EXPECT_EQ(session_.document().chosen()->lane, lane);
  registry().run("compare.close");
  EXPECT_EQ(session_.document().lifeCount(), 1);
  EXPECT_TRUE(life().lives(lane));
  ASSERT_NE(session_.document().chosen(), nullptr);
}

TEST_F(SessionTest, APhenomenonBringsItsCaptionAndAnotherLifeTakesItAway) {
  registry().run("phenomenon.show", {{"phenomenon", std::string("05_new_neurons")}});
  EXPECT_EQ(session_.caption().text, "caption.05_after");
  EXPECT_EQ(session_.caption().phenomenon, "05_new_neurons");
  EXPECT_EQ(session_.caption().side, "after");
  EXPECT_EQ(session_.moment().caption, "caption.05_after");
  registry().run("life.open", {{"name", std::string("musician")}});
  EXPECT_EQ(session_.caption(), Caption{});
  EXPECT_EQ(session_.document().story(0).told.id, "musician");
  EXPECT_NE(session_.document().chosen(), nullptr);
  EXPECT_THROW(registry().run("phenomenon.show", {{"phenomenon", std::string("05_new")}}),
               RefusedError);
}

// --- moments -------------------------------------------------------------------------------------

TEST_F(SessionTest, AMomentShownIsTheMomentRead) {
  for (const char* name : {"opening", "two_lives_at_80", "whole_life"}) {
    const Moment moment = loadMoment(*findMoment(shippedContent()->data, name), *shippedContent());
    session_.show(moment);
    EXPECT_TRUE(session_.moment() == moment) << writeMoment(session_.moment(), *shippedContent());
  }
}

TEST_F(SessionTest, GoesToAMomentAndArrives) {
  const Moment there =
      loadMoment(*findMoment(shippedContent()->data, "two_lives_at_80"), *shippedContent());
  registry().set("age.years", 20.0);
  session_.show(there, 2);
  session_.advance(1);
  EXPECT_GT(session_.clock().age(), 20);
  EXPECT_LT(session_.clock().age(), 80);
  EXPECT_TRUE(session_.moving());
  for (int step = 0; step < 30; ++step) session_.advance(0.1);
  EXPECT_TRUE(session_.moment() == there) << writeMoment(session_.moment(), *shippedContent());
  EXPECT_FALSE(session_.moving());
}

TEST_F(SessionTest, WithoutMotionAMomentIsThereAtOnce) {
  registry().set("reading.reduced_motion", true);
  session_.show(momentOf({walker()}, 30), 5);
  EXPECT_DOUBLE_EQ(session_.clock().age(), 30);
  EXPECT_FALSE(session_.moving());
}

TEST_F(SessionTest, TakingTheTimeByHandEndsTheWay) {
  session_.show(momentOf({walker()}, 90), 2);
  session_.advance(0.5);
  registry().set("age.years", 10.0);
  session_.advance(5);
  EXPECT_DOUBLE_EQ(session_.clock().age(), 10);
}

TEST_F(SessionTest, LivesOfAMomentCanBeUndone) {
  session_.show(momentOf({scenarioOf({}, "Another")}));
  EXPECT_EQ(session_.document().story(0).told.title, "Another");
  registry().run("edit.undo");
  EXPECT_EQ(session_.document().story(0).told.title, "Walker");
}

TEST_F(SessionTest, AnEditedLifeIsWrittenOutAndAnUntouchedOneByName) {
  session_.show(loadMoment(*findMoment(shippedContent()->data, "opening"), *shippedContent()));
  EXPECT_EQ(session_.moment().lives.front().name, "many_turns");
  registry().run("span.add", {{"lane", std::string("stroke")}, {"age", 70.0}});
  EXPECT_EQ(session_.moment().lives.front().name, "");
  EXPECT_TRUE(readMoment(writeMoment(session_.moment(), *shippedContent()), "back",
                         *shippedContent()) == session_.moment());
  registry().run("edit.undo");
  EXPECT_EQ(session_.moment().lives.front().name, "many_turns");
}

// --- computing beside ----------------------------------------------------------------------------

TEST_F(SessionTest, ComputesBesideAndShowsWhatIsTaken) {
  session_.computeBeside([] {});
  session_.lives().finish();
  const float before = volumeChange();
  heard_.clear();
  registry().run("span.dose", {{"span", 1.0}, {"dose", 400.0}});
  EXPECT_FLOAT_EQ(volumeChange(), before) << "the numbers are not there yet";
  EXPECT_EQ(std::ranges::count(heard_, Change::computed), 0);
}

}  // namespace
}  // namespace syn::session
