#include "session/document.h"

#include <utility>

#include "base/logic_error.h"
#include "session/refusal.h"

namespace syn::session {
namespace {

std::vector<LifeStory> storiesOf(const std::vector<sim::Scenario>& lives, const Lanes& lanes) {
  if (lives.empty() || lives.size() > Document::kMostLives) {
    throw LogicError("a document holds one or two lives");
  }
  std::vector<LifeStory> stories;
  for (const sim::Scenario& scenario : lives) {
    stories.push_back({scenario, Life(lanes, scenario.life)});
    stories.back().told.life.clear();
  }
  return stories;
}

}  // namespace

sim::Scenario LifeStory::scenario() const {
  sim::Scenario scenario = told;
  scenario.life = life.schedule();
  return scenario;
}

Document::Document(std::shared_ptr<const sim::Model> model, const std::vector<sim::Scenario>& lives,
                   Report report)
    : model_(std::move(model)),
      lanes_(lanesOf(*model_)),
      report_(std::move(report)),
      lives_(storiesOf(lives, lanes_)),
      saved_(lives_) {}

void Document::tell(Change change) const {
  if (report_) report_(change);
}

const LifeStory& Document::story(int index) const {
  return lives_.at(static_cast<std::size_t>(index));
}

// --- edits ---------------------------------------------------------------------------------------

Message Document::edit(int index, const std::function<void(Life&)>& change) {
  LifeStory& story = lives_.at(static_cast<std::size_t>(index));
  Life changed = story.life;
  change(changed);
  if (changed == story.life) return {};
  if (Message refusal = refusalOf(*model_, story.told.person, changed); !refusal.empty()) {
    return refusal;
  }
  State before = lives_;
  story.life = std::move(changed);
  if (!beforeEdit_) remember(std::move(before));
  dropLostChoice();
  tell(Change::document);
  return {};
}

void Document::remember(State before) {
  undo_.push_back(std::move(before));
  if (undo_.size() > kUndoSteps) undo_.erase(undo_.begin());
  redo_.clear();
  tell(Change::history);
}

void Document::beginEdit() {
  if (!beforeEdit_) beforeEdit_ = lives_;
}

void Document::endEdit() {
  if (!beforeEdit_) return;
  State before = std::move(*beforeEdit_);
  beforeEdit_.reset();
  if (before != lives_) remember(std::move(before));
}

void Document::setLives(const std::vector<sim::Scenario>& lives) {
  endEdit();
  State next = storiesOf(lives, lanes_);
  if (next == lives_) return;
  State before = std::exchange(lives_, std::move(next));
  chooseSpan({});
  remember(std::move(before));
  tell(Change::document);
}

// --- undo ----------------------------------------------------------------------------------------

void Document::undo() {
  restore(undo_, redo_);
}

void Document::redo() {
  restore(redo_, undo_);
}

void Document::restore(std::vector<State>& from, std::vector<State>& to) {
  endEdit();
  if (from.empty()) return;
  to.push_back(std::move(lives_));
  lives_ = std::move(from.back());
  from.pop_back();
  dropLostChoice();
  tell(Change::document);
  tell(Change::history);
}

// --- the chosen span -----------------------------------------------------------------------------

const Span* Document::chosen() const {
  return chosen_.id == 0 ? nullptr : life(chosen_.life).find(chosen_.id);
}

void Document::chooseSpan(SpanChoice choice) {
  const bool exists = choice.id != 0 && choice.life >= 0 && choice.life < lifeCount() &&
                      life(choice.life).find(choice.id) != nullptr;
  if (!exists) choice = {};
  if (choice == chosen_) return;
  chosen_ = choice;
  tell(Change::span);
}

void Document::dropLostChoice() {
  if (chosen_.id == 0) return;
  if (chosen_.life < lifeCount() && life(chosen_.life).find(chosen_.id) != nullptr) return;
  chosen_ = {};
  tell(Change::span);
}

}  // namespace syn::session
