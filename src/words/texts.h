#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "words/language.h"
#include "words/number_writer.h"

namespace syn::words {

/// Everything the program can say in one language: messages by key, in ICU's MessageFormat syntax,
/// read from all files of data/i18n/LANGUAGE/, each a flat object of messages.
///
/// A nested message is said first and put in as text. A placeholder "region_dative" beside a nested
/// message "region" of the key "region.hippocampus.inline" stands for its sister key
/// "region.hippocampus.dative", so that each language can keep the forms its grammar needs; a
/// sister that is not there is an empty text (`select` goes to "other").
///
/// All const functions may be called from several threads at once.
class Texts {
 public:
  /// `language` is an id of `listLanguages` or `pseudoLanguages`. What a language lacks is said in
  /// English. Throws ContentError with every issue of every file (file, line, key, what is wrong),
  /// RefusedError when there is no such language.
  static Texts load(const std::filesystem::path& data, std::string_view language);

  Texts(Texts&&) noexcept;
  Texts& operator=(Texts&&) noexcept;
  ~Texts();

  [[nodiscard]] const Language& language() const;
  [[nodiscard]] bool has(std::string_view key) const;
  /// The message in words; empty for an empty message. An unknown key is logged once and returned;
  /// a missing value is logged once and stands as "{name}".
  [[nodiscard]] std::string say(const Message& message) const;
  [[nodiscard]] std::string say(std::string_view key) const {
    return say(Message{std::string(key)});
  }

  /// "−1.3"; at most three decimals.
  [[nodiscard]] std::string number(double value, int decimals, Sign sign = Sign::negative) const;
  /// A fraction as "+2.1 %".
  [[nodiscard]] std::string percent(double fraction, int decimals,
                                    Sign sign = Sign::negative) const;
  /// Years of an age, "66.0".
  [[nodiscard]] std::string age(double years) const { return number(years, 1); }

  [[nodiscard]] std::vector<std::string> keys() const;
  /// Whether the message is the language's own and not English standing in.
  [[nodiscard]] bool translated(std::string_view key) const;
  /// Names of the values a message speaks of; empty for an unknown key.
  [[nodiscard]] std::vector<std::string> placeholders(std::string_view key) const;

 private:
  struct Impl;
  explicit Texts(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace syn::words
