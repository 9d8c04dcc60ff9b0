// Whatever lives a scenario file tells, each written as a file of its own is read back as it was.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/error.h"
#include "sim/scenario_reader.h"
#include "sim/scenario_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace syn::sim;
  ScenarioFile file;
  try {
    file = parseScenarioFile({reinterpret_cast<const char*>(data), size}, "fuzz.json");
  } catch (const syn::ContentError& error) {
    if (error.issues().empty()) std::abort();
    return 0;
  }
  for (const Scenario& life : file.lives) {
    // Not caught: what we write ourselves must be readable. Broken weeks may be rounded once.
    const std::string written = writeScenario(life);
    const Scenario again = parseScenarioFile(written, "again.json").life();
    if (writeScenario(again) != written || again.life.size() != life.life.size()) std::abort();
  }
  return 0;
}
