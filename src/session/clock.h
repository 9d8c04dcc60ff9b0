#pragma once

#include "session/change.h"

namespace syn::session {

/// The instant of life that is shown, and how it runs. Time enters by `advance` only, so that the
/// same calls show the same ages on any machine.
class Clock {
 public:
  enum class Mode {
    once,     ///< stops at the end of the span
    loop,     ///< begins again
    pingPong  ///< turns round
  };
  static constexpr double kFirstAge = 0, kLastAge = 100;       ///< years
  static constexpr double kShortestSpan = 0.25;                ///< years
  static constexpr double kSlowest = 1.0 / 52, kFastest = 10;  ///< years a second

  explicit Clock(Report report = {});

  [[nodiscard]] double age() const { return age_; }  ///< years
  /// Any age of a life, also outside the span that is played.
  void setAge(double years);

  [[nodiscard]] bool playing() const { return playing_; }
  /// Starts; from the other end when the span has been played to its end.
  void play();
  void pause();

  [[nodiscard]] double speed() const { return speed_; }  ///< years a second, above 0
  void setSpeed(double yearsPerSecond);
  [[nodiscard]] bool forward() const { return forward_; }
  void setForward(bool forward);
  [[nodiscard]] Mode mode() const { return mode_; }
  void setMode(Mode mode);
  [[nodiscard]] double from() const { return from_; }
  [[nodiscard]] double to() const { return to_; }
  /// The ages that are played; put in order, and at least `kShortestSpan` apart.
  void setSpan(double from, double to);

  /// Lets so many seconds go by; a step of any length ends where many short ones would.
  void advance(double seconds);

 private:
  void tell(Change change) const;

  Report report_;
  double age_ = 25;
  double speed_ = 1;
  double from_ = kFirstAge, to_ = kLastAge;
  bool playing_ = false;
  bool forward_ = true;
  Mode mode_ = Mode::once;
};

}  // namespace syn::session
