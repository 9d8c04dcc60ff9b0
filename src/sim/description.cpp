#include "sim/description.h"

#include <algorithm>
#include <regex>
#include <set>

#include "base/json.h"
#include "sim/lane_reader.h"

namespace syn::sim {
namespace {

using Place = EffectWord::Place;

std::string didYouMean(const std::string& word, const std::vector<std::string>& words) {
  const std::string near = nearestWord(word, words);
  return near.empty() ? "." : "; did you mean \"" + near + "\"?";
}

/// Everything the readers share.
struct Reader {
  const Catalogue& catalogue;
  std::vector<Handle>& handles;
  IssueList& issues;
  std::vector<std::string> checkIds = {};

  template <class Where>
  void handle(std::string id, std::string unit, Reason reason, Where where) {
    handles.push_back(
        {{std::move(id), 0, std::move(unit), std::move(reason.sources), std::move(reason.pinnedBy)},
         where});
  }

  void checkRegion(const JsonNode& node, const std::string& id) {
    if (catalogue.regionIndex(id)) return;
    issues.add(node.issue("unknown-region", "There is no region \"" + id + "\"" +
                                                didYouMean(id, catalogue.regionIds())));
  }

  void checkConnection(const JsonNode& node, const std::string& from, const std::string& to) {
    if (!catalogue.connectionIndex(from, to)) {
      issues.add(node.issue("unknown-connection", "No connection runs from \"" + from + "\" to \"" +
                                                      to + "\"; see data/connections."));
    }
  }

  void checkTract(ObjectReader& in, const std::string& id) {
    std::vector<std::string> known;
    for (const Connection& connection : catalogue.connections) {
      known.push_back(connection.id);
      known.push_back(connection.tract);
    }
    if (std::find(known.begin(), known.end(), id) != known.end()) return;
    in.fail("tract", "unknown-tract",
            "No connection of data/connections has the id or the tract \"" + id + "\"" +
                didYouMean(id, known));
  }
};

/// Whether a text names a year, as a citation does.
bool namesYear(const std::string& text) {
  static const std::regex year("\\b(19|20)[0-9]{2}\\b");
  return std::regex_search(text, year);
}

/// Findings named by id must exist; what is no id must be a citation one can look up, or say that
/// it is only assumed.
void checkSources(Reader& reader, ObjectReader& in, const char* key,
                  const std::vector<std::string>& sources) {
  const Evidence& evidence = reader.catalogue.evidence;
  for (const std::string& source : sources) {
    if (evidence.find(source) != nullptr || isAssumption(source)) continue;
    if (source.find(' ') == std::string::npos) {
      std::vector<std::string> ids;
      for (const Finding& finding : evidence.findings) ids.push_back(finding.id);
      in.fail(key, "unknown-source",
              "There is no finding \"" + source + "\" in data/evidence/evidence.json" +
                  didYouMean(source, ids));
    } else if (!namesYear(source)) {
      in.fail(key, "unknown-source",
              "\"" + source +
                  "\" is neither the id of a finding in data/evidence/evidence.json nor a citation "
                  "with its year; give one of the two, or say \"Assumption: \" and why.");
    }
  }
}

Reason readGivenReason(Reader& reader, ObjectReader& in) {
  Reason reason{in.texts("source"), in.texts("pinned_by")};
  checkSources(reader, in, "source", reason.sources);
  for (const std::string& id : reason.pinnedBy) {
    if (std::find(reader.checkIds.begin(), reader.checkIds.end(), id) != reader.checkIds.end()) {
      continue;
    }
    in.fail("pinned_by", "unknown-check",
            "There is no check \"" + id + "\" in data/evidence/checks.json or further_checks.json" +
                didYouMean(id, reader.checkIds));
  }
  return reason;
}

/// Why the numbers of a row are what they are. `what` names the row in the refusal.
Reason readReason(Reader& reader, ObjectReader& in, const std::string& what) {
  Reason reason = readGivenReason(reader, in);
  if (reason.sources.empty() && reason.pinnedBy.empty()) {
    in.fail("source", "no-reason",
            what +
                " has numbers but no reason for them; add \"source\" (ids of "
                "data/evidence/evidence.json, or citations with their year) or \"pinned_by\" "
                "(ids of data/evidence/checks.json).");
  }
  return reason;
}

/// Of a row in a list: its own reason, or that of the whole when it gives none.
Reason readReasonOr(Reader& reader, ObjectReader& in, const Reason& whole) {
  Reason own = readGivenReason(reader, in);
  return own.sources.empty() && own.pinnedBy.empty() ? whole : own;
}

/// The rows of `key`; each amount becomes a parameter "`name`.`key`.region". `where` finds the list
/// in a Description.
template <class Where>
std::vector<RegionAmount> readRegionAmounts(Reader& reader, ObjectReader& in, const char* key,
                                            const std::string& name, const Reason& whole,
                                            Where where) {
  std::vector<RegionAmount> rows;
  for (const JsonNode& node : in.array(key, false)) {
    ObjectReader row(node, reader.issues);
    RegionAmount amount{row.text("region"), row.number("amount", {-10, 10, ""})};
    reader.checkRegion(node, amount.region);
    const std::size_t i = rows.size();
    reader.handle(name + "." + key + "." + amount.region, "", readReasonOr(reader, row, whole),
                  [where, i](Description& d) { return &where(d)[i].amount; });
    row.finish();
    rows.push_back(std::move(amount));
  }
  return rows;
}

/// As readRegionAmounts; the parameters are "`name`.`key`.from-to".
template <class Where>
std::vector<ConnectionAmount> readConnectionAmounts(Reader& reader, ObjectReader& in,
                                                    const char* key, const std::string& name,
                                                    const Reason& whole, Where where) {
  std::vector<ConnectionAmount> rows;
  for (const JsonNode& node : in.array(key, false)) {
    ObjectReader row(node, reader.issues);
    ConnectionAmount amount{row.text("from"), row.text("to"), row.number("amount", {-10, 10, ""})};
    reader.checkConnection(node, amount.from, amount.to);
    const std::size_t i = rows.size();
    reader.handle(
        std::string(name).append(".").append(key).append(".").append(amount.from) + "-" + amount.to,
        "", readReasonOr(reader, row, whole),
        [where, i](Description& d) { return &where(d)[i].amount; });
    row.finish();
    rows.push_back(std::move(amount));
  }
  return rows;
}

void readParameters(Reader& reader, const std::filesystem::path& file, Description& out) {
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
    reader.handle(id, unit, readReason(reader, row, "The parameter \"" + id + "\""),
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

void readNorms(Reader& reader, const std::filesystem::path& file, Description& out) {
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader top(document.root(), reader.issues);
  std::vector<std::string> curveIds;
  for (const JsonNode& node : top.array("curves")) {
    ObjectReader row(node, reader.issues);
    CurveRow curve{row.text("id"), row.numbers("ages", {0, 120, "years"}),
                   row.numbers("values", {-1000, 1e6, ""})};
    Reason reason = readReason(reader, row, "The curve \"" + curve.id + "\"");
    if (curve.ages.size() < 2 || curve.ages.size() != curve.values.size()) {
      row.fail("values", "length", "A curve needs as many values as ages, at least two.");
    } else if (!std::is_sorted(curve.ages.begin(), curve.ages.end(), std::less_equal<>())) {
      row.fail("ages", "order", "Ages must increase from point to point.");
    }
    row.finish();
    const std::size_t index = out.curves.size();
    for (std::size_t i = 0; i < curve.values.size() && i < curve.ages.size(); ++i) {
      std::string age = std::to_string(curve.ages[i]);
      age.erase(age.find_last_not_of('0') + 1);
      if (age.back() == '.') age.pop_back();
      reader.handle(curve.id + "/" + age, "", reason,
                    [index, i](Description& d) { return &d.curves[index].values[i]; });
    }
    curveIds.push_back(curve.id);
    out.curves.push_back(std::move(curve));
  }
  for (const std::string& id : ageCurveIds()) {
    if (std::find(curveIds.begin(), curveIds.end(), id) == curveIds.end()) {
      reader.issues.add(top.node().issue("missing", "The curve \"" + id + "\" is missing."));
    }
  }
  for (const JsonNode& node : top.array("windows")) {
    ObjectReader row(node, reader.issues);
    WindowRow window;
    window.id = row.oneOf("id", windowIds());
    window.opensAge = row.number("opens_age", {-5, 30, "years"});
    window.opensWidth = row.number("opens_width", {0.01, 20, "years"});
    window.closesAge = row.number("closes_age", {0, 100, "years"});
    window.closesWidth = row.number("closes_width", {0.01, 50, "years"});
    window.rest = row.number("rest", {0, 1, ""});
    Reason reason = readReason(reader, row, "The window \"" + window.id + "\"");
    row.finish();
    const std::size_t index = out.windows.size();
    const auto number = [&](const char* key, const char* unit, double WindowRow::*member) {
      reader.handle("window." + window.id + "." + key, unit, reason,
                    [index, member](Description& d) { return &(d.windows[index].*member); });
    };
    number("opens_age", "years", &WindowRow::opensAge);
    number("opens_width", "years", &WindowRow::opensWidth);
    number("closes_age", "years", &WindowRow::closesAge);
    number("closes_width", "years", &WindowRow::closesWidth);
    number("rest", "", &WindowRow::rest);
    out.windows.push_back(std::move(window));
  }
  for (const std::string& id : windowIds()) {
    if (std::none_of(out.windows.begin(), out.windows.end(),
                     [&](const WindowRow& w) { return w.id == id; })) {
      reader.issues.add(top.node().issue("missing", "The window \"" + id + "\" is missing."));
    }
  }
  std::set<std::string> seen;
  for (const JsonNode& node : top.array("regions")) {
    ObjectReader row(node, reader.issues);
    RegionRow region;
    region.id = row.text("id");
    reader.checkRegion(node, region.id);
    region.volume = row.number("volume_cm3", {0.01, 2000, "cm3"});
    region.volumeCurve = row.oneOf("volume", curveIds);
    region.densityCurve = row.oneOf("density", curveIds);
    region.synapseCurve = row.oneOf("synapses", curveIds);
    reader.handle(
        "region." + region.id + ".volume_cm3", "cm3",
        readReason(reader, row, "The region \"" + region.id + "\""),
        [index = out.regions.size()](Description& d) { return &d.regions[index].volume; });
    row.finish();
    if (!seen.insert(region.id).second) {
      row.fail("id", "duplicate", "The region \"" + region.id + "\" is given twice.");
    }
    out.regions.push_back(std::move(region));
  }
  for (const Region& region : reader.catalogue.regions) {
    if (!seen.contains(region.id)) {
      reader.issues.add(top.node().issue(
          "missing", "The region \"" + region.id + "\" of the catalogue has no norms."));
    }
  }
  for (const JsonNode& node : top.array("myelination")) {
    ObjectReader row(node, reader.issues);
    NamedAmount tract;
    tract.id = row.text("tract");
    if (!tract.id.empty()) reader.checkTract(row, tract.id);
    const std::string curve = row.oneOf("curve", curveIds);
    tract.amount =
        static_cast<double>(std::find(curveIds.begin(), curveIds.end(), curve) - curveIds.begin());
    readReason(reader, row, "The curve of the tract \"" + tract.id + "\"");
    row.finish();
    out.tracts.push_back(std::move(tract));
  }
  top.finish();
}

void readStructures(Reader& reader, const std::filesystem::path& file, Description& out) {
  struct Field {
    const char* key;
    double StructureRow::*member;
    Range range;
  };
  static const std::vector<Field> kFields = {
      {"kept", &StructureRow::kept, {0, 5, ""}},
      {"spine_gain", &StructureRow::spineGain, {0, 5, "1/week"}},
      {"spine_max", &StructureRow::spineMax, {-1, 2, ""}},
      {"spine_recovery", &StructureRow::spineRecovery, {0, 5, "1/week"}},
      {"spine_ageing", &StructureRow::spineAgeing, {0, 1, ""}},
      {"shrink_stress", &StructureRow::shrinkStress, {-0.5, 0.5, ""}},
      {"programming", &StructureRow::programming, {-0.1, 0.1, "1/week"}},
      {"atrophy", &StructureRow::atrophy, {0, 0.01, "1/week"}},
      {"forget_weeks", &StructureRow::forgetWeeks, {1, 5200, "weeks"}},
      {"volume_share", &StructureRow::volumeShare, {0, 2, ""}},
      {"react_stress", &StructureRow::reactStress, {-2, 2, ""}},
      {"react_sleep", &StructureRow::reactSleep, {-2, 2, ""}},
      {"react_adversity", &StructureRow::reactAdversity, {-50, 50, ""}},
      {"motor", &StructureRow::motor, {0, 1, ""}},
      {"memory", &StructureRow::memory, {0, 1, ""}},
      {"executive", &StructureRow::executive, {0, 1, ""}},
      {"brake", &StructureRow::brake, {0, 1, ""}}};
  for (const Region& region : reader.catalogue.regions) {
    StructureRow row;
    row.id = region.id;
    row.forgetWeeks = 100;
    out.structures.push_back(std::move(row));
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
    Reason reason = readReason(reader, row, "The response");
    for (const Field& field : kFields) {
      const auto value = row.optionalNumber(field.key, field.range);
      if (!value) continue;
      for (const std::size_t m : members) out.structures[m].*field.member = *value;
      for (const std::size_t m : members) {
        reader.handle(
            "response." + std::to_string(number) + "." + out.structures[m].id + "." + field.key,
            std::string(field.range.unit), reason,
            [m, member = field.member](Description& d) { return &(d.structures[m].*member); });
      }
    }
    row.finish();
    ++number;
  }
  top.finish();
}

void readPeople(Reader& reader, const std::filesystem::path& file, Description& out) {
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader top(document.root(), reader.issues);
  out.traits.resize(traitIds().size());
  std::set<std::string> seen;
  for (const JsonNode& node : top.array("traits")) {
    ObjectReader row(node, reader.issues);
    const std::string id = row.oneOf("id", traitIds());
    const auto index = static_cast<std::size_t>(
        std::find(traitIds().begin(), traitIds().end(), id) - traitIds().begin());
    TraitRow trait;
    trait.id = id;
    trait.sd = row.number("sd", {0, 10, ""});
    trait.genes = row.number("genes", {0, 1, ""});
    trait.family = row.number("family", {0, 1, ""});
    trait.factor = row.boolean("factor", false);
    if (trait.genes + trait.family > 1) {
      row.fail("family", "share", "The shares of genes and family add up to more than 1.");
    }
    Reason reason = readReason(reader, row, "The trait \"" + id + "\"");
    row.finish();
    if (index >= out.traits.size()) continue;
    reader.handle("trait." + id + ".sd", "", reason,
                  [index](Description& d) { return &d.traits[index].sd; });
    reader.handle("trait." + id + ".genes", "", reason,
                  [index](Description& d) { return &d.traits[index].genes; });
    reader.handle("trait." + id + ".family", "", reason,
                  [index](Description& d) { return &d.traits[index].family; });
    seen.insert(id);
    out.traits[index] = std::move(trait);
  }
  for (const std::string& id : traitIds()) {
    if (!seen.contains(id)) {
      reader.issues.add(top.node().issue("missing", "The trait \"" + id + "\" is missing."));
    }
  }
  top.finish();
}

EffectRow readEffect(Reader& reader, const JsonNode& node, const std::string& name,
                     std::size_t exposure, std::size_t index) {
  std::vector<std::string> words;
  for (const EffectWord& word : effectWords()) words.push_back(word.word);
  ObjectReader row(node, reader.issues);
  EffectRow effect;
  effect.on = row.oneOf("on", words);
  effect.regions = row.texts("regions");
  effect.connection = row.texts("connection");
  effect.circuit = row.text("circuit", "");
  effect.skill = row.text("skill", "");
  effect.amount = row.number("amount", {-1000, 1000, ""}, 1);
  effect.saturating = row.oneOf("shape", {"saturating", "linear"}, "saturating") == "saturating";
  effect.d50 = row.number("d50", {1e-6, 1e6, ""}, 1);
  effect.power = row.number("n", {0.2, 8, ""}, 1);
  effect.fromAge = row.number("from_age", {0, 120, "years"}, 0);
  effect.toAge = row.number("to_age", {0, 200, "years"}, 200);
  for (const std::string& factor : row.texts("times")) {
    if (factor == "novelty")
      effect.novelty = true;
    else if (factor == "challenge")
      effect.challenge = true;
    else
      row.fail("times", "unknown-word", "An effect can be times \"novelty\" or \"challenge\".");
  }
  effect.targets = row.texts("targets");
  Reason reason = readReason(reader, row, "The effect on \"" + effect.on + "\"");
  const auto found = std::find_if(effectWords().begin(), effectWords().end(),
                                  [&](const EffectWord& w) { return w.word == effect.on; });
  if (found != effectWords().end()) {
    if (found->place == Place::region && effect.regions.empty()) {
      row.fail("regions", "missing", "This effect needs the regions it acts on.");
    }
    if (found->place == Place::connection && effect.connection.size() != 2) {
      row.fail("connection", "missing", "This effect needs a connection [from, to].");
    }
  }
  for (const std::string& region : effect.regions) {
    if (reader.catalogue.group(region).empty()) reader.checkRegion(node, region);
  }
  if (effect.connection.size() == 2) {
    reader.checkConnection(node, effect.connection[0], effect.connection[1]);
  }
  row.finish();
  const std::string base = name + "/effects/" + std::to_string(index) + "/";
  const auto at = [exposure, index](Description& d) -> EffectRow& {
    return d.exposures[exposure].effects[index];
  };
  reader.handle(base + "amount", "", reason, [at](Description& d) { return &at(d).amount; });
  if (effect.saturating) {
    reader.handle(base + "d50", "", reason, [at](Description& d) { return &at(d).d50; });
    reader.handle(base + "n", "", reason, [at](Description& d) { return &at(d).power; });
  }
  return effect;
}

/// What an average life has of an exposure, which is a claim like any other.
void readAverageLife(Reader& reader, ObjectReader& in, const ExposureRow& row,
                     std::size_t exposure) {
  const bool lived = row.info.baseline > 0 || !row.baseline.empty();
  if (!lived && !in.has("novelty") && !in.has("challenge")) {
    readGivenReason(reader, in);
    return;
  }
  const Reason reason =
      readReason(reader, in, "The average life's dose of \"" + row.info.id + "\"");
  const auto at = [exposure](Description& d) -> ExposureRow& { return d.exposures[exposure]; };
  if (row.info.baseline > 0) {
    reader.handle(row.info.id + "/baseline", row.info.unit, reason,
                  [at](Description& d) { return &at(d).info.baseline; });
  }
  for (std::size_t i = 0; i < row.baseline.size(); ++i) {
    reader.handle(row.info.id + "/baseline_ages/" + std::to_string(i) + "/dose", row.info.unit,
                  reason, [at, i](Description& d) { return &at(d).baseline[i].dose; });
  }
  if (in.has("novelty")) {
    reader.handle(row.info.id + "/novelty", "", reason,
                  [at](Description& d) { return &at(d).novelty; });
  }
  if (in.has("challenge")) {
    reader.handle(row.info.id + "/challenge", "", reason,
                  [at](Description& d) { return &at(d).challenge; });
  }
}

/// What makes a life with this exposure impossible.
void readLimits(Reader& reader, ObjectReader& in, ExposureRow& row) {
  readAges(in, row.info.fromAge, row.info.toAge);
  if (const auto node = in.object("time", false)) {
    ObjectReader time(*node, reader.issues);
    row.hours = time.number("hours", {0, 168, "h/week"});
    row.hoursTargets = time.texts("targets");
    time.finish();
  }
  for (const JsonNode& node : in.array("excludes", false)) {
    ObjectReader other(node, reader.issues);
    Exclusion exclusion;
    exclusion.exposure = other.text("exposure");
    exclusion.dose = other.number("dose", {row.info.low, row.info.high, row.info.unit});
    exclusion.targets = other.texts("targets");
    exclusion.theirTargets = other.texts("their_targets");
    exclusion.because = other.text("because");
    other.finish();
    row.excludes.push_back(std::move(exclusion));
  }
}

void readExposure(Reader& reader, const std::filesystem::path& file, Description& out) {
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader in(document.root(), reader.issues);
  ExposureRow row;
  row.info.id = in.text("id");
  row.info.name = in.text("name");
  row.info.unit = in.text("unit");
  row.info.low = in.number("low", {0, 1e6, ""});
  row.info.high = in.number("high", {0, 1e6, ""});
  row.info.baseline = in.number("baseline", {0, 1e6, ""}, 0);
  row.info.family = in.oneOf(
      "family", {"exercise", "learning", "sleep", "social", "mindfulness", "stress", "condition",
                 "therapy", "medicine", "event", "substance", "control", "circuit"});
  row.info.evidence = in.texts("evidence");
  checkSources(reader, in, "evidence", row.info.evidence);
  row.novelty = in.number("novelty", {0, 1, ""}, 0.5);
  row.challenge = in.number("challenge", {0, 1, ""}, 0.5);
  row.info.fields = in.texts("fields");
  row.targets = in.texts("targets");
  row.stroke = in.boolean("lesion", false);
  row.info.event = row.stroke;
  for (const JsonNode& node : in.array("baseline_ages", false)) {
    ObjectReader span(node, reader.issues);
    row.baseline.push_back({span.number("from_age", {0, 200, "years"}),
                            span.number("to_age", {0, 200, "years"}),
                            span.number("dose", {row.info.low, row.info.high, row.info.unit})});
    span.finish();
  }
  if (row.info.high < row.info.low) in.fail("high", "order", "\"high\" must be at least \"low\".");
  const std::size_t exposure = out.exposures.size();
  readAverageLife(reader, in, row, exposure);
  readLimits(reader, in, row);
  row.info.lane = readLane(in, row.info);
  std::size_t index = 0;
  for (const JsonNode& node : in.array("effects", false)) {
    row.effects.push_back(readEffect(reader, node, row.info.id, exposure, index++));
  }
  in.finish();
  for (const ExposureRow& other : out.exposures) {
    if (other.info.id == row.info.id) {
      in.fail("id", "duplicate", "The exposure \"" + row.info.id + "\" is defined twice.");
    }
  }
  out.exposures.push_back(std::move(row));
}

void readSkills(Reader& reader, const std::filesystem::path& file, Description& out) {
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader top(document.root(), reader.issues);
  for (const JsonNode& node : top.array("skills")) {
    ObjectReader in(node, reader.issues);
    SkillRow row;
    row.id = in.text("id");
    row.synonyms = in.texts("synonyms");
    const std::string name = "skill." + row.id;
    const Reason reason = readReason(reader, in, "The skill \"" + row.id + "\"");
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

void readCircuit(Reader& reader, const std::filesystem::path& file, Description& out) {
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
      {"cognition", &CircuitRow::cognition, {0, 1, ""}}};
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader in(document.root(), reader.issues);
  CircuitRow row;
  row.id = in.text("id");
  row.name = in.text("name");
  row.kind = in.oneOf("kind", {"habit", "illness", "progressive"});
  row.evidence = in.texts("evidence");
  checkSources(reader, in, "evidence", row.evidence);
  row.info = {row.id, row.name, "severity", 0, 1, 0, "condition", row.evidence};
  row.info.condition = true;
  const std::string name = "circuit." + row.id;
  const Reason reason = readReason(reader, in, "The circuit \"" + row.id + "\"");
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
    NamedAmount amount{treatment.text("exposure"), treatment.number("amount", {0, 10, ""})};
    const std::size_t i = row.treatments.size();
    reader.handle(name + ".treatments." + amount.id, "", readReasonOr(reader, treatment, reason),
                  [index, i](Description& d) { return &d.circuits[index].treatments[i].amount; });
    treatment.finish();
    row.treatments.push_back(std::move(amount));
  }
  in.finish();
  out.circuits.push_back(std::move(row));
}

/// Ids of the checks; whether they are sound is the business of their own reader.
std::vector<std::string> readCheckIds(const std::filesystem::path& evidence) {
  std::vector<std::string> ids;
  for (const char* file : {"checks.json", "further_checks.json"}) {
    const JsonDocument document = JsonDocument::load(evidence / file);
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
void checkReferences(Reader& reader, const Description& d, const std::filesystem::path& data) {
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
    progressive += row.kind == "progressive" ? 1 : 0;
    habits += row.kind == "habit" ? 1 : 0;
    for (const NamedAmount& treatment : row.treatments) {
      if (!known(exposures, treatment.id)) {
        refuse((data / "circuits" / (row.id + ".json")).string(), treatment.id, exposures);
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

bool isAssumption(const std::string& source) {
  return source.starts_with("Assumption: ");
}

const std::vector<std::string>& ageCurveIds() {
  static const std::vector<std::string> ids = {"adversity_sensitivity",
                                               "stress_recovery",
                                               "volume_recovery",
                                               "births",
                                               "births_absent",
                                               "deep_sleep",
                                               "trait_trend",
                                               "trait_tau",
                                               "amyloid_level",
                                               "bdnf_level",
                                               "wear",
                                               "cognition_memory",
                                               "cognition_executive",
                                               "cognition_speed"};
  return ids;
}

const std::vector<std::string>& traitIds() {
  static const std::vector<std::string> ids = {"responsiveness", "therapy_response",
                                               "drug_response",  "habit_speed",
                                               "motor_recovery", "bdnf",
                                               "neurogenesis",   "amyloid",
                                               "intellect",      "reserve",
                                               "temperament",    "stress",
                                               "liability",      "natural_course",
                                               "reactivity",     "wear"};
  return ids;
}

const std::vector<std::string>& windowIds() {
  static const std::vector<std::string> ids = {"vision", "hearing", "language", "attachment",
                                               "motor"};
  return ids;
}

const std::vector<EffectWord>& effectWords() {
  static const std::vector<EffectWord> words = {
      {"bdnf", Place::scalar, kInBdnf},
      {"bdnf_pulse", Place::scalar, kInBdnfPulse},
      {"fitness", Place::scalar, kInFitness},
      {"stress_load", Place::scalar, kInStressLoad},
      {"stress_relief", Place::scalar, kInStressRelief},
      {"sleep_hours", Place::scalar, kInSleepHours, true},
      {"sleep_quality", Place::scalar, kInSleepQuality},
      {"neurogenesis", Place::scalar, kInNeurogenesis},
      {"survival", Place::scalar, kInSurvival},
      {"engagement", Place::scalar, kInEngagement},
      {"schooling", Place::scalar, kInSchooling},
      {"cognition_memory", Place::scalar, kInCognitionMemory},
      {"cognition_executive", Place::scalar, kInCognitionExecutive},
      {"cognition_speed", Place::scalar, kInCognitionSpeed},
      {"wear", Place::scalar, kInWear},
      {"trait", Place::scalar, kInTrait},
      {"plasticity", Place::scalar, kInPlasticity},
      {"adversity", Place::scalar, kInAdversity, true},
      {"eye_loss", Place::scalar, kInEyeLoss},
      {"eye_training", Place::scalar, kInEyeTraining},
      {"hearing_loss", Place::scalar, kInHearingLoss},
      {"language_study", Place::scalar, kInLanguageStudy},
      {"language_contact", Place::scalar, kInLanguageContact},
      {"rehabilitation", Place::scalar, kInRehabilitation},
      {"teaching", Place::scalar, kInTeaching},
      {"growth", Place::region, 0},
      {"practice", Place::region, 1},
      {"toxicity", Place::region, 2},
      {"synapses", Place::region, 3},
      {"reactivity", Place::region, 4},
      {"connection_use", Place::connection, 0},
      {"myelin", Place::connection, 1},
      {"new_path", Place::circuit, 0},
      {"old_path", Place::circuit, 1},
      {"relief", Place::circuit, 2},
      {"medication", Place::circuit, 3},
      {"craving", Place::circuit, 4},
      {"skill", Place::skill, 0},
      {"use_of_entry", Place::entryUse, 0}};
  return words;
}

Description readDescription(const std::filesystem::path& data, const Catalogue& catalogue,
                            std::vector<Handle>& handles, IssueList& issues) {
  Description out;
  Reader reader{catalogue, handles, issues, readCheckIds(data / "evidence")};
  readParameters(reader, data / "lifespan" / "parameters.json", out);
  readNorms(reader, data / "lifespan" / "norms.json", out);
  readStructures(reader, data / "lifespan" / "responses.json", out);
  readPeople(reader, data / "lifespan" / "people.json", out);
  for (const auto& file : jsonFiles(data / "exposures")) readExposure(reader, file, out);
  readSkills(reader, data / "skills" / "skills.json", out);
  for (const auto& file : jsonFiles(data / "circuits")) readCircuit(reader, file, out);
  checkReferences(reader, out, data);
  return out;
}

}  // namespace syn::sim
