#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "scene/camera.h"
#include "scene/frame_state.h"
#include "scene/legend.h"
#include "scene/look.h"
#include "scene/picker.h"
#include "scene/visibility.h"
#include "session/change.h"
#include "session/content.h"
#include "session/life_computer.h"
#include "session/region_reader.h"

namespace syn::session {

/// One view of one life: which life, against what, how to look at it, from where, and what is
/// selected; and what follows from these: frame, visibility and legend. Panes may share a camera.
class Pane {
 public:
  Pane(std::shared_ptr<const Content> content, std::shared_ptr<scene::Camera> camera,
       Report report = {});

  [[nodiscard]] int life() const { return life_; }  ///< index in the document
  void setLife(int index);
  /// Against what changes are measured, as asked for.
  [[nodiscard]] scene::Baseline baseline() const { return baseline_; }
  void setBaseline(scene::Baseline baseline);
  [[nodiscard]] const scene::Look& look() const { return look_; }
  void setLook(scene::Look look);
  void changeLook(const std::function<void(scene::Look&)>& change);

  [[nodiscard]] const RegionSelection& selection() const { return selection_; }
  void select(const RegionSelection& selection);
  /// Selects the region of a structure on its side.
  void selectStructure(int structure);
  [[nodiscard]] const scene::Pointing& pointing() const { return pointing_; }
  void hover(int structure);  ///< -1 = none

  [[nodiscard]] const scene::Camera& camera() const { return *camera_; }
  [[nodiscard]] scene::Camera& camera() { return *camera_; }
  [[nodiscard]] const std::shared_ptr<scene::Camera>& sharedCamera() const { return camera_; }
  void setCamera(std::shared_ptr<scene::Camera> camera);
  /// How many times farther than usual the whole picture must be seen from, for parts pulled apart
  /// to stay in it.
  [[nodiscard]] double room() const;
  /// Size of the picture, in the unit of its gestures; what is seen stays in view.
  void setViewport(double width, double height);

  /// Reads the instant of its life. Against another life while there is none, and while this one is
  /// not computed yet, nothing is lost: the own adult stands in, or the frame stays.
  void refresh(const LifeComputer& lives, double age);
  [[nodiscard]] const scene::FrameState& frame() const { return frame_; }
  [[nodiscard]] const scene::Visibility& visibility() const { return visibility_; }
  [[nodiscard]] scene::Legend legend() const;

  /// Structure under a pixel of the camera's viewport; -1 = none, or no anatomy.
  [[nodiscard]] int structureAt(double x, double y) const;
  /// Middle (mm) of a structure as drawn; nullopt without anatomy.
  [[nodiscard]] std::optional<Vec3> centreOf(int structure) const;
  /// Turns the camera's target to a structure, keeping the direction.
  void focusOn(int structure);

 private:
  void seen();
  void tell(Change change) const;

  std::shared_ptr<const Content> content_;
  std::shared_ptr<scene::Camera> camera_;
  Report report_;
  double width_ = 0, height_ = 0;  ///< of the viewport; 0 = not told yet
  int life_ = 0;
  scene::Baseline baseline_ = scene::Baseline::ownAdult;
  scene::Look look_;
  RegionSelection selection_;
  scene::Pointing pointing_;
  scene::FrameState frame_;
  scene::Visibility visibility_;
};

}  // namespace syn::session
