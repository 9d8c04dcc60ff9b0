#pragma once

#include <filesystem>
#include <initializer_list>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace syn {

class JsonDocument;

/// A place in a JSON document: a value, its path and its line. Cheap to copy; lives as long as the
/// document it came from.
class JsonNode {
 public:
  enum class Kind { null, boolean, number, string, array, object };

  [[nodiscard]] Kind kind() const;
  [[nodiscard]] std::string kindName() const;
  [[nodiscard]] const std::string& path() const { return path_; }  ///< JSON pointer, "" is the root
  [[nodiscard]] int line() const;                                  ///< 1-based
  [[nodiscard]] std::size_t size() const;              ///< of an array or object, else 0
  [[nodiscard]] JsonNode at(std::size_t index) const;  ///< element of an array
  [[nodiscard]] std::optional<JsonNode> find(std::string_view key) const;  ///< member of an object
  [[nodiscard]] std::vector<std::string> keys() const;  ///< of an object, in file order
  [[nodiscard]] double asNumber() const;                ///< precondition: kind() == number
  [[nodiscard]] bool isInteger() const;
  [[nodiscard]] bool asBool() const;
  [[nodiscard]] std::string asString() const;
  [[nodiscard]] const JsonDocument& document() const { return *document_; }

  /// An issue at this place, with file and line filled in.
  [[nodiscard]] Issue issue(std::string rule, std::string message) const;

 private:
  friend class JsonDocument;
  JsonNode(const JsonDocument* document, const void* value, std::string path)
      : document_(document), value_(value), path_(std::move(path)) {}

  const JsonDocument* document_;
  const void* value_;
  std::string path_;
};

/// A parsed JSON text that knows on which line each value stands. Duplicate keys, comments and
/// anything after the end are refused, and so is what is over the limits: time and memory of
/// reading are bounded whatever the text.
class JsonDocument {
 public:
  static constexpr std::size_t kMaxBytes = std::size_t{64} << 20;
  static constexpr std::size_t kMaxValues = 500'000;  ///< each takes some 150 bytes of memory
  static constexpr std::size_t kMaxKeys = 5000;       ///< of one object: looking one up is linear

  /// Throws ContentError: file missing, unreadable, over the limits, or not JSON.
  static JsonDocument load(const std::filesystem::path& file);
  /// `name` stands for the file in messages.
  static JsonDocument parse(std::string_view text, std::string name);

  JsonDocument(JsonDocument&&) noexcept;
  JsonDocument& operator=(JsonDocument&&) noexcept;
  ~JsonDocument();

  [[nodiscard]] JsonNode root() const;
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  friend class JsonNode;
  struct Data;
  JsonDocument();
  std::string name_;
  std::unique_ptr<Data> data_;
};

/// Closed range a number must lie in; `unit` is for the message only ("h/week").
struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  std::string_view unit = "";
};

/// Reads the members of one JSON object, collecting every issue instead of stopping at the first.
/// On an issue the returned value is a harmless default. `finish()` reports members never asked
/// for.
class ObjectReader {
 public:
  ObjectReader(JsonNode node, IssueList& issues);

  [[nodiscard]] bool has(std::string_view key) const;
  double number(std::string_view key, Range range = {});
  double number(std::string_view key, Range range, double fallback);  ///< member may be absent
  std::optional<double> optionalNumber(std::string_view key, Range range = {});
  int integer(std::string_view key, Range range = {});
  int integer(std::string_view key, Range range, int fallback);
  bool boolean(std::string_view key, bool fallback);
  std::string text(std::string_view key);
  std::string text(std::string_view key, std::string fallback);
  /// A word out of a closed list; the message names the nearest one.
  std::string oneOf(std::string_view key, const std::vector<std::string>& words);
  std::string oneOf(std::string_view key, const std::vector<std::string>& words,
                    std::string fallback);
  std::vector<std::string> texts(std::string_view key, bool required = false);
  std::vector<double> numbers(std::string_view key, Range range = {}, bool required = true);
  /// Elements of an array member; empty when absent and not required.
  std::vector<JsonNode> array(std::string_view key, bool required = true);
  std::optional<JsonNode> object(std::string_view key, bool required = true);
  /// Any member, marked as known, for callers that read it themselves.
  std::optional<JsonNode> raw(std::string_view key);
  /// Members that were not asked for become issues. Call once, last.
  void finish();

  [[nodiscard]] const JsonNode& node() const { return node_; }
  IssueList& issues() { return issues_; }
  void fail(std::string_view key, std::string rule, std::string message);

 private:
  std::optional<JsonNode> take(std::string_view key, bool required, JsonNode::Kind kind);

  JsonNode node_;
  IssueList& issues_;
  std::set<std::string, std::less<>> known_;
  bool usable_;
};

}  // namespace syn
