#include "session/actions/actions.h"

namespace syn::session {

void addTourActions(const Stage& stage) {
  const Session& session = stage.session();
  const auto open = [&session] { return session.tour() != nullptr; };
  const auto before = [&session] { return session.tour() && session.tourStep() > 0; };
  const auto after = [&session] {
    return session.tour() && session.tourStep() + 1 < std::ssize(session.tour()->steps);
  };

  // Read whole before anything changes: a broken tour is refused, never half-way.
  const auto load = [stage](const std::string& word) {
    stage.openTour(loadTour(findTour(stage.content().data, word), stage.content()));
  };
  const auto names = [stage] { return stage.content().tours; };

  stage.add({"tour.open", "", Level::visitor, {{"tour", Domain::choice(names)}}},
            [load](const Arguments& arguments) { load(arguments.text("tour")); });
  stage.add({"tour.open_file", "", Level::lecturer, {{"file", Domain::text()}}},
            [load](const Arguments& arguments) { load(arguments.text("file")); });
  stage.add(
      {"tour.next", "PgDown"},
      [stage](const Arguments&) { stage.goToStep(stage.session().tourStep() + 1); }, after);
  stage.add(
      {"tour.back", "PgUp"},
      [stage](const Arguments&) { stage.goToStep(stage.session().tourStep() - 1); }, before);
  stage.add(
      {"tour.again", "Shift+F5"},
      [stage](const Arguments&) { stage.goToStep(stage.session().tourStep()); }, open);
  stage.add(
      {"tour.go",
       "",
       Level::visitor,
       {{"step", Domain::whole(1, static_cast<double>(Tour::kMostSteps))}}},
      [stage](const Arguments& arguments) { stage.goToStep(arguments.whole("step") - 1); }, open);
  stage.add(
      {"tour.close"}, [stage](const Arguments&) { stage.closeTour(); }, open);
}

}  // namespace syn::session
