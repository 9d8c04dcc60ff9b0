#include "session/content.h"

#include <utility>

#include "base/files.h"

namespace syn::session {
namespace {

Content readModel(const std::filesystem::path& data) {
  Content content;
  content.data = data;
  content.model = sim::Model::load(data);
  content.looks =
      std::make_shared<const scene::Looks>(scene::Looks::load(data, content.model->catalogue()));
  content.lives = jsonNamesIn(data / "scenarios");
  content.phenomena = jsonNamesIn(data / "scenarios" / "phenomena");
  content.tours = jsonNamesIn(data / "tours");
  return content;
}

}  // namespace

std::shared_ptr<const Content> loadContent(const Resources& resources) {
  return withAnatomy(readModel(resources.data), resources.meshes);
}

std::shared_ptr<const Content> withAnatomy(Content content, const std::filesystem::path& meshes) {
  content.anatomy =
      std::make_shared<const atlas::Anatomy>(atlas::loadAnatomy(meshes, content.catalogue()));
  content.picker = std::make_shared<const scene::Picker>(content.anatomy);
  return std::make_shared<const Content>(std::move(content));
}

std::shared_ptr<const Content> loadModelContent(const std::filesystem::path& data) {
  return std::make_shared<const Content>(readModel(data));
}

}  // namespace syn::session
