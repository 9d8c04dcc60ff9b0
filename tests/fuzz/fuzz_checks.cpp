// Whatever the bytes, the reader of check files returns checks or refuses with issues.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/error.h"
#include "checks/check_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    for (const syn::checks::Check& check :
         syn::checks::parseChecks({reinterpret_cast<const char*>(data), size}, "fuzz.json")) {
      // What was accepted is sound enough to be run.
      if (check.arms.empty() || check.people < 1 || check.expect.low > check.expect.high) {
        std::abort();
      }
      if (check.errors.empty()) (void)check.arm(check.statistic.arm);
    }
  } catch (const syn::ContentError& error) {
    if (error.issues().empty()) std::abort();
  }
  return 0;
}
