#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace syn::checks {

/// Reads check files in the format of data/evidence/README.md. Throws ContentError with every
/// issue when a file is malformed: syntax, missing or unknown keys, wrong types, reversed spans,
/// arms that are not there, repeated ids.
[[nodiscard]] std::vector<Check> readChecks(const std::filesystem::path& file);
[[nodiscard]] std::vector<Check> parseChecks(std::string_view text, const std::string& name);

}  // namespace syn::checks
