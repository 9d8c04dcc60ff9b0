#include "session/pane.h"

#include <utility>

#include "session/guide/moment.h"

namespace syn::session {
namespace {

constexpr double kRoomToExplode = 0.25;  // of the distance, for parts pulled apart

}  // namespace

Pane::Pane(std::shared_ptr<const Content> content, std::shared_ptr<scene::Camera> camera,
           Report report)
    : content_(std::move(content)),
      camera_(std::move(camera)),
      report_(std::move(report)),
      frame_(scene::restingFrame(content_->catalogue())) {
  seen();
}

void Pane::tell(Change change) const {
  if (report_) report_(change);
}

/// Decides once what is seen, after frame or look changed.
void Pane::seen() {
  scene::decideVisibility(content_->catalogue(), look_, frame_, visibility_);
}

// --- what is looked at ---------------------------------------------------------------------------

void Pane::setLife(int index) {
  if (index == life_) return;
  life_ = index;
  tell(Change::panes);
}

void Pane::setBaseline(scene::Baseline baseline) {
  if (baseline == baseline_) return;
  baseline_ = baseline;
  tell(Change::look);
}

void Pane::setLook(scene::Look look) {
  if (look == look_) return;
  look_ = std::move(look);
  seen();
  tell(Change::look);
}

void Pane::changeLook(const std::function<void(scene::Look&)>& change) {
  scene::Look look = look_;
  change(look);
  setLook(std::move(look));
}

void Pane::refresh(const LifeComputer& lives, double age) {
  if (life_ >= lives.count()) return;
  const ComputedStory& story = lives.story(life_);
  const bool alone = lives.count() < 2;
  const scene::FrameBuilder& frames = story.life->frames;
  if (baseline_ == scene::Baseline::norm) {
    frames.buildAgainst(story.norm->frames, scene::Baseline::norm, age, frame_);
  } else if (baseline_ == scene::Baseline::reference && !alone) {
    frames.buildAgainst(lives.story(1 - life_).life->frames, scene::Baseline::reference, age,
                        frame_);
  } else {
    frames.build(age, frame_);
  }
  seen();
}

scene::Legend Pane::legend() const {
  return scene::buildLegend(content_->catalogue(), frame_, look_, visibility_, pointing_);
}

// --- selection -----------------------------------------------------------------------------------

void Pane::select(const RegionSelection& selection) {
  if (selection == selection_) return;
  selection_ = selection;
  pointing_.selected.reset();
  if (selection_.region >= 0) {
    pointing_.selected =
        scene::structuresOf(content_->catalogue(), selection_.region, selection_.hemisphere);
  }
  tell(Change::selection);
}

void Pane::selectStructure(int structure) {
  const Structure& found = content_->catalogue().structures.at(static_cast<std::size_t>(structure));
  std::optional<Hemisphere> side;
  if (found.hemisphere != Hemisphere::midline) side = found.hemisphere;
  select({found.region, side});
}

void Pane::hover(int structure) {
  if (structure == pointing_.hovered) return;
  pointing_.hovered = structure;
  tell(Change::pointing);
}

int Pane::structureAt(double x, double y) const {
  if (!content_->picker) return -1;
  const auto pick = content_->picker->pick(camera_->ray(x, y), frame_, look_, visibility_);
  return pick ? pick->structure : -1;
}

std::optional<Vec3> Pane::centreOf(int structure) const {
  if (!content_->picker || structure < 0) return std::nullopt;
  return content_->picker->centre(structure, frame_, look_);
}

// --- camera --------------------------------------------------------------------------------------

void Pane::setCamera(std::shared_ptr<scene::Camera> camera) {
  if (camera == camera_) return;
  camera_ = std::move(camera);
  tell(Change::panes);
}

double Pane::room() const {
  return 1 + kRoomToExplode * static_cast<double>(look_.explode);
}

void Pane::setViewport(double width, double height) {
  if (width == width_ && height == height_) return;
  width_ = width;
  height_ = height;
  if (camera_->isMoving()) {
    camera_->setViewport(width, height);
    return;
  }
  // A preset fits another shape of window in its own way.
  const MomentCamera seen = MomentCamera::of(*camera_);
  camera_->setViewport(width, height);
  camera_->setPose(seen.pose(*camera_));
}

void Pane::focusOn(int structure) {
  const auto centre = centreOf(structure);
  if (!centre) return;
  camera_->focusOn(*centre, content_->picker->radius(structure));
  tell(Change::camera);
}

}  // namespace syn::session
