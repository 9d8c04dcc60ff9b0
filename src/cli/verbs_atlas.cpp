#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>

#include "atlas/anatomy.h"
#include "atlas/builder/build.h"
#include "atlas/check.h"
#include "base/error.h"
#include "base/resources.h"
#include "cli/progress.h"
#include "cli/verbs.h"

namespace syn::cli {
namespace {

int runBuild(atlas::BuildOptions options) {
  const Resources resources = Resources::find();
  if (options.out.empty()) options.out = resources.meshes;
  ProgressBar bar("Building the anatomy");
  options.progress = [&bar](double share, std::string_view what) { bar.show(share, what); };
  atlas::build(Catalogue::load(resources.data), options);
  return 0;
}

int runCheck() {
  const Resources resources = Resources::find();
  const Catalogue catalogue = Catalogue::load(resources.data);
  const std::vector<Issue> issues = atlas::check(resources.meshes, catalogue);
  if (!issues.empty()) throw ContentError(issues);
  const atlas::Anatomy anatomy = atlas::loadAnatomy(resources.meshes, catalogue);
  std::size_t triangles = 0;
  for (const atlas::Mesh& mesh : anatomy.meshes) triangles += mesh.triangleCount();
  int strands = 0;
  for (const atlas::Bundle& bundle : anatomy.bundles) strands += bundle.strands();
  std::printf("%zu meshes, %zu triangles, %zu bundles, %d strands: sound\n", anatomy.meshes.size(),
              triangles, anatomy.bundles.size(), strands);
  return 0;
}

}  // namespace

void addAtlasVerbs(CLI::App& app, Action& action) {
  CLI::App* verb = app.add_subcommand("atlas", "Build or check the anatomy");
  verb->require_subcommand(1);

  auto options = std::make_shared<atlas::BuildOptions>();
  options->threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  CLI::App* build = verb->add_subcommand("build", "Build every mesh from the two open volumes");
  build->add_option("--t1", options->t1, "T1-weighted volume (Colin27, NIfTI)")
      ->capture_default_str();
  build->add_option("--labels", options->labels, "Label volume (AAL, NIfTI)")
      ->capture_default_str();
  build->add_option("--out", options->out, "Folder for the meshes; default: the program's own");
  build->add_option("--threads", options->threads, "Threads; the result does not depend on it")
      ->check(CLI::Range(1, 256));
  build->callback([options, &action] { action = [options] { return runBuild(*options); }; });

  CLI::App* check = verb->add_subcommand(
      "check", "Read every mesh; check hashes, sides, holes, volumes and bundle ends");
  check->callback([&action] { action = [] { return runCheck(); }; });
}

}  // namespace syn::cli
