// A stroke of a deep part was neither drawn nor explained: only the cortex could be struck.
#include <algorithm>

#include <gtest/gtest.h>

#include "render/brain_renderer.h"
#include "render/headless_context.h"
#include "render/small_picture.h"
#include "scene/legend.h"
#include "small_anatomy.h"

namespace syn::render {
namespace {

class DeepStroke : public testing::Test {
 protected:
  DeepStroke() {
    small::prepare(renderer, 160, 120);
    look.xray = 1;
    look.phenomena.set(static_cast<std::size_t>(scene::Phenomenon::lesions));
  }
  [[nodiscard]] std::vector<std::uint8_t> draw() {
    small::show(renderer, anatomy->catalogue, frame, look);
    return renderer.renderImage(1, 1).rgb;
  }
  [[nodiscard]] bool explained() const {
    const scene::Legend legend =
        scene::buildLegend(anatomy->catalogue, frame, look,
                           scene::decideVisibility(anatomy->catalogue, look, frame), {});
    return std::any_of(
        legend.entries.begin(), legend.entries.end(),
        [](const scene::LegendEntry& entry) { return entry.text.key == "legend.lesions"; });
  }

  std::shared_ptr<const atlas::Anatomy> anatomy = test::smallAnatomy();
  scene::FrameState frame = scene::restingFrame(anatomy->catalogue);
  scene::Look look;
  HeadlessContext context;
  BrainRenderer renderer{anatomy};
};

TEST_F(DeepStroke, IsDrawnAndExplainedWhereThePartIsSeen) {
  const auto id = static_cast<std::size_t>(
      test::structureId(anatomy->catalogue, "hippocampus", Hemisphere::left));
  for (const float explode : {0.0F, 1.0F}) {
    look.explode = explode;
    frame.structures[id].lesion = 0;
    EXPECT_FALSE(explained());
    const auto before = draw();
    frame.structures[id].lesion = 0.6F;
    EXPECT_TRUE(explained());
    EXPECT_NE(draw(), before) << explode;
    look.hidden.set(id);
    EXPECT_FALSE(explained());
    look.hidden.reset(id);
  }
  look.explode = 0;
  look.xray = 0;
  EXPECT_FALSE(explained());
}

}  // namespace
}  // namespace syn::render
