#include "words/language.h"

#include <algorithm>

#include <unicode/locid.h>
#include <unicode/numsys.h>

#include "base/json.h"

namespace syn::words {
namespace {

Language readLanguage(const std::filesystem::path& folder, IssueList& issues) {
  Language language;
  language.id = folder.filename().string();
  try {
    const JsonDocument document = JsonDocument::load(folder / "language.json");
    ObjectReader in(document.root(), issues);
    language.nativeName = in.text("name");
    language.locale = in.text("locale", language.id);
    language.digits = in.text("digits", "");
    language.thousandsMark = in.text("thousands_mark", "");
    language.sans = in.text("sans", "");
    language.serif = in.text("serif", "");
    if (!language.digits.empty()) {
      UErrorCode status = U_ZERO_ERROR;
      const std::unique_ptr<icu::NumberingSystem> system(
          icu::NumberingSystem::createInstanceByName(language.digits.c_str(), status));
      if (U_FAILURE(status) || system->isAlgorithmic() != 0) {
        in.fail("digits", "unknown-word",
                "\"" + language.digits +
                    "\" is no numbering system of Unicode; write for example latn, arab or deva");
      }
    }
    in.finish();
  } catch (const ContentError& error) {
    for (const Issue& issue : error.issues()) issues.add(issue);
  }
  const icu::Locale locale(language.locale.c_str());
  language.direction =
      locale.isRightToLeft() != 0 ? Direction::rightToLeft : Direction::leftToRight;
  return language;
}

}  // namespace

std::vector<Language> listLanguages(const std::filesystem::path& data) {
  std::vector<std::filesystem::path> folders;
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::directory_iterator(data / "i18n", unreadable)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  IssueList issues;
  std::vector<Language> languages;
  for (const std::filesystem::path& folder : folders) {
    languages.push_back(readLanguage(folder, issues));
  }
  if (languages.empty()) {
    issues.add({(data / "i18n").string(), 0, "", "missing-folder",
                "holds no language; restore the folder data/i18n/en"});
  }
  issues.throwIfAny();
  return languages;
}

std::vector<Language> pseudoLanguages() {
  Language forward;
  forward.id = "qps";
  forward.nativeName = "Pseudo";
  forward.locale = kSourceLanguage;
  forward.pseudo = true;
  Language backward = forward;
  backward.id = "qps-rtl";
  backward.nativeName = "Pseudo, right to left";
  backward.direction = Direction::rightToLeft;
  return {forward, backward};
}

Language findLanguage(const std::filesystem::path& data, std::string_view id) {
  std::vector<Language> known = listLanguages(data);
  std::vector<std::string> ids;
  for (const Language& language : known) ids.push_back(language.id);
  for (Language& language : pseudoLanguages()) known.push_back(std::move(language));
  for (Language& language : known) {
    if (language.id == id) return std::move(language);
  }
  std::string list;
  for (const std::string& other : ids) list += (list.empty() ? "" : ", ") + other;
  throw RefusedError("there is no language \"" + std::string(id) + "\"; choose one of: " + list);
}

}  // namespace syn::words
