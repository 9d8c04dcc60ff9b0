#include "base/json.h"

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <unordered_set>

#include <nlohmann/json.hpp>

#include "base/did_you_mean.h"
#include "base/files.h"

namespace syn {
namespace {

using Json = nlohmann::ordered_json;

const Json& value(const void* pointer) {
  return *static_cast<const Json*>(pointer);
}

std::string escapePointer(std::string_view key) {
  std::string out;
  for (const char c : key) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

// Counts lines while nlohmann's lexer pulls characters. The lexer looks at most one character
// ahead, so the line of the last character that is not white space is the line of the token.
struct Cursor {
  int line = 1;
  int tokenLine = 1;
};

class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, Cursor* cursor) : at_(at), cursor_(cursor) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    if (*at_ == '\n') {
      ++cursor_->line;
    } else if (*at_ != ' ' && *at_ != '\t' && *at_ != '\r') {
      cursor_->tokenLine = cursor_->line;
    }
    ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator old = *this;
    ++*this;
    return old;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ != b.at_;
  }

 private:
  const char* at_;
  Cursor* cursor_;
};

constexpr std::size_t kMaxDepth = 64;

}  // namespace

struct JsonDocument::Data {
  Json root;
  std::map<std::string, int, std::less<>> lines;  // JSON pointer -> line
};

namespace {

class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(const Cursor& cursor, std::string file, std::map<std::string, int, std::less<>>& lines)
      : cursor_(cursor), file_(std::move(file)), lines_(lines) {}

  bool null() override { return put(nullptr); }
  bool boolean(bool v) override { return put(v); }
  bool number_integer(number_integer_t v) override { return put(v); }
  bool number_unsigned(number_unsigned_t v) override { return put(v); }
  bool number_float(number_float_t v, const string_t& text) override {
    if (!std::isfinite(v)) return refuse("number", "the number " + text + " is too large");
    return put(v);
  }
  bool string(string_t& v) override { return put(std::move(v)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& v) override {
    if (keys_.back().size() >= JsonDocument::kMaxKeys) {
      return refuse(
          "too-many-keys",
          "one object has more than " + std::to_string(JsonDocument::kMaxKeys) + " keys; split it");
    }
    if (!keys_.back().insert(v).second) {
      return refuse("duplicate-key", "the key \"" + v + "\" stands twice in one object; keep one");
    }
    key_ = std::move(v);
    return true;
  }
  bool parse_error(std::size_t, const std::string& token,
                   const nlohmann::detail::exception& error) override {
    std::string what = error.what();
    if (const auto colon = what.rfind(": "); colon != std::string::npos && what.size() > 160) {
      what = what.substr(colon + 2);
    }
    if (const auto bracket = what.find("] "); bracket != std::string::npos) {
      what = what.substr(bracket + 2);
    }
    (void)token;
    return refuse("syntax", "not valid JSON: " + what);
  }

  Json take() { return std::move(root_); }
  [[nodiscard]] const std::optional<Issue>& issue() const { return issue_; }

 private:
  bool refuse(std::string rule, std::string message) {
    issue_ = Issue{file_, cursor_.tokenLine, path(), std::move(rule), std::move(message)};
    return false;
  }

  [[nodiscard]] std::string path() const { return paths_.empty() ? "" : paths_.back(); }

  Json* attach(Json v, std::string& where) {
    if (stack_.empty()) {
      root_ = std::move(v);
      where = "";
      return &root_;
    }
    Json& parent = *stack_.back();
    if (parent.is_array()) {
      where = paths_.back() + "/" + std::to_string(parent.size());
      parent.push_back(std::move(v));
      return &parent.back();
    }
    where = paths_.back() + "/" + escapePointer(key_);
    // The key is new, so appending spares the map its search.
    auto& members = parent.get_ref<Json::object_t&>();
    return &members.Container::emplace_back(key_, std::move(v)).second;
  }

  bool put(Json v) {
    std::string where;
    attach(std::move(v), where);
    return note(std::move(where));
  }

  bool note(std::string where) {
    if (lines_.size() >= JsonDocument::kMaxValues) {
      return refuse("too-many-values", "holds more than " +
                                           std::to_string(JsonDocument::kMaxValues) +
                                           " values; split the file");
    }
    lines_.emplace(std::move(where), cursor_.tokenLine);
    return true;
  }

  bool open(Json v) {
    if (stack_.size() >= kMaxDepth) return refuse("depth", "nested too deeply");
    std::string where;
    Json* place = attach(std::move(v), where);
    if (!note(where)) return false;
    stack_.push_back(place);
    keys_.emplace_back();
    paths_.push_back(std::move(where));
    return true;
  }

  bool close() {
    stack_.pop_back();
    keys_.pop_back();
    paths_.pop_back();
    return true;
  }

  const Cursor& cursor_;
  std::string file_;
  std::map<std::string, int, std::less<>>& lines_;
  Json root_;
  std::vector<Json*> stack_;  // stable: a parent does not grow while its child is open
  std::vector<std::unordered_set<std::string>> keys_;  // of each open object, to find a second one
  std::vector<std::string> paths_;
  std::string key_;
  std::optional<Issue> issue_;
};

}  // namespace

JsonDocument::JsonDocument() : data_(std::make_unique<Data>()) {}
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;

JsonDocument JsonDocument::load(const std::filesystem::path& file) {
  return parse(readFile(file, kMaxBytes), file.string());
}

JsonDocument JsonDocument::parse(std::string_view text, std::string name) {
  JsonDocument document;
  document.name_ = std::move(name);
  Cursor cursor;
  Builder builder(cursor, document.name_, document.data_->lines);
  const bool complete =
      Json::sax_parse(CountingIterator(text.data(), &cursor),
                      CountingIterator(text.data() + text.size(), &cursor), &builder);
  if (!complete) {
    throw ContentError(builder.issue().value_or(
        Issue{document.name_, cursor.tokenLine, "", "syntax", "not valid JSON"}));
  }
  document.data_->root = builder.take();
  return document;
}

JsonNode JsonDocument::root() const {
  return {this, &data_->root, ""};
}

JsonNode::Kind JsonNode::kind() const {
  const Json& v = value(value_);
  if (v.is_object()) return Kind::object;
  if (v.is_array()) return Kind::array;
  if (v.is_string()) return Kind::string;
  if (v.is_boolean()) return Kind::boolean;
  if (v.is_number()) return Kind::number;
  return Kind::null;
}

namespace {
std::string nameOf(JsonNode::Kind kind) {
  switch (kind) {
    case JsonNode::Kind::object:
      return "an object";
    case JsonNode::Kind::array:
      return "a list";
    case JsonNode::Kind::string:
      return "a text";
    case JsonNode::Kind::boolean:
      return "true or false";
    case JsonNode::Kind::number:
      return "a number";
    case JsonNode::Kind::null:
      break;
  }
  return "null";
}

std::string shortNumber(double v) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%g", v);
  return buffer;
}

std::string rangeText(const Range& range) {
  // The unit "0..1" only repeats the range.
  const bool told =
      range.unit.empty() || range.unit == shortNumber(range.low) + ".." + shortNumber(range.high);
  const std::string unit = told ? "" : " " + std::string(range.unit);
  if (std::isinf(range.high)) return "at least " + shortNumber(range.low) + unit;
  if (std::isinf(range.low)) return "at most " + shortNumber(range.high) + unit;
  return "between " + shortNumber(range.low) + " and " + shortNumber(range.high) + unit;
}

bool inside(double v, const Range& range) {
  return v >= range.low && v <= range.high;
}

std::string listText(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}
}  // namespace

std::string JsonNode::kindName() const {
  return nameOf(kind());
}

int JsonNode::line() const {
  const auto& lines = document_->data_->lines;
  const auto found = lines.find(path_);
  return found == lines.end() ? 0 : found->second;
}

std::size_t JsonNode::size() const {
  const Json& v = value(value_);
  return v.is_structured() ? v.size() : 0;
}

JsonNode JsonNode::at(std::size_t index) const {
  return {document_, &value(value_).at(index), path_ + "/" + std::to_string(index)};
}

std::optional<JsonNode> JsonNode::find(std::string_view key) const {
  const Json& v = value(value_);
  if (!v.is_object()) return std::nullopt;
  const auto found = v.find(std::string(key));
  if (found == v.end()) return std::nullopt;
  return JsonNode(document_, &*found, path_ + "/" + escapePointer(key));
}

std::vector<std::string> JsonNode::keys() const {
  std::vector<std::string> out;
  const Json& v = value(value_);
  if (v.is_object()) {
    for (const auto& member : v.items()) out.push_back(member.key());
  }
  return out;
}

double JsonNode::asNumber() const {
  return value(value_).get<double>();
}
bool JsonNode::isInteger() const {
  const Json& v = value(value_);
  if (!v.is_number()) return false;
  const double number = v.get<double>();
  return std::floor(number) == number;
}
bool JsonNode::asBool() const {
  return value(value_).get<bool>();
}
std::string JsonNode::asString() const {
  return value(value_).get<std::string>();
}

Issue JsonNode::issue(std::string rule, std::string message) const {
  return {document_->name(), line(), path_.empty() ? "/" : path_, std::move(rule),
          std::move(message)};
}

ObjectReader::ObjectReader(JsonNode node, IssueList& issues)
    : node_(std::move(node)), issues_(issues), usable_(node_.kind() == JsonNode::Kind::object) {
  if (!usable_) {
    issues_.add(node_.issue("type", "must be an object in braces, not " + node_.kindName()));
  }
}

bool ObjectReader::has(std::string_view key) const {
  return usable_ && node_.find(key).has_value();
}

void ObjectReader::fail(std::string_view key, std::string rule, std::string message) {
  const auto member = node_.find(key);
  if (member) {
    issues_.add(member->issue(std::move(rule), std::move(message)));
  } else {
    issues_.add(node_.issue(std::move(rule), std::move(message)));
  }
}

std::optional<JsonNode> ObjectReader::raw(std::string_view key) {
  known_.emplace(key);
  return usable_ ? node_.find(key) : std::nullopt;
}

std::optional<JsonNode> ObjectReader::take(std::string_view key, bool required,
                                           JsonNode::Kind kind) {
  auto member = raw(key);
  if (!member) {
    if (required && usable_) {
      fail(key, "missing-key", "\"" + std::string(key) + "\" is missing; add it");
    }
    return std::nullopt;
  }
  if (member->kind() != kind) {
    fail(key, "type", "must be " + nameOf(kind) + ", not " + member->kindName());
    return std::nullopt;
  }
  return member;
}

std::optional<double> ObjectReader::optionalNumber(std::string_view key, Range range) {
  const auto member = take(key, false, JsonNode::Kind::number);
  if (!member) return std::nullopt;
  const double v = member->asNumber();
  if (!inside(v, range)) {
    fail(key, "out-of-range", "is " + shortNumber(v) + "; it must be " + rangeText(range));
    return std::nullopt;
  }
  return v;
}

double ObjectReader::number(std::string_view key, Range range) {
  if (!take(key, true, JsonNode::Kind::number)) return 0;
  return optionalNumber(key, range).value_or(0);
}

double ObjectReader::number(std::string_view key, Range range, double fallback) {
  return optionalNumber(key, range).value_or(fallback);
}

int ObjectReader::integer(std::string_view key, Range range, int fallback) {
  range.low = std::max(range.low, -2147483647.0);
  range.high = std::min(range.high, 2147483647.0);
  const auto v = optionalNumber(key, range);
  if (!v) return fallback;
  if (std::floor(*v) != *v) {
    fail(key, "type", "is " + shortNumber(*v) + "; it must be a whole number");
    return fallback;
  }
  return static_cast<int>(*v);
}

int ObjectReader::integer(std::string_view key, Range range) {
  if (!take(key, true, JsonNode::Kind::number)) return 0;
  return integer(key, range, 0);
}

bool ObjectReader::boolean(std::string_view key, bool fallback) {
  const auto member = take(key, false, JsonNode::Kind::boolean);
  return member ? member->asBool() : fallback;
}

std::string ObjectReader::text(std::string_view key) {
  const auto member = take(key, true, JsonNode::Kind::string);
  return member ? member->asString() : std::string();
}

std::string ObjectReader::text(std::string_view key, std::string fallback) {
  const auto member = take(key, false, JsonNode::Kind::string);
  return member ? member->asString() : std::move(fallback);
}

std::string ObjectReader::oneOf(std::string_view key, const std::vector<std::string>& words,
                                std::string fallback) {
  const auto member = take(key, false, JsonNode::Kind::string);
  if (!member) return fallback;
  std::string word = member->asString();
  for (const std::string& known : words) {
    if (known == word) return word;
  }
  fail(
      key, "unknown-word",
      "\"" + word + "\" is not known" + didYouMean(word, words, "; use one of " + listText(words)));
  return fallback;
}

std::string ObjectReader::oneOf(std::string_view key, const std::vector<std::string>& words) {
  if (!take(key, true, JsonNode::Kind::string)) return {};
  return oneOf(key, words, {});
}

std::vector<JsonNode> ObjectReader::array(std::string_view key, bool required) {
  std::vector<JsonNode> out;
  if (const auto member = take(key, required, JsonNode::Kind::array)) {
    for (std::size_t i = 0; i < member->size(); ++i) out.push_back(member->at(i));
  }
  return out;
}

std::vector<std::string> ObjectReader::texts(std::string_view key, bool required) {
  std::vector<std::string> out;
  for (const JsonNode& element : array(key, required)) {
    if (element.kind() == JsonNode::Kind::string) {
      out.push_back(element.asString());
    } else {
      issues_.add(element.issue("type", "must be a text, not " + element.kindName()));
    }
  }
  return out;
}

std::vector<double> ObjectReader::numbers(std::string_view key, Range range, bool required) {
  std::vector<double> out;
  for (const JsonNode& element : array(key, required)) {
    if (element.kind() != JsonNode::Kind::number) {
      issues_.add(element.issue("type", "must be a number, not " + element.kindName()));
    } else if (!inside(element.asNumber(), range)) {
      issues_.add(element.issue("out-of-range", "is " + shortNumber(element.asNumber()) +
                                                    "; it must be " + rangeText(range)));
    } else {
      out.push_back(element.asNumber());
    }
  }
  return out;
}

std::optional<JsonNode> ObjectReader::object(std::string_view key, bool required) {
  return take(key, required, JsonNode::Kind::object);
}

void ObjectReader::finish() {
  if (!usable_) return;
  const std::vector<std::string> known(known_.begin(), known_.end());
  for (const std::string& key : node_.keys()) {
    if (known_.contains(key)) continue;
    fail(key, "unknown-key",
         "\"" + key + "\" is not known here" +
             didYouMean(key, known, "; remove it or use one of " + listText(known)));
  }
}

}  // namespace syn
