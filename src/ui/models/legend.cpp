#include "ui/models/legend.h"

#include <array>
#include <QColor>

#include "scene/legend.h"

namespace syn::ui {
namespace {

using session::Change;

constexpr std::array kKinds{"bar", "exaggeration", "points", "fibres", "pulse", "key", "effect"};

}  // namespace

void LegendModel::heard(Change change) {
  switch (change) {
    case Change::age:
    case Change::computed:
    case Change::look:
    case Change::panes:
    case Change::selection:
      refresh();
      return;
    default:
      return;
  }
}

void LegendModel::refresh() {
  if (pane_ >= session()->paneCount()) return;
  QVariantList entries;
  QString factor;
  for (const scene::LegendEntry& entry : session()->pane(pane_).legend().entries) {
    QVariantList stops;
    for (const scene::Rgb& stop : entry.stops) {
      stops.append(QColor::fromRgbF(stop.r, stop.g, stop.b).name());
    }
    const QString sign = say(entry.sign);
    if (entry.kind == scene::LegendEntry::Kind::exaggeration) factor = sign;
    entries.append(
        QVariantMap{{"kind", QString::fromLatin1(kKinds[static_cast<std::size_t>(entry.kind)])},
                    {"sign", sign},
                    {"text", say(entry.text)},
                    {"stops", stops},
                    {"low", say(entry.low)},
                    {"middle", say(entry.middle)},
                    {"high", say(entry.high)},
                    {"standing", say(entry.standing)},
                    {"sources", text(entry.sources)},
                    {"contested", entry.contested}});
  }
  if (entries == entries_) return;
  entries_ = entries;
  factor_ = factor;
  emit entriesChanged();
}

}  // namespace syn::ui
