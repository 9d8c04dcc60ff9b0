#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace syn::words {

/// When a number shows its sign.
enum class Sign {
  negative,  ///< only below zero
  always     ///< above zero too; zero has none
};

/// Writes numbers as people of one language read them: its digits and decimal sign, a true minus
/// (U+2212), halves away from zero, never "-0.0". May be used from several threads at once.
class NumberWriter {
 public:
  static constexpr int kMaxDecimals = 3;

  /// `locale` is ICU's id; `thousandsMark` replaces the locale's own unless empty.
  NumberWriter(const std::string& locale, std::string_view thousandsMark);
  NumberWriter(NumberWriter&&) noexcept;
  ~NumberWriter();

  [[nodiscard]] std::string write(double value, int decimals, Sign sign) const;
  /// The same typography for a text in which ICU has put numbers: a hyphen that stands for a minus
  /// becomes one, thousands get their mark.
  [[nodiscard]] std::string polish(const std::string& text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace syn::words
