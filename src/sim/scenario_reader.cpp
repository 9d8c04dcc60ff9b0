#include "sim/scenario_reader.h"

#include <algorithm>

#include "base/error.h"
#include "base/json.h"
#include "sim/model.h"
#include "sim/person_reader.h"
#include "sim/population.h"

namespace syn::sim {
namespace {

// A life begins at birth, so whatever a study says about its people at week 0 stands in the spans.
PersonSpec readLivingPerson(const JsonNode& node, IssueList& issues) {
  const PersonDraft person = readPerson(node, issues);
  for (const char* key : {"age", "history", "conditions"}) {
    if (const auto member = node.find(key)) {
      issues.add(member->issue("unknown-key", "a life begins at birth, so it has no \"" +
                                                  std::string(key) +
                                                  "\"; put what happens into \"life\""));
    }
  }
  PersonSpec spec;
  spec.sex = person.sex.value_or(Sex::unspecified);
  spec.traits = person.traits.value_or(std::map<std::string, double>{});
  spec.options = person.options.value_or(ModelOptions{});
  return spec;
}

/// Whether the id may be left out: it may in a life told inside another document.
enum class Telling { required, optional };

class ScenarioParser {
 public:
  ScenarioParser(const JsonNode& node, IssueList& issues) : issues_(issues), in_(node, issues) {}

  ScenarioFile parse(const Model* model, Telling telling) {
    ScenarioFile file;
    file.id = telling == Telling::required ? in_.text("id") : in_.text("id", "");
    file.title = in_.text("title", "");
    file.description = in_.text("description", "");
    file.evidence = in_.texts("evidence");
    if (in_.has("life") && in_.has("lives")) {
      in_.fail("lives", "contradiction", "give either \"life\" or \"lives\", not both");
      (void)in_.raw("life");
      (void)in_.raw("lives");
      (void)in_.raw("person");
    } else if (in_.has("lives")) {
      readLives(file, model);
    } else {
      addLife(file, "", in_, model);
    }
    in_.finish();
    return file;
  }

 private:
  void readLives(ScenarioFile& file, const Model* model) {
    const auto lives = in_.object("lives");
    if (!lives) return;
    if (lives->size() == 0) issues_.add(lives->issue("empty", "needs at least one life"));
    for (const std::string& name : lives->keys()) {
      ObjectReader life(*lives->find(name), issues_);
      addLife(file, name, life, model);
      life.finish();
    }
  }

  // Reads "person" and "life" of `in`, which is the whole file or one of its lives.
  void addLife(ScenarioFile& file, const std::string& name, ObjectReader& in, const Model* model) {
    Scenario scenario;
    scenario.id = name.empty() ? file.id : file.id + "/" + name;
    scenario.title = name.empty()
                         ? file.title
                         : in.text("title", file.title.empty() ? "" : file.title + ": " + name);
    scenario.description =
        name.empty() ? file.description : in.text("description", file.description);
    scenario.evidence = file.evidence;
    if (const auto person = in.object("person", false)) {
      scenario.person = readLivingPerson(*person, issues_);
    }
    std::vector<EntryDraft> entries = readEntries(in.array("life"), TimeUnit::ages, issues_);
    // Nothing sensible can be said about the rest of an entry that is broken already.
    std::erase_if(entries, [](const EntryDraft& entry) { return !entry.sound; });
    scenario.life = scheduleOf(entries, 0);
    if (model != nullptr) {
      const IssueList refused = validateLife(*model, scenario.person, scenario.life);
      for (Issue issue : refused.all()) {
        issue.file = in.node().document().name();
        issues_.add(std::move(issue));
      }
    }
    file.names.push_back(name);
    file.lives.push_back(std::move(scenario));
  }

  IssueList& issues_;
  ObjectReader in_;
};

ScenarioFile parseDocument(const JsonDocument& document, const Model* model) {
  IssueList issues;
  ScenarioFile file = ScenarioParser(document.root(), issues).parse(model, Telling::required);
  issues.throwIfAny();
  return file;
}

}  // namespace

const Scenario& ScenarioFile::life(std::string_view name) const {
  if (name.empty()) return lives.front();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return lives[static_cast<std::size_t>(found - names.begin())];
  std::string known;
  for (const std::string& other : names) known += (known.empty() ? "" : ", ") + other;
  throw RefusedError(id + " has no life \"" + std::string(name) +
                     "\"; it tells: " + (known.empty() ? "one life without a name" : known));
}

ScenarioFile loadScenarioFile(const std::filesystem::path& file, const Model& model) {
  return parseDocument(JsonDocument::load(file), &model);
}

ScenarioFile parseScenarioFile(std::string_view text, const std::string& name, const Model& model) {
  return parseDocument(JsonDocument::parse(text, name), &model);
}

ScenarioFile parseScenarioFile(std::string_view text, const std::string& name) {
  return parseDocument(JsonDocument::parse(text, name), nullptr);
}

ScenarioFile readScenario(const JsonNode& node, const Model& model, IssueList& issues) {
  return ScenarioParser(node, issues).parse(&model, Telling::optional);
}

ScenarioPlace findScenario(const std::filesystem::path& data, const std::string& word) {
  const std::size_t hash = word.find('#');
  const std::string name = word.substr(0, hash);
  ScenarioPlace place{name, hash == std::string::npos ? "" : word.substr(hash + 1)};
  if (std::filesystem::exists(place.file)) return place;
  for (const char* folder : {"scenarios", "scenarios/phenomena"}) {
    const std::filesystem::path own = data / folder / (name + ".json");
    if (std::filesystem::exists(own)) return {own, place.life};
  }
  return place;  // reading it says that there is no such file
}

Scenario loadScenario(const std::filesystem::path& file, const Model& model) {
  return loadScenarioFile(file, model).life();
}

}  // namespace syn::sim
