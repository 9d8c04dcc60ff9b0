#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "atlas/anatomy.h"
#include "render/picture/text_drawing.h"
#include "render/snapshot.h"
#include "render/vtk_log.h"
#include "scene/camera.h"
#include "scene/frame_builder.h"
#include "scene/look.h"
#include "sim/model.h"
#include "sim/scenario_reader.h"
#include "support/similarity.h"
#include "words/texts.h"

namespace syn::render {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = SYN_SOURCE_DIR;

std::vector<std::string> caseNames() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kSource / "tests" / "render")) {
    if (fs::exists(entry.path() / "case.json")) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// The real anatomy and model, loaded once.
struct World {
  TextDrawing drawing;
  words::Texts texts = words::Texts::load(kSource / "data", words::kSourceLanguage);
  std::shared_ptr<const sim::Model> model = sim::Model::load(kSource / "data");
  std::shared_ptr<const atlas::Anatomy> anatomy =
      std::make_shared<atlas::Anatomy>(atlas::loadAnatomy(kSource / "meshes", model->catalogue()));
  scene::Looks looks = scene::Looks::load(kSource / "data", model->catalogue());
};

const World& world() {
  static const World loaded;
  return loaded;
}

/// Draws the case and compares it with its baseline. To accept what is drawn now as the new
/// baselines, look at the pictures and run with SYN_ACCEPT_BASELINES=1.
class Baseline : public testing::TestWithParam<std::string> {};

TEST_P(Baseline, LooksAsItDid) {
  const fs::path folder = kSource / "tests" / "render" / GetParam();
  const auto description = nlohmann::json::parse(std::ifstream(folder / "case.json"));
  const auto text = [&](const char* key) { return description.at(key).get<std::string>(); };

  const auto place = sim::findScenario(kSource / "data", text("scenario"));
  const sim::Trajectory life(world().model,
                             sim::loadScenarioFile(place.file, *world().model).life(place.life));
  const scene::FrameBuilder builder(life);
  const scene::Look& look = world().looks.get(text("look"));

  StillOptions still;
  still.texts = &world().texts;
  still.width = description.at("width");
  still.height = description.at("height");
  scene::Camera camera;
  camera.setViewport(still.width, still.height);
  const auto preset = scene::presetFromId(text("camera"));
  ASSERT_TRUE(preset) << "unknown camera in " << folder;

  const int messages = vtkMessageCount();
  const Image image = renderStill(world().anatomy, builder.at(description.at("age_years")), look,
                                  camera.presetPose(*preset), still)
                          .finished;
  EXPECT_EQ(vtkMessageCount(), messages);

  const fs::path baseline = folder / "baseline.png";
  if (std::getenv("SYN_ACCEPT_BASELINES") != nullptr) {
    savePng(image, baseline);
    GTEST_SKIP() << "accepted as the new baseline";
  }
  const Image wanted = loadPng(baseline);
  ASSERT_EQ(image.width, wanted.width);
  ASSERT_EQ(image.height, wanted.height);
  const double alike = test::similarity(image, wanted);
  const double least = description.at("similarity_at_least");
  if (alike < least) {
    const fs::path out = fs::path(testing::TempDir()) / ("synaptarium_" + GetParam());
    fs::create_directories(out);
    savePng(image, out / "drawn.png");
    savePng(test::difference(image, wanted), out / "difference.png");
    ADD_FAILURE() << "similarity " << alike << " is below " << least << "; see " << out;
  }
}

INSTANTIATE_TEST_SUITE_P(Pictures, Baseline, testing::ValuesIn(caseNames()),
                         [](const testing::TestParamInfo<std::string>& p) { return p.param; });

}  // namespace
}  // namespace syn::render
