#include "ui/view/life_curve.h"

#include <algorithm>
#include <cmath>
#include <QPainter>

namespace syn::ui {
namespace {
constexpr int kSamples = CurvesModel::kSamples;
constexpr int kFirstScaled = 10;   // the steep growth before 2 years does not set the scale
constexpr double kMargin = 0.012;  // of the volume at 25, above and below the curves
}  // namespace

LifeCurve::LifeCurve(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAntialiasing(true);
  connect(this, &LifeCurve::lookChanged, this, [this] { update(); });
}

void LifeCurve::setCurves(CurvesModel* curves) {
  if (curves == curves_) return;
  curves_ = curves;
  connect(curves, &CurvesModel::changed, this, &LifeCurve::refresh);
  refresh();
  emit curvesChanged();
}

void LifeCurve::geometryChange(const QRectF& newGeometry, const QRectF& oldGeometry) {
  QQuickPaintedItem::geometryChange(newGeometry, oldGeometry);
  fitScale();
}

void LifeCurve::refresh() {
  fitScale();
  update();
}

void LifeCurve::fitScale() {
  ticks_.clear();
  if (curves_ == nullptr || curves_->lived().empty() || height() <= 0) {
    emit ticksChanged();
    emit cursorChanged();
    return;
  }
  double low = curves_->norm().back();
  double high = low;
  for (const std::vector<double>* values : {&curves_->lived(), &curves_->norm()}) {
    for (std::size_t i = kFirstScaled; i < values->size(); ++i) {
      low = std::min(low, (*values)[i]);
      high = std::max(high, (*values)[i]);
    }
  }
  low_ = low - kMargin;
  high_ = high + kMargin;
  // Round steps, three or four of them.
  step_ = 0.05;
  for (const double step : {0.05, 0.1, 0.2, 0.25, 0.5, 1.0}) {
    step_ = step;
    if ((high_ - low_) / step <= 4) break;
  }
  const int last = static_cast<int>(std::floor(high_ / step_));
  for (int tick = static_cast<int>(std::ceil(low_ / step_)); tick <= last; ++tick) {
    const double value = tick * step_;
    ticks_.append(QVariantMap{{"y", yOf(value)}, {"percent", std::round(value * 100)}});
  }
  emit ticksChanged();
  emit cursorChanged();
}

double LifeCurve::yOf(double volume) const {
  const double share = (volume - low_) / std::max(high_ - low_, 1e-9);
  return (height() - 2 * unit_) * (1 - share) + unit_;
}

double LifeCurve::cursorY() const {
  if (curves_ == nullptr || curves_->lived().empty()) return 0;
  const std::vector<double>& lived = curves_->lived();
  const double place = age_ / session::Life::kEnd * (kSamples - 1);
  const auto index = std::min(static_cast<std::size_t>(place), lived.size() - 2);
  const double part = place - static_cast<double>(index);
  const double volume = lived[index] * (1 - part) + lived[index + 1] * part;
  return std::clamp(yOf(volume), 0.0, height());
}

QPolygonF LifeCurve::line(const std::vector<double>& values) const {
  QPolygonF points;
  points.reserve(static_cast<qsizetype>(values.size()));
  for (std::size_t i = 0; i < values.size(); ++i) {
    points.append({static_cast<double>(i) / (kSamples - 1) * width(), yOf(values[i])});
  }
  return points;
}

void LifeCurve::paint(QPainter* painter) {
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(gridColour_, 1));
  for (const QVariant& tick : std::as_const(ticks_)) {
    const double y = std::round(tick.toMap().value("y").toDouble()) + 0.5;
    painter->drawLine(QPointF(0, y), QPointF(width(), y));
  }
  if (curves_ == nullptr || curves_->lived().empty()) return;
  const QPolygonF life = line(curves_->lived());
  const QPolygonF norm = line(curves_->norm());
  // What this life gained or lost against the norm, as a quiet area between the curves.
  QPolygonF between = life;
  for (auto point = norm.rbegin(); point != norm.rend(); ++point) between.append(*point);
  QColor area = lifeColour_;
  area.setAlphaF(0.22F);
  painter->setPen(Qt::NoPen);
  painter->setBrush(area);
  painter->drawPolygon(between);
  painter->setBrush(Qt::NoBrush);
  QPen dotted(normColour_, 1.6 * unit_, Qt::CustomDashLine, Qt::RoundCap);
  dotted.setDashPattern({0.1, 2.6});
  painter->setPen(dotted);
  painter->drawPolyline(norm);
  painter->setPen(QPen(lifeColour_, 2.2 * unit_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter->drawPolyline(life);
}

}  // namespace syn::ui
