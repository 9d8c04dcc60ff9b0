#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scene/camera.h"
#include "scene/look.h"
#include "session/life.h"
#include "session/life_runner.h"
#include "session/registry.h"
#include "sim/model.h"
#include "sim/trajectory.h"

namespace syn::session {

/// What changed, so that showers refresh no more than they must.
enum class Change { life, age, playing, selection, span, view, camera, reading, history };

/// Everything the window shows and a person can change, without Qt and without OpenGL: the life,
/// the age, the view, the selection, and the registry of actions and properties that change them.
/// One thread.
class Session {
 public:
  Session(std::shared_ptr<const sim::Model> model, std::shared_ptr<const scene::Looks> looks,
          sim::Scenario scenario);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Hears every change after it was made.
  void setListener(std::function<void(Change)> listener) { listener_ = std::move(listener); }

  [[nodiscard]] const Registry& registry() const { return registry_; }
  [[nodiscard]] const sim::Model& model() const { return *model_; }
  [[nodiscard]] const Catalogue& catalogue() const { return model_->catalogue(); }
  [[nodiscard]] const sim::Scenario& scenario() const { return scenario_; }

  // The life and its spans. Edits between `beginEdit` and `endEdit` are one step of undo.
  [[nodiscard]] const Life& life() const { return life_; }
  void edit(const std::function<void(Life&)>& change);
  void beginEdit();
  void endEdit();
  [[nodiscard]] bool canUndo() const { return !undo_.empty(); }
  [[nodiscard]] bool canRedo() const { return !redo_.empty(); }

  [[nodiscard]] int chosenSpan() const { return chosenSpan_; }  ///< id; 0 = none
  void chooseSpan(int id);
  /// The span of a lane at the present age, added when there is none; chooses it.
  void addOrChoose(int lane);

  [[nodiscard]] double age() const { return age_; }  ///< years
  void setAge(double years);
  [[nodiscard]] bool playing() const { return playing_; }
  [[nodiscard]] double speed() const { return speed_; }  ///< years a second
  /// Lets time go by: age while playing, camera while it moves.
  void advance(double seconds);

  [[nodiscard]] const Place& selection() const { return selection_; }
  void select(Place place);
  [[nodiscard]] int hovered() const { return pointing_.hovered; }  ///< structure id; -1 = none
  void hover(int structure);

  [[nodiscard]] const scene::Look& look() const { return look_; }
  [[nodiscard]] const scene::Pointing& pointing() const { return pointing_; }
  [[nodiscard]] const scene::ReadingPreferences& reading() const { return reading_; }
  [[nodiscard]] const std::string& viewName() const { return look_.id; }  ///< of `viewIds()`
  [[nodiscard]] static const std::vector<std::string>& viewIds();
  void showView(const std::string& id);
  [[nodiscard]] scene::Camera& camera() { return camera_; }
  void cameraMoved() { tell(Change::camera); }

  [[nodiscard]] double textScale() const { return static_cast<double>(reading_.textScale); }
  [[nodiscard]] bool reducedMotion() const { return reading_.reducedMotion; }
  [[nodiscard]] bool trueSize() const { return look_.exaggeration <= 1; }

 private:
  void registerAll();
  void registerProperty(std::string id, std::string unit, double low, double high, double step,
                        Level level, std::function<double()> get, std::function<void(double)> set);
  void registerAction(std::string id, std::string shortcut, std::function<void()> run,
                      std::function<bool()> enabled = {});
  void home();
  void restore(std::vector<Life>& from, std::vector<Life>& to);
  void tell(Change change);

  std::shared_ptr<const sim::Model> model_;
  std::shared_ptr<const scene::Looks> looks_;
  sim::Scenario scenario_;
  Registry registry_;
  std::function<void(Change)> listener_;

  Life life_;
  std::vector<Life> undo_, redo_;
  std::optional<Life> beforeEdit_;
  int chosenSpan_ = 0;

  double age_ = 0, openingAge_ = 0;
  bool playing_ = false;
  double speed_ = 1;
  Place selection_;
  scene::Look look_;
  scene::Pointing pointing_;
  scene::ReadingPreferences reading_;
  double exaggeration_ = 8;  ///< while not shown at true size
  scene::Camera camera_;
};

}  // namespace syn::session
