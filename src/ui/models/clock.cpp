#include "ui/models/clock.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace syn::ui {
namespace {

struct Speed {
  double yearsPerSecond;
  const char* key;
};
constexpr std::array kSpeeds{Speed{1.0 / 12, "speed.month"}, Speed{1, "speed.year"},
                             Speed{3, "speed.three_years"}, Speed{10, "speed.decade"}};

constexpr double kTenths = 10;
constexpr double kRoundingError = 1e-9;

}  // namespace

void ClockModel::opened() {
  emit ageChanged();
  emit playingChanged();
}

void ClockModel::heard(session::Change change) {
  if (change == session::Change::age) emit ageChanged();
  if (change == session::Change::playing) emit playingChanged();
}

double ClockModel::age() const {
  return session() != nullptr ? session()->clock().age() : 0;
}

bool ClockModel::playing() const {
  return session() != nullptr && session()->clock().playing();
}

QString ClockModel::speedText() const {
  const double speed = session() != nullptr ? session()->clock().speed() : 1;
  const auto* const nearest = std::ranges::min_element(
      kSpeeds, {}, [speed](const Speed& known) { return std::abs(known.yearsPerSecond - speed); });
  return say(Message{nearest->key});
}

QString ClockModel::textOf(double age) const {
  const double completed = std::floor(age * kTenths + kRoundingError) / kTenths;
  return text(app().texts().age(completed));
}

void ClockModel::show(double age) {
  app().set("age.years", age);
}

void ClockModel::nextSpeed() {
  app().run("age.next_speed", {});
}

}  // namespace syn::ui
