#include "base/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace syn {
namespace {

using testing::HasSubstr;

std::vector<Issue> issuesOf(const std::string& text) {
  try {
    JsonDocument::parse(text, "t.json");
  } catch (const ContentError& error) {
    return error.issues();
  }
  return {};
}

TEST(Json, KnowsTheLineOfEveryValue) {
  const JsonDocument document = JsonDocument::parse(
      "{\n \"a\": 1,\n \"b\": [\n  2,\n  {\"c\": true}\n ],\n \"d/e\": 5\n\n}", "t.json");
  const JsonNode root = document.root();
  EXPECT_EQ(root.find("a")->line(), 2);
  EXPECT_EQ(root.find("b")->line(), 3);
  EXPECT_EQ(root.find("b")->at(0).line(), 4);
  EXPECT_EQ(root.find("b")->at(1).find("c")->line(), 5);
  EXPECT_EQ(root.find("d/e")->line(), 7);
  EXPECT_EQ(root.find("d/e")->path(), "/d~1e");
}

struct Malformed {
  const char* name;
  const char* text;
  int line;
};

class JsonRefuses : public testing::TestWithParam<Malformed> {};

TEST_P(JsonRefuses, WithTheLine) {
  const std::vector<Issue> issues = issuesOf(GetParam().text);
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_EQ(issues[0].file, "t.json");
  EXPECT_EQ(issues[0].line, GetParam().line);
  EXPECT_FALSE(issues[0].message.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Texts, JsonRefuses,
    testing::Values(Malformed{"empty", "", 1}, Malformed{"truncated", "{\n\"a\": [1,\n2", 3},
                    Malformed{"trailing", "{}\n{}", 2}, Malformed{"comment", "{\n// no\n}", 2},
                    Malformed{"duplicate", "{\"a\": 1,\n\"a\": 2}", 2},
                    Malformed{"huge", "[\n1e999]", 2}, Malformed{"notUtf8", "[\n\"\xff\"]", 2}),
    [](const auto& row) { return row.param.name; });

TEST(Json, RefusesEndlessNesting) {
  EXPECT_EQ(issuesOf(std::string(100000, '[')).at(0).rule, "depth");
}

TEST(Json, BoundsKeysAndValues) {
  const auto keys = [](std::size_t count) {
    std::string text = "{";
    for (std::size_t i = 0; i < count; ++i) {
      text += i == 0 ? "\"" : ",\"";
      text += std::to_string(i);
      text += "\":0";
    }
    return text + "}";
  };
  const auto values = [](std::size_t count) {
    std::string text = "[0";
    for (std::size_t i = 1; i < count; ++i) text += ",0";
    return text + "]";
  };
  EXPECT_TRUE(issuesOf(keys(JsonDocument::kMaxKeys)).empty());
  EXPECT_EQ(issuesOf(keys(JsonDocument::kMaxKeys + 1)).at(0).rule, "too-many-keys");
  EXPECT_TRUE(issuesOf(values(JsonDocument::kMaxValues - 1)).empty());  // the list is one too
  EXPECT_EQ(issuesOf(values(JsonDocument::kMaxValues)).at(0).rule, "too-many-values");
}

TEST(ObjectReader, CollectsEveryIssue) {
  const JsonDocument document = JsonDocument::parse(
      "{\n\"age\": 300,\n\"sex\": \"mal\",\n\"dose\": \"much\",\n\"agee\": 3\n}", "t.json");
  IssueList issues;
  ObjectReader in(document.root(), issues);
  in.number("age", {0, 100, "years"});
  in.oneOf("sex", {"female", "male"});
  in.number("dose");
  in.number("needed");
  in.finish();
  ASSERT_EQ(issues.size(), 5U);
  EXPECT_EQ(issues.all()[0].text(), "t.json:2: /age: is 300; it must be between 0 and 100 years");
  EXPECT_THAT(issues.all()[1].message, HasSubstr("did you mean \"male\"?"));
  EXPECT_THAT(issues.all()[2].message, HasSubstr("must be a number, not a text"));
  EXPECT_EQ(issues.all()[3].rule, "missing-key");
  EXPECT_THAT(issues.all()[4].message, HasSubstr("did you mean \"age\"?"));
}

TEST(ObjectReader, DoesNotSayARangeTwice) {
  const JsonDocument document = JsonDocument::parse(R"({"share": 2, "hours": 90})", "t.json");
  IssueList issues;
  ObjectReader in(document.root(), issues);
  in.number("share", {0, 1, "0..1"});
  in.number("hours", {0, 80, "h/week"});
  ASSERT_EQ(issues.size(), 2U);
  EXPECT_EQ(issues.all()[0].message, "is 2; it must be between 0 and 1");
  EXPECT_EQ(issues.all()[1].message, "is 90; it must be between 0 and 80 h/week");
}

TEST(ObjectReader, ReadsWhatIsGood) {
  const JsonDocument document = JsonDocument::parse(
      R"({"n": 2.5, "i": 7, "b": true, "t": "x", "l": ["p", "q"], "v": [1, 2], "o": {}})", "t");
  IssueList issues;
  ObjectReader in(document.root(), issues);
  EXPECT_DOUBLE_EQ(in.number("n"), 2.5);
  EXPECT_EQ(in.integer("i"), 7);
  EXPECT_TRUE(in.boolean("b", false));
  EXPECT_EQ(in.text("t"), "x");
  EXPECT_EQ(in.texts("l"), (std::vector<std::string>{"p", "q"}));
  EXPECT_EQ(in.numbers("v"), (std::vector<double>{1, 2}));
  EXPECT_TRUE(in.object("o").has_value());
  EXPECT_DOUBLE_EQ(in.number("absent", {}, 4.0), 4.0);
  in.finish();
  EXPECT_TRUE(issues.empty());
}

}  // namespace
}  // namespace syn
