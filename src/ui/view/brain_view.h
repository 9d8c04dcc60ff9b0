#pragma once

#include <QElapsedTimer>
#include <QQuickFramebufferObject>
#include <QTimer>

#include <QtQml/qqmlregistration.h>

#include "ui/models/app.h"
#include "ui/view/gestures.h"

namespace syn::ui {

/// The brain: draws through render::BrainRenderer, turns under mouse, touch and keys, and says
/// where labels belong. Asks for a frame only while something moves.
class BrainView : public QQuickFramebufferObject {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(syn::ui::App* app READ app WRITE setApp NOTIFY appChanged)
  Q_PROPERTY(int pane MEMBER pane_ NOTIFY appChanged)  ///< which pane of the session it shows
  /// Anchors of labels in pixels of the item: {visible, x, y}.
  Q_PROPERTY(QVariantMap selectedAnchor READ selectedAnchor NOTIFY anchorsChanged)
  Q_PROPERTY(QVariantMap hoveredAnchor READ hoveredAnchor NOTIFY anchorsChanged)
  /// Half height of the brain in pixels as drawn now, and the scale bar.
  Q_PROPERTY(double brainRadius READ brainRadius NOTIFY anchorsChanged)
  Q_PROPERTY(QVariantMap scaleBar READ scaleBar NOTIFY anchorsChanged)

 public:
  explicit BrainView(QQuickItem* parent = nullptr);
  ~BrainView() override;

  [[nodiscard]] Renderer* createRenderer() const override;

  [[nodiscard]] App* app() const { return app_; }
  void setApp(App* app);
  [[nodiscard]] QVariantMap selectedAnchor() const;
  [[nodiscard]] QVariantMap hoveredAnchor() const;
  [[nodiscard]] double brainRadius() const;
  [[nodiscard]] QVariantMap scaleBar() const;  ///< "pixels" and the true "millimetres" of it

  /// Seconds of the animation so far; stands still while nothing may move.
  [[nodiscard]] double animationSeconds() const { return animationSeconds_; }
  [[nodiscard]] bool interacting() const { return interacting_; }
  /// Frames drawn since the start; a window at rest adds none.
  [[nodiscard]] int framesDrawn() const { return framesDrawn_; }
  /// The pane shown; nullptr while there is none.
  [[nodiscard]] const session::Pane* shown() const;
  /// Nothing moves, and what is seen is drawn as well as it will be.
  [[nodiscard]] bool atRest() const;
  /// Called by the renderer after each frame.
  void frameDrawn(bool wantsAnother);
  void rendererFailed(const QString& message);

 signals:
  void appChanged();
  void anchorsChanged();

 protected:
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void mouseUngrabEvent() override;
  void wheelEvent(QWheelEvent* event) override;
  void hoverEnterEvent(QHoverEvent* event) override;
  void hoverMoveEvent(QHoverEvent* event) override;
  void hoverLeaveEvent(QHoverEvent* event) override;
  void touchEvent(QTouchEvent* event) override;
  void touchUngrabEvent() override;
  void keyPressEvent(QKeyEvent* event) override;
  void geometryChange(const QRectF& newGeometry, const QRectF& oldGeometry) override;
  void itemChange(ItemChange change, const ItemChangeData& data) override;

 private:
  class SceneRenderer;
  void obey(const std::vector<Gesture>& gestures);
  void pickAt(double x, double y, bool focus);
  void hover(int structure);
  [[nodiscard]] QVariantMap anchorOf(int structure) const;
  [[nodiscard]] double now() const;
  void setInteracting(bool on);
  void run(const char* action, session::Arguments arguments);
  void changed();
  void ask();
  void tick();

  App* app_ = nullptr;
  int pane_ = 0;
  GestureReader touch_;
  GestureReader mouse_;
  bool panning_ = false;
  QPointF lastMouse_;
  QElapsedTimer clock_;
  double lastTick_ = -1;
  double animationSeconds_ = 0;
  bool interacting_ = true;  // the first picture comes quickly and is refined after
  QTimer settle_;
  int framesDrawn_ = 0;
  bool asked_ = false;  ///< a frame is wanted that is not yet drawn
  QMetaObject::Connection ticking_;
};

}  // namespace syn::ui
