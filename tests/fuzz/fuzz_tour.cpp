// Whatever the bytes, a tour is refused with issues, or every step of it can be shown.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>

#include "base/error.h"
#include "base/resources.h"
#include "session/guide/tour.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace syn::session;
  static const auto kContent = loadModelContent(syn::Resources::find().data);
  try {
    const Tour tour = readTour({reinterpret_cast<const char*>(data), size}, "fuzz.json", *kContent);
    std::set<std::string> ids;
    for (const TourStep& step : tour.steps) {
      if (!ids.insert(step.id).second) std::abort();
      // A Moment that was read can be written and read.
      const std::string written = writeMoment(step.moment, *kContent);
      (void)readMoment(written, "step.json", *kContent);
    }
    if (ids.empty()) std::abort();
  } catch (const syn::ContentError& error) {
    if (error.issues().empty() || error.issues().front().file == "step.json") std::abort();
  }
  return 0;
}
