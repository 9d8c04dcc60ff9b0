#pragma once

#include "atlas/builder/volume.h"

namespace syn::atlas {

/// Voxels whose sign was changed.
struct TopologyRepair {
  std::size_t filled = 0;
  std::size_t cut = 0;
};

/// Changes the sign of few voxels of `field` (positive inside) so that the surface at 0 is one
/// sphere without handles: small tunnels are filled where they are narrowest, every other handle is
/// cut where it is thinnest. `field` must be negative along the border of its grid.
///
/// Both ways grow a region in the order of the field by simple points only, which never changes its
/// topology (Bertrand & Malandain 1994, Pattern Recognition Letters 15:169); object and background
/// use the (6+, 18) connectivity, which is the marching cubes'.
TopologyRepair makeSphere(Field& field);

}  // namespace syn::atlas
