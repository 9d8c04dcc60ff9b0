#pragma once

#include "atlas/anatomy.h"

namespace syn::atlas {

/// Triangles that cut through another one with which they share no corner, in ascending order.
[[nodiscard]] std::vector<std::uint32_t> crossingTriangles(const Mesh& mesh);

/// Shortens `span` where the opposite banks of a sulcus would pass through each other at a
/// thickness factor up to 1. The inner sheet stays, and must not cross itself.
void untangle(Mesh& sheets);

}  // namespace syn::atlas
