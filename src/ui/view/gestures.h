#pragma once

#include <optional>
#include <vector>

namespace syn::ui {

/// A finger on the screen. Any ids; positions in pixels of the item.
struct Finger {
  int id = 0;
  double x = 0, y = 0;
};

/// What fingers meant.
struct Gesture {
  enum class Kind {
    touch,      ///< first finger down at x, y
    turn,       ///< one finger moved by dx, dy
    pan,        ///< two fingers moved together by dx, dy
    zoom,       ///< two fingers spread by `factor` around x, y
    roll,       ///< two fingers turned by `degrees`
    tap,        ///< short touch at x, y
    doubleTap,  ///< second short touch near the first
    fling       ///< last finger lifted while moving dx, dy pixels a second
  };
  Kind kind = Kind::touch;
  double x = 0, y = 0;
  double dx = 0, dy = 0;
  double factor = 1;
  double degrees = 0;
};

/// Turns touches into gestures. Survives whatever hardware sends: lost ends, cancels, repeated and
/// reused ids, more fingers than hands have. The picture never jumps when a finger comes or goes.
class GestureReader {
 public:
  /// All fingers now down (lifted ones left out), at a time in seconds.
  std::vector<Gesture> update(const std::vector<Finger>& down, double seconds);
  /// Touch was taken away: no tap, no fling.
  void cancel();
  [[nodiscard]] bool active() const { return !fingers_.empty(); }

 private:
  struct Sample {
    double seconds, x, y;
  };
  void begin(const Finger& finger, double seconds, std::vector<Gesture>& out);
  void end(double seconds, std::vector<Gesture>& out);
  void moveOne(const Finger& finger, double seconds, std::vector<Gesture>& out);
  void moveTwo(const Finger& a, const Finger& b, std::vector<Gesture>& out) const;

  std::vector<Finger> fingers_;  ///< as of the last update
  std::vector<Sample> trail_;    ///< recent positions of a single finger
  double startSeconds_ = 0, startX_ = 0, startY_ = 0;
  bool tapPossible_ = false;
  struct Tap {
    double seconds, x, y;
  };
  std::optional<Tap> lastTap_;
};

}  // namespace syn::ui
