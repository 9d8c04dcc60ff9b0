#pragma once

#include <optional>
#include <string_view>

namespace syn::sim {

/// The two paths of a circuit that compete (see equations/path.h).
enum class HabitPath { oldPath, newPath };

/// "old" or "new"; nothing for any other word.
[[nodiscard]] inline std::optional<HabitPath> habitPathOf(std::string_view word) {
  if (word == "old") return HabitPath::oldPath;
  if (word == "new") return HabitPath::newPath;
  return std::nullopt;
}

}  // namespace syn::sim
