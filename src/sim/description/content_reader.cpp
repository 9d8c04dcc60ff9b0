#include "sim/description/content_reader.h"

#include <algorithm>
#include <regex>

#include "base/did_you_mean.h"

namespace syn::sim {
namespace {

/// Whether a text names a year, as a citation does.
bool namesYear(const std::string& text) {
  static const std::regex year("\\b(19|20)[0-9]{2}\\b");
  return std::regex_search(text, year);
}

}  // namespace

bool isAssumption(const std::string& source) {
  return source.starts_with("Assumption: ");
}

void ContentReader::checkRegion(const JsonNode& node, const std::string& id) {
  if (catalogue.regionIndex(id)) return;
  issues.add(node.issue("unknown-region", "There is no region \"" + id + "\"" +
                                              didYouMean(id, catalogue.regionIds())));
}

void ContentReader::checkConnection(const JsonNode& node, const std::string& from,
                                    const std::string& to) {
  if (!catalogue.connectionIndex(from, to)) {
    issues.add(node.issue("unknown-connection", "No connection runs from \"" + from + "\" to \"" +
                                                    to + "\"; see data/connections."));
  }
}

void ContentReader::checkTract(ObjectReader& in, const std::string& id) {
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

void ContentReader::checkSources(ObjectReader& in, const char* key,
                                 const std::vector<std::string>& sources) {
  const Evidence& evidence = catalogue.evidence;
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

Reason ContentReader::readGivenReason(ObjectReader& in) {
  Reason reason{in.texts("source"), in.texts("pinned_by")};
  checkSources(in, "source", reason.sources);
  for (const std::string& id : reason.pinnedBy) {
    if (std::find(checkIds.begin(), checkIds.end(), id) != checkIds.end()) {
      continue;
    }
    in.fail("pinned_by", "unknown-check",
            "There is no check \"" + id + "\" in the files of checks in data/evidence" +
                didYouMean(id, checkIds));
  }
  return reason;
}

Reason ContentReader::readReason(ObjectReader& in, const std::string& what) {
  Reason reason = readGivenReason(in);
  if (reason.sources.empty() && reason.pinnedBy.empty()) {
    in.fail("source", "no-reason",
            what +
                " has numbers but no reason for them; add \"source\" (ids of "
                "data/evidence/evidence.json, or citations with their year) or \"pinned_by\" "
                "(ids of data/evidence/checks.json).");
  }
  return reason;
}

Reason ContentReader::readReasonOr(ObjectReader& in, const Reason& whole) {
  Reason own = readGivenReason(in);
  return own.sources.empty() && own.pinnedBy.empty() ? whole : own;
}

}  // namespace syn::sim
