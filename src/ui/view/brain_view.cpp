#include "ui/view/brain_view.h"

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
    const session::Pane* pane = view_->shown();
    if (pane == nullptr) return;
    if (view_->app()->anatomy() != anatomy_) {
      // Loaded, or loaded once more: a new picture, and another chance after a failure.
      if (brain_) brain_->releaseGl();
      anatomy_ = view_->app()->anatomy();
      brain_ = std::make_unique<render::BrainRenderer>(anatomy_);
      failed_ = false;
    }
    brain_->setScene(pane->frame(), pane->look(), pane->visibility());
    brain_->setPointing(pane->pointing());
    brain_->setReading(view_->app_->session()->readingToDraw());
    brain_->setCamera(pane->camera().pose());
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

void BrainView::setApp(App* app) {
  if (app == app_) return;
  app_ = app;
  connect(app, &App::pictureChanged, this, &BrainView::changed);
  connect(app, &App::stateChanged, this, &BrainView::changed);
  emit appChanged();
}

const session::Pane* BrainView::shown() const {
  const session::Session* session = app_ != nullptr ? app_->session() : nullptr;
  return session != nullptr && pane_ < session->paneCount() ? &session->pane(pane_) : nullptr;
}

/// Does something to this pane.
void BrainView::run(const char* action, session::Arguments arguments) {
  if (shown() == nullptr) return;
  arguments.set("pane", static_cast<double>(pane_));
  app_->run(action, arguments);
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
  if (shown() == nullptr) return;
  if (width() > 0 && height() > 0) app_->session()->setViewport(pane_, width(), height());
  emit anchorsChanged();
  ask();
}

void BrainView::ask() {
  asked_ = true;
  update();
}

bool BrainView::atRest() const {
  return framesDrawn_ > 0 && !asked_ && !settle_.isActive() && shown() != nullptr &&
         !app_->session()->moving();
}

/// Runs once a frame before it is drawn; frames come only while somebody asks for them.
void BrainView::tick() {
  if (shown() == nullptr) return;
  session::Session& session = *app_->session();
  const bool moves = session.moving();
  const double time = now();
  if (moves && lastTick_ >= 0) {
    const double step = std::min(time - lastTick_, kLongestStep);
    if (session.clock().playing() && !session.reading().reducedMotion) animationSeconds_ += step;
    if (shown()->camera().isMoving()) setInteracting(true);
    if (pane_ == 0) session.advance(step);  // time goes by once, however many look at it
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
  for (const Gesture& gesture : gestures) {
    switch (gesture.kind) {
      case Gesture::Kind::touch:
        run("camera.stop", {});
        continue;
      case Gesture::Kind::tap:
        pickAt(gesture.x, gesture.y, false);
        continue;
      case Gesture::Kind::doubleTap:
        pickAt(gesture.x, gesture.y, true);
        continue;
      case Gesture::Kind::turn:
        run("camera.turn", {{"dx", gesture.dx}, {"dy", gesture.dy}});
        break;
      case Gesture::Kind::pan:
        run("camera.pan", {{"dx", gesture.dx}, {"dy", gesture.dy}});
        break;
      case Gesture::Kind::zoom:
        run("camera.zoom", {{"factor", gesture.factor}, {"x", gesture.x}, {"y", gesture.y}});
        break;
      case Gesture::Kind::roll:
        run("camera.roll", {{"degrees", gesture.degrees}});
        break;
      case Gesture::Kind::fling:
        run("camera.fling", {{"dx", gesture.dx}, {"dy", gesture.dy}});
        break;
    }
    setInteracting(true);
  }
}

/// Chooses what lies under a point, or nothing where there is only ground.
void BrainView::pickAt(double x, double y, bool focus) {
  if (shown() == nullptr) return;
  app_->set("pane.active", session::Value(static_cast<double>(pane_)));
  const int structure = shown()->structureAt(x, y);
  if (structure < 0) {
    app_->run("selection.none", {});
    return;
  }
  app_->run("selection.structure", {{"structure", static_cast<double>(structure)}});
  app_->choseByHand(QStringLiteral("region"));
  if (focus) run("camera.focus", {{"structure", static_cast<double>(structure)}});
}

void BrainView::hover(int structure) {
  if (shown() != nullptr) app_->pointAt(pane_, structure);
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
  hoverMoveEvent(event);
}

void BrainView::hoverMoveEvent(QHoverEvent* event) {
  if (shown() != nullptr) hover(shown()->structureAt(event->position().x(), event->position().y()));
}

void BrainView::hoverLeaveEvent(QHoverEvent*) {
  hover(-1);
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
  const auto centre = shown() != nullptr ? shown()->centreOf(structure) : std::nullopt;
  const auto at = centre ? shown()->camera().project(*centre) : std::nullopt;
  if (!at) return {{"visible", false}};
  return {{"visible", true}, {"x", (*at)[0]}, {"y", (*at)[1]}};
}

QVariantMap BrainView::selectedAnchor() const {
  if (shown() == nullptr) return anchorOf(-1);
  const scene::StructureSet& selected = shown()->pointing().selected;
  int first = -1;
  for (std::size_t id = 0; id < selected.size() && first < 0; ++id) {
    if (selected.test(id)) first = static_cast<int>(id);
  }
  return anchorOf(first);
}

QVariantMap BrainView::hoveredAnchor() const {
  return anchorOf(shown() != nullptr ? shown()->pointing().hovered : -1);
}

double BrainView::brainRadius() const {
  return shown() != nullptr ? kBrainRadiusMm / shown()->camera().millimetresPerPixel() : 0;
}

QVariantMap BrainView::scaleBar() const {
  const double longest = std::min(width(), height()) * kLongestScaleBar;
  if (shown() == nullptr || longest <= 0) return {{"pixels", 0.0}, {"millimetres", 0.0}};
  const scene::ScaleBar bar = scene::scaleBar(shown()->camera().millimetresPerPixel(), longest);
  return {{"pixels", bar.pixels}, {"millimetres", bar.millimetres}};
}

}  // namespace syn::ui
