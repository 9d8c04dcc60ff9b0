#include "sim/description/description.h"

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/json.h"
#include "catalogue/evidence.h"
#include "sim/description/content_reader.h"

namespace syn::sim {
namespace {

/// Ids of the checks; whether they are sound is the business of their own reader.
std::vector<std::string> readCheckIds(const std::filesystem::path& data) {
  std::vector<std::string> ids;
  for (const std::filesystem::path& file : checkFiles(data)) {
    const JsonDocument document = JsonDocument::load(file);
    const auto checks = document.root().find("checks");
    for (std::size_t i = 0; checks && i < checks->size(); ++i) {
      const auto id = checks->at(i).find("id");
      if (id && id->kind() == JsonNode::Kind::string) ids.push_back(id->asString());
    }
  }
  return ids;
}

std::vector<std::filesystem::path> jsonFiles(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    throw ContentError({folder.string(), 0, "", "missing-folder",
                        "The folder is missing; it must hold the .json files of the model."});
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// References between files, once all are read.
void checkReferences(ContentReader& reader, const Description& d,
                     const std::filesystem::path& data) {
  std::vector<std::string> circuits, skills, exposures;
  for (const CircuitRow& row : d.circuits) circuits.push_back(row.id);
  for (const SkillRow& row : d.skills) skills.push_back(row.id);
  for (const ExposureRow& row : d.exposures) exposures.push_back(row.info.id);
  const auto known = [](const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  const auto refuse = [&](const std::string& where, const std::string& word,
                          const std::vector<std::string>& words) {
    reader.issues.add(
        {where, 0, "", "unknown-id", "There is no \"" + word + "\"" + didYouMean(word, words)});
  };
  for (const ExposureRow& row : d.exposures) {
    const std::string where = (data / "exposures" / (row.info.id + ".json")).string();
    if (known(circuits, row.info.id)) {
      reader.issues.add({where, 0, "/id", "duplicate",
                         "\"" + row.info.id + "\" is already the name of a circuit."});
    }
    for (const Exclusion& exclusion : row.excludes) {
      if (!known(exposures, exclusion.exposure)) refuse(where, exclusion.exposure, exposures);
    }
    for (const EffectRow& effect : row.effects) {
      if (!effect.circuit.empty() && !known(circuits, effect.circuit)) {
        refuse(where, effect.circuit, circuits);
      }
      if (!effect.skill.empty() && !known(skills, effect.skill)) {
        refuse(where, effect.skill, skills);
      }
    }
  }
  int progressive = 0;
  int habits = 0;
  for (const CircuitRow& row : d.circuits) {
    progressive += row.kind == CircuitNumbers::Kind::progressive ? 1 : 0;
    habits += row.kind == CircuitNumbers::Kind::habit ? 1 : 0;
    for (const ExposureAmount& treatment : row.treatments) {
      if (!known(exposures, treatment.exposure)) {
        refuse((data / "circuits" / (row.id + ".json")).string(), treatment.exposure, exposures);
      }
    }
  }
  if (progressive != 1 || habits < 1) {
    reader.issues.add(
        {(data / "circuits").string(), 0, "", "kinds",
         "The circuits need exactly one of kind progressive and at least one habit."});
  }
}

}  // namespace

Description readDescription(const std::filesystem::path& data, const Catalogue& catalogue,
                            std::vector<Handle>& handles, IssueList& issues) {
  Description out;
  ContentReader reader{catalogue, handles, issues, readCheckIds(data)};
  readParameters(reader, data / "lifespan" / "parameters.json", out);
  readNorms(reader, data / "lifespan" / "norms.json", out);
  readResponses(reader, data / "lifespan" / "responses.json", out);
  readPeople(reader, data / "lifespan" / "people.json", out);
  for (const auto& file : jsonFiles(data / "exposures")) readExposure(reader, file, out);
  readSkills(reader, data / "skills" / "skills.json", out);
  for (const auto& file : jsonFiles(data / "circuits")) readCircuit(reader, file, out);
  checkReferences(reader, out, data);
  return out;
}

}  // namespace syn::sim
