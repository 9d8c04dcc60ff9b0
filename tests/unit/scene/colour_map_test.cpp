#include "scene/colour_map.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace syn::scene {
namespace {

void expectNear(Rgb colour, std::uint32_t hex, float tolerance = 0.012F) {
  const Rgb wanted = rgbFromHex(hex);
  EXPECT_NEAR(colour.r, wanted.r, tolerance);
  EXPECT_NEAR(colour.g, wanted.g, tolerance);
  EXPECT_NEAR(colour.b, wanted.b, tolerance);
}

TEST(Oklab, RoundTripsAndKnowsGrey) {
  for (const std::uint32_t hex : {0x000000U, 0xFFFFFFU, 0xE6B844U, 0xD15F38U, 0x101826U}) {
    expectNear(fromOklab(toOklab(rgbFromHex(hex))), hex, 0.002F);
  }
  const Lab grey = toOklab(rgbFromHex(0x808080));
  EXPECT_NEAR(grey.a, 0, 1e-3);
  EXPECT_NEAR(grey.b, 0, 1e-3);
  EXPECT_NEAR(toOklab(rgbFromHex(0xFFFFFF)).l, 1, 1e-3);
}

TEST(EbbAndFlow, HasTheDesignsStops) {
  expectNear(ebbAndFlow().at(0), 0x99DBFE);
  expectNear(ebbAndFlow().at(0.25F), 0x7697B6);
  expectNear(ebbAndFlow().at(0.5F), 0x7F7771);
  expectNear(ebbAndFlow().at(0.75F), 0xC58C5D, 0.02F);
  expectNear(ebbAndFlow().at(1), 0xFAC96B);
}

TEST(EbbAndFlow, GainAndLossAreEquallyLightAndTheMiddleIsDarkest) {
  for (const float share : {0.1F, 0.3F, 0.5F}) {
    EXPECT_NEAR(toOklab(ebbAndFlow().at(0.5F - share)).l, toOklab(ebbAndFlow().at(0.5F + share)).l,
                0.04F);
    EXPECT_GT(toOklab(ebbAndFlow().at(0.5F + share)).l, toOklab(ebbAndFlow().at(0.5F)).l);
  }
}

TEST(Dawn, RisesInLightnessThroughout) {
  expectNear(dawn().at(0), 0x0C1326);
  expectNear(dawn().at(1), 0xFAE7AF);
  for (std::size_t i = 1; i < 256; ++i) {
    EXPECT_GE(toOklab(dawn().table()[i]).l + 2e-3F, toOklab(dawn().table()[i - 1]).l) << i;
  }
}

TEST(ColourMap, ClampsAndNeverWraps) {
  EXPECT_EQ(dawn().at(-3), dawn().at(0));
  EXPECT_EQ(dawn().at(42), dawn().at(1));
}

TEST(Systems, EachHasItsOwnColour) {
  const std::vector<std::string_view> systems{"memory",  "threat", "reward",  "relay",
                                              "control", "self",   "sensory", "support"};
  for (std::size_t i = 0; i < systems.size(); ++i) {
    for (std::size_t j = i + 1; j < systems.size(); ++j) {
      const Lab a = toOklab(systemColour(systems[i]));
      const Lab b = toOklab(systemColour(systems[j]));
      EXPECT_GT(std::hypot(a.l - b.l, a.a - b.a, a.b - b.b), 0.05F) << systems[i] << systems[j];
    }
  }
  EXPECT_EQ(systemColour("nonsense"), kTissue);
}

}  // namespace
}  // namespace syn::scene
