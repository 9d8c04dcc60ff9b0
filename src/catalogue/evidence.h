#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace syn {

/// One published finding, as far as the screen needs it. Read from data/evidence/evidence.json.
struct Finding {
  std::string id;
  std::string claim;
  std::string firstAuthor;  ///< family name
  int year = 0;             ///< 0 = not given
  std::string journal;
  std::string doi;  ///< empty when there is none
  std::string
      grade;  ///< meta-analysis, rct, longitudinal, cross-sectional, postmortem, animal, review
  std::string replication;  ///< replicated, mixed, single, contested
  std::string verified;     ///< how the number was confirmed: abstract, secondary, memory

  /// "Spalding 2013, Cell"
  [[nodiscard]] std::string citation() const;
};

/// What stands behind one thing the picture shows; in words the message "standing.<id>". Read from
/// data/evidence/quantities.json.
struct Standing {
  std::string id;  ///< "density", "volume", "new_neurons", "connections", "reactivity"
  bool contested = false;
  std::vector<std::string> evidence;  ///< ids of findings
  std::string sources;                ///< "Spalding 2013, Cell; Sorrells 2018, Nature"
};

/// All findings and standings. Immutable after load; throws ContentError with every issue.
class Evidence {
 public:
  static Evidence load(const std::filesystem::path& data);

  std::vector<Finding> findings;
  std::vector<Standing> standings;

  [[nodiscard]] const Finding* find(std::string_view id) const;
  [[nodiscard]] const Standing* standing(std::string_view id) const;
};

/// The files of checks that ship in `data`, in the order in which they were written.
[[nodiscard]] std::vector<std::filesystem::path> checkFiles(const std::filesystem::path& data);

}  // namespace syn
