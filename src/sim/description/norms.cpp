#include "sim/description/norms.h"

#include <algorithm>
#include <set>

#include "sim/description/content_reader.h"

namespace syn::sim {
namespace {

/// "21.7" of an age in years, as it stands in the name of a parameter.
std::string ageText(double age) {
  std::string text = std::to_string(age);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

void readCurves(ContentReader& reader, ObjectReader& top, Description& out) {
  for (const JsonNode& node : top.array("curves")) {
    ObjectReader row(node, reader.issues);
    CurveRow curve{row.text("id"), row.numbers("ages", {0, 120, "years"}),
                   row.numbers("values", {-1000, 1e6, ""})};
    Reason reason = reader.readReason(row, "The curve \"" + curve.id + "\"");
    if (curve.ages.size() < 2 || curve.ages.size() != curve.values.size()) {
      row.fail("values", "length", "A curve needs as many values as ages, at least two.");
    } else if (!std::is_sorted(curve.ages.begin(), curve.ages.end(), std::less_equal<>())) {
      row.fail("ages", "order", "Ages must increase from point to point.");
    }
    row.finish();
    const std::size_t index = out.curves.size();
    for (std::size_t i = 0; i < curve.values.size() && i < curve.ages.size(); ++i) {
      reader.handle(curve.id + "/" + ageText(curve.ages[i]), "", reason,
                    [index, i](Description& d) { return &d.curves[index].values[i]; });
    }
    out.curves.push_back(std::move(curve));
  }
  for (const AgeCurve& needed : ageCurves()) {
    if (std::none_of(out.curves.begin(), out.curves.end(),
                     [&](const CurveRow& row) { return row.id == needed.id; })) {
      reader.issues.add(top.node().issue("missing", "The curve \"" + needed.id + "\" is missing."));
    }
  }
}

void readWindows(ContentReader& reader, ObjectReader& top, Description& out) {
  for (const JsonNode& node : top.array("windows")) {
    ObjectReader row(node, reader.issues);
    WindowRow window;
    window.id = row.oneOf("id", windowIds());
    for (const CriticalWindow& known : criticalWindows()) {
      if (known.id == window.id) window.column = known.column;
    }
    window.opensAge = row.number("opens_age", {-5, 30, "years"});
    window.opensWidth = row.number("opens_width", {0.01, 20, "years"});
    window.closesAge = row.number("closes_age", {0, 100, "years"});
    window.closesWidth = row.number("closes_width", {0.01, 50, "years"});
    window.rest = row.number("rest", {0, 1, ""});
    Reason reason = reader.readReason(row, "The window \"" + window.id + "\"");
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
  for (const CriticalWindow& needed : criticalWindows()) {
    if (std::none_of(out.windows.begin(), out.windows.end(),
                     [&](const WindowRow& row) { return row.id == needed.id; })) {
      reader.issues.add(
          top.node().issue("missing", "The window \"" + needed.id + "\" is missing."));
    }
  }
}

void readRegions(ContentReader& reader, ObjectReader& top, const std::vector<std::string>& curveIds,
                 Description& out) {
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
        reader.readReason(row, "The region \"" + region.id + "\""),
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
}

void readTracts(ContentReader& reader, ObjectReader& top, const std::vector<std::string>& curveIds,
                Description& out) {
  for (const JsonNode& node : top.array("myelination")) {
    ObjectReader row(node, reader.issues);
    TractRow tract;
    tract.id = row.text("tract");
    if (!tract.id.empty()) reader.checkTract(row, tract.id);
    tract.curve = row.oneOf("curve", curveIds);
    reader.readReason(row, "The curve of the tract \"" + tract.id + "\"");
    row.finish();
    out.tracts.push_back(std::move(tract));
  }
}

}  // namespace

const std::vector<AgeCurve>& ageCurves() {
  static const std::vector<AgeCurve> curves = {{kAgeSensitivity, "adversity_sensitivity"},
                                               {kAgeRecovery, "stress_recovery"},
                                               {kAgeVolumeRecovery, "volume_recovery"},
                                               {kAgeBirths, "births"},
                                               {kAgeBirthsAbsent, "births_absent"},
                                               {kAgeDeepSleep, "deep_sleep"},
                                               {kAgeTraitTrend, "trait_trend"},
                                               {kAgeTraitTau, "trait_tau"},
                                               {kAgeAmyloid, "amyloid_level"},
                                               {kAgeBdnf, "bdnf_level"},
                                               {kAgeWear, "wear"},
                                               {kAgeEncoding, "encoding"},
                                               {kAgeImmaturity, "immaturity"},
                                               {kAgeCognitionMemory, "cognition_memory"},
                                               {kAgeCognitionExecutive, "cognition_executive"},
                                               {kAgeCognitionSpeed, "cognition_speed"}};
  return curves;
}

const std::vector<CriticalWindow>& criticalWindows() {
  static const std::vector<CriticalWindow> windows = {{kAgeWindowVision, "vision"},
                                                      {kAgeWindowHearing, "hearing"},
                                                      {kAgeWindowLanguage, "language"},
                                                      {kAgeWindowAttachment, "attachment"},
                                                      {kAgeWindowMotor, "motor"}};
  return windows;
}

std::vector<std::string> windowIds() {
  std::vector<std::string> ids;
  for (const CriticalWindow& window : criticalWindows()) ids.push_back(window.id);
  return ids;
}

void readNorms(ContentReader& reader, const std::filesystem::path& file, Description& out) {
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader top(document.root(), reader.issues);
  readCurves(reader, top, out);
  readWindows(reader, top, out);
  std::vector<std::string> curveIds;
  for (const CurveRow& curve : out.curves) curveIds.push_back(curve.id);
  readRegions(reader, top, curveIds, out);
  readTracts(reader, top, curveIds, out);
  top.finish();
}

}  // namespace syn::sim
