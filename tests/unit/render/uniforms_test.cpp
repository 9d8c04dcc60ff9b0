#include "render/uniforms.h"

#include <gtest/gtest.h>

#include "scene/colour_map.h"
#include "small_anatomy.h"

namespace syn::render {
namespace {

class UniformsTest : public testing::Test {
 protected:
  std::size_t id(const char* region) const {
    return static_cast<std::size_t>(
        test::structureId(anatomy->catalogue, region, Hemisphere::left));
  }
  void update() {
    shown.visibility = scene::decideVisibility(anatomy->catalogue, look, frame);
    updateScene(*anatomy, body, shown, 1000, uniforms);
  }
  float red(const StructureUniforms& set, const char* region) const {
    return set.colour[id(region)][0];
  }
  std::shared_ptr<const atlas::Anatomy> anatomy = test::smallAnatomy();
  scene::Body body{*anatomy};
  Shown shown{scene::restingFrame(anatomy->catalogue), {}, {}, {}, {}};
  scene::FrameState& frame = shown.frame;
  scene::Look& look = shown.look;
  SceneUniforms uniforms;
};

TEST_F(UniformsTest, DensityColoursTheCortexFromTheMap) {
  look.densityEnds = 0.1F;
  frame.structures[id("dlpfc")].densityChange = 0.1F;
  update();
  EXPECT_FLOAT_EQ(red(uniforms.surface, "dlpfc"), scene::ebbAndFlow().at(1).r);
  frame.structures[id("dlpfc")].densityChange = -0.4F;
  update();
  EXPECT_FLOAT_EQ(red(uniforms.surface, "dlpfc"), scene::ebbAndFlow().at(0).r);
}

TEST_F(UniformsTest, PartsAwayFromTheFocusAreTissueGrey) {
  look.xray = 1;
  look.focus.set(id("amygdala"));
  update();
  EXPECT_FLOAT_EQ(red(uniforms.solid, "amygdala"), scene::systemColour("threat").r);
  EXPECT_FLOAT_EQ(red(uniforms.solid, "hippocampus"), scene::kTissue.r);
}

TEST_F(UniformsTest, HiddenPartsAndUndrawnPiecesAreOff) {
  look.xray = 1;
  look.hidden.set(id("amygdala"));
  update();
  EXPECT_EQ(uniforms.solid.colour[id("amygdala")][3], 0);
  EXPECT_EQ(uniforms.solid.colour[id("hippocampus")][3], 1);
  EXPECT_EQ(uniforms.solid.colour[id("dlpfc")][3], 0);
  look.solids.set(id("dlpfc"));
  update();
  EXPECT_EQ(uniforms.solid.colour[id("dlpfc")][3], 1);
}

TEST_F(UniformsTest, PointsAreProportionalToTheRate) {
  look.xray = 1;
  frame.newNeuronsPerDay = 700;
  update();
  EXPECT_FLOAT_EQ(uniforms.neuronCount[0], 35);
  frame.newNeuronsPerDay = 1400;
  update();
  EXPECT_FLOAT_EQ(uniforms.neuronCount[0], 70);
  look.newNeurons = false;
  update();
  EXPECT_FLOAT_EQ(uniforms.neuronCount[0], 0);
}

TEST_F(UniformsTest, StrandsFollowDensityAndCometsActivity) {
  look.xray = 1;
  update();
  const float share = uniforms.connectionState[0][0];
  const float radius = uniforms.connectionState[0][1];
  const float comets = uniforms.connectionState[0][2];
  frame.connections[0] = {0.5F, 2, 1};
  update();
  EXPECT_FLOAT_EQ(uniforms.connectionState[0][0], share * 0.5F);
  EXPECT_LT(uniforms.connectionState[0][1], radius);
  EXPECT_FLOAT_EQ(uniforms.connectionState[0][2], comets * 2);
}

TEST_F(UniformsTest, RestsWhenNothingCanMove) {
  update();
  EXPECT_FALSE(uniforms.moves);  // opaque, nothing pulses
  frame.structures[id("dlpfc")].reactivity = 1.3F;
  update();
  EXPECT_TRUE(uniforms.moves);
  look.xray = 1;
  shown.reading.reducedMotion = true;
  update();
  EXPECT_FALSE(uniforms.moves);
}

// At most 0.6 changes of brightness a second.
TEST_F(UniformsTest, ReactivityPulsesSlowly) {
  look.xray = 1;
  frame.structures[id("amygdala")].reactivity = 1.5F;
  update();
  int turns = 0;
  float before = 0, last = 0;
  for (int i = 0; i <= 1000; ++i) {
    updateTime(shown.reading, i * 0.01, uniforms);
    const float light = uniforms.solid.light[id("amygdala")][1];
    EXPECT_GE(light, 0);
    EXPECT_LE(light, 1);
    if (i > 1 && last > before && light < last) ++turns;
    before = last;
    last = light;
  }
  EXPECT_EQ(turns, 6);
}

}  // namespace
}  // namespace syn::render
