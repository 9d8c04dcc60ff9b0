#include "checks/arithmetic.h"

#include <cmath>
#include <functional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace syn::checks {
namespace {

using V = std::vector<double>;

// One statistic on numbers small enough to work out by hand.
struct Worked {
  const char* name;
  std::function<double()> compute;
  double expected;
};

class StatisticOnKnownNumbers : public testing::TestWithParam<Worked> {};

TEST_P(StatisticOnKnownNumbers, MatchesTheHandCalculation) {
  EXPECT_NEAR(GetParam().compute(), GetParam().expected, 1e-9);
}

const V kA{2, 4, 6}, kB{1, 2, 3};

INSTANTIATE_TEST_SUITE_P(
    Worked, StatisticOnKnownNumbers,
    testing::Values(
        Worked{"mean", [] { return mean(kA); }, 4},
        Worked{"standardDeviation", [] { return standardDeviation(kA); }, 2},
        // (2*4 + 2*1) / 4 = 2.5
        Worked{"pooled", [] { return pooledStandardDeviation(kA, kB); }, std::sqrt(2.5)},
        // Unequal groups: (8 + 0.5) / (3 + 2 - 2)
        Worked{"pooledUnequal",
               [] {
                 return pooledStandardDeviation(kA, V{1, 2});
               },
               std::sqrt(8.5 / 3)},
        Worked{"cohensD", [] { return cohensD(kA, kB); }, 2 / std::sqrt(2.5)},
        Worked{"cohensDIsZeroForEqualConstants",
               [] {
                 return cohensD(V{3, 3}, V{3, 3});
               },
               0},
        Worked{"pearsonPerfect", [] { return pearson(kA, kB); }, 1},
        Worked{"pearsonOpposite",
               [] {
                 return pearson(kA, V{3, 2, 1});
               },
               -1},
        // x -1 0 1, y -1 1 0: sum xy = 1, sum xx = sum yy = 2
        Worked{"pearsonHalf",
               [] {
                 return pearson(V{1, 2, 3}, V{1, 3, 2});
               },
               0.5},
        // 30/70 against 10/90
        Worked{"odds", [] { return oddsRatio(30, 100, 10, 100); }, (30.0 * 90) / (70.0 * 10)},
        Worked{"oddsWithEmptyCell", [] { return oddsRatio(5, 10, 0, 10); },
               (5.5 * 10.5) / (5.5 * 0.5)},
        Worked{"oddsAllAgainstAll", [] { return oddsRatio(10, 10, 10, 10); }, 1},
        Worked{"risk", [] { return riskRatio(30, 100, 10, 50); }, 1.5},
        Worked{"riskWithoutEvents", [] { return riskRatio(2, 9, 0, 9); }, (2.5 / 10) / (0.5 / 10)},
        Worked{"riskZero", [] { return riskRatio(0, 9, 3, 9); }, 0},
        // Pairs (1,2) (3,4) (5,6): between = 2*(4+0+4)/2 = 8, within = 3*0.5/3 = 0.5
        Worked{"intraclass",
               [] {
                 return intraclassCorrelation(V{1, 2, 3, 4, 5, 6});
               },
               7.5 / 8.5},
        // Pairs (1,5) (5,1): no scatter between, within = 8
        Worked{"intraclassNegative",
               [] {
                 return intraclassCorrelation(V{1, 5, 5, 1});
               },
               -1},
        // identical 1, fraternal 7.5/8.5: 2 * (1 - 7.5/8.5)
        Worked{"falconer",
               [] {
                 return falconerHeritability(V{1, 1, 3, 3, 5, 5}, V{1, 2, 3, 4, 5, 6});
               },
               2.0 / 8.5},
        Worked{"falconerIsAtMostOne",
               [] {
                 return falconerHeritability(V{1, 1, 3, 3}, V{1, 5, 5, 1});
               },
               1},
        Worked{"peak",
               [] {
                 return static_cast<double>(indexOfPeak(V{1, 7, 3, 7}));
               },
               1},
        Worked{"fraction",
               [] {
                 return static_cast<double>(indexOfFraction(V{0, 4, 9, 10}, 0.5));
               },
               2},
        Worked{"fractionOfAFall",
               [] {
                 return static_cast<double>(indexOfFraction(V{10, 6, 5, 2}, 0.5));
               },
               1},
        Worked{"fractionOvershoot",
               [] {
                 return static_cast<double>(indexOfFraction(V{0, 12, 10}, 1.0));
               },
               1}),
    [](const auto& row) { return row.param.name; });

// One event each, `a` first. Risk sets (2 against 2), then (1 against 2): the likelihood
// x/(2x+2) * 2/(x+2)... is maximised where its score 1 - 2x/(2x+2) - x/(x+2) is zero: x = sqrt(2).
TEST(HazardRatio, SolvesTheCoxScoreEquation) {
  const std::vector<FollowUp> a{{1, true}, {3, false}}, b{{2, true}, {3, false}};
  EXPECT_NEAR(hazardRatio(a, b), std::sqrt(2.0), 1e-8);
}

TEST(HazardRatio, IsOneForTheSameGroupAndInvertsWhenSidesSwap) {
  const std::vector<FollowUp> a{{1, true}, {1, true}, {4, true}, {6, false}},
      b{{2, true}, {5, true}, {6, false}, {6, false}};
  EXPECT_NEAR(hazardRatio(a, a), 1, 1e-9);
  EXPECT_NEAR(hazardRatio(a, b) * hazardRatio(b, a), 1, 1e-7);
  EXPECT_GT(hazardRatio(a, b), 1);
}

// Constant hazards h and 2h, read weekly, without ties to speak of: the ratio is near 2.
TEST(HazardRatio, FindsTheRatioOfConstantHazards) {
  std::vector<FollowUp> a, b;
  for (int i = 1; i < 4000; ++i) {
    const double u = i / 4000.0;
    const auto person = [u](double hazard) {
      const double time = -std::log(1 - u) / hazard;
      return time < 60 ? FollowUp{std::ceil(time), true} : FollowUp{60, false};
    };
    a.push_back(person(0.02));
    b.push_back(person(0.01));
  }
  EXPECT_NEAR(hazardRatio(a, b), 2, 0.03);
}

TEST(HazardRatio, UsesRatesWithACorrectionWhenOneSideHasNoEvent) {
  const std::vector<FollowUp> a{{10, false}, {10, false}}, b{{5, true}, {10, false}};
  EXPECT_NEAR(hazardRatio(a, b), (0.5 / 20) / (1.5 / 15), 1e-12);
}

struct Undefined {
  const char* name;
  std::function<double()> compute;
};
class StatisticUndefined : public testing::TestWithParam<Undefined> {};

TEST_P(StatisticUndefined, SaysSo) {
  try {
    (void)GetParam().compute();
    FAIL() << "a number came out of nothing";
  } catch (const Error& error) {
    EXPECT_STRNE(error.what(), "");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Refused, StatisticUndefined,
    testing::Values(Undefined{"meanOfNobody", [] { return mean(V{}); }},
                    Undefined{"deviationOfOne", [] { return standardDeviation(V{1}); }},
                    Undefined{"cohensDWithoutScatter",
                              [] {
                                return cohensD(V{1, 1}, V{2, 2});
                              }},
                    Undefined{"pearsonOfConstants",
                              [] {
                                return pearson(V{1, 2, 3}, V{5, 5, 5});
                              }},
                    Undefined{"pearsonOfDifferentLengths",
                              [] {
                                return pearson(V{1, 2, 3}, V{5, 6});
                              }},
                    Undefined{"oddsOfNobody", [] { return oddsRatio(0, 0, 1, 2); }},
                    Undefined{"hazardWithoutEvents",
                              [] {
                                const std::vector<FollowUp> none{{10, false}};
                                return hazardRatio(none, none);
                              }},
                    Undefined{"twinsWhoDoNotDiffer",
                              [] {
                                return intraclassCorrelation(V{2, 2, 2, 2});
                              }},
                    Undefined{"oddNumberOfTwins",
                              [] {
                                return intraclassCorrelation(V{1, 2, 3, 4, 5});
                              }},
                    Undefined{"flatCurve",
                              [] {
                                return static_cast<double>(indexOfFraction(V{1, 1, 1}, 0.5));
                              }},
                    Undefined{"peakOfNothing",
                              [] { return static_cast<double>(indexOfPeak(V{})); }}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace syn::checks
