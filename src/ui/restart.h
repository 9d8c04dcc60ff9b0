#pragma once

#include <optional>
#include <string>
#include <vector>

namespace syn::ui {

/// What was on the stage when the window last answered.
struct LastWell {
  std::string moment;  ///< as a text
  std::string tour;    ///< by name or file; empty = none is given
  int step = 1;        ///< of the tour, counted from 1
  int textPercent = 100;
  std::string language;
};

/// The command line with which the window goes on after it hung: the same options, with what was on
/// the stage in place of what was opened. Text size and language of whoever stood there are handed
/// on as theirs, so that Home still goes back to those the program was started with. `moment` is
/// the file that holds the Moment; it gives way to a tour. Without anything `last` well nothing
/// changes.
[[nodiscard]] std::vector<std::string> restartArguments(const std::vector<std::string>& before,
                                                        const std::string& moment,
                                                        const std::optional<LastWell>& last);

}  // namespace syn::ui
