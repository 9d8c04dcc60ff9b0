// The picker kept the frame of the last change of view: while the age ran, parts were picked where
// they had been years before.
#include <gtest/gtest.h>

#include "scene/picker.h"
#include "small_anatomy.h"

namespace syn::scene {
namespace {

TEST(StalePicker, AGrownPartIsPickedWhereItIsDrawnNow) {
  const auto anatomy = test::smallAnatomy();
  const int hippocampus = test::structureId(anatomy->catalogue, "hippocampus", Hemisphere::left);
  const Picker picker(anatomy);
  FrameState frame = restingFrame(anatomy->catalogue);
  Look look;
  look.xray = 1;
  const auto under = [&] {
    const auto pick = picker.pick({{-300, -24, 6.4}, {1, 0, 0}}, frame, look,
                                  decideVisibility(anatomy->catalogue, look, frame));
    return pick ? pick->structure : -1;
  };
  EXPECT_NE(under(), hippocampus);
  frame.structures[static_cast<std::size_t>(hippocampus)].volumeChange = 0.05F;
  EXPECT_EQ(under(), hippocampus);
}

}  // namespace
}  // namespace syn::scene
