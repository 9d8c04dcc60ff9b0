#include "render/effects/effects.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <regex>
#include <string>

#include <gtest/gtest.h>

#include "render/shader_library.h"
#include "scene/colour_map.h"
#include "small_anatomy.h"

namespace syn::render {
namespace {

/// What the effects write into the state buffer.
class EffectsTest : public testing::Test {
 protected:
  EffectsTest() {
    for (const auto& effect : effects) effect->build(*anatomy);
  }
  [[nodiscard]] std::size_t id(const char* region) const {
    return static_cast<std::size_t>(
        test::structureId(anatomy->catalogue, region, Hemisphere::left));
  }
  void update() {
    shown.visibility = scene::decideVisibility(anatomy->catalogue, look, frame);
    body.place(frame, look, placements);
    body.thickness(frame, look, placements, thickness);
    for (const auto& effect : effects) {
      effect->update({*anatomy, placements, thickness, shown}, state);
    }
  }
  void animate(double seconds) {
    for (const auto& effect : effects) effect->animate(seconds, shown.reading.reducedMotion, state);
  }
  [[nodiscard]] bool moves() const {
    return std::any_of(effects.begin(), effects.end(),
                       [](const auto& effect) { return effect->moves(); });
  }
  [[nodiscard]] float red(StructureRow row, const char* region) const {
    return state.at(id(region), row)[0];
  }
  [[nodiscard]] const SceneState::Row& strands() const {
    return state.at(bundle, ConnectionRow::strands);
  }

  std::shared_ptr<const atlas::Anatomy> anatomy = test::smallAnatomy();
  scene::Body body{*anatomy};
  Shown shown{scene::restingFrame(anatomy->catalogue), {}, {}, {}, {}};
  scene::FrameState& frame = shown.frame;
  scene::Look& look = shown.look;
  std::vector<std::unique_ptr<Effect>> effects = makeEffects();
  std::array<scene::Placement, scene::kMaxStructures> placements;
  std::array<scene::Thickness, scene::kMaxStructures> thickness;
  SceneState state;
  std::size_t bundle = 0;
};

TEST_F(EffectsTest, DensityColoursTheCortexFromTheMap) {
  look.densityEnds = 0.1F;
  frame.structures[id("dlpfc")].densityChange = 0.1F;
  update();
  EXPECT_FLOAT_EQ(red(StructureRow::surfaceColour, "dlpfc"), scene::ebbAndFlow().at(1).r);
  frame.structures[id("dlpfc")].densityChange = -0.4F;
  update();
  EXPECT_FLOAT_EQ(red(StructureRow::surfaceColour, "dlpfc"), scene::ebbAndFlow().at(0).r);
}

TEST_F(EffectsTest, LostGreyMatterThinsTheCortexAndItsPieces) {
  update();
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_NEAR(state.at(id("dlpfc"), StructureRow::thickness)[k], 1, 1e-4) << k;
  }
  frame.structures[id("dlpfc")].densityChange = -0.2F;
  update();
  for (std::size_t k = 0; k < 3; ++k) {
    EXPECT_LT(state.at(id("dlpfc"), StructureRow::thickness)[k], 0.97F) << k;
  }
  EXPECT_EQ(state.at(id("dlpfc"), StructureRow::motion)[3], 0);
}

TEST_F(EffectsTest, PartsAwayFromTheFocusAreTissueGrey) {
  look.xray = 1;
  look.focus.set(id("amygdala"));
  update();
  EXPECT_FLOAT_EQ(red(StructureRow::solidColour, "amygdala"), scene::systemColour("threat").r);
  EXPECT_FLOAT_EQ(red(StructureRow::solidColour, "hippocampus"), scene::kTissue.r);
}

TEST_F(EffectsTest, HiddenPartsAndUndrawnPiecesAreOff) {
  look.xray = 1;
  look.hidden.set(id("amygdala"));
  update();
  EXPECT_EQ(state.at(id("amygdala"), StructureRow::solidColour)[3], 0);
  EXPECT_EQ(state.at(id("hippocampus"), StructureRow::solidColour)[3], 1);
  EXPECT_EQ(state.at(id("dlpfc"), StructureRow::solidColour)[3], 0);
  look.solids.set(id("dlpfc"));
  update();
  EXPECT_EQ(state.at(id("dlpfc"), StructureRow::solidColour)[3], 1);
}

TEST_F(EffectsTest, PointsAreProportionalToTheRate) {
  look.xray = 1;
  frame.newNeuronsPerDay = 700;
  update();
  EXPECT_FLOAT_EQ(state.at(EffectRow::newNeurons)[0], 35);
  frame.newNeuronsPerDay = 1400;
  update();
  EXPECT_FLOAT_EQ(state.at(EffectRow::newNeurons)[0], 70);
  look.newNeurons = false;
  update();
  EXPECT_FLOAT_EQ(state.at(EffectRow::newNeurons)[0], 0);
}

TEST_F(EffectsTest, StrandsFollowDensityAndCometsActivity) {
  look.xray = 1;
  frame.connections[0] = {1, 0.02F, 1};  // so few strands that at full activity all have a comet
  update();
  const SceneState::Row before = strands();
  frame.connections[0] = {0.5F, 0.04F, 1};
  update();
  EXPECT_FLOAT_EQ(strands()[0], before[0] * 0.5F);
  EXPECT_LT(strands()[1], before[1]);
  EXPECT_GT(before[2], 0);
  EXPECT_FLOAT_EQ(strands()[2], before[2] * 2);
}

TEST_F(EffectsTest, RestWhenNothingCanMove) {
  update();
  EXPECT_FALSE(moves());  // opaque, nothing pulses
  frame.structures[id("dlpfc")].reactivity = 1.3F;
  update();
  EXPECT_TRUE(moves());
}

TEST_F(EffectsTest, NothingPulsesOrTravelsForReadersWhoWantNoMotion) {
  look.xray = 1;
  frame.structures[id("amygdala")].reactivity = 1.5F;
  shown.reading.reducedMotion = true;
  update();
  animate(0.1);
  const SceneState before = state;
  animate(0.7);
  EXPECT_EQ(state.rows(), before.rows());
  EXPECT_EQ(strands()[2], 0);
}

TEST_F(EffectsTest, PhenomenaFollowTheirStates) {
  look.xray = 1;
  look.phenomena.set();
  frame.amyloid = 0.2F;
  frame.bdnf = 0.8F;
  update();
  const float specks = state.at(EffectRow::amyloid)[0], wash = state.at(EffectRow::amyloid)[1];
  const float glow = state.at(EffectRow::bdnf)[0];
  EXPECT_EQ(state.at(EffectRow::myelin)[0], 1);
  frame.amyloid = 0.4F;
  frame.amyloidClearance = 0.93F;  // short nights
  frame.bdnf = 1;
  update();
  EXPECT_FLOAT_EQ(state.at(EffectRow::amyloid)[0], specks * 2);
  EXPECT_LT(state.at(EffectRow::amyloid)[1], wash);
  EXPECT_GT(state.at(EffectRow::bdnf)[0], glow);
  look.phenomena.reset();
  update();
  EXPECT_EQ(state.at(EffectRow::myelin)[0], 0);
}

TEST_F(EffectsTest, HabitMemoryAndWindowsFollowTheirGauges) {
  look.xray = 1;
  look.phenomena.set();
  const auto set = [&](scene::Gauge gauge, float value) {
    frame.gauges[static_cast<std::size_t>(gauge)] = value;
  };
  set(scene::Gauge::oldPath, 0.9F);
  set(scene::Gauge::newPath, 0.2F);
  set(scene::Gauge::newPathChoice, 0.1F);
  set(scene::Gauge::memoryHippocampus, 0.6F);
  set(scene::Gauge::memoryCortex, 0.3F);
  set(scene::Gauge::visionWindow, 0.8F);
  set(scene::Gauge::languageWindow, 0.7F);
  frame.sleepQuality = 0.5F;
  update();
  EXPECT_EQ(state.at(EffectRow::habit), (SceneState::Row{0.9F, 0.2F, 0.1F, 0}));
  EXPECT_EQ(state.at(EffectRow::memory), (SceneState::Row{0.6F, 0.3F, 0.5F, 0}));
  EXPECT_EQ(state.at(EffectRow::windows), (SceneState::Row{0.8F, 0.7F, 0, 0}));
}

TEST_F(EffectsTest, BusyCircuitsGlowOnlyWhenAskedFor) {
  look.xray = 1;
  frame.connections[bundle].activity = 1.2F;
  update();
  EXPECT_EQ(state.at(bundle, ConnectionRow::colour)[3], 0);
  look.phenomena.set(static_cast<std::size_t>(scene::Phenomenon::circuit));
  // Only strands that are drawn can be seen to glow.
  const auto drawn = static_cast<std::size_t>(
      anatomy->catalogue.connectionIndex("amygdala", "hippocampus").value() * 2);
  frame.connections[drawn].activity = 1.2F;
  update();
  EXPECT_FLOAT_EQ(state.at(drawn, ConnectionRow::colour)[3], 0.5F);
  frame.connections[drawn].activity = 0.8F;
  update();
  EXPECT_EQ(state.at(drawn, ConnectionRow::colour)[3], 0);
}

TEST_F(EffectsTest, LesionsAreSharesOfTheirRegion) {
  frame.structures[id("dlpfc")].lesion = 0.4F;
  look.phenomena.set(static_cast<std::size_t>(scene::Phenomenon::lesions));
  update();
  EXPECT_FLOAT_EQ(state.at(id("dlpfc"), StructureRow::damage)[0], 0.4F);
  EXPECT_FLOAT_EQ(state.at(id("amygdala"), StructureRow::damage)[0], 0);
}

// A write past the rows of one kind would land in those of the next.
TEST_F(EffectsTest, RowsThatTheBufferDoesNotHaveAreRefused) {
  EXPECT_NO_THROW(static_cast<void>(state.at(SceneState::kStructures - 1, StructureRow::light)));
  EXPECT_THROW(static_cast<void>(state.at(SceneState::kStructures, StructureRow::light)),
               LogicError);
  EXPECT_NO_THROW(static_cast<void>(state.at(SceneState::kSlots - 1, ConnectionRow::colour)));
  EXPECT_THROW(static_cast<void>(state.at(SceneState::kSlots, ConnectionRow::colour)), LogicError);
}

TEST_F(EffectsTest, MoreConnectionsThanAPictureHoldsLeaveTheOtherRowsAlone) {
  auto large = std::make_shared<atlas::Anatomy>(*anatomy);
  large->catalogue.connections.resize(scene::kMaxConnections + 20);
  frame.connections.resize(large->catalogue.connections.size() * 2);
  for (auto& connection : frame.connections) connection.activity = 1.4F;
  anatomy = large;
  look.phenomena.set(static_cast<std::size_t>(scene::Phenomenon::circuit));
  look.xray = 1;
  EXPECT_NO_THROW(update());
  EXPECT_FLOAT_EQ(state.at(SceneState::kSlots - 1, ConnectionRow::colour)[3], 1);
}

// Both sides of a region may be chosen together.
TEST_F(EffectsTest, EveryChosenPartIsHighlighted) {
  const auto right = static_cast<std::size_t>(
      test::structureId(anatomy->catalogue, "amygdala", Hemisphere::right));
  shown.pointing.selected.set(id("amygdala")).set(right);
  shown.pointing.hovered = static_cast<int>(id("hippocampus"));
  update();
  EXPECT_EQ(state.at(id("amygdala"), StructureRow::light)[0], 1);
  EXPECT_EQ(state.at(right, StructureRow::light)[0], 1);
  EXPECT_GT(state.at(id("hippocampus"), StructureRow::light)[0], 0);
  EXPECT_EQ(state.at(id("dlpfc"), StructureRow::light)[0], 0);
}

// At most 0.6 changes of brightness a second.
TEST_F(EffectsTest, ReactivityPulsesSlowly) {
  look.xray = 1;
  frame.structures[id("amygdala")].reactivity = 1.5F;
  update();
  int turns = 0;
  float before = 0, last = 0;
  for (int i = 0; i <= 1000; ++i) {
    animate(i * 0.01);
    const float light = state.at(id("amygdala"), StructureRow::light)[1];
    EXPECT_GE(light, 0);
    EXPECT_LE(light, 1);
    if (i > 1 && last > before && light < last) ++turns;
    before = last;
    last = light;
  }
  EXPECT_EQ(turns, 6);
}

/// Number of a constant of shaders/common/state.glsl; -1 when there is none.
int shaderConstant(const std::string& name) {
  const std::string text = ShaderLibrary().text("common/state");
  const std::string before = "const int " + name + " = ";
  const std::size_t at = text.find(before);
  return at == std::string::npos ? -1 : std::atoi(text.c_str() + at + before.size());
}

std::ptrdiff_t matches(const std::string& text, const std::regex& of) {
  return std::distance(std::sregex_iterator(text.begin(), text.end(), of), std::sregex_iterator());
}

// The clock starts anew after a while; nothing may jump then.
TEST_F(EffectsTest, AllCyclesComeRoundWhenTheClockDoes) {
  int found = 0;
  for (const auto& [name, source] : embeddedShaders()) {
    const std::string text = std::regex_replace(source, std::regex("//[^\n]*"), "");
    // Whatever is worked out from the time goes through a named cycle, so that none is missed here.
    EXPECT_EQ(matches(text, std::regex(R"(\btime\b(?!\s*[;,)]))")),
              matches(text, std::regex(R"(\btime (\* [0-9]+\.0 )?/ k\w*Seconds)")))
        << name;
    const std::regex seconds(R"(const float k\w*Seconds\w* = ([0-9.]+);)");
    for (auto match = std::sregex_iterator(text.begin(), text.end(), seconds);
         match != std::sregex_iterator(); ++match) {
      const double cycle = std::stod((*match)[1]);
      EXPECT_EQ(std::fmod(kCycleSeconds, cycle), 0) << name << ": " << (*match)[0];
      ++found;
    }
  }
  EXPECT_GE(found, 5);

  look.xray = 1;
  frame.structures[id("amygdala")].reactivity = 1.5F;
  update();
  for (const double instant : {0.0, 0.3, 1.1}) {
    const auto light = [&](double seconds) {
      animate(seconds);
      return state.at(id("amygdala"), StructureRow::light)[1];
    };
    EXPECT_NEAR(light(kCycleSeconds + instant), light(instant), 1e-5) << instant;
  }
}

// The shaders count rows of the state buffer by numbers of their own.
TEST(SceneStateLayout, ShadersAndProgramAgree) {
  const auto of = [](auto row) { return static_cast<int>(row); };
  EXPECT_EQ(shaderConstant("kStructures"), scene::kMaxStructures);
  EXPECT_EQ(shaderConstant("kConnectionHalves"), scene::kMaxConnections * 2);
  EXPECT_EQ(shaderConstant("kStructureRows"), of(StructureRow::count));
  EXPECT_EQ(shaderConstant("kConnectionRows"), of(ConnectionRow::count));
  EXPECT_EQ(shaderConstant("kSurfaceColour"), of(StructureRow::surfaceColour));
  EXPECT_EQ(shaderConstant("kSolidColour"), of(StructureRow::solidColour));
  EXPECT_EQ(shaderConstant("kMotion"), of(StructureRow::motion));
  EXPECT_EQ(shaderConstant("kLight"), of(StructureRow::light));
  EXPECT_EQ(shaderConstant("kStrands"), of(ConnectionRow::strands));
  EXPECT_EQ(shaderConstant("kColour"), of(ConnectionRow::colour));
  EXPECT_EQ(shaderConstant("kNewNeurons"), of(EffectRow::newNeurons));
  EXPECT_EQ(shaderConstant("kAmyloid"), of(EffectRow::amyloid));
  EXPECT_EQ(shaderConstant("kBdnf"), of(EffectRow::bdnf));
  EXPECT_EQ(shaderConstant("kMyelin"), of(EffectRow::myelin));
  EXPECT_EQ(shaderConstant("kHabit"), of(EffectRow::habit));
  EXPECT_EQ(shaderConstant("kMemory"), of(EffectRow::memory));
  EXPECT_EQ(shaderConstant("kWindows"), of(EffectRow::windows));
  EXPECT_EQ(shaderConstant("kDamage"), of(StructureRow::damage));
  constexpr int kGuaranteed = 65536;
  EXPECT_LE(SceneState::kRows, static_cast<std::size_t>(kGuaranteed));
}

}  // namespace
}  // namespace syn::render
