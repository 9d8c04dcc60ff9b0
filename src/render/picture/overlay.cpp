#include "render/picture/overlay.h"

#include <algorithm>
#include <cmath>

#include "render/picture/canvas.h"
#include "scene/camera.h"
#include "scene/legend.h"
#include "scene/scale_bar.h"
#include "words/texts.h"

namespace syn::render {
namespace {

using scene::LegendEntry;
using scene::Rgb;
using Align = Canvas::Align;

constexpr Rgb kText1{0.957F, 0.937F, 0.894F};
constexpr Rgb kText2{0.737F, 0.765F, 0.808F};
constexpr Rgb kText3{0.553F, 0.592F, 0.655F};
constexpr Rgb kNow{1.0F, 0.945F, 0.816F};
constexpr Rgb kContested{0.949F, 0.867F, 0.706F};
constexpr Rgb kGround{0.043F, 0.063F, 0.094F};  // surface1
constexpr double kGroundOpacity = 0.72;

constexpr TextStyle kAge{40, kText1, 500};
constexpr TextStyle kLife{16, kText2};
constexpr TextStyle kSentence{28, kText1, 400, true};
constexpr TextStyle kLabel{15, kText2};
constexpr TextStyle kHeading{15, kText1, 600};
constexpr TextStyle kTick{14, kText2};
constexpr TextStyle kNotice{14, kText3};

// Design pixels.
constexpr double kMargin = 40;
constexpr double kPadding = 16;
constexpr double kRadius = 14;
constexpr double kGap = 16;        // between blocks
constexpr double kRowGap = 12;     // between rows of a block
constexpr double kMarkWidth = 34;  // column of marks before the text
constexpr double kBarWidth = 300;
constexpr double kBarHeight = 8;
constexpr double kWidestBlock = 400;  // of the text in it, so that the brain keeps the middle
constexpr double kSmallestFactor = 0.7;

/// What stands together in one corner: measured first, then drawn on a ground of its size.
class Block {
 public:
  virtual ~Block() = default;
  /// Width and height when no line may be wider than `widest`.
  [[nodiscard]] QSizeF measure(Canvas& canvas, double widest) const {
    return walk(canvas, 0, 0, widest, false);
  }
  void draw(Canvas& canvas, double x, double top, double widest) const {
    (void)walk(canvas, x, top, widest, true);
  }

 protected:
  /// One walk measures and draws, so that the two cannot disagree.
  virtual QSizeF walk(Canvas& canvas, double x, double top, double widest, bool drawing) const = 0;
  static QSizeF text(Canvas& canvas, const std::string& text, const TextStyle& style, double x,
                     double top, double widest, bool drawing) {
    if (drawing) canvas.text(text, style, x, top, widest);
    return canvas.measure(text, style, widest);
  }
};

/// Texts below each other.
class TextBlock : public Block {
 public:
  void add(std::string text, TextStyle style) {
    if (!text.empty()) lines_.push_back({std::move(text), style});
  }

 private:
  QSizeF walk(Canvas& canvas, double x, double top, double widest, bool drawing) const override {
    QSizeF size(0, 0);
    for (const Line& line : lines_) {
      const QSizeF one =
          text(canvas, line.text, line.style, x, top + size.height(), widest, drawing);
      size = {std::max(size.width(), one.width()), size.height() + one.height()};
    }
    return size;
  }

  struct Line {
    std::string text;
    TextStyle style;
  };
  std::vector<Line> lines_;
};

/// Rows of marks and what they mean, the first at the top.
class LegendBlock : public Block {
 public:
  LegendBlock(const words::Texts& texts, const std::vector<LegendEntry>& entries)
      : texts_(texts), entries_(entries) {}
  void setScaleBar(const scene::ScaleBar& bar) { scaleBar_ = bar; }

 private:
  QSizeF walk(Canvas& canvas, double x, double top, double widest, bool drawing) const override {
    QSizeF size(0, 0);
    const auto put = [&](const QSizeF& row) {
      size = {std::max(size.width(), row.width()), size.height() + row.height() + kRowGap};
    };
    for (const LegendEntry& entry : entries_) {
      put(row(canvas, entry, x, top + size.height(), widest, drawing));
    }
    if (scaleBar_.pixels > 0) put(scale(canvas, x, top + size.height(), drawing));
    return {size.width(), std::max(size.height() - kRowGap, 0.0)};
  }

  QSizeF row(Canvas& canvas, const LegendEntry& entry, double x, double top, double widest,
             bool drawing) const {
    if (entry.kind == LegendEntry::Kind::colourBar) return bar(canvas, entry, x, top, drawing);
    const double line = lineHeight(canvas);
    double indent = kMarkWidth;
    if (entry.kind == LegendEntry::Kind::exaggeration) {
      indent = sign(canvas, entry, x, top, line, drawing);
    } else if (drawing) {
      mark(canvas, entry, x, top + line / 2);
    }
    QSizeF size =
        text(canvas, texts_.say(entry.text), kLabel, x + indent, top, widest - indent, drawing);
    const QSizeF below =
        standing(canvas, entry, x + indent, top + size.height(), widest - indent, drawing);
    return {indent + std::max(size.width(), below.width()), size.height() + below.height()};
  }

  /// "contested in adult humans", and below it who says so.
  QSizeF standing(Canvas& canvas, const LegendEntry& entry, double x, double top, double widest,
                  bool drawing) const {
    const TextStyle style{14, entry.contested ? kContested : kText3};
    const QSizeF words = text(canvas, texts_.say(entry.standing), style, x, top, widest, drawing);
    const QSizeF sources =
        text(canvas, entry.sources, style, x, top + words.height(), widest, drawing);
    return {std::max(words.width(), sources.width()), words.height() + sources.height()};
  }

  static double lineHeight(Canvas& canvas) { return canvas.measure("x", kLabel, 100).height(); }

  /// "×8" in a frame. Returns the room it takes before the text.
  double sign(Canvas& canvas, const LegendEntry& entry, double x, double top, double line,
              bool drawing) const {
    const std::string words = texts_.say(entry.sign);
    if (words.empty()) return 0;
    const TextStyle style{15, kContested, 600};
    const double width = canvas.measure(words, style, 400).width() + 20;
    if (drawing) {
      canvas.outline({x, top - 2, width, line + 4}, 8, kContested, 1.3);
      canvas.text(words, style, x + width / 2, top, width, Align::middle);
    }
    return width + 12;
  }

  static void mark(Canvas& canvas, const LegendEntry& entry, double x, double middle) {
    const auto disc = [&](double radius, Rgb colour) {
      canvas.box({x + 10 - radius, middle - radius, 2 * radius, 2 * radius}, radius, colour);
    };
    switch (entry.kind) {
      case LegendEntry::Kind::points:
        disc(7, kText3);
        disc(3.5, kNow);
        break;
      case LegendEntry::Kind::pulse:
        disc(9, kText3);
        disc(6, kNow);
        break;
      case LegendEntry::Kind::fibres:
        canvas.box({x, middle - 1.5, 22, 3}, 1.5, entry.stops.front());
        break;
      default:
        canvas.box({x + 4, middle - 6, 12, 12}, 3, entry.stops.front());
        break;
    }
  }

  QSizeF bar(Canvas& canvas, const LegendEntry& entry, double x, double top, bool drawing) const {
    const QSizeF title = text(canvas, texts_.say(entry.text), kHeading, x, top, kBarWidth, drawing);
    const double y = top + title.height() + 4;
    const double ticks = canvas.measure(texts_.say(entry.low), kTick, kBarWidth).height();
    if (drawing) {
      canvas.gradient({x, y, kBarWidth, kBarHeight}, entry.stops);
      canvas.box({x + kBarWidth / 2 - 0.75, y - 3, 1.5, kBarHeight + 6}, 0, kText1);
      // Numbers run from left to right, whichever way the language is read.
      const auto& [first, last] =
          canvas.rightToLeft() ? std::tie(entry.high, entry.low) : std::tie(entry.low, entry.high);
      const double under = y + kBarHeight + 4;
      canvas.text(texts_.say(first), kTick, x, under, kBarWidth);
      canvas.text(texts_.say(entry.middle), kTick, x + kBarWidth / 2, under, kBarWidth,
                  Align::middle);
      canvas.text(texts_.say(last), kTick, x + kBarWidth, under, kBarWidth, Align::end);
    }
    const double height = title.height() + kBarHeight + 8 + ticks;
    const QSizeF below = standing(canvas, entry, x, top + height, kBarWidth, drawing);
    return {kBarWidth, height + below.height()};
  }

  QSizeF scale(Canvas& canvas, double x, double top, bool drawing) const {
    const double line = lineHeight(canvas);
    const double middle = top + line / 2;
    const std::string words = texts_.say(scaleBar_.label());
    if (drawing) {
      canvas.box({x, middle - 0.75, scaleBar_.pixels, 1.5}, 0, kText2);
      canvas.box({x, middle - 4.75, 1.5, 9.5}, 0, kText2);
      canvas.box({x + scaleBar_.pixels - 1.5, middle - 4.75, 1.5, 9.5}, 0, kText2);
      canvas.text(words, kLabel, x + scaleBar_.pixels + 14, top, 200);
    }
    return {scaleBar_.pixels + 14 + canvas.measure(words, kLabel, 200).width(), line};
  }

  const words::Texts& texts_;
  const std::vector<LegendEntry>& entries_;
  scene::ScaleBar scaleBar_;
};

/// Numbers beside the brain, each as a bar with a mark where it usually stands.
class GaugeBlock : public Block {
 public:
  GaugeBlock(const words::Texts& texts, const scene::Legend& legend)
      : texts_(texts), legend_(legend) {}

 private:
  QSizeF walk(Canvas& canvas, double x, double top, double widest, bool drawing) const override {
    QSizeF size(0, 0);
    if (legend_.gauges.empty()) return size;
    const auto say = [&](const std::string& words, const TextStyle& style) {
      const QSizeF one = text(canvas, words, style, x, top + size.height(), widest, drawing);
      size = {std::max(size.width(), one.width()), size.height() + one.height()};
    };
    std::string said;
    for (const scene::GaugeReading& gauge : legend_.gauges) {
      say(texts_.say(gauge.text), kHeading);
      if (drawing) bar(canvas, gauge, x, top + size.height() + 5);
      size = {std::max(size.width(), kBarWidth), size.height() + kBarHeight + 14};
      // Neighbours that rest on the same studies name them once.
      const std::string standing = texts_.say(gauge.standing);
      std::string studies = standing + gauge.sources;
      if (studies == said) continue;
      said = std::move(studies);
      const TextStyle style{14, gauge.contested ? kContested : kText3};
      say(standing, style);
      say(gauge.sources, style);
      size.rheight() += kRowGap / 2;
    }
    say(texts_.say(legend_.gaugeMark), kTick);
    return size;
  }

  static void bar(Canvas& canvas, const scene::GaugeReading& gauge, double x, double y) {
    constexpr Rgb kTrough{0.16F, 0.19F, 0.24F};
    const double level = std::max(static_cast<double>(gauge.level) * kBarWidth, 1.5);
    canvas.box({x, y, kBarWidth, kBarHeight}, kBarHeight / 2, kTrough);
    canvas.box({x, y, level, kBarHeight}, std::min(kBarHeight, level) / 2, kNow);
    const double mark = static_cast<double>(gauge.usual) * kBarWidth;
    canvas.box({x + mark - 1, y - 4, 2, kBarHeight + 8}, 0, kText1);
  }

  const words::Texts& texts_;
  const scene::Legend& legend_;
};

enum class Corner { topStart, topEnd, bottomStart, bottomEnd };

/// A block, where it stands and how wide its lines may be.
struct Placed {
  const Block* block;
  Corner corner;
  double widest;
  double lift = 0;  // of a block at the bottom, above the sentence
  double drop = 0;  // of a block at the top, below what stands there already
  QRectF area{};    // with its ground; from the side where reading begins
};

void place(Canvas& canvas, Placed& placed) {
  const QSizeF text = placed.block->measure(canvas, placed.widest);
  const bool end = placed.corner == Corner::topEnd || placed.corner == Corner::bottomEnd;
  const bool bottom = placed.corner == Corner::bottomStart || placed.corner == Corner::bottomEnd;
  const QSizeF size(text.width() + 2 * kPadding, text.height() + 2 * kPadding);
  const double x = end ? canvas.width() - kMargin - size.width() : kMargin;
  const double y =
      bottom ? canvas.height() - kMargin - placed.lift - size.height() : kMargin + placed.drop;
  placed.area = text.height() > 0 ? QRectF(x, y, size.width(), size.height()) : QRectF();
}

/// Whether every block is on the picture and away from the others.
bool fits(Canvas& canvas, const std::vector<Placed>& blocks) {
  const QRectF all(0, 0, canvas.width(), canvas.height());
  for (const Placed& one : blocks) {
    if (one.area.isEmpty()) continue;
    if (!all.contains(one.area)) return false;
    for (const Placed& other : blocks) {
      if (&other != &one && other.area.intersects(one.area)) return false;
    }
  }
  return true;
}

void placeAll(Canvas& canvas, std::vector<Placed>& blocks) {
  // The sentence comes first; what stands above it at the bottom is lifted.
  double lift = 0, drop = 0;
  for (Placed& placed : blocks) {
    placed.lift = lift;
    placed.drop = placed.corner == Corner::topStart ? drop : 0;
    place(canvas, placed);
    if (placed.corner == Corner::topStart) drop += placed.area.height() + kGap;
    if (lift == 0 && placed.corner == Corner::bottomStart) lift = placed.area.height() + kGap;
  }
}

double designPixelInMillimetres(const scene::CameraPose& camera, const Canvas& canvas) {
  constexpr double kHalfTurn = 3.14159265358979323846 / 360;
  return 2 * camera.distance * std::tan(camera.fieldOfView * kHalfTurn) / canvas.height();
}

Area inPixels(const Canvas& canvas, const QRectF& area) {
  const double x = canvas.rightToLeft() ? canvas.width() - area.right() : area.x();
  return {x * canvas.scale(), area.y() * canvas.scale(), area.width() * canvas.scale(),
          area.height() * canvas.scale()};
}

bool besideColours(const LegendEntry& entry) {
  return entry.kind == LegendEntry::Kind::colourBar || entry.kind == LegendEntry::Kind::key ||
         entry.kind == LegendEntry::Kind::effect;
}

}  // namespace

std::vector<Area> drawLegend(Image& image, const Catalogue& catalogue,
                             const scene::FrameState& frame, const scene::Look& look,
                             const scene::CameraPose& camera, const StillOptions& options) {
  if (options.texts == nullptr) return {};
  const words::Texts& texts = *options.texts;
  const scene::Legend legend = scene::buildLegend(
      catalogue, frame, look, scene::decideVisibility(catalogue, look, frame), options.pointing);
  Canvas canvas(image, static_cast<double>(std::clamp(options.reading.textScale, 1.0F, 2.0F)),
                texts.language().direction == words::Direction::rightToLeft);

  TextBlock title, notice, sentence;
  title.add(texts.say(legend.age), kAge);
  if (texts.has(frame.lifeTitle.key)) title.add(texts.say(frame.lifeTitle), kLife);
  notice.add(texts.say("legend.notice"), kNotice);
  sentence.add(texts.say(legend.sentence), kSentence);
  std::vector<LegendEntry> marks, colours;
  for (const LegendEntry& entry : legend.entries) {
    (besideColours(entry) ? colours : marks).push_back(entry);
  }
  LegendBlock markBlock(texts, marks), colourBlock(texts, colours);
  const GaugeBlock gaugeBlock(texts, legend);
  constexpr double kLongestBar = 130;
  markBlock.setScaleBar(scene::scaleBar(designPixelInMillimetres(camera, canvas), kLongestBar));

  const double inside = canvas.width() - 2 * (kMargin + kPadding);
  const double half = (inside - kGap) / 2 - kPadding;
  std::vector<Placed> blocks{{&sentence, Corner::bottomStart, inside},
                             {&title, Corner::topStart, half},
                             {&gaugeBlock, Corner::topStart, std::min(half, kWidestBlock)},
                             {&notice, Corner::topEnd, half},
                             {&markBlock, Corner::bottomStart, std::min(half, kWidestBlock)},
                             {&colourBlock, Corner::bottomEnd, std::min(half, kWidestBlock)}};
  placeAll(canvas, blocks);
  while (!fits(canvas, blocks) && canvas.textScale() > kSmallestFactor) {
    canvas.setTextScale(canvas.textScale() * 0.95);
    placeAll(canvas, blocks);
  }
  std::vector<Area> areas;
  for (const Placed& placed : blocks) {
    if (placed.area.isEmpty()) continue;
    canvas.box(placed.area, kRadius, kGround, kGroundOpacity);
    placed.block->draw(canvas, placed.area.x() + kPadding, placed.area.y() + kPadding,
                       placed.widest);
    areas.push_back(inPixels(canvas, placed.area));
  }
  return areas;
}

}  // namespace syn::render
