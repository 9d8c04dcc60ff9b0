#include "ui/models/pane.h"

#include "scene/sentences.h"

namespace syn::ui {

using session::Change;

PaneModel::PaneModel(App& app, int index) : Model(app), index_(index), legend_(app, index) {}

void PaneModel::opened() {
  emit looksChanged();
  emit lookChanged();
  emit selectionChanged();
  emit pointingChanged();
  refreshVolume();
}

void PaneModel::heard(Change change) {
  switch (change) {
    case Change::age:
    case Change::computed:
      refreshVolume();
      return;
    case Change::look:
      emit lookChanged();
      return;
    case Change::selection:
      emit selectionChanged();
      refreshVolume();
      return;
    case Change::pointing:
      emit pointingChanged();
      return;
    case Change::document:
    case Change::panes:
      emit lookChanged();
      emit selectionChanged();
      refreshVolume();
      return;
    default:
      return;
  }
}

const session::Pane* PaneModel::pane() const {
  const bool there = session() != nullptr && index_ < session()->paneCount();
  return there ? &session()->pane(index_) : nullptr;
}

QString PaneModel::title() const {
  if (pane() == nullptr) return {};
  return app().titleOf(pane()->life());
}

QString PaneModel::look() const {
  return pane() != nullptr ? text(pane()->look().id) : QString();
}

QVariantList PaneModel::looks() const {
  QVariantList list;
  if (session() == nullptr) return list;
  for (const scene::Look& look : session()->content().looks->all()) {
    list.append(QVariantMap{{"id", text(look.id)}, {"text", say(Message{"look." + look.id})}});
  }
  return list;
}

double PaneModel::xray() const {
  return pane() != nullptr ? static_cast<double>(pane()->look().xray) : 0;
}

double PaneModel::explode() const {
  return pane() != nullptr ? static_cast<double>(pane()->look().explode) : 0;
}

bool PaneModel::trueSize() const {
  return pane() != nullptr && pane()->look().exaggeration <= 1;
}

QString PaneModel::selectedLabel() const {
  if (pane() == nullptr || pane()->selection().region < 0) return {};
  const session::RegionSelection& of = pane()->selection();
  const Region& region = session()->catalogue().regions[static_cast<std::size_t>(of.region)];
  return say(scene::regionName(region, of.hemisphere));
}

void PaneModel::refreshVolume() {
  QString now;
  if (pane() != nullptr && pane()->life() < session()->lives().count()) {
    const auto volume = session()
                            ->lives()
                            .story(pane()->life())
                            .life->regions.volume(pane()->selection(), session()->clock().age());
    if (volume) now = text(app().texts().percent(*volume, 1));
  }
  if (now == selectedVolume_) return;
  selectedVolume_ = now;
  emit numbersChanged();
}

QString PaneModel::hoveredLabel() const {
  if (pane() == nullptr || pane()->pointing().hovered < 0) return {};
  return say(scene::structureName(session()->catalogue(), pane()->pointing().hovered));
}

void PaneModel::show(const QString& look) {
  app().set("view.look", session::Value(look.toStdString()));
}

}  // namespace syn::ui
