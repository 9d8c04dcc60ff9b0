#include "session/actions/actions.h"

namespace syn::session {
namespace {

constexpr double kFar = 1e5;  // pixels; what a hand can do at once
constexpr double kStepNearer = 1.15;

Parameter paneParameter() {
  return {"pane", Domain::whole(0, 1), false};
}

Parameter pixels(const char* name, bool required = true) {
  return {name, Domain::number(-kFar, kFar, 24, "px"), required};
}

}  // namespace

void addCameraActions(const Stage& stage) {
  const auto add = [&](Stage::ActionForm form,
                       std::function<void(scene::Camera&, const Arguments&)> move) {
    form.parameters.push_back(paneParameter());
    stage.add(std::move(form), [stage, move = std::move(move)](const Arguments& arguments) {
      move(stage.pane(arguments).camera(), arguments);
      stage.cameraMoved();
    });
  };
  add({"camera.turn", "", Level::visitor, {pixels("dx"), pixels("dy")}},
      [](scene::Camera& camera, const Arguments& a) {
        camera.turn(a.number("dx"), a.number("dy"));
      });
  add({"camera.pan", "", Level::visitor, {pixels("dx"), pixels("dy")}},
      [](scene::Camera& camera, const Arguments& a) {
        camera.pan(a.number("dx"), a.number("dy"));
      });
  add({"camera.zoom",
       "",
       Level::visitor,
       {{"factor", Domain::number(0.01, 100)}, pixels("x", false), pixels("y", false)}},
      [](scene::Camera& camera, const Arguments& a) {
        if (a.has("x") && a.has("y")) {
          camera.zoom(a.number("factor"), a.number("x"), a.number("y"));
        } else {
          camera.zoom(a.number("factor"));
        }
      });
  add({"camera.roll", "", Level::visitor, {{"degrees", Domain::number(-360, 360, 5, "degrees")}}},
      [](scene::Camera& camera, const Arguments& a) { camera.roll(a.number("degrees")); });
  add({"camera.fling", "", Level::visitor, {pixels("dx"), pixels("dy")}},
      [](scene::Camera& camera, const Arguments& a) {
        camera.fling(a.number("dx"), a.number("dy"));
      });
  add({"camera.stop"}, [](scene::Camera& camera, const Arguments&) { camera.stop(); });
  add({"camera.nearer", "+"},
      [](scene::Camera& camera, const Arguments&) { camera.zoom(kStepNearer); });
  add({"camera.farther", "-"},
      [](scene::Camera& camera, const Arguments&) { camera.zoom(1 / kStepNearer); });
  add({"camera.preset", "", Level::visitor, {{"preset", Domain::choice([] {
                                                std::vector<std::string> ids;
                                                for (const scene::Preset preset :
                                                     scene::allPresets())
                                                  ids.emplace_back(presetId(preset));
                                                return ids;
                                              })}}},
      [](scene::Camera& camera, const Arguments& a) {
        camera.goTo(*scene::presetFromId(a.text("preset")));
      });

  const auto structures = static_cast<double>(stage.session().catalogue().structures.size()) - 1;
  stage.add({"camera.focus",
             "",
             Level::visitor,
             {{"structure", Domain::whole(0, structures)}, paneParameter()}},
            [stage](const Arguments& a) { stage.pane(a).focusOn(a.whole("structure")); });
  stage.add({"selection.hover",
             "",
             Level::visitor,
             {{"structure", Domain::whole(-1, structures)}, paneParameter()}},
            [stage](const Arguments& a) { stage.pane(a).hover(a.whole("structure")); });
}

}  // namespace syn::session
