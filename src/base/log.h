#pragma once

#include <string_view>

namespace syn::log {

enum class Level { debug, info, warning, error };

/// The program's one log: standard error. Thread safe.
void write(Level level, std::string_view message);
inline void debug(std::string_view message) {
  write(Level::debug, message);
}
inline void info(std::string_view message) {
  write(Level::info, message);
}
inline void warning(std::string_view message) {
  write(Level::warning, message);
}
inline void error(std::string_view message) {
  write(Level::error, message);
}

/// Messages below `level` are dropped. Default: warning.
void setLevel(Level level);

}  // namespace syn::log
