#include <algorithm>
#include <functional>

#include <gtest/gtest.h>

#include "model_fixture.h"
#include "sim/population.h"

namespace syn::sim {
namespace {

struct Case {
  const char* name;
  const char* rule;  ///< empty: accepted
  std::function<void(PersonSpec&, Schedule&)> make;
};

class ValidateLife : public ::testing::TestWithParam<Case> {};

TEST_P(ValidateLife, NamesTheRuleAndTheLine) {
  PersonSpec person;
  person.ageYears.mean = 40;
  Schedule arm;
  GetParam().make(person, arm);
  for (std::size_t i = 0; i < arm.size(); ++i) arm[i].line.number = static_cast<int>(i) + 10;
  const IssueList issues = validateLife(*shippedModel(), person, arm);
  if (*GetParam().rule == '\0') {
    EXPECT_TRUE(issues.empty()) << (issues.empty() ? "" : issues.all()[0].text());
    return;
  }
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues.all()[0].rule, GetParam().rule) << issues.all()[0].text();
  EXPECT_FALSE(issues.all()[0].message.empty());
  if (!arm.empty()) {
    EXPECT_GE(issues.all()[0].line, 10);
  }
}

Entry learning(const char* skill, double hours = 5) {
  Entry entry = span("learning", hours, 0, 10);
  entry.skill = skill;
  return entry;
}

Entry aimed(const char* exposure, double dose, const char* target) {
  Entry entry = span(exposure, dose, 0, 10);
  entry.target = target;
  return entry;
}

Entry use(const char* from, const char* to, const char* hemisphere) {
  Entry entry = span("use", 2, 0, 10);
  entry.from = from;
  entry.to = to;
  entry.hemisphere = hemisphere;
  return entry;
}

Entry stroke(const char* region) {
  Entry entry = span("stroke", 0.5, 3, 3);
  entry.region = region;
  return entry;
}

INSTANTIATE_TEST_SUITE_P(Lives, ValidateLife,
                         ::testing::Values(
                             Case{"nothing", "", [](PersonSpec&, Schedule&) {}},
                             Case{"touching", "",
                                  [](PersonSpec&, Schedule& s) {
                                    s = {span("sleep", 5, 0, 4), span("sleep", 8, 4, 9)};
                                  }},
                             Case{"two skills at once", "",
                                  [](PersonSpec&, Schedule& s) {
                                    s = {learning("motor"), learning("language")};
                                  }},
                             Case{"acute inside a span", "",
                                  [](PersonSpec&, Schedule& s) {
                                    s = {span("sleep", 8, 0, 9), span("sleep", 0, 4, 4)};
                                    s[1].acute = true;
                                  }},
                             Case{"synonym of a skill", "",
                                  [](PersonSpec&, Schedule& s) { s = {learning("motor skill")}; }},
                             Case{"an illness before the illness", "",
                                  [](PersonSpec& p, Schedule&) {
                                    p.conditions["depression"] = {{0.5, 0}, 38};
                                    p.history = {span("depression", 0.7, -520, -260)};
                                  }},
                             Case{"two severities at once", "contradiction",
                                  [](PersonSpec& p, Schedule&) {
                                    p.conditions["depression"] = {{0.5, 0}, 38};
                                    p.history = {span("depression", 0.7, -520, -52)};
                                  }},
                             Case{"overlap", "overlap",
                                  [](PersonSpec&, Schedule& s) {
                                    s = {span("sleep", 5, 0, 6), span("sleep", 8, 4, 9)};
                                  }},
                             Case{"reversed", "reversed-span",
                                  [](PersonSpec&, Schedule& s) { s = {span("sleep", 5, 6, 2)}; }},
                             Case{"empty", "empty-span",
                                  [](PersonSpec&, Schedule& s) { s = {span("sleep", 5, 6, 6)}; }},
                             Case{"unknown exposure", "unknown-exposure",
                                  [](PersonSpec&, Schedule& s) { s = {span("sleeep", 5, 0, 6)}; }},
                             Case{"dose too high", "out-of-range",
                                  [](PersonSpec&, Schedule& s) { s = {span("sleep", 25, 0, 6)}; }},
                             Case{"dose negative", "out-of-range",
                                  [](PersonSpec&, Schedule& s) {
                                    s = {span("aerobic_exercise", -5, 0, 6)};
                                  }},
                             Case{"severity above one", "out-of-range",
                                  [](PersonSpec&, Schedule& s) {
                                    s = {span("depression", 1.5, 0, 6)};
                                  }},
                             Case{"before the arm", "span",
                                  [](PersonSpec&, Schedule& s) { s = {span("sleep", 5, -6, 6)}; }},
                             Case{
                                 "beyond life", "age",
                                 [](PersonSpec&, Schedule& s) { s = {span("sleep", 5, 0, 6000)}; }},
                             Case{"unknown skill", "unknown-skill",
                                  [](PersonSpec&, Schedule& s) { s = {learning("juggle")}; }},
                             Case{"unknown target", "unknown-target",
                                  [](PersonSpec&, Schedule& s) {
                                    s = {span("cbt", 1, 0, 6)};
                                    s[0].target = "sadness";
                                  }},
                             Case{"field it lacks", "unknown-field",
                                  [](PersonSpec&, Schedule& s) {
                                    s = {span("sleep", 7, 0, 6)};
                                    s[0].novelty = 0.5;
                                  }},
                             Case{
                                 "stroke without region", "missing",
                                 [](PersonSpec&, Schedule& s) { s = {span("stroke", 0.5, 3, 3)}; }},
                             Case{
                                 "unknown connection", "unknown-connection",
                                 [](PersonSpec&, Schedule& s) {
                                   s = {span("use", 2, 0, 6)};
                                   s[0].from = "visual";
                                   s[0].to = "amygdala";
                                 }},
                             Case{"novelty above one", "out-of-range",
                                  [](PersonSpec&, Schedule& s) {
                                    s = {learning("motor")};
                                    s[0].novelty = 3;
                                  }},
                             Case{"age 300", "out-of-range",
                                  [](PersonSpec& p, Schedule&) { p.ageYears.mean = 300; }},
                             Case{"unknown condition", "unknown-condition",
                                  [](PersonSpec& p, Schedule&) {
                                    p.conditions["sadness"] = {{0.5, 0}, std::nullopt};
                                  }},
                             Case{"ill before birth", "out-of-range",
                                  [](PersonSpec& p,
                                     Schedule&) { p.conditions["depression"] = {{0.5, 0}, 60.0}; }},
                             Case{"unknown trait", "unknown-trait",
                                  [](PersonSpec& p, Schedule&) { p.traits["luck"] = 1; }},
                             Case{"history into the future", "span",
                                  [](PersonSpec& p,
                                     Schedule&) { p.history = {span("sleep", 5, -10, 10)}; }},
                             Case{"history before birth", "age",
                                  [](PersonSpec& p,
                                     Schedule&) { p.history = {span("sleep", 5, -3000, -10)}; }}),
                         [](const auto& param) {
                           std::string name = param.param.name;
                           std::replace(name.begin(), name.end(), ' ', '_');
                           return name;
                         });

// What cannot be lived, and beside each the nearest life that can.
INSTANTIATE_TEST_SUITE_P(Contradictions, ValidateLife,
                         ::
                             testing::Values(Case{"more hours than a week has", "crowded-week",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {learning("motor", 60),
                                                         span("routine_activity", 60, 0, 10)};
                                                  }},
                                             Case{"a full week", "",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {learning("motor", 60),
                                                         span("routine_activity", 57, 0, 10)};
                                                  }},
                                             Case{"short nights make room", "",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {learning("motor", 60),
                                                         span("routine_activity", 60, 0, 10),
                                                         span("sleep", 6, 0, 10)};
                                                  }},
                                             Case{"long nights take room", "crowded-week",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {learning("motor", 60),
                                                         span("routine_activity", 57, 0, 10),
                                                         span("sleep", 9, 4, 8)};
                                                  }},
                                             Case{"one after the other", "",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {learning("motor", 80),
                                                         span("routine_activity", 100, 10, 20)};
                                                  }},
                                             Case{"two skills fill more than a week",
                                                  "crowded-week",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {learning("motor", 70),
                                                         learning("language", 70)};
                                                  }},
                                             Case{"training and learning all day", "crowded-week",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {learning("motor", 60),
                                                         aimed("rehabilitation", 60, "hand")};
                                                  }},
                                             Case{"a patched eye learns as well", "",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {learning("motor", 60),
                                                         aimed("rehabilitation", 60, "one_eye")};
                                                  }},
                                             Case{"crowded in the past", "crowded-week",
                                                  [](PersonSpec& p, Schedule&) {
                                                    p.history = {
                                                        span("learning", 80, -100, -50),
                                                        span("routine_activity", 80, -80, -20)};
                                                  }},
                                             Case{"childhood at forty", "age",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {span("childhood_adversity", 0.5, 0, 52)};
                                                  }},
                                             Case{"no childhood adversity at forty", "",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {span("childhood_adversity", 0, 0, 52)};
                                                  }},
                                             Case{"childhood to eighteen", "",
                                                  [](PersonSpec& p, Schedule& s) {
                                                    p.ageYears.mean = 0;
                                                    s = {span("childhood_adversity", 0.5, 0,
                                                              18 * 52)};
                                                  }},
                                             Case{"therapy of an infant", "age",
                                                  [](PersonSpec& p, Schedule& s) {
                                                    p.ageYears.mean = 0;
                                                    s = {span("cbt", 1, 0, 52)};
                                                  }},
                                             Case{"mindfulness of an infant", "age",
                                                  [](PersonSpec& p, Schedule& s) {
                                                    p.ageYears.mean = 1;
                                                    s = {span("mindfulness", 150, 0, 52)};
                                                  }},
                                             Case{"depression of a newborn", "age",
                                                  [](PersonSpec& p, Schedule& s) {
                                                    p.ageYears.mean = 0;
                                                    s = {span("depression", 0.5, 0, 52)};
                                                  }},
                                             Case{"blind eyes in training", "excluded",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {aimed("sensory_deprivation", 1, "eyes"),
                                                         aimed("rehabilitation", 5, "one_eye")};
                                                  }},
                                             Case{"a weak eye in training", "",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {aimed("sensory_deprivation", 1, "one_eye"),
                                                         aimed("rehabilitation", 5, "one_eye")};
                                                  }},
                                             Case{"blind eyes and a trained hand", "",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {aimed("sensory_deprivation", 1, "eyes"),
                                                         aimed("rehabilitation", 5, "hand")};
                                                  }},
                                             Case{
                                                 "stroke of the ventricles", "contradiction",
                                                 [](PersonSpec&, Schedule& s) {
                                                   s = {stroke("ventricles")};
                                                 }},
                                             Case{
                                                 "stroke of the brainstem", "",
                                                 [](PersonSpec&, Schedule& s) {
                                                   s = {stroke("brainstem")};
                                                 }},
                                             Case{
                                                 "a connection and a habit in one", "contradiction",
                                                 [](PersonSpec&, Schedule& s) {
                                                   s = {use("parahippocampal", "hippocampus", "")};
                                                   s[0].target = "habit";
                                                 }},
                                             Case{"an illness of one night", "contradiction",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {span("depression", 0.5, 3, 3)};
                                                    s[0].acute = true;
                                                  }},
                                             Case{"both sides and the left one", "overlap",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {use("parahippocampal", "hippocampus", ""),
                                                         use("parahippocampal", "hippocampus",
                                                             "left")};
                                                  }},
                                             Case{"one pair named from both ends", "overlap",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {use("parahippocampal", "hippocampus",
                                                             "left"),
                                                         use("hippocampus", "parahippocampal",
                                                             "left")};
                                                  }},
                                             Case{
                                                 "left and right", "",
                                                 [](PersonSpec&, Schedule& s) {
                                                   s = {use("parahippocampal", "hippocampus",
                                                            "left"),
                                                        use("parahippocampal", "hippocampus",
                                                            "right")};
                                                 }},
                                             Case{
                                                 "one skill under two names", "overlap",
                                                 [](PersonSpec&, Schedule& s) {
                                                   s = {learning("motor"), learning("motor skill")};
                                                 }},
                                             Case{"sleep of one side", "overlap",
                                                  [](PersonSpec&, Schedule& s) {
                                                    s = {span("sleep", 6, 0, 10),
                                                         span("sleep", 8, 0, 10)};
                                                    s[1].hemisphere = "left";
                                                  }}),
                         [](const auto& param) {
                           std::string name = param.param.name;
                           std::replace(name.begin(), name.end(), ' ', '_');
                           return name;
                         });

std::string refusalOf(const Schedule& arm) {
  PersonSpec person;
  person.ageYears.mean = 40;
  const IssueList issues = validateLife(*shippedModel(), person, arm);
  return issues.size() == 1 ? issues.all()[0].message : std::to_string(issues.size()) + " issues";
}

TEST(Refusals, SayWhatToChange) {
  EXPECT_EQ(refusalOf({span("sleep", 25, 0, 6)}),
            "\"sleep\": the dose 25 lies outside 0 to 14 h/night; give one inside.");
  EXPECT_EQ(
      refusalOf({learning("motor", 60), span("routine_activity", 60, 0, 10)}),
      "\"learning\": in week 0 120 hours of learning, routine_activity and 7.2 hours of sleep "
      "a night do not fit into the 168 hours of a week; lower a dose or let one span end before "
      "the other begins.");
  EXPECT_EQ(
      refusalOf({aimed("sensory_deprivation", 1, "eyes"), aimed("rehabilitation", 5, "one_eye")}),
      "\"rehabilitation\": it cannot be lived together with \"sensory_deprivation\" of weeks 0 to "
      "10: eyes that see nothing cannot be trained; move or remove one of them.");
}

TEST(Refusals, DoNotSayARangeTwice) {
  EXPECT_EQ(refusalOf({span("chronic_stress", 1.5, 0, 6)}),
            "\"chronic_stress\": the dose 1.5 lies outside 0 to 1; give one inside.");
  EXPECT_EQ(refusalOf({span("depression", 1.5, 0, 6)}),
            "\"depression\": the severity 1.5 lies outside 0 to 1; give one inside.");
}

}  // namespace
}  // namespace syn::sim
