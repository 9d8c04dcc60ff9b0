#include "session/actions/actions.h"

namespace syn::session {

void addReaderActions(const Stage& stage) {
  const scene::ReadingPreferences& reading = stage.session().reading();
  const Registry& registry = stage.registry();
  constexpr double kSmallest = 1, kLargest = 2;

  stage.add(
      "reading.text_scale", Level::visitor, Domain::number(kSmallest, kLargest, 0.25),
      [&reading] { return static_cast<double>(reading.textScale); },
      [stage](const Value& value) {
        scene::ReadingPreferences next = stage.reading();
        next.textScale = static_cast<float>(std::get<double>(value));
        stage.setReading(next);
      });
  stage.add(
      "reading.reduced_motion", Level::visitor, Domain::boolean(),
      [&reading] { return reading.reducedMotion; },
      [stage](const Value& value) {
        scene::ReadingPreferences next = stage.reading();
        next.reducedMotion = std::get<bool>(value);
        stage.setReading(next);
      });
  stage.add(
      {"reading.text_larger", "Ctrl++"},
      [&registry](const Arguments&) { registry.nudge("reading.text_scale", 1); },
      [&reading] { return static_cast<double>(reading.textScale) < kLargest; });
  stage.add(
      {"reading.text_smaller", "Ctrl+-"},
      [&registry](const Arguments&) { registry.nudge("reading.text_scale", -1); },
      [&reading] { return static_cast<double>(reading.textScale) > kSmallest; });
  stage.add({"reading.motion", "M"},
            [&registry](const Arguments&) { registry.nudge("reading.reduced_motion", 1); });
  stage.add({"app.home", "Home"}, [stage](const Arguments&) { stage.home(); });
}

void addAllActions(const Stage& stage) {
  addTimeActions(stage);
  addLifeActions(stage);
  addViewActions(stage);
  addPaneActions(stage);
  addCameraActions(stage);
  addTourActions(stage);
  addReaderActions(stage);
}

}  // namespace syn::session
