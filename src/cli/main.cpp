#include <cstdio>
#include <exception>
#include <new>

#include <CLI/CLI.hpp>

#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/log.h"
#include "base/logic_error.h"
#include "cli/verbs.h"

namespace {

constexpr int kFailed = 1;
constexpr int kBadInput = 2;
constexpr int kBug = 3;

int run(int argc, char** argv) {
  CLI::App app{
      "Synaptarium without a window: simulate, check, draw and measure the plastic brain."};
  app.set_version_flag("--version", SYN_VERSION);
  app.set_help_all_flag("--help-all", "Print this help with that of every verb and end");
  app.require_subcommand(1);
  bool verbose = false;
  app.add_flag("-v,--verbose", verbose, "Say more while working");

  syn::cli::Action action;
  syn::cli::addSimVerbs(app, action);
#ifdef SYN_WITH_VIEW
  syn::cli::addAtlasVerbs(app, action);
  syn::cli::addRenderVerbs(app, action);
  syn::cli::addGalleryVerb(app, action);
  syn::cli::addTourVerbs(app, action);
  syn::cli::addBenchVerbs(app, action);
#endif

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const std::vector<std::string> strangers = app.remaining();
    if (app.get_subcommands().empty() && !strangers.empty()) {
      std::vector<std::string> verbs;
      for (const CLI::App* verb : app.get_subcommands({})) verbs.push_back(verb->get_name());
      std::fprintf(stderr, "There is no verb \"%s\"%s See --help.\n", strangers.front().c_str(),
                   syn::didYouMean(strangers.front(), verbs).c_str());
      return kBadInput;
    }
    // CLI11 has its own exit codes; ours are 0 for help and version, 2 for any misuse.
    return app.exit(error) == 0 ? 0 : kBadInput;
  }
  if (verbose) syn::log::setLevel(syn::log::Level::info);
  return action();
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const syn::RefusedError& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return kBadInput;
  } catch (const syn::Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return kFailed;
  } catch (const std::bad_alloc&) {
    std::fprintf(stderr, "There is not enough memory for this; ask for less at once.\n");
    return kFailed;
  } catch (const syn::LogicError& error) {
    std::fprintf(stderr, "A mistake in the program, please report it: %s\n", error.what());
    return kBug;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "Unexpected failure: %s\n", error.what());
    return kFailed;
  }
}
