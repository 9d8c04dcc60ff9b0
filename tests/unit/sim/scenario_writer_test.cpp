#include "sim/scenario_writer.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "base/json.h"
#include "model_fixture.h"
#include "sim/scenario_reader.h"

namespace syn::sim {
namespace {

namespace fs = std::filesystem;

Scenario again(const Scenario& scenario) {
  return parseScenarioFile(writeScenario(scenario), "written.json").life();
}

TEST(ScenarioWriter, EveryShippedLifeComesBackEqual) {
  int lives = 0;
  for (const auto& entry : fs::recursive_directory_iterator(SYN_SOURCE_DIR "/data/scenarios")) {
    if (entry.path().extension() != ".json") continue;
    for (const Scenario& life : loadScenarioFile(entry.path(), *shippedModel()).lives) {
      EXPECT_EQ(again(life), life) << life.id << "\n" << writeScenario(life);
      ++lives;
    }
  }
  EXPECT_GT(lives, 50);
}

TEST(ScenarioWriter, EveryFieldComesBackEqual) {
  Scenario scenario;
  scenario.id = "all";
  scenario.title = "Quotes \" and \\ and a line\nbreak, \u00e4\u4e2d";
  scenario.description = "d";
  scenario.evidence = {"a", "b"};
  scenario.person.sex = Sex::male;
  scenario.person.traits = {{"responsiveness", 1.0 / 3}, {"temperament", -0.7}};
  scenario.person.options = {true, AdultNeurogenesis::absent};
  Entry entry = span("learning", 0.1, 1, 2);
  entry.dose.sd = 0.3;
  entry.acute = true;
  entry.novelty = 0.25;
  entry.challenge = 0;
  entry.skill = "study";
  entry.target = "depression";
  entry.region = "motor";
  entry.hemisphere = "left";
  entry.from = "hippocampus";
  entry.to = "amygdala";
  entry.path = "old";
  scenario.life = {entry, span("sleep", 7, 3, 4)};
  EXPECT_EQ(again(scenario), scenario) << writeScenario(scenario);
}

TEST(ScenarioWriter, EveryWholeWeekComesBackExactly) {
  Scenario scenario;
  for (int week = 0; week < Trajectory::kLifeWeeks; ++week) {
    scenario.life.push_back(span("sleep", 7, week, week + 1));
  }
  EXPECT_EQ(again(scenario).life, scenario.life);
}

TEST(ScenarioWriter, ALifeWithoutEntriesIsAnEmptyList) {
  Scenario scenario;
  scenario.id = "nothing";
  EXPECT_EQ(again(scenario), scenario);
}

TEST(ScenarioReader, ReadsALifeInsideAnotherDocument) {
  const JsonDocument document = JsonDocument::parse(
      "{\"lives\": [\n{\"life\": [\n{\"exposure\": \"sleep\", \"dose\": 6, \"from_age\": 20,"
      " \"to_age\": 30}]}]}",
      "outer.json");
  IssueList issues;
  const ScenarioFile file =
      readScenario(document.root().find("lives")->at(0), *shippedModel(), issues);
  EXPECT_TRUE(issues.empty());
  ASSERT_EQ(file.life().life.size(), 1u);
  EXPECT_EQ(file.life().life[0], span("sleep", 6, 1040, 1560));
}

TEST(ScenarioReader, AddsTheIssuesOfALifeInsideAnotherDocument) {
  const JsonDocument document = JsonDocument::parse(
      "{\"lives\": [\n{\"lief\": 1, \"life\": [\n{\"exposure\": \"slep\", \"dose\": 6,"
      " \"from_age\": 20, \"to_age\": 30}]}]}",
      "outer.json");
  IssueList issues;
  (void)readScenario(document.root().find("lives")->at(0), *shippedModel(), issues);
  ASSERT_EQ(issues.size(), 2u);
  EXPECT_EQ(issues.all()[0].file, "outer.json");
  EXPECT_EQ(issues.all()[0].line, 3);
  EXPECT_EQ(issues.all()[1].place, "/lives/0/lief");
}

}  // namespace
}  // namespace syn::sim
