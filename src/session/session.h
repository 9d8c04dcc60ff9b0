#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "scene/look.h"
#include "session/change.h"
#include "session/clock.h"
#include "session/content.h"
#include "session/document.h"
#include "session/guide/moment.h"
#include "session/guide/tour.h"
#include "session/life_computer.h"
#include "session/pane.h"
#include "session/registry.h"

namespace syn::session {

/// What is said about the Moment on the stage.
struct Caption {
  std::string text;        ///< key of data/i18n; empty = nothing
  std::string phenomenon;  ///< of `Content::phenomena` where it is one; may be empty
  std::string side;        ///< of a phenomenon: "before" or "after"
  friend bool operator==(const Caption&, const Caption&) = default;
};

/// The stage: one document, one clock, one or two panes, and the registry of everything a person
/// can change of them. No Qt, no OpenGL; the window and the command line both stand on it. One
/// thread.
class Session {
 public:
  using Observer = std::function<void(Change)>;

  /// Opens at a Moment. `lives` may come computed already (`computeLives`); otherwise the lives of
  /// the Moment are computed before this returns.
  Session(std::shared_ptr<const Content> content, Moment opening,
          std::unique_ptr<LifeComputer> lives = {});
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Computes the lives of a Moment, on whatever thread.
  [[nodiscard]] static std::unique_ptr<LifeComputer> computeLives(const Content& content,
                                                                  const Moment& moment);
  /// From now on lives are computed beside this thread; `ready` is called from there when
  /// `takeComputed` has something to take. Without this, edits compute before they return.
  void computeBeside(std::function<void()> ready);
  /// Shows what was computed since the last call.
  void takeComputed();

  /// The reader's preferences at the start, to which Home goes back.
  void begin(const scene::ReadingPreferences& reading);

  /// Hears every change after it was made. Returns a number to be removed by.
  int addObserver(Observer observer);
  void removeObserver(int number);

  [[nodiscard]] const Registry& registry() const { return registry_; }
  [[nodiscard]] const Content& content() const { return *content_; }
  [[nodiscard]] const Catalogue& catalogue() const { return content_->catalogue(); }
  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Clock& clock() const { return clock_; }
  [[nodiscard]] const LifeComputer& lives() const { return *lives_; }
  [[nodiscard]] LifeComputer& lives() { return *lives_; }
  [[nodiscard]] const scene::ReadingPreferences& reading() const { return reading_; }
  /// The same as drawn now: what would move stands still unless life is playing.
  [[nodiscard]] scene::ReadingPreferences readingToDraw() const;
  [[nodiscard]] const Caption& caption() const { return caption_; }
  /// Why the last thing asked for was refused; empty after something was done.
  [[nodiscard]] const Message& refusal() const { return refusal_; }

  [[nodiscard]] int paneCount() const { return static_cast<int>(panes_.size()); }
  [[nodiscard]] const Pane& pane(int index) const { return *panes_.at(at(index)); }
  [[nodiscard]] int activePane() const { return active_; }
  [[nodiscard]] const Pane& pane() const { return pane(active_); }  ///< the active one
  /// Whether the panes share camera, look and selection.
  [[nodiscard]] bool linked() const { return linked_; }
  /// Size of a pane's picture, in the unit in which its gestures are told.
  void setViewport(int pane, double width, double height);

  /// Lets time go by: age while playing, cameras while they move, a way to another Moment.
  void advance(double seconds);
  /// Whether `advance` would change anything.
  [[nodiscard]] bool moving() const;

  /// The tour that is given, and the step of it that was gone to last; null and 0 without one.
  [[nodiscard]] const Tour* tour() const { return tour_ ? &*tour_ : nullptr; }
  [[nodiscard]] int tourStep() const { return step_; }

  /// Everything that is on the stage.
  [[nodiscard]] Moment moment() const;
  /// Goes there in so many seconds; at once with 0 and for readers who want no motion. Lives that
  /// differ are one step of undo.
  void show(const Moment& moment, double seconds = 0);

 private:
  friend class Stage;
  [[nodiscard]] static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  void heard(Change change);
  void tell(Change change);
  void recompute();
  void refreshPanes();
  void makeRoom();  ///< each camera sees all of whatever pane looks through it
  void setPanes(const std::vector<MomentPane>& wanted, double seconds);
  void addPane(std::shared_ptr<scene::Camera> camera);
  void chooseSpanOf(const Moment& moment);
  void travel(double seconds);
  void endWay();  ///< arrives at once
  void goToStep(int index);

  /// The way to another Moment.
  struct Way {
    double seconds = 0, elapsed = 0;
    double fromAge = 0, toAge = 0;
    std::vector<scene::Look> from, to;  ///< by pane
  };

  std::shared_ptr<const Content> content_;
  Moment opening_;
  std::unique_ptr<LifeComputer> lives_;
  bool beside_ = false;
  std::map<int, Observer> observers_;
  int nextObserver_ = 1;

  Registry registry_;
  Document document_;
  Clock clock_;
  std::vector<std::unique_ptr<Pane>> panes_;
  int active_ = 0;
  bool linked_ = true;
  scene::ReadingPreferences reading_, readingAtStart_;
  Message refusal_;
  float exaggeration_ = 8;                                ///< while not shown at true size
  bool atTrueSize_ = false;                               ///< asked for, so that looks keep to it
  std::vector<std::pair<std::string, LifeStory>> named_;  ///< lives as their files tell them
  Caption caption_;
  std::optional<Way> way_;
  std::optional<Tour> tour_;
  int step_ = 0;
  bool runsOnArrival_ = false;  ///< the step gone to is played once it is reached
};

}  // namespace syn::session
