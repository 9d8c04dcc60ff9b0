// Words for people stand in data/i18n and nowhere else: reads C++ and QML as text and names every
// literal that looks like words.
#include <cctype>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "sources.h"

namespace syn::words {
namespace {

const std::filesystem::path kRoot = SYN_SOURCE_DIR;

// Names no language translates: of fonts, of pseudo-languages (for developers), of keys as Qt reads
// them, and of things in code.
const std::set<std::string> kNames = {
    "Inter",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans CJK SC",
    "Noto Serif",
    "Noto Serif Display",
    "Noto Naskh Arabic",
    "Noto Serif CJK SC",
    "Inter Display",
    "Pseudo",
    "Pseudo, right to left",
    "Synaptarium",
    "Home",
    "End",
    "Space",
    "Left",
    "Right",
    "Up",
    "Down",
    "Delete",
    "Backspace",
    "Escape",
    "Return",
    "Tab",
    "Plus",
    "Minus",
    "App",
    "Icon",
    "Normals",
    "made in C++",
};

// Reports for whoever looks after the machine that are not written where they are thrown.
const std::set<std::string> kReports = {
    "src/render/headless_context.cpp",  // the remedy when there is no OpenGL
    "src/scene/look_json.cpp",          // an unknown id in a look
    "src/ui/shell.cpp",                 // a screenshot that could not be written
    "src/ui/watchdog.cpp",              // the stack of a window that hangs
};

// What is said in these is read by whoever writes content or looks after the machine: reports of
// broken content, refusals of commands, the log. The window puts its own words above them.
const std::regex kReport(
    R"(\bthrow\b|Error\(|\bissue|Issue|\bfail\(|\bfail\b|log::|\brefuse|Problem\b|\breturn "" *\+|warnOnce|\bsentence\b|LogicError|\bcheck\()");

/// Two words beside each other, or one that begins like a sentence.
bool looksLikeWords(const std::string& text) {
  static const std::regex kTwoWords(R"([A-Za-z]{2,},? [A-Za-z]{2,})");
  static const std::regex kOneWord(R"(^[A-Z][a-z]{2,}[.!?]?$)");
  return std::regex_search(text, kTwoWords) || std::regex_match(text, kOneWord);
}

bool isShader(const std::string& text) {
  return text.find("//VTK::") != std::string::npos || text.find("gl_") != std::string::npos;
}

TEST(Literals, NoWordsForPeopleOutsideTheLanguageFiles) {
  int read = 0;
  for (const char* folder : {"src/scene", "src/session", "src/render", "src/ui"}) {
    for (const Literal& literal : literalsIn(kRoot, folder)) {
      ++read;
      if (!looksLikeWords(literal.text) || kNames.contains(literal.text)) continue;
      if (isShader(literal.text) || kReports.contains(literal.file) ||
          std::regex_search(literal.statement, kReport))
        continue;
      ADD_FAILURE() << literal.file << ":" << literal.line << ": \"" << literal.text
                    << "\" looks like words for people; put them into data/i18n/en";
    }
  }
  EXPECT_GT(read, 500) << "the scan no longer finds literals";
}

TEST(Literals, TheScanTellsWordsFromIds) {
  EXPECT_TRUE(looksLikeWords("True size"));
  EXPECT_TRUE(looksLikeWords("Loading"));
  EXPECT_TRUE(looksLikeWords(" larger than "));
  EXPECT_FALSE(looksLikeWords("legend.true_size"));
  EXPECT_FALSE(looksLikeWords("frag_colour"));
  EXPECT_FALSE(looksLikeWords("%.*f"));
}

}  // namespace
}  // namespace syn::words
