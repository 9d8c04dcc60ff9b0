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
  int at(double y, double z) {
    picker.setView(frame, view);
    const auto pick = picker.pick({{-300, y, z}, {1, 0, 0}});
    return pick ? pick->structure : -1;
  }
  std::shared_ptr<const atlas::Anatomy> anatomy = test::smallAnatomy();
  Picker picker{anatomy};
  FrameState frame = restingFrame(anatomy->catalogue);
  ViewOptions view;
};

TEST_F(PickerTest, OpaqueCortexStopsTheFinger) {
  EXPECT_EQ(at(-24, 0), id("dlpfc"));
  EXPECT_EQ(at(200, 0), -1);
}

TEST_F(PickerTest, GlassLetsTheFingerThroughToWhatIsInside) {
  view.xray = 1;
  EXPECT_EQ(at(-24, 0), id("hippocampus"));
  EXPECT_EQ(at(-4, 0), id("amygdala"));
  EXPECT_EQ(at(-18, 30), id("dlpfc"));  // nothing inside there: the glass itself
}

TEST_F(PickerTest, HiddenPartsAreNotPicked) {
  view.xray = 1;
  view.hidden.set(static_cast<std::size_t>(id("hippocampus")));
  EXPECT_EQ(at(-24, 0), id("dentate_gyrus"));
  view = {};
  view.hidden.set(static_cast<std::size_t>(id("dlpfc")));
  EXPECT_EQ(at(-24, 0), id("hippocampus"));  // seen through the hole
}

TEST_F(PickerTest, PiecesArePickedOnlyWhenTheyAreDrawn) {
  view.xray = 1;
  view.hidden.set(static_cast<std::size_t>(id("hippocampus")));
  EXPECT_EQ(at(0, 20), id("dlpfc"));
  const auto glass = picker.pick({{-300, 0, 20}, {1, 0, 0}});
  view.solids.set(static_cast<std::size_t>(id("dlpfc")));
  EXPECT_EQ(at(0, 20), id("dlpfc"));
  const auto solid = picker.pick({{-300, 0, 20}, {1, 0, 0}});
  ASSERT_TRUE(glass && solid);
  EXPECT_GT(solid->distance, glass->distance);
}

TEST_F(PickerTest, ExplodedPartsArePickedWhereTheyAreDrawn) {
  view.explode = 1;
  picker.setView(frame, view);
  const Vec3 where = picker.centre(id("hippocampus"));
  EXPECT_LT(where[1], -25);
  EXPECT_EQ(at(where[1], where[2]), id("hippocampus"));
}

TEST_F(PickerTest, GrownPartsAreLargerUnderTheFinger) {
  view.xray = 1;
  view.exaggeration = 10;
  EXPECT_NE(at(-24, 6.4), id("hippocampus"));
  frame.structures[static_cast<std::size_t>(id("hippocampus"))].volumeChange = 0.04F;
  EXPECT_EQ(at(-24, 6.4), id("hippocampus"));
}

}  // namespace
}  // namespace syn::scene
