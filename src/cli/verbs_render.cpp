#include <memory>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/files.h"
#include "cli/picture_stage.h"
#include "cli/progress.h"
#include "cli/verbs.h"

namespace syn::cli {
namespace {

struct MovieVerbOptions {
  PictureOptions picture;
  double from = 5, to = 90;
  double seconds = 12;
  double turn = 90;
  int framesPerSecond = 30;
};

int runRender(const PictureOptions& options) {
  requireWritable(options.out);
  const PictureStage stage(options);
  render::savePng(stage.draw().finished, options.out);
  return 0;
}

int runMovie(const MovieVerbOptions& options) {
  PictureStage stage(options.picture);
  session::Session& session = stage.session();
  if (session.paneCount() > 1) {
    throw RefusedError("A movie shows one pane; name a Moment with one.");
  }
  const scene::CameraPose start = session.pane().camera().pose();
  render::MovieOptions movie;
  movie.still = stage.still(session.pane());
  movie.still.reading = session.reading();  // what moves is seen to move
  movie.framesPerSecond = options.framesPerSecond;
  movie.seconds = options.seconds;
  ProgressBar bar("Drawing the movie");
  render::renderMovie(
      stage.content().anatomy,
      [&](double share, scene::FrameState& frame, scene::Look& look, scene::CameraPose& camera) {
        session.registry().set("age.years", options.from + (options.to - options.from) * share);
        frame = session.pane().frame();
        look = session.pane().look();
        camera = start;
        camera.azimuth += options.turn * (share - 0.5);
      },
      movie, options.picture.out, [&bar](double share) { bar.show(share); });
  return 0;
}

}  // namespace

void addRenderVerbs(CLI::App& app, Action& action) {
  auto still = std::make_shared<PictureOptions>();
  CLI::App* render = app.add_subcommand(
      "render",
      "Draw one picture of a Moment or a life, as the window shows it, without a display");
  addPictureOptions(*render, *still);
  render->add_option("--at-age", still->age, "Age in years; default: 25, or that of the Moment")
      ->check(CLI::Range(0.0, 100.0));
  render->add_option("--beside", still->beside,
                     "Another Moment or life, in a second pane with the same camera");
  render->callback([still, &action] { action = [still] { return runRender(*still); }; });

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
