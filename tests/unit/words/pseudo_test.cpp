#include "words/pseudo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_language.h"

namespace syn::words {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Pseudo, LeavesPlaceholdersBranchesAndSkeletonsAlone) {
  const std::string changed = pseudoMessage(
      "At {age, number, ::.0 sign-always}, {n, plural, one {# region} other {# regions}}",
      Direction::leftToRight);
  EXPECT_THAT(changed, HasSubstr("{age, number, ::.0 sign-always}"));
  EXPECT_THAT(changed, HasSubstr("{n, plural, one {# "));
  EXPECT_THAT(changed, Not(HasSubstr("region")));
}

TEST(Pseudo, IsLongerAccentedAndBracketed) {
  const std::string changed =
      pseudoMessage("The region keeps its own numbers here", Direction::leftToRight);
  EXPECT_TRUE(changed.starts_with("[") && changed.ends_with("]"));
  std::size_t letters = 0;
  for (const char c : changed) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  EXPECT_GE(static_cast<double>(letters), 1.3 * 37);
  EXPECT_LE(static_cast<double>(letters), 1.6 * 37);
}

TEST(Pseudo, SpeaksThroughTextsAndKeepsGrammar) {
  SmallData data;
  data.add("en", "messages.json", R"({
    "region.v.inline": "the parts", "region.v.form": "plural",
    "m": "{region} {region_form, select, plural {are} other {is}} {n, number, ::.0}"})");
  const Message message{"m", {{"region", Message{"region.v.inline"}}, {"n", 2.5}}};
  EXPECT_EQ(data.load("qps").say(message), "[[ťĥéé þááŕťš] ááŕéé 2.5]");
  const Texts mirrored = data.load("qps-rtl");
  EXPECT_EQ(mirrored.language().direction, Direction::rightToLeft);
  EXPECT_THAT(mirrored.say(message), HasSubstr("\u202eááŕéé\u202c 2.5"));
}

}  // namespace
}  // namespace syn::words
