// Whatever the bytes, the reader of meshes returns sound parts or refuses with issues.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "atlas/glb.h"
#include "base/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    std::size_t vertices = 0;
    for (const syn::atlas::GlbPart& part :
         syn::atlas::decodeGlb({reinterpret_cast<const char*>(data), size}, "fuzz.glb")) {
      vertices += part.vertexCount();
      if (part.vertexCount() == 0 || part.indices.size() % (part.lines ? 2 : 3) != 0) std::abort();
      for (const float x : part.positions) {
        if (!std::isfinite(x)) std::abort();
      }
      for (const std::uint32_t index : part.indices) {
        if (index >= part.vertexCount()) std::abort();
      }
      for (const auto* colours : {&part.shade, &part.labels}) {
        if (!colours->empty() && colours->size() != part.vertexCount()) std::abort();
      }
    }
    if (vertices > syn::atlas::kMaxVertices) std::abort();
  } catch (const syn::ContentError& error) {
    if (error.issues().empty()) std::abort();
  }
  return 0;
}
