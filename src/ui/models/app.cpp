#include "ui/models/app.h"

#include <QQmlEngine>
#include <utility>

#include "base/log.h"
#include "scene/sentences.h"
#include "ui/models/card.h"
#include "ui/models/clock.h"
#include "ui/models/curves.h"
#include "ui/models/life.h"
#include "ui/models/pane.h"
#include "ui/models/regions.h"
#include "ui/models/stories.h"
#include "ui/models/tour.h"

namespace syn::ui {
namespace {
using session::Change;
constexpr const char* kPlace = "synaptarium";  // of the App among the engine's properties
}  // namespace

App::App(words::Texts texts, const std::vector<words::Language>& languages,
         std::filesystem::path data, bool canDraw, QElapsedTimer started)
    : texts_(std::move(texts)),
      data_(std::move(data)),
      languageAtStart_(texts_.language().id),
      canDraw_(canDraw),
      started_(started),
      clock_(std::make_unique<ClockModel>(*this)),
      life_(std::make_unique<LifeModel>(*this)),
      regions_(std::make_unique<RegionsModel>(*this)),
      card_(std::make_unique<CardModel>(*this)),
      curves_(std::make_unique<CurvesModel>(*this)),
      stories_(std::make_unique<StoriesModel>(*this)),
      tour_(std::make_unique<TourModel>(*this)) {
  panes_.push_back(std::make_unique<PaneModel>(*this, 0));
  for (const words::Language& language : languages) {
    languages_.append(QVariantMap{{"id", QString::fromStdString(language.id)},
                                  {"text", QString::fromStdString(language.nativeName)}});
  }
}

App::~App() = default;

App* App::create(QQmlEngine* engine, QJSEngine*) {
  return engine->property(kPlace).value<App*>();
}

void App::giveTo(QQmlEngine& engine) {
  QJSEngine::setObjectOwnership(this, QJSEngine::CppOwnership);
  engine.setProperty(kPlace, QVariant::fromValue(this));
  const QJSValue self = engine.newQObject(this);
  sayFunction_ = self.property(QStringLiteral("translate"));
  numberFunction_ = self.property(QStringLiteral("numberOf"));
  percentFunction_ = self.property(QStringLiteral("percentOf"));
}

// --- loading -------------------------------------------------------------------------------------

void App::load(const Resources& resources, const std::string& opening) {
  resources_ = resources;
  opening_ = opening;
  setState(QStringLiteral("loading"));
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

void App::tryAgain() {
  load(resources_, opening_);
}

void App::adopt(Loaded loaded) {
  content_ = std::move(loaded.content);
  contentRoot_ = resources_.root;
  session_ = std::make_unique<session::Session>(content_, std::move(loaded.moment),
                                                std::move(loaded.lives));
  session_->begin(readingAtStart_);
  session_->addObserver([this](Change change) { hear(change); });
  session_->computeBeside([this] {
    QMetaObject::invokeMethod(
        this, [this] { session_->takeComputed(); }, Qt::QueuedConnection);
  });
  refreshPanes();
  emit opened();
  emit readingChanged();
  emit refusalChanged();
  setState(QStringLiteral("ready"));
  emit pictureChanged();
  log::debug("content_ready_ms " + std::to_string(started_.elapsed()));
}

void App::setState(const QString& state) {
  state_ = state;
  emit stateChanged();
}

void App::fail(const QString& message) {
  contentRoot_.clear();  // after a failure of the picture everything is read anew
  errorTitle_ = translate(QStringLiteral("error.title"));
  errorLines_ = QStringList{message};
  log::error(message.toStdString());
  setState(QStringLiteral("error"));
}

void App::fail(const ContentError& error) {
  errorTitle_ = translate(QStringLiteral("error.content"));
  errorLines_.clear();
  for (const Issue& issue : error.issues()) {
    errorLines_.append(QString::fromStdString(issue.text()));
    log::error(issue.text());
  }
  setState(QStringLiteral("error"));
}

// --- changes -------------------------------------------------------------------------------------

void App::hear(Change change) {
  switch (change) {
    case Change::panes:
      refreshPanes();
      break;
    case Change::reading:
      emit readingChanged();
      break;
    case Change::home:
      speak(QString::fromStdString(languageAtStart_));
      emit broughtHome();
      break;
    case Change::document:
    case Change::refusal:
      emit refusalChanged();
      break;
    default:
      break;
  }
  emit changed(change);
  if (change != Change::history && change != Change::span && change != Change::refusal) {
    emit pictureChanged();
  }
}

void App::refreshPanes() {
  const auto count = static_cast<std::size_t>(session_->paneCount());
  while (panes_.size() > count) panes_.pop_back();
  while (panes_.size() < count) {
    panes_.push_back(std::make_unique<PaneModel>(*this, static_cast<int>(panes_.size())));
  }
  emit panesChanged();
}

PaneModel* App::paneAt(int index, int) const {
  const bool there = index >= 0 && index < paneCount();
  return there ? panes_[static_cast<std::size_t>(index)].get() : nullptr;
}

PaneModel* App::pane() const {
  return panes_.at(session_ ? static_cast<std::size_t>(session_->activePane()) : 0).get();
}

std::shared_ptr<const atlas::Anatomy> App::anatomy() const {
  return content_ ? content_->anatomy : nullptr;
}

void App::frameShown() {
  if (firstFrameShown_) return;
  firstFrameShown_ = true;
  log::debug("first_frame_ms " + std::to_string(started_.elapsed()));
  emit firstFrame();
}

void App::setKeyboardInUse(bool inUse) {
  if (inUse == keyboardInUse_) return;
  keyboardInUse_ = inUse;
  emit keyboardInUseChanged();
}

// --- words ---------------------------------------------------------------------------------------

QString App::say(const Message& message) const {
  return QString::fromStdString(texts_.say(message));
}

QString App::titleOf(int life) const {
  if (!session_) return {};
  const session::Document& document = session_->document();
  const sim::Scenario& told = document.story(life).told;
  const Message title = scene::lifeTitle(told);
  if (!texts_.has(title.key)) return {};
  // Of two lives that are one and the same but for one lane, the second is told by what it lacks.
  if (life == 0 || document.story(0).told.id != told.id) return say(title);
  std::vector<std::string> lacks;
  for (std::size_t lane = 0; lane < document.lanes()->size(); ++lane) {
    const int index = static_cast<int>(lane);
    if (document.life(0).lives(index) && !document.life(life).lives(index)) {
      lacks.push_back((*document.lanes())[lane].exposure);
    }
  }
  if (lacks.size() != 1) return say(title);
  return say(Message{"life.without", {{"title", title}, {"lane", Message{"cause." + lacks[0]}}}});
}

QString App::translate(const QString& key, const QVariantMap& values) const {
  Message message{key.toStdString()};
  for (auto value = values.begin(); value != values.end(); ++value) {
    Message::Argument argument{value.key().toStdString(), value->toDouble()};
    if (value->typeId() == QMetaType::QString) argument.value = value->toString().toStdString();
    message.arguments.push_back(std::move(argument));
  }
  return say(message);
}

QString App::percentOf(double fraction) const {
  return QString::fromStdString(texts_.percent(fraction, 0));
}

QString App::numberOf(double whole) const {
  return QString::fromStdString(texts_.number(whole, 0));
}

void App::speak(const QString& language) {
  if (language == this->language()) return;
  try {
    texts_ = words::Texts::load(data_, language.toStdString());
  } catch (const Error& error) {
    log::warning(error.what());
    problem_ = QString::fromUtf8(error.what());
    emit refusalChanged();
    return;
  }
  emit languageChanged();
  if (!session_) return;
  emit opened();
}

QString App::language() const {
  return QString::fromStdString(texts_.language().id);
}

QString App::sans() const {
  const std::string& own = texts_.language().sans;
  return own.empty() ? QStringLiteral("Inter") : QString::fromStdString(own);
}

QString App::serif() const {
  const std::string& own = texts_.language().serif;
  return own.empty() ? QStringLiteral("Noto Serif Display") : QString::fromStdString(own);
}

bool App::mirrored() const {
  return texts_.language().direction == words::Direction::rightToLeft;
}

// --- what people do ------------------------------------------------------------------------------

/// Does something to the session. Lists offer only what can be asked for; whatever else comes, from
/// a file that is gone to a word nobody knows, is said and ends nothing.
void App::attempt(const std::function<void()>& act) {
  if (!session_) return;
  const bool hadProblem = !std::exchange(problem_, QString()).isEmpty();
  try {
    act();
  } catch (const Error& error) {
    log::warning(error.what());
    problem_ = QString::fromUtf8(error.what());
  }
  if (hadProblem || !problem_.isEmpty()) emit refusalChanged();
}

void App::run(const std::string& action, const session::Arguments& arguments) {
  attempt([&] { session_->registry().run(action, arguments); });
}

void App::pointAt(int pane, int structure) {
  if (!session_) return;
  session_->registry().run("selection.hover", {{"structure", static_cast<double>(structure)},
                                               {"pane", static_cast<double>(pane)}});
}

void App::run(const QString& action) {
  run(action.toStdString(), {});
}

void App::runWith(const QString& action, const QVariantMap& arguments) {
  session::Arguments given;
  for (auto argument = arguments.begin(); argument != arguments.end(); ++argument) {
    session::Value value = argument->toDouble();
    if (argument->typeId() == QMetaType::QString) value = argument->toString().toStdString();
    if (argument->typeId() == QMetaType::Bool) value = argument->toBool();
    given.set(argument.key().toStdString(), std::move(value));
  }
  run(action.toStdString(), given);
}

void App::set(const std::string& property, const session::Value& value) {
  attempt([&] { session_->registry().set(property, value); });
}

void App::set(const QString& property, double value) {
  if (!session_) return;
  const std::string id = property.toStdString();
  const auto type = session_->registry().property(id).takes.type;
  const bool boolean = type == session::Domain::Type::boolean;
  set(id, boolean ? session::Value(value >= 0.5) : session::Value(value));
}

void App::nudge(const QString& property, double steps) {
  if (session_) session_->registry().nudge(property.toStdString(), steps);
}

QString App::shortcut(const QString& action) const {
  if (!session_) return {};
  return QString::fromStdString(session_->registry().action(action.toStdString()).shortcut);
}

QStringList App::actions() const {
  QStringList ids;
  if (!session_) return ids;
  for (const std::string& id : session_->registry().actionIds(session::Level::student)) {
    if (!session_->registry().action(id).shortcut.empty()) ids.append(QString::fromStdString(id));
  }
  return ids;
}

QString App::refusal() const {
  if (!problem_.isEmpty()) {
    return say(Message{"refusal.failed", {{"reason", problem_.toStdString()}}});
  }
  return session_ ? say(session_->refusal()) : QString();
}

double App::textScale() const {
  return session_ ? static_cast<double>(session_->reading().textScale) : 1;
}

bool App::reducedMotion() const {
  return session_ && session_->reading().reducedMotion;
}

}  // namespace syn::ui
