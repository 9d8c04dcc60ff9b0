#pragma once

#include "atlas/anatomy.h"
#include "atlas/builder/tissue.h"

namespace syn::atlas {

/// What the sheets of one hemisphere are made from, on the part of the grid around it.
struct CortexFields {
  Field white;                ///< distance to the white core, mm; negative inside
  std::array<Field, 3> away;  ///< gradient of `white`: 1 long, shorter where fronts meet
  Field intensity;            ///< of the T1 volume, slightly blurred
  Field territory;            ///< 1 within the hemisphere, 0 outside, blurred
  Mask solid;                 ///< tissue and ventricles of the hemisphere
};

/// The white core is what is brighter than grey matter, joined with deep nuclei and ventricles.
[[nodiscard]] CortexFields cortexFields(const Tissues& tissues, Part side);

/// Distance of the inner sheet from the white core, mm.
inline constexpr double kInnerSheetMm = 0.9;

/// Closed surface `kInnerSheetMm` outside the white core: one sphere, positions and triangles only.
[[nodiscard]] Mesh innerSheet(const CortexFields& fields);

/// Moves the vertices of an inner sheet out to the pia and fills `span`: along the gradient of the
/// distance until fluid, the middle of a sulcus, the border of the hemisphere or a turn away.
void growToPia(Mesh& sheet, const CortexFields& fields);

/// Points on the white matter itself, below the inner sheet, 3 numbers a vertex.
[[nodiscard]] std::vector<float> whiteBelow(const Mesh& sheet, const CortexFields& fields);

/// As a surface of its own: the sheet at a thickness factor, without normals.
[[nodiscard]] Mesh atFactor(const Mesh& sheet, double factor);

}  // namespace syn::atlas
