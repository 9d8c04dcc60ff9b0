#include "scene/legend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scene/sentences.h"
#include "small_anatomy.h"
#include "words/texts.h"

namespace syn::scene {
namespace {

using testing::HasSubstr;
using testing::Not;

class LegendTest : public testing::Test {
 protected:
  const Catalogue catalogue = Catalogue::load(std::string(SYN_SOURCE_DIR) + "/data");
  const words::Texts texts = words::Texts::load(std::string(SYN_SOURCE_DIR) + "/data", "en");
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
    return texts.say(
        stateSentence(catalogue, frame, look, decideVisibility(catalogue, look, frame), pointing));
  }
  const LegendEntry* find(const Legend& legend, LegendEntry::Kind kind) const {
    for (const LegendEntry& entry : legend.entries) {
      if (entry.kind == kind) return &entry;
    }
    return nullptr;
  }
};

TEST_F(LegendTest, AlwaysSaysAgeAndSize) {
  const Looks looks = Looks::load(std::string(SYN_SOURCE_DIR) + "/data", catalogue);
  for (const Look& each : looks.all()) {
    frame.ageYears = 66.04;
    look = each;
    const Legend legend = legendNow();
    EXPECT_EQ(texts.say(legend.age), "Age 66.0");
    EXPECT_FALSE(texts.say(legend.sentence).empty());
    ASSERT_NE(find(legend, LegendEntry::Kind::exaggeration), nullptr) << each.id;
  }
}

TEST_F(LegendTest, ExaggerationIsPrintedAndTrueSizeSaysSo) {
  look.exaggeration = 8;
  EXPECT_EQ(texts.say(find(legendNow(), LegendEntry::Kind::exaggeration)->sign), "\u00d78");
  look.exaggeration = 1;
  const Legend legend = legendNow();
  EXPECT_TRUE(find(legend, LegendEntry::Kind::exaggeration)->sign.empty());
  EXPECT_EQ(texts.say(find(legend, LegendEntry::Kind::exaggeration)->text),
            "True size; cortex as thick as it holds grey matter, volume \u00d7 density");
}

TEST_F(LegendTest, SpeaksOfCortexOnlyWhereItIsSeen) {
  const auto text = [&] {
    return texts.say(find(legendNow(), LegendEntry::Kind::exaggeration)->text);
  };
  look.exaggeration = 8;
  EXPECT_THAT(text(), HasSubstr("thickness"));
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    const auto region = static_cast<std::size_t>(catalogue.structures[id].region);
    if (catalogue.regions[region].tissue == Tissue::cortical) look.hidden.set(id);
  }
  EXPECT_THAT(text(), Not(HasSubstr("thickness")));
  look.exaggeration = 1;
  EXPECT_EQ(texts.say(find(legendNow(), LegendEntry::Kind::exaggeration)->text), "True size");
}

TEST_F(LegendTest, SaysWhenAChangeIsTooLargeToBeDrawnInFull) {
  look.exaggeration = 8;
  const auto text = [&] {
    return texts.say(find(legendNow(), LegendEntry::Kind::exaggeration)->text);
  };
  EXPECT_THAT(text(), Not(HasSubstr("50")));
  state("amygdala", Hemisphere::left).volumeChange = 0.1F;
  EXPECT_THAT(text(), HasSubstr("\u00b150"));
  state("amygdala", Hemisphere::left).volumeChange = 0;
  // Cortex shows volume times density, so neither alone has to be that large.
  state("dlpfc", Hemisphere::left).volumeChange = -0.04F;
  EXPECT_THAT(text(), Not(HasSubstr("50")));
  state("dlpfc", Hemisphere::left).densityChange = -0.04F;
  EXPECT_THAT(text(), HasSubstr("\u00b150"));
}

TEST_F(LegendTest, ColourBarHasItsEnds) {
  look.densityEnds = 0.3F;
  const Legend legend = legendNow();
  const LegendEntry* bar = find(legend, LegendEntry::Kind::colourBar);
  ASSERT_NE(bar, nullptr);
  EXPECT_EQ(texts.say(bar->low), "\u221230\u202f%");
  EXPECT_EQ(texts.say(bar->high), "+30\u202f%");
  EXPECT_EQ(texts.say(bar->middle), "own at 25");
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
  EXPECT_THAT(texts.say(points->text), HasSubstr("1 point = 20 new neurons a day"));
  EXPECT_THAT(texts.say(points->text), HasSubstr("1\u202f234"));
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

TEST_F(LegendTest, SentenceSpeaksOfDensityWhereColourShowsIt) {
  frame.ageYears = 60;
  EXPECT_EQ(sentenceNow(),
            "At 60, every region is as large as at 25, and its grey matter as dense.");
  for (const Hemisphere side : {Hemisphere::left, Hemisphere::right}) {
    state("insula", side).densityChange = -0.12F;
    state("insula", side).volumeChange = -0.2F;
    state("hippocampus", side).densityChange = -0.3F;  // inside, not in the picture
  }
  EXPECT_EQ(sentenceNow(),
            "At 60, grey matter in the insula is 12.0\u202f% less dense than at 25.");
  look.xray = 1;  // glass shows sizes only
  state("hippocampus", Hemisphere::left).volumeChange = 0.02F;
  state("hippocampus", Hemisphere::right).volumeChange = 0.02F;
  EXPECT_EQ(sentenceNow(), "At 60, the hippocampus is 2.0\u202f% larger than at 25.");
}

TEST_F(LegendTest, PluralNamesTakePluralVerbs) {
  look.xray = 1;
  frame.ageYears = 70;
  pointing.selected.set(
      static_cast<std::size_t>(test::structureId(catalogue, "ventricles", Hemisphere::midline)));
  state("ventricles", Hemisphere::midline).volumeChange = 0.5F;
  EXPECT_EQ(sentenceNow(), "At 70, the ventricles are 50.0\u202f% larger than at 25.");
}

TEST_F(LegendTest, LivesAreCalledAsTheirAuthorsTypedOrAsTheLanguageSays) {
  sim::Scenario life;
  life.id = "21_two_lives_at_80/hard";
  EXPECT_EQ(texts.say(lifeTitle(life)), "The hard life");
  life.title = "My own {life}";
  EXPECT_EQ(texts.say(lifeTitle(life)), "My own {life}");
}

// --- against the norm ----------------------------------------------------------------------------

struct Told {
  const char* name;
  double change;
  std::vector<Message> helping, harming;
  const char* sentence;
};

void PrintTo(const Told& row, std::ostream* out) {
  *out << row.name;
}

class NormSentence : public testing::TestWithParam<Told> {};

TEST_P(NormSentence, NamesHelpAndHarmApart) {
  const words::Texts texts = words::Texts::load(std::string(SYN_SOURCE_DIR) + "/data", "en");
  const Told& row = GetParam();
  const NormComparison comparison{{"region.hippocampus.inline", {{"side", std::string("both")}}},
                                  70.8,
                                  row.change,
                                  row.helping,
                                  row.harming};
  EXPECT_EQ(texts.say(normSentence(comparison)), row.sentence);
}

const Message kExercise{"cause.aerobic_exercise"};
const Message kStress{"cause.chronic_stress"};
const Message kNights{"cause.sleep.less"};

INSTANTIATE_TEST_SUITE_P(
    Rows, NormSentence,
    testing::Values(
        Told{"plain",
             0.02,
             {},
             {},
             "At 70, the hippocampus is 2.0\u202f% above the norm for that age."},
        Told{"same",
             0.0004,
             {kExercise},
             {},
             "At 70, the hippocampus is as large as is usual for that age."},
        Told{"sameByBoth",
             0,
             {kExercise},
             {kStress},
             "At 70, the hippocampus is as large as is usual for that age: exercise held it up as "
             "much as chronic stress pulled it down."},
        Told{"helped",
             0.046,
             {kExercise},
             {},
             "At 70, the hippocampus is 4.6\u202f% above the norm for that age: exercise held it "
             "up."},
        Told{"harmedByTwo",
             -0.046,
             {},
             {kStress, kNights, kExercise},
             "At 70, the hippocampus is 4.6\u202f% below the norm for that age: chronic stress and "
             "short nights pulled it down."},
        Told{"both",
             -0.046,
             {kExercise},
             {kStress},
             "At 70, the hippocampus is 4.6\u202f% below the norm for that age: exercise held it "
             "up, chronic stress pulled it down."}),
    [](const auto& row) { return row.param.name; });

TEST(NormSentenceTest, SaysWhenTheModelHasNoNumber) {
  EXPECT_EQ(normSentence({{"region.ventricles.inline"}, 70, std::nullopt}).key,
            "sentence.no_numbers");
}

}  // namespace
}  // namespace syn::scene
