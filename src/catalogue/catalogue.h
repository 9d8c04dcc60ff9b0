#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/evidence.h"

namespace syn {

enum class Hemisphere { left, right, midline };

[[nodiscard]] std::string_view hemisphereName(Hemisphere hemisphere);

enum class Tissue { cortical, subcortical, cerebellar, brainstem, ventricle, white };

/// One region of the brain as the program knows it; the same id serves the anatomy, the simulation,
/// the pictures and the evidence checks. Its name and description are messages
/// ("region.<id>.name", ...). Read from data/regions/regions.json.
struct Region {
  std::string id;      ///< "dlpfc"
  std::string system;  ///< colour family: memory threat reward relay control self sensory support
  Tissue tissue = Tissue::cortical;
  bool midline = false;               ///< one structure instead of a left and a right one
  bool schematic = false;             ///< drawn by us, not from the label volume
  std::string partOf;                 ///< region this one is a part of; empty for most
  std::vector<int> labels;            ///< left-hemisphere labels of the AAL volume; right = +1
  std::vector<std::string> evidence;  ///< evidence ids
};

/// A region in one hemisphere: the unit that carries one colour, one displacement, one state.
struct Structure {
  int region = 0;  ///< index into Catalogue::regions
  Hemisphere hemisphere = Hemisphere::midline;
};

/// A projection between two regions. Stands for both hemispheres (left to left, right to right),
/// or, when `commissural`, for left to right. Read from data/connections/connections.json.
struct Connection {
  std::string id;     ///< "parahippocampal-hippocampus"
  int from = 0;       ///< region index
  int to = 0;         ///< region index
  std::string tract;  ///< "cingulum", "uncinate fasciculus"; empty if unnamed
  bool commissural = false;
  double strength = 0.5;                         ///< 0..1, relative size of the projection
  std::vector<std::array<double, 3>> waypoints;  ///< of the left hemisphere, MNI mm (RAS)
  std::string source;                            ///< the paper that says the two are joined
};

/// All regions, structures, connections and groups, and what is known of them. Immutable after
/// load; throws ContentError.
class Catalogue {
 public:
  /// Reads `data`/regions/regions.json, `data`/connections/connections.json and `data`/evidence.
  static Catalogue load(const std::filesystem::path& data);

  std::vector<Region> regions;
  std::vector<Structure>
      structures;  ///< left before right, in order of regions; index = structure id
  std::vector<Connection> connections;
  Evidence evidence;

  [[nodiscard]] std::optional<int> regionIndex(std::string_view id) const;
  /// Index of a structure; nullopt when the region has no such side.
  [[nodiscard]] std::optional<int> structureIndex(int region, Hemisphere hemisphere) const;
  [[nodiscard]] std::optional<int> connectionIndex(std::string_view from,
                                                   std::string_view to) const;
  [[nodiscard]] std::vector<std::string> regionIds() const;
  /// Regions of a group ("cortex", "prefrontal", "subcortex", "brain"), or empty if unknown.
  [[nodiscard]] std::vector<int> group(std::string_view id) const;
  /// "hippocampus_left", "ventricles_midline"
  [[nodiscard]] std::string structureId(int structure) const;

  static constexpr int kMaxStructures = 64;  ///< size of the renderer's uniform arrays

 private:
  std::vector<std::pair<std::string, std::vector<int>>> groups_;
};

}  // namespace syn
