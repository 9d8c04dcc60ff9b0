#pragma once

#include <functional>
#include <string>
#include <vector>

#include "session/session.h"

namespace syn::session {

/// What the actions may do with a session: every change a person can make comes through here, and
/// here only from the registry.
class Stage {
 public:
  explicit Stage(Session& session) : session_(session) {}

  [[nodiscard]] Registry& registry() const { return session_.registry_; }
  [[nodiscard]] const Session& session() const { return session_; }
  [[nodiscard]] const Content& content() const { return *session_.content_; }
  [[nodiscard]] Document& document() const { return session_.document_; }
  [[nodiscard]] Clock& clock() const;

  [[nodiscard]] Pane& pane() const { return *session_.panes_[Session::at(session_.active_)]; }
  [[nodiscard]] Pane& pane(int index) const { return *session_.panes_.at(Session::at(index)); }
  /// The pane an action names in its argument "pane", or the active one.
  [[nodiscard]] Pane& pane(const Arguments& arguments) const;
  /// The active pane, or all while they are linked.
  void eachLinked(const std::function<void(Pane&)>& change) const;
  /// Changes how they look; on the way to another Moment, from where it leads.
  void changeLooks(const std::function<void(scene::Look&)>& change) const;
  void setActivePane(int index) const;
  void dropForeignSpan() const;  ///< chosen is only what the active pane lives
  void setLinked(bool linked) const;
  void openPane() const;       ///< a second one, on the second life, beside the first
  void closePane() const;      ///< the second one, and its life
  void showBothLives() const;  ///< one in each pane; precondition: two of each
  /// One step back or forward in the lives; a second pane comes and goes with its life.
  void undo() const;
  void redo() const;
  void arrive() const;  ///< at once, where a way to another Moment is under way
  /// Goes to another Moment as a person sees it happen.
  void travelTo(const Moment& moment) const;
  void setCaption(Caption caption) const;

  /// An edit of a life; a refusal is told.
  void edit(int life, const std::function<void(Life&)>& change) const;
  void refuse(Message why) const;
  /// The life of the active pane.
  [[nodiscard]] int life() const;
  /// Lives by name; RefusedError and ContentError as the readers say.
  [[nodiscard]] sim::Scenario readLife(const std::string& name) const;

  [[nodiscard]] const scene::ReadingPreferences& reading() const { return session_.reading_; }
  void setReading(const scene::ReadingPreferences& reading) const;
  [[nodiscard]] float exaggeration() const { return session_.exaggeration_; }
  void setExaggeration(float factor) const { session_.exaggeration_ = factor; }
  [[nodiscard]] bool atTrueSize() const { return session_.atTrueSize_; }
  void setAtTrueSize(bool on) const { session_.atTrueSize_ = on; }
  /// The opening Moment and the reader's preferences at the start.
  void home() const;
  void openTour(Tour tour) const;  ///< and its first step
  void closeTour() const;          ///< the stage stays as it is
  /// Precondition: a tour is open. The nearest step there is.
  void goToStep(int index) const { session_.goToStep(index); }
  void cameraMoved() const { session_.heard(Change::camera); }

  // How things are registered: name and help have keys of their own in data/i18n.
  struct ActionForm {
    std::string id;
    std::string shortcut{};
    Level level = Level::visitor;
    std::vector<Parameter> parameters{};
  };
  void add(ActionForm form, std::function<void(const Arguments&)> run,
           std::function<bool()> enabled = {}) const;
  void add(std::string id, Level level, Domain takes, std::function<Value()> get,
           std::function<void(const Value&)> set) const;

 private:
  void dropSecond() const;
  void restore(void (Document::*step)()) const;

  Session& session_;
};

}  // namespace syn::session
