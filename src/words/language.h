#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace syn::words {

enum class Direction { leftToRight, rightToLeft };

/// A language the program can speak, as its data/i18n/ID/language.json describes it.
struct Language {
  std::string id;             ///< name of its folder and BCP 47 tag: "en", "zh-Hans"
  std::string nativeName;     ///< in the language itself: "English"
  std::string locale;         ///< whose rules ICU follows for plurals and numbers
  std::string digits;         ///< Unicode numbering system ("latn", "arab"); empty = of the locale
  std::string thousandsMark;  ///< between groups of three digits; empty = of the locale
  std::string sans, serif;  ///< fonts of its script; empty = the program's own
  Direction direction = Direction::leftToRight;
  bool pseudo = false;  ///< made from English to test layouts; for developers only
};

/// The language whose messages are complete by definition and stand in for missing ones.
inline constexpr std::string_view kSourceLanguage = "en";

/// Languages found in `data`/i18n, in order of their ids. Throws ContentError with every issue.
[[nodiscard]] std::vector<Language> listLanguages(const std::filesystem::path& data);

/// "qps" (English lengthened by 40 % and accented) and "qps-rtl" (the same, written from right to
/// left).
[[nodiscard]] std::vector<Language> pseudoLanguages();

/// A language of either list. Throws RefusedError naming the languages there are.
[[nodiscard]] Language findLanguage(const std::filesystem::path& data, std::string_view id);

}  // namespace syn::words
