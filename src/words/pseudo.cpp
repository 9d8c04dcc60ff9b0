#include "words/pseudo.h"

#include <unicode/messagepattern.h>
#include <unicode/uchar.h>

namespace syn::words {
namespace {

using icu::MessagePattern;
using icu::UnicodeString;

constexpr char16_t kOverride = u'\u202E';
constexpr char16_t kEndOfOverride = u'\u202C';

char16_t accented(char16_t letter) {
  static constexpr std::u16string_view kPlain =
      u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static constexpr std::u16string_view kAccented =
      u"áƀçďéƒğĥíĵķľɱñóþɋŕšťúṽŵẋýžÁßÇĎÉƑĞĤÍĴĶĽṀÑÓÞɊŔŠŤÚṼŴẊÝŽ";
  const std::size_t at = kPlain.find(letter);
  return at == std::u16string_view::npos ? letter : kAccented[at];
}

bool vowel(char16_t letter) {
  return std::u16string_view(u"aeiouAEIOU").find(letter) != std::u16string_view::npos;
}

/// Vowels are somewhat less than 40 % of English letters; every one is said twice. Digits stay out
/// of the override: numbers run from left to right in every language.
UnicodeString strange(const UnicodeString& text, Direction direction) {
  UnicodeString out;
  bool overriding = false;
  const auto setOverride = [&](bool wanted) {
    if (wanted != overriding) out.append(wanted ? kOverride : kEndOfOverride);
    overriding = wanted;
  };
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const char16_t letter = text[i];
    if (u_isalpha(letter) != 0) setOverride(direction == Direction::rightToLeft);
    if (u_isdigit(letter) != 0) setOverride(false);
    out.append(accented(letter));
    if (vowel(letter)) out.append(static_cast<char16_t>(u_tolower(accented(letter))));
  }
  setOverride(false);
  return out;
}

}  // namespace

std::string pseudoMessage(std::string_view pattern, Direction direction) {
  const UnicodeString text =
      UnicodeString::fromUTF8({pattern.data(), static_cast<std::int32_t>(pattern.size())});
  UErrorCode status = U_ZERO_ERROR;
  const MessagePattern parsed(text, nullptr, status);
  if (U_FAILURE(status)) return std::string(pattern);
  UnicodeString out(u"[");
  std::int32_t copied = 0;
  bool read = true;  // whether people read what stands before the part
  for (std::int32_t i = 0; i < parsed.countParts(); ++i) {
    const MessagePattern::Part& part = parsed.getPart(i);
    const UMessagePatternPartType type = part.getType();
    if (type != UMSGPAT_PART_TYPE_MSG_START && type != UMSGPAT_PART_TYPE_MSG_LIMIT &&
        type != UMSGPAT_PART_TYPE_ARG_START && type != UMSGPAT_PART_TYPE_ARG_LIMIT &&
        type != UMSGPAT_PART_TYPE_SKIP_SYNTAX && type != UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
      continue;
    }
    const UnicodeString before = text.tempSubStringBetween(copied, part.getIndex());
    out.append(read ? strange(before, direction) : before);
    out.append(parsed.getSubstring(part));
    copied = part.getLimit();
    if (type == UMSGPAT_PART_TYPE_ARG_START || type == UMSGPAT_PART_TYPE_MSG_LIMIT) read = false;
    if (type == UMSGPAT_PART_TYPE_MSG_START || type == UMSGPAT_PART_TYPE_ARG_LIMIT) read = true;
  }
  out.append(text.tempSubString(copied)).append(u']');
  std::string utf8;
  out.toUTF8String(utf8);
  return utf8;
}

}  // namespace syn::words
