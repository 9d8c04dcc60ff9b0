#include "words/texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_language.h"

namespace syn::words {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// --- numbers and plurals in five languages -------------------------------------------------------

struct Spoken {
  const char* name;
  const char* language;
  const char* message;
  double value;
  const char* expected;
};

void PrintTo(const Spoken& row, std::ostream* out) {
  *out << row.name;
}

class LanguageTest : public testing::TestWithParam<Spoken> {};

TEST_P(LanguageTest, SaysAValueAsItsPeopleDo) {
  const Spoken& row = GetParam();
  SmallData data;
  const std::string language = row.language;
  const std::string own = language == "en" ? R"(, "thousands_mark": "\u202f")" : "";
  data.addLanguage(language, R"({"name": "x")" + own + "}",
                   std::string(R"({"m": ")") + row.message + R"("})");
  EXPECT_EQ(data.load(language).say(Message{"m", {{"n", row.value}}}), row.expected);
}

constexpr const char* kDecimal = "{n, number, ::.0}";
constexpr const char* kSigned = "{n, number, ::.0 sign-except-zero}";
constexpr const char* kPercent = "{n, number, ::percent scale/100 .0}";
constexpr const char* kCount = "{n, number, ::precision-integer}";
constexpr const char* kEnglish = "{n, plural, =0 {no region} one {# region} other {# regions}}";
constexpr const char* kGerman = "{n, plural, one {# Woche} other {# Wochen}}";
constexpr const char* kFrench = "{n, plural, one {# semaine} many {# semaines} other {# semaines}}";
constexpr const char* kArabic =
    "{n, plural, zero {z#} one {o#} two {t#} few {f#} many {m#} other {x#}}";
constexpr const char* kChinese = "{n, plural, other {#个区域}}";

INSTANTIATE_TEST_SUITE_P(Numbers, LanguageTest,
                         testing::Values(Spoken{"enDecimal", "en", kDecimal, 1234.5,
                                                "1\u202f234.5"},
                                         Spoken{"enMinus", "en", kDecimal, -2.5, "\u22122.5"},
                                         Spoken{"enPlus", "en", kSigned, 2.5, "+2.5"},
                                         Spoken{"enNoSignedZero", "en", kSigned, -0.01, "0.0"},
                                         Spoken{"deDecimal", "de", kDecimal, 1234.5, "1.234,5"},
                                         Spoken{"deMinus", "de", kDecimal, -2.5, "\u22122,5"},
                                         Spoken{"dePercent", "de", kPercent, 0.021, "2,1\u00a0%"},
                                         Spoken{"frCount", "fr", kCount, 1234, "1\u202f234"},
                                         Spoken{"frPercent", "fr", kPercent, 0.021, "2,1\u00a0%"},
                                         Spoken{"arDigits", "ar", kDecimal, 66.5, "٦٦٫٥"},
                                         Spoken{"arMinus", "ar", kDecimal, -2.5, "\u061c\u2212٢٫٥"},
                                         Spoken{"zhCount", "zh", kCount, 1234, "1,234"}),
                         [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(Plurals, LanguageTest,
                         testing::Values(Spoken{"enNone", "en", kEnglish, 0, "no region"},
                                         Spoken{"enOne", "en", kEnglish, 1, "1 region"},
                                         Spoken{"enMany", "en", kEnglish, 1500,
                                                "1\u202f500 regions"},
                                         Spoken{"deOne", "de", kGerman, 1, "1 Woche"},
                                         Spoken{"deNone", "de", kGerman, 0, "0 Wochen"},
                                         Spoken{"frZeroIsOne", "fr", kFrench, 0, "0 semaine"},
                                         Spoken{"frTwo", "fr", kFrench, 2, "2 semaines"},
                                         Spoken{"arZero", "ar", kArabic, 0, "z٠"},
                                         Spoken{"arOne", "ar", kArabic, 1, "o١"},
                                         Spoken{"arTwo", "ar", kArabic, 2, "t٢"},
                                         Spoken{"arFew", "ar", kArabic, 3, "f٣"},
                                         Spoken{"arMany", "ar", kArabic, 11, "m١١"},
                                         Spoken{"arOther", "ar", kArabic, 100, "x١٠٠"},
                                         Spoken{"zhAny", "zh", kChinese, 1, "1个区域"}),
                         [](const auto& row) { return row.param.name; });

TEST(TextsTest, DigitsAreTheChoiceOfTheLanguageFile) {
  SmallData data;
  data.addLanguage("ar", R"({"name": "العربية", "digits": "latn"})",
                   R"({"m": "{n, number, ::.0}"})");
  EXPECT_EQ(data.load("ar").say(Message{"m", {{"n", 66.5}}}), "66.5");
}

// --- messages within messages --------------------------------------------------------------------

TEST(TextsTest, SaysNestedMessagesFirstAndChoosesByText) {
  SmallData data;
  data.addLanguage("en", R"({"name": "English"})", R"({
    "region.ventricles.inline": "the ventricles", "region.ventricles.form": "plural",
    "region.insula.inline": "the {side, select, left {left } other {}}insula",
    "state": "At {age, number, ::.}, {region} {region_form, select, plural {are} other {is}} {how, select, up {larger} other {smaller}}."})");
  const Texts texts = data.load("en");
  const auto state = [&](Message region, const std::string& how) {
    return texts.say(
        Message{"state", {{"age", 66.4}, {"region", std::move(region)}, {"how", how}}});
  };
  EXPECT_EQ(state(Message{"region.ventricles.inline"}, "up"), "At 66, the ventricles are larger.");
  EXPECT_EQ(state(Message{"region.insula.inline", {{"side", std::string("left")}}}, "down"),
            "At 66, the left insula is smaller.");
  EXPECT_THAT(texts.placeholders("state"), ElementsAre("age", "region", "region_form", "how"));
}

TEST(TextsTest, ALanguageKeepsTheCasesItsGrammarNeeds) {
  SmallData data;
  data.add("en", "messages.json", R"({"r.inline": "the insula", "m": "Look at {region}."})");
  data.addLanguage("de", R"({"name": "Deutsch"})", R"({
    "r.inline": "die Insel", "r.dative": "der Insel", "m": "Bleib bei {region_dative}."})");
  EXPECT_EQ(data.load("de").say(Message{"m", {{"region", Message{"r.inline"}}}}),
            "Bleib bei der Insel.");
}

TEST(TextsTest, WhatIsMissingStandsInEnglishOrShowsItsName) {
  SmallData data;
  data.add("en", "messages.json", R"({"both": "both", "only": "only English {n, number, ::.0}"})");
  data.addLanguage("de", R"({"name": "Deutsch"})", R"({"both": "beide"})");
  const Texts texts = data.load("de");
  EXPECT_EQ(texts.say("both"), "beide");
  EXPECT_EQ(texts.say(Message{"only", {{"n", 1234.5}}}), "only English 1,234.5");
  EXPECT_TRUE(texts.translated("both"));
  EXPECT_FALSE(texts.translated("only"));
  EXPECT_EQ(texts.say("nowhere"), "nowhere");
  EXPECT_EQ(texts.say("only"), "only English {n}");
  EXPECT_EQ(texts.say(Message{}), "");
}

TEST(TextsTest, HyphensInWordsStay) {
  SmallData data;
  data.add("en", "messages.json", R"({"m": "COVID-19, 1990-95, x-ray, -5, a -5"})");
  EXPECT_EQ(data.load("en").say("m"), "COVID-19, 1990-95, x-ray, \u22125, a \u22125");
}

TEST(TextsTest, NumbersReadAsPeopleWriteThem) {
  SmallData data;
  data.add("en", "messages.json", R"({"unit.percent": "{value}\u202f%"})");
  const Texts texts = data.load("en");
  EXPECT_EQ(texts.number(-1.25, 1), "\u22121.3") << "halves go away from zero";
  EXPECT_EQ(texts.number(-0.04, 1), "0.0") << "nothing is ever minus zero";
  EXPECT_EQ(texts.number(1.75, 1, Sign::always), "+1.8");
  EXPECT_EQ(texts.number(0.04, 1, Sign::always), "0.0");
  EXPECT_EQ(texts.number(12345, 0), "12\u202f345");
  EXPECT_EQ(texts.percent(0.0212, 1, Sign::always), "+2.1\u202f%");
  EXPECT_EQ(texts.percent(-0.0141, 1), "\u22121.4\u202f%");
  EXPECT_EQ(texts.percent(-0.0002, 1), "0.0\u202f%");
  EXPECT_EQ(texts.age(66.04), "66.0");
}

// --- languages -----------------------------------------------------------------------------------

TEST(LanguageList, NamesWhatIsThere) {
  SmallData data;
  data.addLanguage("ar", R"({"name": "العربية"})", "{}");
  const std::vector<Language> languages = listLanguages(data.path());
  ASSERT_EQ(languages.size(), 2U);
  EXPECT_EQ(languages[0].nativeName, "العربية");
  EXPECT_EQ(languages[0].direction, Direction::rightToLeft);
  EXPECT_EQ(languages[1].id, "en");
  EXPECT_EQ(languages[1].direction, Direction::leftToRight);
  try {
    (void)data.load("../en");
    FAIL();
  } catch (const RefusedError& error) {
    EXPECT_THAT(error.what(), HasSubstr("ar, en"));
  }
}

}  // namespace
}  // namespace syn::words
