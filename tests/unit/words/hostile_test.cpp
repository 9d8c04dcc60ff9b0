// Language files with mistakes: every mistake is named at once, with file, line and key.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_language.h"

namespace syn::words {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

std::vector<Issue> issuesOf(const SmallData& data, const std::string& language = "en") {
  try {
    (void)data.load(language);
  } catch (const ContentError& error) {
    return error.issues();
  }
  return {};
}

struct Broken {
  const char* name;
  const char* json;  // of one member, on line 2
  const char* rule;
  const char* says;
};

void PrintTo(const Broken& row, std::ostream* out) {
  *out << row.name;
}

class BrokenMessage : public testing::TestWithParam<Broken> {};

TEST_P(BrokenMessage, IsNamedWithFileLineAndKey) {
  SmallData data;
  data.add("en", "messages.json", std::string("{\n") + GetParam().json + "\n}");
  const std::vector<Issue> issues = issuesOf(data);
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_THAT(issues[0].file, EndsWith("i18n/en/messages.json"));
  EXPECT_EQ(issues[0].line, 2);
  EXPECT_EQ(issues[0].rule, GetParam().rule);
  EXPECT_THAT(issues[0].message, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    Rows, BrokenMessage,
    testing::Values(Broken{"openBrace", R"("k": "At {age")", "message-syntax", "brace"},
                    Broken{"noOther", R"("k": "{n, plural, one {x}}")", "message-syntax", "other"},
                    Broken{"unknownForm", R"("k": "{n, plural, sometimes {x} other {y}}")",
                           "message-type", "form"},
                    Broken{"skeleton", R"("k": "{n, number, ::.0 nonsense}")", "message-syntax",
                           "skeleton"},
                    Broken{"numbered", R"("k": "At {0}")", "message-type", "name"},
                    Broken{"date", R"("k": "{d, date}")", "message-type", "\"date\""},
                    Broken{"choice", R"("k": "{d, choice, 0#a|1#b}")", "message-type", "choice"},
                    Broken{"empty", R"("k": "")", "empty", "empty"},
                    Broken{"number", R"("k": 5)", "type", "quotes"},
                    Broken{"nested", R"("k": {"a": "b"})", "type", "quotes"},
                    Broken{"badKey", R"("Key With Blanks": "x")", "bad-key", "a-z"}),
    [](const auto& row) { return row.param.name; });

TEST(HostileLanguage, NamesAllIssuesOfAllFiles) {
  SmallData data;
  data.add("en", "a.json", "{\"one\": \"{\",\n\"two\": 2,\n\"three\": \"fine\"}");
  data.add("en", "b.json", "{\"three\": \"twice\"}");
  data.add("en", "c.json", "[1]");
  data.add("en", "d.json", "{\"x\": ");
  EXPECT_EQ(issuesOf(data).size(), 5U);
}

TEST(HostileLanguage, DeepNestingAndLengthAreBounded) {
  SmallData data;
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "{a, select, other{";
  data.add("en", "messages.json", "{\"k\": \"" + deep + "\"}");
  ASSERT_EQ(issuesOf(data).size(), 1U);
  EXPECT_EQ(issuesOf(data)[0].rule, "too-long");
}

TEST(HostileLanguage, TheDescriptionIsCheckedToo) {
  SmallData data;
  data.addLanguage("xx", R"({"digits": "roman", "colour": "red"})", "{}");
  const std::vector<Issue> issues = issuesOf(data, "en");
  ASSERT_EQ(issues.size(), 3U) << "a name is missing, digits are wrong, a member is unknown";
  for (const Issue& issue : issues) EXPECT_THAT(issue.file, EndsWith("xx/language.json"));
}

TEST(HostileLanguage, AValueOfTheWrongKindNeverThrows) {
  SmallData data;
  data.add("en", "messages.json",
           R"({"p": "{n, plural, other {#}}", "s": "{n, select, other {x}}", "n": "{n, number}"})");
  const Texts texts = data.load("en");
  for (const char* key : {"p", "s", "n"}) {
    EXPECT_NO_THROW((void)texts.say(Message{key, {{"n", std::string("five")}}})) << key;
    EXPECT_NO_THROW((void)texts.say(Message{key, {{"n", 5.0}}})) << key;
  }
  EXPECT_EQ(texts.say(Message{"p", {{"n", std::string("five")}}}), "p");
}

}  // namespace
}  // namespace syn::words
