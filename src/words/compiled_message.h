#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace syn::words {

/// One message in ICU's MessageFormat syntax, ready to be said many times. Not for several threads
/// at once: ICU fills caches while it formats.
class CompiledMessage {
 public:
  static constexpr std::size_t kMaxBytes = 4096;  ///< bounds how deeply ICU's parser can recurse

  using Value = std::variant<double, std::string>;
  using NamedValue = std::pair<std::string_view, Value>;

  /// A message that is not as it should be, as a sentence for its author.
  struct Problem {
    std::string rule;
    std::string sentence;
  };

  /// `locale` is ICU's id, keywords allowed ("ar@numbers=latn"). Never throws over the pattern.
  static std::variant<CompiledMessage, Problem> compile(std::string_view pattern,
                                                        const std::string& locale);
  CompiledMessage(CompiledMessage&&) noexcept;
  CompiledMessage& operator=(CompiledMessage&&) noexcept;
  ~CompiledMessage();

  /// Names of all values the message speaks of, in order, each once.
  [[nodiscard]] const std::vector<std::string>& placeholders() const { return placeholders_; }
  /// The text; or nothing when a value has the wrong kind (a text for a plural).
  [[nodiscard]] bool format(const std::vector<NamedValue>& values, std::string& text) const;

 private:
  struct Impl;
  explicit CompiledMessage(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
  std::vector<std::string> placeholders_;
};

}  // namespace syn::words
