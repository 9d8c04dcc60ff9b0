#include "sim/refusal.h"

#include <cstdio>

namespace syn::sim {

std::string numberText(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%g", value);
  return buffer;
}

Issue refusal(const Entry& entry, std::string place, std::string rule, const std::string& message) {
  return {"", entry.line.number, std::move(place), std::move(rule),
          "\"" + entry.exposure + "\": " + message};
}

}  // namespace syn::sim
