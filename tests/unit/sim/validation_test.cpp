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
  for (std::size_t i = 0; i < arm.size(); ++i) arm[i].line = static_cast<int>(i) + 10;
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

Entry learning(const char* skill) {
  Entry entry = span("learning", 5, 0, 10);
  entry.skill = skill;
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

}  // namespace
}  // namespace syn::sim
