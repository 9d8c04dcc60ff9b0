// Whatever the pattern of a message, it is compiled and said, or refused with a sentence.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "words/compiled_message.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using syn::words::CompiledMessage;
  const std::string_view pattern(reinterpret_cast<const char*>(data), size);
  for (const char* locale : {"en", "ar@numbers=latn"}) {
    const auto result = CompiledMessage::compile(pattern, locale);
    if (const auto* problem = std::get_if<CompiledMessage::Problem>(&result)) {
      if (problem->rule.empty() || problem->sentence.empty()) std::abort();
      continue;
    }
    const auto& message = std::get<CompiledMessage>(result);
    for (const CompiledMessage::Value& value :
         {CompiledMessage::Value(2.5), CompiledMessage::Value(std::string("female"))}) {
      std::vector<CompiledMessage::NamedValue> values;
      for (const std::string& name : message.placeholders()) values.emplace_back(name, value);
      std::string text;
      (void)message.format(values, text);
    }
  }
  return 0;
}
