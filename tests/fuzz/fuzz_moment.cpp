// Whatever the bytes, a Moment is refused with issues, or written and read again as it was.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/resources.h"
#include "session/guide/moment.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace syn::session;
  static const auto kContent = loadModelContent(syn::Resources::find().data);
  Moment moment;
  try {
    moment = readMoment({reinterpret_cast<const char*>(data), size}, "fuzz.json", *kContent);
  } catch (const syn::ContentError& error) {
    if (error.issues().empty()) std::abort();
    return 0;
  }
  // Not caught: what we write ourselves must be readable. Broken weeks may be rounded once.
  const std::string written = writeMoment(moment, *kContent);
  if (writeMoment(readMoment(written, "again.json", *kContent), *kContent) != written) std::abort();
  return 0;
}
