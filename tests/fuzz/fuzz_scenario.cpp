// Whatever the bytes, the reader of scenario files returns lives or refuses with issues.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/error.h"
#include "sim/scenario_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const syn::sim::ScenarioFile file =
        syn::sim::parseScenarioFile({reinterpret_cast<const char*>(data), size}, "fuzz.json");
    for (const syn::sim::Entry& entry : file.life().life) {
      if (!(entry.fromWeek <= entry.toWeek) || entry.fromWeek < 0 || entry.toWeek > 5200) {
        std::abort();
      }
    }
  } catch (const syn::ContentError& error) {
    if (error.issues().empty()) std::abort();
  }
  return 0;
}
