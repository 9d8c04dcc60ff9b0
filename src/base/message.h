#pragma once

#include <string>
#include <variant>
#include <vector>

namespace syn {

/// Something to be said to a person, before a language is chosen: a key of data/i18n and named
/// values. Modules without words (scene, session) yield messages; `words::Texts` says them.
struct Message {
  struct Argument;
  std::string key{};                  ///< "sentence.larger"; empty = nothing to say
  std::vector<Argument> arguments{};  ///< in any order

  [[nodiscard]] bool empty() const { return key.empty(); }
  friend bool operator==(const Message& a, const Message& b);
};

/// A named value. Numbers stay numbers: the language decides on digits, signs and plurals. A
/// nested message is said first and put in as text (the name of a region, of an exposure); a plain
/// text is put in as it is and also serves `select`.
struct Message::Argument {
  std::string name;
  std::variant<double, std::string, Message> value;
};

}  // namespace syn
