#include <algorithm>
#include <array>

#include "session/actions/actions.h"

namespace syn::session {
namespace {

constexpr std::array kSpeeds{1.0 / 12, 1.0, 3.0, 10.0};  // years a second
const std::vector<std::string> kDirections{"forward", "backward"};

double nextSpeed(double speed) {
  const auto next = std::ranges::find_if(kSpeeds, [=](double s) { return s > speed * 1.01; });
  return next == kSpeeds.end() ? kSpeeds.front() : *next;
}

}  // namespace

void addTimeActions(const Stage& stage) {
  const Clock& clock = stage.session().clock();
  const Registry& registry = stage.registry();
  const auto years = [](double low, double high) { return Domain::number(low, high, 1, "years"); };

  stage.add(
      "age.years", Level::visitor, years(Clock::kFirstAge, Clock::kLastAge),
      [&clock] { return clock.age(); },
      [stage](const Value& value) { stage.clock().setAge(std::get<double>(value)); });
  stage.add(
      "age.speed", Level::visitor,
      Domain::number(Clock::kSlowest, Clock::kFastest, 0.25, "years/s"),
      [&clock] { return clock.speed(); },
      [stage](const Value& value) { stage.clock().setSpeed(std::get<double>(value)); });
  stage.add(
      "age.direction", Level::student, Domain::choice(kDirections),
      [&clock] { return kDirections[clock.forward() ? 0 : 1]; },
      [stage](const Value& value) {
        stage.clock().setForward(std::get<std::string>(value) == kDirections[0]);
      });
  stage.add(
      "age.mode", Level::student, Domain::choice(modeWords()),
      [&clock] { return modeWords()[static_cast<std::size_t>(clock.mode())]; },
      [stage](const Value& value) {
        const auto at = std::ranges::find(modeWords(), std::get<std::string>(value));
        stage.clock().setMode(static_cast<Clock::Mode>(at - modeWords().begin()));
      });
  stage.add(
      "age.from", Level::student, years(Clock::kFirstAge, Clock::kLastAge),
      [&clock] { return clock.from(); },
      [stage](const Value& value) {
        const double from = std::get<double>(value);
        stage.clock().setSpan(from, std::max(stage.clock().to(), from + Clock::kShortestSpan));
      });
  stage.add(
      "age.to", Level::student, years(Clock::kFirstAge, Clock::kLastAge),
      [&clock] { return clock.to(); },
      [stage](const Value& value) {
        const double to = std::get<double>(value);
        stage.clock().setSpan(std::min(stage.clock().from(), to - Clock::kShortestSpan), to);
      });

  stage.add({"age.play", "Space"}, [stage](const Arguments&) {
    Clock& time = stage.clock();
    time.playing() ? time.pause() : time.play();
  });
  stage.add({"age.forward", "Right"},
            [&registry](const Arguments&) { registry.nudge("age.years", 1); });
  stage.add({"age.back", "Left"},
            [&registry](const Arguments&) { registry.nudge("age.years", -1); });
  stage.add({"age.next_speed"}, [stage](const Arguments&) {
    stage.clock().setSpeed(nextSpeed(stage.clock().speed()));
  });
}

}  // namespace syn::session
