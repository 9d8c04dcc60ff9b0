#include "session/session.h"

#include <algorithm>
#include <utility>

namespace syn::session {
namespace {

constexpr std::size_t kUndoSteps = 200;
constexpr double kLastAge = Life::kEnd;
constexpr double kNewSpanYears = 10;
const std::string kHomeView = "limbic";

/// The opening picture: in the middle of the first longer span, where there is most to see.
double openingAgeOf(const Life& life) {
  const Span* longest = nullptr;
  for (const Span& span : life.spans()) {
    if (span.lane != 0) continue;
    if (longest == nullptr || span.toAge - span.fromAge > longest->toAge - longest->fromAge) {
      longest = &span;
    }
  }
  return longest == nullptr ? 40 : std::min(longest->fromAge + 4, longest->toAge);
}

}  // namespace

Session::Session(std::shared_ptr<const sim::Model> model, std::shared_ptr<const scene::Looks> looks,
                 sim::Scenario scenario)
    : model_(std::move(model)),
      looks_(std::move(looks)),
      scenario_(std::move(scenario)),
      life_(Life::lanesOf(*model_), scenario_.life) {
  openingAge_ = age_ = openingAgeOf(life_);
  registerAll();
  home();
  camera_.setPose(camera_.presetPose(scene::Preset::home));
}

void Session::tell(Change change) {
  if (listener_) listener_(change);
}

// --- the life ------------------------------------------------------------------------------------

void Session::edit(const std::function<void(Life&)>& change) {
  Life before = life_;
  change(life_);
  if (life_.sameAs(before)) return;
  if (!beforeEdit_) {
    undo_.push_back(std::move(before));
    if (undo_.size() > kUndoSteps) undo_.erase(undo_.begin());
    redo_.clear();
    tell(Change::history);
  }
  if (chosenSpan_ != 0 && life_.find(chosenSpan_) == nullptr) chooseSpan(0);
  tell(Change::life);
}

void Session::beginEdit() {
  if (!beforeEdit_) beforeEdit_ = life_;
}

void Session::endEdit() {
  if (!beforeEdit_) return;
  if (!life_.sameAs(*beforeEdit_)) {
    undo_.push_back(std::move(*beforeEdit_));
    if (undo_.size() > kUndoSteps) undo_.erase(undo_.begin());
    redo_.clear();
  }
  beforeEdit_.reset();
  tell(Change::history);
}

void Session::restore(std::vector<Life>& from, std::vector<Life>& to) {
  endEdit();
  if (from.empty()) return;
  to.push_back(std::move(life_));
  life_ = std::move(from.back());
  from.pop_back();
  if (life_.find(chosenSpan_) == nullptr) chooseSpan(0);
  tell(Change::life);
  tell(Change::history);
}

void Session::chooseSpan(int id) {
  if (id == chosenSpan_) return;
  chosenSpan_ = id;
  tell(Change::span);
}

void Session::addOrChoose(int lane) {
  if (lane < 0 || lane >= static_cast<int>(life_.lanes().size())) return;
  if (const Span* span = life_.at(lane, age_)) {
    chooseSpan(span->id);
    return;
  }
  std::optional<int> added;
  edit([&](Life& life) { added = life.add(lane, age_, kNewSpanYears); });
  if (added) chooseSpan(*added);
}

// --- time ----------------------------------------------------------------------------------------

void Session::setAge(double years) {
  years = std::clamp(years, 0.0, kLastAge);
  if (years == age_) return;
  age_ = years;
  tell(Change::age);
}

void Session::advance(double seconds) {
  if (playing_) {
    const double next = age_ + seconds * speed_;
    setAge(next);
    if (next >= kLastAge) {
      playing_ = false;
      tell(Change::playing);
    }
  }
  if (camera_.isMoving()) {
    camera_.advance(seconds);
    tell(Change::camera);
  }
}

// --- selection and view --------------------------------------------------------------------------

void Session::select(Place place) {
  if (place == selection_) return;
  selection_ = place;
  pointing_.selected.reset();
  if (place.region >= 0) {
    pointing_.selected = scene::structuresOf(catalogue(), place.region, place.hemisphere);
  }
  tell(Change::selection);
  tell(Change::view);
}

void Session::hover(int structure) {
  if (structure == pointing_.hovered) return;
  pointing_.hovered = structure;
  tell(Change::view);
}

const std::vector<std::string>& Session::viewIds() {
  static const std::vector<std::string> ids{"whole", "glass", "limbic", "connections"};
  return ids;
}

void Session::showView(const std::string& id) {
  const bool atTrueSize = trueSize() && exaggeration_ > 1;
  look_ = looks_->get(id);
  exaggeration_ = static_cast<double>(look_.exaggeration);
  if (atTrueSize) look_.exaggeration = 1;
  tell(Change::view);
}

void Session::home() {
  if (playing_) {
    playing_ = false;
    tell(Change::playing);
  }
  look_.exaggeration = static_cast<float>(exaggeration_);
  showView(kHomeView);
  select({catalogue().regionIndex("hippocampus").value_or(-1), std::nullopt});
  setAge(openingAge_);
  const Span* span = life_.at(0, age_);
  chooseSpan(span == nullptr ? 0 : span->id);
  camera_.home();
  tell(Change::camera);
}

// --- registry ------------------------------------------------------------------------------------

void Session::registerProperty(std::string id, std::string unit, double low, double high,
                               double step, Level level, std::function<double()> get,
                               std::function<void(double)> set) {
  const std::string key = "property." + id;
  registry_.add(Property{std::move(id), key, std::move(unit), low, high, step, level,
                         std::move(get), std::move(set)});
}

void Session::registerAction(std::string id, std::string shortcut, std::function<void()> run,
                             std::function<bool()> enabled) {
  const std::string key = "action." + id;
  registry_.add(Action{std::move(id), key, Level::visitor, std::move(shortcut), std::move(run),
                       std::move(enabled)});
}

void Session::registerAll() {
  registerProperty(
      "age.years", "years", 0, kLastAge, 1, Level::visitor, [this] { return age_; },
      [this](double value) { setAge(value); });
  registerProperty(
      "age.speed", "years/s", 1.0 / 52, 10, 0.25, Level::visitor, [this] { return speed_; },
      [this](double value) {
        speed_ = value;
        tell(Change::playing);
      });
  registerProperty(
      "view.xray", "", 0, 1, 0.05, Level::visitor,
      [this] { return static_cast<double>(look_.xray); },
      [this](double value) {
        look_.xray = static_cast<float>(value);
        tell(Change::view);
      });
  registerProperty(
      "view.explode", "", 0, 1, 0.05, Level::student,
      [this] { return static_cast<double>(look_.explode); },
      [this](double value) {
        look_.explode = static_cast<float>(value);
        tell(Change::view);
      });
  registerProperty(
      "view.exaggeration", "", 1, 20, 1, Level::student,
      [this] { return static_cast<double>(look_.exaggeration); },
      [this](double value) {
        look_.exaggeration = static_cast<float>(value);
        if (value > 1) exaggeration_ = value;
        tell(Change::view);
      });
  registerProperty(
      "reading.text_scale", "", 1, 2, 0.25, Level::visitor, [this] { return textScale(); },
      [this](double value) {
        reading_.textScale = static_cast<float>(value);
        tell(Change::reading);
      });
  registerProperty(
      "reading.reduced_motion", "", 0, 1, 1, Level::visitor,
      [this] { return reading_.reducedMotion ? 1.0 : 0.0; },
      [this](double value) {
        reading_.reducedMotion = value >= 0.5;
        camera_.setReducedMotion(reading_.reducedMotion);
        tell(Change::reading);
        tell(Change::view);
      });

  registerAction("app.home", "Home", [this] { home(); });
  registerAction("age.play", "Space", [this] {
    if (!playing_ && age_ >= kLastAge) setAge(0);
    playing_ = !playing_;
    tell(Change::playing);
  });
  registerAction("age.forward", "Right", [this] { registry_.nudge("age.years", 1); });
  registerAction("age.back", "Left", [this] { registry_.nudge("age.years", -1); });
  registerAction(
      "edit.undo", "Ctrl+Z", [this] { restore(undo_, redo_); }, [this] { return canUndo(); });
  registerAction(
      "edit.redo", "Ctrl+Shift+Z", [this] { restore(redo_, undo_); }, [this] { return canRedo(); });
  registerAction(
      "span.remove", "Delete",
      [this] {
        const int id = chosenSpan_;
        edit([id](Life& life) { life.remove(id); });
      },
      [this] { return chosenSpan_ != 0; });
  registerAction("selection.clear", "Escape", [this] {
    if (chosenSpan_ != 0) {
      chooseSpan(0);
    } else {
      select({});
    }
  });
  registerAction("camera.nearer", "+", [this] {
    camera_.zoom(1.15);
    tell(Change::camera);
  });
  registerAction("camera.farther", "-", [this] {
    camera_.zoom(1 / 1.15);
    tell(Change::camera);
  });
  for (const std::string& id : viewIds()) {
    registerAction("view." + id, "", [this, id] { showView(id); });
  }
  registerAction("view.true_size", "",
                 [this] { registry_.set("view.exaggeration", trueSize() ? exaggeration_ : 1); });
  registerAction(
      "reading.text_larger", "Ctrl++", [this] { registry_.nudge("reading.text_scale", 1); },
      [this] { return textScale() < 2; });
  registerAction(
      "reading.text_smaller", "Ctrl+-", [this] { registry_.nudge("reading.text_scale", -1); },
      [this] { return textScale() > 1; });
  registerAction("reading.motion", "M",
                 [this] { registry_.set("reading.reduced_motion", reducedMotion() ? 0 : 1); });
}

}  // namespace syn::session
