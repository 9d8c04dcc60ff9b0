#include "scene/picker.h"

#include <gtest/gtest.h>

#include "small_anatomy.h"

namespace syn::scene {
namespace {

class PickerTest : public testing::Test {
 protected:
  int id(const char* region, Hemisphere side = Hemisphere::left) const {
    return test::structureId(anatomy->catalogue, region, side);
  }
  std::optional<Pick> pickAt(double y, double z) const {
    return picker.pick({{-300, y, z}, {1, 0, 0}}, frame, look,
                       decideVisibility(anatomy->catalogue, look, frame));
  }
  int at(double y, double z) const {
    const auto pick = pickAt(y, z);
    return pick ? pick->structure : -1;
  }
  std::shared_ptr<const atlas::Anatomy> anatomy = test::smallAnatomy();
  const Picker picker{anatomy};
  FrameState frame = restingFrame(anatomy->catalogue);
  Look look;
};

TEST_F(PickerTest, OpaqueCortexStopsTheFinger) {
  EXPECT_EQ(at(-24, 0), id("dlpfc"));
  EXPECT_EQ(at(200, 0), -1);
}

TEST_F(PickerTest, GlassLetsTheFingerThroughToWhatIsInside) {
  look.xray = 1;
  EXPECT_EQ(at(-24, 0), id("hippocampus"));
  EXPECT_EQ(at(-4, 0), id("amygdala"));
  EXPECT_EQ(at(-18, 30), id("dlpfc"));  // nothing inside there: the glass itself
}

TEST_F(PickerTest, HiddenPartsAreNotPicked) {
  look.xray = 1;
  look.hidden.set(static_cast<std::size_t>(id("hippocampus")));
  EXPECT_EQ(at(-24, 0), id("dentate_gyrus"));
  look = {};
  look.hidden.set(static_cast<std::size_t>(id("dlpfc")));
  EXPECT_EQ(at(-24, 0), id("hippocampus"));  // seen through the hole
}

TEST_F(PickerTest, PiecesArePickedOnlyWhenTheyAreDrawn) {
  look.xray = 1;
  look.hidden.set(static_cast<std::size_t>(id("hippocampus")));
  EXPECT_EQ(at(0, 20), id("dlpfc"));
  const auto glass = pickAt(0, 20);
  look.solids.set(static_cast<std::size_t>(id("dlpfc")));
  EXPECT_EQ(at(0, 20), id("dlpfc"));
  const auto solid = pickAt(0, 20);
  ASSERT_TRUE(glass && solid);
  EXPECT_GT(solid->distance, glass->distance);
}

TEST_F(PickerTest, ExplodedPartsArePickedWhereTheyAreDrawn) {
  look.explode = 1;
  const Vec3 where = picker.centre(id("hippocampus"), frame, look);
  EXPECT_LT(where[1], -25);
  EXPECT_EQ(at(where[1], where[2]), id("hippocampus"));
}

TEST_F(PickerTest, GrownPartsAreLargerUnderTheFinger) {
  look.xray = 1;
  look.exaggeration = 10;
  EXPECT_NE(at(-24, 6.4), id("hippocampus"));
  frame.structures[static_cast<std::size_t>(id("hippocampus"))].volumeChange = 0.04F;
  EXPECT_EQ(at(-24, 6.4), id("hippocampus"));
}

TEST_F(PickerTest, TheWindowOfGlassLetsThroughAndTheTissueAroundItDoesNot) {
  look.xray = 1;
  look.windowRadius = 15;
  look.windowAt = {-35, -4, 0};
  EXPECT_EQ(at(-4, 0), id("amygdala"));
  EXPECT_EQ(at(-24, 0), id("dlpfc"));
}

}  // namespace
}  // namespace syn::scene
