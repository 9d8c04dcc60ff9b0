#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "session/change.h"
#include "session/life.h"
#include "sim/model.h"
#include "sim/trajectory.h"

namespace syn::session {

/// Somebody's life as it stands in a document: who, under what title, and what is lived.
struct LifeStory {
  sim::Scenario told;  ///< without its life, which is `life`
  Life life;
  friend bool operator==(const LifeStory&, const LifeStory&) = default;

  /// Ready to be computed or written.
  [[nodiscard]] sim::Scenario scenario() const;
};

/// A span of one of the lives.
struct SpanChoice {
  int life = 0;
  int id = 0;  ///< 0 = none
  friend bool operator==(const SpanChoice&, const SpanChoice&) = default;
};

/// The one or two lives that people edit, with undo and redo. Knows nothing of what is shown.
class Document {
 public:
  static constexpr std::size_t kMostLives = 2;
  static constexpr std::size_t kUndoSteps = 200;

  /// Precondition: one or two lives.
  Document(std::shared_ptr<const sim::Model> model, const std::vector<sim::Scenario>& lives,
           Report report = {});

  [[nodiscard]] int lifeCount() const { return static_cast<int>(lives_.size()); }
  [[nodiscard]] const Life& life(int index) const { return story(index).life; }
  [[nodiscard]] const LifeStory& story(int index) const;
  [[nodiscard]] const std::vector<LifeStory>& stories() const { return lives_; }
  [[nodiscard]] const Lanes& lanes() const { return lanes_; }

  /// Changes a life. What the model cannot live is not kept: then the reason is returned.
  Message edit(int index, const std::function<void(Life&)>& change);
  /// Edits between the two are one step of undo, however many there are.
  void beginEdit();
  void endEdit();
  /// Puts other lives in place of all, as one step of undo. Precondition: one or two.
  void setLives(const std::vector<sim::Scenario>& lives);

  [[nodiscard]] bool canUndo() const { return !undo_.empty(); }
  [[nodiscard]] bool canRedo() const { return !redo_.empty(); }
  void undo();
  void redo();

  [[nodiscard]] const SpanChoice& chosenSpan() const { return chosen_; }
  /// The chosen span itself, or nullptr.
  [[nodiscard]] const Span* chosen() const;
  void chooseSpan(SpanChoice choice);  ///< a span that does not exist chooses none

  /// Whether there are changes since the document was made, read or written.
  [[nodiscard]] bool dirty() const { return lives_ != saved_; }
  void markSaved() { saved_ = lives_; }

 private:
  using State = std::vector<LifeStory>;
  void remember(State before);
  void restore(std::vector<State>& from, std::vector<State>& to);
  void dropLostChoice();
  void tell(Change change) const;

  std::shared_ptr<const sim::Model> model_;
  Lanes lanes_;
  Report report_;
  State lives_, saved_;
  std::vector<State> undo_, redo_;
  std::optional<State> beforeEdit_;
  SpanChoice chosen_;
};

}  // namespace syn::session
