#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/files.h"
#include "base/resources.h"
#include "cli/picture_stage.h"
#include "cli/progress.h"
#include "cli/verbs.h"
#include "render/picture/slide.h"
#include "session/guide/tour.h"

namespace syn::cli {
namespace {

namespace fs = std::filesystem;
using session::Tour;
using session::TourStep;

struct TourOptions {
  std::vector<std::string> tours;
  PictureOptions picture;
};

int runList(const TourOptions& options) {
  const Resources resources = Resources::find();
  const words::Texts texts = words::Texts::load(resources.data, options.picture.language);
  const auto content = session::loadModelContent(resources.data);
  for (const std::string& name : session::tourNames(resources.data)) {
    const Tour tour = session::loadTour(session::findTour(resources.data, name), *content);
    std::printf("%-16s %2zu steps, %4.1f min  %s\n", name.c_str(), tour.steps.size(),
                tour.minutes(), texts.say(tour.title).c_str());
  }
  return 0;
}

int runCheck(const TourOptions& options) {
  const Resources resources = Resources::find();
  const auto content = session::loadModelContent(resources.data);
  std::vector<Issue> issues;
  for (const std::string& word : options.tours) {
    try {
      const Tour tour = session::loadTour(session::findTour(resources.data, word), *content);
      std::printf("%s: sound, %zu steps, %.1f minutes\n", word.c_str(), tour.steps.size(),
                  tour.minutes());
    } catch (const ContentError& error) {
      issues.insert(issues.end(), error.issues().begin(), error.issues().end());
    }
  }
  if (!issues.empty()) throw ContentError(issues);
  return 0;
}

render::SlideText textOf(const TourStep& step, const Catalogue& catalogue,
                         const words::Texts& texts) {
  render::SlideText text;
  text.caption = texts.say(step.caption);
  for (const Message& note : step.notes) text.notes.push_back(texts.say(note));
  text.question = texts.say(step.question);
  text.sources = texts.say(session::sourcesOf(step, catalogue));
  return text;
}

/// Draws every step of a tour and hands it over with its words.
template <typename Take>
void drawSteps(const TourOptions& options, const char* doing, const Take& take) {
  const Resources resources = Resources::find();
  const words::Texts texts = words::Texts::load(resources.data, options.picture.language);
  std::shared_ptr<const session::Content> content = session::loadModelContent(resources.data);
  const fs::path file = session::findTour(resources.data, options.tours.front());
  const Tour tour = session::loadTour(file, *content);
  content = session::withAnatomy(*content, resources.meshes);
  ProgressBar bar(doing);
  for (std::size_t i = 0; i < tour.steps.size(); ++i) {
    const PictureStage stage(options.picture, content, tour.steps[i].moment);
    take(tour, i, stage, textOf(tour.steps[i], content->catalogue(), texts), texts);
    bar.show(static_cast<double>(i + 1) / static_cast<double>(tour.steps.size()));
  }
}

bool mirrored(const words::Texts& texts) {
  return texts.language().direction == words::Direction::rightToLeft;
}

int runSlides(TourOptions options) {
  fs::create_directories(options.picture.out);
  requireWritable(options.picture.out / "01.png");
  const auto [width, height] = readSize(options.picture.size);
  options.picture.size =
      std::to_string(width) + "x" + std::to_string(render::slidePictureHeight(height));
  drawSteps(options, "Drawing the slides",
            [&, high = height](const Tour& tour, std::size_t i, const PictureStage& stage,
                               const render::SlideText& text, const words::Texts& texts) {
              char number[8];
              std::snprintf(number, sizeof number, "%02zu_", i + 1);
              render::savePng(render::slide(stage.draw().finished, text, high, mirrored(texts)),
                              options.picture.out / (number + tour.steps[i].id + ".png"));
            });
  return 0;
}

int runHandout(const TourOptions& options) {
  requireWritable(options.picture.out);
  render::Handout handout;
  bool rightToLeft = false;
  drawSteps(options, "Drawing the handout",
            [&](const Tour& tour, std::size_t, const PictureStage& stage,
                const render::SlideText& text, const words::Texts& texts) {
              handout.title = texts.say(tour.title);
              handout.summary = texts.say(tour.summary);
              handout.pages.push_back({stage.draw().finished, text});
              rightToLeft = mirrored(texts);
            });
  const render::TextDrawing drawing;
  render::saveHandout(handout, rightToLeft, options.picture.out);
  return 0;
}

void addDrawingOptions(CLI::App& verb, TourOptions& options, const char* out) {
  options.tours.resize(1);
  verb.add_option("tour", options.tours.front(), "A tour, by name or file")->required();
  verb.add_option("--out", options.picture.out, out)->required();
  verb.add_option("--size", options.picture.size, "Width x height in pixels")
      ->capture_default_str();
  verb.add_option("--samples", options.picture.samples, "Passes for smooth edges")
      ->check(CLI::Range(1, 64))
      ->capture_default_str();
  verb.add_option("--language", options.picture.language, "A folder of data/i18n")
      ->capture_default_str();
}

}  // namespace

void addTourVerbs(CLI::App& app, Action& action) {
  CLI::App* verb = app.add_subcommand("tour", "List, check and print the tours of a lecture");
  verb->require_subcommand(1);

  auto list = std::make_shared<TourOptions>();
  CLI::App* listing = verb->add_subcommand("list", "Name the tours with their length");
  listing->add_option("--language", list->picture.language, "A folder of data/i18n")
      ->capture_default_str();
  listing->callback([list, &action] { action = [list] { return runList(*list); }; });

  auto check = std::make_shared<TourOptions>();
  CLI::App* checking =
      verb->add_subcommand("check", "Read tours whole; say everything wrong with line and remedy");
  checking->add_option("tours", check->tours, "Tours, by name or file")->required();
  checking->callback([check, &action] { action = [check] { return runCheck(*check); }; });

  auto slides = std::make_shared<TourOptions>();
  CLI::App* sliding = verb->add_subcommand("slides", "Draw a PNG of every step with its caption");
  addDrawingOptions(*sliding, *slides, "Folder to write");
  sliding->callback([slides, &action] { action = [slides] { return runSlides(*slides); }; });

  auto handout = std::make_shared<TourOptions>();
  handout->picture.size = "1280x720";
  handout->picture.samples = 4;
  CLI::App* handing =
      verb->add_subcommand("handout", "Write a PDF with every step, its notes and its sources");
  addDrawingOptions(*handing, *handout, "PDF to write");
  handing->callback([handout, &action] { action = [handout] { return runHandout(*handout); }; });
}

}  // namespace syn::cli
