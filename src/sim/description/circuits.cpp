#include "sim/description/circuits.h"

#include <algorithm>

#include "sim/description/content_reader.h"
#include "sim/description/lane.h"

namespace syn::sim {

void readCircuit(ContentReader& reader, const std::filesystem::path& file, Description& out) {
  struct Field {
    const char* key;
    double CircuitRow::*member;
    Range range;
  };
  static const std::vector<Field> kFields = {
      {"learn_new", &CircuitRow::learnNew, {0, 10, "1/week"}},
      {"forget_new_weeks", &CircuitRow::forgetNewWeeks, {1, 10000, "weeks"}},
      {"learn_old", &CircuitRow::learnOld, {0, 10, "1/week"}},
      {"forget_old_weeks", &CircuitRow::forgetOldWeeks, {1, 10000, "weeks"}},
      {"rehearse", &CircuitRow::rehearse, {0, 1, "1/week"}},
      {"calm_weeks", &CircuitRow::calmWeeks, {1, 10000, "weeks"}},
      {"excite", &CircuitRow::excite, {0, 10, "1/week"}},
      {"win", &CircuitRow::win, {0, 2, ""}},
      {"stress", &CircuitRow::stress, {0, 2, ""}},
      {"mood", &CircuitRow::mood, {0, 2, ""}},
      {"sleep", &CircuitRow::sleep, {0, 2, ""}},
      {"stress_load", &CircuitRow::stressLoad, {0, 2, ""}},
      {"liability", &CircuitRow::liability, {0, 1, ""}},
      {"liability_sd", &CircuitRow::liabilitySd, {0, 3, ""}},
      {"size_vulnerability", &CircuitRow::sizeVulnerability, {-20, 20, ""}},
      {"usual_years", &CircuitRow::usualYears, {0, 50, "years"}},
      {"cognition", &CircuitRow::cognition, {0, 1, ""}},
      {"bdnf", &CircuitRow::bdnf, {0, 1, ""}},
      {"wear", &CircuitRow::wear, {0, 0.1, "1/week"}},
      {"after_stroke", &CircuitRow::afterStroke, {0, 1, ""}}};
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader in(document.root(), reader.issues);
  CircuitRow row;
  row.id = in.text("id");
  row.name = in.text("name");
  const std::string kind = in.oneOf("kind", {"habit", "illness", "progressive"});
  row.kind = kind == "illness"       ? CircuitNumbers::Kind::illness
             : kind == "progressive" ? CircuitNumbers::Kind::progressive
                                     : CircuitNumbers::Kind::habit;
  row.evidence = in.texts("evidence");
  reader.checkSources(in, "evidence", row.evidence);
  row.info = {row.id, row.name, "severity", 0, 1, 0, "condition", row.evidence};
  row.info.condition = true;
  const std::string name = "circuit." + row.id;
  const Reason reason = reader.readReason(in, "The circuit \"" + row.id + "\"");
  const std::size_t index = out.circuits.size();
  for (const Field& field : kFields) {
    const auto value = in.optionalNumber(field.key, field.range);
    if (!value) continue;
    row.*field.member = *value;
    reader.handle(
        name + "." + field.key, std::string(field.range.unit), reason,
        [index, member = field.member](Description& d) { return &(d.circuits[index].*member); });
  }
  readAges(in, row.info.fromAge, row.info.toAge);
  row.info.lane = readLane(in, row.info);
  row.sizeRegion = in.text("size_region", "");
  if (!row.sizeRegion.empty()) reader.checkRegion(in.node(), row.sizeRegion);
  static constexpr std::pair<const char*, std::vector<RegionAmount> CircuitRow::*> kLists[] = {
      {"growth", &CircuitRow::growth},
      {"shrinkage", &CircuitRow::shrinkage},
      {"synapses", &CircuitRow::synapses},
      {"reactivity", &CircuitRow::reactivity}};
  for (const auto& [key, member] : kLists) {
    row.*member = readRegionAmounts(
        reader, in, key, name, reason,
        [ index, list = member ](Description & d) -> auto& { return d.circuits[index].*list; });
  }
  row.coupling = readConnectionAmounts(
      reader, in, "coupling", name,
      reason, [index](Description & d) -> auto& { return d.circuits[index].coupling; });
  for (const JsonNode& node : in.array("treatments", false)) {
    ObjectReader treatment(node, reader.issues);
    ExposureAmount amount{treatment.text("exposure"), treatment.number("amount", {0, 10, ""})};
    const std::size_t i = row.treatments.size();
    reader.handle(name + ".treatments." + amount.exposure, "",
                  reader.readReasonOr(treatment, reason),
                  [index, i](Description& d) { return &d.circuits[index].treatments[i].amount; });
    treatment.finish();
    row.treatments.push_back(std::move(amount));
  }
  in.finish();
  out.circuits.push_back(std::move(row));
}

}  // namespace syn::sim
