#include "ui/brain_view.h"

#include <algorithm>
#include <cmath>
#include <QOpenGLFramebufferObject>
#include <QQuickOpenGLUtils>
#include <QQuickWindow>

#include "base/error.h"
#include "render/brain_renderer.h"
#include "scene/scale_bar.h"

namespace syn::ui {
namespace {

constexpr double kLongestStep = 0.1;       // seconds; a slow machine skips ahead no more than this
constexpr int kSettleMs = 180;             // after the last touch the picture is refined
constexpr double kKeyPixels = 24;          // one arrow key turns like a drag of so many pixels
constexpr double kBrainRadiusMm = 88;      // holds the brain seen from the side
constexpr double kLongestScaleBar = 0.16;  // of the smaller side

}  // namespace

/// Lives with the scene graph: created, used and destroyed while its context is current.
class BrainView::SceneRenderer : public QQuickFramebufferObject::Renderer {
 public:
  QOpenGLFramebufferObject* createFramebufferObject(const QSize& size) override {
    QOpenGLFramebufferObjectFormat format;
    format.setAttachment(QOpenGLFramebufferObject::CombinedDepthStencil);
    size_ = size;
    return new QOpenGLFramebufferObject(size, format);
  }

  void synchronize(QQuickFramebufferObject* item) override {
    view_ = static_cast<BrainView*>(item);
    AppModel* app = view_->app();
    if (app == nullptr || app->session() == nullptr) return;
    if (app->anatomy() != anatomy_) {
      // Loaded, or loaded once more: a new picture, and another chance after a failure.
      if (brain_) brain_->releaseGl();
      anatomy_ = app->anatomy();
      brain_ = std::make_unique<render::BrainRenderer>(anatomy_);
      failed_ = false;
    }
    const session::Pane& pane = app->session()->pane();
    brain_->setScene(pane.frame(), pane.look(), pane.visibility());
    brain_->setPointing(pane.pointing());
    brain_->setReading(app->readingToDraw());
    brain_->setCamera(pane.camera().pose());
    brain_->setInteracting(view_->interacting());
    seconds_ = view_->animationSeconds();
  }

  void render() override {
    if (!brain_ || failed_) return;
    try {
      QQuickOpenGLUtils::resetOpenGLState();
      if (!brain_->initialized()) brain_->initializeInCurrentContext();
      brain_->resize(size_.width(), size_.height());
      brain_->renderTo(framebufferObject()->handle(), seconds_);
      QQuickOpenGLUtils::resetOpenGLState();
    } catch (const Error& error) {
      failed_ = true;
      view_->rendererFailed(QString::fromUtf8(error.what()));
      return;
    }
    view_->frameDrawn(brain_->needsFrame());
  }

  ~SceneRenderer() override {
    if (brain_) brain_->releaseGl();
  }

 private:
  // The basic render loop runs everything on one thread, and the item outlives a frame.
  BrainView* view_ = nullptr;
  std::shared_ptr<const atlas::Anatomy> anatomy_;
  std::unique_ptr<render::BrainRenderer> brain_;
  QSize size_;
  double seconds_ = 0;
  bool failed_ = false;
};

BrainView::BrainView(QQuickItem* parent) : QQuickFramebufferObject(parent) {
  setAcceptedMouseButtons(Qt::LeftButton | Qt::RightButton | Qt::MiddleButton);
  setAcceptHoverEvents(true);
  setAcceptTouchEvents(true);
  setActiveFocusOnTab(true);
  setTextureFollowsItemSize(true);
  setMirrorVertically(true);  // OpenGL counts rows from the bottom
  clock_.start();
  settle_.setSingleShot(true);
  settle_.setInterval(kSettleMs);
  connect(&settle_, &QTimer::timeout, this, [this] {
    interacting_ = false;
    ask();
  });
}

BrainView::~BrainView() = default;

QQuickFramebufferObject::Renderer* BrainView::createRenderer() const {
  return new SceneRenderer;
}

void BrainView::setApp(AppModel* app) {
  if (app == app_) return;
  app_ = app;
  connect(app, &AppModel::pictureChanged, this, &BrainView::changed);
  connect(app, &AppModel::stateChanged, this, &BrainView::changed);
  emit appChanged();
}

void BrainView::itemChange(ItemChange change, const ItemChangeData& data) {
  if (change == ItemSceneChange) {
    disconnect(ticking_);
    if (data.window != nullptr) {
      ticking_ = connect(data.window, &QQuickWindow::afterAnimating, this, &BrainView::tick);
    }
  }
  QQuickFramebufferObject::itemChange(change, data);
}

void BrainView::geometryChange(const QRectF& newGeometry, const QRectF& oldGeometry) {
  QQuickFramebufferObject::geometryChange(newGeometry, oldGeometry);
  changed();
}

double BrainView::now() const {
  return static_cast<double>(clock_.nsecsElapsed()) * 1e-9;
}

void BrainView::changed() {
  if (app_ == nullptr || app_->session() == nullptr) return;
  if (width() > 0 && height() > 0) app_->session()->setViewport(0, width(), height());
  emit anchorsChanged();
  ask();
}

void BrainView::ask() {
  asked_ = true;
  update();
}

bool BrainView::atRest() const {
  return framesDrawn_ > 0 && !asked_ && !settle_.isActive() && app_->session() != nullptr &&
         !app_->session()->moving();
}

/// Runs once a frame before it is drawn; frames come only while somebody asks for them.
void BrainView::tick() {
  if (app_ == nullptr || app_->session() == nullptr) return;
  const session::Session& stage = *app_->session();
  const bool moves = stage.moving();
  const double time = now();
  if (moves && lastTick_ >= 0) {
    const double step = std::min(time - lastTick_, kLongestStep);
    if (stage.clock().playing() && !stage.reading().reducedMotion) animationSeconds_ += step;
    if (stage.pane().camera().isMoving()) setInteracting(true);
    app_->advance(step);
  }
  lastTick_ = moves ? time : -1;
  if (moves) ask();
}

void BrainView::frameDrawn(bool wantsAnother) {
  if (framesDrawn_++ == 0) settle_.start();
  asked_ = wantsAnother;
  app_->frameShown();
  if (wantsAnother) QMetaObject::invokeMethod(this, &BrainView::ask, Qt::QueuedConnection);
}

void BrainView::rendererFailed(const QString& message) {
  QMetaObject::invokeMethod(
      app_, [app = app_, message] { app->fail(message); }, Qt::QueuedConnection);
}

void BrainView::setInteracting(bool on) {
  if (on) {
    interacting_ = true;
    settle_.start();
  }
}

// --- fingers, mouse, keys ------------------------------------------------------------------------

void BrainView::obey(const std::vector<Gesture>& gestures) {
  if (app_ == nullptr || app_->session() == nullptr) return;
  bool moved = false;
  for (const Gesture& gesture : gestures) {
    switch (gesture.kind) {
      case Gesture::Kind::touch:
        app_->run("camera.stop", {});
        break;
      case Gesture::Kind::turn:
        app_->run("camera.turn", {{"dx", gesture.dx}, {"dy", gesture.dy}});
        moved = true;
        break;
      case Gesture::Kind::pan:
        app_->run("camera.pan", {{"dx", gesture.dx}, {"dy", gesture.dy}});
        moved = true;
        break;
      case Gesture::Kind::zoom:
        app_->run("camera.zoom", {{"factor", gesture.factor}, {"x", gesture.x}, {"y", gesture.y}});
        moved = true;
        break;
      case Gesture::Kind::roll:
        app_->run("camera.roll", {{"degrees", gesture.degrees}});
        moved = true;
        break;
      case Gesture::Kind::fling:
        app_->run("camera.fling", {{"dx", gesture.dx}, {"dy", gesture.dy}});
        moved = true;
        break;
      case Gesture::Kind::tap:
        pickAt(gesture.x, gesture.y, false);
        break;
      case Gesture::Kind::doubleTap:
        pickAt(gesture.x, gesture.y, true);
        break;
    }
  }
  if (moved) setInteracting(true);
}

int BrainView::structureAt(double x, double y) const {
  if (app_ == nullptr || app_->session() == nullptr) return -1;
  return app_->session()->pane().structureAt(x, y);
}

void BrainView::pickAt(double x, double y, bool focus) {
  const int structure = structureAt(x, y);
  if (structure < 0) return;
  app_->selectStructure(structure);
  if (focus) app_->run("camera.focus", {{"structure", static_cast<double>(structure)}});
}

void BrainView::hoverAt(double x, double y) {
  if (app_ == nullptr) return;
  app_->run("selection.hover", {{"structure", static_cast<double>(structureAt(x, y))}});
}

void BrainView::mousePressEvent(QMouseEvent* event) {
  forceActiveFocus(Qt::MouseFocusReason);
  panning_ = event->button() != Qt::LeftButton;
  lastMouse_ = event->position();
  if (!panning_) obey(mouse_.update({{0, lastMouse_.x(), lastMouse_.y()}}, now()));
  event->accept();
}

void BrainView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF to = event->position();
  if (panning_) {
    const QPointF by = to - lastMouse_;
    obey({{.kind = Gesture::Kind::pan, .dx = by.x(), .dy = by.y()}});
  } else {
    obey(mouse_.update({{0, to.x(), to.y()}}, now()));
  }
  lastMouse_ = to;
}

void BrainView::mouseReleaseEvent(QMouseEvent*) {
  if (!panning_) obey(mouse_.update({}, now()));
  panning_ = false;
}

void BrainView::mouseDoubleClickEvent(QMouseEvent* event) {
  // The press is also part of a drag that may follow; the gesture reader finds the double tap.
  mousePressEvent(event);
}

void BrainView::mouseUngrabEvent() {
  mouse_.cancel();
}

void BrainView::wheelEvent(QWheelEvent* event) {
  constexpr double kDegreesPerStep = 15 * 8;
  const double steps = event->angleDelta().y() / kDegreesPerStep;
  obey({{.kind = Gesture::Kind::zoom,
         .x = event->position().x(),
         .y = event->position().y(),
         .factor = std::pow(1.12, steps)}});
  event->accept();
}

void BrainView::hoverEnterEvent(QHoverEvent* event) {
  hoverAt(event->position().x(), event->position().y());
}

void BrainView::hoverMoveEvent(QHoverEvent* event) {
  hoverAt(event->position().x(), event->position().y());
}

void BrainView::hoverLeaveEvent(QHoverEvent*) {
  if (app_ != nullptr) app_->run("selection.hover", {{"structure", -1.0}});
}

void BrainView::touchEvent(QTouchEvent* event) {
  if (event->type() == QEvent::TouchCancel) {
    touch_.cancel();
    return;
  }
  std::vector<Finger> down;
  for (const QEventPoint& point : event->points()) {
    if (point.state() == QEventPoint::Released) continue;
    down.push_back({point.id(), point.position().x(), point.position().y()});
  }
  obey(touch_.update(down, now()));
  event->accept();
}

void BrainView::touchUngrabEvent() {
  touch_.cancel();
}

void BrainView::keyPressEvent(QKeyEvent* event) {
  double dx = 0;
  double dy = 0;
  switch (event->key()) {
    case Qt::Key_Left:
      dx = -kKeyPixels;
      break;
    case Qt::Key_Right:
      dx = kKeyPixels;
      break;
    case Qt::Key_Up:
      dy = -kKeyPixels;
      break;
    case Qt::Key_Down:
      dy = kKeyPixels;
      break;
    default:
      event->ignore();
      return;
  }
  obey({{.kind = Gesture::Kind::turn, .dx = dx, .dy = dy}});
  event->accept();
}

// --- labels --------------------------------------------------------------------------------------

QVariantMap BrainView::anchorOf(int structure) const {
  if (app_ == nullptr || app_->session() == nullptr || structure < 0) return {{"visible", false}};
  const session::Pane& pane = app_->session()->pane();
  const auto centre = pane.centreOf(structure);
  const auto at = centre ? pane.camera().project(*centre) : std::nullopt;
  if (!at) return {{"visible", false}};
  return {{"visible", true}, {"x", (*at)[0]}, {"y", (*at)[1]}};
}

QVariantMap BrainView::selectedAnchor() const {
  if (app_ == nullptr || app_->session() == nullptr) return anchorOf(-1);
  const scene::StructureSet& selected = app_->session()->pane().pointing().selected;
  int first = -1;
  for (std::size_t id = 0; id < selected.size() && first < 0; ++id) {
    if (selected.test(id)) first = static_cast<int>(id);
  }
  return anchorOf(first);
}

QVariantMap BrainView::hoveredAnchor() const {
  if (app_ == nullptr || app_->session() == nullptr) return anchorOf(-1);
  return anchorOf(app_->session()->pane().pointing().hovered);
}

double BrainView::brainRadius() const {
  if (app_ == nullptr || app_->session() == nullptr) return 0;
  return kBrainRadiusMm / app_->session()->pane().camera().millimetresPerPixel();
}

QVariantMap BrainView::scaleBar() const {
  if (app_ == nullptr || app_->session() == nullptr) return {{"pixels", 0.0}, {"millimetres", 0.0}};
  const double longest = std::min(width(), height()) * kLongestScaleBar;
  if (longest <= 0) return {{"pixels", 0.0}, {"millimetres", 0.0}};
  const scene::ScaleBar bar =
      scene::scaleBar(app_->session()->pane().camera().millimetresPerPixel(), longest);
  return {{"pixels", bar.pixels}, {"millimetres", bar.millimetres}};
}

}  // namespace syn::ui
