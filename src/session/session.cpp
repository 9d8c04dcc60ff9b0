#include "session/session.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "session/actions/actions.h"

namespace syn::session {
namespace {

std::vector<sim::Scenario> scenariosOf(const Moment& moment) {
  std::vector<sim::Scenario> scenarios;
  for (const MomentLife& life : moment.lives) scenarios.push_back(life.scenario);
  return scenarios;
}

/// Slow at both ends.
double smooth(double share) {
  return share * share * (3 - 2 * share);
}

scene::Look between(const scene::Look& from, const scene::Look& to, double share) {
  const auto mix = [part = static_cast<float>(share)](float a, float b) {
    return std::lerp(a, b, part);
  };
  scene::Look look = to;
  look.xray = mix(from.xray, to.xray);
  look.explode = mix(from.explode, to.explode);
  look.exaggeration = mix(from.exaggeration, to.exaggeration);
  look.windowRadius = mix(from.windowRadius, to.windowRadius);
  return look;
}

}  // namespace

std::unique_ptr<LifeComputer> Session::computeLives(const Content& content, const Moment& moment) {
  auto lives = std::make_unique<LifeComputer>(content.model);
  lives->computeNow(Document(content.model, scenariosOf(moment)).stories());
  return lives;
}

Session::Session(std::shared_ptr<const Content> content, Moment opening,
                 std::unique_ptr<LifeComputer> lives)
    : content_(std::move(content)),
      opening_(std::move(opening)),
      lives_(lives ? std::move(lives) : computeLives(*content_, opening_)),
      document_(content_->model, scenariosOf(opening_), [this](Change change) { heard(change); }),
      clock_([this](Change change) { heard(change); }) {
  for (std::size_t i = 0; i < opening_.lives.size(); ++i) {
    if (opening_.lives[i].name.empty()) continue;
    named_.emplace_back(opening_.lives[i].name, document_.story(static_cast<int>(i)));
  }
  addAllActions(Stage(*this));
  show(opening_);
}

Session::~Session() = default;

// --- computed lives ------------------------------------------------------------------------------

void Session::computeBeside(std::function<void()> ready) {
  beside_ = true;
  lives_->start(std::move(ready));
  lives_->request(document_.stories());  // also finds out what each lane contributes
}

void Session::takeComputed() {
  if (!lives_->take()) return;
  refreshPanes();
  tell(Change::computed);
}

void Session::recompute() {
  if (beside_) {
    lives_->request(document_.stories());
    return;
  }
  lives_->computeNow(document_.stories());
  refreshPanes();
}

void Session::refreshPanes() {
  for (const auto& pane : panes_) pane->refresh(*lives_, clock_.age());
}

void Session::begin(const scene::ReadingPreferences& reading) {
  readingAtStart_ = reading;
  Stage(*this).setReading(reading);
}

void Session::makeRoom() {
  for (const auto& pane : panes_) {
    double room = pane->room();
    for (const auto& other : panes_) {
      if (other->sharedCamera() == pane->sharedCamera()) room = std::max(room, other->room());
    }
    pane->camera().setSpread(room);
  }
}

// --- observers -----------------------------------------------------------------------------------

int Session::addObserver(Observer observer) {
  observers_.emplace(nextObserver_, std::move(observer));
  return nextObserver_++;
}

void Session::removeObserver(int number) {
  observers_.erase(number);
}

void Session::tell(Change change) {
  // An observer may leave, or another come, while it is told.
  const std::map<int, Observer> told = observers_;
  for (const auto& [number, observer] : told) {
    if (observers_.contains(number)) observer(change);
  }
}

void Session::heard(Change change) {
  switch (change) {
    case Change::document:
      refusal_ = {};
      // What was said was said of the lives as they were.
      if (!caption_.text.empty()) {
        caption_ = {};
        tell(Change::caption);
      }
      for (const auto& pane : panes_) {
        if (pane->life() >= document_.lifeCount()) pane->setLife(0);
      }
      recompute();
      break;
    case Change::look:
    case Change::panes:
      makeRoom();
      refreshPanes();
      break;
    case Change::age:
      refreshPanes();
      break;
    default:
      break;
  }
  tell(change);
  if (change == Change::document && !beside_) tell(Change::computed);
}

// --- time ----------------------------------------------------------------------------------------

void Session::advance(double seconds) {
  travel(seconds);
  clock_.advance(seconds);
  if (runsOnArrival_ && !way_) {
    runsOnArrival_ = false;
    clock_.play();
  }
  bool moved = false;
  for (std::size_t i = 0; i < panes_.size(); ++i) {
    scene::Camera& camera = panes_[i]->camera();
    const bool shared = i > 0 && panes_[i]->sharedCamera() == panes_[0]->sharedCamera();
    if (shared || !camera.isMoving()) continue;
    camera.advance(seconds);
    moved = true;
  }
  if (moved) tell(Change::camera);
}

bool Session::moving() const {
  return way_ || runsOnArrival_ || clock_.playing() ||
         std::ranges::any_of(panes_, [](const auto& pane) { return pane->camera().isMoving(); });
}

void Session::travel(double seconds) {
  if (!way_ || !(seconds > 0)) return;
  way_->elapsed += seconds;
  const double share = smooth(std::min(way_->elapsed / way_->seconds, 1.0));
  const Way way = *way_;
  if (way.elapsed >= way.seconds) way_.reset();
  for (std::size_t i = 0; i < std::min(panes_.size(), way.to.size()); ++i) {
    panes_[i]->setLook(way_ ? between(way.from[i], way.to[i], share) : way.to[i]);
  }
  clock_.setAge(way_ ? std::lerp(way.fromAge, way.toAge, share) : way.toAge);
}

void Session::endWay() {
  if (way_) travel(way_->seconds);
}

scene::ReadingPreferences Session::readingToDraw() const {
  scene::ReadingPreferences drawn = reading_;
  drawn.reducedMotion = drawn.reducedMotion || !clock_.playing();
  return drawn;
}

void Session::setViewport(int pane, double width, double height) {
  panes_.at(at(pane))->setViewport(width, height);
}

// --- moments -------------------------------------------------------------------------------------

Moment Session::moment() const {
  Moment moment;
  moment.caption = caption_.text;
  for (const LifeStory& story : document_.stories()) {
    MomentLife life;
    const auto known =
        std::ranges::find(named_, story, [](const auto& pair) { return pair.second; });
    if (known != named_.end()) life.name = known->first;
    life.scenario = story.scenario();
    moment.lives.push_back(std::move(life));
  }
  moment.age = way_ ? way_->toAge : clock_.age();
  moment.speed = clock_.speed();
  moment.forward = clock_.forward();
  moment.mode = clock_.mode();
  moment.from = clock_.from();
  moment.to = clock_.to();
  for (std::size_t i = 0; i < panes_.size(); ++i) {
    const Pane& pane = *panes_[i];
    MomentPane shown;
    shown.life = pane.life();
    shown.baseline = pane.baseline();
    shown.look = way_ && i < way_->to.size() ? way_->to[i] : pane.look();
    shown.ownCamera = i == 0 || pane.sharedCamera() != panes_[0]->sharedCamera();
    if (shown.ownCamera) shown.camera = MomentCamera::of(pane.camera());
    shown.selection = pane.selection();
    moment.panes.push_back(std::move(shown));
  }
  if (const Span* chosen = document_.chosen()) {
    const int life = document_.chosenSpan().life;
    moment.span = MomentSpan{life, static_cast<int>(chosen - document_.life(life).spans().data())};
  }
  return moment;
}

void Session::show(const Moment& moment, double seconds) {
  if (reading_.reducedMotion) seconds = 0;
  way_.reset();
  runsOnArrival_ = false;
  clock_.pause();
  document_.setLives(scenariosOf(moment));
  for (std::size_t i = 0; i < moment.lives.size(); ++i) {
    const std::string& name = moment.lives[i].name;
    const bool known =
        std::ranges::any_of(named_, [&](const auto& pair) { return pair.first == name; });
    if (!name.empty() && !known) named_.emplace_back(name, document_.story(static_cast<int>(i)));
  }
  if (moment.caption != caption_.text) {
    caption_ = {moment.caption, {}, {}};
    tell(Change::caption);
  }
  clock_.setSpan(moment.from, moment.to);
  clock_.setSpeed(moment.speed);
  clock_.setForward(moment.forward);
  clock_.setMode(moment.mode);
  const double fromAge = clock_.age();
  setPanes(moment.panes, seconds);
  if (seconds > 0) {
    way_->fromAge = fromAge;
    way_->toAge = moment.age;
  } else {
    clock_.setAge(moment.age);
  }
  chooseSpanOf(moment);
  refreshPanes();
}

void Session::goToStep(int index) {
  step_ = std::clamp(index, 0, static_cast<int>(tour_->steps.size()) - 1);
  const TourStep& step = tour_->steps[at(step_)];
  show(step.moment, step.seconds);
  runsOnArrival_ = step.runs;
  tell(Change::tour);
}

void Session::setPanes(const std::vector<MomentPane>& wanted, double seconds) {
  const std::size_t before = panes_.size();
  while (panes_.size() > wanted.size()) panes_.pop_back();
  while (panes_.size() < wanted.size()) addPane(std::make_shared<scene::Camera>());
  active_ = std::min(active_, paneCount() - 1);
  if (seconds > 0) way_ = Way{seconds, 0, 0, 0, {}, {}};
  linked_ = true;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const MomentPane& to = wanted[i];
    Pane& pane = *panes_[i];
    const bool opened = i >= before;
    pane.setLife(std::min(to.life, document_.lifeCount() - 1));
    pane.setBaseline(to.baseline);
    pane.select(to.selection);
    if (seconds > 0 && !opened) {
      way_->from.push_back(pane.look());
      way_->to.push_back(to.look);
    } else {
      if (seconds > 0) {
        way_->from.push_back(to.look);
        way_->to.push_back(to.look);
      }
      pane.setLook(to.look);
    }
    exaggeration_ = std::max(to.look.exaggeration, content_->looks->get(to.look.id).exaggeration);
    atTrueSize_ = to.look.exaggeration < exaggeration_;
    if (!to.ownCamera) {
      pane.setCamera(panes_[0]->sharedCamera());
      continue;
    }
    if (i > 0) {
      linked_ = false;
      if (pane.sharedCamera() == panes_[0]->sharedCamera()) {
        pane.setCamera(std::make_shared<scene::Camera>(pane.camera()));
      }
    }
    const scene::CameraPose pose = to.camera.pose(pane.camera());
    if (seconds > 0 && !opened) {
      pane.camera().goTo(pose);
    } else {
      pane.camera().setPose(pose);
    }
  }
  if (before != panes_.size()) heard(Change::panes);
  tell(Change::camera);
}

void Session::addPane(std::shared_ptr<scene::Camera> camera) {
  camera->setReducedMotion(reading_.reducedMotion);
  panes_.push_back(std::make_unique<Pane>(content_, std::move(camera),
                                          [this](Change change) { heard(change); }));
}

void Session::chooseSpanOf(const Moment& moment) {
  SpanChoice choice;
  if (moment.span && moment.span->life < document_.lifeCount()) {
    const std::vector<Span>& spans = document_.life(moment.span->life).spans();
    if (at(moment.span->index) < spans.size()) {
      choice = {moment.span->life, spans[at(moment.span->index)].id};
    }
  }
  document_.chooseSpan(choice);
}

}  // namespace syn::session
