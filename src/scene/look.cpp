#include "scene/look.h"

#include <algorithm>

#include "base/error.h"
#include "base/json.h"
#include "scene/look_json.h"

namespace syn::scene {

namespace fs = std::filesystem;

StructureSet structuresOf(const Catalogue& catalogue, int region, std::optional<Hemisphere> side) {
  StructureSet set;
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    const Structure& structure = catalogue.structures[id];
    if (structure.region != region) continue;
    if (!side || structure.hemisphere == *side || structure.hemisphere == Hemisphere::midline) {
      set.set(id);
    }
  }
  return set;
}

Looks Looks::load(const fs::path& data, const Catalogue& catalogue) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(data / "looks", none)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());

  IssueList issues;
  if (files.empty()) {
    issues.add({(data / "looks").string(), 0, "", "missing-content",
                "there is no look here; restore the folder data/looks"});
  }
  std::vector<std::pair<int, Look>> ordered;
  for (const fs::path& file : files) {
    try {
      const JsonDocument document = JsonDocument::load(file);
      ObjectReader in(document.root(), issues);
      const int order = in.integer("order", {0, 1000, ""});
      Look look = readLook(in, catalogue, Look{});
      in.finish();
      look.id = file.stem().string();
      ordered.emplace_back(order, std::move(look));
    } catch (const ContentError& error) {
      for (const Issue& issue : error.issues()) issues.add(issue);
    }
  }
  issues.throwIfAny();
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Looks looks;
  for (auto& [order, look] : ordered) looks.looks_.push_back(std::move(look));
  return looks;
}

const Look& Looks::get(std::string_view id) const {
  const auto found =
      std::find_if(looks_.begin(), looks_.end(), [id](const Look& look) { return look.id == id; });
  if (found != looks_.end()) return *found;
  std::vector<std::string> known;
  std::string list;
  for (const Look& look : looks_) {
    known.push_back(look.id);
    list += (list.empty() ? "" : ", ") + look.id;
  }
  const std::string near = nearestWord(id, known);
  throw RefusedError("There is no look \"" + std::string(id) + "\". " +
                     (near.empty() ? "Choose one of: " + list + "."
                                   : "Did you mean \"" + near + "\"? All looks: " + list + "."));
}

}  // namespace syn::scene
