#pragma once

#include <array>
#include <vector>

#include "atlas/anatomy.h"
#include "atlas/builder/random.h"
#include "atlas/builder/tissue.h"

namespace syn::atlas {

/// Where a strand may end, and the place in or near white matter from which it gets there.
struct StrandEnd {
  Vec3 tip{}, foot{};  ///< mm
};

/// Ends of strands in each structure, by structure id; empty where the labels have to do.
using StrandEnds = std::vector<std::vector<StrandEnd>>;

/// Ends within the grey matter of a piece of cortex: shortly outside the inner sheet, so that they
/// stay in the tissue when it thins.
[[nodiscard]] std::vector<StrandEnd> endsInRibbon(const Mesh& piece);

/// Makes the strands of connections: least-cost paths through white matter between the two regions
/// by way of the connection's way-points. Illustrative paths, not tractography. Thread safe after
/// construction.
class BundleBuilder {
 public:
  static constexpr int kRounds = 5;  ///< different noise and different way-point voxels
  static constexpr int kStrandsPerRound = 8;

  /// Keeps a reference to the catalogue only.
  BundleBuilder(const Catalogue& catalogue, const Tissues& tissues, const StrandEnds& inMeshes,
                int threads);

  /// The bundle of `connection` on one side; midline for commissural ones. Throws Error when a
  /// region has no voxels to start from.
  [[nodiscard]] Bundle build(int connection, Hemisphere side) const;

 private:
  using Path = std::vector<Vec3>;  ///< mm
  struct End {
    std::size_t voxel;  ///< where the path through white matter ends
    Vec3 tip;           ///< where the strand ends, mm
  };

  [[nodiscard]] std::vector<End> endsOf(int region, Hemisphere side) const;
  [[nodiscard]] std::vector<std::size_t> labelledEnds(int region, Hemisphere side) const;
  [[nodiscard]] std::vector<std::size_t> hubsNear(const Vec3& mm, const Field& cost) const;
  [[nodiscard]] std::vector<Path> strandsOfRound(const Connection& connection, Hemisphere side,
                                                 const std::vector<End>& from,
                                                 const std::vector<End>& to, int round,
                                                 const Random& random) const;
  [[nodiscard]] const Field& costOf(Hemisphere side) const {
    return cost_[static_cast<std::size_t>(side)];
  }

  const Catalogue& catalogue_;
  std::vector<std::vector<End>> inMeshes_;  ///< by structure
  Labels labels_;                           ///< AAL, 1 mm
  Labels part_;                             ///< Part, 1 mm
  Mask nearWhite_;                          ///< white matter and the voxels that touch it
  std::array<Field, 3> cost_;               ///< per mm, by Hemisphere; midline may cross the middle
  std::array<Field, kRounds> noise_;        ///< factor on the cost
};

}  // namespace syn::atlas
