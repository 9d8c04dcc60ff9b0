#pragma once

#include <vector>

#include "atlas/builder/structures.h"

namespace syn::atlas {

/// Everything made from the cortex of one hemisphere: the pair of sheets as cortex (two levels) and
/// glass, and a solid piece for each cortical region.
[[nodiscard]] std::vector<Built> buildCortex(const Catalogue& catalogue, const Tissues& tissues,
                                             Hemisphere side);

}  // namespace syn::atlas
