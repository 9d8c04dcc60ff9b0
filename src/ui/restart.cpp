#include "ui/restart.h"

namespace syn::ui {

std::vector<std::string> restartArguments(const std::vector<std::string>& before,
                                          const std::string& moment) {
  if (moment.empty() || before.empty()) return before;
  std::vector<std::string> arguments{before.front()};
  for (std::size_t i = 1; i < before.size(); ++i) {
    const std::string& argument = before[i];
    if (!argument.starts_with('-')) continue;  // the life that was opened
    const std::string name = argument.substr(0, argument.find('='));
    const bool kept = name != "--moment" && name != "--scenario";
    if (kept) arguments.push_back(argument);
    const bool valueFollows = name == argument && name != "--verbose";
    if (!valueFollows || i + 1 == before.size()) continue;
    ++i;
    if (kept) arguments.push_back(before[i]);
  }
  arguments.emplace_back("--moment");
  arguments.push_back(moment);
  return arguments;
}

}  // namespace syn::ui
