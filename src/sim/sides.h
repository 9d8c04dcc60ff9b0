#pragma once

#include <optional>
#include <string_view>

#include "catalogue/catalogue.h"

namespace syn::sim {

/// Which hemispheres something reads or acts on. What lies in the midline belongs to each choice.
enum class Sides { both, left, right };

/// "left", "right", "both", or no word at all for both; nothing for any other word.
[[nodiscard]] inline std::optional<Sides> sidesOf(std::string_view word) {
  if (word.empty() || word == "both") return Sides::both;
  if (word == "left") return Sides::left;
  if (word == "right") return Sides::right;
  return std::nullopt;
}

[[nodiscard]] inline bool covers(Sides sides, Hemisphere side) {
  switch (sides) {
    case Sides::left:
      return side != Hemisphere::right;
    case Sides::right:
      return side != Hemisphere::left;
    case Sides::both:
      break;
  }
  return true;
}

}  // namespace syn::sim
