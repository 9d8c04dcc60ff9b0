#include "cli/picture_stage.h"

#include <algorithm>
#include <cstdio>
#include <tuple>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/resources.h"

namespace syn::cli {
namespace {

constexpr double kUsualAge = 25;
const std::string kUsualLook = "life";

std::string presetIds() {
  std::string ids;
  for (const scene::Preset preset : scene::allPresets()) {
    if (!ids.empty()) ids += ", ";
    ids += scene::presetId(preset);
  }
  return ids;
}

session::MomentCamera cameraOf(const std::string& preset) {
  if (!scene::presetFromId(preset)) {
    throw RefusedError("--camera: there is no camera \"" + preset +
                       "\"; choose one of: " + presetIds() + ".");
  }
  session::MomentCamera camera;
  camera.preset = preset;
  return camera;
}

/// A scenario with one pane, as `render` has always drawn it.
session::Moment momentOfScenario(const session::Content& content, const PictureOptions& options) {
  session::Moment moment;
  const std::string name =
      options.life.empty() ? options.subject : options.subject + "#" + options.life;
  moment.lives.push_back(session::readNamedLife(content, name));
  moment.age = kUsualAge;
  session::MomentPane pane;
  pane.look = content.looks->get(options.look.empty() ? kUsualLook : options.look);
  pane.camera = cameraOf(options.camera.empty() ? "home" : options.camera);
  moment.panes.push_back(std::move(pane));
  return moment;
}

session::Moment readSubject(const session::Content& content, const PictureOptions& options) {
  const auto file = session::findMoment(content.data, options.subject);
  if (!file) return momentOfScenario(content, options);
  if (!options.life.empty()) {
    throw RefusedError("--life: a Moment says itself which lives it shows; leave it out.");
  }
  return session::loadMoment(*file, content);
}

scene::Baseline baselineOf(const std::string& word) {
  const auto found = std::ranges::find(session::baselineWords(), word);
  return static_cast<scene::Baseline>(found - session::baselineWords().begin());
}

void require(bool free, const char* option) {
  if (!free) {
    throw RefusedError(std::string(option) +
                       ": there are two lives already, and no more can be shown at once.");
  }
}

/// The first pane of another Moment or scenario, with its life, beside those there are.
void addBeside(session::Moment& moment, const session::Content& content,
               const PictureOptions& options) {
  require(moment.lives.size() == 1 && moment.panes.size() == 1, "--beside");
  PictureOptions other = options;
  other.subject = options.beside;
  other.life.clear();
  const session::Moment beside = readSubject(content, other);
  session::MomentPane pane = beside.panes.front();
  moment.lives.push_back(beside.lives.at(static_cast<std::size_t>(pane.life)));
  pane.life = 1;
  pane.ownCamera = false;
  pane.camera = {};
  moment.panes.push_back(std::move(pane));
}

}  // namespace

std::pair<int, int> readSize(const std::string& text) {
  int width = 0, height = 0;
  char end = 0;
  if (std::sscanf(text.c_str(), "%5dx%5d%c", &width, &height, &end) != 2) {
    throw RefusedError("--size: \"" + text + "\" is not a size; write for example 1920x1080.");
  }
  return {width, height};
}

PictureStage::PictureStage(const PictureOptions& options,
                           std::shared_ptr<const session::Content> content)
    : samples_(options.samples), content_(std::move(content)) {
  std::tie(width_, height_) = readSize(options.size);
  const Resources resources = Resources::find();
  if (!content_) content_ = session::loadModelContent(resources.data);
  session::Moment opening = moment(options);
  if (!content_->anatomy) content_ = session::withAnatomy(*content_, resources.meshes);
  open(options, std::move(opening));
}

PictureStage::PictureStage(const PictureOptions& options,
                           std::shared_ptr<const session::Content> content, session::Moment moment)
    : samples_(options.samples), content_(std::move(content)) {
  std::tie(width_, height_) = readSize(options.size);
  open(options, std::move(moment));
}

void PictureStage::open(const PictureOptions& options, session::Moment opening) {
  if (!options.noLegend) texts_ = words::Texts::load(content_->data, options.language);
  session_ = std::make_unique<session::Session>(content_, std::move(opening));
  for (int pane = 0; pane < session_->paneCount(); ++pane) {
    session_->setViewport(pane, static_cast<double>(width_) / session_->paneCount(), height_);
  }
}

session::Moment PictureStage::moment(const PictureOptions& options) const {
  session::Moment moment = readSubject(*content_, options);
  if (!options.reference.empty()) {
    require(moment.lives.size() == 1 && options.beside.empty(), "--against");
    moment.lives.push_back(session::readNamedLife(*content_, options.reference));
    moment.panes.front().baseline = scene::Baseline::reference;
  }
  if (!options.beside.empty()) addBeside(moment, *content_, options);
  if (options.age) moment.age = *options.age;
  for (session::MomentPane& pane : moment.panes) {
    if (!options.look.empty()) pane.look = content_->looks->get(options.look);
    if (!options.camera.empty() && pane.ownCamera) {
      pane.camera = cameraOf(options.camera);
    }
    if (!options.baseline.empty()) pane.baseline = baselineOf(options.baseline);
    if (options.exaggeration > 0) {
      pane.look.exaggeration = static_cast<float>(options.exaggeration);
    }
  }
  return moment;
}

render::StillOptions PictureStage::still(const session::Pane& pane) const {
  render::StillOptions options;
  options.width = width_ / session_->paneCount();
  options.height = height_;
  options.samples = samples_;
  options.texts = texts_ ? &*texts_ : nullptr;
  options.pointing = pane.pointing();
  options.reading = session_->readingToDraw();
  return options;
}

render::Still PictureStage::draw() const {
  std::vector<render::Still> drawn;
  for (int i = 0; i < session_->paneCount(); ++i) {
    const session::Pane& pane = session_->pane(i);
    drawn.push_back(render::renderStill(content_->anatomy, pane.frame(), pane.look(),
                                        pane.camera().pose(), still(pane)));
  }
  if (drawn.size() == 1) return std::move(drawn.front());
  return {render::sideBySide(drawn[0].bare, drawn[1].bare),
          render::sideBySide(drawn[0].finished, drawn[1].finished)};
}

void addPictureOptions(CLI::App& verb, PictureOptions& options) {
  verb.add_option("subject", options.subject, "What to draw: a Moment or a life, by name or file")
      ->capture_default_str();
  verb.add_option("--life", options.life, "Which of the lives of the scenario; default: the first");
  verb.add_option("--against", options.reference,
                  "Show changes against this life at the same age; default: the own brain at 25");
  verb.add_option("--baseline", options.baseline,
                  "Show changes against this; default: own_adult, or that of the Moment")
      ->check(CLI::IsMember(session::baselineWords()));
  verb.add_option("--out", options.out, "File to write")->required();
  verb.add_option("--look,--view", options.look,
                  "How to look: the name of a file in data/looks; default: " + kUsualLook +
                      ", or that of the Moment");
  verb.add_option("--camera", options.camera,
                  "One of: " + presetIds() + "; default: home, or that of the Moment");
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

}  // namespace syn::cli
