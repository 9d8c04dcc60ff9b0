#include "ui/models/life.h"

namespace syn::ui {

using session::Change;

Message doseMessage(const session::Lane& lane, double dose) {
  return {"dose." + lane.exposure, {{"dose", dose}}};
}

Message laneMessage(const session::Lane& lane) {
  return {"lane." + lane.exposure};
}

LifeModel::LifeModel(App& app) : Model(app) {
  spans_.setWords(
      [this](const session::Span& span) { return doseText(lane(span.lane), span.dose); },
      [this](const session::Span& span) { return say(laneMessage(lane(span.lane))); });
}

void LifeModel::opened() {
  refresh();
  spans_.sayAgain();
  emit lanesChanged();
  emit titleChanged();
  emit chosenChanged();
  emit historyChanged();
}

void LifeModel::heard(Change change) {
  switch (change) {
    case Change::document:
    case Change::panes:
      refresh();
      emit chosenChanged();
      emit titleChanged();
      return;
    case Change::span:
      emit chosenChanged();
      return;
    case Change::history:
      emit historyChanged();
      return;
    default:
      return;
  }
}

/// Which lanes are shown, and on which rows their spans lie.
void LifeModel::refresh() {
  const std::vector<session::Lane>& lanes = life().lanes();
  std::vector<int> shown;
  std::vector<int> rows(lanes.size(), 0);
  for (std::size_t i = 0; i < lanes.size(); ++i) {
    if (!lanes[i].open && !life().lives(static_cast<int>(i))) continue;
    rows[i] = static_cast<int>(shown.size());
    shown.push_back(static_cast<int>(i));
  }
  const bool changed = shown != shownLanes_;
  shownLanes_ = std::move(shown);
  if (changed) emit lanesChanged();
  spans_.sync(life(), std::move(rows));
}

const session::Life& LifeModel::life() const {
  return session()->document().life(session()->pane().life());
}

const session::Lane& LifeModel::lane(int index) const {
  return life().lanes().at(static_cast<std::size_t>(index));
}

QString LifeModel::doseText(const session::Lane& lane, double dose) const {
  return say(doseMessage(lane, dose));
}

QString LifeModel::title() const {
  if (session() == nullptr) return {};
  return app().titleOf(session()->pane().life());
}

QVariantList LifeModel::lanes() const {
  QVariantList list;
  if (session() == nullptr) return list;
  for (const int index : shownLanes_) {
    const session::Lane& shown = lane(index);
    list.append(QVariantMap{{"family", text(shown.family)},
                            {"name", say(laneMessage(shown))},
                            {"usual", doseText(shown, shown.baseline)}});
  }
  return list;
}

int LifeModel::chosenId() const {
  if (session() == nullptr) return 0;
  const session::SpanChoice& choice = session()->document().chosenSpan();
  return choice.life == session()->pane().life() ? choice.id : 0;
}

QVariantMap LifeModel::chosen() const {
  const session::Span* span = chosenId() != 0 ? session()->document().chosen() : nullptr;
  if (span == nullptr) return {{"id", 0}};
  const session::Lane& on = lane(span->lane);
  const Message usual{"span.usual", {{"dose", doseMessage(on, on.baseline)}}};
  return {{"id", span->id},
          {"family", text(on.family)},
          {"name", say(laneMessage(on))},
          {"dose", span->dose},
          {"doseText", doseText(on, span->dose)},
          {"low", on.low},
          {"high", on.high},
          {"usual", say(usual)},
          {"baseline", on.baseline},
          {"step", on.step},
          {"from", span->fromAge},
          {"to", span->toAge},
          {"instant", span->toAge <= span->fromAge}};
}

bool LifeModel::canUndo() const {
  return session() != nullptr && session()->document().canUndo();
}

bool LifeModel::canRedo() const {
  return session() != nullptr && session()->document().canRedo();
}

// --- edits ---------------------------------------------------------------------------------------

void LifeModel::choose(int span) {
  if (span == 0) {
    app().run("span.choose", {});
    return;
  }
  app().run("span.choose", {{"span", static_cast<double>(span)}});
  app().choseByHand(QStringLiteral("span"));
}

void LifeModel::addOrChoose(int row) {
  if (row < 0 || row >= static_cast<int>(shownLanes_.size())) return;
  const int index = shownLanes_[static_cast<std::size_t>(row)];
  app().run("span.add_or_choose", {{"lane", lane(index).exposure}});
  if (chosenId() != 0) app().choseByHand(QStringLiteral("span"));
}

void LifeModel::beginEdit() {
  app().run("edit.begin", {});
}

void LifeModel::endEdit() {
  app().run("edit.end", {});
}

void LifeModel::edit(const std::string& action, int span, const char* argument, double value) {
  app().run(action, {{"span", static_cast<double>(span)}, {argument, value}});
}

void LifeModel::setDose(int span, double dose) {
  edit("span.dose", span, "dose", dose);
}

void LifeModel::setFrom(int span, double age) {
  edit("span.from", span, "age", age);
}

void LifeModel::setTo(int span, double age) {
  edit("span.to", span, "age", age);
}

void LifeModel::move(int span, double fromAge) {
  edit("span.move", span, "age", fromAge);
}

}  // namespace syn::ui
