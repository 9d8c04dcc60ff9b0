#pragma once

#include <string>
#include <vector>

#include "sim/layout.h"

namespace syn::sim {

/// How a trait is spread over people, and the shares of it that genes and family make.
struct TraitRow {
  std::string id;
  double sd = 0, genes = 0, family = 0;
  bool factor = false;  ///< log-normal around 1 instead of normal around 0
};

/// A trait that every person has, under its public name.
struct TraitWord {
  PersonTrait trait;
  std::string id;
};
[[nodiscard]] const std::vector<TraitWord>& traitWords();
[[nodiscard]] std::vector<std::string> traitIds();

}  // namespace syn::sim
