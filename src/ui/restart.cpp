#include "ui/restart.h"

#include <algorithm>
#include <array>

namespace syn::ui {
namespace {

// Options that tell what was on the stage.
constexpr std::array kReplaced{"--moment", "--scenario",      "--tour",
                               "--step",   "--now-text-size", "--now-language"};

}  // namespace

std::vector<std::string> restartArguments(const std::vector<std::string>& before,
                                          const std::string& moment,
                                          const std::optional<LastWell>& last) {
  if (before.empty() || !last) return before;
  std::vector<std::string> arguments{before.front()};
  for (std::size_t i = 1; i < before.size(); ++i) {
    const std::string& argument = before[i];
    if (!argument.starts_with('-')) continue;  // the life that was opened
    const std::string name = argument.substr(0, argument.find('='));
    const bool kept = std::ranges::find(kReplaced, name) == kReplaced.end();
    if (kept) arguments.push_back(argument);
    const bool valueFollows = name == argument && name != "--verbose";
    if (!valueFollows || i + 1 == before.size()) continue;
    ++i;
    if (kept) arguments.push_back(before[i]);
  }
  const auto add = [&arguments](std::string option, std::string value) {
    arguments.push_back(std::move(option));
    arguments.push_back(std::move(value));
  };
  add("--now-language", last->language);
  add("--now-text-size", std::to_string(last->textPercent));
  if (!last->tour.empty()) {
    add("--tour", last->tour);
    add("--step", std::to_string(last->step));
  } else if (!moment.empty()) {
    add("--moment", moment);
  }
  return arguments;
}

}  // namespace syn::ui
