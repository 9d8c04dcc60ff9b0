#include "catalogue/catalogue.h"

#include <algorithm>

#include "base/json.h"

namespace syn {
namespace {

const std::vector<std::string> kTissues = {"cortical",  "subcortical", "cerebellar",
                                           "brainstem", "ventricle",   "white"};
const std::vector<std::string> kSystems = {"memory",  "threat", "reward",  "relay",
                                           "control", "self",   "sensory", "support"};

Tissue tissueOf(const std::string& word) {
  const auto found = std::find(kTissues.begin(), kTissues.end(), word);
  return found == kTissues.end() ? Tissue::cortical : static_cast<Tissue>(found - kTissues.begin());
}

Region readRegion(const JsonNode& node, IssueList& issues) {
  ObjectReader in(node, issues);
  Region region;
  region.id = in.text("id");
  region.system = in.oneOf("system", kSystems);
  region.tissue = tissueOf(in.oneOf("tissue", kTissues));
  region.midline = in.boolean("midline", false);
  region.schematic = in.boolean("schematic", false);
  region.partOf = in.text("part_of", "");
  for (const double label : in.numbers("aal_labels", {1, 116, ""}, false)) {
    region.labels.push_back(static_cast<int>(label));
  }
  region.evidence = in.texts("evidence");
  in.finish();
  return region;
}

}  // namespace

std::string_view hemisphereName(Hemisphere hemisphere) {
  switch (hemisphere) {
    case Hemisphere::left:
      return "left";
    case Hemisphere::right:
      return "right";
    case Hemisphere::midline:
      break;
  }
  return "midline";
}

Catalogue Catalogue::load(const std::filesystem::path& data) {
  Catalogue catalogue;
  IssueList issues;

  const JsonDocument regionFile = JsonDocument::load(data / "regions" / "regions.json");
  ObjectReader regions(regionFile.root(), issues);
  for (const JsonNode& node : regions.array("regions")) {
    Region region = readRegion(node, issues);
    if (catalogue.regionIndex(region.id)) {
      issues.add(node.issue("duplicate-id", "the region \"" + region.id + "\" is listed twice"));
      continue;
    }
    catalogue.regions.push_back(std::move(region));
  }
  const std::vector<std::string> ids = catalogue.regionIds();
  if (const auto groups = regions.object("groups")) {
    ObjectReader in(*groups, issues);
    for (const std::string& name : groups->keys()) {
      std::vector<int> members;
      for (const std::string& id : in.texts(name)) {
        if (const auto index = catalogue.regionIndex(id)) {
          members.push_back(*index);
        } else {
          in.fail(name, "unknown-region", "\"" + id + "\" is not a region");
        }
      }
      catalogue.groups_.emplace_back(name, std::move(members));
    }
  }
  regions.finish();

  for (int r = 0; r < static_cast<int>(catalogue.regions.size()); ++r) {
    const Region& region = catalogue.regions[static_cast<std::size_t>(r)];
    if (!region.partOf.empty() && !catalogue.regionIndex(region.partOf)) {
      issues.add({regionFile.name(), 0, region.id, "unknown-region",
                  "part_of names \"" + region.partOf + "\", which is not a region"});
    }
    if (region.midline) {
      catalogue.structures.push_back({r, Hemisphere::midline});
    } else {
      catalogue.structures.push_back({r, Hemisphere::left});
      catalogue.structures.push_back({r, Hemisphere::right});
    }
  }
  if (catalogue.structures.size() > kMaxStructures) {
    issues.add({regionFile.name(), 0, "/regions", "too-many",
                "there are more than 64 structures; the picture has room for 64"});
  }

  const JsonDocument connectionFile = JsonDocument::load(data / "connections" / "connections.json");
  ObjectReader connections(connectionFile.root(), issues);
  for (const JsonNode& node : connections.array("connections")) {
    ObjectReader in(node, issues);
    Connection connection;
    const std::string from = in.oneOf("from", ids);
    const std::string to = in.oneOf("to", ids);
    connection.id = in.text("id", std::string(from).append("-").append(to));
    connection.from = catalogue.regionIndex(from).value_or(0);
    connection.to = catalogue.regionIndex(to).value_or(0);
    connection.tract = in.text("tract", "");
    connection.commissural = in.boolean("commissural", false);
    connection.strength = in.number("strength", {0, 1, ""});
    connection.source = in.text("source");
    if (connection.source.empty()) {
      in.fail("source", "no-reason",
              "names no paper that says the two are joined; add its citation");
    }
    for (const JsonNode& point : in.array("waypoints", false)) {
      std::array<double, 3> mm{};
      bool good = point.kind() == JsonNode::Kind::array && point.size() == 3;
      for (std::size_t i = 0; good && i < 3; ++i) {
        good = point.at(i).kind() == JsonNode::Kind::number;
        if (good) mm[i] = point.at(i).asNumber();
      }
      if (good) {
        connection.waypoints.push_back(mm);
      } else {
        issues.add(point.issue("type", "a way-point is a list of three numbers, x y z in mm"));
      }
    }
    in.finish();
    for (const Connection& other : catalogue.connections) {
      if (other.id == connection.id) {
        issues.add(node.issue("duplicate-id", "\"" + connection.id + "\" is listed twice"));
      }
    }
    catalogue.connections.push_back(std::move(connection));
  }
  connections.finish();
  issues.throwIfAny();
  catalogue.evidence = Evidence::load(data);
  return catalogue;
}

std::optional<int> Catalogue::regionIndex(std::string_view id) const {
  for (std::size_t i = 0; i < regions.size(); ++i) {
    if (regions[i].id == id) return static_cast<int>(i);
  }
  return std::nullopt;
}

std::optional<int> Catalogue::structureIndex(int region, Hemisphere hemisphere) const {
  for (std::size_t i = 0; i < structures.size(); ++i) {
    if (structures[i].region == region && structures[i].hemisphere == hemisphere) {
      return static_cast<int>(i);
    }
  }
  return std::nullopt;
}

std::optional<int> Catalogue::connectionIndex(std::string_view from, std::string_view to) const {
  for (std::size_t i = 0; i < connections.size(); ++i) {
    const Connection& c = connections[i];
    if (regions[static_cast<std::size_t>(c.from)].id == from &&
        regions[static_cast<std::size_t>(c.to)].id == to) {
      return static_cast<int>(i);
    }
  }
  return std::nullopt;
}

std::vector<std::string> Catalogue::regionIds() const {
  std::vector<std::string> ids;
  for (const Region& region : regions) ids.push_back(region.id);
  return ids;
}

std::vector<int> Catalogue::group(std::string_view id) const {
  for (const auto& [name, members] : groups_) {
    if (name == id) return members;
  }
  return {};
}

std::string Catalogue::structureId(int structure) const {
  const Structure& s = structures[static_cast<std::size_t>(structure)];
  const std::string& region = regions[static_cast<std::size_t>(s.region)].id;
  return region + "_" + std::string(hemisphereName(s.hemisphere));
}

}  // namespace syn
