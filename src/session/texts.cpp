#include "session/texts.h"

#include <cmath>
#include <cstdio>

#include "base/json.h"
#include "base/log.h"

namespace syn::session {
namespace {
constexpr std::string_view kMinus = "\xE2\x88\x92";               // U+2212
constexpr std::string_view kNarrowNoBreakSpace = "\xE2\x80\xAF";  // U+202F
}  // namespace

Texts Texts::load(const std::filesystem::path& data, std::string_view language) {
  const JsonDocument document =
      JsonDocument::load(data / "i18n" / (std::string(language) + ".json"));
  IssueList issues;
  Texts result;
  const JsonNode root = document.root();
  if (root.kind() != JsonNode::Kind::object) {
    issues.add(root.issue("wrong-type", "must be an object of sentences by key"));
  }
  for (const std::string& key : root.keys()) {
    const JsonNode node = *root.find(key);
    if (node.kind() == JsonNode::Kind::string) {
      result.texts_.emplace(key, node.asString());
    } else {
      issues.add(node.issue("wrong-type", "must be a sentence in quotes"));
    }
  }
  issues.throwIfAny();
  return result;
}

std::string Texts::text(std::string_view key, Values values) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) {
    log::warning("no text for '" + std::string(key) + "'");
    return std::string(key);
  }
  std::string text = found->second;
  for (const auto& [name, value] : values) {
    std::string place(1, '{');
    place.append(name).append(1, '}');
    for (auto at = text.find(place); at != std::string::npos;
         at = text.find(place, at + value.size())) {
      text.replace(at, place.size(), value);
    }
  }
  return text;
}

std::string number(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  double rounded = std::round(value * scale) / scale;
  const bool negative = rounded < 0;
  rounded = std::abs(rounded);
  char digits[64];
  // Every program of the house runs with LC_NUMERIC C, so the decimal sign is a point.
  std::snprintf(digits, sizeof digits, "%.*f", decimals, rounded);
  std::string text;
  if (negative) text.append(kMinus);
  return text.append(digits);
}

std::string signedNumber(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  std::string text;
  if (std::round(value * scale) > 0) text.append(1, '+');
  return text.append(number(value, decimals));
}

std::string withUnit(std::string_view number, std::string_view unit) {
  if (unit.empty()) return std::string(number);
  std::string text(number);
  return text.append(kNarrowNoBreakSpace).append(unit);
}

}  // namespace syn::session
