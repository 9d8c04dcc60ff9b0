// Exploding an opaque brain drew points of new neurons, and reactivity pulsed, without a line in
// the legend: each part of the program had thresholds of its own for what is seen.
#include <algorithm>

#include <gtest/gtest.h>

#include "scene/legend.h"
#include "small_anatomy.h"

namespace syn::scene {
namespace {

class UnexplainedEffects : public testing::Test {
 protected:
  [[nodiscard]] bool explained(LegendEntry::Kind kind) const {
    const Legend legend =
        buildLegend(catalogue, frame, look, decideVisibility(catalogue, look, frame), {});
    return std::any_of(legend.entries.begin(), legend.entries.end(),
                       [kind](const LegendEntry& entry) { return entry.kind == kind; });
  }
  const Catalogue catalogue = Catalogue::load(std::string(SYN_SOURCE_DIR) + "/data");
  FrameState frame = restingFrame(catalogue);
  Look look;
};

TEST_F(UnexplainedEffects, NewNeuronsOfAnExplodedOpaqueBrain) {
  look.cortexColour = SurfaceColour::tissue;
  EXPECT_FALSE(explained(LegendEntry::Kind::points));
  look.explode = 0.5F;
  EXPECT_TRUE(explained(LegendEntry::Kind::points));
}

TEST_F(UnexplainedEffects, StrandsOfAnExplodedBrainAreGoneFromPictureAndLegend) {
  look.xray = 1;
  EXPECT_TRUE(explained(LegendEntry::Kind::fibres));
  look.explode = 0.5F;
  EXPECT_FALSE(explained(LegendEntry::Kind::fibres));
}

TEST_F(UnexplainedEffects, ThePulseOfReactivity) {
  look.xray = 1;
  EXPECT_FALSE(explained(LegendEntry::Kind::pulse));
  const int amygdala = test::structureId(catalogue, "amygdala", Hemisphere::left);
  frame.structures[static_cast<std::size_t>(amygdala)].reactivity = 1.3F;
  EXPECT_TRUE(explained(LegendEntry::Kind::pulse));
}

}  // namespace
}  // namespace syn::scene
