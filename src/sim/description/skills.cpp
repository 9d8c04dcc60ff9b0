#include "sim/description/skills.h"

#include "sim/description/content_reader.h"

namespace syn::sim {

void readSkills(ContentReader& reader, const std::filesystem::path& file, Description& out) {
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader top(document.root(), reader.issues);
  for (const JsonNode& node : top.array("skills")) {
    ObjectReader in(node, reader.issues);
    SkillRow row;
    row.id = in.text("id");
    row.synonyms = in.texts("synonyms");
    const std::string name = "skill." + row.id;
    const Reason reason = reader.readReason(in, "The skill \"" + row.id + "\"");
    const std::size_t index = out.skills.size();
    row.practice = readRegionAmounts(
        reader, in, "practice", name,
        reason, [index](Description & d) -> auto& { return d.skills[index].practice; });
    row.use = readConnectionAmounts(
        reader, in, "use", name,
        reason, [index](Description & d) -> auto& { return d.skills[index].use; });
    row.myelin = readConnectionAmounts(
        reader, in, "myelin", name,
        reason, [index](Description & d) -> auto& { return d.skills[index].myelin; });
    const auto number = [&](const char* key, double SkillRow::*member, Range range) {
      const auto value = in.optionalNumber(key, range);
      if (!value) return;
      row.*member = *value;
      reader.handle(name + "." + key, "", reason,
                    [index, member](Description& d) { return &(d.skills[index].*member); });
    };
    number("survival", &SkillRow::survival, {-1, 5, ""});
    number("mastery_rate", &SkillRow::masteryRate, {0, 10, ""});
    number("habit", &SkillRow::habit, {0, 100, ""});
    number("language", &SkillRow::language, {0, 10, ""});
    in.finish();
    if (out.skills.size() >= kMaxSkills) in.fail("id", "too-many", "There is room for 16 skills.");
    out.skills.push_back(std::move(row));
  }
  top.finish();
}

}  // namespace syn::sim
