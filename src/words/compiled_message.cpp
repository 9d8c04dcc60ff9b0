#include "words/compiled_message.h"

#include <algorithm>

#include <unicode/fmtable.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/plurrule.h>

namespace syn::words {
namespace {

using icu::MessagePattern;
using icu::UnicodeString;

std::string utf8(const UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

UnicodeString utf16(std::string_view text) {
  return UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string meaning(UErrorCode status) {
  switch (status) {
    case U_UNMATCHED_BRACES:
      return "a brace is opened and not closed; close it, or write '{' for a brace that is read";
    case U_DEFAULT_KEYWORD_MISSING:
      return "a plural or select has no \"other\" branch; add one";
    case U_DUPLICATE_KEYWORD:
      return "a plural or select names one branch twice; keep one";
    case U_NUMBER_SKELETON_SYNTAX_ERROR:
    case U_NUMBER_ARG_OUTOFBOUNDS_ERROR:
      return "a number has a skeleton ICU does not know; write for example ::.0 for one decimal";
    case U_ILLEGAL_ARGUMENT_ERROR:
      return "a value has a type ICU does not know; use number, plural, selectordinal or select";
    default:
      return "not in the form of ICU's MessageFormat";
  }
}

CompiledMessage::Problem syntaxProblem(UErrorCode status, const UParseError& at) {
  std::string sentence = meaning(status);
  const std::string before = utf8(UnicodeString(at.preContext));
  const std::string after = utf8(UnicodeString(at.postContext));
  if (!before.empty() || !after.empty()) {
    sentence += " (at \"" + before + "\u2192" + after + "\")";
  }
  return {"message-syntax", std::move(sentence)};
}

/// Looks for what ICU would accept and content must not hold, and notes the placeholders.
class Inspector {
 public:
  Inspector(const MessagePattern& pattern, const icu::Locale& locale)
      : pattern_(pattern), locale_(locale) {}

  /// What is wrong, or empty.
  std::string inspect(std::vector<std::string>& placeholders) {
    std::string wrong;
    for (std::int32_t i = 0; i < pattern_.countParts() && wrong.empty(); ++i) {
      wrong = inspectPart(pattern_.getPart(i), placeholders);
    }
    return wrong;
  }

 private:
  std::string inspectPart(const MessagePattern::Part& part,
                          std::vector<std::string>& placeholders) {
    const std::string text = utf8(pattern_.getSubstring(part));
    switch (part.getType()) {
      case UMSGPAT_PART_TYPE_ARG_START:
        types_.push_back(part.getArgType());
        if (types_.back() != UMSGPAT_ARG_TYPE_CHOICE) return {};
        return "the type \"choice\" is not used here; use plural or select";
      case UMSGPAT_PART_TYPE_ARG_LIMIT:
        types_.pop_back();
        return {};
      case UMSGPAT_PART_TYPE_ARG_NUMBER:
        return "a value has a number for a name; give it a name, for example {age}";
      case UMSGPAT_PART_TYPE_ARG_NAME:
        if (std::find(placeholders.begin(), placeholders.end(), text) == placeholders.end()) {
          placeholders.push_back(text);
        }
        return {};
      case UMSGPAT_PART_TYPE_ARG_TYPE:
        if (text == "number") return {};
        return "the type \"" + text +
               "\" is not used here; use number, plural, selectordinal or select";
      case UMSGPAT_PART_TYPE_ARG_SELECTOR:
        return inspectBranch(text);
      default:
        return {};
    }
  }

  std::string inspectBranch(const std::string& name) const {
    const bool ordinal = types_.back() == UMSGPAT_ARG_TYPE_SELECTORDINAL;
    if (types_.back() != UMSGPAT_ARG_TYPE_PLURAL && !ordinal) return {};
    if (name.starts_with("=")) return {};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(
        locale_, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, status));
    if (U_FAILURE(status) || rules->isKeyword(utf16(name)) != 0) return {};
    return "this language has no plural form \"" + name + "\"; remove the branch";
  }

  const MessagePattern& pattern_;
  const icu::Locale& locale_;
  std::vector<UMessagePatternArgType> types_;  // of the arguments around the present part
};

}  // namespace

struct CompiledMessage::Impl {
  icu::MessageFormat format;
};

CompiledMessage::CompiledMessage(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
CompiledMessage::CompiledMessage(CompiledMessage&&) noexcept = default;
CompiledMessage& CompiledMessage::operator=(CompiledMessage&&) noexcept = default;
CompiledMessage::~CompiledMessage() = default;

std::variant<CompiledMessage, CompiledMessage::Problem> CompiledMessage::compile(
    std::string_view pattern, const std::string& locale) {
  if (pattern.empty()) return Problem{"empty", "is empty; write the message or remove the key"};
  if (pattern.size() > kMaxBytes) {
    return Problem{"too-long", "is longer than " + std::to_string(kMaxBytes) +
                                   " bytes; divide it into several messages"};
  }
  const UnicodeString text = utf16(pattern);
  UErrorCode status = U_ZERO_ERROR;
  UParseError at{};
  const MessagePattern parsed(text, &at, status);
  if (U_FAILURE(status)) return syntaxProblem(status, at);
  const icu::Locale icuLocale(locale.c_str());
  std::vector<std::string> placeholders;
  const std::string refused = Inspector(parsed, icuLocale).inspect(placeholders);
  if (!refused.empty()) return Problem{"message-type", refused};
  auto impl = std::make_unique<Impl>(Impl{icu::MessageFormat(text, icuLocale, at, status)});
  if (U_FAILURE(status)) return syntaxProblem(status, at);
  CompiledMessage message(std::move(impl));
  message.placeholders_ = std::move(placeholders);
  return message;
}

bool CompiledMessage::format(const std::vector<NamedValue>& values, std::string& text) const {
  std::vector<UnicodeString> names;
  std::vector<icu::Formattable> formattables;
  names.reserve(values.size());
  formattables.reserve(values.size());
  for (const auto& [name, value] : values) {
    names.push_back(utf16(name));
    if (const auto* number = std::get_if<double>(&value)) {
      formattables.emplace_back(*number);
    } else {
      formattables.emplace_back(utf16(std::get<std::string>(value)));
    }
  }
  UnicodeString out;
  UErrorCode status = U_ZERO_ERROR;
  impl_->format.format(names.data(), formattables.data(), static_cast<std::int32_t>(values.size()),
                       out, status);
  if (U_FAILURE(status)) return false;
  text.clear();
  out.toUTF8String(text);
  return true;
}

}  // namespace syn::words
