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
        return doseText(life().lanes()[static_cast<std::size_t>(span.lane)], span.dose);
      },
      [this](const session::Span& span) { return laneName(span.lane); });
}

AppModel::~AppModel() = default;

// --- loading -------------------------------------------------------------------------------------

void AppModel::load(const Resources& resources, const std::string& opening) {
  resources_ = resources;
  opening_ = opening;
  state_ = QStringLiteral("loading");
  emit stateChanged();
  const int turn = ++loads_;
  // Another life of the same home needs no other anatomy.
  auto known = contentRoot_ == resources.root ? content_ : nullptr;
  loaders_.emplace_back([this, turn, resources, opening, known = std::move(known)] {
    // Two may load at once for a while; only what was asked for last counts, whoever ends last.
    const auto answer = [this, turn](const std::function<void()>& act) {
      QMetaObject::invokeMethod(this, [this, turn, act] {
        if (turn == loads_) act();
      });
    };
    try {
      auto loaded = std::make_shared<Loaded>();
      loaded->content = known ? known : session::loadContent(resources);
      loaded->moment = session::readOpening(*loaded->content, opening);
      loaded->lives = session::Session::computeLives(*loaded->content, loaded->moment);
      answer([this, loaded] { adopt(std::move(*loaded)); });
    } catch (const ContentError& error) {
      answer([this, error] { fail(error); });
    } catch (const std::exception& error) {
      answer([this, message = QString::fromUtf8(error.what())] { fail(message); });
    }
  });
}

void AppModel::tryAgain() {
  load(resources_, opening_);
}

void AppModel::adopt(Loaded loaded) {
  content_ = std::move(loaded.content);
  contentRoot_ = resources_.root;
  session_ = std::make_unique<session::Session>(content_, std::move(loaded.moment),
                                                std::move(loaded.lives));
  session_->addObserver([this](Change change) { heard(change); });
  session_->computeBeside([this] {
    QMetaObject::invokeMethod(
        this, [this] { session_->takeComputed(); }, Qt::QueuedConnection);
  });
  refreshLanes();
  state_ = QStringLiteral("ready");
  heard(Change::selection);
  emit stateChanged();
  for (const Change change : {Change::age, Change::playing, Change::span, Change::look,
                              Change::reading, Change::history}) {
    heard(change);
  }
  emit lifeChanged();
  log::debug("content_ready_ms " + std::to_string(started_.elapsed()));
}

void AppModel::fail(const QString& message) {
  contentRoot_.clear();  // after a failure of the picture everything is read anew
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
    case Change::document:
      refreshLanes();
      emit spanChanged();
      emit refusalChanged();
      return;
    case Change::computed:
      refreshFrame();
      emit lifeChanged();
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
    case Change::refusal:
      emit refusalChanged();
      return;
    case Change::pointing:
      emit viewChanged();
      emit pictureChanged();
      return;
    case Change::look:
      emit viewChanged();
      refreshLegend();
      emit pictureChanged();
      return;
    case Change::panes:
      refreshLanes();
      refreshFrame();
      emit viewChanged();
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

/// Which lanes are shown, and on which rows their spans lie.
void AppModel::refreshLanes() {
  const std::vector<session::Lane>& lanes = life().lanes();
  std::vector<int> shown;
  std::vector<int> rows(lanes.size(), 0);
  for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
    if (!lanes[lane].open && !life().lives(static_cast<int>(lane))) continue;
    rows[lane] = static_cast<int>(shown.size());
    shown.push_back(static_cast<int>(lane));
  }
  const bool changed = shown != shownLanes_;
  shownLanes_ = std::move(shown);
  if (changed) emit lanesChanged();
  spans_.sync(life(), rows);
}

void AppModel::refreshFrame() {
  if (computed() == nullptr) return;
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
  reading.reducedMotion = reading.reducedMotion || !session_->clock().playing();
  return reading;
}

// --- numbers at the present age ------------------------------------------------------------------

const session::Life& AppModel::life() const {
  return session_->document().life(session_->pane().life());
}

const session::ComputedStory* AppModel::computed() const {
  if (!session_ || session_->pane().life() >= session_->lives().count()) return nullptr;
  return &session_->lives().story(session_->pane().life());
}

std::shared_ptr<const atlas::Anatomy> AppModel::anatomy() const {
  return content_ ? content_->anatomy : nullptr;
}

Message AppModel::causeName(int lane) const {
  const session::Lane& lived = life().lanes()[static_cast<std::size_t>(lane)];
  Message name{"cause." + lived.exposure};
  const session::Span* span = life().at(lane, session_->clock().age());
  for (const session::Span& earlier : life().spans()) {
    if (span == nullptr && earlier.lane == lane && earlier.toAge <= session_->clock().age()) {
      span = &earlier;
    }
  }
  const bool less = span != nullptr && span->dose < lived.baseline;
  if (less && words_.has(name.key + ".less")) name.key += ".less";
  return name;
}

QString AppModel::sentenceNow(const std::vector<session::Cause>& causes) const {
  const session::RegionSelection& chosen = session_->pane().selection();
  if (chosen.region < 0) return t(QStringLiteral("sentence.nothing_chosen"));
  const Region& region = session_->catalogue().regions[static_cast<std::size_t>(chosen.region)];
  const auto lived = computed()->life->regions.volume(chosen, session_->clock().age());
  const auto norm = computed()->norm->regions.volume(chosen, session_->clock().age());
  scene::NormComparison comparison{scene::regionInline(region, chosen.hemisphere),
                                   session_->clock().age(), std::nullopt};
  if (lived && norm) comparison.change = *norm > 0 ? *lived / *norm - 1 : 0;
  for (const session::Cause& cause : causes) {
    if (cause.lane < 0) continue;
    (cause.share > 0 ? comparison.helping : comparison.harming).push_back(causeName(cause.lane));
  }
  return q(words_.say(scene::normSentence(comparison)));
}

void AppModel::refreshNumbers() {
  const session::RegionReader& reader = computed()->life->regions;
  const session::RegionReader& norm = computed()->norm->regions;
  const session::RegionSelection& chosen = session_->pane().selection();
  const double age = session_->clock().age();

  QStringList changes;
  for (int region = 0; region < static_cast<int>(session_->catalogue().regions.size()); ++region) {
    const auto lived = reader.volume({region, std::nullopt}, age);
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
  const auto volume = reader.volume(chosen, age);
  add(volume, norm.volume(chosen, age), "card.volume", 100, 1, "%", 120);
  const Region* region =
      chosen.region < 0 ? nullptr
                        : &session_->catalogue().regions[static_cast<std::size_t>(chosen.region)];
  if (region != nullptr && (region->id == "hippocampus" || region->id == "dentate_gyrus")) {
    add(reader.newNeurons(age), norm.newNeurons(age), "card.new_neurons", 1, 0,
        word("card.each_side"), 1400);
  } else if (region != nullptr && region->system == "threat") {
    add(reader.reactivity(chosen, age), norm.reactivity(chosen, age), "card.reactivity", 100, 0,
        "%", 200);
  } else {
    add(reader.density(chosen, age), norm.density(chosen, age), "card.density", 100, 1, "%", 120);
  }
  cursorValue_ = volume ? q(words_.percent(*volume, 1)) : QString();

  std::vector<session::Cause> found =
      session_->lives().causes(session_->pane().life(), chosen, age);
  std::erase_if(found,
                [](const session::Cause& cause) { return std::abs(cause.share) < kWorthSaying; });
  causes_.clear();
  double largest = 0.005;  // bars keep their scale while effects are tiny
  for (const session::Cause& cause : found) largest = std::max(largest, std::abs(cause.share));
  for (const session::Cause& cause : found) {
    if (cause.lane < 0) {
      causes_.append(
          QVariantMap{{"family", QString()},
                      {"name", t(QStringLiteral("card.together"))},
                      {"value", q(words_.number(cause.share * 100, 2, words::Sign::always))},
                      {"share", cause.share / largest}});
      continue;
    }
    const session::Lane& lane = life().lanes()[static_cast<std::size_t>(cause.lane)];
    const bool past = life().at(cause.lane, age) == nullptr;
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
  const scene::Legend legend = session_->pane().legend();
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
  if (computed() == nullptr) return result;
  const session::RegionReader& life = norm ? computed()->norm->regions : computed()->life->regions;
  result.reserve(static_cast<std::size_t>(samples));
  for (int i = 0; i < samples; ++i) {
    const auto volume =
        life.volume(session_->pane().selection(), session::Life::kEnd * i / (samples - 1));
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
  return {"lane." + life().lanes()[static_cast<std::size_t>(lane)].exposure};
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
  const double speed = session_ ? session_->clock().speed() : 1;
  const auto found = std::ranges::min_element(
      kSpeeds, {}, [speed](double known) { return std::abs(known - speed); });
  return q(word(kSpeedKeys[static_cast<std::size_t>(found - kSpeeds.begin())]));
}

QString AppModel::lifeTitle() const {
  return session_ ? q(session_->document().story(session_->pane().life()).told.title) : QString();
}

QVariantList AppModel::lanes() const {
  QVariantList list;
  if (!session_) return list;
  int row = 0;
  for (const int lane : shownLanes_) {
    const session::Lane& info = life().lanes()[static_cast<std::size_t>(lane)];
    list.append(QVariantMap{{"index", row++},
                            {"family", q(info.family)},
                            {"name", laneName(lane)},
                            {"usual", doseText(info, info.baseline)}});
  }
  return list;
}

QVariantMap AppModel::span() const {
  const session::Span* span = session_ ? session_->document().chosen() : nullptr;
  if (span == nullptr) return {{"id", 0}};
  const session::Lane& lane = life().lanes()[static_cast<std::size_t>(span->lane)];
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
          {"side", q(sideWord(session_->pane().selection().hemisphere))}};
}

QString AppModel::causesHelp() const {
  return q(words_.say(session::causeSplit()));
}

QString AppModel::selectedLabel() const {
  if (!session_ || session_->pane().selection().region < 0) return {};
  const session::RegionSelection& place = session_->pane().selection();
  const Region& region = session_->catalogue().regions[static_cast<std::size_t>(place.region)];
  return q(words_.say(scene::regionName(region, place.hemisphere)));
}

QString AppModel::hoveredLabel() const {
  return session_ && session_->pane().pointing().hovered >= 0
             ? q(words_.say(scene::structureName(session_->catalogue(),
                                                 session_->pane().pointing().hovered)))
             : QString();
}

// --- what people do ------------------------------------------------------------------------------

void AppModel::run(const QString& action) {
  run(action.toStdString(), {});
}

void AppModel::run(const std::string& action, const session::Arguments& arguments) {
  if (session_) session_->registry().run(action, arguments);
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
  if (!session_) return 0;
  const session::Value value = session_->registry().get(property.toStdString());
  if (const auto* number = std::get_if<double>(&value)) return *number;
  const auto* on = std::get_if<bool>(&value);
  return on != nullptr && *on ? 1 : 0;
}

void AppModel::set(const QString& property, double value) {
  if (!session_) return;
  const std::string id = property.toStdString();
  const bool boolean =
      session_->registry().property(id).takes.type == session::Domain::Type::boolean;
  session_->registry().set(id, boolean ? session::Value(value >= 0.5) : session::Value(value));
}

void AppModel::nudge(const QString& property, double steps) {
  if (session_) session_->registry().nudge(property.toStdString(), steps);
}

void AppModel::nextSpeed() {
  run("age.next_speed", {});
}

void AppModel::selectRegion(int region) {
  if (!session_ || region < 0) return;
  const std::string& id = session_->catalogue().regions.at(static_cast<std::size_t>(region)).id;
  run("selection.region", {{"region", id}});
  emit chosenByHand(QStringLiteral("region"));
}

void AppModel::selectStructure(int structure) {
  run("selection.structure", {{"structure", static_cast<double>(structure)}});
  emit chosenByHand(QStringLiteral("region"));
}

void AppModel::selectSide(const QString& side) {
  if (session_) session_->registry().set("selection.side", side.toStdString());
}

void AppModel::chooseSpan(int id) {
  if (id == 0) {
    run("span.choose", {});
    return;
  }
  run("span.choose", {{"span", static_cast<double>(id)}});
  emit chosenByHand(QStringLiteral("span"));
}

void AppModel::addOrChoose(int row) {
  if (!session_ || row < 0 || row >= static_cast<int>(shownLanes_.size())) return;
  const auto lane = static_cast<std::size_t>(shownLanes_[static_cast<std::size_t>(row)]);
  run("span.add_or_choose", {{"lane", life().lanes()[lane].exposure}});
  if (chosenSpan() != 0) emit chosenByHand(QStringLiteral("span"));
}

void AppModel::beginEdit() {
  run("edit.begin", {});
}

void AppModel::endEdit() {
  run("edit.end", {});
}

void AppModel::setDose(int id, double dose) {
  run("span.dose", {{"span", static_cast<double>(id)}, {"dose", dose}});
}

void AppModel::setFrom(int id, double age) {
  run("span.from", {{"span", static_cast<double>(id)}, {"age", age}});
}

void AppModel::setTo(int id, double age) {
  run("span.to", {{"span", static_cast<double>(id)}, {"age", age}});
}

void AppModel::moveSpan(int id, double fromAge) {
  run("span.move", {{"span", static_cast<double>(id)}, {"age", fromAge}});
}

void AppModel::setKeyboardInUse(bool inUse) {
  if (inUse == keyboardInUse_) return;
  keyboardInUse_ = inUse;
  emit keyboardInUseChanged();
}

// --- plain values --------------------------------------------------------------------------------

double AppModel::age() const {
  return session_ ? session_->clock().age() : 0;
}
bool AppModel::playing() const {
  return session_ && session_->clock().playing();
}
bool AppModel::canUndo() const {
  return session_ && session_->document().canUndo();
}
bool AppModel::canRedo() const {
  return session_ && session_->document().canRedo();
}
QString AppModel::refusal() const {
  return session_ ? q(words_.say(session_->refusal())) : QString();
}
int AppModel::chosenSpan() const {
  return session_ ? session_->document().chosenSpan().id : 0;
}
int AppModel::selectedRegion() const {
  return session_ ? session_->pane().selection().region : -1;
}
QString AppModel::viewName() const {
  return session_ ? q(session_->pane().look().id) : QString();
}
double AppModel::xray() const {
  return session_ ? static_cast<double>(session_->pane().look().xray) : 0;
}
double AppModel::explode() const {
  return session_ ? static_cast<double>(session_->pane().look().explode) : 0;
}
bool AppModel::trueSize() const {
  return session_ && session_->pane().look().exaggeration <= 1;
}
double AppModel::textScale() const {
  return session_ ? static_cast<double>(session_->reading().textScale) : 1;
}
bool AppModel::reducedMotion() const {
  return session_ && session_->reading().reducedMotion;
}

}  // namespace syn::ui
