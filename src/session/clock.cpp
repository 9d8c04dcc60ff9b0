#include "session/clock.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace syn::session {

Clock::Clock(Report report) : report_(std::move(report)) {}

void Clock::tell(Change change) const {
  if (report_) report_(change);
}

void Clock::setAge(double years) {
  if (std::isnan(years)) return;
  years = std::clamp(years, kFirstAge, kLastAge);
  if (years == age_) return;
  age_ = years;
  tell(Change::age);
}

void Clock::play() {
  if (playing_) return;
  if (forward_ && age_ >= to_) setAge(from_);
  if (!forward_ && age_ <= from_) setAge(to_);
  playing_ = true;
  tell(Change::playing);
}

void Clock::pause() {
  if (!playing_) return;
  playing_ = false;
  tell(Change::playing);
}

void Clock::setSpeed(double yearsPerSecond) {
  if (std::isnan(yearsPerSecond)) return;
  yearsPerSecond = std::clamp(yearsPerSecond, kSlowest, kFastest);
  if (yearsPerSecond == speed_) return;
  speed_ = yearsPerSecond;
  tell(Change::playing);
}

void Clock::setForward(bool forward) {
  if (forward == forward_) return;
  forward_ = forward;
  tell(Change::playing);
}

void Clock::setMode(Mode mode) {
  if (mode == mode_) return;
  mode_ = mode;
  tell(Change::playing);
}

void Clock::setSpan(double from, double to) {
  if (std::isnan(from) || std::isnan(to)) return;
  if (from > to) std::swap(from, to);
  from = std::clamp(from, kFirstAge, kLastAge - kShortestSpan);
  to = std::clamp(to, from + kShortestSpan, kLastAge);
  if (from == from_ && to == to_) return;
  from_ = from;
  to_ = to;
  tell(Change::playing);
}

void Clock::advance(double seconds) {
  if (!playing_ || !(seconds > 0)) return;
  const double next = age_ + (forward_ ? 1 : -1) * seconds * speed_;
  const bool beyond = forward_ ? next >= to_ : next <= from_;
  if (!beyond) {
    setAge(next);
    return;
  }
  const double length = to_ - from_;
  const double over = std::max(forward_ ? next - to_ : from_ - next, 0.0);
  switch (mode_) {
    case Mode::once:
      setAge(forward_ ? to_ : from_);
      pause();
      return;
    case Mode::loop: {
      const double past = std::fmod(over, length);
      setAge(forward_ ? from_ + past : to_ - past);
      return;
    }
    case Mode::pingPong: {
      // An even number of whole ways back and forth ends in the direction turned to.
      const bool turnedBack = std::fmod(over, 2 * length) < length;
      const double past = std::fmod(over, length);
      const bool towardsFrom = turnedBack == forward_;
      setAge(towardsFrom ? to_ - past : from_ + past);
      setForward(!towardsFrom);
      return;
    }
  }
}

}  // namespace syn::session
