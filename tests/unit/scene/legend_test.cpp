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
  ViewOptions view;

  StructureState& state(const char* region, Hemisphere side) {
    return frame.structures[static_cast<std::size_t>(test::structureId(catalogue, region, side))];
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
  for (const std::string& name : viewNames()) {
    frame.ageYears = 66.04;
    const Legend legend = buildLegend(catalogue, frame, namedView(catalogue, name));
    EXPECT_EQ(legend.age, "Age 66.0");
    EXPECT_FALSE(legend.sentence.empty());
    ASSERT_NE(find(legend, LegendEntry::Kind::exaggeration), nullptr) << name;
  }
}

TEST_F(LegendTest, ExaggerationIsPrintedAndTrueSizeSaysSo) {
  view.exaggeration = 8;
  EXPECT_EQ(find(buildLegend(catalogue, frame, view), LegendEntry::Kind::exaggeration)->sign,
            "\u00d78");
  view.exaggeration = 1;
  const Legend legend = buildLegend(catalogue, frame, view);
  EXPECT_EQ(find(legend, LegendEntry::Kind::exaggeration)->sign, "");
  EXPECT_EQ(find(legend, LegendEntry::Kind::exaggeration)->text, "True size");
}

TEST_F(LegendTest, SaysWhenAChangeIsTooLargeToBeDrawnInFull) {
  view.exaggeration = 8;
  const auto text = [&] {
    return find(buildLegend(catalogue, frame, view), LegendEntry::Kind::exaggeration)->text;
  };
  EXPECT_THAT(text(), Not(HasSubstr("50")));
  state("amygdala", Hemisphere::left).volumeChange = 0.1F;
  EXPECT_THAT(text(), HasSubstr("\u00b150"));
}

TEST_F(LegendTest, ColourBarHasItsEnds) {
  view.densityEnds = 0.3F;
  const Legend legend = buildLegend(catalogue, frame, view);
  const LegendEntry* bar = find(legend, LegendEntry::Kind::colourBar);
  ASSERT_NE(bar, nullptr);
  EXPECT_EQ(bar->low, "\u221230\u202f%");
  EXPECT_EQ(bar->high, "+30\u202f%");
  EXPECT_EQ(bar->middle, "own at 25");
  EXPECT_EQ(bar->stops.front(), ebbAndFlow().at(0));
  view.xray = 1;  // glass has no colour to explain
  EXPECT_EQ(find(buildLegend(catalogue, frame, view), LegendEntry::Kind::colourBar), nullptr);
}

TEST_F(LegendTest, PointsSayHowManyNeuronsTheyStandFor) {
  view.xray = 1;
  frame.newNeuronsPerDay = 1234;
  const Legend legend = buildLegend(catalogue, frame, view);
  const LegendEntry* points = find(legend, LegendEntry::Kind::points);
  ASSERT_NE(points, nullptr);
  EXPECT_THAT(points->text, HasSubstr("1 point = 20 new neurons a day"));
  EXPECT_THAT(points->text, HasSubstr("1\u202f234"));
}

TEST_F(LegendTest, SentenceSpeaksOfWhatChangedMost) {
  view.xray = 1;
  frame.ageYears = 66.9;
  state("hippocampus", Hemisphere::left).volumeChange = 0.021F;
  state("hippocampus", Hemisphere::right).volumeChange = 0.021F;
  state("amygdala", Hemisphere::left).volumeChange = -0.004F;
  EXPECT_EQ(stateSentence(catalogue, frame, view),
            "At 66, the hippocampus is 2.1\u202f% larger than at 25.");
}

TEST_F(LegendTest, SentenceSpeaksOfTheChosenSide) {
  view.xray = 1;
  frame.ageYears = 40;
  view.selected = test::structureId(catalogue, "amygdala", Hemisphere::right);
  state("hippocampus", Hemisphere::left).volumeChange = 0.2F;
  state("amygdala", Hemisphere::right).volumeChange = -0.013F;
  EXPECT_EQ(stateSentence(catalogue, frame, view),
            "At 40, the right amygdala is 1.3\u202f% smaller than at 25.");
}

TEST_F(LegendTest, SentenceNamesTheLifeComparedWith) {
  view.xray = 1;
  frame.ageYears = 70;
  frame.baseline = Baseline::reference;
  EXPECT_THAT(stateSentence(catalogue, frame, view), HasSubstr("in the life compared with"));
  frame.baseline = Baseline::norm;
  EXPECT_EQ(stateSentence(catalogue, frame, view),
            "At 70, every region is as large as is usual at this age.");
}

}  // namespace
}  // namespace syn::scene
