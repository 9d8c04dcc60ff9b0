#pragma once

#include <filesystem>
#include <memory>

#include "atlas/anatomy.h"
#include "base/resources.h"
#include "scene/picker.h"
#include "session/life_runner.h"
#include "sim/model.h"
#include "sim/trajectory.h"

namespace syn::ui {

/// Everything the window reads from disk. Either all of it, or an error.
struct Content {
  std::shared_ptr<const sim::Model> model;
  sim::Scenario scenario;
  std::unique_ptr<session::LifeRunner> runner;  ///< computed, not yet started
  std::shared_ptr<const atlas::Anatomy> anatomy;
  std::unique_ptr<const scene::Picker> picker;
  std::shared_ptr<const scene::Looks> looks;
};

/// Reads model, scenario and anatomy; slow, meant for a thread beside the window.
/// `scenario` may be empty: then the opening life of the program. Throws Error or ContentError.
[[nodiscard]] Content loadContent(const Resources& resources,
                                  const std::filesystem::path& scenario);

}  // namespace syn::ui
