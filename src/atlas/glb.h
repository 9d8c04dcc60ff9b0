#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/anatomy.h"

namespace syn::atlas {

/// One named primitive of a binary glTF file: triangles, or line segments for bundles.
///
/// Vertex attributes as stored: COLOR_0 is the baked shade as grey, so that any glTF viewer shows
/// it; COLOR_1 holds the structure (red, an index into the manifest's list), the border weight
/// (green) and the shade of a thinned cortex (blue); COLOR_2, for sheets of cortex, the direction
/// of the span (red, green, blue: -1..1) and its length (alpha: 0..kSpanScale).
struct GlbPart {
  std::string name;
  std::vector<float> positions;                     ///< 3 a vertex, mm
  std::vector<std::array<std::uint8_t, 4>> shade;   ///< COLOR_0, empty when absent
  std::vector<std::array<std::uint8_t, 4>> labels;  ///< COLOR_1, empty when absent
  std::vector<std::array<std::uint8_t, 4>> span;    ///< COLOR_2, empty when absent
  std::vector<std::uint32_t> indices;
  bool lines = false;  ///< two indices an element instead of three

  [[nodiscard]] std::size_t vertexCount() const { return positions.size() / 3; }
};

/// Shade 0..kShadeScale is stored in 0..255.
inline constexpr float kShadeScale = 1.25F;
/// Longest span that can be stored, mm.
inline constexpr float kSpanScale = 5.0F;

/// Limits on what is read from one file, all its meshes together.
inline constexpr std::size_t kMaxGlbBytes = std::size_t{32} << 20;
inline constexpr std::size_t kMaxGlbJsonBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxVertices = 2'000'000;
inline constexpr std::size_t kMaxIndices = 12'000'000;

/// The bytes of a .glb file. Same input, same bytes.
[[nodiscard]] std::string encodeGlb(const std::vector<GlbPart>& parts);

/// Reads a .glb through Assimp, which sees only what `reduceGlb` (glb_reducer.h) found sound: time
/// and memory are bounded by the limits, whatever the bytes. `file` is for messages. Throws
/// ContentError with every issue: not a glTF binary, malformed, over the limits, a coordinate that
/// is not a number.
[[nodiscard]] std::vector<GlbPart> decodeGlb(std::string_view bytes, const std::string& file);

/// Mesh to file part; labels are left out when every vertex has the same structure and border 1.
[[nodiscard]] GlbPart toPart(const Mesh& mesh);
[[nodiscard]] GlbPart toPart(const Bundle& bundle, std::string name);

/// One vertex' span in four bytes, and back.
[[nodiscard]] std::array<std::uint8_t, 4> packSpan(const float* span);
[[nodiscard]] std::array<float, 3> unpackSpan(const std::array<std::uint8_t, 4>& bytes);

/// Unit vertex normals, weighted by area.
void computeNormals(Mesh& mesh);

/// Enclosed volume in mm3 by the divergence theorem; positive when triangles face outward.
[[nodiscard]] double enclosedVolume(const Mesh& mesh);

/// Number of edges that belong to one triangle only; 0 for a closed surface.
[[nodiscard]] std::size_t openEdges(const Mesh& mesh);

/// Vertices - edges + triangles: 2 for a sphere, 2 less for each handle.
[[nodiscard]] long eulerCharacteristic(const Mesh& mesh);

/// Area in mm2.
[[nodiscard]] double area(const Mesh& mesh);

}  // namespace syn::atlas
