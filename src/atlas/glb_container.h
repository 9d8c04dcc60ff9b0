#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace syn::atlas {

/// Numbers fixed by the glTF 2.0 specification.
namespace gltf {
inline constexpr int kUnsignedByte = 5121;
inline constexpr int kUnsignedShort = 5123;
inline constexpr int kUnsignedInt = 5125;
inline constexpr int kFloat = 5126;
inline constexpr int kArrayBuffer = 34962;
inline constexpr int kElementBuffer = 34963;
inline constexpr int kLines = 1;
inline constexpr int kTriangles = 4;
}  // namespace gltf

/// Ends the sentence of every issue about a spoilt file.
inline constexpr const char* kRebuildRemedy =
    "; get the file again, or build it with: synaptarium-cli atlas build";

/// The two chunks of a binary glTF file; views into its bytes.
struct GlbChunks {
  std::string_view json, binary;
};

/// Throws ContentError: too large, no binary glTF 2.0, a length that the bytes do not have, no
/// JSON. `file` is for messages. Chunks of other kinds are passed over, as the specification wants.
[[nodiscard]] GlbChunks splitGlb(std::string_view bytes, const std::string& file);

/// The file of these chunks, each padded to four bytes.
[[nodiscard]] std::string joinGlb(std::string json, std::string binary);

}  // namespace syn::atlas
