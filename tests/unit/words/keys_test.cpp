// Every key that is asked for has a message, and every message is asked for. Reads C++, QML and
// data as text.
#include <fstream>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "sources.h"
#include "words/texts.h"

namespace syn::words {
namespace {

const std::filesystem::path kRoot = SYN_SOURCE_DIR;
const std::filesystem::path kData = kRoot / "data";

/// Ids by the files that list them.
std::vector<std::string> filesOf(const std::string& folder) {
  std::vector<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(kData / folder)) {
    if (entry.path().extension() == ".json") ids.push_back(entry.path().stem().string());
  }
  return ids;
}

std::vector<std::string> idsIn(const std::string& file, const std::string& list) {
  std::vector<std::string> ids;
  const JsonDocument document = JsonDocument::load(kData / file);
  const JsonNode rows = *document.root().find(list);
  for (std::size_t i = 0; i < rows.size(); ++i) ids.push_back(rows.at(i).find("id")->asString());
  return ids;
}

std::vector<std::string> livedIds() {
  std::vector<std::string> ids = filesOf("exposures");
  for (std::string& id : filesOf("circuits")) ids.push_back(std::move(id));
  return ids;
}

/// A scenario, and each of its lives: "21_two_lives_at_80", "21_two_lives_at_80.hard".
std::vector<std::string> lifeIds() {
  std::vector<std::string> ids;
  for (const char* folder : {"scenarios", "scenarios/phenomena"}) {
    for (const std::string& id : filesOf(folder)) {
      ids.push_back(id);
      const JsonDocument document = JsonDocument::load(kData / folder / (id + ".json"));
      const auto lives = document.root().find("lives");
      if (!lives) continue;
      for (const std::string& life : lives->keys()) ids.push_back(id + "." + life);
    }
  }
  return ids;
}

std::vector<std::string> systems() {
  std::set<std::string> found;
  const JsonDocument document = JsonDocument::load(kData / "regions" / "regions.json");
  const JsonNode rows = *document.root().find("regions");
  for (std::size_t i = 0; i < rows.size(); ++i) found.insert(rows.at(i).find("system")->asString());
  return {found.begin(), found.end()};
}

/// What the tours say: the keys of their steps.
std::vector<std::string> tourKeys() {
  std::vector<std::string> keys;
  for (const std::string& id : filesOf("tours")) {
    const JsonDocument document = JsonDocument::load(kData / "tours" / (id + ".json"));
    const JsonNode steps = *document.root().find("steps");
    keys.insert(keys.end(), {id + ".title", id + ".summary"});
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const std::string step = id + "." + steps.at(i).find("id")->asString();
      keys.push_back(step + ".caption");
      const auto notes = steps.at(i).find("notes");
      for (int note = 1; notes && note <= notes->asNumber(); ++note) {
        keys.push_back(step + ".note_" + std::to_string(note));
      }
      if (steps.at(i).find("question")) keys.push_back(step + ".question");
    }
  }
  return keys;
}

/// Keys that are put together at run time: prefix, id, ending. The one place that declares them.
struct Family {
  std::string prefix;
  std::vector<std::string> ids;
  std::vector<std::string> required;  ///< endings every id has
  std::vector<std::string> optional;  ///< endings an id may have
};

std::vector<Family> families() {
  return {
      {"region.",
       idsIn("regions/regions.json", "regions"),
       {".name", ".inline", ".description", ".what_changes_it"},
       {".abbreviation", ".form", ".synonyms"}},
      {"system.", systems(), {""}, {}},
      {"standing.", idsIn("evidence/quantities.json", "quantities"), {""}, {}},
      {"lane.", livedIds(), {""}, {}},
      {"dose.", livedIds(), {""}, {}},
      {"cause.", livedIds(), {""}, {".less"}},
      {"scenario.", filesOf("scenarios"), {".title", ".summary"}, {}},
      {"scenario.", lifeIds(), {".title"}, {".summary"}},
      {"tour.", tourKeys(), {""}, {}},
      {"look.", filesOf("looks"), {""}, {}},
      {"caption.", filesOf("moments/phenomena"), {""}, {}},
      {"action.view.", filesOf("looks"), {"", ".help"}, {}},
      {"action.span.",
       {"skill", "target", "path", "region", "hemisphere", "novelty", "challenge"},
       {"", ".help"},
       {}},
      // Rules of the model that refuse a life.
      {"refusal.",
       {"contradiction", "crowded_week", "empty_span", "excluded", "missing", "out_of_range",
        "overlap", "reversed_span", "span", "unknown_connection", "unknown_field",
        "unknown_hemisphere", "unknown_path", "unknown_region", "unknown_skill", "unknown_target"},
       {""},
       {}},
      {"sentence.", {"volume", "density"}, {".more", ".less", ".same"}, {}},
      {"sentence.unchanged.", {"volume", "density", "both"}, {""}, {}},
      {"sentence.norm.", {"above", "below"}, {"", ".helped", ".harmed", ".both"}, {}},
      {"sentence.norm.", {"same"}, {"", ".both"}, {}},
      {"legend.exaggeration", {""}, {"", ".sign", ".clamped"}, {}},
  };
}

/// Endings that go with any key.
const std::regex kFacet(R"((\.hint|\.help|\.short)$)");

std::set<std::string> literalKeys() {
  static const std::regex kKey(R"(^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$|^loading$)");
  std::set<std::string> keys;
  for (const char* folder :
       {"src/scene", "src/session", "src/render", "src/ui", "src/words", "src/app", "src/cli"}) {
    for (const Literal& literal : literalsIn(kRoot, folder)) {
      if (std::regex_match(literal.text, kKey)) keys.insert(literal.text);
    }
  }
  return keys;
}

/// Actions and properties are registered under their ids; their names are "action.<id>" and
/// "property.<id>".
bool registered(const std::set<std::string>& literals, const std::string& key) {
  for (const std::string_view prefix : {"action.", "property."}) {
    if (key.starts_with(prefix) && literals.contains(key.substr(prefix.size()))) return true;
  }
  return false;
}

std::set<std::string> familyKeys(bool requiredOnly) {
  std::set<std::string> keys;
  for (const Family& family : families()) {
    for (const std::string& id : family.ids) {
      for (const std::string& end : family.required) keys.insert(family.prefix + id + end);
      if (requiredOnly) continue;
      for (const std::string& end : family.optional) keys.insert(family.prefix + id + end);
    }
  }
  return keys;
}

TEST(Keys, WhatIsPutTogetherAtRunTimeHasWords) {
  const Texts texts = Texts::load(kData, kSourceLanguage);
  for (const std::string& key : familyKeys(true)) EXPECT_TRUE(texts.has(key)) << key;
}

TEST(Keys, WhatIsAskedForHasWords) {
  const Texts texts = Texts::load(kData, kSourceLanguage);
  // What QML asks for, and what C++ hands over as a message or to `say`.
  static const std::regex kAsked(
      R"((App\.t\(|\bsay\(|Message\{|Message[a-z A-Z]*\{|QStringLiteral\(|\? )\s*$)");
  static const std::regex kKey(R"(^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$)");
  int found = 0;
  for (const char* folder : {"src/scene", "src/session", "src/render", "src/ui"}) {
    for (const Literal& literal : literalsIn(kRoot, folder)) {
      const bool asked = literal.statement.find("App.t(") != std::string::npos ||
                         literal.statement.find("Message") != std::string::npos ||
                         literal.statement.find("say(") != std::string::npos ||
                         std::regex_search(literal.statement, kAsked);
      if (!asked || !std::regex_match(literal.text, kKey)) continue;
      const bool actionId =
          texts.has("action." + literal.text) || texts.has("property." + literal.text);
      if (actionId || literal.text.ends_with(".qml")) continue;
      ++found;
      EXPECT_TRUE(texts.has(literal.text))
          << literal.text << " in " << literal.file << ":" << literal.line;
    }
  }
  EXPECT_GT(found, 60) << "the scan no longer finds keys";
}

TEST(Keys, EveryMessageIsAskedFor) {
  const Texts texts = Texts::load(kData, kSourceLanguage);
  const std::set<std::string> literals = literalKeys();
  const std::set<std::string> dynamic = familyKeys(false);
  for (const std::string& key : texts.keys()) {
    const std::string plain = std::regex_replace(key, kFacet, "");
    const bool used = literals.contains(key) || dynamic.contains(key) || literals.contains(plain) ||
                      registered(literals, plain);
    EXPECT_TRUE(used) << key << " is not used; remove it, or declare its family in this test";
  }
}

// --- languages -----------------------------------------------------------------------------------

/// Names of values without the grammatical forms a language may add.
std::set<std::string> valuesOf(const Texts& texts, const std::string& key) {
  const std::vector<std::string> all = texts.placeholders(key);
  std::set<std::string> values;
  for (const std::string& name : all) {
    const std::string base = name.substr(0, name.find('_'));
    values.insert(std::find(all.begin(), all.end(), base) != all.end() ? base : name);
  }
  return values;
}

TEST(Languages, AllSayTheSameThingsAboutTheSameValues) {
  const Texts english = Texts::load(kData, kSourceLanguage);
  std::vector<Language> others = pseudoLanguages();
  for (Language& language : listLanguages(kData)) others.push_back(std::move(language));
  for (const Language& language : others) {
    const Texts texts = Texts::load(kData, language.id);
    for (const std::string& key : english.keys()) {
      const bool grammar = key.ends_with(".form");
      EXPECT_TRUE(grammar || texts.translated(key)) << language.id << " lacks " << key;
      for (const std::string& value : valuesOf(texts, key)) {
        EXPECT_THAT(valuesOf(english, key), testing::Contains(value))
            << language.id << " speaks of a value that " << key << " does not get";
      }
    }
    for (const std::string& key : texts.keys()) {
      const bool form = key.starts_with("region.") || key.starts_with("cause.");
      EXPECT_TRUE(form || english.has(key)) << language.id << " has an unknown key " << key;
    }
  }
}

TEST(Languages, RegionsAreDescribedInFullSentences) {
  for (const Language& language : listLanguages(kData)) {
    const Texts texts = Texts::load(kData, language.id);
    for (const std::string& id : idsIn("regions/regions.json", "regions")) {
      EXPECT_GT(texts.say("region." + id + ".description").size(), 40U) << id;
      EXPECT_GT(texts.say("region." + id + ".what_changes_it").size(), 20U) << id;
    }
  }
}

}  // namespace
}  // namespace syn::words
