#include "ui/view/gestures.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace syn::ui {
namespace {

constexpr double kTapSeconds = 0.35;
constexpr double kTapPixels = 12;
constexpr double kDoubleTapSeconds = 0.4;
constexpr double kDoubleTapPixels = 40;
constexpr double kFlingWindowSeconds = 0.09;  // speed is that of the last moment before lifting
constexpr double kSlowestFling = 60;          // pixels a second; below, the brain just stays
constexpr double kClosestFingers = 12;        // pixels; nearer fingers give no spread or angle

bool sameFingers(const std::vector<Finger>& a, const std::vector<Finger>& b) {
  return std::ranges::equal(a, b, {}, &Finger::id, &Finger::id);
}

}  // namespace

void GestureReader::cancel() {
  fingers_.clear();
  trail_.clear();
  tapPossible_ = false;
}

void GestureReader::begin(const Finger& finger, double seconds, std::vector<Gesture>& out) {
  startSeconds_ = seconds;
  startX_ = finger.x;
  startY_ = finger.y;
  tapPossible_ = true;
  trail_.assign(1, {seconds, finger.x, finger.y});
  out.push_back({.kind = Gesture::Kind::touch, .x = finger.x, .y = finger.y});
}

void GestureReader::end(double seconds, std::vector<Gesture>& out) {
  if (tapPossible_ && seconds - startSeconds_ <= kTapSeconds) {
    const bool second =
        lastTap_ && seconds - lastTap_->seconds <= kDoubleTapSeconds &&
        std::hypot(startX_ - lastTap_->x, startY_ - lastTap_->y) <= kDoubleTapPixels;
    out.push_back({.kind = second ? Gesture::Kind::doubleTap : Gesture::Kind::tap,
                   .x = startX_,
                   .y = startY_});
    lastTap_ = second ? std::nullopt : std::optional<Tap>({seconds, startX_, startY_});
    return;
  }
  if (trail_.size() < 2) return;
  const Sample& last = trail_.back();
  const Sample& first = trail_.front();
  const double time = last.seconds - first.seconds;
  if (time <= 0 || seconds - last.seconds > kFlingWindowSeconds) return;
  const double vx = (last.x - first.x) / time;
  const double vy = (last.y - first.y) / time;
  if (std::hypot(vx, vy) >= kSlowestFling) {
    out.push_back({.kind = Gesture::Kind::fling, .dx = vx, .dy = vy});
  }
}

void GestureReader::moveOne(const Finger& finger, double seconds, std::vector<Gesture>& out) {
  const Finger before = fingers_.front();
  if (finger.x == before.x && finger.y == before.y) return;
  if (std::hypot(finger.x - startX_, finger.y - startY_) > kTapPixels) tapPossible_ = false;
  trail_.push_back({seconds, finger.x, finger.y});
  while (trail_.size() > 2 && seconds - trail_.front().seconds > kFlingWindowSeconds) {
    trail_.erase(trail_.begin());
  }
  out.push_back(
      {.kind = Gesture::Kind::turn, .dx = finger.x - before.x, .dy = finger.y - before.y});
}

void GestureReader::moveTwo(const Finger& a, const Finger& b, std::vector<Gesture>& out) const {
  const Finger& oldA = fingers_[0];
  const Finger& oldB = fingers_[1];
  const double x = (a.x + b.x) / 2;
  const double y = (a.y + b.y) / 2;
  const double dx = x - (oldA.x + oldB.x) / 2;
  const double dy = y - (oldA.y + oldB.y) / 2;
  if (dx != 0 || dy != 0) out.push_back({.kind = Gesture::Kind::pan, .dx = dx, .dy = dy});
  const double spread = std::hypot(b.x - a.x, b.y - a.y);
  const double oldSpread = std::hypot(oldB.x - oldA.x, oldB.y - oldA.y);
  if (spread < kClosestFingers || oldSpread < kClosestFingers) return;
  if (spread != oldSpread) {
    out.push_back({.kind = Gesture::Kind::zoom, .x = x, .y = y, .factor = spread / oldSpread});
  }
  double turned = std::atan2(b.y - a.y, b.x - a.x) - std::atan2(oldB.y - oldA.y, oldB.x - oldA.x);
  turned = std::remainder(turned, 2 * std::numbers::pi);
  if (turned != 0) {
    out.push_back({.kind = Gesture::Kind::roll, .degrees = turned * 180 / std::numbers::pi});
  }
}

std::vector<Gesture> GestureReader::update(const std::vector<Finger>& down, double seconds) {
  std::vector<Finger> now;
  for (const Finger& finger : down) {
    const bool known = std::ranges::any_of(now, [&](const Finger& f) { return f.id == finger.id; });
    if (!known && std::isfinite(finger.x) && std::isfinite(finger.y)) now.push_back(finger);
  }
  // Fingers keep the order they came in; two lead, the others rest on the glass.
  std::ranges::stable_sort(now, {}, [this](const Finger& finger) {
    const auto found = std::ranges::find(fingers_, finger.id, &Finger::id);
    return found - fingers_.begin();
  });

  std::vector<Gesture> out;
  if (now.empty()) {
    if (!fingers_.empty()) end(seconds, out);
    trail_.clear();
  } else if (fingers_.empty()) {
    begin(now.front(), seconds, out);
  } else if (sameFingers(now, fingers_)) {
    if (now.size() == 1) {
      moveOne(now[0], seconds, out);
    } else {
      moveTwo(now[0], now[1], out);
    }
  } else {
    trail_.clear();
  }
  if (now.size() > 1) tapPossible_ = false;
  fingers_ = std::move(now);
  return out;
}

}  // namespace syn::ui
