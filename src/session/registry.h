#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace syn::session {

/// Who is meant to see an action or a property; each level also sees the ones before it.
enum class Level { visitor, student, lecturer, developer };

/// The value of a property or of an argument. A choice is the text of one of its words.
using Value = std::variant<bool, double, std::string>;

/// Which values a property or an argument takes.
struct Domain {
  enum class Type { boolean, number, text, choice };
  Type type = Type::number;
  double low = 0, high = 1;  ///< of a number
  double step = 0.01;        ///< of a number: what one key press changes
  std::string unit;          ///< of a number, as in data/i18n ("years"); empty for plain numbers
  std::function<std::vector<std::string>()> choices;  ///< of a choice, in reading order

  static Domain boolean();
  static Domain number(double low, double high, double step = 1, std::string unit = {});
  static Domain whole(double low, double high) { return number(low, high); }
  static Domain text();
  static Domain choice(std::function<std::vector<std::string>()> words);
  static Domain choice(std::vector<std::string> words);

  /// The nearest value taken: numbers are brought into range. Throws RefusedError, which names
  /// `id`, on a value of another type, on not-a-number and on an unknown word ("did you mean").
  [[nodiscard]] Value accept(const Value& value, std::string_view id) const;
};

/// Named values for an action.
class Arguments {
 public:
  Arguments() = default;
  Arguments(std::initializer_list<std::pair<const std::string, Value>> values) : values_(values) {}

  void set(std::string name, Value value) { values_[std::move(name)] = std::move(value); }
  [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }
  /// Precondition: present and of that type, which the registry sees to before an action runs.
  [[nodiscard]] double number(std::string_view name) const;
  [[nodiscard]] int whole(std::string_view name) const;
  [[nodiscard]] const std::string& text(std::string_view name) const;
  [[nodiscard]] bool flag(std::string_view name) const;
  [[nodiscard]] std::optional<double> optionalNumber(std::string_view name) const;
  [[nodiscard]] std::optional<std::string> optionalText(std::string_view name) const;
  [[nodiscard]] const std::map<std::string, Value, std::less<>>& all() const { return values_; }

 private:
  std::map<std::string, Value, std::less<>> values_;
};

/// One argument of an action.
struct Parameter {
  std::string name;
  Domain takes;
  bool required = true;
};

/// Something a person can do. Buttons, keys, tours, recordings and tests all run it through the
/// registry.
struct Action {
  std::string id;       ///< "age.play"
  std::string textKey;  ///< key of its name in data/i18n
  std::string helpKey;  ///< key of one sentence that says what it does
  Level level = Level::visitor;
  std::string shortcut;  ///< "Space"; may be empty
  std::vector<Parameter> parameters;
  std::function<void(const Arguments&)> run;
  std::function<bool()> enabled;  ///< empty = always
};

/// A value a person can set.
struct Property {
  std::string id;  ///< "view.xray"
  std::string textKey;
  std::string helpKey;
  Level level = Level::visitor;
  Domain takes;
  std::function<Value()> get;
  std::function<void(const Value&)> set;  ///< only ever called with a value of the domain
};

/// Everything a person can do, each under one id. Unknown ids, arguments and values are refused
/// with a RefusedError that names the nearest known one; adding an id twice is a LogicError.
class Registry {
 public:
  void add(Action action);
  void add(Property property);

  [[nodiscard]] const Action& action(std::string_view id) const;
  [[nodiscard]] const Property& property(std::string_view id) const;
  [[nodiscard]] std::vector<std::string> actionIds(Level level) const;
  [[nodiscard]] std::vector<std::string> propertyIds(Level level) const;

  [[nodiscard]] bool enabled(std::string_view actionId) const;
  /// Runs an enabled action; returns false, and does nothing, when it is disabled.
  bool run(std::string_view actionId, const Arguments& arguments = {}) const;
  [[nodiscard]] Value get(std::string_view propertyId) const;
  /// Sets a property to the nearest value it takes and returns that.
  Value set(std::string_view propertyId, const Value& value) const;
  /// Moves a number by so many of its steps, a choice by so many words, and turns a boolean over.
  Value nudge(std::string_view propertyId, double steps) const;

 private:
  std::map<std::string, Action, std::less<>> actions_;
  std::map<std::string, Property, std::less<>> properties_;
};

}  // namespace syn::session
