#include "session/guide/tour.h"

#include <algorithm>
#include <numeric>

#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/files.h"

namespace syn::session {

double Tour::minutes() const {
  return std::accumulate(steps.begin(), steps.end(), 0.0,
                         [](double sum, const TourStep& step) { return sum + step.minutes; });
}

Tour loadTour(const std::filesystem::path& file, const Content& content) {
  return readTour(readFile(file, JsonDocument::kMaxBytes), file.string(), content);
}

std::vector<std::string> tourNames(const std::filesystem::path& data) {
  std::vector<std::string> names;
  if (!std::filesystem::is_directory(data / "tours")) return names;
  for (const auto& file : std::filesystem::directory_iterator(data / "tours")) {
    if (file.path().extension() == ".json") names.push_back(file.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

std::filesystem::path findTour(const std::filesystem::path& data, const std::string& word) {
  const std::filesystem::path own = data / "tours" / (word + ".json");
  if (std::filesystem::is_regular_file(own)) return own;
  if (std::filesystem::is_regular_file(word)) return word;
  throw RefusedError("There is no tour \"" + word + "\"" + didYouMean(word, tourNames(data)) +
                     " \"tour list\" names them all; a file can be given by its path.");
}

}  // namespace syn::session
