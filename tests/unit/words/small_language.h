#pragma once

#include <filesystem>
#include <string>

#include "support/temporary_folder.h"
#include "words/texts.h"

namespace syn::words {

/// A data folder with languages written by a test.
class SmallData {
 public:
  SmallData() { addLanguage("en", R"({"name": "English", "thousands_mark": "\u202f"})", "{}"); }

  void add(const std::string& language, const std::string& file, const std::string& text) {
    const std::filesystem::path place = folder_ / "i18n" / language;
    std::filesystem::create_directories(place);
    folder_.write("i18n/" + language + "/" + file, text);
  }
  void addLanguage(const std::string& language, const std::string& description,
                   const std::string& messages) {
    add(language, "language.json", description);
    add(language, "messages.json", messages);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
  [[nodiscard]] Texts load(const std::string& language) const {
    return Texts::load(folder_.path(), language);
  }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace syn::words
