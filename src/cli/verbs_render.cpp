#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "atlas/anatomy.h"
#include "base/error.h"
#include "base/files.h"
#include "base/resources.h"
#include "cli/progress.h"
#include "cli/verbs.h"
#include "render/picture/text_drawing.h"
#include "render/snapshot.h"
#include "scene/camera.h"
#include "scene/frame_builder.h"
#include "scene/look.h"
#include "sim/model.h"
#include "sim/scenario_reader.h"
#include "words/texts.h"

namespace syn::cli {
namespace {

constexpr double kRoomToExplode = 0.22;  // of the distance

/// What the two verbs share.
struct PictureOptions {
  std::string scenario = "average";
  std::string life;
  std::string reference;  ///< compared with this life instead of the own adult
  std::filesystem::path out;
  std::string look = "life";
  std::string camera = "home";
  std::string size = "1920x1080";
  double exaggeration = 0;  ///< 0 = the look's
  int samples = 8;
  bool noLegend = false;
  std::string language{words::kSourceLanguage};
};

struct MovieVerbOptions {
  PictureOptions picture;
  double from = 5, to = 90;
  double seconds = 12;
  double turn = 90;
  int framesPerSecond = 30;
};

std::pair<int, int> readSize(const std::string& text) {
  int width = 0, height = 0;
  char end = 0;
  if (std::sscanf(text.c_str(), "%5dx%5d%c", &width, &height, &end) != 2) {
    throw RefusedError("--size: \"" + text + "\" is not a size; write for example 1920x1080.");
  }
  return {width, height};
}

std::string presetIds() {
  std::string ids;
  for (const scene::Preset preset : scene::allPresets()) {
    if (!ids.empty()) ids += ", ";
    ids += scene::presetId(preset);
  }
  return ids;
}

scene::CameraPose cameraPose(const PictureOptions& options, const scene::Look& look, int width,
                             int height) {
  const auto preset = scene::presetFromId(options.camera);
  if (!preset) {
    throw RefusedError("--camera: there is no camera \"" + options.camera +
                       "\"; choose one of: " + presetIds() + ".");
  }
  scene::Camera camera;
  camera.setViewport(width, height);
  scene::CameraPose pose = camera.presetPose(*preset);
  pose.distance *= 1 + kRoomToExplode * static_cast<double>(look.explode);
  return pose;
}

/// A life, simulated and ready to be read, and how to look at it.
class Told {
 public:
  explicit Told(const PictureOptions& options) {
    const Resources resources = Resources::find();
    if (!options.noLegend) texts = words::Texts::load(resources.data, options.language);
    const auto model = sim::Model::load(resources.data);
    look = scene::Looks::load(resources.data, model->catalogue()).get(options.look);
    life_ = std::make_unique<sim::Trajectory>(
        model, read(*model, resources, options.scenario, options.life));
    if (options.reference.empty()) {
      builder = std::make_unique<scene::FrameBuilder>(*life_);
    } else {
      reference_ =
          std::make_unique<sim::Trajectory>(model, read(*model, resources, options.reference, {}));
      builder = std::make_unique<scene::FrameBuilder>(*life_, *reference_);
    }
    if (options.exaggeration > 0) look.exaggeration = static_cast<float>(options.exaggeration);
    anatomy =
        std::make_shared<atlas::Anatomy>(atlas::loadAnatomy(resources.meshes, model->catalogue()));
  }

  /// Language of the legend; none = no legend.
  [[nodiscard]] const words::Texts* language() const { return texts ? &*texts : nullptr; }

  const render::TextDrawing textDrawing;  // before any picture
  std::optional<words::Texts> texts;
  scene::Look look;
  std::unique_ptr<scene::FrameBuilder> builder;
  std::shared_ptr<const atlas::Anatomy> anatomy;

 private:
  static sim::Scenario read(const sim::Model& model, const Resources& resources,
                            const std::string& word, const std::string& name) {
    const sim::ScenarioPlace place = sim::findScenario(resources.data, word);
    return sim::loadScenarioFile(place.file, model).life(name.empty() ? place.life : name);
  }

  std::unique_ptr<sim::Trajectory> life_, reference_;
};

int runRender(const PictureOptions& options, double age) {
  requireWritable(options.out);
  const auto [width, height] = readSize(options.size);
  const Told told(options);
  const scene::CameraPose camera = cameraPose(options, told.look, width, height);
  render::StillOptions still;
  still.width = width;
  still.height = height;
  still.samples = options.samples;
  still.texts = told.language();
  render::savePng(
      render::renderStill(told.anatomy, told.builder->at(age), told.look, camera, still),
      options.out);
  return 0;
}

int runMovie(const MovieVerbOptions& options) {
  const auto [width, height] = readSize(options.picture.size);
  const Told told(options.picture);
  const scene::CameraPose start = cameraPose(options.picture, told.look, width, height);
  render::MovieOptions movie;
  movie.still.width = width;
  movie.still.height = height;
  movie.still.samples = options.picture.samples;
  movie.still.texts = told.language();
  movie.framesPerSecond = options.framesPerSecond;
  movie.seconds = options.seconds;
  ProgressBar bar("Drawing the movie");
  render::renderMovie(
      told.anatomy,
      [&](double share, scene::FrameState& frame, scene::Look& look, scene::CameraPose& camera) {
        told.builder->build(options.from + (options.to - options.from) * share, frame);
        look = told.look;
        camera = start;
        camera.azimuth += options.turn * (share - 0.5);
      },
      movie, options.picture.out, [&bar](double share) { bar.show(share); });
  return 0;
}

void addPictureOptions(CLI::App& verb, PictureOptions& options) {
  verb.add_option("scenario", options.scenario, "Life to draw: a name or a file")
      ->capture_default_str();
  verb.add_option("--life", options.life, "Which of the lives of the scenario; default: the first");
  verb.add_option("--against", options.reference,
                  "Show changes against this life at the same age; default: the own brain at 25");
  verb.add_option("--out", options.out, "File to write")->required();
  verb.add_option("--look,--view", options.look, "How to look: the name of a file in data/looks")
      ->capture_default_str();
  verb.add_option("--camera", options.camera, "One of: " + presetIds())->capture_default_str();
  verb.add_option("--size", options.size, "Width x height in pixels")->capture_default_str();
  verb.add_option("--exaggeration", options.exaggeration,
                  "Factor on changes of size, 1 = true size; default: that of the look")
      ->check(CLI::Range(1.0, 20.0));
  verb.add_option("--samples", options.samples, "Passes for smooth edges")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  verb.add_flag("--no-legend", options.noLegend, "Leave out age, units and exaggeration");
  verb.add_option("--language", options.language, "Language of the legend: a folder of data/i18n")
      ->capture_default_str();
}

}  // namespace

void addRenderVerbs(CLI::App& app, Action& action) {
  auto still = std::make_shared<PictureOptions>();
  auto age = std::make_shared<double>(25);
  CLI::App* render = app.add_subcommand("render", "Draw one picture of a life, without a display");
  addPictureOptions(*render, *still);
  render->add_option("--at-age", *age, "Age in years")
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  render->callback(
      [still, age, &action] { action = [still, age] { return runRender(*still, *age); }; });

  auto movie = std::make_shared<MovieVerbOptions>();
  movie->picture.size = "1280x720";
  movie->picture.samples = 2;
  CLI::App* verb = app.add_subcommand("movie", "Draw a span of a life as a movie (.ogv or folder)");
  addPictureOptions(*verb, movie->picture);
  verb->add_option("--from", movie->from, "Age at the start")
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  verb->add_option("--to", movie->to, "Age at the end")
      ->check(CLI::Range(0.0, 100.0))
      ->capture_default_str();
  verb->add_option("--seconds", movie->seconds, "Length")
      ->check(CLI::Range(0.1, 3600.0))
      ->capture_default_str();
  verb->add_option("--fps", movie->framesPerSecond, "Frames a second")
      ->check(CLI::Range(1, 120))
      ->capture_default_str();
  verb->add_option("--turn", movie->turn, "Degrees the brain turns")
      ->check(CLI::Range(-3600.0, 3600.0))
      ->capture_default_str();
  verb->callback([movie, &action] { action = [movie] { return runMovie(*movie); }; });
}

}  // namespace syn::cli
