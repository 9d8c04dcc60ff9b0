#include "session/guide/tour.h"

#include <algorithm>
#include <numeric>

#include "base/did_you_mean.h"
#include "base/error.h"
#include "base/files.h"

namespace syn::session {
namespace {

Message citationOf(const Finding& finding) {
  if (finding.verified == "memory") {
    return {"tour.source_provisional", {{"source", finding.citation()}}};
  }
  return {"tour.own_words", {{"text", finding.citation()}}};
}

}  // namespace

Message sourcesOf(const TourStep& step, const Catalogue& catalogue) {
  Message all;
  for (auto id = step.evidence.rbegin(); id != step.evidence.rend(); ++id) {
    Message one = citationOf(*catalogue.evidence.find(*id));
    all = all.empty() ? std::move(one)
                      : Message{"tour.sources_more", {{"first", std::move(one)}, {"rest", all}}};
  }
  return all.empty() ? all : Message{"tour.sources", {{"sources", std::move(all)}}};
}

double Tour::minutes() const {
  return std::accumulate(steps.begin(), steps.end(), 0.0,
                         [](double sum, const TourStep& step) { return sum + step.minutes; });
}

Tour loadTour(const std::filesystem::path& file, const Content& content) {
  return readTour(readFile(file, JsonDocument::kMaxBytes), file.string(), content);
}

std::vector<std::string> tourNames(const std::filesystem::path& data) {
  return jsonNamesIn(data / "tours");
}

std::filesystem::path findTour(const std::filesystem::path& data, const std::string& word) {
  const std::filesystem::path own = data / "tours" / (word + ".json");
  if (std::filesystem::is_regular_file(own)) return own;
  if (std::filesystem::is_regular_file(word)) return word;
  throw RefusedError("There is no tour \"" + word + "\"" + didYouMean(word, tourNames(data)) +
                     " \"tour list\" names them all; a file can be given by its path.");
}

}  // namespace syn::session
