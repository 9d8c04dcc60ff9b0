#include "session/stage.h"

#include <algorithm>
#include <utility>

namespace syn::session {
namespace {

constexpr double kWaySeconds = 1.2;  // to another Moment

}  // namespace

void Stage::arrive() const {
  session_.endWay();
}

/// Whoever sets the time by hand ends a way to somewhere else.
Clock& Stage::clock() const {
  arrive();
  session_.runsOnArrival_ = false;
  return session_.clock_;
}

Pane& Stage::pane(const Arguments& arguments) const {
  const auto named = arguments.optionalNumber("pane");
  if (!named) return pane();
  const int index = std::min(arguments.whole("pane"), session_.paneCount() - 1);
  return pane(index);
}

void Stage::eachLinked(const std::function<void(Pane&)>& change) const {
  if (!session_.linked_) return change(pane());
  for (int i = 0; i < session_.paneCount(); ++i) change(pane(i));
}

void Stage::changeLooks(const std::function<void(scene::Look&)>& change) const {
  arrive();
  eachLinked([&](Pane& pane) { pane.changeLook(change); });
}

void Stage::setActivePane(int index) const {
  if (index < 0 || index >= session_.paneCount() || index == session_.active_) return;
  session_.active_ = index;
  dropForeignSpan();
  session_.tell(Change::panes);
}

void Stage::dropForeignSpan() const {
  if (document().chosenSpan().life != life()) document().chooseSpan({});
}

void Stage::setLinked(bool linked) const {
  if (linked == session_.linked_) return;
  arrive();
  session_.linked_ = linked;
  for (int i = 1; i < session_.paneCount(); ++i) {
    if (linked) {
      pane(i).setCamera(pane(0).sharedCamera());
      pane(i).setLook(pane(0).look());
      pane(i).select(pane(0).selection());
    } else {
      pane(i).setCamera(std::make_shared<scene::Camera>(pane(i).camera()));
    }
  }
  session_.heard(Change::panes);
}

void Stage::openPane() const {
  if (session_.paneCount() > 1) return;
  arrive();
  session_.addPane(pane(0).sharedCamera());
  Pane& opened = pane(1);
  opened.setLife(session_.document_.lifeCount() - 1);
  opened.setBaseline(pane(0).baseline());
  opened.setLook(pane(0).look());
  opened.select(pane(0).selection());
  session_.linked_ = true;
  session_.heard(Change::panes);
}

void Stage::closePane() const {
  if (session_.paneCount() < 2) return;
  dropSecond();
  const int shown = pane(0).life();
  const SpanChoice chosen = document().chosenSpan();
  const int index = chosen.life == shown ? document().life(shown).indexOf(chosen.id) : -1;
  pane(0).setLife(0);
  document().setLives({document().story(shown).scenario()});
  document().chooseSpan({0, document().life(0).idAt(index)});
  session_.heard(Change::panes);
}

void Stage::dropSecond() const {
  session_.panes_.pop_back();
  session_.active_ = 0;
  if (pane(0).baseline() == scene::Baseline::reference) {
    pane(0).setBaseline(scene::Baseline::ownAdult);
  }
}

void Stage::restore(void (Document::*step)()) const {
  const int before = document().lifeCount();
  (document().*step)();
  const int now = document().lifeCount();
  if (now > before) {
    openPane();
    showBothLives();
  } else if (now < before && session_.paneCount() > 1) {
    dropSecond();
    session_.heard(Change::panes);
  }
  dropForeignSpan();
}

void Stage::undo() const {
  restore(&Document::undo);
}

void Stage::redo() const {
  restore(&Document::redo);
}

void Stage::showBothLives() const {
  pane(0).setLife(0);
  pane(1).setLife(1);
  setActivePane(0);
  session_.heard(Change::panes);
}

void Stage::travelTo(const Moment& moment) const {
  if (session_.tour_) closeTour();
  session_.show(moment, kWaySeconds);
}

void Stage::setCaption(Caption caption) const {
  if (caption == session_.caption_) return;
  session_.caption_ = std::move(caption);
  session_.tell(Change::caption);
}

int Stage::life() const {
  return pane().life();
}

void Stage::edit(int life, const std::function<void(Life&)>& change) const {
  Message refusal = document().edit(life, change);
  if (!refusal.empty()) refuse(std::move(refusal));
}

void Stage::refuse(Message why) const {
  session_.refusal_ = std::move(why);
  session_.tell(Change::refusal);
}

sim::Scenario Stage::readLife(const std::string& name) const {
  return readNamedLife(content(), name).scenario;
}

void Stage::setReading(const scene::ReadingPreferences& reading) const {
  if (reading == session_.reading_) return;
  session_.reading_ = reading;
  for (const auto& pane : session_.panes_) {
    pane->camera().setReducedMotion(reading.reducedMotion);
  }
  session_.tell(Change::reading);
}

void Stage::home() const {
  const Moment& moment = session_.opening_;
  const MomentCamera camera = moment.panes.front().camera;
  if (session_.tour_) closeTour();
  // Only the camera is seen to go home; everything else is there at once.
  const scene::CameraPose from = pane(0).camera().pose();
  session_.show(moment);
  pane(0).camera().setPose(from);
  pane(0).camera().goTo(camera.pose(pane(0).camera()));
  cameraMoved();
  setReading(session_.readingAtStart_);
  session_.tell(Change::home);
}

void Stage::openTour(Tour tour) const {
  session_.tour_ = std::move(tour);
  session_.goToStep(0);
}

void Stage::closeTour() const {
  session_.tour_.reset();
  session_.step_ = 0;
  session_.runsOnArrival_ = false;
  session_.tell(Change::tour);
}

void Stage::add(ActionForm form, std::function<void(const Arguments&)> run,
                std::function<bool()> enabled) const {
  const std::string key = "action." + form.id;
  registry().add(Action{std::move(form.id), key, key + ".help", form.level,
                        std::move(form.shortcut), std::move(form.parameters), std::move(run),
                        std::move(enabled)});
}

void Stage::add(std::string id, Level level, Domain takes, std::function<Value()> get,
                std::function<void(const Value&)> set) const {
  const std::string key = "property." + id;
  registry().add(Property{std::move(id), key, key + ".help", level, std::move(takes),
                          std::move(get), std::move(set)});
}

}  // namespace syn::session
