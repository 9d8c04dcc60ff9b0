#include "sim/description/people.h"

#include <algorithm>
#include <set>

#include "sim/description/content_reader.h"

namespace syn::sim {

const std::vector<TraitWord>& traitWords() {
  static const std::vector<TraitWord> words = {{kTraitResponsiveness, "responsiveness"},
                                               {kTraitTherapy, "therapy_response"},
                                               {kTraitDrug, "drug_response"},
                                               {kTraitHabit, "habit_speed"},
                                               {kTraitRecovery, "motor_recovery"},
                                               {kTraitBdnf, "bdnf"},
                                               {kTraitNeurogenesis, "neurogenesis"},
                                               {kTraitAmyloid, "amyloid"},
                                               {kTraitIntellect, "intellect"},
                                               {kTraitReserve, "reserve"},
                                               {kTraitTemperament, "temperament"},
                                               {kTraitStress, "stress"},
                                               {kTraitLiability, "liability"},
                                               {kTraitCourse, "natural_course"},
                                               {kTraitReactivity, "reactivity"},
                                               {kTraitWear, "wear"}};
  return words;
}

std::vector<std::string> traitIds() {
  std::vector<std::string> ids;
  for (const TraitWord& word : traitWords()) ids.push_back(word.id);
  return ids;
}

void readPeople(ContentReader& reader, const std::filesystem::path& file, Description& out) {
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader top(document.root(), reader.issues);
  std::set<std::string> seen;
  for (const JsonNode& node : top.array("traits")) {
    ObjectReader row(node, reader.issues);
    const std::string id = row.oneOf("id", traitIds());
    const auto word = std::find_if(traitWords().begin(), traitWords().end(),
                                   [&](const TraitWord& known) { return known.id == id; });
    TraitRow trait;
    trait.id = id;
    trait.sd = row.number("sd", {0, 10, ""});
    trait.genes = row.number("genes", {0, 1, ""});
    trait.family = row.number("family", {0, 1, ""});
    trait.factor = row.boolean("factor", false);
    if (trait.genes + trait.family > 1) {
      row.fail("family", "share", "The shares of genes and family add up to more than 1.");
    }
    Reason reason = reader.readReason(row, "The trait \"" + id + "\"");
    row.finish();
    if (word == traitWords().end()) continue;
    const PersonTrait index = word->trait;
    reader.handle("trait." + id + ".sd", "", reason,
                  [index](Description& d) { return &d.traits[index].sd; });
    reader.handle("trait." + id + ".genes", "", reason,
                  [index](Description& d) { return &d.traits[index].genes; });
    reader.handle("trait." + id + ".family", "", reason,
                  [index](Description& d) { return &d.traits[index].family; });
    seen.insert(id);
    out.traits[index] = std::move(trait);
  }
  for (const auto& [trait, id] : traitWords()) {
    if (!seen.contains(id)) {
      reader.issues.add(top.node().issue("missing", "The trait \"" + id + "\" is missing."));
    }
  }
  top.finish();
}

}  // namespace syn::sim
