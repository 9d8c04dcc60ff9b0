#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"

namespace syn::atlas {

/// What a mesh is for.
enum class Layer {
  cortex,   ///< folded surface of one hemisphere, vertices labelled by region
  glass,    ///< lighter surface of one hemisphere for the glass view
  piece,    ///< solid piece of cortex of one region, for glass, isolate and explode
  nucleus,  ///< deep nucleus (also dentate gyrus, accumbens, hypothalamus)
  cerebellum,
  brainstem,
  ventricles
};

/// One triangle mesh in MNI millimetres (RAS: +x right, +y front, +z up). Arrays run per vertex.
///
/// Meshes of the cortex are pairs of sheets: `positions` lie on the pia of a young adult, and
/// `span` leads there from the inner sheet, just outside the white matter. A cortex of thickness
/// factor f has its vertices at positions + (f - 1) * span; where span is 0, nothing moves.
struct Mesh {
  std::string name;  ///< "cortex_left", "hippocampus_right"
  Layer layer = Layer::cortex;
  int level = 0;                         ///< 0 = finest; higher = coarser version of the same name
  std::vector<float> positions;          ///< 3 a vertex, mm
  std::vector<float> normals;            ///< 3 a vertex, unit length, outward
  std::vector<std::uint8_t> structure;   ///< structure id (Catalogue::structures)
  std::vector<float> border;             ///< 0 at the border of the region .. 1 well inside
  std::vector<float> shade;              ///< baked sulcal shade, about 0.4 .. 1.1
  std::vector<float> span;               ///< 3 a vertex, mm; empty when the mesh is no sheet
  std::vector<float> thinNormals;        ///< as normals, at factor kThin; empty without span
  std::vector<float> thinShade;          ///< as shade, at factor kThin; empty without span
  std::vector<std::uint32_t> triangles;  ///< 3 a triangle, counter-clockwise from outside

  /// Factor for which `thinNormals` and `thinShade` are made; between it and 1 both are blended.
  static constexpr float kThin = 0.5F;

  [[nodiscard]] std::size_t vertexCount() const { return positions.size() / 3; }
  [[nodiscard]] std::size_t triangleCount() const { return triangles.size() / 3; }
};

/// The strands of one connection on one side: illustrative paths through white matter.
struct Bundle {
  static constexpr int kPoints = 64;   ///< points a strand
  int connection = 0;                  ///< Catalogue::connections
  Hemisphere side = Hemisphere::left;  ///< midline for commissural connections
  std::vector<float> points;           ///< strands x 64 x 3, mm, from `from` to `to`

  [[nodiscard]] int strands() const {
    return static_cast<int>(points.size() / (std::size_t{kPoints} * 3));
  }
};

/// All built anatomy. Plain data; owns everything.
struct Anatomy {
  Catalogue catalogue;
  std::vector<Mesh> meshes;
  std::vector<Bundle> bundles;

  [[nodiscard]] const Mesh* find(std::string_view name, int level = 0) const;
};

/// Which meshes to read; the window's first picture needs only some of them.
struct LoadOptions {
  std::vector<Layer> layers;  ///< empty = all
  bool bundles = true;
  bool verifyHashes = true;  ///< compare each file with its sha-256 in the manifest
  int threads = 2;
};

/// Reads meshes/manifest.json and the files it lists through Assimp. Throws ContentError with every
/// issue (missing, truncated, oversized, wrong hash, unknown structure); nothing half-loaded is
/// kept.
[[nodiscard]] Anatomy loadAnatomy(const std::filesystem::path& meshes, const Catalogue& catalogue,
                                  const LoadOptions& options = {});

}  // namespace syn::atlas
