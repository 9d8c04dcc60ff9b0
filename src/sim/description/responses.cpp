#include "sim/description/responses.h"

#include "sim/description/content_reader.h"

namespace syn::sim {

void readResponses(ContentReader& reader, const std::filesystem::path& file, Description& out) {
  struct Field {
    const char* key;
    double ResponseRow::*member;
    Range range;
  };
  static const std::vector<Field> kFields = {
      {"kept", &ResponseRow::kept, {0, 5, ""}},
      {"spine_gain", &ResponseRow::spineGain, {0, 5, "1/week"}},
      {"spine_max", &ResponseRow::spineMax, {-1, 2, ""}},
      {"spine_recovery", &ResponseRow::spineRecovery, {0, 5, "1/week"}},
      {"spine_ageing", &ResponseRow::spineAgeing, {0, 1, ""}},
      {"shrink_stress", &ResponseRow::shrinkStress, {-0.5, 0.5, ""}},
      {"programming", &ResponseRow::programming, {-0.1, 0.1, "1/week"}},
      {"atrophy", &ResponseRow::atrophy, {0, 0.01, "1/week"}},
      {"forget_weeks", &ResponseRow::forgetWeeks, {1, 5200, "weeks"}},
      {"volume_share", &ResponseRow::volumeShare, {0, 2, ""}},
      {"react_stress", &ResponseRow::reactStress, {-2, 2, ""}},
      {"react_sleep", &ResponseRow::reactSleep, {-2, 2, ""}},
      {"react_adversity", &ResponseRow::reactAdversity, {-50, 50, ""}},
      {"motor", &ResponseRow::motor, {0, 1, ""}},
      {"memory", &ResponseRow::memory, {0, 1, ""}},
      {"executive", &ResponseRow::executive, {0, 1, ""}},
      {"brake", &ResponseRow::brake, {0, 1, ""}},
      {"lasting", &ResponseRow::lasting, {0, 1, ""}},
      {"stunting", &ResponseRow::stunting, {-0.1, 0.1, "1/week"}},
      {"wear_volume", &ResponseRow::wearVolume, {0, 5, ""}},
      {"react_child", &ResponseRow::reactChild, {-2, 2, ""}}};
  for (const Region& region : reader.catalogue.regions) {
    ResponseRow row;
    row.id = region.id;
    out.responses.push_back(std::move(row));
  }
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader top(document.root(), reader.issues);
  std::size_t number = 0;
  for (const JsonNode& node : top.array("responses")) {
    ObjectReader row(node, reader.issues);
    std::vector<std::size_t> members;
    for (const std::string& id : row.texts("regions", true)) {
      const std::vector<int> group = reader.catalogue.group(id);
      if (group.empty()) {
        reader.checkRegion(node, id);
        if (const auto index = reader.catalogue.regionIndex(id)) {
          members.push_back(static_cast<std::size_t>(*index));
        }
      }
      for (const int index : group) members.push_back(static_cast<std::size_t>(index));
    }
    Reason reason = reader.readReason(row, "The response");
    for (const Field& field : kFields) {
      const auto value = row.optionalNumber(field.key, field.range);
      if (!value) continue;
      for (const std::size_t m : members) out.responses[m].*field.member = *value;
      for (const std::size_t m : members) {
        reader.handle(
            "response." + std::to_string(number) + "." + out.responses[m].id + "." + field.key,
            std::string(field.range.unit), reason,
            [m, member = field.member](Description& d) { return &(d.responses[m].*member); });
      }
    }
    row.finish();
    ++number;
  }
  top.finish();
}

}  // namespace syn::sim
