#include "checks/check_reader.h"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace syn::checks {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;

// A sound check with one part to swap.
std::string check(const std::string& part, const std::string& with) {
  std::string text = R"({"checks": [{
  "id": "c",
  "people": 10,
  "person": {"age": 30, "history": [], "conditions": {}, "traits": {}},
  "arms": {
    "on": [{"exposure": "sleep", "dose": 8, "from_week": 0, "to_week": 4}],
    "off": []},
  "measure": {"quantity": "volume", "region": "hippocampus"},
  "statistic": {"kind": "ratio", "arm": "on", "versus": "off", "to_week": 4},
  "expect": {"value": 1, "low": 0.9, "high": 1.1}
}]})";
  if (!part.empty()) {
    const auto at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    text.replace(at, part.size(), with);
  }
  return text;
}

Check read(const std::string& part, const std::string& with) {
  return parseChecks(check(part, with), "t.json").at(0);
}

TEST(CheckReader, ReadsTheCalibrationSetWithoutComplaint) {
  const auto checks =
      readChecks(std::filesystem::path(SYN_SOURCE_DIR) / "data/evidence/checks.json");
  EXPECT_EQ(checks.size(), 155u);
  for (const Check& c : checks) EXPECT_THAT(c.errors, IsEmpty()) << c.id;
}

TEST(CheckReader, TurnsAgesIntoWeeksAndOverridesThePersonOfAnArm) {
  const std::string text = R"({"checks": [{
    "id": "c",
    "person": {"age": {"mean": 30, "sd": 2}, "conditions": {"ocd": {"severity": {"mean": 0.6, "sd": 0.1}, "since_age": 20}},
      "history": [{"exposure": "aerobic_exercise", "dose": 10, "from_age": 18, "to_age": 30}]},
    "arm_person": {"young": {"age": 20, "conditions": {"depression": 0.4}},
                   "fixed": {"history": [], "options": {"fixed_brain": true, "adult_neurogenesis": "absent"}}},
    "arms": {"old": [{"exposure": "sleep", "dose": 0, "acute": true, "from_week": 4, "to_week": 4},
                     {"exposure": "stroke", "severity": {"mean": 0.5, "sd": 0.1}, "region": "motor", "hemisphere": "left", "from_week": 0, "to_week": 0}],
             "young": [{"exposure": "learning", "dose": 1, "skill": "motor skill", "from_age": 21, "to_age": 22}],
             "fixed": []},
    "measure": {"quantity": "volume", "region": "brain"},
    "statistic": {"kind": "value", "arm": "old", "at_age": 40},
    "expect": {"low": 0, "high": 1}}]})";
  const Check c = parseChecks(text, "t.json").at(0);
  EXPECT_THAT(c.errors, IsEmpty());
  const CheckArm& old = c.arm("old");
  EXPECT_DOUBLE_EQ(old.person.ageYears.sd, 2);
  EXPECT_DOUBLE_EQ(old.person.history.at(0).fromWeek, -12 * 52);
  EXPECT_DOUBLE_EQ(old.person.history.at(0).toWeek, 0);
  EXPECT_DOUBLE_EQ(old.person.conditions.at("ocd").severity.sd, 0.1);
  EXPECT_DOUBLE_EQ(*old.person.conditions.at("ocd").sinceAge, 20);
  EXPECT_TRUE(old.schedule.at(0).acute);
  EXPECT_DOUBLE_EQ(old.schedule.at(1).dose.sd, 0.1);
  EXPECT_EQ(old.schedule.at(1).hemisphere, "left");
  const CheckArm& young = c.arm("young");
  EXPECT_DOUBLE_EQ(young.person.ageYears.mean, 20);
  // The history up to 30 has been lived up to 20 only.
  EXPECT_DOUBLE_EQ(young.person.history.at(0).fromWeek, -2 * 52);
  EXPECT_DOUBLE_EQ(young.person.history.at(0).toWeek, 0);
  EXPECT_EQ(young.person.conditions.count("ocd"), 0u);
  EXPECT_DOUBLE_EQ(young.schedule.at(0).fromWeek, 52);
  EXPECT_EQ(young.schedule.at(0).skill, "motor");
  const CheckArm& fixed = c.arm("fixed");
  EXPECT_TRUE(fixed.person.options.fixedBrain);
  EXPECT_EQ(fixed.person.options.adultNeurogenesis, sim::AdultNeurogenesis::absent);
  EXPECT_THAT(fixed.person.history, IsEmpty());
  EXPECT_EQ(fixed.person.conditions.count("ocd"), 1u);
}

struct Malformed {
  const char* name;
  const char* part;  // of the sound check
  const char* with;
  const char* place;
  int line;
  const char* says;
};

class MalformedCheck : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedCheck, IsRefusedWithLineAndField) {
  const Malformed& row = GetParam();
  try {
    (void)read(row.part, row.with);
    FAIL() << "was accepted";
  } catch (const ContentError& error) {
    const Issue& issue = error.issues().front();
    EXPECT_EQ(issue.file, "t.json");
    EXPECT_EQ(issue.place, row.place) << issue.message;
    EXPECT_EQ(issue.line, row.line);
    EXPECT_THAT(issue.message, HasSubstr(row.says));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Files, MalformedCheck,
    testing::Values(
        Malformed{"noId", "\"id\": \"c\",", "", "/checks/0", 1, "\"id\" is missing"},
        Malformed{"unknownKey", "\"people\"", "\"peple\"", "/checks/0/peple", 3, "\"people\""},
        Malformed{"noPeople", "10", "0", "/checks/0/people", 3, "between 1"},
        Malformed{"halfAPerson", "10", "1.5", "/checks/0/people", 3, "whole number"},
        Malformed{"age300", "30", "300", "/checks/0/person/age", 4, "300"},
        Malformed{"noAge", "\"age\": 30, ", "", "/checks/0/person", 4, "\"age\" is missing"},
        Malformed{"historyWithoutTimes", "[]",
                  R"([{"exposure": "sleep", "dose": 8, "from_age": 20}])",
                  "/checks/0/person/history/0", 4, "to_week"},
        Malformed{"reversedHistory", "[]",
                  R"([{"exposure": "sleep", "dose": 8, "from_age": 20, "to_age": 18}])",
                  "/checks/0/person/history/0/to_age", 4, "before it begins"},
        Malformed{"reversedArm", "\"to_week\": 4}", "\"to_week\": -4}",
                  "/checks/0/arms/on/0/to_week", 6, "before it begins"},
        Malformed{"noDose", "\"dose\": 8, ", "", "/checks/0/arms/on/0", 6, "\"dose\" is missing"},
        Malformed{"negativeDose", "\"dose\": 8", "\"dose\": -8", "/checks/0/arms/on/0/dose", 6,
                  "-8"},
        Malformed{"doseAsText", "\"dose\": 8", "\"dose\": \"8\"", "/checks/0/arms/on/0/dose", 6,
                  "a number"},
        Malformed{"doseAndSeverity", "\"dose\": 8", "\"dose\": 8, \"severity\": 0.4",
                  "/checks/0/arms/on/0/severity", 6, "not both"},
        Malformed{"severityAboveOne", "\"dose\": 8", "\"severity\": 1.4",
                  "/checks/0/arms/on/0/severity", 6, "1.4"},
        Malformed{"noveltyAboveOne", "\"dose\": 8", "\"dose\": 8, \"novelty\": 2",
                  "/checks/0/arms/on/0/novelty", 6, "between 0 and 1"},
        Malformed{"wrongHemisphere", "\"dose\": 8", "\"dose\": 8, \"hemisphere\": \"top\"",
                  "/checks/0/arms/on/0/hemisphere", 6, "left"},
        Malformed{"armIsNoList", "\"off\": []", "\"off\": {}", "/checks/0/arms/off", 7, "a list"},
        Malformed{"unknownArm", "\"versus\": \"off\"", "\"versus\": \"offf\"",
                  "/checks/0/statistic/versus", 9, "did you mean \"off\"?"},
        Malformed{"noVersus", ", \"versus\": \"off\"", "", "/checks/0/statistic", 9, "versus"},
        Malformed{"noEnd", "\"off\", \"to_week\": 4}", "\"off\"}", "/checks/0/statistic", 9,
                  "to_week"},
        Malformed{"reversedSpan", "\"versus\": \"off\"", "\"versus\": \"off\", \"from_week\": 9",
                  "/checks/0/statistic/to_week", 9, "before it begins"},
        Malformed{"noFraction", "\"kind\": \"ratio\"", "\"kind\": \"week_to_fraction\"",
                  "/checks/0/statistic", 9, "fraction"},
        Malformed{"noWith", "\"kind\": \"ratio\"", "\"kind\": \"correlation\"",
                  "/checks/0/statistic", 9, "with"},
        Malformed{"reversedRange", "\"low\": 0.9", "\"low\": 9", "/checks/0/expect/high", 10,
                  "below"},
        Malformed{"noRange", ", \"low\": 0.9, \"high\": 1.1", "", "/checks/0/expect", 10, "range"},
        Malformed{"personOfNoArm", "\"arms\"", "\"arm_person\": {\"onn\": {}},\n  \"arms\"",
                  "/checks/0/arm_person/onn", 5, "no arm"},
        Malformed{"unknownOption", "\"traits\": {}",
                  "\"traits\": {}, \"options\": {\"fixd\": true}", "/checks/0/person/options/fixd",
                  4, "fixed_brain"},
        Malformed{"truncated", "\"expect\"", "\x01", "/checks/0", 10, "JSON"}),
    [](const auto& row) { return row.param.name; });

TEST(CheckReader, ListsEveryIssueNotJustTheFirst) {
  std::string text = check("\"dose\": 8", "\"dose\": -8");
  text.replace(text.find("\"people\": 10"), 12, "\"people\": 0");
  text.replace(text.find("\"high\": 1.1"), 11, "\"hihg\": 1.1");
  try {
    (void)parseChecks(text, "t.json");
    FAIL();
  } catch (const ContentError& error) {
    EXPECT_GE(error.issues().size(), 3u);
  }
}

TEST(CheckReader, RefusesTwoChecksWithOneId) {
  std::string text = check("", "");
  const std::string one = text.substr(text.find('[') + 1, text.rfind(']') - text.find('[') - 1);
  text = "{\"checks\": [" + one + "," + one + "]}";
  EXPECT_THROW((void)parseChecks(text, "t.json"), ContentError);
}

// What the program does not know spoils its own check only.
struct Unknown {
  const char* name;
  const char* part;
  const char* with;
  const char* says;
};
class UnknownWord : public testing::TestWithParam<Unknown> {};

TEST_P(UnknownWord, IsAnErrorOfThatCheckAlone) {
  EXPECT_THAT(read(GetParam().part, GetParam().with).errors, Contains(HasSubstr(GetParam().says)));
}

INSTANTIATE_TEST_SUITE_P(
    Words, UnknownWord,
    testing::Values(Unknown{"quantity", "\"quantity\": \"volume\"", "\"quantity\": \"volumes\"",
                            "did you mean \"volume\"?"},
                    Unknown{"statistic", "\"ratio\"", "\"ration\"", "did you mean \"ratio\"?"},
                    Unknown{"hemisphere", "\"region\": \"hippocampus\"",
                            "\"region\": \"hippocampus\", \"hemisphere\": \"top\"", "hemisphere"},
                    Unknown{"outcomeWithoutCondition", "\"quantity\": \"volume\"",
                            "\"quantity\": \"remission\"", "condition"},
                    Unknown{"countingWithoutBound", "\"ratio\"", "\"odds_ratio\"", "threshold"},
                    Unknown{"beforeWeekZero", "\"from_week\": 0", "\"from_week\": -2", "history"}),
    [](const auto& row) { return row.param.name; });

TEST(CheckReader, AnAcuteEntryNeedsNoEnd) {
  const Check c = read("\"to_week\": 4}",
                       "\"to_week\": 4}, {\"exposure\": \"sleep\", \"dose\": 0, \"acute\": true, "
                       "\"from_week\": 2}");
  EXPECT_THAT(c.errors, IsEmpty());
  EXPECT_DOUBLE_EQ(c.arm("on").schedule.at(1).toWeek, 2);
}

TEST(CheckReader, TwoMeasuresOfOneArmNeedNoVersus) {
  const Check c = read(R"("statistic": {"kind": "ratio", "arm": "on", "versus": "off",)",
                       R"("versus_measure": {"quantity": "volume", "region": "visual"},
                          "statistic": {"kind": "ratio", "arm": "on",)");
  EXPECT_EQ(c.statistic.versus, "on");
  EXPECT_EQ(c.versusMeasure.state.region, "visual");
}

}  // namespace
}  // namespace syn::checks
