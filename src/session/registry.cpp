#include "session/registry.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace syn::session {
namespace {

template <class Item>
const Item& findIn(const std::map<std::string, Item, std::less<>>& items, std::string_view id,
                   std::string_view kind) {
  if (const auto found = items.find(id); found != items.end()) return found->second;
  std::vector<std::string> known;
  known.reserve(items.size());
  for (const auto& entry : items) known.push_back(entry.first);
  const std::string near = nearestWord(id, known);
  throw Error("there is no " + std::string(kind) + " '" + std::string(id) + "'" +
              (near.empty() ? "" : "; did you mean '" + near + "'?"));
}

template <class Item>
void addTo(std::map<std::string, Item, std::less<>>& items, Item item, std::string_view kind) {
  const std::string id = item.id;
  if (!items.emplace(id, std::move(item)).second) {
    throw Error("the " + std::string(kind) + " '" + id + "' is registered twice");
  }
}

template <class Item>
std::vector<std::string> idsUpTo(const std::map<std::string, Item, std::less<>>& items,
                                 Level level) {
  std::vector<std::string> ids;
  for (const auto& [id, item] : items) {
    if (item.level <= level) ids.push_back(id);
  }
  return ids;
}

}  // namespace

void Registry::add(Action action) {
  addTo(actions_, std::move(action), "action");
}

void Registry::add(Property property) {
  if (!(property.low < property.high)) {
    throw Error("the property '" + property.id + "' has an empty range");
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

bool Registry::run(std::string_view actionId) const {
  const Action& found = action(actionId);
  if (found.enabled && !found.enabled()) return false;
  found.run();
  return true;
}

double Registry::get(std::string_view propertyId) const {
  return property(propertyId).get();
}

double Registry::set(std::string_view propertyId, double value) const {
  const Property& found = property(propertyId);
  if (std::isnan(value)) {
    throw Error("'" + found.id + "' was set to something that is not a number");
  }
  const double inRange = std::clamp(value, found.low, found.high);
  found.set(inRange);
  return inRange;
}

double Registry::nudge(std::string_view propertyId, double steps) const {
  const Property& found = property(propertyId);
  return set(propertyId, found.get() + steps * found.step);
}

}  // namespace syn::session
