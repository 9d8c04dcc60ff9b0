#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace syn::session {

/// The words of the interface in one language, by key. Read from data/i18n/<language>.json, a flat
/// object of sentences in which "{name}" stands for a value.
class Texts {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// Throws ContentError: file missing, not JSON, or an entry that is not a sentence.
  static Texts load(const std::filesystem::path& data, std::string_view language);

  [[nodiscard]] bool has(std::string_view key) const { return texts_.contains(key); }
  /// The sentence with its values put in. An unknown key is logged once as a warning and returned.
  [[nodiscard]] std::string text(std::string_view key, Values values = {}) const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

/// A number as people read it: fixed decimals, U+2212 as minus; never "-0.0".
[[nodiscard]] std::string number(double value, int decimals);
/// The same with its sign always shown, "+1.8"; zero has none.
[[nodiscard]] std::string signedNumber(double value, int decimals);
/// Number, narrow no-break space, unit: "1.8 %".
[[nodiscard]] std::string withUnit(std::string_view number, std::string_view unit);

}  // namespace syn::session
