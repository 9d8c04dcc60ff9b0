#pragma once

#include <memory>

#include "atlas/anatomy.h"

namespace syn::test {

/// A ball of `radius` mm about `centre`, all of one structure, normals outward.
atlas::Mesh ball(const std::string& name, atlas::Layer layer, int structure,
                 std::array<float, 3> centre, float radius, int rings = 24);

/// The real catalogue with a round "cortex" a side (dlpfc), a hippocampus and an amygdala within,
/// a solid piece of dlpfc of `pieceRadius` mm and one bundle.
std::shared_ptr<const atlas::Anatomy> smallAnatomy(float pieceRadius = 8);

/// Structure id by region and side.
int structureId(const Catalogue& catalogue, const std::string& region, Hemisphere side);

}  // namespace syn::test
