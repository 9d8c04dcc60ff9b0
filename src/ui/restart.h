#pragma once

#include <string>
#include <vector>

namespace syn::ui {

/// The command line with which the window goes on from a Moment after it hung: the same options,
/// with the Moment's file in place of what was opened before. An empty `moment` changes nothing.
[[nodiscard]] std::vector<std::string> restartArguments(const std::vector<std::string>& before,
                                                        const std::string& moment);

}  // namespace syn::ui
