#include "catalogue/evidence.h"

#include <algorithm>

#include "base/json.h"

namespace syn {
namespace {

// "Spalding KL, Bergmann O, ..." -> "Spalding"; "de Vivo L, ..." -> "de Vivo".
std::string familyName(const std::string& authors) {
  std::string first = authors.substr(0, authors.find_first_of(",;"));
  const auto space = first.rfind(' ');
  if (space == std::string::npos) return first;
  const bool initials = std::all_of(first.begin() + static_cast<std::ptrdiff_t>(space) + 1,
                                    first.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return initials ? first.substr(0, space) : first;
}

// evidence.json carries more than is read here; its other members are the checks' business.
std::string textOr(const JsonNode& node, std::string_view key) {
  const auto member = node.find(key);
  return member && member->kind() == JsonNode::Kind::string ? member->asString() : std::string();
}

Finding readFinding(const JsonNode& node, IssueList& issues) {
  Finding finding;
  finding.id = textOr(node, "id");
  finding.claim = textOr(node, "claim");
  finding.grade = textOr(node, "grade");
  finding.replication = textOr(node, "replication");
  finding.verified = textOr(node, "verified");
  if (finding.id.empty()) {
    issues.add(node.issue("missing-key", "a finding needs an \"id\"; add it"));
  }
  if (const auto citation = node.find("citation")) {
    finding.firstAuthor = familyName(textOr(*citation, "authors"));
    finding.journal = textOr(*citation, "journal");
    finding.doi = textOr(*citation, "doi");
    const auto year = citation->find("year");
    if (year && year->isInteger()) finding.year = static_cast<int>(year->asNumber());
  }
  return finding;
}

Standing readStanding(const Evidence& evidence, const JsonNode& node, IssueList& issues) {
  ObjectReader in(node, issues);
  Standing standing;
  standing.id = in.text("id");
  standing.contested = in.boolean("contested", false);
  standing.evidence = in.texts("evidence", true);
  for (const std::string& id : standing.evidence) {
    const Finding* finding = evidence.find(id);
    if (finding == nullptr) {
      in.fail("evidence", "unknown-finding",
              std::string("\"").append(id).append("\" is not in evidence.json"));
      continue;
    }
    if (!standing.sources.empty()) standing.sources += "; ";
    standing.sources += finding->citation();
  }
  in.finish();
  return standing;
}

}  // namespace

std::string Finding::citation() const {
  std::string out = firstAuthor;
  if (year > 0) out.append(" ").append(std::to_string(year));
  if (!journal.empty()) out.append(out.empty() ? "" : ", ").append(journal);
  return out;
}

Evidence Evidence::load(const std::filesystem::path& data) {
  Evidence evidence;
  IssueList issues;
  const JsonDocument findings = JsonDocument::load(data / "evidence" / "evidence.json");
  ObjectReader in(findings.root(), issues);
  for (const JsonNode& node : in.array("findings")) {
    evidence.findings.push_back(readFinding(node, issues));
  }
  const JsonDocument quantities = JsonDocument::load(data / "evidence" / "quantities.json");
  ObjectReader shown(quantities.root(), issues);
  for (const JsonNode& node : shown.array("quantities")) {
    evidence.standings.push_back(readStanding(evidence, node, issues));
  }
  shown.finish();
  issues.throwIfAny();
  return evidence;
}

const Finding* Evidence::find(std::string_view id) const {
  const auto found = std::find_if(findings.begin(), findings.end(),
                                  [&](const Finding& finding) { return finding.id == id; });
  return found == findings.end() ? nullptr : &*found;
}

const Standing* Evidence::standing(std::string_view id) const {
  const auto found = std::find_if(standings.begin(), standings.end(),
                                  [&](const Standing& standing) { return standing.id == id; });
  return found == standings.end() ? nullptr : &*found;
}

std::vector<std::filesystem::path> checkFiles(const std::filesystem::path& data) {
  const std::filesystem::path folder = data / "evidence";
  return {folder / "checks.json", folder / "further_checks.json", folder / "audit_checks.json"};
}

}  // namespace syn
