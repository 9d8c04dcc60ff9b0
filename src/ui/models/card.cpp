#include "ui/models/card.h"

#include <algorithm>
#include <cmath>

#include "scene/sentences.h"
#include "ui/models/life.h"

namespace syn::ui {

using session::Cause;
using session::Change;

namespace {
constexpr double kShortestScale = 0.005;  // bars keep their scale while effects are tiny
}

/// How one number of the card is written.
struct CardModel::Quantity {
  const char* key;  ///< of its label
  int decimals;
  const char* unit;  ///< key of data/i18n; empty = percent
  double full;       ///< of the meter
};

namespace {
constexpr double kPercent = 100;
}

void CardModel::opened() {
  emit selectionChanged();
  refresh();
}

void CardModel::heard(Change change) {
  switch (change) {
    case Change::selection:
    case Change::panes:
      emit selectionChanged();
      refresh();
      return;
    case Change::age:
    case Change::computed:
      refresh();
      return;
    default:
      return;
  }
}

const Region* CardModel::selected() const {
  const int region = session() != nullptr ? session()->pane().selection().region : -1;
  return region < 0 ? nullptr : &session()->catalogue().regions[static_cast<std::size_t>(region)];
}

const session::ComputedStory* CardModel::computed() const {
  const int life = session()->pane().life();
  return life < session()->lives().count() ? &session()->lives().story(life) : nullptr;
}

void CardModel::refresh() {
  if (computed() == nullptr) return;
  std::vector<Cause> causes = session()->lives().causes(
      session()->pane().life(), session()->pane().selection(), session()->clock().age());
  std::erase_if(causes,
                [](const Cause& cause) { return std::abs(cause.share) < scene::kSmallestChange; });
  refreshNumbers();
  refreshCauses(causes);
  sentence_ = sentenceOf(causes);
  emit numbersChanged();
}

// --- numbers -------------------------------------------------------------------------------------

QVariantMap CardModel::number(const Quantity& quantity, double lived, double usual) const {
  const words::Texts& texts = app().texts();
  const bool percent = *quantity.unit == '\0';
  const double scale = percent ? kPercent : 1;
  const std::string norm =
      percent ? texts.percent(usual, quantity.decimals) : texts.number(usual, quantity.decimals);
  const Message words{"card.norm",
                      {{"age", std::floor(session()->clock().age())}, {"value", norm}}};
  return {{"label", say(Message{quantity.key})},
          {"value", text(texts.number(lived * scale, quantity.decimals))},
          {"unit", say(Message{percent ? "card.percent" : quantity.unit})},
          {"norm", say(words)},
          {"share", std::clamp(lived / quantity.full, 0.0, 1.0)},
          {"normShare", std::clamp(usual / quantity.full, 0.0, 1.0)}};
}

void CardModel::refreshNumbers() {
  const session::RegionReader& life = computed()->life->regions;
  const session::RegionReader& norm = computed()->norm->regions;
  const session::RegionSelection& of = session()->pane().selection();
  const double age = session()->clock().age();
  numbers_.clear();
  const auto add = [this](const Quantity& quantity, std::optional<double> lived,
                          std::optional<double> usual) {
    if (lived && usual) numbers_.append(number(quantity, *lived, *usual));
  };
  add({"card.volume", 1, "", 1.2}, life.volume(of, age), norm.volume(of, age));
  const Region* region = selected();
  if (region == nullptr) return;
  if (region->id == "hippocampus" || region->id == "dentate_gyrus") {
    add({"card.new_neurons", 0, "card.each_side", 1400}, life.newNeurons(age),
        norm.newNeurons(age));
  } else if (region->system == "threat") {
    add({"card.reactivity", 0, "", 2}, life.reactivity(of, age), norm.reactivity(of, age));
  } else {
    add({"card.density", 1, "", 1.2}, life.density(of, age), norm.density(of, age));
  }
}

// --- causes and sentence -------------------------------------------------------------------------

void CardModel::refreshCauses(const std::vector<Cause>& causes) {
  causes_.clear();
  double largest = kShortestScale;
  for (const Cause& cause : causes) largest = std::max(largest, std::abs(cause.share));
  const session::Life& life = session()->document().life(session()->pane().life());
  for (const Cause& cause : causes) {
    QString family;
    Message name{"card.together"};
    if (cause.lane >= 0) {
      const session::Lane& lane = life.lanes()[static_cast<std::size_t>(cause.lane)];
      const bool past = life.at(cause.lane, session()->clock().age()) == nullptr;
      family = text(lane.family);
      name = past ? Message{"card.past", {{"name", laneMessage(lane)}}} : laneMessage(lane);
    }
    const double points = cause.share * kPercent;
    causes_.append(
        QVariantMap{{"family", family},
                    {"name", say(name)},
                    {"value", text(app().texts().number(points, 2, words::Sign::always))},
                    {"share", cause.share / largest}});
  }
}

/// A lane as the cause of a change: "short nights" where less than usual was lived.
Message CardModel::causeName(int lane) const {
  const session::Life& life = session()->document().life(session()->pane().life());
  const session::Lane& lived = life.lanes()[static_cast<std::size_t>(lane)];
  const double age = session()->clock().age();
  const session::Span* span = life.at(lane, age);
  for (const session::Span& earlier : life.spans()) {
    if (span == nullptr && earlier.lane == lane && earlier.toAge <= age) span = &earlier;
  }
  Message name{"cause." + lived.exposure};
  const bool less = span != nullptr && span->dose < lived.baseline;
  if (less && app().texts().has(name.key + ".less")) name.key += ".less";
  return name;
}

QString CardModel::sentenceOf(const std::vector<Cause>& causes) const {
  const Region* region = selected();
  if (region == nullptr) return say(Message{"sentence.nothing_chosen"});
  const session::RegionSelection& of = session()->pane().selection();
  const double age = session()->clock().age();
  const auto lived = computed()->life->regions.volume(of, age);
  const auto norm = computed()->norm->regions.volume(of, age);
  scene::NormComparison comparison{scene::regionInline(*region, of.hemisphere), age, {}};
  if (lived && norm) comparison.change = *norm > 0 ? *lived / *norm - 1 : 0;
  for (const Cause& cause : causes) {
    if (cause.lane < 0) continue;
    auto& side = cause.share > 0 ? comparison.helping : comparison.harming;
    side.push_back(causeName(cause.lane));
  }
  return say(scene::normSentence(comparison));
}

// --- the region ----------------------------------------------------------------------------------

bool CardModel::empty() const {
  return selected() == nullptr;
}

QString CardModel::textOf(const Region& region, const char* which) const {
  const std::string key = "region." + region.id + "." + which;
  return app().texts().has(key) ? say(Message{key}) : QString();
}

QVariantMap CardModel::region() const {
  const Region* region = selected();
  if (region == nullptr) return {{"name", QString()}};
  const auto& side = session()->pane().selection().hemisphere;
  return {{"name", say(scene::regionName(*region))},
          {"system", text(region->system)},
          {"systemName", say(Message{"system." + region->system})},
          {"description", textOf(*region, "description")},
          {"schematic", region->schematic},
          {"midline", region->midline},
          {"side", side ? text(std::string(hemisphereName(*side))) : QStringLiteral("both")}};
}

void CardModel::showSide(const QString& side) {
  app().set("selection.side", session::Value(side.toStdString()));
}

}  // namespace syn::ui
