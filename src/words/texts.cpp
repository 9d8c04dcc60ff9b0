#include "words/texts.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "base/json.h"
#include "base/log.h"
#include "words/compiled_message.h"
#include "words/pseudo.h"

namespace syn::words {
namespace {

/// Keys with this ending name a grammatical form ("plural"); nobody reads them.
constexpr std::string_view kForm = ".form";

struct Entry {
  CompiledMessage message;
  std::string file;  // where it stands, for issues
  bool translated = true;
};
using Entries = std::map<std::string, Entry, std::less<>>;

std::string icuLocale(const Language& language) {
  return language.digits.empty() ? language.locale
                                 : language.locale + "@numbers=" + language.digits;
}

bool goodKey(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  });
}

class FolderReader {
 public:
  FolderReader(const Language& language, IssueList& issues, Entries& entries)
      : language_(language), locale_(icuLocale(language)), issues_(issues), entries_(entries) {}

  void read(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() == ".json" && entry.path().filename() != "language.json") {
        files.push_back(entry.path());
      }
    }
    std::sort(files.begin(), files.end());
    for (const std::filesystem::path& file : files) readFile(file);
  }

 private:
  void readFile(const std::filesystem::path& file) {
    try {
      const JsonDocument document = JsonDocument::load(file);
      const JsonNode root = document.root();
      if (root.kind() != JsonNode::Kind::object) {
        issues_.add(root.issue("type", "must be an object of messages by key"));
        return;
      }
      for (const std::string& key : root.keys()) readMessage(key, *root.find(key));
    } catch (const ContentError& error) {
      for (const Issue& issue : error.issues()) issues_.add(issue);
    }
  }

  void readMessage(const std::string& key, const JsonNode& node) {
    if (!goodKey(key)) {
      issues_.add(node.issue("bad-key", "a key is made of a-z, 0-9, dot, hyphen and underscore"));
      return;
    }
    if (node.kind() != JsonNode::Kind::string) {
      issues_.add(node.issue("type", "must be a message in quotes, not " + node.kindName()));
      return;
    }
    const auto before = entries_.find(key);
    if (before != entries_.end()) {
      issues_.add(
          node.issue("duplicate-key", "stands in " + before->second.file + " too; keep one"));
      return;
    }
    const bool changed = language_.pseudo && !key.ends_with(kForm);
    const std::string pattern =
        changed ? pseudoMessage(node.asString(), language_.direction) : node.asString();
    auto compiled = CompiledMessage::compile(pattern, locale_);
    if (auto* problem = std::get_if<CompiledMessage::Problem>(&compiled)) {
      issues_.add(node.issue(problem->rule, problem->sentence));
      return;
    }
    entries_.emplace(
        key, Entry{std::move(std::get<CompiledMessage>(compiled)), node.document().name(), true});
  }

  const Language& language_;
  std::string locale_;
  IssueList& issues_;
  Entries& entries_;
};

/// "region.hippocampus.dative" for "region.hippocampus.inline" and "dative".
std::string sisterKey(const std::string& key, std::string_view form) {
  return key.substr(0, key.rfind('.') + 1).append(form);
}

const Message::Argument* findArgument(const Message& message, std::string_view name) {
  for (const Message::Argument& argument : message.arguments) {
    if (argument.name == name) return &argument;
  }
  return nullptr;
}

/// The nested message a placeholder "region_dative" speaks of, and which form of it.
std::pair<const Message*, std::string_view> findForm(const Message& message,
                                                     std::string_view placeholder) {
  for (const Message::Argument& argument : message.arguments) {
    const auto* nested = std::get_if<Message>(&argument.value);
    const std::size_t length = argument.name.size();
    if (nested != nullptr && placeholder.size() > length + 1 &&
        placeholder.starts_with(argument.name) && placeholder[length] == '_') {
      return {nested, placeholder.substr(length + 1)};
    }
  }
  return {nullptr, {}};
}

}  // namespace

struct Texts::Impl {
  Impl(Language spoken, Entries messages)
      : language(std::move(spoken)),
        entries(std::move(messages)),
        numbers(icuLocale(language), language.thousandsMark) {}

  Language language;
  Entries entries;
  NumberWriter numbers;
  std::mutex lock;               // ICU's messages fill caches while they format
  std::set<std::string> warned;  // guarded by lock

  std::string say(const Message& message) {
    if (message.empty()) return {};
    const auto found = entries.find(message.key);
    if (found == entries.end()) {
      warnOnce("no message for the key '" + message.key + "'");
      return message.key;
    }
    const CompiledMessage& compiled = found->second.message;
    std::vector<CompiledMessage::NamedValue> values;
    values.reserve(compiled.placeholders().size());
    for (const std::string& name : compiled.placeholders()) {
      if (auto value = valueOf(message, name)) {
        values.emplace_back(name, std::move(*value));
      } else {
        warnOnce("the message '" + message.key + "' lacks the value '" + name + "'");
      }
    }
    std::string text;
    if (!compiled.format(values, text)) {
      warnOnce("the message '" + message.key + "' was given a text for a number or the reverse");
      return message.key;
    }
    return numbers.polish(text);
  }

 private:
  std::optional<CompiledMessage::Value> valueOf(const Message& message, const std::string& name) {
    if (const Message::Argument* argument = findArgument(message, name)) {
      if (const auto* number = std::get_if<double>(&argument->value)) return *number;
      if (const auto* text = std::get_if<std::string>(&argument->value)) return *text;
      return say(std::get<Message>(argument->value));
    }
    const auto [nested, form] = findForm(message, name);
    if (nested == nullptr) return std::nullopt;
    const std::string key = sisterKey(nested->key, form);
    return entries.contains(key) ? say(Message{key, nested->arguments}) : std::string();
  }

  void warnOnce(const std::string& warning) {
    if (warned.insert(warning).second) log::warning(warning);
  }
};

Texts::Texts(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Texts::Texts(Texts&&) noexcept = default;
Texts& Texts::operator=(Texts&&) noexcept = default;
Texts::~Texts() = default;

Texts Texts::load(const std::filesystem::path& data, std::string_view language) {
  Language spoken = findLanguage(data, language);
  const std::filesystem::path folders = data / "i18n";
  IssueList issues;
  Entries entries;
  const std::string folder = spoken.pseudo ? std::string(kSourceLanguage) : spoken.id;
  FolderReader(spoken, issues, entries).read(folders / folder);
  if (folder != kSourceLanguage) {
    Entries english;
    FolderReader(findLanguage(data, kSourceLanguage), issues, english)
        .read(folders / kSourceLanguage);
    for (auto& [key, entry] : english) {
      entry.translated = false;
      entries.emplace(key, std::move(entry));
    }
  }
  issues.throwIfAny();
  return Texts(std::make_unique<Impl>(std::move(spoken), std::move(entries)));
}

const Language& Texts::language() const {
  return impl_->language;
}

bool Texts::has(std::string_view key) const {
  return impl_->entries.contains(key);
}

std::string Texts::say(const Message& message) const {
  const std::lock_guard guard(impl_->lock);
  return impl_->say(message);
}

std::string Texts::number(double value, int decimals, Sign sign) const {
  return impl_->numbers.write(value, decimals, sign);
}

std::string Texts::percent(double fraction, int decimals, Sign sign) const {
  return say(Message{"unit.percent", {{"value", number(fraction * 100, decimals, sign)}}});
}

std::vector<std::string> Texts::keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, entry] : impl_->entries) keys.push_back(key);
  return keys;
}

bool Texts::translated(std::string_view key) const {
  const auto found = impl_->entries.find(key);
  return found != impl_->entries.end() && found->second.translated;
}

std::vector<std::string> Texts::placeholders(std::string_view key) const {
  const auto found = impl_->entries.find(key);
  return found == impl_->entries.end() ? std::vector<std::string>()
                                       : found->second.message.placeholders();
}

}  // namespace syn::words
