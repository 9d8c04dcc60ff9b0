#include "ui/models/regions.h"

#include <algorithm>
#include <array>
#include <set>

#include "scene/sentences.h"
#include "ui/models/app.h"

namespace syn::ui {
namespace {

using session::Change;

// Systems in the order they are read; those the catalogue lacks are left out.
constexpr std::array kSystems{"memory", "threat", "control", "reward",
                              "relay",  "self",   "sensory", "support"};

}  // namespace

RegionsModel::RegionsModel(App& app) : QAbstractListModel(&app), app_(app) {
  connect(&app, &App::opened, this, &RegionsModel::reload);
  connect(&app, &App::changed, this, &RegionsModel::heard);
}

QString RegionsModel::synonymsOf(const std::string& region) const {
  const std::string key = "region." + region + ".synonyms";
  return app_.texts().has(key) ? app_.say(Message{key}) : QString();
}

void RegionsModel::reload() {
  beginResetModel();
  std::set<std::string> open;  // in another language the same systems stay open
  for (const Line& line : lines_) {
    if (line.open) open.insert(line.system);
  }
  lines_.clear();
  shown_.clear();
  const std::vector<Region>& regions = app_.session()->catalogue().regions;
  for (const char* system : kSystems) {
    const std::size_t heading = lines_.size();
    lines_.push_back({system, -1, app_.say(Message{std::string("system.") + system}), {}, {}, {}});
    for (std::size_t i = 0; i < regions.size(); ++i) {
      if (regions[i].system != system) continue;
      const std::string key = "region." + regions[i].id + ".abbreviation";
      const QString abbreviation = app_.texts().has(key) ? app_.say(Message{key}) : QString();
      lines_.push_back({system, static_cast<int>(i), app_.say(scene::regionName(regions[i])),
                        abbreviation, synonymsOf(regions[i].id), QString(),
                        !regions[i].partOf.empty()});
    }
    lines_[heading].open = open.contains(system);
    lines_[heading].count = static_cast<int>(lines_.size() - heading) - 1;
    if (lines_[heading].count == 0) lines_.pop_back();
  }
  if (Line* system = headingOf(selectedRegion() < 0
                                   ? std::string()
                                   : regions[static_cast<std::size_t>(selectedRegion())].system)) {
    system->open = true;
  }
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (shown(i)) shown_.push_back(i);
  }
  endResetModel();
  refreshChanges();
  emit selectionChanged();
}

void RegionsModel::heard(Change change) {
  switch (change) {
    case Change::age:
    case Change::computed:
      refreshChanges();
      return;
    case Change::panes:
      refreshChanges();
      refreshSelection();
      return;
    case Change::selection:
      refreshSelection();
      return;
    default:
      return;
  }
}

void RegionsModel::refreshChanges() {
  const session::Session& stage = *app_.session();
  if (stage.pane().life() >= stage.lives().count() || shown_.empty()) return;
  const session::ComputedStory& story = stage.lives().story(stage.pane().life());
  const double age = stage.clock().age();
  for (Line& line : lines_) {
    const auto lived = story.life->regions.volume({line.region, std::nullopt}, age);
    const auto usual = story.norm->regions.volume({line.region, std::nullopt}, age);
    line.change.clear();
    if (line.region < 0 || !lived || !usual || *usual <= 0) continue;
    line.change =
        QString::fromStdString(app_.texts().percent(*lived / *usual - 1, 1, words::Sign::always));
  }
  emit dataChanged(index(0), index(rowCount() - 1), {changeRole});
}

void RegionsModel::refreshSelection() {
  // The selected region is always to be seen.
  for (const Line& line : lines_) {
    if (line.region < 0 || line.region != selectedRegion()) continue;
    if (Line* system = headingOf(line.system)) system->open = true;
  }
  refreshShown();
  if (!shown_.empty()) {
    emit dataChanged(index(0), index(rowCount() - 1), {selectedRole, isOpenRole});
  }
  emit selectionChanged();
}

bool RegionsModel::fits(const Line& line) const {
  return line.region >= 0 && (line.name.contains(search_, Qt::CaseInsensitive) ||
                              line.abbreviation.startsWith(search_, Qt::CaseInsensitive) ||
                              line.synonyms.contains(search_, Qt::CaseInsensitive));
}

bool RegionsModel::shown(std::size_t line) const {
  const Line& asked = lines_[line];
  if (search_.isEmpty()) {
    if (asked.region < 0) return true;
    const auto heading = std::ranges::find_if(lines_, [&](const Line& other) {
      return other.region < 0 && other.system == asked.system;
    });
    return heading != lines_.end() && heading->open;
  }
  if (asked.region >= 0) return fits(asked);
  return std::ranges::any_of(
      lines_, [&](const Line& other) { return other.system == asked.system && fits(other); });
}

/// Brings the rows up to date one by one, so that a list keeps its place.
void RegionsModel::refreshShown() {
  std::size_t row = 0;
  for (std::size_t line = 0; line < lines_.size(); ++line) {
    const bool isThere = row < shown_.size() && shown_[row] == line;
    const bool wanted = shown(line);
    const int at = static_cast<int>(row);
    if (wanted && !isThere) {
      beginInsertRows({}, at, at);
      shown_.insert(shown_.begin() + at, line);
      endInsertRows();
    }
    if (!wanted && isThere) {
      beginRemoveRows({}, at, at);
      shown_.erase(shown_.begin() + at);
      endRemoveRows();
    }
    if (wanted) ++row;
  }
}

RegionsModel::Line* RegionsModel::headingOf(const std::string& system) {
  const auto found = std::ranges::find_if(
      lines_, [&](const Line& line) { return line.region < 0 && line.system == system; });
  return found == lines_.end() ? nullptr : &*found;
}

int RegionsModel::selectedRegion() const {
  return app_.session() != nullptr ? app_.session()->pane().selection().region : -1;
}

int RegionsModel::selectedRow() const {
  const int wanted = selectedRegion();
  const auto found = std::ranges::find_if(
      shown_, [&](std::size_t line) { return wanted >= 0 && lines_[line].region == wanted; });
  return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

void RegionsModel::setSearch(const QString& text) {
  const QString wanted = text.trimmed();
  if (wanted == search_) return;
  search_ = wanted;
  refreshShown();
  if (!shown_.empty()) emit dataChanged(index(0), index(rowCount() - 1), {isOpenRole});
  emit searchChanged();
}

void RegionsModel::toggle(int row) {
  if (row < 0 || row >= rowCount()) return;
  Line* system = headingOf(lines_[shown_[static_cast<std::size_t>(row)]].system);
  system->open = !system->open;
  refreshShown();
  emit dataChanged(index(row), index(row), {isOpenRole});
}

void RegionsModel::select(int region) {
  const auto& regions = app_.session()->catalogue().regions;
  if (region < 0 || region >= static_cast<int>(regions.size())) return;
  app_.run("selection.region", {{"region", regions[static_cast<std::size_t>(region)].id}});
  app_.choseByHand(QStringLiteral("region"));
}

int RegionsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant RegionsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const Line& line = lines_[shown_[static_cast<std::size_t>(index.row())]];
  switch (role) {
    case headingRole:
      return line.region < 0;
    case Qt::DisplayRole:
    case nameRole:
      return line.name;
    case abbreviationRole:
      return line.abbreviation;
    case systemRole:
      return QString::fromStdString(line.system);
    case regionRole:
      return line.region;
    case partRole:
      return line.part;
    case changeRole:
      return line.change;
    case countRole:
      return line.count;
    case isOpenRole:
      return line.open || !search_.isEmpty();
    case selectedRole:
      return line.region >= 0 && line.region == selectedRegion();
    default:
      return {};
  }
}

QHash<int, QByteArray> RegionsModel::roleNames() const {
  return {{headingRole, "heading"},  {nameRole, "name"},     {abbreviationRole, "abbreviation"},
          {systemRole, "system"},    {regionRole, "region"}, {partRole, "part"},
          {changeRole, "change"},    {countRole, "count"},   {isOpenRole, "isOpen"},
          {selectedRole, "selected"}};
}

}  // namespace syn::ui
