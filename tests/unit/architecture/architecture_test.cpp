// The house rules that the compiler does not enforce: who may include whom, and where third-party
// headers may stand. Reads the sources as text.
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

const fs::path kRoot = SYN_SOURCE_DIR;

// Direct and indirect floors each module may stand on.
const std::map<std::string, std::set<std::string>> kMayUse = {
    {"base", {}},
    {"words", {"base"}},
    {"catalogue", {"base"}},
    {"sim", {"base", "catalogue"}},
    {"checks", {"base", "catalogue", "sim"}},
    {"cohort", {"base", "catalogue", "sim"}},
    {"atlas", {"base", "catalogue"}},
    {"scene", {"base", "catalogue", "sim", "atlas"}},
    {"render", {"base", "words", "catalogue", "sim", "atlas", "scene"}},
    {"session", {"base", "words", "catalogue", "sim", "atlas", "scene"}},
    {"ui", {"base", "words", "catalogue", "sim", "atlas", "scene", "render", "session"}},
    {"app", {"base", "words", "catalogue", "sim", "atlas", "scene", "render", "session", "ui"}},
    {"cli", {"base", "words", "catalogue", "sim", "checks", "cohort", "atlas", "scene", "render", "session"}},
};

struct Include {
  fs::path file;
  int line = 0;
  std::string module;  // of the including file
  std::string target;  // what is included
  bool quoted = false;
};

std::vector<Include> includesOf(const fs::path& folder) {
  static const std::regex kInclude(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  std::vector<Include> out;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cpp") continue;
    std::ifstream in(entry.path());
    std::string text;
    for (int line = 1; std::getline(in, text); ++line) {
      std::smatch match;
      if (!std::regex_search(text, match, kInclude)) continue;
      const fs::path relative = fs::relative(entry.path(), kRoot / "src");
      out.push_back({relative, line, relative.begin()->string(), match[2], match[1] == "\""});
    }
  }
  return out;
}

const std::vector<Include>& allIncludes() {
  static const std::vector<Include> kAll = includesOf(kRoot / "src");
  return kAll;
}

std::string at(const Include& include) {
  return include.file.string() + ":" + std::to_string(include.line) + " includes " + include.target;
}

TEST(Architecture, EveryModuleHasItsFloor) {
  for (const auto& entry : fs::directory_iterator(kRoot / "src")) {
    if (!entry.is_directory() || entry.path().filename() == "cmake") continue;
    EXPECT_TRUE(kMayUse.contains(entry.path().filename().string())) << entry.path();
  }
}

TEST(Architecture, IncludesPointDownwards) {
  ASSERT_GT(allIncludes().size(), 100U);
  for (const Include& include : allIncludes()) {
    if (!include.quoted) continue;
    const std::string target = fs::path(include.target).begin()->string();
    ASSERT_TRUE(kMayUse.contains(target)) << at(include) << ": give the path from src/";
    EXPECT_TRUE(target == include.module || kMayUse.at(include.module).contains(target))
        << at(include) << ", which stands above it";
  }
}

// Then each of these headers has been compiled alone; the others are by the library headers_alone.
TEST(Architecture, OwnHeaderComesFirst) {
  std::set<fs::path> seen;
  for (const Include& include : allIncludes()) {
    const fs::path own = fs::path(include.file).replace_extension(".h");
    if (include.file.extension() != ".cpp" || !seen.insert(include.file).second) continue;
    if (!fs::exists(kRoot / "src" / own)) continue;
    EXPECT_EQ(include.target, own.generic_string()) << at(include) << " first";
  }
}

TEST(Architecture, LinkLinesSayTheSame) {
  static const std::regex kUse(R"(\bsyn_([a-z]+)\b)");
  for (const auto& [module, floors] : kMayUse) {
    const fs::path lists = kRoot / "src" / module / "CMakeLists.txt";
    if (!fs::exists(lists)) continue;
    std::ifstream in(lists);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    text = std::regex_replace(text, std::regex("#[^\n]*"), "");
    for (auto it = std::sregex_iterator(text.begin(), text.end(), kUse);
         it != std::sregex_iterator(); ++it) {
      const std::string used = (*it)[1];
      if (!kMayUse.contains(used)) continue;
      EXPECT_TRUE(used == module || floors.contains(used)) << lists << " links " << used;
    }
  }
}

TEST(Architecture, HeavyHeadersStayHome) {
  for (const Include& include : allIncludes()) {
    const bool header = include.file.extension() == ".h";
    const std::string file = include.file.generic_string();
    const std::string& target = include.target;
    if (target.starts_with("vtk")) {
      EXPECT_TRUE(file.starts_with("render/") || file.starts_with("atlas/builder/")) << at(include);
    }
    if (target.starts_with("Q") && target.size() > 1 && std::isupper(target[1]) != 0) {
      EXPECT_TRUE(file.starts_with("ui/") || file.starts_with("app/") ||
                  file.starts_with("render/picture/"))
          << at(include);
    }
    if (target.starts_with("assimp/")) {
      EXPECT_TRUE(file.starts_with("atlas/") && !header) << at(include);
    }
    if (target.starts_with("unicode/")) {
      EXPECT_TRUE(file.starts_with("words/")) << at(include);
    }
    if (target.starts_with("nlohmann/") || target.starts_with("spdlog/") ||
        target.starts_with("hdf5") || target == "mpi.h" || target.starts_with("unicode/")) {
      EXPECT_FALSE(header) << at(include);
    }
  }
}

// What two programs need is a library, so that a build makes every object once.
TEST(Architecture, EverySourceIsCompiledOnce) {
  static const std::regex kFile(R"re("file": "([^"]+)")re");
  std::ifstream in(SYN_BUILD_DIR "/compile_commands.json");
  std::set<std::string> seen;
  std::string text;
  while (std::getline(in, text)) {
    std::smatch match;
    if (!std::regex_search(text, match, kFile)) continue;
    EXPECT_TRUE(seen.insert(match[1]).second) << match[1] << " is compiled twice";
  }
  EXPECT_GT(seen.size(), 100U);
}

std::string textOf(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Architecture, ContributingNamesFilesAndTestsThatExist) {
  static const std::regex kQuoted("`([^`\n]+)`");
  static const std::regex kFile("(src|data|tests|shaders|meshes)/[a-z0-9_/.]+|src/CMakeLists.txt");
  static const std::regex kTest("([A-Z][A-Za-z]+)\\.([A-Z][A-Za-z]+)");
  std::string tests;
  for (const auto& entry : fs::recursive_directory_iterator(kRoot / "tests")) {
    if (entry.path().extension() == ".cpp") tests += textOf(entry.path());
  }
  const std::string page = textOf(kRoot / "src" / "CONTRIBUTING.md");
  int named = 0;
  for (auto it = std::sregex_iterator(page.begin(), page.end(), kQuoted);
       it != std::sregex_iterator(); ++it) {
    const std::string word = (*it)[1];
    std::smatch parts;
    if (std::regex_match(word, kFile)) {
      EXPECT_TRUE(fs::exists(kRoot / word)) << word;
      ++named;
    } else if (std::regex_match(word, parts, kTest)) {
      const std::string test = parts.str(1) + ", " + parts.str(2) + ")";
      EXPECT_NE(tests.find(test), std::string::npos) << word;
      ++named;
    }
  }
  EXPECT_GT(named, 20);
}

TEST(Architecture, NoFileNamesAPathOfOneMachine) {
  static const std::regex kPath(R"((^|[^A-Za-z0-9_])/(work|home/[a-z]+|root)/)");
  for (const char* top :
       {"src", "tests", "data", "shaders", "dev", "README.md", "CMakeLists.txt"}) {
    std::vector<fs::path> files;
    if (fs::is_directory(kRoot / top)) {
      for (const auto& entry : fs::recursive_directory_iterator(kRoot / top)) {
        if (entry.is_regular_file() && entry.path().extension() != ".png")
          files.push_back(entry.path());
      }
    } else if (fs::exists(kRoot / top)) {
      files.push_back(kRoot / top);
    }
    for (const fs::path& file : files) {
      std::ifstream in(file);
      std::string text;
      for (int line = 1; std::getline(in, text); ++line) {
        if (file.filename() == "architecture_test.cpp") break;
        EXPECT_FALSE(std::regex_search(text, kPath))
            << file << ":" << line << ": " << text.substr(0, 120);
      }
    }
  }
}

TEST(Architecture, TopLevelHoldsOnlyWhatItShould) {
  const std::set<std::string> allowed = {"CMakeLists.txt", "CMakePresets.json",
                                         "LICENSE",        "README.md",
                                         "data",           "dev",
                                         "meshes",         "out",
                                         "shaders",        "src",
                                         "tests",          "build"};
  for (const auto& entry : fs::directory_iterator(kRoot)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(".")) continue;
    EXPECT_TRUE(allowed.contains(name)) << name;
  }
}

}  // namespace
