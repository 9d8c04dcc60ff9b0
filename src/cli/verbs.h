#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace syn::cli {

/// What the chosen verb does once the command line has been read; returns the exit code.
using Action = std::function<int()>;

/// Each registers its verbs with their options on `app`. Parsing only fills options; the chosen
/// verb puts its work into `action`, which `main` then runs inside its error handling.
void addSimVerbs(CLI::App& app, Action& action);     ///< simulate validate sensitivity cohort
void addAtlasVerbs(CLI::App& app, Action& action);   ///< atlas build, atlas check
void addRenderVerbs(CLI::App& app, Action& action);  ///< render movie
void addGalleryVerb(CLI::App& app, Action& action);  ///< gallery
void addTourVerbs(CLI::App& app, Action& action);    ///< tour list, check, slides, handout
void addBenchVerbs(CLI::App& app, Action& action);   ///< bench

}  // namespace syn::cli
