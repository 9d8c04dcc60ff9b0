#include "scene/legend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_anatomy.h"

namespace syn::scene {
namespace {

using testing::HasSubstr;
using testing::Not;

class LegendTest : public testing::Test {
 protected:
  const Catalogue catalogue = Catalogue::load(std::string(SYN_SOURCE_DIR) + "/data");
  FrameState frame = restingFrame(catalogue);
  Look look;
  Pointing pointing;

  StructureState& state(const char* region, Hemisphere side) {
    return frame.structures[static_cast<std::size_t>(test::structureId(catalogue, region, side))];
  }
  [[nodiscard]] Legend legendNow() const {
    return buildLegend(catalogue, frame, look, decideVisibility(catalogue, look, frame), pointing);
  }
  [[nodiscard]] std::string sentenceNow() const {
    return stateSentence(catalogue, frame, decideVisibility(catalogue, look, frame), pointing);
  }
  const LegendEntry* find(const Legend& legend, LegendEntry::Kind kind) const {
    for (const LegendEntry& entry : legend.entries) {
      if (entry.kind == kind) return &entry;
    }
    return nullptr;
  }
};

TEST(PercentText, HasSignTrueMinusAndOneDecimal) {
  EXPECT_EQ(percentText(0.0212), "+2.1\u202f%");
  EXPECT_EQ(percentText(-0.0141), "\u22121.4\u202f%");
  EXPECT_EQ(percentText(0.0002), "0.0\u202f%");
  EXPECT_EQ(percentText(-0.0002), "0.0\u202f%");
}

TEST_F(LegendTest, AlwaysSaysAgeAndSize) {
  const Looks looks = Looks::load(std::string(SYN_SOURCE_DIR) + "/data", catalogue);
  for (const Look& each : looks.all()) {
    frame.ageYears = 66.04;
    look = each;
    const Legend legend = legendNow();
    EXPECT_EQ(legend.age, "Age 66.0");
    EXPECT_FALSE(legend.sentence.empty());
    ASSERT_NE(find(legend, LegendEntry::Kind::exaggeration), nullptr) << each.id;
  }
}

TEST_F(LegendTest, ExaggerationIsPrintedAndTrueSizeSaysSo) {
  look.exaggeration = 8;
  EXPECT_EQ(find(legendNow(), LegendEntry::Kind::exaggeration)->sign, "\u00d78");
  look.exaggeration = 1;
  const Legend legend = legendNow();
  EXPECT_EQ(find(legend, LegendEntry::Kind::exaggeration)->sign, "");
  EXPECT_EQ(find(legend, LegendEntry::Kind::exaggeration)->text, "True size");
}

TEST_F(LegendTest, SaysWhenAChangeIsTooLargeToBeDrawnInFull) {
  look.exaggeration = 8;
  const auto text = [&] { return find(legendNow(), LegendEntry::Kind::exaggeration)->text; };
  EXPECT_THAT(text(), Not(HasSubstr("50")));
  state("amygdala", Hemisphere::left).volumeChange = 0.1F;
  EXPECT_THAT(text(), HasSubstr("\u00b150"));
}

TEST_F(LegendTest, ColourBarHasItsEnds) {
  look.densityEnds = 0.3F;
  const Legend legend = legendNow();
  const LegendEntry* bar = find(legend, LegendEntry::Kind::colourBar);
  ASSERT_NE(bar, nullptr);
  EXPECT_EQ(bar->low, "\u221230\u202f%");
  EXPECT_EQ(bar->high, "+30\u202f%");
  EXPECT_EQ(bar->middle, "own at 25");
  EXPECT_EQ(bar->stops.front(), ebbAndFlow().at(0));
  look.xray = 1;  // glass has no colour to explain
  EXPECT_EQ(find(legendNow(), LegendEntry::Kind::colourBar), nullptr);
}

TEST_F(LegendTest, PointsSayHowManyNeuronsTheyStandFor) {
  look.xray = 1;
  frame.newNeuronsPerDay = 1234;
  const Legend legend = legendNow();
  const LegendEntry* points = find(legend, LegendEntry::Kind::points);
  ASSERT_NE(points, nullptr);
  EXPECT_THAT(points->text, HasSubstr("1 point = 20 new neurons a day"));
  EXPECT_THAT(points->text, HasSubstr("1\u202f234"));
}

TEST_F(LegendTest, SentenceSpeaksOfWhatChangedMost) {
  look.xray = 1;
  frame.ageYears = 66.9;
  state("hippocampus", Hemisphere::left).volumeChange = 0.021F;
  state("hippocampus", Hemisphere::right).volumeChange = 0.021F;
  state("amygdala", Hemisphere::left).volumeChange = -0.004F;
  EXPECT_EQ(sentenceNow(), "At 66, the hippocampus is 2.1\u202f% larger than at 25.");
}

TEST_F(LegendTest, SentenceSpeaksOfTheChosenSide) {
  look.xray = 1;
  frame.ageYears = 40;
  pointing.selected.set(
      static_cast<std::size_t>(test::structureId(catalogue, "amygdala", Hemisphere::right)));
  state("hippocampus", Hemisphere::left).volumeChange = 0.2F;
  state("amygdala", Hemisphere::right).volumeChange = -0.013F;
  EXPECT_EQ(sentenceNow(), "At 40, the right amygdala is 1.3\u202f% smaller than at 25.");
}

TEST_F(LegendTest, SentenceNamesTheLifeComparedWith) {
  look.xray = 1;
  frame.ageYears = 70;
  frame.baseline = Baseline::reference;
  EXPECT_THAT(sentenceNow(), HasSubstr("in the life compared with"));
  frame.baseline = Baseline::norm;
  EXPECT_EQ(sentenceNow(), "At 70, every region is as large as is usual at this age.");
}

}  // namespace
}  // namespace syn::scene
