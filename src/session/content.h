#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "atlas/anatomy.h"
#include "base/resources.h"
#include "scene/look.h"
#include "scene/picker.h"
#include "sim/model.h"

namespace syn::session {

/// What the program reads once and never changes, shared by all panes and lives.
struct Content {
  std::filesystem::path data;  ///< folder of the data files
  std::shared_ptr<const sim::Model> model;
  std::shared_ptr<const scene::Looks> looks;
  std::vector<std::string> lives;      ///< files of data/scenarios that tell one life, by name
  std::vector<std::string> phenomena;  ///< of data/scenarios/phenomena, by number
  std::vector<std::string> tours;      ///< of data/tours, by number
  std::shared_ptr<const atlas::Anatomy> anatomy;  ///< null where nothing is drawn
  std::shared_ptr<const scene::Picker> picker;    ///< null without anatomy

  [[nodiscard]] const Catalogue& catalogue() const { return model->catalogue(); }
};

/// Reads model, looks and anatomy; slow, meant for a thread beside the window. All of it, or Error
/// and ContentError with every issue.
[[nodiscard]] std::shared_ptr<const Content> loadContent(const Resources& resources);
/// Model and looks only: enough to compute and to read Moments.
[[nodiscard]] std::shared_ptr<const Content> loadModelContent(const std::filesystem::path& data);
/// The same with the anatomy read from `meshes`.
[[nodiscard]] std::shared_ptr<const Content> withAnatomy(Content content,
                                                         const std::filesystem::path& meshes);

}  // namespace syn::session
