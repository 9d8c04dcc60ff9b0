#include "ui/models/tour.h"

#include "session/guide/tour.h"

namespace syn::ui {

using session::Change;

void TourModel::opened() {
  emit stepChanged();
}

void TourModel::heard(Change change) {
  if (change == Change::tour) emit stepChanged();
}

const session::Tour* TourModel::tour() const {
  return session() != nullptr ? session()->tour() : nullptr;
}

const session::TourStep* TourModel::shown() const {
  if (tour() == nullptr) return nullptr;
  return &tour()->steps[static_cast<std::size_t>(session()->tourStep())];
}

int TourModel::step() const {
  return given() ? session()->tourStep() + 1 : 0;
}

int TourModel::steps() const {
  return given() ? static_cast<int>(tour()->steps.size()) : 0;
}

QString TourModel::title() const {
  return given() ? say(tour()->title) : QString();
}

QString TourModel::caption() const {
  return given() ? say(shown()->caption) : QString();
}

QString TourModel::question() const {
  return given() ? say(shown()->question) : QString();
}

QStringList TourModel::notes() const {
  QStringList notes;
  if (!given()) return notes;
  for (const Message& note : shown()->notes) notes.append(say(note));
  return notes;
}

QString TourModel::sources() const {
  return given() ? say(session::sourcesOf(*shown(), session()->catalogue())) : QString();
}

QString TourModel::place() const {
  if (!given()) return {};
  return say(
      Message{"tour.place",
              {{"step", static_cast<double>(step())}, {"steps", static_cast<double>(steps())}}});
}

}  // namespace syn::ui
