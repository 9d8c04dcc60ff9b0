#pragma once

// Qt stays inside src/render/picture: only its .cpp files include this header.
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <QTextLayout>
#include <string>

#include "render/brain_renderer.h"
#include "scene/colour_map.h"

namespace syn::render {

/// How a text looks; size in design pixels before the reader's factor.
struct TextStyle {
  double size = 15;
  scene::Rgb colour{};
  int weight = 400;  ///< 400, 500 or 600
  bool serif = false;
};

/// Draws marks and text on an image. Lengths are design pixels: of a picture 1080 high, or 1080
/// wide when it is upright. x runs from the side where reading begins, so that right-to-left
/// languages mirror without a thought. Not for several threads at once.
class Canvas {
 public:
  /// Draws into `image`, which must outlive the canvas. `textScale` is the reader's factor.
  /// Throws Error when there is no QGuiApplication.
  Canvas(Image& image, double textScale, bool rightToLeft);

  [[nodiscard]] double width() const { return image_.width() / scale_; }
  [[nodiscard]] double height() const { return image_.height() / scale_; }
  [[nodiscard]] double scale() const { return scale_; }  ///< image pixels of a design pixel
  [[nodiscard]] double textScale() const { return textScale_; }
  void setTextScale(double factor) { textScale_ = factor; }

  enum class Align { start, middle, end };
  /// Size of a text broken into lines no wider than `widest`.
  [[nodiscard]] QSizeF measure(const std::string& text, const TextStyle& style, double widest);
  /// Text with its top at `top`, broken into lines no wider than `widest`; `x` is its start, middle
  /// or end. Returns its height.
  double text(const std::string& text, const TextStyle& style, double x, double top, double widest,
              Align align = Align::start);

  void box(const QRectF& place, double radius, scene::Rgb colour, double opacity = 1);
  void outline(const QRectF& place, double radius, scene::Rgb colour, double width);
  /// Colours side by side from low to high. Numbers run from left to right in every language.
  void gradient(const QRectF& place, const std::vector<scene::Rgb>& stops);
  /// Whether what a row holds is to be put from right to left.
  [[nodiscard]] bool rightToLeft() const { return rightToLeft_; }

 private:
  [[nodiscard]] QRectF placed(const QRectF& place) const;
  double layOut(QTextLayout& layout, const TextStyle& style, double widest, Align align,
                double& breadth) const;

  QImage image_;
  QPainter painter_;
  double scale_;
  double textScale_;
  bool rightToLeft_;
};

}  // namespace syn::render
