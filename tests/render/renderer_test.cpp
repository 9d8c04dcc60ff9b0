#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "render/brain_renderer.h"
#include "render/headless_context.h"
#include "render/small_picture.h"
#include "render/snapshot.h"
#include "render/vtk_log.h"
#include "scene/camera.h"
#include "small_anatomy.h"
#include "support/similarity.h"

namespace syn::render {
namespace {

using scene::Quality;

void writeTo(const std::filesystem::path& file, const std::string& text) {
  std::ofstream(file, std::ios::trunc) << text;
}

/// A renderer with a small anatomy; any warning from VTK or the driver fails the test.
class RendererTest : public testing::Test {
 protected:
  void SetUp() override {
    messages = vtkMessageCount();
    small::prepare(renderer, 320, 240);
    look.xray = 1;
    show();
  }
  void show() { small::show(renderer, anatomy->catalogue, frame, look); }
  void TearDown() override { EXPECT_EQ(vtkMessageCount(), messages); }

  /// Share of the pixels that are brighter than the ground ever is.
  static double lit(const Image& image) {
    std::size_t bright = 0;
    for (std::size_t i = 0; i < image.rgb.size(); i += 3) {
      if (std::max({image.rgb[i], image.rgb[i + 1], image.rgb[i + 2]}) > 60) ++bright;
    }
    return static_cast<double>(bright) / (static_cast<double>(image.rgb.size()) / 3);
  }

  std::shared_ptr<const atlas::Anatomy> anatomy = test::smallAnatomy();
  scene::FrameState frame = scene::restingFrame(anatomy->catalogue);
  scene::Look look;
  HeadlessContext context;
  BrainRenderer renderer{anatomy};
  int messages = 0;
};

TEST_F(RendererTest, DrawsTheBrainOnDarkGround) {
  const Image image = renderer.renderImage(1, 1);
  ASSERT_EQ(image.rgb.size(), 320U * 240U * 3U);
  EXPECT_GT(lit(image), 0.05);
  EXPECT_LT(std::max({image.rgb[0], image.rgb[1], image.rgb[2]}), 30);
}

TEST_F(RendererTest, TheSameStateGivesTheSamePicture) {
  const Image first = renderer.renderImage(1, 2);
  static_cast<void>(renderer.renderImage(7, 1));
  EXPECT_EQ(renderer.renderImage(1, 2).rgb, first.rgb);
}

// Frames of an animation change uniforms and nothing else.
TEST_F(RendererTest, AnimationRebuildsNothing) {
  static_cast<void>(renderer.renderImage(0, 1));
  const int builds = renderer.statistics().shaderBuilds;
  const int uploads = renderer.statistics().geometryUploads;
  EXPECT_GT(builds, 0);
  EXPECT_GT(uploads, 0);
  for (int i = 0; i < 12; ++i) {
    for (auto& state : frame.structures) {
      state.densityChange += 0.004F;
      state.volumeChange -= 0.003F;
      state.reactivity += 0.05F;
    }
    for (auto& state : frame.connections) state.density += 0.03F;
    frame.newNeuronsPerDay += 40;
    show();
    static_cast<void>(renderer.renderImage(i * 0.1, 1));
  }
  EXPECT_EQ(renderer.statistics().shaderBuilds, builds);
  EXPECT_EQ(renderer.statistics().geometryUploads, uploads);
}

// Drivers may hold no more than OpenGL 3.2 promises.
TEST_F(RendererTest, ProgramsNeedNoMoreUniformsThanEveryDriverHas) {
  static_cast<void>(renderer.renderImage(0, 1));
  EXPECT_GT(renderer.statistics().uniformComponents, 16);  // at least the matrices were counted
  EXPECT_LE(renderer.statistics().uniformComponents, 1024);
}

TEST_F(RendererTest, WhatChangesIsSeen) {
  const Image before = renderer.renderImage(1, 1);
  const auto differs = [&] { return renderer.renderImage(1, 1).rgb != before.rgb; };
  const auto id = static_cast<std::size_t>(
      test::structureId(anatomy->catalogue, "hippocampus", Hemisphere::left));
  frame.structures[id].volumeChange = 0.06F;
  show();
  EXPECT_TRUE(differs());
  frame = scene::restingFrame(anatomy->catalogue);
  show();
  EXPECT_FALSE(differs());
  frame.structures[id].reactivity = 1.5F;
  show();
  EXPECT_TRUE(differs());
  frame = scene::restingFrame(anatomy->catalogue);
  for (auto& connection : frame.connections) connection.density = 0.4F;
  show();
  EXPECT_TRUE(differs());
  frame = scene::restingFrame(anatomy->catalogue);
  frame.newNeuronsPerDay = 6000;
  show();
  EXPECT_TRUE(differs());
}

TEST_F(RendererTest, PhenomenaChangeWithTheirState) {
  look.phenomena.set();
  frame.amyloid = 0.3F;
  show();
  const Image before = renderer.renderImage(1, 1);
  const auto differs = [&](const scene::FrameState& changed) {
    small::show(renderer, anatomy->catalogue, changed, look);
    return renderer.renderImage(1, 1).rgb != before.rgb;
  };
  EXPECT_FALSE(differs(frame));
  scene::FrameState other = frame;
  other.amyloid = 0.8F;
  EXPECT_TRUE(differs(other));
  other = frame;
  other.amyloidClearance = 0.9F;
  EXPECT_TRUE(differs(other));
  other = frame;
  other.bdnf = 0.8F;
  EXPECT_TRUE(differs(other));
  other = frame;
  for (auto& connection : other.connections) connection.myelination = 0.3F;
  EXPECT_TRUE(differs(other));
}

TEST_F(RendererTest, StillPicturesAskForNoFrames) {
  look.xray = 0;  // nothing moves in opaque tissue
  show();
  EXPECT_TRUE(renderer.needsFrame());
  int frames = 0;
  while (renderer.needsFrame() && frames < 50) {
    renderer.renderOffscreen(frames * 0.03);
    ++frames;
  }
  EXPECT_FALSE(renderer.needsFrame());
  EXPECT_LE(frames, 10);
  show();  // the same values again are no change
  EXPECT_FALSE(renderer.needsFrame());
  scene::Pointing pointing;
  pointing.selected.set(0);
  renderer.setPointing(pointing);
  EXPECT_TRUE(renderer.needsFrame());
}

TEST_F(RendererTest, MovingPicturesKeepAsking) {
  for (int i = 0; i < 15; ++i) renderer.renderOffscreen(i * 0.03);
  EXPECT_TRUE(renderer.needsFrame());
  renderer.setReading({.textScale = 1, .reducedMotion = true});
  for (int i = 0; i < 15; ++i) renderer.renderOffscreen(i * 0.03);
  EXPECT_FALSE(renderer.needsFrame());
}

TEST_F(RendererTest, SurvivesTheLossOfItsContext) {
  const Image before = renderer.renderImage(1, 1);
  renderer.releaseGl();
  EXPECT_FALSE(renderer.initialized());
  HeadlessContext other;
  renderer.initializeInCurrentContext();
  const Image after = renderer.renderImage(1, 1);
  EXPECT_EQ(after.rgb, before.rgb);
  renderer.releaseGl();
  context.makeCurrent();
}

TEST_F(RendererTest, DrawingWithoutAContextIsRefused) {
  BrainRenderer orphan(anatomy);
  EXPECT_THROW(static_cast<void>(orphan.renderImage(0)), Error);
  orphan.renderTo(0, 0);  // nothing to draw into yet: no harm
}

TEST_F(RendererTest, SizesFromTinyToTallAreDrawn) {
  for (const auto& [width, height] : {std::pair{1, 1}, {64, 400}, {500, 40}, {333, 251}}) {
    renderer.resize(width, height);
    const Image image = renderer.renderImage(0, 1);
    EXPECT_EQ(image.width, width);
    EXPECT_EQ(image.height, height);
  }
}

// Every effect in every state that chooses another set of passes: all shaders must compile and
// link, and VTK must have nothing to say (TearDown counts its messages).
struct Row {
  const char* name;
  float xray, explode, window;
  bool hidden, solids, selected, connections, neurons;
};

// Keeps addresses out of the names of the tests.
void PrintTo(const Row& x, std::ostream* out) {
  *out << x.name;
}

class ShaderMatrix : public RendererTest, public testing::WithParamInterface<Row> {};

TEST_P(ShaderMatrix, CompilesAndDraws) {
  const Row& row = GetParam();
  const auto dlpfc =
      static_cast<std::size_t>(test::structureId(anatomy->catalogue, "dlpfc", Hemisphere::left));
  look.xray = row.xray;
  look.explode = row.explode;
  look.windowRadius = row.window;
  look.hidden.set(dlpfc, row.hidden);
  look.solids.set(dlpfc, row.solids);
  look.connections = row.connections;
  look.newNeurons = row.neurons;
  scene::Pointing pointing;
  pointing.selected.set(dlpfc, row.selected);
  renderer.setPointing(pointing);
  show();
  for (const Quality quality : {Quality::low, Quality::medium, Quality::high}) {
    for (const int samples : {1, 3}) {
      renderer.setQuality(quality);
      EXPECT_GT(lit(renderer.renderImage(1, samples)), 0.01);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Effects, ShaderMatrix,
    testing::Values(Row{"opaque", 0, 0, 0, false, false, false, true, true},
                    Row{"opaque_hole", 0, 0, 0, true, false, false, true, true},
                    Row{"chosen", 0, 0, 0, false, false, true, false, false},
                    Row{"half_glass", 0.5F, 0, 0, false, false, false, true, true},
                    Row{"glass", 1, 0, 0, false, false, true, true, true},
                    Row{"glass_bare", 1, 0, 0, false, false, false, false, false},
                    Row{"glass_piece", 1, 0, 0, false, true, true, true, true},
                    Row{"window", 1, 0, 40, false, false, false, true, true},
                    Row{"exploded", 1, 1, 0, false, false, true, false, true},
                    Row{"exploded_hole", 0, 0.4F, 0, true, false, false, true, true}),
    [](const testing::TestParamInfo<Row>& row) { return std::string(row.param.name); });

TEST(VtkMessages, ABrokenShaderIsHeardAndRefused) {
  const int before = vtkMessageCount();
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / "synaptarium_broken_shaders";
  std::filesystem::remove_all(folder);
  std::filesystem::copy(std::string(SYN_SOURCE_DIR) + "/shaders", folder,
                        std::filesystem::copy_options::recursive);
  writeTo(folder / "surface" / "front.frag.glsl", "//VTK::System::Dec\nvoid main() { nonsense }\n");
  setenv("SYNAPTARIUM_SHADERS", folder.c_str(), 1);
  {
    HeadlessContext context;
    BrainRenderer renderer(test::smallAnatomy());
    EXPECT_THROW(renderer.initializeInCurrentContext(), Error);
    EXPECT_FALSE(renderer.initialized());
  }
  unsetenv("SYNAPTARIUM_SHADERS");
  std::filesystem::remove_all(folder);
  EXPECT_GT(vtkMessageCount(), before);
}

TEST(NoOpenGlDeathTest, IsToldWithARemedy) {
  // In a new process: EGL reads its environment once.
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  setenv("__EGL_VENDOR_LIBRARY_FILENAMES", "/nonexistent.json", 1);
  const auto openAndTell = [] {
    try {
      const HeadlessContext context;
      std::exit(0);
    } catch (const RefusedError& error) {
      std::fputs(error.what(), stderr);
      std::exit(2);
    }
  };
  EXPECT_EXIT(openAndTell(), testing::ExitedWithCode(2), "apt install");
  unsetenv("__EGL_VENDOR_LIBRARY_FILENAMES");
}

TEST(Still, SizesThatCannotBeDrawnAreRefused) {
  const auto anatomy = test::smallAnatomy();
  StillOptions options;
  options.width = 100000;
  EXPECT_THROW(static_cast<void>(
                   renderStill(anatomy, scene::restingFrame(anatomy->catalogue), {}, {}, options)),
               RefusedError);
}

TEST(Png, RoundTripsAndRefusesNonsense) {
  Image image{5, 3, {}};
  for (int i = 0; i < 5 * 3 * 3; ++i) image.rgb.push_back(static_cast<std::uint8_t>(i * 5));
  const std::filesystem::path file =
      std::filesystem::path(testing::TempDir()) / "synaptarium_round_trip.png";
  savePng(image, file);
  const Image back = loadPng(file);
  EXPECT_EQ(back.width, 5);
  EXPECT_EQ(back.rgb, image.rgb);
  writeTo(file, "this is no picture");
  EXPECT_THROW(static_cast<void>(loadPng(file)), ContentError);
  std::filesystem::remove(file);
}

TEST(Movie, IsWrittenAsTheoraAndAsPictures) {
  const auto anatomy = test::smallAnatomy();
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / "synaptarium_movie";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  MovieOptions options;
  options.still.width = 160;
  options.still.height = 96;
  options.still.samples = 1;
  options.framesPerSecond = 10;
  options.seconds = 0.4;
  double last = 0;
  const auto instant = [](double share, scene::FrameState&, scene::Look& look,
                          scene::CameraPose& camera) {
    look.xray = 1;
    camera.azimuth = 90 * share;
  };
  renderMovie(anatomy, instant, options, folder / "life.ogv", [&](double share) { last = share; });
  EXPECT_EQ(last, 1);
  EXPECT_GT(std::filesystem::file_size(folder / "life.ogv"), 500U);
  renderMovie(anatomy, instant, options, folder / "frames");
  EXPECT_TRUE(std::filesystem::exists(folder / "frames" / "frame_00003.png"));
  EXPECT_FALSE(std::filesystem::exists(folder / "frames" / "frame_00004.png"));
  EXPECT_THROW(renderMovie(anatomy, instant, options, folder / "life.mp4"), RefusedError);
  EXPECT_THROW(renderMovie(anatomy, instant, options, folder / "missing" / "life.ogv"), Error);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace syn::render
