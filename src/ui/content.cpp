#include "ui/content.h"

#include <future>

#include "sim/scenario_reader.h"

namespace syn::ui {
namespace {
constexpr const char* kOpeningLife = "many_turns";
}

Content loadContent(const Resources& resources, const std::filesystem::path& scenario) {
  Content content;
  content.model = sim::Model::load(resources.data);
  // The anatomy takes longest and needs nothing of the life.
  auto anatomy = std::async(std::launch::async, [&] {
    content.anatomy = std::make_shared<const atlas::Anatomy>(
        atlas::loadAnatomy(resources.meshes, content.model->catalogue()));
    content.picker = std::make_unique<const scene::Picker>(content.anatomy);
  });
  content.looks = std::make_shared<const scene::Looks>(
      scene::Looks::load(resources.data, content.model->catalogue()));
  const sim::ScenarioPlace place =
      sim::findScenario(resources.data, scenario.empty() ? kOpeningLife : scenario.string());
  content.scenario = sim::loadScenarioFile(place.file, *content.model).life(place.life);
  content.runner = std::make_unique<session::LifeRunner>(content.model, content.scenario);
  anatomy.get();
  return content;
}

}  // namespace syn::ui
