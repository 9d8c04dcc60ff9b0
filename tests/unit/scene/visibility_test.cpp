#include "scene/visibility.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "small_anatomy.h"

namespace syn::scene {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

class VisibilityTest : public testing::Test {
 protected:
  [[nodiscard]] std::size_t id(const char* region) const {
    return static_cast<std::size_t>(test::structureId(catalogue, region, Hemisphere::left));
  }
  [[nodiscard]] Visibility seen() const { return decideVisibility(catalogue, look, frame); }

  const Catalogue catalogue = Catalogue::load(std::string(SYN_SOURCE_DIR) + "/data");
  FrameState frame = restingFrame(catalogue);
  Look look;
};

TEST_F(VisibilityTest, OpaqueCortexHidesWhatIsInside) {
  const Visibility v = seen();
  EXPECT_TRUE(v.tissue);
  EXPECT_FALSE(v.glass || v.inside || v.through || v.newNeurons || v.comets);
  EXPECT_TRUE(v.surface.test(id("dlpfc")) && v.surface.test(id("cerebellum")));
  EXPECT_TRUE(v.solid.none() && v.strands.none());
  EXPECT_TRUE(v.densityBar);
  EXPECT_THAT(v.systems, IsEmpty());
  EXPECT_EQ(v.pickable, v.surface);
}

TEST_F(VisibilityTest, GlassShowsNucleiStrandsAndNewNeurons) {
  look.xray = 1;
  const Visibility v = seen();
  EXPECT_TRUE(v.glass && v.inside && v.through && v.newNeurons && v.comets);
  EXPECT_FALSE(v.tissue || v.densityBar);
  EXPECT_TRUE(v.solid.test(id("amygdala")));
  EXPECT_FALSE(v.solid.test(id("dlpfc")));
  EXPECT_EQ(v.strands.count(), catalogue.connections.size());
  EXPECT_THAT(v.systems, Contains("memory"));
  EXPECT_THAT(v.systems, Not(Contains("support")));
}

TEST_F(VisibilityTest, AWindowOfGlassLeavesTissueAroundIt) {
  look.xray = 1;
  look.windowRadius = 40;
  EXPECT_TRUE(seen().tissue && seen().glass && seen().densityBar);
}

TEST_F(VisibilityTest, ExplodedPiecesAreSolidAndTheStrandsGo) {
  look.explode = 0.2F;
  const Visibility v = seen();
  EXPECT_TRUE(v.surface.none() && v.strands.none());
  EXPECT_FALSE(v.comets || v.tissue || v.glass);
  EXPECT_TRUE(v.solid.test(id("dlpfc")) && v.solid.test(id("cerebellum")));
}

TEST_F(VisibilityTest, HiddenCortexLeavesAHoleAndAHiddenNucleusDoesNot) {
  look.hidden.set(id("amygdala"));
  EXPECT_FALSE(seen().holes || seen().inside);
  look.hidden.set(id("dlpfc"));
  EXPECT_TRUE(seen().holes && seen().inside);
  EXPECT_FALSE(seen().solid.test(id("amygdala")) || seen().surface.test(id("dlpfc")));
}

TEST_F(VisibilityTest, WithoutTheHindbrainThereIsNone) {
  look.hindbrain = false;
  EXPECT_FALSE(seen().surface.test(id("cerebellum")));
  look.explode = 1;
  EXPECT_FALSE(seen().solid.test(id("cerebellum")));
}

TEST_F(VisibilityTest, FocusColoursItsPartsAndTheStrandsThatEndThere) {
  look.xray = 1;
  look.focus.set(id("amygdala"));
  const Visibility v = seen();
  EXPECT_EQ(v.coloured, look.focus);
  const auto strand = [&](const char* from, const char* to) {
    return static_cast<std::size_t>(catalogue.connectionIndex(from, to).value());
  };
  EXPECT_TRUE(v.colouredStrands.test(strand("amygdala", "ofc")));
  EXPECT_FALSE(v.colouredStrands.test(strand("acc", "pcc")));
  EXPECT_TRUE(v.strands.test(strand("acc", "pcc")));
}

TEST_F(VisibilityTest, OnlyWhatIsBusierThanUsualAndLitPulses) {
  frame.structures[id("amygdala")].reactivity = 1.4F;
  frame.structures[id("dlpfc")].reactivity = kBusyFrom;
  EXPECT_FALSE(seen().reactivity);  // behind opaque cortex
  look.xray = 1;
  EXPECT_TRUE(seen().reactivity);
  EXPECT_TRUE(seen().pulsing.test(id("amygdala")));
  EXPECT_EQ(seen().pulsing.count(), 1U);
  look.reactivity = false;
  EXPECT_FALSE(seen().reactivity);
}

TEST_F(VisibilityTest, NoBirthsNoPoints) {
  look.xray = 1;
  frame.newNeuronsPerDay = 0;
  EXPECT_FALSE(seen().newNeurons);
}

// What was decided for one picture must not linger in the next.
TEST_F(VisibilityTest, MemoryUsedAgainHoldsNothingOfBefore) {
  Visibility v;
  look.xray = 1;
  decideVisibility(catalogue, look, frame, v);
  look = {};
  decideVisibility(catalogue, look, frame, v);
  EXPECT_EQ(v, seen());
}

}  // namespace
}  // namespace syn::scene
