#include "sim/population.h"

#include <cmath>
#include <cstring>

#include <gtest/gtest.h>

#include "base/error.h"
#include "model_fixture.h"

namespace syn::sim {
namespace {

Reading reading(Quantity quantity, int week, const char* region = "") {
  Reading r;
  r.measure.quantity = quantity;
  r.measure.region = region;
  r.week = week;
  return r;
}

RunRequest request() {
  RunRequest r;
  r.person.ageYears = {30, 6};
  r.person.history = {span("chronic_stress", 0.7, -200, -100)};
  r.person.conditions["anxiety"] = {{0.6, 0.12}, std::nullopt};
  Entry cbt = span("cbt", 1, 0, 14);
  cbt.target = "anxiety";
  r.arm = {cbt, practice("motor", 5, 3, 20)};
  Reading symptoms = reading(Quantity::symptomSeverity, 14);
  symptoms.measure.condition = "anxiety";
  r.readings = {reading(Quantity::volume, 0, "hippocampus"), symptoms,
                reading(Quantity::density, 20, "motor"), reading(Quantity::bdnf, 40),
                reading(Quantity::emotionalReactivity, 52)};
  r.people = 21;
  r.seed = 11;
  return r;
}

bool sameBits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

TEST(Population, APersonIsTheSameBitsForAnyThreadsAndAnySplit) {
  RunRequest r = request();
  const std::vector<double> whole = runPopulation(*shippedModel(), r);
  for (const int threads : {2, 3}) {
    r.threads = threads;
    EXPECT_TRUE(sameBits(whole, runPopulation(*shippedModel(), r))) << threads;
  }
  std::vector<double> pieces;
  r.threads = 1;
  for (const auto& [first, count] : {std::pair{0, 1}, {1, 5}, {6, 8}, {14, 7}}) {
    r.firstPerson = static_cast<std::uint64_t>(first);
    r.people = count;
    const std::vector<double> piece = runPopulation(*shippedModel(), r);
    pieces.insert(pieces.end(), piece.begin(), piece.end());
  }
  EXPECT_TRUE(sameBits(whole, pieces));
}

TEST(Population, ArmsRunTogetherEqualArmsRunAlone) {
  const RunRequest r = request();
  const std::vector<ArmRequest> arms = {
      {r.arm, r.readings}, {{}, r.readings}, {{span("sleep", 5, 2, 30)}, r.readings}};
  const auto together = runArms(*shippedModel(), r, arms);
  ASSERT_EQ(together.size(), arms.size());
  for (std::size_t a = 0; a < arms.size(); ++a) {
    RunRequest alone = r;
    alone.arm = arms[a].schedule;
    EXPECT_TRUE(sameBits(together[a], runPopulation(*shippedModel(), alone))) << a;
  }
}

TEST(Population, WeekZeroIsReadBeforeTheArmBegins) {
  RunRequest r = request();
  r.readings = {reading(Quantity::density, 0, "motor"), reading(Quantity::bdnf, 0)};
  const std::vector<double> with = runPopulation(*shippedModel(), r);
  r.arm.clear();
  EXPECT_TRUE(sameBits(with, runPopulation(*shippedModel(), r)));
}

TEST(Population, AnAcuteNightIsReadRightAfterAndGoneSoon) {
  RunRequest r;
  r.average = true;
  r.person.ageYears.mean = 24;
  Entry night = span("sleep", 0, 4, 4);
  night.acute = true;
  r.readings = {reading(Quantity::reactivity, 3, "amygdala"),
                reading(Quantity::reactivity, 4, "amygdala"),
                reading(Quantity::reactivity, 6, "amygdala")};
  const std::vector<double> rested = runPopulation(*shippedModel(), r);
  r.arm = {night};
  const std::vector<double> awake = runPopulation(*shippedModel(), r);
  EXPECT_EQ(awake[0], rested[0]);
  EXPECT_GT(awake[1], 1.2 * rested[1]);
  EXPECT_NEAR(awake[2], rested[2], 0.01);
}

TEST(Population, TheAveragePersonDrawsNothing) {
  RunRequest r;
  r.average = true;
  r.people = 3;
  r.readings = {reading(Quantity::volume, 1300, "hippocampus"), reading(Quantity::bdnf, 1300)};
  const std::vector<double> v = runPopulation(*shippedModel(), r);
  EXPECT_EQ(v[0], v[2]);
  EXPECT_EQ(v[1], v[5]);
  EXPECT_NEAR(v[0], 1.0, 1e-4);  // the norm of an adult of 25
  r.seed = 99;
  EXPECT_TRUE(sameBits(v, runPopulation(*shippedModel(), r)));
}

TEST(Population, TwinsShareGenesWhollyOrHalf) {
  RunRequest r;
  r.person.ageYears.mean = 30;
  r.people = 600;
  r.threads = 2;
  r.readings = {reading(Quantity::volume, 0, "amygdala")};
  const auto correlation = [&](Kinship kinship) {
    r.kinship = kinship;
    const std::vector<double> v = runPopulation(*shippedModel(), r);
    double mean = 0;
    for (const double x : v) mean += x / static_cast<double>(v.size());
    double both = 0, each = 0;
    for (std::size_t i = 0; i + 1 < v.size(); i += 2) {
      both += (v[i] - mean) * (v[i + 1] - mean);
      each += 0.5 * ((v[i] - mean) * (v[i] - mean) + (v[i + 1] - mean) * (v[i + 1] - mean));
    }
    return both / each;
  };
  EXPECT_NEAR(correlation(Kinship::unrelated), 0, 0.15);
  const double identical = correlation(Kinship::identicalTwins);
  const double fraternal = correlation(Kinship::fraternalTwins);
  EXPECT_NEAR(identical, 0.75, 0.1);
  EXPECT_NEAR(fraternal, 0.4, 0.12);
}

TEST(Population, RefusesWhatTheModelLacks) {
  RunRequest r = request();
  r.readings.push_back(reading(Quantity::volume, 3, "hipocampus"));
  r.arm.push_back(span("jogging", 3, 0, 4));
  try {
    static_cast<void>(runPopulation(*shippedModel(), r));
    FAIL() << "accepted";
  } catch (const ContentError& error) {
    ASSERT_EQ(error.issues().size(), 2U);
    EXPECT_NE(error.issues()[0].message.find("jogging"), std::string::npos);
    EXPECT_NE(error.issues()[1].message.find("hippocampus"), std::string::npos);
  }
}

}  // namespace
}  // namespace syn::sim
