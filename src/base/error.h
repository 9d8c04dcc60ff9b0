#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace syn {

/// Base of every failure the program reports. `what()` is one sentence fit to show to a person.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Work refused before it began, because of what was asked or where: content with mistakes, a
/// folder that cannot be written, no OpenGL. Nothing was changed. Exit code 2 in the command line.
class RefusedError : public Error {
 public:
  using Error::Error;
};

/// One thing wrong with content we read: where it is, and what to do about it.
struct Issue {
  std::string file;     ///< path as given by the user; empty when the content has none
  int line = 0;         ///< 1-based; 0 when unknown or meaningless (binary files)
  std::string place;    ///< field, as a JSON pointer ("/person/age"), or a part of a mesh
  std::string rule;     ///< short stable id of the broken rule ("unknown-key", "out-of-range")
  std::string message;  ///< sentence that says what is wrong and what to change

  /// "file:line: place: message", leaving out what is unknown.
  [[nodiscard]] std::string text() const;
};

/// Everything wrong with one or more pieces of content. Collect first, then `throwIfAny`.
class IssueList {
 public:
  void add(Issue issue) { issues_.push_back(std::move(issue)); }
  [[nodiscard]] bool empty() const { return issues_.empty(); }
  [[nodiscard]] std::size_t size() const { return issues_.size(); }
  [[nodiscard]] const std::vector<Issue>& all() const { return issues_; }
  /// Throws ContentError with every issue when there is at least one.
  void throwIfAny() const;

 private:
  std::vector<Issue> issues_;
};

/// Content that was refused as a whole; nothing of it is kept.
class ContentError : public RefusedError {
 public:
  explicit ContentError(std::vector<Issue> issues);
  explicit ContentError(Issue issue);
  [[nodiscard]] const std::vector<Issue>& issues() const { return issues_; }

 private:
  std::vector<Issue> issues_;
};

/// The candidate nearest to `word` by edit distance, or empty when none is near ("did you mean
/// ...").
[[nodiscard]] std::string nearestWord(std::string_view word,
                                      const std::vector<std::string>& candidates);

}  // namespace syn
