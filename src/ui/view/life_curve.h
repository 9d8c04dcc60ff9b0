#pragma once

#include <QColor>
#include <QQuickPaintedItem>

#include <QtQml/qqmlregistration.h>

#include "ui/models/curves.h"

namespace syn::ui {

/// The volume of the selected region over the whole life, with the norm for age as a dotted line.
class LifeCurve : public QQuickPaintedItem {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(syn::ui::CurvesModel* curves READ curves WRITE setCurves NOTIFY curvesChanged)
  Q_PROPERTY(double age MEMBER age_ NOTIFY cursorChanged)  ///< years, where the cursor stands
  Q_PROPERTY(QColor lifeColour MEMBER lifeColour_ NOTIFY lookChanged)
  Q_PROPERTY(QColor normColour MEMBER normColour_ NOTIFY lookChanged)
  Q_PROPERTY(QColor gridColour MEMBER gridColour_ NOTIFY lookChanged)
  Q_PROPERTY(double unit MEMBER unit_ NOTIFY lookChanged)  ///< pixels of one design pixel
  /// Grid lines: {y, percent}, from the top.
  Q_PROPERTY(QVariantList ticks READ ticks NOTIFY ticksChanged)
  /// Where the life's curve stands at the present age, in pixels from the top.
  Q_PROPERTY(double cursorY READ cursorY NOTIFY cursorChanged)

 public:
  explicit LifeCurve(QQuickItem* parent = nullptr);
  void paint(QPainter* painter) override;

  [[nodiscard]] CurvesModel* curves() const { return curves_; }
  void setCurves(CurvesModel* curves);
  [[nodiscard]] QVariantList ticks() const { return ticks_; }
  [[nodiscard]] double cursorY() const;

 signals:
  void curvesChanged();
  void lookChanged();
  void ticksChanged();
  void cursorChanged();

 protected:
  void geometryChange(const QRectF& newGeometry, const QRectF& oldGeometry) override;

 private:
  void refresh();
  void fitScale();
  [[nodiscard]] double yOf(double volume) const;
  [[nodiscard]] QPolygonF line(const std::vector<double>& values) const;

  CurvesModel* curves_ = nullptr;
  double age_ = 0;
  QColor lifeColour_, normColour_, gridColour_;
  double unit_ = 1;
  double low_ = 0, high_ = 1, step_ = 0.2;  ///< of the axis, fraction of the volume at 25
  QVariantList ticks_;
};

}  // namespace syn::ui
