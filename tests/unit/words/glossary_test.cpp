#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include "base/json.h"
#include "words/language.h"
#include "words/texts.h"

// One term of the field is said with one word throughout a language. data/i18n/LANGUAGE/glossary/
// terms.json names that word, the stems by which its inflected forms are known, and the messages
// that are better said without it.

namespace syn::words {
namespace {

const std::filesystem::path kData = std::filesystem::path(SYN_SOURCE_DIR) / "data";

struct Term {
  std::string term;
  std::vector<std::string> stems;  ///< lower case
  std::set<std::string> without;   ///< keys of messages that paraphrase the term
};

std::string lowerCase(const std::string& text) {
  std::string lower;
  icu::UnicodeString::fromUTF8(text).toLower().toUTF8String(lower);
  return lower;
}

std::map<std::string, Term> glossaryOf(const std::string& language) {
  const JsonDocument document =
      JsonDocument::load(kData / "i18n" / language / "glossary" / "terms.json");
  std::map<std::string, Term> terms;
  IssueList issues;
  for (const std::string& id : document.root().keys()) {
    ObjectReader in(*document.root().find(id), issues);
    Term& term = terms[id];
    term.term = in.text("term");
    for (const std::string& stem : in.texts("stems", true)) term.stems.push_back(lowerCase(stem));
    for (const std::string& key : in.texts("without")) term.without.insert(key);
    in.finish();
  }
  issues.throwIfAny();
  return terms;
}

/// Messages as they stand in the files, in lower case, by key.
std::map<std::string, std::string> messagesOf(const std::string& language) {
  std::map<std::string, std::string> messages;
  for (const auto& entry : std::filesystem::directory_iterator(kData / "i18n" / language)) {
    if (entry.path().extension() != ".json" || entry.path().filename() == "language.json") continue;
    const JsonDocument document = JsonDocument::load(entry.path());
    for (const std::string& key : document.root().keys()) {
      messages[key] = lowerCase(document.root().find(key)->asString());
    }
  }
  return messages;
}

bool names(const Term& term, const std::string& message) {
  return std::any_of(term.stems.begin(), term.stems.end(), [&](const std::string& stem) {
    return message.find(stem) != std::string::npos;
  });
}

TEST(Glossary, HoldsTheSameEightyTermsInEveryLanguage) {
  const std::map<std::string, Term> english = glossaryOf(std::string(kSourceLanguage));
  EXPECT_GE(english.size(), 80U);
  for (const Language& language : listLanguages(kData)) {
    const std::map<std::string, Term> own = glossaryOf(language.id);
    for (const auto& [id, term] : english)
      EXPECT_TRUE(own.contains(id)) << language.id << " " << id;
    for (const auto& [id, term] : own) {
      EXPECT_TRUE(english.contains(id)) << language.id << " " << id;
      EXPECT_FALSE(term.term.empty()) << language.id << " " << id;
      EXPECT_FALSE(term.stems.empty()) << language.id << " " << id;
    }
  }
}

TEST(Glossary, ATermIsSaidWithItsWordWhereEnglishSaysIt) {
  const std::map<std::string, std::string> english = messagesOf(std::string(kSourceLanguage));
  const std::map<std::string, Term> source = glossaryOf(std::string(kSourceLanguage));
  for (const Language& language : listLanguages(kData)) {
    std::map<std::string, std::string> messages = messagesOf(language.id);
    const std::map<std::string, Term> own = glossaryOf(language.id);
    for (const auto& [id, term] : source) {
      int said = 0;
      for (const auto& [key, message] : english) {
        if (!names(term, message)) continue;
        ++said;
        if (own.at(id).without.contains(key)) continue;
        EXPECT_TRUE(names(own.at(id), messages[key])) << language.id << ": " << key << " lacks \""
                                                      << own.at(id).term << "\": " << messages[key];
      }
      EXPECT_GT(said, 0) << "no English message speaks of " << id;
      for (const std::string& key : own.at(id).without) {
        EXPECT_TRUE(english.contains(key))
            << language.id << " " << id << " names no message: " << key;
      }
    }
  }
}

}  // namespace
}  // namespace syn::words
