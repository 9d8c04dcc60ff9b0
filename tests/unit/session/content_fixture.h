#pragma once

#include <cmath>
#include <filesystem>
#include <memory>
#include <string>

#include "session/content.h"
#include "session/guide/moment.h"
#include "sim/schedule.h"

namespace syn::session {

/// Model and looks as shipped, loaded once.
inline const std::shared_ptr<const Content>& shippedContent() {
  static const auto kContent = loadModelContent(std::filesystem::path(SYN_SOURCE_DIR) / "data");
  return kContent;
}

inline sim::Entry entry(const std::string& exposure, double fromAge, double toAge, double dose) {
  sim::Entry result;
  result.exposure = exposure;
  result.fromWeek = std::round(fromAge * 52);
  result.toWeek = std::round(toAge * 52);
  result.dose.mean = dose;
  return result;
}

inline sim::Scenario scenarioOf(sim::Schedule life, const std::string& title = "A life") {
  sim::Scenario scenario;
  scenario.id = "test";
  scenario.title = title;
  scenario.life = std::move(life);
  return scenario;
}

inline sim::Scenario walker() {
  return scenarioOf({entry("aerobic_exercise", 62, 84, 120)}, "Walker");
}

/// One pane on these lives.
inline Moment momentOf(std::vector<sim::Scenario> lives, double age = 66) {
  Moment moment;
  for (sim::Scenario& life : lives) moment.lives.push_back({"", std::move(life)});
  moment.age = age;
  MomentPane pane;
  pane.look = shippedContent()->looks->get("limbic");
  pane.camera.preset = "home";
  pane.selection.region = *shippedContent()->catalogue().regionIndex("hippocampus");
  moment.panes = {pane};
  return moment;
}

}  // namespace syn::session
