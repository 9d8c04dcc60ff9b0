#include "session/registry.h"

#include <cmath>
#include <limits>

#include <gmock/gmock.h>

#include "base/error.h"
#include "base/logic_error.h"

namespace syn::session {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class RegistryTest : public testing::Test {
 protected:
  RegistryTest() {
    addProperty("view.xray", Level::visitor, Domain::number(0, 1, 0.1), &xray_);
    addProperty("view.hindbrain", Level::lecturer, Domain::boolean(), &hindbrain_);
    addProperty("age.mode", Level::student, Domain::choice({"once", "loop", "ping_pong"}), &mode_);
    addProperty("life.title", Level::student, Domain::text(), &title_);
    Action home;
    home.id = "app.home";
    home.run = [this](const Arguments&) { ++runs_; };
    home.enabled = [this] { return on_; };
    registry_.add(home);
    Action turn;
    turn.id = "camera.turn";
    turn.parameters = {{"dx", Domain::number(-100, 100)},
                       {"pane", Domain::choice({"left", "right"}), false}};
    turn.run = [this](const Arguments& given) { given_ = given; };
    registry_.add(turn);
  }

  void addProperty(const std::string& id, Level level, Domain takes, Value* value) {
    registry_.add(Property{id, "key", "help", level, std::move(takes), [value] { return *value; },
                           [value](const Value& next) { *value = next; }});
  }

  std::string refusal(const std::function<void()>& ask) {
    try {
      ask();
    } catch (const RefusedError& error) {
      return error.what();
    }
    return "";
  }

  Registry registry_;
  Value xray_ = 0.5, hindbrain_ = true, mode_ = std::string("once"), title_ = std::string("A");
  Arguments given_;
  int runs_ = 0;
  bool on_ = true;
};

TEST_F(RegistryTest, SetsTheNearestValueInRange) {
  struct Case {
    double asked, got;
  };
  for (const Case& c : {Case{0.25, 0.25}, Case{-3, 0}, Case{8, 1},
                        Case{std::numeric_limits<double>::infinity(), 1}}) {
    EXPECT_EQ(registry_.set("view.xray", c.asked), Value(c.got));
    EXPECT_EQ(xray_, Value(c.got));
  }
}

TEST_F(RegistryTest, RefusesValuesOfAnotherKind) {
  struct Case {
    const char* id;
    Value value;
    const char* says;
  };
  const std::vector<Case> cases{{"view.xray", std::nan(""), "not a number"},
                                {"view.xray", true, "takes a number"},
                                {"view.hindbrain", 1.0, "true or false"},
                                {"age.mode", std::string("lop"), "did you mean \"loop\""},
                                {"age.mode", 2.0, "one of its words"},
                                {"life.title", 2.0, "takes a text"}};
  for (const Case& c : cases) {
    EXPECT_THAT(refusal([&] { registry_.set(c.id, c.value); }), HasSubstr(c.says)) << c.id;
  }
  EXPECT_EQ(xray_, Value(0.5));
  EXPECT_EQ(mode_, Value(std::string("once")));
}

TEST_F(RegistryTest, NudgesBySteps) {
  EXPECT_NEAR(std::get<double>(registry_.nudge("view.xray", 2)), 0.7, 1e-12);
  EXPECT_EQ(registry_.nudge("view.xray", -100), Value(0.0));
  EXPECT_EQ(registry_.nudge("view.hindbrain", 1), Value(false));
  EXPECT_EQ(registry_.nudge("age.mode", 1), Value(std::string("loop")));
  EXPECT_EQ(registry_.nudge("age.mode", -2), Value(std::string("ping_pong")));
  EXPECT_NE(refusal([&] { registry_.nudge("life.title", 1); }), "");
}

TEST_F(RegistryTest, RunsOnlyEnabledActions) {
  EXPECT_TRUE(registry_.run("app.home"));
  on_ = false;
  EXPECT_FALSE(registry_.run("app.home"));
  EXPECT_EQ(runs_, 1);
}

TEST_F(RegistryTest, GivesAnActionItsNamedArgumentsInRange) {
  registry_.run("camera.turn", {{"dx", 400.0}, {"pane", std::string("left")}});
  EXPECT_DOUBLE_EQ(given_.number("dx"), 100);
  EXPECT_EQ(given_.text("pane"), "left");
  registry_.run("camera.turn", {{"dx", 4.0}});
  EXPECT_FALSE(given_.has("pane"));
}

TEST_F(RegistryTest, RefusesWrongArguments) {
  struct Case {
    Arguments arguments;
    const char* says;
  };
  const std::vector<Case> cases{
      {{}, "needs the argument \"dx\""},
      {{{"dx", 4.0}, {"pne", std::string("left")}}, "did you mean \"pane\""},
      {{{"dx", 4.0}, {"pane", std::string("top")}}, "cannot be \"top\""},
      {{{"dx", std::string("far")}}, "takes a number"}};
  for (const Case& c : cases) {
    EXPECT_THAT(refusal([&] { registry_.run("camera.turn", c.arguments); }), HasSubstr(c.says));
  }
  EXPECT_TRUE(given_.all().empty()) << "a refused action ran";
}

TEST_F(RegistryTest, NamesTheNearestIdWhenOneIsUnknown) {
  EXPECT_THAT(refusal([&] { registry_.run("app.hom"); }), HasSubstr("app.home"));
  EXPECT_THAT(refusal([&] { static_cast<void>(registry_.get("view.x-ray")); }),
              HasSubstr("view.xray"));
}

TEST_F(RegistryTest, DuplicatesAndEmptyRangesAreBugs) {
  EXPECT_THROW(registry_.add(Action{"app.home", "", "", {}, "", {}, {}, {}}), LogicError);
  EXPECT_THROW(addProperty("view.none", Level::visitor, Domain::number(1, 1), &xray_), LogicError);
  EXPECT_THROW(addProperty("view.xray", Level::visitor, Domain::number(0, 1), &xray_), LogicError);
}

TEST_F(RegistryTest, ShowsEachLevelWhatIsMeantForIt) {
  EXPECT_THAT(registry_.propertyIds(Level::visitor), ElementsAre("view.xray"));
  EXPECT_THAT(registry_.propertyIds(Level::student),
              ElementsAre("age.mode", "life.title", "view.xray"));
  EXPECT_EQ(registry_.propertyIds(Level::developer).size(), 4U);
}

}  // namespace
}  // namespace syn::session
