#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace syn::session {

/// Who is meant to see an action or a property; each level also sees the ones before it.
enum class Level { visitor, student, lecturer, developer };

/// Something a person can do. Buttons, keys, scripts and tests all run it through the registry.
struct Action {
  std::string id;       ///< "age.play"
  std::string textKey;  ///< key of its name in data/i18n
  Level level = Level::visitor;
  std::string shortcut;  ///< "Space"; may be empty
  std::function<void()> run;
  std::function<bool()> enabled;  ///< empty = always
};

/// A number a person can set. A switch is a property from 0 to 1 with step 1.
struct Property {
  std::string id;  ///< "view.xray"
  std::string textKey;
  std::string unit;  ///< as shown to people; empty for plain numbers
  double low = 0;
  double high = 1;
  double step = 0.01;  ///< what one key press changes
  Level level = Level::visitor;
  std::function<double()> get;
  std::function<void(double)> set;  ///< only ever called with a value in range
};

/// Everything a person can do, each under one id. Throws Error on unknown or duplicate ids.
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
  bool run(std::string_view actionId) const;
  [[nodiscard]] double get(std::string_view propertyId) const;
  /// Sets a property to the nearest value in its range and returns it. Not-a-number is refused.
  double set(std::string_view propertyId, double value) const;
  /// Moves a property by a number of its steps.
  double nudge(std::string_view propertyId, double steps) const;

 private:
  std::map<std::string, Action, std::less<>> actions_;
  std::map<std::string, Property, std::less<>> properties_;
};

}  // namespace syn::session
