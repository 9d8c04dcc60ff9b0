#include <cmath>

#include <nlohmann/json.hpp>

#include "scene/look_json.h"
#include "session/guide/moment.h"
#include "sim/scenario_writer.h"

namespace syn::session {
namespace {

using Json = nlohmann::ordered_json;

Json lifeJson(const MomentLife& life) {
  if (!life.name.empty()) return life.name;
  return Json::parse(sim::writeScenario(life.scenario));
}

Json cameraJson(const MomentPane& pane) {
  if (!pane.ownCamera) return "shared";
  const MomentCamera& camera = pane.camera;
  if (!camera.preset.empty()) return camera.preset;
  return {{"target", camera.target},
          {"azimuth", camera.azimuth},
          {"elevation", camera.elevation},
          {"roll", camera.roll},
          {"zoom", camera.zoom}};
}

Json selectionJson(const RegionSelection& selection, const Catalogue& catalogue) {
  Json out{{"region", catalogue.regions[static_cast<std::size_t>(selection.region)].id}};
  if (selection.hemisphere) out["side"] = hemisphereName(*selection.hemisphere);
  return out;
}

Json paneJson(const MomentPane& pane, const Content& content) {
  Json out{{"life", pane.life},
           {"baseline", baselineWords()[static_cast<std::size_t>(pane.baseline)]},
           {"look", pane.look.id}};
  Json changes = Json::parse(
      scene::writeLook(pane.look, content.catalogue(), content.looks->get(pane.look.id)));
  if (!changes.empty()) out["changes"] = std::move(changes);
  out["camera"] = cameraJson(pane);
  if (pane.selection.region >= 0) {
    out["selection"] = selectionJson(pane.selection, content.catalogue());
  }
  return out;
}

}  // namespace

std::string writeMoment(const Moment& moment, const Content& content) {
  Json out{{"version", Moment::kVersion}};
  if (!moment.caption.empty()) out["caption"] = moment.caption;
  out["lives"] = Json::array();
  for (const MomentLife& life : moment.lives) out["lives"].push_back(lifeJson(life));
  out["age"] = moment.age;
  out["play"] = {{"speed", moment.speed},
                 {"direction", moment.forward ? "forward" : "backward"},
                 {"mode", modeWords()[static_cast<std::size_t>(moment.mode)]},
                 {"from", moment.from},
                 {"to", moment.to}};
  out["panes"] = Json::array();
  for (const MomentPane& pane : moment.panes) out["panes"].push_back(paneJson(pane, content));
  if (moment.span) out["span"] = {{"life", moment.span->life}, {"index", moment.span->index}};
  return out.dump(2) + "\n";
}

}  // namespace syn::session
