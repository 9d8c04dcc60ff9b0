#include "session/registry.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/logic_error.h"

namespace syn::session {
namespace {

template <class Item>
using Items = std::map<std::string, Item, std::less<>>;

/// Refuses a word that is not known and names the nearest one that is.
[[noreturn]] void refuseWord(const std::string& why, std::string_view word,
                             const std::vector<std::string>& known) {
  const std::string near = nearestWord(word, known);
  throw RefusedError(why + (near.empty() ? "" : "; did you mean \"" + near + "\"?"));
}

template <class Item>
std::vector<std::string> idsUpTo(const Items<Item>& items, Level level) {
  std::vector<std::string> ids;
  for (const auto& [id, item] : items) {
    if (item.level <= level) ids.push_back(id);
  }
  return ids;
}

template <class Item>
const Item& findIn(const Items<Item>& items, std::string_view id, std::string_view kind) {
  if (const auto found = items.find(id); found != items.end()) return found->second;
  refuseWord("There is no " + std::string(kind) + " \"" + std::string(id) + "\"", id,
             idsUpTo(items, Level::developer));
}

template <class Item>
void addTo(Items<Item>& items, Item item, std::string_view kind) {
  const std::string id = item.id;
  if (!items.emplace(id, std::move(item)).second) {
    throw LogicError("the " + std::string(kind) + " \"" + id + "\" is registered twice");
  }
}

/// The arguments as the action takes them.
Arguments accepted(const Action& action, const Arguments& given) {
  Arguments taken;
  std::vector<std::string> names;
  for (const Parameter& parameter : action.parameters) {
    names.push_back(parameter.name);
    const auto value = given.all().find(parameter.name);
    if (value != given.all().end()) {
      taken.set(parameter.name,
                parameter.takes.accept(value->second, action.id + "." + parameter.name));
    } else if (parameter.required) {
      throw RefusedError("\"" + action.id + "\" needs the argument \"" + parameter.name + "\"");
    }
  }
  for (const auto& [name, value] : given.all()) {
    if (taken.has(name)) continue;
    refuseWord("\"" + action.id + "\" has no argument \"" + name + "\"", name, names);
  }
  return taken;
}

}  // namespace

// --- domains -------------------------------------------------------------------------------------

Domain Domain::boolean() {
  Domain domain;
  domain.type = Type::boolean;
  return domain;
}

Domain Domain::number(double low, double high, double step, std::string unit) {
  Domain domain;
  domain.low = low;
  domain.high = high;
  domain.step = step;
  domain.unit = std::move(unit);
  return domain;
}

Domain Domain::text() {
  Domain domain;
  domain.type = Type::text;
  return domain;
}

Domain Domain::choice(std::function<std::vector<std::string>()> words) {
  Domain domain;
  domain.type = Type::choice;
  domain.choices = std::move(words);
  return domain;
}

Domain Domain::choice(std::vector<std::string> words) {
  return choice([words = std::move(words)] { return words; });
}

Value Domain::accept(const Value& value, std::string_view id) const {
  const auto refuse = [&](const std::string& why) {
    throw RefusedError("\"" + std::string(id) + "\" " + why);
  };
  switch (type) {
    case Type::boolean:
      if (std::holds_alternative<bool>(value)) return value;
      refuse("takes true or false");
      break;
    case Type::number:
      if (const auto* number = std::get_if<double>(&value)) {
        if (std::isnan(*number)) refuse("was given something that is not a number");
        return std::clamp(*number, low, high);
      }
      refuse("takes a number");
      break;
    case Type::text:
      if (std::holds_alternative<std::string>(value)) return value;
      refuse("takes a text");
      break;
    case Type::choice:
      if (const auto* word = std::get_if<std::string>(&value)) {
        const std::vector<std::string> known = choices();
        if (std::ranges::find(known, *word) != known.end()) return value;
        refuseWord("\"" + std::string(id) + "\" cannot be \"" + *word + "\"", *word, known);
      }
      refuse("takes one of its words");
      break;
  }
  return value;
}

// --- arguments -----------------------------------------------------------------------------------

double Arguments::number(std::string_view name) const {
  return std::get<double>(values_.find(name)->second);
}

int Arguments::whole(std::string_view name) const {
  return static_cast<int>(std::lround(number(name)));
}

const std::string& Arguments::text(std::string_view name) const {
  return std::get<std::string>(values_.find(name)->second);
}

bool Arguments::flag(std::string_view name) const {
  return std::get<bool>(values_.find(name)->second);
}

std::optional<double> Arguments::optionalNumber(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  return number(name);
}

std::optional<std::string> Arguments::optionalText(std::string_view name) const {
  if (!has(name)) return std::nullopt;
  return text(name);
}

// --- registry ------------------------------------------------------------------------------------

void Registry::add(Action action) {
  addTo(actions_, std::move(action), "action");
}

void Registry::add(Property property) {
  if (property.takes.type == Domain::Type::number && !(property.takes.low < property.takes.high)) {
    throw LogicError("the property \"" + property.id + "\" has an empty range");
  }
  addTo(properties_, std::move(property), "property");
}

const Action& Registry::action(std::string_view id) const {
  return findIn(actions_, id, "action");
}

const Property& Registry::property(std::string_view id) const {
  return findIn(properties_, id, "property");
}

std::vector<std::string> Registry::actionIds(Level level) const {
  return idsUpTo(actions_, level);
}

std::vector<std::string> Registry::propertyIds(Level level) const {
  return idsUpTo(properties_, level);
}

bool Registry::enabled(std::string_view actionId) const {
  const Action& found = action(actionId);
  return !found.enabled || found.enabled();
}

bool Registry::run(std::string_view actionId, const Arguments& arguments) const {
  const Action& found = action(actionId);
  const Arguments taken = accepted(found, arguments);
  if (found.enabled && !found.enabled()) return false;
  found.run(taken);
  return true;
}

Value Registry::get(std::string_view propertyId) const {
  return property(propertyId).get();
}

Value Registry::set(std::string_view propertyId, const Value& value) const {
  const Property& found = property(propertyId);
  Value taken = found.takes.accept(value, found.id);
  found.set(taken);
  return taken;
}

Value Registry::nudge(std::string_view propertyId, double steps) const {
  const Property& found = property(propertyId);
  const Value now = found.get();
  switch (found.takes.type) {
    case Domain::Type::boolean:
      return set(propertyId, !std::get<bool>(now));
    case Domain::Type::number:
      return set(propertyId, std::get<double>(now) + steps * found.takes.step);
    case Domain::Type::choice: {
      const std::vector<std::string> words = found.takes.choices();
      const auto count = static_cast<std::ptrdiff_t>(words.size());
      if (count == 0) return now;
      const auto at = std::ranges::find(words, std::get<std::string>(now)) - words.begin();
      const std::ptrdiff_t next = (at + std::lround(steps)) % count;
      return set(propertyId, words[static_cast<std::size_t>((next + count) % count)]);
    }
    case Domain::Type::text:
      break;
  }
  throw RefusedError("\"" + found.id + "\" is a text, which has no steps");
}

}  // namespace syn::session
