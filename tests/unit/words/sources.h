#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace syn::words {

/// A string literal of a source file.
struct Literal {
  std::string file;  ///< from the root of the sources
  int line = 0;
  std::string text;       ///< as written, without the quotes
  std::string statement;  ///< what stands before it in the same statement
};

/// All string literals of C++ (.h, .cpp) and QML (.qml) below `folder`, without comments and
/// without includes. Neighbouring literals are one, as for the compiler.
[[nodiscard]] std::vector<Literal> literalsIn(const std::filesystem::path& root,
                                              const std::string& folder);

}  // namespace syn::words
