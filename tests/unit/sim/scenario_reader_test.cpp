#include "sim/scenario_reader.h"

#include <filesystem>
#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "sim/model.h"

namespace syn::sim {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const Model& model() {
  static const std::shared_ptr<const Model> loaded = Model::load(fs::path(SYN_SOURCE_DIR) / "data");
  return *loaded;
}

std::string scenario(const std::string& part = "", const std::string& with = "") {
  std::string text = R"({
  "id": "walker",
  "title": "Walking",
  "description": "A life with walks.",
  "person": {"sex": "female", "options": {"adult_neurogenesis": "absent"}},
  "life": [
    {"exposure": "aerobic_exercise", "dose": 10, "from_age": 20, "to_age": 60},
    {"exposure": "aerobic_exercise", "dose": 120, "from_age": 60, "to_age": 90}],
  "evidence": ["exercise-hippocampus-erickson"]
})";
  if (!part.empty()) {
    const auto at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    text.replace(at, part.size(), with);
  }
  return text;
}

TEST(ScenarioReader, ReadsALifeInWeeksSinceBirth) {
  const ScenarioFile file = parseScenarioFile(scenario(), "s.json", model());
  const Scenario& life = file.life();
  EXPECT_EQ(life.id, "walker");
  EXPECT_EQ(life.title, "Walking");
  EXPECT_EQ(life.person.sex, Sex::female);
  EXPECT_EQ(life.person.options.adultNeurogenesis, AdultNeurogenesis::absent);
  ASSERT_EQ(life.life.size(), 2u);
  EXPECT_DOUBLE_EQ(life.life[1].fromWeek, 60 * 52);
  EXPECT_DOUBLE_EQ(life.life[1].toWeek, 90 * 52);
  EXPECT_EQ(life.evidence.size(), 1u);
}

TEST(ScenarioReader, TellsSeveralLivesByName) {
  const std::string text = R"({"id": "two", "title": "Two", "description": "d", "lives": {
    "with": {"title": "With walks", "life": [{"exposure": "aerobic_exercise", "dose": 120, "from_age": 60, "to_age": 90}]},
    "without": {"person": {"options": {"fixed_brain": true}}, "life": []}}})";
  const ScenarioFile file = parseScenarioFile(text, "s.json", model());
  EXPECT_EQ(file.life().id, "two/with");
  EXPECT_EQ(file.life("with").title, "With walks");
  EXPECT_TRUE(file.life("without").person.options.fixedBrain);
  EXPECT_THROW((void)file.life("neither"), RefusedError);
}

TEST(ScenarioReader, FindsWhatTheProgramBringsByName) {
  const fs::path data = fs::path(SYN_SOURCE_DIR) / "data";
  EXPECT_EQ(findScenario(data, "average").file, data / "scenarios" / "average.json");
  const ScenarioPlace place = findScenario(data, "26_overclaims#games");
  EXPECT_EQ(place.file, data / "scenarios" / "phenomena" / "26_overclaims.json");
  EXPECT_EQ(place.life, "games");
  EXPECT_EQ(findScenario(data, "no-such").file, fs::path("no-such"));
}

struct Refused {
  const char* name;
  const char* part;
  const char* with;
  int line;
  const char* place;
  const char* says;
};
class ScenarioRefused : public testing::TestWithParam<Refused> {};

TEST_P(ScenarioRefused, NamesLineFieldAndRemedy) {
  const Refused& row = GetParam();
  try {
    (void)parseScenarioFile(scenario(row.part, row.with), "s.json", model());
    FAIL() << "was accepted";
  } catch (const ContentError& error) {
    ASSERT_EQ(error.issues().size(), 1u) << error.what();
    const Issue& issue = error.issues().front();
    EXPECT_EQ(issue.file, "s.json");
    EXPECT_EQ(issue.line, row.line) << issue.message;
    EXPECT_THAT(issue.place, HasSubstr(row.place));
    EXPECT_THAT(issue.message, HasSubstr(row.says));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Files, ScenarioRefused,
    testing::Values(
        Refused{"truncated", "  \"evidence\"", "\x01", 9, "", "JSON"},
        Refused{"unknownKey", "\"life\"", "\"lief\": 1, \"life\"", 6, "lief",
                "did you mean \"life\"?"},
        Refused{"lifeAndLives", "\"title\"", "\"lives\": {}, \"title\"", 3, "lives", "not both"},
        Refused{"age300", "\"to_age\": 90", "\"to_age\": 300", 8, "to_age", "300"},
        Refused{"negativeAge", "\"from_age\": 20", "\"from_age\": -1", 7, "from_age", "-1"},
        Refused{"weeksInstead", "\"to_age\": 90", "\"to_week\": 90", 8, "to_week", "ages in years"},
        Refused{"reversed", "\"to_age\": 90", "\"to_age\": 50", 8, "to_age", "before it begins"},
        Refused{"overlapping", "\"to_age\": 60", "\"to_age\": 61", 8, "", "overlap"},
        Refused{"doseAsText", "120", "\"much\"", 8, "dose", "number"},
        Refused{"personAge", "\"sex\"", "\"age\": 30, \"sex\"", 5, "age", "birth"},
        Refused{"unknownSex", "female", "femal", 5, "sex", "did you mean \"female\"?"},
        Refused{"unknownExposure", "\"aerobic_exercise\", \"dose\": 120",
                "\"aerobic_excercise\", \"dose\": 120", 8, "", "aerobic_exercise"},
        Refused{"doseOutOfRange", "120", "99999", 8, "", "99999"}),
    [](const auto& row) { return row.param.name; });

TEST(ScenarioReader, ListsEveryIssue) {
  std::string text = scenario("\"dose\": 10", "\"dose\": -1");
  text.replace(text.find("\"dose\": 120"), 11, "\"dose\": \"x\"");
  text.replace(text.find("\"female\""), 8, "\"robot\"");
  try {
    (void)parseScenarioFile(text, "s.json", model());
    FAIL();
  } catch (const ContentError& error) {
    EXPECT_EQ(error.issues().size(), 3u) << error.what();
  }
}

TEST(ScenarioReader, MissingFileIsNamed) {
  try {
    (void)loadScenario("no-such.json", model());
    FAIL();
  } catch (const ContentError& error) {
    EXPECT_THAT(error.what(), HasSubstr("no-such.json"));
  }
}

}  // namespace
}  // namespace syn::sim
