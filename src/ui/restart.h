#pragma once

#include <string>
#include <vector>

namespace syn::ui {

/// What was on the stage when the window last answered.
struct LastWell {
  std::string moment;  ///< as a text; empty = none
  std::string tour;    ///< by name or file; empty = none is given
  int step = 1;        ///< of the tour, counted from 1
  int textPercent = 100;
  std::string language;
};

/// The command line with which the window goes on from a Moment after it hung: the same options,
/// with the Moment's file, the tour's step, text size and language in place of those before. An
/// empty `moment` opens what the program opens by itself; a tour goes before a Moment.
[[nodiscard]] std::vector<std::string> restartArguments(const std::vector<std::string>& before,
                                                        const std::string& moment,
                                                        const LastWell& last);

}  // namespace syn::ui
