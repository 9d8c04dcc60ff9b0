#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/trajectory.h"

namespace syn {
class IssueList;
class JsonNode;
}  // namespace syn

namespace syn::sim {

class Model;

/// One scenario file: one life, or several lives told to be compared.
struct ScenarioFile {
  std::string id;
  std::string title;        ///< as its author typed it; what the program brings has none here, but
                            ///< the messages "scenario.<id>.title" and ".summary"
  std::string description;  ///< the same
  std::vector<std::string> evidence;
  std::vector<std::string> names;  ///< of the lives; one empty name when the file tells one life
  std::vector<Scenario> lives;     ///< in the same order

  /// The life of a name; the first one when `name` is empty. Throws Error naming the lives there
  /// are.
  [[nodiscard]] const Scenario& life(std::string_view name = {}) const;
};

/// Reads a scenario file (see data/scenarios/README.md). Throws ContentError with every issue, file
/// and line: unknown keys, wrong types or units, ages outside life, reversed or overlapping spans,
/// and whatever the model refuses.
[[nodiscard]] ScenarioFile loadScenarioFile(const std::filesystem::path& file, const Model& model);
[[nodiscard]] ScenarioFile parseScenarioFile(std::string_view text, const std::string& name,
                                             const Model& model);
/// The same without a model: structure, types, ages and order only.
[[nodiscard]] ScenarioFile parseScenarioFile(std::string_view text, const std::string& name);

/// The same object inside another document, where "id", "title" and "description" may be left out.
/// Adds every issue to `issues`; the result is only usable when there are none.
[[nodiscard]] ScenarioFile readScenario(const JsonNode& node, const Model& model,
                                        IssueList& issues);

/// Which file, and which of its lives, a person means by `word`: a path, or the name of a scenario
/// the program brings ("average", "phenomena/04_new_path"), either followed by "#life" or not.
struct ScenarioPlace {
  std::filesystem::path file;
  std::string life;
};
[[nodiscard]] ScenarioPlace findScenario(const std::filesystem::path& data,
                                         const std::string& word);

/// The first life of a file.
[[nodiscard]] Scenario loadScenario(const std::filesystem::path& file, const Model& model);

}  // namespace syn::sim
