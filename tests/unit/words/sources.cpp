#include "sources.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace syn::words {
namespace {

class Scanner {
 public:
  Scanner(std::string text, std::string file) : text_(std::move(text)), file_(std::move(file)) {}

  std::vector<Literal> scan() {
    while (at_ < text_.size()) step();
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool starts(std::string_view word) const {
    return text_.compare(at_, word.size(), word) == 0;
  }
  void skipTo(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    const std::size_t stop = found == std::string::npos ? text_.size() : found + end.size();
    line_ += static_cast<int>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                         text_.begin() + static_cast<std::ptrdiff_t>(stop), '\n'));
    at_ = stop;
  }

  void step() {
    const char c = text_[at_];
    if (starts("//")) return skipTo("\n");
    if (starts("/*")) return skipTo("*/");
    if (starts("#include")) return skipTo("\n");
    if (c == '\'' && at_ > 0 && std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) == 0) {
      return skipCharacter();
    }
    if (c == '"') return readLiteral();
    if (c == '\n') ++line_;
    if (c == ';' || c == '}' || (c == '{' && last_ == ')')) statement_.clear();
    statement_ += c;
    if (std::isspace(static_cast<unsigned char>(c)) == 0) {
      adjacent_ = false;
      last_ = c;
    }
    ++at_;
  }

  void skipCharacter() {
    for (++at_; at_ < text_.size() && text_[at_] != '\'' && text_[at_] != '\n'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    ++at_;
  }

  void readLiteral() {
    std::string literal;
    for (++at_; at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\n'; ++at_) {
      literal += text_[at_];
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) literal += text_[++at_];
    }
    ++at_;
    if (adjacent_) {
      found_.back().text += literal;
    } else {
      found_.push_back({file_, line_, literal, statement_});
    }
    adjacent_ = true;
    statement_ += "\"\"";
  }

  std::string text_, file_, statement_;
  std::size_t at_ = 0;
  int line_ = 1;
  char last_ = 0;          // that is no blank
  bool adjacent_ = false;  // only blanks since the last literal
  std::vector<Literal> found_;
};

}  // namespace

std::vector<Literal> literalsIn(const std::filesystem::path& root, const std::string& folder) {
  std::vector<Literal> all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cpp" && extension != ".qml") continue;
    std::ifstream in(entry.path());
    std::stringstream content;
    content << in.rdbuf();
    const std::string file = std::filesystem::relative(entry.path(), root).generic_string();
    for (Literal& literal : Scanner(content.str(), file).scan()) all.push_back(std::move(literal));
  }
  return all;
}

}  // namespace syn::words
