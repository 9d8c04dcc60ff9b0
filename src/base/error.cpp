#include "base/error.h"

#include <algorithm>
#include <numeric>

namespace syn {

std::string Issue::text() const {
  std::string out = file;
  if (line > 0) out += (out.empty() ? "line " : ":") + std::to_string(line);
  if (!out.empty()) out += ": ";
  if (!place.empty()) out += place + ": ";
  return out + message;
}

namespace {
std::string summary(const std::vector<Issue>& issues) {
  std::string out;
  for (const Issue& issue : issues) {
    if (!out.empty()) out += '\n';
    out += issue.text();
  }
  return out;
}
}  // namespace

void IssueList::throwIfAny() const {
  if (!issues_.empty()) throw ContentError(issues_);
}

ContentError::ContentError(std::vector<Issue> issues)
    : RefusedError(summary(issues)), issues_(std::move(issues)) {}

ContentError::ContentError(Issue issue) : ContentError(std::vector<Issue>{std::move(issue)}) {}

std::string nearestWord(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t bestDistance = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    std::vector<std::size_t> row(candidate.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= word.size(); ++i) {
      std::size_t diagonal = row[0];
      row[0] = i;
      for (std::size_t j = 1; j <= candidate.size(); ++j) {
        const std::size_t above = row[j];
        const std::size_t replace = diagonal + (word[i - 1] == candidate[j - 1] ? 0 : 1);
        row[j] = std::min({above + 1, row[j - 1] + 1, replace});
        diagonal = above;
      }
    }
    if (row.back() < bestDistance) {
      bestDistance = row.back();
      best = candidate;
    }
  }
  return best;
}

}  // namespace syn
