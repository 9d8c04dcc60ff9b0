#include <algorithm>

#include "sim/description/content_reader.h"

namespace syn::sim {

void readParameters(ContentReader& reader, const std::filesystem::path& file, Description& out) {
  struct Field {
    double Parameters::*member;
    double low, high;
    bool seen = false;
  };
  std::vector<std::pair<std::string, Field>> fields;
#define SYN_FIELD(name, id, low, high) fields.push_back({id, {&Parameters::name, low, high}});
  SYN_PARAMETERS(SYN_FIELD)
#undef SYN_FIELD
  std::vector<std::string> ids;
  ids.reserve(fields.size());
  for (const auto& [id, field] : fields) ids.push_back(id);

  const JsonDocument document = JsonDocument::load(file);
  ObjectReader top(document.root(), reader.issues);
  for (const JsonNode& node : top.array("parameters")) {
    ObjectReader row(node, reader.issues);
    const std::string id = row.oneOf("id", ids);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto& entry) { return entry.first == id; });
    if (found == fields.end()) continue;
    Field& field = found->second;
    if (field.seen) row.fail("id", "duplicate", "The parameter \"" + id + "\" is given twice.");
    field.seen = true;
    const std::string unit = row.text("unit", "");
    out.parameters.*field.member = row.number("value", {field.low, field.high, unit});
    reader.handle(id, unit, reader.readReason(row, "The parameter \"" + id + "\""),
                  [member = field.member](Description& d) { return &(d.parameters.*member); });
    row.finish();
  }
  for (const auto& [id, field] : fields) {
    if (!field.seen) {
      reader.issues.add(top.node().issue("missing", "The parameter \"" + id + "\" is missing."));
    }
  }
  top.finish();
}

}  // namespace syn::sim
