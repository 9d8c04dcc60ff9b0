#include "base/error.h"

#include <gtest/gtest.h>

namespace syn {
namespace {

TEST(Issue, SaysFileLinePlaceAndMessage) {
  const Issue issue{"a.json", 7, "/person/age", "out-of-range", "is 300"};
  EXPECT_EQ(issue.text(), "a.json:7: /person/age: is 300");
  EXPECT_EQ((Issue{"mesh.glb", 0, "", "missing-file", "is missing"}).text(),
            "mesh.glb: is missing");
}

TEST(IssueList, ThrowsEveryIssueAtOnce) {
  IssueList issues;
  EXPECT_NO_THROW(issues.throwIfAny());
  issues.add({"a", 1, "", "r", "first"});
  issues.add({"b", 2, "", "r", "second"});
  try {
    issues.throwIfAny();
    FAIL();
  } catch (const ContentError& error) {
    EXPECT_EQ(error.issues().size(), 2U);
    EXPECT_EQ(std::string(error.what()), "a:1: first\nb:2: second");
  }
}

TEST(NearestWord, FindsTyposAndIgnoresStrangers) {
  const std::vector<std::string> words = {"aerobic_exercise", "sleep", "learning"};
  EXPECT_EQ(nearestWord("slep", words), "sleep");
  EXPECT_EQ(nearestWord("aerobic_excercise", words), "aerobic_exercise");
  EXPECT_EQ(nearestWord("qqqqqq", words), "");
}

}  // namespace
}  // namespace syn
