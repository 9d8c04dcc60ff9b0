#pragma once

#include <array>
#include <vector>

#include "atlas/anatomy.h"
#include "atlas/builder/tissue.h"

namespace syn::atlas {

/// A mesh and the volume of the labelled voxels behind it (0 when there are none).
struct Built {
  Mesh mesh;
  double labelVolumeMm3 = 0;
};

/// Makes the meshes of single structures. Thread safe: the volumes are only read.
class StructureBuilder {
 public:
  /// Keeps references to all arguments.
  StructureBuilder(const Catalogue& catalogue, const Tissues& tissues, const Field& filled,
                   const Volume<std::uint8_t>& aal);

  /// Level 0 and level 1.
  [[nodiscard]] std::vector<Built> cerebellum() const;
  [[nodiscard]] Built brainstem() const;
  [[nodiscard]] Built ventricles() const;
  /// A deep nucleus out of the label volume, or one of the schematic ones.
  [[nodiscard]] Built nucleus(int region, Hemisphere side) const;

 private:
  [[nodiscard]] std::uint8_t structureOf(int region, Hemisphere side) const;
  [[nodiscard]] std::uint8_t structureOf(std::string_view region, Hemisphere side) const;
  [[nodiscard]] Mesh named(Mesh mesh, std::string name, Layer layer, int level) const;
  [[nodiscard]] Mesh labelledNucleus(const Region& region, Hemisphere side, double mm3) const;
  [[nodiscard]] Mesh ellipsoid(const Vec3& centre, const Vec3& radii) const;
  [[nodiscard]] Mesh dentateStrip(Hemisphere side) const;

  const Catalogue& catalogue_;
  const Tissues& t_;
  const Field& filled_;
  const Volume<std::uint8_t>& aal_;
};

/// Where the schematic nuclei lie in the left hemisphere, MNI mm; mirrored for the right.
struct Ellipsoid {
  std::string_view region;
  Vec3 centre;
  Vec3 radii;
};
inline constexpr std::array<Ellipsoid, 2> kSchematicNuclei = {
    {{"nucleus_accumbens", {-9.5, 11.5, -6.5}, {5.0, 6.0, 4.2}},
     {"hypothalamus", {-4.5, -3.5, -9.5}, {3.6, 6.0, 5.2}}}};

}  // namespace syn::atlas
