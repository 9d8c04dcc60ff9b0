#include "ui/app_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "base/log.h"
#include "scene/legend.h"
#include "scene/sentences.h"

namespace syn::ui {
namespace {

using session::Change;

// Below this share of the region's own volume at 25 a change is not worth a sentence (0.05 points).
constexpr double kWorthSaying = 0.0005;
constexpr std::array kSpeeds{1.0 / 12, 1.0, 3.0, 10.0};  // years a second
constexpr std::array kSpeedKeys{"speed.month", "speed.year", "speed.three_years", "speed.decade"};
// Systems in the order they are read; those the catalogue lacks are left out.
constexpr std::array kSystems{"memory", "threat", "control", "reward",
                              "relay",  "self",   "sensory", "support"};

QString q(const std::string& text) {
  return QString::fromStdString(text);
}

std::string sideWord(const std::optional<Hemisphere>& side) {
  return side ? std::string(hemisphereName(*side)) : "both";
}

}  // namespace

AppModel::AppModel(words::Texts words, bool canDraw, QElapsedTimer started)
    : words_(std::move(words)), canDraw_(canDraw), started_(started) {
  spans_.setWords(
      [this](const session::Span& span) {
        return doseText(session_->life().lanes()[static_cast<std::size_t>(span.lane)], span.dose);
      },
      [this](const session::Span& span) { return laneName(span.lane); });
}

AppModel::~AppModel() = default;

// --- loading -------------------------------------------------------------------------------------

void AppModel::load(const Resources& resources, const std::filesystem::path& scenario) {
  resources_ = resources;
  scenarioFile_ = scenario;
  state_ = QStringLiteral("loading");
  emit stateChanged();
  const int turn = ++loads_;
  loader_ = std::jthread([this, turn, resources, scenario] {
    // Two may load at once for a while; only what was asked for last counts, whoever ends last.
    const auto answer = [this, turn](const std::function<void()>& act) {
      QMetaObject::invokeMethod(this, [this, turn, act] {
        if (turn == loads_) act();
      });
    };
    try {
      auto content = std::make_shared<Content>(loadContent(resources, scenario));
      answer([this, content] { adopt(std::move(*content)); });
    } catch (const ContentError& error) {
      answer([this, error] { fail(error); });
    } catch (const std::exception& error) {
      answer([this, message = QString::fromUtf8(error.what())] { fail(message); });
    }
  });
}

void AppModel::tryAgain() {
  load(resources_, scenarioFile_);
}

void AppModel::adopt(Content content) {
  model_ = std::move(content.model);
  anatomy_ = std::move(content.anatomy);
  picker_ = std::move(content.picker);
  runner_ = std::move(content.runner);
  runner_->start(
      [this] { QMetaObject::invokeMethod(this, &AppModel::takeLife, Qt::QueuedConnection); });
  session_ = std::make_unique<session::Session>(model_, std::move(content.looks), content.scenario);
  session_->setListener([this](Change change) { heard(change); });
  spans_.sync(session_->life());
  runner_->request(session_->life());  // also finds out what each lane contributes
  state_ = QStringLiteral("ready");
  heard(Change::selection);
  emit stateChanged();
  for (const Change change : {Change::age, Change::playing, Change::span, Change::view,
                              Change::reading, Change::history}) {
    heard(change);
  }
  emit lifeChanged();
  log::debug("content_ready_ms " + std::to_string(started_.elapsed()));
}

void AppModel::fail(const QString& message) {
  errorTitle_ = t(QStringLiteral("error.title"));
  errorLines_ = QStringList{message};
  state_ = QStringLiteral("error");
  log::error(message.toStdString());
  emit stateChanged();
}

void AppModel::fail(const ContentError& error) {
  errorTitle_ = t(QStringLiteral("error.content"));
  errorLines_.clear();
  for (const Issue& issue : error.issues()) {
    errorLines_.append(q(issue.text()));
    log::error(issue.text());
  }
  state_ = QStringLiteral("error");
  emit stateChanged();
}

// --- changes -------------------------------------------------------------------------------------

void AppModel::heard(Change change) {
  switch (change) {
    case Change::life:
      spans_.sync(session_->life());
      runner_->request(session_->life());
      emit spanChanged();
      return;
    case Change::age:
      emit ageChanged();
      refreshFrame();
      return;
    case Change::playing:
      emit playingChanged();
      emit pictureChanged();
      return;
    case Change::selection:
      emit selectionChanged();
      refreshFrame();
      emit lifeChanged();
      return;
    case Change::span:
      emit spanChanged();
      return;
    case Change::view:
      refreshVisibility();
      emit viewChanged();
      refreshLegend();
      emit pictureChanged();
      return;
    case Change::camera:
      emit pictureChanged();
      return;
    case Change::reading:
      emit readingChanged();
      emit pictureChanged();
      return;
    case Change::history:
      emit historyChanged();
      return;
  }
}

void AppModel::takeLife() {
  if (!runner_ || !runner_->take()) return;
  refreshFrame();
  emit lifeChanged();
}

void AppModel::refreshVisibility() {
  if (frame_.structures.empty()) return;
  scene::decideVisibility(session_->catalogue(), session_->look(), frame_, visibility_);
}

void AppModel::refreshFrame() {
  if (!runner_) return;
  runner_->shown().frames.build(session_->age(), frame_);
  refreshVisibility();
  refreshNumbers();
  refreshLegend();
  emit frameChanged();
  emit pictureChanged();
}

void AppModel::advance(double seconds) {
  session_->advance(seconds);
}

void AppModel::frameShown() {
  if (firstFrameShown_) return;
  firstFrameShown_ = true;
  log::debug("first_frame_ms " + std::to_string(started_.elapsed()));
  emit firstFrame();
}

scene::ReadingPreferences AppModel::readingToDraw() const {
  scene::ReadingPreferences reading = session_->reading();
  reading.reducedMotion = reading.reducedMotion || !session_->playing();
  return reading;
}

// --- numbers at the present age ------------------------------------------------------------------

std::vector<AppModel::Cause> AppModel::causesNow() const {
  std::vector<Cause> causes;
  const session::Place& place = session_->selection();
  const double age = session_->age();
  const auto lived = runner_->shown().regions.volume(place, age);
  if (!lived) return causes;
  for (int lane = 0; lane < static_cast<int>(session_->life().lanes().size()); ++lane) {
    const session::RegionReader* without = runner_->without(lane);
    if (without == nullptr) continue;
    const double share = *lived - without->volume(place, age).value_or(*lived);
    if (std::abs(share) >= kWorthSaying) causes.push_back({lane, share});
  }
  std::ranges::stable_sort(causes, std::greater{},
                           [](const Cause& c) { return std::abs(c.share); });
  return causes;
}

Message AppModel::causeName(int lane) const {
  const session::Lane& lived = session_->life().lanes()[static_cast<std::size_t>(lane)];
  Message name{"cause." + lived.exposure};
  const session::Span* span = session_->life().at(lane, session_->age());
  for (const session::Span& earlier : session_->life().spans()) {
    if (span == nullptr && earlier.lane == lane && earlier.toAge <= session_->age()) {
      span = &earlier;
    }
  }
  const bool less = span != nullptr && span->dose < lived.baseline;
  if (less && words_.has(name.key + ".less")) name.key += ".less";
  return name;
}

QString AppModel::sentenceNow(const std::vector<Cause>& causes) const {
  const session::Place& chosen = session_->selection();
  if (chosen.region < 0) return t(QStringLiteral("sentence.nothing_chosen"));
  const Region& region = session_->catalogue().regions[static_cast<std::size_t>(chosen.region)];
  const auto lived = runner_->shown().regions.volume(chosen, session_->age());
  const auto norm = runner_->norm().regions.volume(chosen, session_->age());
  scene::NormComparison comparison{scene::regionInline(region, chosen.hemisphere), session_->age(),
                                   std::nullopt};
  if (lived && norm) comparison.change = *norm > 0 ? *lived / *norm - 1 : 0;
  for (const Cause& cause : causes) {
    (cause.share > 0 ? comparison.helping : comparison.harming).push_back(causeName(cause.lane));
  }
  return q(words_.say(scene::normSentence(comparison)));
}

void AppModel::refreshNumbers() {
  const session::RegionReader& life = runner_->shown().regions;
  const session::RegionReader& norm = runner_->norm().regions;
  const session::Place& chosen = session_->selection();
  const double age = session_->age();

  QStringList changes;
  for (int region = 0; region < static_cast<int>(session_->catalogue().regions.size()); ++region) {
    const auto lived = life.volume({region, std::nullopt}, age);
    const auto usual = norm.volume({region, std::nullopt}, age);
    if (!lived || !usual) {
      changes.append(QString());
      continue;
    }
    const double change = *usual > 0 ? *lived / *usual - 1 : 0;
    changes.append(q(words_.percent(change, 1, words::Sign::always)));
  }
  regionChanges_ = changes;

  cardNumbers_.clear();
  const auto add = [&](std::optional<double> livedValue, std::optional<double> usualValue,
                       const char* key, double scale, int decimals, std::string_view unit,
                       double meterTop) {
    if (!livedValue || !usualValue) return;
    const double lived = *livedValue * scale;
    const double usual = *usualValue * scale;
    cardNumbers_.append(QVariantMap{
        {"label", t(QString::fromLatin1(key))},
        {"value", q(words_.number(lived, decimals))},
        {"unit", QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size()))},
        {"norm", q(words_.say(Message{"card.norm",
                                      {{"age", std::floor(age)},
                                       {"value", unit == "%" ? words_.percent(usual / 100, decimals)
                                                             : words_.number(usual, decimals)}}}))},
        {"share", std::clamp(lived / meterTop, 0.0, 1.0)},
        {"normShare", std::clamp(usual / meterTop, 0.0, 1.0)}});
  };
  const auto volume = life.volume(chosen, age);
  add(volume, norm.volume(chosen, age), "card.volume", 100, 1, "%", 120);
  const Region* region =
      chosen.region < 0 ? nullptr
                        : &session_->catalogue().regions[static_cast<std::size_t>(chosen.region)];
  if (region != nullptr && (region->id == "hippocampus" || region->id == "dentate_gyrus")) {
    add(life.newNeurons(age), norm.newNeurons(age), "card.new_neurons", 1, 0,
        word("card.each_side"), 1400);
  } else if (region != nullptr && region->system == "threat") {
    add(life.reactivity(chosen, age), norm.reactivity(chosen, age), "card.reactivity", 100, 0, "%",
        200);
  } else {
    add(life.density(chosen, age), norm.density(chosen, age), "card.density", 100, 1, "%", 120);
  }
  cursorValue_ = volume ? q(words_.percent(*volume, 1)) : QString();

  const std::vector<Cause> found = causesNow();
  causes_.clear();
  double largest = 0.005;  // bars keep their scale while effects are tiny
  for (const Cause& cause : found) largest = std::max(largest, std::abs(cause.share));
  for (const Cause& cause : found) {
    const session::Lane& lane = session_->life().lanes()[static_cast<std::size_t>(cause.lane)];
    const bool past = session_->life().at(cause.lane, age) == nullptr;
    causes_.append(QVariantMap{
        {"family", q(lane.family)},
        {"name", past ? q(words_.say(Message{"card.past", {{"name", laneMessage(cause.lane)}}}))
                      : laneName(cause.lane)},
        {"value", q(words_.number(cause.share * 100, 2, words::Sign::always))},
        {"share", cause.share / largest}});
  }
  sentence_ = sentenceNow(found);
}

void AppModel::refreshLegend() {
  if (frame_.structures.empty()) return;
  const scene::Legend legend = scene::buildLegend(session_->catalogue(), frame_, session_->look(),
                                                  visibility_, session_->pointing());
  QVariantList entries;
  for (const scene::LegendEntry& entry : legend.entries) {
    QVariantList stops;
    for (const scene::Rgb& stop : entry.stops) {
      stops.append(QStringLiteral("#%1%2%3")
                       .arg(std::lround(stop.r * 255.0F), 2, 16, QChar('0'))
                       .arg(std::lround(stop.g * 255.0F), 2, 16, QChar('0'))
                       .arg(std::lround(stop.b * 255.0F), 2, 16, QChar('0')));
    }
    constexpr std::array kKinds{"bar", "exaggeration", "points", "fibres", "pulse", "key"};
    entries.append(
        QVariantMap{{"kind", QString::fromLatin1(kKinds[static_cast<std::size_t>(entry.kind)])},
                    {"sign", q(words_.say(entry.sign))},
                    {"text", q(words_.say(entry.text))},
                    {"stops", stops},
                    {"low", q(words_.say(entry.low))},
                    {"middle", q(words_.say(entry.middle))},
                    {"high", q(words_.say(entry.high))},
                    {"standing", q(words_.say(entry.standing))},
                    {"sources", q(entry.sources)},
                    {"contested", entry.contested}});
  }
  if (entries == legend_) return;
  legend_ = entries;
  emit legendChanged();
}

std::vector<double> AppModel::volumes(bool norm, int samples) const {
  std::vector<double> result;
  if (!runner_) return result;
  const session::RegionReader& life = norm ? runner_->norm().regions : runner_->shown().regions;
  result.reserve(static_cast<std::size_t>(samples));
  for (int i = 0; i < samples; ++i) {
    const auto volume = life.volume(session_->selection(), session::Life::kEnd * i / (samples - 1));
    if (!volume) return {};
    result.push_back(*volume);
  }
  return result;
}

// --- words ---------------------------------------------------------------------------------------

QString AppModel::t(const QString& key) const {
  return q(words_.say(key.toStdString()));
}

QString AppModel::t(const QString& key, const QVariantMap& values) const {
  Message message{key.toStdString()};
  for (auto value = values.begin(); value != values.end(); ++value) {
    const bool text = value->typeId() == QMetaType::QString;
    message.arguments.push_back(
        text ? Message::Argument{value.key().toStdString(), value->toString().toStdString()}
             : Message::Argument{value.key().toStdString(), value->toDouble()});
  }
  return q(words_.say(message));
}

Message AppModel::laneMessage(int lane) const {
  return {"lane." + session_->life().lanes()[static_cast<std::size_t>(lane)].exposure};
}

QString AppModel::laneName(int lane) const {
  return q(words_.say(laneMessage(lane)));
}

Message AppModel::doseMessage(const session::Lane& lane, double dose) {
  return {"dose." + lane.exposure, {{"dose", dose}}};
}

QString AppModel::doseText(const session::Lane& lane, double dose) const {
  return q(words_.say(doseMessage(lane, dose)));
}

QString AppModel::ageText(double age) const {
  return q(words_.age(age));
}

QString AppModel::speedText() const {
  const double speed = session_ ? session_->speed() : 1;
  const auto found = std::ranges::min_element(
      kSpeeds, {}, [speed](double known) { return std::abs(known - speed); });
  return q(word(kSpeedKeys[static_cast<std::size_t>(found - kSpeeds.begin())]));
}

QString AppModel::lifeTitle() const {
  return session_ ? q(session_->scenario().title) : QString();
}

QVariantList AppModel::lanes() const {
  QVariantList list;
  if (!session_) return list;
  int index = 0;
  for (const session::Lane& lane : session_->life().lanes()) {
    list.append(QVariantMap{{"index", index},
                            {"family", q(lane.family)},
                            {"name", laneName(index)},
                            {"usual", doseText(lane, lane.baseline)}});
    ++index;
  }
  return list;
}

QVariantMap AppModel::span() const {
  const session::Span* span = session_ ? session_->life().find(session_->chosenSpan()) : nullptr;
  if (span == nullptr) return {{"id", 0}};
  const session::Lane& lane = session_->life().lanes()[static_cast<std::size_t>(span->lane)];
  return {
      {"id", span->id},
      {"lane", span->lane},
      {"family", q(lane.family)},
      {"name", laneName(span->lane)},
      {"dose", span->dose},
      {"doseText", doseText(lane, span->dose)},
      {"low", lane.low},
      {"high", lane.high},
      {"usual", q(words_.say(Message{"span.usual", {{"dose", doseMessage(lane, lane.baseline)}}}))},
      {"baseline", lane.baseline},
      {"step", lane.step},
      {"from", span->fromAge},
      {"to", span->toAge}};
}

QVariantList AppModel::regionGroups() const {
  QVariantList groups;
  if (!session_) return groups;
  const std::vector<Region>& regions = session_->catalogue().regions;
  for (const char* system : kSystems) {
    QVariantList rows;
    for (std::size_t i = 0; i < regions.size(); ++i) {
      if (regions[i].system != system) continue;
      rows.append(QVariantMap{{"region", static_cast<int>(i)},
                              {"name", q(words_.say(scene::regionName(regions[i])))},
                              {"abbreviation", regionText(regions[i], "abbreviation")},
                              {"part", !regions[i].partOf.empty()},
                              {"schematic", regions[i].schematic}});
    }
    if (rows.isEmpty()) continue;
    groups.append(QVariantMap{{"system", QString::fromLatin1(system)},
                              {"name", q(word(std::string("system.") + system))},
                              {"regions", rows}});
  }
  return groups;
}

QString AppModel::regionText(const Region& region, std::string_view which) const {
  const std::string key = "region." + region.id + "." + std::string(which);
  return words_.has(key) ? q(words_.say(key)) : QString();
}

QVariantMap AppModel::card() const {
  const int selected = selectedRegion();
  if (selected < 0) return {{"name", QString()}};
  const Region& region = session_->catalogue().regions[static_cast<std::size_t>(selected)];
  return {{"name", q(words_.say(scene::regionName(region)))},
          {"system", q(region.system)},
          {"systemName", q(word("system." + region.system))},
          {"description", regionText(region, "description")},
          {"whatChangesIt", regionText(region, "what_changes_it")},
          {"schematic", region.schematic},
          {"midline", region.midline},
          {"side", q(sideWord(session_->selection().hemisphere))}};
}

QString AppModel::selectedLabel() const {
  if (!session_ || session_->selection().region < 0) return {};
  const session::Place& place = session_->selection();
  const Region& region = session_->catalogue().regions[static_cast<std::size_t>(place.region)];
  return q(words_.say(scene::regionName(region, place.hemisphere)));
}

QString AppModel::hoveredLabel() const {
  return session_ && session_->hovered() >= 0
             ? q(words_.say(scene::structureName(session_->catalogue(), session_->hovered())))
             : QString();
}

// --- what people do ------------------------------------------------------------------------------

void AppModel::run(const QString& action) {
  if (session_) session_->registry().run(action.toStdString());
}

bool AppModel::enabled(const QString& action) const {
  return session_ && session_->registry().enabled(action.toStdString());
}

QString AppModel::shortcut(const QString& action) const {
  return session_ ? q(session_->registry().action(action.toStdString()).shortcut) : QString();
}

QStringList AppModel::actions() const {
  QStringList ids;
  if (!session_) return ids;
  for (const std::string& id : session_->registry().actionIds(session::Level::visitor)) {
    ids.append(q(id));
  }
  return ids;
}

double AppModel::get(const QString& property) const {
  return session_ ? session_->registry().get(property.toStdString()) : 0;
}

void AppModel::set(const QString& property, double value) {
  if (session_) session_->registry().set(property.toStdString(), value);
}

void AppModel::nudge(const QString& property, double steps) {
  if (session_) session_->registry().nudge(property.toStdString(), steps);
}

void AppModel::nextSpeed() {
  if (!session_) return;
  const auto next = std::ranges::find_if(
      kSpeeds, [this](double known) { return known > session_->speed() * 1.01; });
  set(QStringLiteral("age.speed"), next == kSpeeds.end() ? kSpeeds.front() : *next);
}

void AppModel::selectRegion(int region) {
  if (!session_) return;
  session_->select({region, std::nullopt});
  emit chosenByHand(QStringLiteral("region"));
}

void AppModel::selectStructure(int structure) {
  const Structure& found = session_->catalogue().structures.at(static_cast<std::size_t>(structure));
  std::optional<Hemisphere> side;
  if (found.hemisphere != Hemisphere::midline) side = found.hemisphere;
  session_->select({found.region, side});
  emit chosenByHand(QStringLiteral("region"));
}

void AppModel::selectSide(const QString& side) {
  if (!session_) return;
  std::optional<Hemisphere> hemisphere;
  if (side == QLatin1String("left")) hemisphere = Hemisphere::left;
  if (side == QLatin1String("right")) hemisphere = Hemisphere::right;
  session_->select({session_->selection().region, hemisphere});
}

void AppModel::chooseSpan(int id) {
  if (!session_) return;
  session_->chooseSpan(id);
  if (id != 0) emit chosenByHand(QStringLiteral("span"));
}

void AppModel::addOrChoose(int lane) {
  if (!session_) return;
  session_->addOrChoose(lane);
  if (session_->chosenSpan() != 0) emit chosenByHand(QStringLiteral("span"));
}

void AppModel::beginEdit() {
  if (session_) session_->beginEdit();
}

void AppModel::endEdit() {
  if (session_) session_->endEdit();
}

void AppModel::setDose(int id, double dose) {
  if (session_) session_->edit([=](session::Life& life) { life.setDose(id, dose); });
}

void AppModel::setFrom(int id, double age) {
  if (session_) session_->edit([=](session::Life& life) { life.setFrom(id, age); });
}

void AppModel::setTo(int id, double age) {
  if (session_) session_->edit([=](session::Life& life) { life.setTo(id, age); });
}

void AppModel::moveSpan(int id, double fromAge) {
  if (session_) session_->edit([=](session::Life& life) { life.moveTo(id, fromAge); });
}

void AppModel::setKeyboardInUse(bool inUse) {
  if (inUse == keyboardInUse_) return;
  keyboardInUse_ = inUse;
  emit keyboardInUseChanged();
}

// --- plain values --------------------------------------------------------------------------------

double AppModel::age() const {
  return session_ ? session_->age() : 0;
}
bool AppModel::playing() const {
  return session_ && session_->playing();
}
bool AppModel::canUndo() const {
  return session_ && session_->canUndo();
}
bool AppModel::canRedo() const {
  return session_ && session_->canRedo();
}
int AppModel::chosenSpan() const {
  return session_ ? session_->chosenSpan() : 0;
}
int AppModel::selectedRegion() const {
  return session_ ? session_->selection().region : -1;
}
QString AppModel::viewName() const {
  return session_ ? q(session_->viewName()) : QString();
}
double AppModel::xray() const {
  return session_ ? static_cast<double>(session_->look().xray) : 0;
}
double AppModel::explode() const {
  return session_ ? static_cast<double>(session_->look().explode) : 0;
}
bool AppModel::trueSize() const {
  return session_ && session_->trueSize();
}
double AppModel::textScale() const {
  return session_ ? session_->textScale() : 1;
}
bool AppModel::reducedMotion() const {
  return session_ && session_->reducedMotion();
}

}  // namespace syn::ui
