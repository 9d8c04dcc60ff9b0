#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/json.h"
#include "sim/description/description.h"

namespace syn::sim {

/// What the readers of all kinds of file share: where ids are looked up, where numbers get their
/// public names, and where issues go.
struct ContentReader {
  const Catalogue& catalogue;
  std::vector<Handle>& handles;
  IssueList& issues;
  std::vector<std::string> checkIds;

  /// Gives a number its public name. `where` finds it in a Description.
  template <class Where>
  void handle(std::string id, std::string unit, Reason reason, Where where) {
    handles.push_back(
        {{std::move(id), 0, std::move(unit), std::move(reason.sources), std::move(reason.pinnedBy)},
         where});
  }

  void checkRegion(const JsonNode& node, const std::string& id);
  void checkConnection(const JsonNode& node, const std::string& from, const std::string& to);
  void checkTract(ObjectReader& in, const std::string& id);
  /// Findings named by id must exist; what is no id must be a citation one can look up, or say that
  /// it is only assumed.
  void checkSources(ObjectReader& in, const char* key, const std::vector<std::string>& sources);

  /// "source" and "pinned_by", both of which may be absent.
  Reason readGivenReason(ObjectReader& in);
  /// Why the numbers of a row are what they are. `what` names the row in the refusal.
  Reason readReason(ObjectReader& in, const std::string& what);
  /// Of a row in a list: its own reason, or that of the whole when it gives none.
  Reason readReasonOr(ObjectReader& in, const Reason& whole);
};

/// The rows of `key`; each amount becomes a parameter "`name`.`key`.region". `where` finds the list
/// in a Description.
template <class Where>
std::vector<RegionAmount> readRegionAmounts(ContentReader& reader, ObjectReader& in,
                                            const char* key, const std::string& name,
                                            const Reason& whole, Where where) {
  std::vector<RegionAmount> rows;
  for (const JsonNode& node : in.array(key, false)) {
    ObjectReader row(node, reader.issues);
    RegionAmount amount{row.text("region"), row.number("amount", {-10, 10, ""})};
    reader.checkRegion(node, amount.region);
    const std::size_t i = rows.size();
    reader.handle(name + "." + key + "." + amount.region, "", reader.readReasonOr(row, whole),
                  [where, i](Description& d) { return &where(d)[i].amount; });
    row.finish();
    rows.push_back(std::move(amount));
  }
  return rows;
}

/// As readRegionAmounts; the parameters are "`name`.`key`.from-to".
template <class Where>
std::vector<ConnectionAmount> readConnectionAmounts(ContentReader& reader, ObjectReader& in,
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
        "", reader.readReasonOr(row, whole),
        [where, i](Description& d) { return &where(d)[i].amount; });
    row.finish();
    rows.push_back(std::move(amount));
  }
  return rows;
}

// One reader for each kind of file: adds its rows to `out`.
void readParameters(ContentReader& reader, const std::filesystem::path& file, Description& out);
void readNorms(ContentReader& reader, const std::filesystem::path& file, Description& out);
void readResponses(ContentReader& reader, const std::filesystem::path& file, Description& out);
void readPeople(ContentReader& reader, const std::filesystem::path& file, Description& out);
void readExposure(ContentReader& reader, const std::filesystem::path& file, Description& out);
void readSkills(ContentReader& reader, const std::filesystem::path& file, Description& out);
void readCircuit(ContentReader& reader, const std::filesystem::path& file, Description& out);

}  // namespace syn::sim
