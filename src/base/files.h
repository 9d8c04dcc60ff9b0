#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace syn {

/// Whole content of a regular file. Throws ContentError: missing, not a file, unreadable, or larger
/// than `maxBytes`.
[[nodiscard]] std::string readFile(const std::filesystem::path& file, std::size_t maxBytes);

/// Names, without their ending, of the .json files in a folder, sorted; none where it cannot be
/// read.
[[nodiscard]] std::vector<std::string> jsonNamesIn(const std::filesystem::path& folder);

/// Writes to a temporary file beside `file`, flushes it to disk and renames it into place, so that
/// a full disk or a killed run never leaves a torn file. Throws Error naming the place and a
/// remedy.
void writeFileAtomically(const std::filesystem::path& file, std::string_view content);

/// Throws RefusedError unless a file can be created at `file` (its folder exists and is writable),
/// so that long work fails before it starts.
void requireWritable(const std::filesystem::path& file);

/// SHA-256 of `bytes` as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace syn
