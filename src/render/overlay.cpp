#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string>

#include <vtkFreeTypeTools.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkTextProperty.h>
#include <vtkUnicodeString.h>

#include "render/snapshot.h"
#include "scene/camera.h"
#include "scene/colour_map.h"

namespace syn::render {

namespace {

using scene::LegendEntry;
using scene::Rgb;

enum class Face { regular, medium, semibold, serif };

constexpr Rgb kText1{0.957F, 0.937F, 0.894F};
constexpr Rgb kText2{0.737F, 0.765F, 0.808F};
constexpr Rgb kText3{0.553F, 0.592F, 0.655F};
constexpr Rgb kNow{1.0F, 0.945F, 0.816F};
constexpr Rgb kContested{0.949F, 0.867F, 0.706F};

/// Font file of a face, or empty: then VTK's own sans serif stands in.
std::string fontFile(Face face) {
  static const std::array<const char*, 4> kNames{"Inter-Regular.otf", "Inter-Medium.otf",
                                                 "Inter-SemiBold.otf",
                                                 "NotoSerifDisplay-Regular.ttf"};
  static const std::array<const char*, 4> kFolders{
      "/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype/inter",
      "/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"};
  for (const char* folder : kFolders) {
    const std::filesystem::path file =
        std::filesystem::path(folder) / kNames[static_cast<std::size_t>(face)];
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file, ignored)) return file.string();
  }
  return {};
}

/// Draws on an image; lengths in design pixels (a picture 1080 high), scaled to the picture.
class Pen {
 public:
  Pen(Image& image, double scale, double textScale)
      : image_(image), scale_(scale), textScale_(textScale) {}

  [[nodiscard]] double width() const { return image_.width / scale_; }
  [[nodiscard]] double height() const { return image_.height / scale_; }
  [[nodiscard]] double textScale() const { return textScale_; }

  void blend(int x, int y, Rgb colour, float alpha) {
    if (x < 0 || y < 0 || x >= image_.width || y >= image_.height) return;
    std::uint8_t* pixel =
        &image_.rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image_.width) +
                     static_cast<std::size_t>(x)) *
                    3];
    const std::array<float, 3> wanted{colour.r, colour.g, colour.b};
    for (std::size_t c = 0; c < 3; ++c) {
      const float mixed = std::lerp(static_cast<float>(pixel[c]), wanted[c] * 255, alpha);
      pixel[c] = static_cast<std::uint8_t>(std::lround(std::clamp(mixed, 0.0F, 255.0F)));
    }
  }

  /// Filled box with round corners; `edge` > 0 draws only an outline of that width.
  void box(double x, double y, double w, double h, double radius, Rgb colour, double edge = 0) {
    const double x0 = x * scale_, y0 = y * scale_, x1 = (x + w) * scale_, y1 = (y + h) * scale_;
    const double r = radius * scale_, line = edge * scale_;
    for (int py = static_cast<int>(y0) - 1; py <= static_cast<int>(y1) + 1; ++py) {
      for (int px = static_cast<int>(x0) - 1; px <= static_cast<int>(x1) + 1; ++px) {
        const double cx = px + 0.5, cy = py + 0.5;
        const double dx = std::max({x0 + r - cx, cx - (x1 - r), 0.0});
        const double dy = std::max({y0 + r - cy, cy - (y1 - r), 0.0});
        const double inside = r - std::hypot(dx, dy);  // at a corner; else distance to the sides
        const double sides = std::min({cx - x0, x1 - cx, cy - y0, y1 - cy});
        const double depth = dx > 0 && dy > 0 ? inside : std::min(sides, std::max(inside, sides));
        double cover = std::clamp(depth + 0.5, 0.0, 1.0);
        if (edge > 0) cover = std::min(cover, std::clamp(line - depth + 0.5, 0.0, 1.0));
        if (cover > 0) blend(px, py, colour, static_cast<float>(cover));
      }
    }
  }

  /// Text with its baseline at y. `align` 0 left, 0.5 middle, 1 right. Returns its width.
  double text(const std::string& words, double x, double y, double size, Face face, Rgb colour,
              double align = 0) {
    if (words.empty()) return 0;
    vtkNew<vtkTextProperty> property;
    const std::string file = fontFile(face);
    if (file.empty()) {
      property->SetFontFamilyToArial();
    } else {
      property->SetFontFamily(VTK_FONT_FILE);
      property->SetFontFile(file.c_str());
    }
    property->SetFontSize(std::max(static_cast<int>(std::lround(size * textScale_ * scale_)), 6));
    property->SetColor(1, 1, 1);
    property->SetVerticalJustificationToBottom();
    vtkNew<vtkImageData> picture;
    int dims[2] = {};
    constexpr int kDotsPerInch = 72;  // one point is one pixel
    vtkFreeTypeTools* type = vtkFreeTypeTools::GetInstance();
    type->SetScaleToPowerTwo(false);
    // VTK 9.1 marks this call as old, yet the one it recommends drops every letter outside ASCII.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    const bool drawn = type->RenderString(property, vtkUnicodeString::from_utf8(words),
                                          kDotsPerInch, picture, dims);
#pragma GCC diagnostic pop
    if (!drawn) return 0;
    const int left = static_cast<int>(std::lround(x * scale_ - align * dims[0]));
    const int baseline = static_cast<int>(std::lround(y * scale_));
    for (int row = 0; row < dims[1]; ++row) {
      for (int column = 0; column < dims[0]; ++column) {
        const auto* pixel =
            static_cast<const std::uint8_t*>(picture->GetScalarPointer(column, row, 0));
        if (pixel[3] == 0) continue;
        blend(left + column, baseline - descent(face, size) - row, colour,
              static_cast<float>(pixel[3]) / 255);
      }
    }
    return dims[0] / scale_;
  }

 private:
  // The rendered box of a line starts below the baseline by the descent of the face.
  [[nodiscard]] int descent(Face face, double size) const {
    const double share = face == Face::serif ? -0.29 : -0.24;
    return static_cast<int>(std::lround(share * size * textScale_ * scale_));
  }

  Image& image_;
  double scale_;
  double textScale_;
};

double designScale(const Image& image) {
  const double unit = image.width >= image.height
                          ? std::min(image.width / 1920.0, image.height / 1080.0)
                          : std::min(image.width / 1080.0, image.height / 1920.0);
  return std::clamp(unit, 0.4, 4.0);
}

void drawColourBar(Pen& pen, const LegendEntry& entry, double right, double y) {
  constexpr double kWidth = 300, kHeight = 8;
  const double left = right - kWidth;
  pen.text(entry.text, left, y - 14, 15, Face::semibold, kText1);
  const auto last = static_cast<double>(entry.stops.size() - 1);
  constexpr int kSteps = 150;
  for (int i = 0; i < kSteps; ++i) {
    const double place = (i + 0.5) / kSteps * last;
    const auto below = static_cast<std::size_t>(place);
    const Rgb colour =
        scene::mix(entry.stops[below], entry.stops[std::min(below + 1, entry.stops.size() - 1)],
                   static_cast<float>(place - std::floor(place)));
    pen.box(left + kWidth * i / kSteps, y, kWidth / kSteps + 0.6, kHeight, 0, colour);
  }
  pen.box(left + kWidth / 2 - 0.75, y - 3, 1.5, kHeight + 6, 0, kText1);
  const double words = y + kHeight + 20;
  pen.text(entry.low, left, words, 14, Face::regular, kText2);
  pen.text(entry.middle, left + kWidth / 2, words, 14, Face::regular, kText2, 0.5);
  pen.text(entry.high, right, words, 14, Face::regular, kText2, 1);
}

constexpr double kStandingLine = 20;  // design pixels, at text size 100 %

/// "contested in adult humans" and below it who says so, upwards from y, under what it is said of.
/// Two lines, so that they stay beside the brain.
void drawStanding(Pen& pen, const LegendEntry& entry, double x, double y, double align = 0) {
  const Rgb colour = entry.contested ? kContested : kText3;
  pen.text(entry.sources, x, y, 14, Face::regular, colour, align);
  pen.text(entry.standing, x, y - kStandingLine * pen.textScale(), 14, Face::regular, colour,
           align);
}

/// A length of 1, 2 or 5 times a power of ten that is about 120 design pixels long.
double roundLength(double millimetresPerDesignPixel) {
  const double wanted = millimetresPerDesignPixel * 125;
  const double power = std::pow(10, std::floor(std::log10(wanted)));
  for (const double step : {5.0, 2.0}) {
    if (step * power <= wanted) return step * power;
  }
  return power;
}

}  // namespace

void drawLegend(Image& image, const Catalogue& catalogue, const scene::FrameState& frame,
                const scene::Look& look, const scene::CameraPose& camera,
                const StillOptions& options) {
  const scene::Legend legend = scene::buildLegend(
      catalogue, frame, look, scene::decideVisibility(catalogue, look, frame), options.pointing);
  const double scale = designScale(image);
  Pen pen(image, scale, static_cast<double>(std::clamp(options.reading.textScale, 1.0F, 2.0F)));
  const double t = pen.textScale();
  constexpr double kMargin = 56;

  // When and in words.
  pen.text(legend.age, kMargin, kMargin + 34 * t, 40, Face::medium, kText1);
  if (!frame.lifeTitle.empty()) {
    pen.text(frame.lifeTitle, kMargin, kMargin + 66 * t, 16, Face::regular, kText2);
  }
  pen.text(legend.sentence, kMargin, pen.height() - kMargin, 28, Face::serif, kText1);

  // How large and how much, upwards from the sentence.
  double y = pen.height() - kMargin - 62 * t;
  const double line = 38 * t;
  double right = pen.height() - kMargin;
  for (auto entry = legend.entries.rbegin(); entry != legend.entries.rend(); ++entry) {
    const bool onTheRight =
        entry->kind == LegendEntry::Kind::colourBar || entry->kind == LegendEntry::Kind::key;
    if (!entry->standing.empty()) {
      if (onTheRight) {
        drawStanding(pen, *entry, pen.width() - kMargin, right, 1);
        right -= (kStandingLine + 26) * t;
      } else {
        drawStanding(pen, *entry,
                     kMargin + (entry->kind == LegendEntry::Kind::exaggeration ? 0 : 34), y);
        y -= (kStandingLine + 22) * t;
      }
    }
    switch (entry->kind) {
      case LegendEntry::Kind::points:
        pen.box(kMargin + 3, y - 12 * t, 14, 14, 7, kText3);
        pen.box(kMargin + 6.5, y - 8.5 * t, 7, 7, 3.5, kNow);
        pen.text(entry->text, kMargin + 34, y, 15, Face::regular, kText2);
        y -= line;
        break;
      case LegendEntry::Kind::fibres:
        pen.box(kMargin, y - 6.5 * t, 22, 3, 1.5, entry->stops.front());
        pen.text(entry->text, kMargin + 34, y, 15, Face::regular, kText2);
        y -= line;
        break;
      case LegendEntry::Kind::pulse:
        pen.box(kMargin + 1, y - 14 * t, 18, 18, 9, kText3);
        pen.box(kMargin + 4, y - 11 * t, 12, 12, 6, kNow);
        pen.text(entry->text, kMargin + 34, y, 15, Face::regular, kText2);
        y -= line;
        break;
      case LegendEntry::Kind::exaggeration: {
        double x = kMargin;
        if (!entry->sign.empty()) {
          pen.box(x, y - 19 * t, 44 * t, 27 * t, 8, kContested, 1.3);
          pen.text(entry->sign, x + 22 * t, y, 15, Face::semibold, kContested, 0.5);
          x += 44 * t + 12;
        }
        pen.text(entry->text, x, y, 15, Face::regular, kText2);
        y -= line;
        break;
      }
      case LegendEntry::Kind::colourBar:
        drawColourBar(pen, *entry, pen.width() - kMargin, right - 30);
        right -= 84 * t;
        break;
      case LegendEntry::Kind::key:
        pen.box(pen.width() - kMargin - 12, right - 11 * t, 12, 12, 3, entry->stops.front());
        pen.text(entry->text, pen.width() - kMargin - 24, right, 15, Face::regular, kText2, 1);
        right -= 28 * t;
        break;
    }
  }
  constexpr double kHalfTurn = 3.14159265358979323846 / 360;
  const double millimetres =
      2 * camera.distance * std::tan(camera.fieldOfView * kHalfTurn) / image.height * scale;
  const double length = roundLength(millimetres);
  const double bar = length / millimetres;
  pen.box(kMargin, y - 6 * t, bar, 1.5, 0, kText2);
  pen.box(kMargin, y - 10 * t, 1.5, 9.5, 0, kText2);
  pen.box(kMargin + bar - 1.5, y - 10 * t, 1.5, 9.5, 0, kText2);
  pen.text(std::to_string(static_cast<int>(length)) + " mm", kMargin + bar + 14, y, 15,
           Face::regular, kText2);
  pen.text("A teaching model of group averages, not medical advice", pen.width() - kMargin,
           kMargin + 8, 14, Face::regular, kText3, 1);
}

}  // namespace syn::render
