#pragma once

#include "atlas/anatomy.h"

namespace syn::atlas {

/// A pair of sheets (`positions`, `span`, `triangles`) with about `triangles` triangles, by
/// collapse of edges: the error is the sum of the quadrics of both sheets (Garland & Heckbert 1997,
/// SIGGRAPH), no triangle of either turns over, and the topology stays what it is.
[[nodiscard]] Mesh reducedSheets(const Mesh& sheets, std::size_t triangles);

}  // namespace syn::atlas
