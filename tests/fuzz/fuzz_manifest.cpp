// Whatever the bytes, the reader of the list of meshes returns one that it can read again, or
// refuses with issues.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "atlas/manifest.h"
#include "base/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using syn::atlas::Manifest;
  try {
    const Manifest manifest =
        Manifest::parse({reinterpret_cast<const char*>(data), size}, "fuzz.json");
    for (const syn::atlas::FileEntry& file : manifest.files) {
      if (file.file.find('/') != std::string::npos || file.bytes == 0) std::abort();
    }
    const std::string written = manifest.toJson();
    if (Manifest::parse(written, "again.json").toJson() != written) std::abort();
  } catch (const syn::ContentError& error) {
    if (error.issues().empty() || error.issues().front().file != "fuzz.json") std::abort();
  }
  return 0;
}
