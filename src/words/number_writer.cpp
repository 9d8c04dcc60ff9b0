#include "words/number_writer.h"

#include <algorithm>
#include <vector>

#include <unicode/dcfmtsym.h>
#include <unicode/numberformatter.h>
#include <unicode/uchar.h>

namespace syn::words {
namespace {

using icu::UnicodeString;
using icu::number::LocalizedNumberFormatter;

constexpr char16_t kHyphen = u'-';
constexpr char16_t kMinus = u'\u2212';

bool digitAt(const UnicodeString& text, std::int32_t at) {
  return at >= 0 && at < text.length() && u_isdigit(text.char32At(at)) != 0;
}

/// "-5", but not the hyphens of "COVID-19" and "1990-95".
bool minusAt(const UnicodeString& text, std::int32_t at) {
  return text[at] == kHyphen && digitAt(text, at + 1) &&
         (at == 0 || u_isalnum(text.char32At(at - 1)) == 0);
}

/// A mark with a digit before it and exactly three behind.
bool thousandsAt(const UnicodeString& text, std::int32_t at, char16_t mark) {
  return text[at] == mark && digitAt(text, at - 1) && digitAt(text, at + 1) &&
         digitAt(text, at + 2) && digitAt(text, at + 3) && !digitAt(text, at + 4);
}

}  // namespace

struct NumberWriter::Impl {
  std::vector<LocalizedNumberFormatter> formatters;  // decimals * 2 + sign
  UnicodeString localMark;                           // of the locale
  UnicodeString mark;                                // wanted instead; empty = the locale's
};

NumberWriter::NumberWriter(const std::string& locale, std::string_view thousandsMark)
    : impl_(std::make_unique<Impl>()) {
  const icu::Locale icuLocale(locale.c_str());
  UErrorCode status = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(icuLocale, status);
  impl_->localMark = symbols.getConstSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol);
  impl_->mark = UnicodeString::fromUTF8(
      {thousandsMark.data(), static_cast<std::int32_t>(thousandsMark.size())});
  for (int decimals = 0; decimals <= kMaxDecimals; ++decimals) {
    for (const UNumberSignDisplay sign : {UNUM_SIGN_NEGATIVE, UNUM_SIGN_EXCEPT_ZERO}) {
      impl_->formatters.push_back(icu::number::NumberFormatter::withLocale(icuLocale)
                                      .precision(icu::number::Precision::fixedFraction(decimals))
                                      .roundingMode(UNUM_ROUND_HALFUP)
                                      .sign(sign));
    }
  }
}

NumberWriter::NumberWriter(NumberWriter&&) noexcept = default;
NumberWriter::~NumberWriter() = default;

std::string NumberWriter::write(double value, int decimals, Sign sign) const {
  const int row = std::clamp(decimals, 0, kMaxDecimals) * 2 + (sign == Sign::always ? 1 : 0);
  UErrorCode status = U_ZERO_ERROR;
  std::string text;
  impl_->formatters[static_cast<std::size_t>(row)]
      .formatDouble(value, status)
      .toString(status)
      .toUTF8String(text);
  return polish(text);
}

std::string NumberWriter::polish(const std::string& text) const {
  const bool regroup = !impl_->mark.isEmpty() && impl_->localMark.length() == 1;
  const bool mayHoldMark = regroup && impl_->localMark[0] < 0x80 &&
                           text.find(static_cast<char>(impl_->localMark[0])) != std::string::npos;
  if (text.find('-') == std::string::npos && !mayHoldMark) return text;
  UnicodeString out = UnicodeString::fromUTF8(text);
  for (std::int32_t at = 0; at < out.length(); ++at) {
    if (minusAt(out, at)) {
      out.setCharAt(at, kMinus);
    } else if (mayHoldMark && thousandsAt(out, at, impl_->localMark[0])) {
      out.replace(at, 1, impl_->mark);
    }
  }
  std::string polished;
  out.toUTF8String(polished);
  return polished;
}

}  // namespace syn::words
