#include "scene/look_json.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

namespace syn::scene {

namespace {

using Json = nlohmann::ordered_json;

const std::vector<std::string> kColours{"tissue", "density", "system"};
const std::vector<std::string> kSides{"left", "right"};  // in the order of Hemisphere

struct Number {
  const char* key;
  float Look::*member;
  Range range;
};
constexpr Number kNumbers[] = {{"xray", &Look::xray, {0, 1, ""}},
                               {"explode", &Look::explode, {0, 1, ""}},
                               {"exaggeration", &Look::exaggeration, {1, 20, ""}},
                               {"density_ends", &Look::densityEnds, {0.001, 1, ""}}};

struct Colour {
  const char* key;
  SurfaceColour Look::*member;
};
constexpr Colour kColourKeys[] = {{"cortex_colour", &Look::cortexColour},
                                  {"deep_colour", &Look::deepColour}};

struct Switch {
  const char* key;
  bool Look::*member;
};
constexpr Switch kSwitches[] = {{"connections", &Look::connections},
                                {"new_neurons", &Look::newNeurons},
                                {"reactivity", &Look::reactivity},
                                {"hindbrain", &Look::hindbrain}};

struct Parts {
  const char* key;
  StructureSet Look::*member;
};
constexpr Parts kParts[] = {
    {"focus", &Look::focus}, {"solids", &Look::solids}, {"hidden", &Look::hidden}};

constexpr double kReachMm = 200;  // no part of a brain lies farther out

std::string unknown(const std::string& what, const std::string& word,
                    const std::vector<std::string>& known) {
  const std::string near = nearestWord(word, known);
  return "there is no " + what + " \"" + word + "\"; " +
         (near.empty() ? "see data/" + what + "s for the ids" : "did you mean \"" + near + "\"?");
}

std::vector<std::string> connectionIds(const Catalogue& catalogue) {
  std::vector<std::string> ids;
  for (const Connection& connection : catalogue.connections) ids.push_back(connection.id);
  return ids;
}

/// The text elements of an array, each with its place; others become issues.
std::vector<JsonNode> textNodes(ObjectReader& in, std::string_view key) {
  std::vector<JsonNode> texts;
  for (const JsonNode& node : in.array(key, false)) {
    if (node.kind() == JsonNode::Kind::string) {
      texts.push_back(node);
    } else {
      in.issues().add(node.issue("type", "must be a text, not " + node.kindName()));
    }
  }
  return texts;
}

StructureSet readParts(ObjectReader& in, std::string_view key, const Catalogue& catalogue) {
  StructureSet set;
  for (const JsonNode& node : textNodes(in, key)) {
    const std::string word = node.asString();
    const std::size_t colon = std::min(word.find(':'), word.size());
    const std::string region = word.substr(0, colon);
    const auto index = catalogue.regionIndex(region);
    if (!index) {
      in.issues().add(node.issue("unknown-id", unknown("region", region, catalogue.regionIds())));
      continue;
    }
    std::optional<Hemisphere> side;
    if (colon < word.size()) {
      const std::string name = word.substr(colon + 1);
      const auto found = std::find(kSides.begin(), kSides.end(), name);
      const bool midline = catalogue.regions[static_cast<std::size_t>(*index)].midline;
      if (found == kSides.end() || midline) {
        in.issues().add(node.issue(
            "unknown-word", midline ? "\"" + region + "\" has no sides; write it without a colon"
                                    : "\"" + name + "\" is no side; write left or right"));
        continue;
      }
      side = static_cast<Hemisphere>(found - kSides.begin());
    }
    set |= structuresOf(catalogue, *index, side);
  }
  return set;
}

GaugeSet readGauges(ObjectReader& in, const GaugeSet& base) {
  std::vector<std::string> ids;
  for (const GaugeTraits& traits : gauges()) ids.emplace_back(traits.id);
  GaugeSet set;
  for (const JsonNode& node : textNodes(in, "gauges")) {
    const auto found = std::find(ids.begin(), ids.end(), node.asString());
    if (found == ids.end()) {
      const std::string near = nearestWord(node.asString(), ids);
      in.issues().add(
          node.issue("unknown-word", "there is no gauge \"" + node.asString() + "\"" +
                                         (near.empty() ? "" : "; did you mean \"" + near + "\"?")));
      continue;
    }
    set.set(static_cast<std::size_t>(found - ids.begin()));
  }
  return in.has("gauges") ? set : base;
}

ConnectionSet readConnections(ObjectReader& in, std::string_view key, const Catalogue& catalogue) {
  ConnectionSet set;
  const std::vector<std::string> ids = connectionIds(catalogue);
  for (const JsonNode& node : textNodes(in, key)) {
    const auto found = std::find(ids.begin(), ids.end(), node.asString());
    if (found == ids.end()) {
      in.issues().add(node.issue("unknown-id", unknown("connection", node.asString(), ids)));
      continue;
    }
    set.set(static_cast<std::size_t>(found - ids.begin()));
  }
  return set;
}

/// All connections there are.
ConnectionSet everyConnection(const Catalogue& catalogue) {
  ConnectionSet set;
  for (std::size_t c = 0; c < catalogue.connections.size(); ++c) set.set(c);
  return set;
}

void readWindow(ObjectReader& in, Look& look) {
  const auto node = in.object("window", false);
  if (!node) return;
  ObjectReader window(*node, in.issues());
  look.windowRadius = static_cast<float>(window.number("radius_mm", {0, kReachMm, "mm"}));
  const std::vector<double> at = window.numbers("at_mm", {-kReachMm, kReachMm, "mm"}, false);
  if (window.has("at_mm")) {
    if (at.size() == look.windowAt.size()) {
      std::transform(at.begin(), at.end(), look.windowAt.begin(),
                     [](double v) { return static_cast<float>(v); });
    } else {
      window.fail("at_mm", "size", "must hold three numbers: right, front and up in mm");
    }
  }
  window.finish();
}

Json partsText(const StructureSet& set, const Catalogue& catalogue) {
  Json list = Json::array();
  for (std::size_t r = 0; r < catalogue.regions.size(); ++r) {
    const StructureSet all = structuresOf(catalogue, static_cast<int>(r));
    const StructureSet some = all & set;
    if (some.none()) continue;
    const std::string& id = catalogue.regions[r].id;
    if (some == all) {
      list.push_back(id);
      continue;
    }
    for (const Hemisphere side : {Hemisphere::left, Hemisphere::right}) {
      if ((structuresOf(catalogue, static_cast<int>(r), side) & set).any()) {
        list.push_back(id + ":" + kSides[static_cast<std::size_t>(side)]);
      }
    }
  }
  return list;
}

Json connectionsText(const ConnectionSet& set, const Catalogue& catalogue) {
  Json list = Json::array();
  for (std::size_t c = 0; c < catalogue.connections.size(); ++c) {
    if (set.test(c)) list.push_back(catalogue.connections[c].id);
  }
  return list;
}

/// The shortest decimal that gives the same float, so that 0.1 is not written 0.10000000149.
Json shortNumber(float value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return Json::parse(text.data(), end);
}

}  // namespace

Look readLook(ObjectReader& in, const Catalogue& catalogue, const Look& base) {
  Look look = base;
  for (const Number& n : kNumbers) {
    look.*n.member =
        static_cast<float>(in.number(n.key, n.range, static_cast<double>(base.*n.member)));
  }
  for (const Colour& c : kColourKeys) {
    const std::string word =
        in.oneOf(c.key, kColours, kColours[static_cast<std::size_t>(base.*c.member)]);
    look.*c.member = static_cast<SurfaceColour>(std::find(kColours.begin(), kColours.end(), word) -
                                                kColours.begin());
  }
  for (const Switch& s : kSwitches) look.*s.member = in.boolean(s.key, base.*s.member);
  for (std::size_t p = 0; p < kPhenomena; ++p) {
    look.phenomena.set(p, in.boolean(phenomena()[p].id, base.phenomena.test(p)));
  }
  look.gauges = readGauges(in, base.gauges);
  for (const Parts& p : kParts) {
    const StructureSet set = readParts(in, p.key, catalogue);
    if (in.has(p.key)) look.*p.member = set;
  }
  readWindow(in, look);
  const ConnectionSet hidden = readConnections(in, "hidden_connections", catalogue);
  const ConnectionSet only = readConnections(in, "only_connections", catalogue);
  if (in.has("hidden_connections") && in.has("only_connections")) {
    in.fail("only_connections", "contradiction",
            "give either \"only_connections\" or \"hidden_connections\", not both");
  } else if (in.has("hidden_connections")) {
    look.hiddenConnections = hidden;
  } else if (in.has("only_connections")) {
    look.hiddenConnections = everyConnection(catalogue) & ~only;
  }
  return look;
}

Look readLook(const JsonNode& node, const Catalogue& catalogue, const Look& base,
              IssueList& issues) {
  ObjectReader in(node, issues);
  Look look = readLook(in, catalogue, base);
  in.finish();
  return look;
}

std::string writeLook(const Look& look, const Catalogue& catalogue, const Look& base) {
  Json out = Json::object();
  for (const Number& n : kNumbers) {
    if (look.*n.member != base.*n.member) out[n.key] = shortNumber(look.*n.member);
  }
  if (look.windowRadius != base.windowRadius || look.windowAt != base.windowAt) {
    Json at = Json::array();
    for (const float v : look.windowAt) at.push_back(shortNumber(v));
    out["window"] = {{"radius_mm", shortNumber(look.windowRadius)}, {"at_mm", at}};
  }
  for (const Colour& c : kColourKeys) {
    if (look.*c.member != base.*c.member) {
      out[c.key] = kColours[static_cast<std::size_t>(look.*c.member)];
    }
  }
  for (const Switch& s : kSwitches) {
    if (look.*s.member != base.*s.member) out[s.key] = look.*s.member;
  }
  for (std::size_t p = 0; p < kPhenomena; ++p) {
    if (look.phenomena.test(p) != base.phenomena.test(p)) {
      out[std::string(phenomena()[p].id)] = look.phenomena.test(p);
    }
  }
  if (look.gauges != base.gauges) {
    Json ids = Json::array();
    for (std::size_t g = 0; g < kGauges; ++g) {
      if (look.gauges.test(g)) ids.push_back(gauges()[g].id);
    }
    out["gauges"] = ids;
  }
  for (const Parts& p : kParts) {
    if (look.*p.member != base.*p.member) out[p.key] = partsText(look.*p.member, catalogue);
  }
  if (look.hiddenConnections != base.hiddenConnections) {
    const ConnectionSet shown = everyConnection(catalogue) & ~look.hiddenConnections;
    if (shown.count() < look.hiddenConnections.count()) {
      out["only_connections"] = connectionsText(shown, catalogue);
    } else {
      out["hidden_connections"] = connectionsText(look.hiddenConnections, catalogue);
    }
  }
  return out.dump();
}

}  // namespace syn::scene
