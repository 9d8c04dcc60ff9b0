#include "ui/models/legend.h"

#include <array>
#include <QColor>

#include "scene/legend.h"

namespace syn::ui {
namespace {

using session::Change;

constexpr std::array kKinds{"bar", "exaggeration", "points", "fibres", "pulse", "key", "effect"};
static_assert(kKinds.size() == static_cast<std::size_t>(scene::LegendEntry::Kind::effect) + 1);

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
  // What is not seen is not written; the other pane's is read when it becomes the active one.
  if (pane_ >= session()->paneCount() || pane_ != session()->activePane()) return;
  const scene::Legend legend = session()->pane(pane_).legend();
  QVariantList entries;
  QString factor;
  for (const scene::LegendEntry& entry : legend.entries) {
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
  QVariantList gauges;
  for (const scene::GaugeReading& gauge : legend.gauges) {
    gauges.append(QVariantMap{{"text", say(gauge.text)},
                              {"level", gauge.level},
                              {"usual", gauge.usual},
                              {"standing", say(gauge.standing)},
                              {"sources", text(gauge.sources)},
                              {"contested", gauge.contested}});
  }
  const QString mark = say(legend.gaugeMark);
  if (entries == entries_ && gauges == gauges_ && mark == gaugeMark_) return;
  entries_ = entries;
  gauges_ = gauges;
  gaugeMark_ = mark;
  factor_ = factor;
  emit entriesChanged();
}

}  // namespace syn::ui
