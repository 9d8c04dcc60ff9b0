#pragma once

#include <string>
#include <vector>

namespace syn::sim {

/// Why a number is what it is.
struct Reason {
  std::vector<std::string> sources;   ///< ids of findings, citations with their year, assumptions
  std::vector<std::string> pinnedBy;  ///< ids of checks
};

/// Whether a source only says what is assumed ("Assumption: ...").
[[nodiscard]] bool isAssumption(const std::string& source);

}  // namespace syn::sim
