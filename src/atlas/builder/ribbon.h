#pragma once

#include "atlas/anatomy.h"

namespace syn::atlas {

/// A solid piece of cortex: the part of a pair of sheets where `inside` (one number a vertex) is
/// positive, down to `white` (3 numbers a vertex), closed by a wall along the line where `inside`
/// is 0. Moves with the thickness factor as the sheets do. Crumbs are left out.
[[nodiscard]] Mesh ribbonOf(const Mesh& sheets, const std::vector<float>& white,
                            const std::vector<float>& inside);

}  // namespace syn::atlas
