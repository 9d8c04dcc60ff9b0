#pragma once

#include <string>

namespace syn::test {

/// How a program ended, and what it said on standard output and standard error.
struct Outcome {
  int code = -1;  ///< exit code, or minus the signal that ended it
  std::string text;
};

/// Runs one line of shell and waits for its end.
[[nodiscard]] Outcome runShell(const std::string& line);

}  // namespace syn::test
