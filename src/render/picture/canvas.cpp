#include "render/picture/canvas.h"

#include <algorithm>
#include <cmath>
#include <QFont>
#include <QGuiApplication>
#include <QTextOption>

#include "base/error.h"

namespace syn::render {
namespace {

double designScale(const Image& image) {
  const double unit = image.width >= image.height
                          ? std::min(image.width / 1920.0, image.height / 1080.0)
                          : std::min(image.width / 1080.0, image.height / 1920.0);
  return std::clamp(unit, 0.4, 8.0);
}

QColor colourOf(scene::Rgb colour, double opacity = 1) {
  QColor out;
  out.setRgbF(colour.r, colour.g, colour.b, static_cast<float>(opacity));
  return out;
}

/// Fonts that fill in for each other, script by script.
QFont fontOf(const TextStyle& style, double textScale) {
  static const QStringList kSans{"Inter", "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC"};
  static const QStringList kSerif{"Noto Serif Display", "Noto Serif", "Noto Naskh Arabic",
                                  "Noto Serif CJK SC"};
  QFont font;
  font.setFamilies(style.serif ? kSerif : kSans);
  font.setPixelSize(std::max(static_cast<int>(std::lround(style.size * textScale)), 6));
  font.setWeight(static_cast<QFont::Weight>(style.weight));
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

}  // namespace

Canvas::Canvas(Image& image, double textScale, bool rightToLeft)
    : image_(image.rgb.data(), image.width, image.height, 3 * static_cast<qsizetype>(image.width),
             QImage::Format_RGB888),
      scale_(designScale(image)),
      textScale_(textScale),
      rightToLeft_(rightToLeft) {
  if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr) {
    throw Error("text cannot be drawn before render::TextDrawing was made");
  }
  painter_.begin(&image_);
  painter_.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  painter_.scale(scale_, scale_);
}

QRectF Canvas::placed(const QRectF& place) const {
  if (!rightToLeft_) return place;
  return {width() - place.x() - place.width(), place.y(), place.width(), place.height()};
}

double Canvas::layOut(QTextLayout& layout, const TextStyle& style, double widest, Align align,
                      double& breadth) const {
  QTextOption option;
  const bool right = (align == Align::end) != rightToLeft_;
  option.setAlignment(align == Align::middle ? Qt::AlignHCenter
                      : right                ? Qt::AlignRight
                                             : Qt::AlignLeft);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  option.setTextDirection(rightToLeft_ ? Qt::RightToLeft : Qt::LeftToRight);
  layout.setTextOption(option);
  const double leading = style.serif ? 1.25 : 1.4;
  double y = 0;
  breadth = 0;
  layout.beginLayout();
  for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
    line.setLineWidth(widest);
    line.setPosition({0, y});
    // What one font lacks, another fills in: its own height must not move the lines.
    y += std::max(style.size * textScale_ * leading, line.height());
    breadth = std::max(breadth, line.naturalTextWidth());
  }
  layout.endLayout();
  return y;
}

QSizeF Canvas::measure(const std::string& text, const TextStyle& style, double widest) {
  if (text.empty()) return {0, 0};
  QTextLayout layout(QString::fromStdString(text), fontOf(style, textScale_));
  double breadth = 0;
  const double height = layOut(layout, style, widest, Align::start, breadth);
  return {breadth, height};
}

double Canvas::text(const std::string& text, const TextStyle& style, double x, double top,
                    double widest, Align align) {
  if (text.empty()) return 0;
  QTextLayout layout(QString::fromStdString(text), fontOf(style, textScale_));
  double breadth = 0;
  (void)layOut(layout, style, widest, align, breadth);
  const double share = align == Align::start ? 0 : align == Align::middle ? 0.5 : 1;
  // Once more, as narrow as the text is, so that its lines end where the text ends.
  const double height = layOut(layout, style, std::min(breadth + 0.5, widest), align, breadth);
  painter_.setPen(colourOf(style.colour));
  layout.draw(&painter_, placed({x - breadth * share, top, breadth, height}).topLeft());
  return height;
}

void Canvas::box(const QRectF& place, double radius, scene::Rgb colour, double opacity) {
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(colourOf(colour, opacity));
  painter_.drawRoundedRect(placed(place), radius, radius);
}

void Canvas::outline(const QRectF& place, double radius, scene::Rgb colour, double width) {
  painter_.setPen(QPen(colourOf(colour), width));
  painter_.setBrush(Qt::NoBrush);
  painter_.drawRoundedRect(placed(place), radius, radius);
}

void Canvas::gradient(const QRectF& place, const std::vector<scene::Rgb>& stops) {
  const QRectF at = placed(place);
  QLinearGradient colours(at.topLeft(), at.topRight());
  for (std::size_t i = 0; i < stops.size(); ++i) {
    colours.setColorAt(static_cast<double>(i) / static_cast<double>(stops.size() - 1),
                       colourOf(stops[i]));
  }
  painter_.fillRect(at, colours);
}

}  // namespace syn::render
