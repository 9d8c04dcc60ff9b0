#include "ui/view/icon.h"

#include <algorithm>
#include <array>
#include <QPainter>
#include <QPainterPath>
#include <sstream>
#include <string>
#include <string_view>

#include "base/log.h"

namespace syn::ui {
namespace {

/// Strokes as "M x y" move, "L x y" line, "C x1 y1 x2 y2 x y" curve, "Z" close, "O x y r" circle;
/// a first letter "F" fills the shape instead.
struct Sign {
  std::string_view name;
  const char* strokes;
};

constexpr std::array kSigns{
    Sign{"home",
         "M 3.5 11.5 L 12 4 L 20.5 11.5 M 6 9.5 L 6 20 L 18 20 L 18 9.5 M 10 20 L 10 14 "
         "L 14 14 L 14 20"},
    Sign{"play", "F M 8 5 L 19 12 L 8 19 Z"},
    Sign{"pause", "F M 7 5 L 10.4 5 L 10.4 19 L 7 19 Z M 13.6 5 L 17 5 L 17 19 L 13.6 19 Z"},
    Sign{"back", "M 18 6 L 9 12 L 18 18 Z M 6 6 L 6 18"},
    Sign{"forward", "M 6 6 L 15 12 L 6 18 Z M 18 6 L 18 18"},
    Sign{"undo",
         "M 8.5 5 L 4.5 9 L 8.5 13 M 4.5 9 L 14 9 C 17.5 9 19.5 11.2 19.5 14 C 19.5 16.8 "
         "17.5 19 14 19 L 10 19"},
    Sign{"redo",
         "M 15.5 5 L 19.5 9 L 15.5 13 M 19.5 9 L 10 9 C 6.5 9 4.5 11.2 4.5 14 C 4.5 16.8 "
         "6.5 19 10 19 L 14 19"},
    Sign{"close", "M 6 6 L 18 18 M 18 6 L 6 18"},
    Sign{"plus", "M 12 5.5 L 12 18.5 M 5.5 12 L 18.5 12"},
    Sign{"minus", "M 5.5 12 L 18.5 12"},
    Sign{"remove",
         "M 5 7 L 19 7 M 9.5 7 L 9.5 4.5 L 14.5 4.5 L 14.5 7 M 7 7 L 7.8 19.5 L 16.2 19.5 "
         "L 17 7 M 10.5 10.5 L 10.8 16.5 M 13.5 10.5 L 13.2 16.5"},
    Sign{"search", "O 10.5 10.5 6 M 15 15 L 20.5 20.5"},
    Sign{"text",
         "M 3 18 L 8 6 L 13 18 M 4.8 14 L 11.2 14 M 15 18 L 18 11 L 21 18 M 16 15.6 L 20 "
         "15.6"},
    Sign{"list",
         "M 9 6.5 L 20 6.5 M 9 12 L 20 12 M 9 17.5 L 20 17.5 M 4.5 6.5 L 4.6 6.5 M 4.5 12 L "
         "4.6 12 M 4.5 17.5 L 4.6 17.5"},
    Sign{"card",
         "M 5 4.5 L 19 4.5 L 19 19.5 L 5 19.5 Z M 8.5 9 L 15.5 9 M 8.5 12.5 L 15.5 12.5 M 8.5 16 L "
         "12.5 16"},
    Sign{"open", "M 9 5.5 L 15.5 12 L 9 18.5"},
    Sign{"opened", "M 5.5 9 L 12 15.5 L 18.5 9"},
    Sign{"motion",
         "M 3 8 C 6 5 8 5 11 8 C 14 11 17 11 21 8 M 3 16 C 6 13 8 13 11 16 C 14 19 17 19 "
         "21 16"},
    Sign{"still", "M 3 8 L 21 8 M 3 16 L 21 16"},
    Sign{"whole",
         "M 12 4 C 6.5 3.5 3 7.5 3.2 12 C 3.3 16 6 18.8 9.5 18.8 C 11.5 18.8 12.5 20.4 14.6 "
         "20 C 18.6 19.4 21 16 20.8 12 C 20.6 7.4 17 4.2 12 4 Z"},
    Sign{"exercise",
         "O 15 4.6 1.9 M 5 10.4 L 8.6 7.6 L 13 8.4 L 9.8 13.4 L 13.4 15.8 L 12.6 20.6 M "
         "13 8.4 L 15.4 11.4 L 19 11.8 M 9.8 13.4 L 8.4 16.6 L 4.4 17.4"},
    Sign{"learning",
         "M 2.6 9.4 L 12 5 L 21.4 9.4 L 12 13.8 Z M 6.6 11.4 L 6.6 16.2 C 9.6 18.8 14.4 "
         "18.8 17.4 16.2 L 17.4 11.4 M 21.4 9.4 L 21.4 15"},
    Sign{"sleep",
         "M 19.6 14.6 C 14 17 8 12.6 9.4 4.6 C 4.6 6.6 2.8 12 5.4 16.2 C 8.6 21 16.6 20.6 "
         "19.6 14.6 Z"},
    Sign{"mindfulness",
         "M 5 19.4 C 3.4 9.6 9.4 4.6 19.6 4.6 C 20 14.6 14.6 20 6.6 17.6 M 5 19.4 C "
         "7.4 14.6 10.4 11.8 14.4 9.8"},
    Sign{"stress", "M 13.4 3 L 5.6 13.4 L 11.4 13.4 L 10.4 21 L 18.4 10.4 L 12.6 10.4 Z"},
    Sign{"social",
         "O 8.5 7.5 2.7 O 16.2 8.7 2.2 M 3.2 19.5 C 3.2 15 5.6 12.8 8.5 12.8 C 11.4 12.8 13.8 15 "
         "13.8 19.5 M 14.6 13.4 C 18 12.6 20.8 14.8 20.8 18.6"},
    Sign{"condition",
         "M 7 18 C 3 18 2.4 13.4 6 12.4 C 5.8 7.8 11.8 5.6 14.2 9.4 C 17.6 8.2 20.2 11 19 13.4 "
         "C 21.8 14.4 21 18 18 18 Z"},
    Sign{"therapy",
         "M 4 5.5 L 20 5.5 L 20 15.5 L 12.4 15.5 L 8 19.5 L 8 15.5 L 4 15.5 Z M 8 10.5 L 16 10.5"},
    Sign{"medicine",
         "M 6.2 12.4 L 12.4 6.2 C 14.2 4.6 17 4.6 18.4 6 C 19.8 7.4 19.6 10 18 11.6 L 11.6 18 "
         "C 10 19.6 7.4 19.8 6 18.4 C 4.6 17 4.6 14.2 6.2 12.4 Z M 9.2 9.4 L 14.8 15"},
    Sign{"routine",
         "M 8 4.5 L 4.5 8 L 8 11.5 M 4.5 8 L 15.5 8 C 18.4 8 20 9.6 20 12.4 M 16 12.5 L 19.5 16 "
         "L 16 19.5 M 19.5 16 L 8.5 16 C 5.6 16 4 14.4 4 11.8"},
    Sign{"substance", "M 5.5 4.5 L 18.5 4.5 L 12 12.5 Z M 12 12.5 L 12 19.5 M 8 19.5 L 16 19.5"},
    Sign{"senses", "M 2.5 12 C 6 6.4 18 6.4 21.5 12 C 18 17.6 6 17.6 2.5 12 Z O 12 12 2.8"},
    Sign{"path",
         "M 5 20.5 C 5 13.5 9 13.5 11.8 11.2 C 14.6 9 15 6.4 15 3.5 M 11.8 11.2 C 16 12.4 19 15.4 "
         "19 20.5"},
    Sign{"event", "M 12 3.2 L 20.8 12 L 12 20.8 L 3.2 12 Z M 12 8 L 12 13 M 12 15.8 L 12 16"},
    Sign{"compare",
         "M 3.5 5.5 L 10.5 5.5 L 10.5 18.5 L 3.5 18.5 Z M 13.5 5.5 L 20.5 5.5 L 20.5 18.5 L "
         "13.5 18.5 Z"},
    Sign{"globe",
         "O 12 12 8.6 M 3.4 12 L 20.6 12 M 12 3.4 C 7.6 7.4 7.6 16.6 12 20.6 C 16.4 16.6 16.4 7.4 "
         "12 3.4"},
    Sign{"lives", "M 3 17.5 L 21 17.5 M 4.5 13.5 L 11 13.5 M 9 9.5 L 19.5 9.5 M 4.5 5.5 L 14 5.5"},
    Sign{"mark",
         "M 4.4 9.6 C 3.2 15.6 7 20.4 12.4 20.4 C 17.6 20.4 21 16.4 20.4 11.6 C 19.8 7.6 16.6 "
         "5.4 13.2 6.2 C 9.6 7 7.8 10.6 9.2 13.6 C 10.4 16.2 13.8 16.8 15.6 14.8 O 4.9 4.9 "
         "1.5 O 9.4 3.4 1"},
};

QPainterPath pathOf(const char* strokes, bool& filled) {
  std::istringstream in(strokes);
  in.imbue(std::locale::classic());
  QPainterPath path;
  std::string command;
  const auto next = [&in] {
    double value = 0;
    in >> value;
    return value;
  };
  while (in >> command) {
    switch (command.front()) {
      case 'F':
        filled = true;
        break;
      case 'M': {
        const double x = next();
        path.moveTo(x, next());
        break;
      }
      case 'L': {
        const double x = next();
        path.lineTo(x, next());
        break;
      }
      case 'C': {
        std::array<double, 6> v{};
        for (double& value : v) value = next();
        path.cubicTo(v[0], v[1], v[2], v[3], v[4], v[5]);
        break;
      }
      case 'O': {
        const double x = next();
        const double y = next();
        const double radius = next();
        path.addEllipse(QPointF(x, y), radius, radius);
        break;
      }
      default:
        path.closeSubpath();
    }
  }
  return path;
}

}  // namespace

bool Icon::has(std::string_view name) {
  return std::ranges::find(kSigns, name, &Sign::name) != kSigns.end();
}

Icon::Icon(QQuickItem* parent) : QQuickPaintedItem(parent) {
  setAntialiasing(true);
  connect(this, &Icon::lookChanged, this, [this] { update(); });
}

void Icon::paint(QPainter* painter) {
  if (name_.isEmpty()) return;
  const std::string name = name_.toStdString();
  const auto sign = std::ranges::find(kSigns, std::string_view(name), &Sign::name);
  if (sign == kSigns.end()) {
    log::warning("no icon named '" + name + "'");
    return;
  }
  bool filled = false;
  const QPainterPath path = pathOf(sign->strokes, filled);
  painter->setRenderHint(QPainter::Antialiasing);
  const double scale = std::min(width(), height()) / 24;
  if (mirror_) {
    painter->translate(width(), 0);
    painter->scale(-1, 1);
  }
  painter->scale(scale, scale);
  if (filled) {
    painter->fillPath(path, colour_);
  } else {
    painter->strokePath(path, QPen(colour_, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  }
}

}  // namespace syn::ui
