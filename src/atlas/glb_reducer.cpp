#include "atlas/glb_reducer.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "atlas/glb.h"
#include "atlas/glb_accessors.h"
#include "atlas/glb_container.h"
#include "base/json.h"

namespace syn::atlas {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxPrimitives = 4096;
constexpr std::size_t kMaxNodes = 16384;
constexpr std::size_t kMaxDepth = 256;
constexpr std::size_t kMaxShown = 65536;  // primitives over all nodes
constexpr double kMostCoordinate = 1e9;

/// Checks nodes and scene of a glTF file and adds what of them we read (name, mesh, children and
/// transform; one scene) to the new file: trees, not too deep, that show at least one mesh.
/// `primitives` says how many each mesh has. A file without nodes shows every mesh.
class Nodes {
 public:
  Nodes(ObjectReader& root, const std::vector<std::size_t>& primitives)
      : root_(root), issues_(root.issues()), primitives_(primitives) {}

  void run(Json& file) {
    list_ = root_.array("nodes", false);
    if (list_.size() > kMaxNodes) {
      root_.fail("nodes", "too-many",
                 "lists more than " + std::to_string(kMaxNodes) + " nodes; merge some of them");
      return;
    }
    nodes_.resize(list_.size());
    for (std::size_t i = 0; i < list_.size(); ++i) readNode(i);
    checkTrees();
    const std::vector<std::size_t> roots = readScene();
    file["scene"] = 0;
    file["nodes"] = std::move(reduced_);
    file["scenes"] = Json::array({{{"nodes", roots}}});
  }

 private:
  struct Node {
    std::vector<std::size_t> children;
    std::size_t shown = 0;  ///< primitives of its mesh
    bool hasParent = false;
  };

  void readNode(std::size_t number) {
    ObjectReader in(list_[number], issues_);
    Json reduced = {{"name", in.text("name", "")}};
    if (const auto mesh = readReference(in, "mesh", primitives_.size(), false)) {
      nodes_[number].shown = primitives_[*mesh];
      shown_ += primitives_[*mesh];
      reduced["mesh"] = *mesh;
    }
    for (const auto& [key, size] : {std::pair{"matrix", 16U}, std::pair{"translation", 3U},
                                    std::pair{"rotation", 4U}, std::pair{"scale", 3U}}) {
      readTransform(in, key, size, reduced);
    }
    for (const JsonNode& child : in.array("children", false)) {
      if (const auto index = takeAsChild(child)) nodes_[number].children.push_back(*index);
    }
    if (!nodes_[number].children.empty()) reduced["children"] = nodes_[number].children;
    reduced_.push_back(std::move(reduced));
  }

  void readTransform(ObjectReader& in, const char* key, std::size_t size, Json& reduced) {
    if (!in.has(key)) return;
    const std::vector<double> numbers = in.numbers(key, {-kMostCoordinate, kMostCoordinate, ""});
    if (numbers.size() != size) {
      in.fail(key, "wrong-counts", "must have " + std::to_string(size) + " numbers");
    }
    reduced[key] = numbers;
  }

  /// The node that `place` points to, which must not have a parent yet.
  std::optional<std::size_t> takeAsChild(const JsonNode& place) {
    if (place.kind() != JsonNode::Kind::number || !place.isInteger()) {
      issues_.add(place.issue("type", "must be the whole number of a node"));
      return std::nullopt;
    }
    const double number = place.asNumber();
    if (number < 0 || number >= static_cast<double>(nodes_.size())) {
      issues_.add(place.issue(
          "unknown-index",
          "points to a node that the list of " + std::to_string(nodes_.size()) + " does not have"));
      return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(number);
    if (std::exchange(nodes_[index].hasParent, true)) {
      issues_.add(place.issue("two-parents", "points to node " + std::to_string(index) +
                                                 ", which hangs elsewhere too"));
      return std::nullopt;
    }
    return index;
  }

  /// Every node has at most one parent, so what no root leads to hangs in a loop.
  void checkTrees() {
    std::vector<std::size_t> level;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!nodes_[i].hasParent) level.push_back(i);
    }
    std::vector<char> reached(nodes_.size(), 0);
    std::size_t depth = 0;
    for (; !level.empty() && depth <= kMaxDepth; ++depth) {
      level = descend(level, reached);
    }
    if (depth > kMaxDepth) {
      root_.fail("nodes", "too-deep",
                 "hang more than " + std::to_string(kMaxDepth) + " deep; flatten them");
      return;
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (reached[i] == 0) issues_.add(list_[i].issue("loop", "hangs in a loop of nodes"));
    }
    if (shown_ > kMaxShown) {
      root_.fail("nodes", "too-many",
                 "show more than " + std::to_string(kMaxShown) + " primitives; merge some of them");
    }
  }

  /// Marks the nodes of one level and returns their children.
  std::vector<std::size_t> descend(const std::vector<std::size_t>& level,
                                   std::vector<char>& reached) const {
    std::vector<std::size_t> next;
    for (const std::size_t node : level) {
      reached[node] = 1;
      next.insert(next.end(), nodes_[node].children.begin(), nodes_[node].children.end());
    }
    return next;
  }

  /// Roots of the scene that is shown: the chosen one, else the first, else all there are.
  std::vector<std::size_t> readScene() {
    if (issues_.size() > 0) return {};
    const std::vector<JsonNode> scenes = root_.array("scenes", false);
    if (list_.empty() && scenes.empty()) return showEveryMesh();
    std::vector<std::size_t> roots;
    std::optional<JsonNode> place;
    if (!scenes.empty()) {
      const auto chosen = readReference(root_, "scene", scenes.size(), false);
      if (issues_.size() > 0) return {};
      place = scenes[chosen.value_or(0)];
      ObjectReader in(*place, issues_);
      for (const JsonNode& node : in.array("nodes", false)) {
        if (const auto index = takeAsChild(node)) roots.push_back(*index);
      }
    } else {
      for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (!nodes_[i].hasParent) roots.push_back(i);
      }
    }
    if (issues_.size() == 0 && !showsMesh(roots)) {
      issues_.add(place.value_or(root_.node()).issue("empty-mesh", "shows no mesh"));
    }
    return roots;
  }

  std::vector<std::size_t> showEveryMesh() {
    std::vector<std::size_t> roots;
    for (std::size_t mesh = 0; mesh < primitives_.size(); ++mesh) {
      reduced_.push_back({{"mesh", mesh}});
      roots.push_back(mesh);
    }
    return roots;
  }

  [[nodiscard]] bool showsMesh(const std::vector<std::size_t>& roots) const {
    std::vector<char> reached(nodes_.size(), 0);
    for (std::vector<std::size_t> level = roots; !level.empty();) level = descend(level, reached);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (reached[i] != 0 && nodes_[i].shown > 0) return true;
    }
    return false;
  }

  ObjectReader& root_;
  IssueList& issues_;
  const std::vector<std::size_t>& primitives_;
  std::vector<JsonNode> list_;
  std::vector<Node> nodes_;
  std::size_t shown_ = 0;
  Json reduced_ = Json::array();
};

class Reducer {
 public:
  Reducer(const JsonNode& root, std::string_view binary)
      : root_(root, issues_), accessors_(root_, binary) {}

  std::string run() {
    checkAsset();
    Json reduced = {{"asset", {{"version", "2.0"}}}};
    reduced["meshes"] = readMeshes();
    issues_.throwIfAny();
    Nodes(root_, primitives_).run(reduced);
    issues_.throwIfAny();
    std::string binary = accessors_.binary();
    writeAccessors(binary.size(), reduced);
    return joinGlb(reduced.dump(), std::move(binary));
  }

 private:
  void checkAsset() {
    if (const auto asset = root_.object("asset")) {
      ObjectReader in(*asset, issues_);
      const std::string version = in.text("version");
      if (in.has("version") && version.substr(0, version.find('.')) != "2") {
        in.fail("version", "gltf-version", "is not 2.0; export the file again as glTF 2.0");
      }
    }
    for (const JsonNode& extension : root_.array("extensionsRequired", false)) {
      issues_.add(extension.issue(
          "unsupported", "names an extension that is not read; export the file without it"));
    }
  }

  Json readMeshes() {
    const std::vector<JsonNode> meshes = root_.array("meshes");
    Json reduced = Json::array();
    if (root_.has("meshes") && meshes.empty()) {
      root_.fail("meshes", "empty-mesh", "holds no mesh");
    }
    for (const JsonNode& node : meshes) {
      ObjectReader in(node, issues_);
      const std::string name = in.text("name", "");
      const std::vector<JsonNode> primitives = in.array("primitives");
      if (in.has("primitives") && primitives.empty()) {
        in.fail("primitives", "empty-mesh", "holds nothing to draw");
      }
      primitives_.push_back(primitives.size());
      total_.primitives += primitives.size();
      require(total_.primitives <= kMaxPrimitives, in.node(), "too-many",
              "brings the file to more than " + std::to_string(kMaxPrimitives) +
                  " primitives; merge some of them");
      Json list = Json::array();
      for (const JsonNode& primitive : primitives) list.push_back(readPrimitive(primitive));
      reduced.push_back({{"name", name}, {"primitives", std::move(list)}});
    }
    return reduced;
  }

  Json readPrimitive(const JsonNode& node) {
    ObjectReader in(node, issues_);
    const int mode = in.integer("mode", {0, 6, ""}, gltf::kTriangles);
    if (mode != gltf::kTriangles && mode != gltf::kLines) {
      in.fail("mode", "unsupported",
              "is " + std::to_string(mode) + "; export separate triangles (4) or lines (1)");
    }
    const auto attributes = in.object("attributes");
    if (!attributes) return {};
    ObjectReader attribute(*attributes, issues_);
    const SoundAccessor* positions = accessors_.read(attribute, "POSITION", AccessorUse::positions);
    if (positions == nullptr) return {};
    Json reduced = {{"mode", mode}};
    reduced["attributes"]["POSITION"] = accessors_.add(*positions);
    total_.vertices += positions->count;
    require(total_.vertices <= kMaxVertices, node, "too-large",
            "brings the file to more than " + std::to_string(kMaxVertices) +
                " vertices; reduce the meshes");
    readColours(attribute, positions->count, reduced["attributes"]);
    readIndices(in, *positions, mode == gltf::kLines ? 2 : 3, reduced);
    return reduced;
  }

  void readColours(ObjectReader& in, std::size_t vertices, Json& reduced) {
    constexpr std::array kSets{"COLOR_0", "COLOR_1", "COLOR_2"};
    // The importer numbers the sets one after the other.
    for (std::size_t set = 1; set < kSets.size(); ++set) {
      if (!in.has(kSets[set]) || in.has(kSets[set - 1])) continue;
      const std::string missing = kSets[set - 1];
      std::string sentence = "\"";
      sentence.append(missing).append("\" is missing beside ").append(kSets[set]);
      in.fail(missing, "missing-key", sentence.append("; add it"));
      return;
    }
    for (const char* key : kSets) {
      if (!in.has(key)) continue;
      const SoundAccessor* colours = accessors_.read(in, key, AccessorUse::colours);
      if (colours == nullptr) continue;
      if (colours->count != vertices) {
        in.fail(key, "wrong-counts",
                "has " + std::to_string(colours->count) + " colours for " +
                    std::to_string(vertices) + " vertices");
      }
      reduced[key] = accessors_.add(*colours);
    }
  }

  void readIndices(ObjectReader& in, const SoundAccessor& positions, std::size_t corners,
                   Json& reduced) {
    const bool indexed = in.has("indices");
    const SoundAccessor* indices =
        indexed ? accessors_.read(in, "indices", AccessorUse::indices) : &positions;
    if (indices == nullptr) return;
    if (indices->count % corners != 0) {
      in.fail("indices", "wrong-counts",
              "has " + std::to_string(indices->count) + " corners, no multiple of " +
                  std::to_string(corners));
    }
    total_.indices += indices->count;
    require(total_.indices <= kMaxIndices, in.node(), "too-large",
            "brings the file to more than " + std::to_string(kMaxIndices) +
                " corners; reduce the meshes");
    if (!indexed) return;
    if (const std::uint32_t greatest = accessors_.greatest(*indices); greatest >= positions.count) {
      in.fail("indices", "index-out-of-range",
              "points to vertex " + std::to_string(greatest) + " of " +
                  std::to_string(positions.count));
    }
    reduced["indices"] = accessors_.add(*indices);
  }

  /// A view for each accessor.
  void writeAccessors(std::size_t bytes, Json& file) const {
    Json views = Json::array();
    Json accessors = Json::array();
    for (const SoundAccessor* a : accessors_.added()) {
      Json view = {{"buffer", 0}, {"byteOffset", a->start}, {"byteLength", a->count * a->stride}};
      if (a->stride != a->elementBytes) view["byteStride"] = a->stride;
      accessors.push_back({{"bufferView", views.size()},
                           {"componentType", a->componentType},
                           {"normalized", a->normalized},
                           {"count", a->count},
                           {"type", a->type}});
      views.push_back(std::move(view));
    }
    file["accessors"] = std::move(accessors);
    file["bufferViews"] = std::move(views);
    file["buffers"] = Json::array({{{"byteLength", bytes}}});
  }

  /// Ends the reading at once: going on would cost the time or memory that the limit bounds.
  void require(bool within, const JsonNode& place, const char* rule, const std::string& message) {
    if (within) return;
    issues_.add(place.issue(rule, message));
    issues_.throwIfAny();
  }

  struct Totals {
    std::size_t primitives = 0, vertices = 0, indices = 0;
  };

  IssueList issues_;
  ObjectReader root_;
  GlbAccessors accessors_;
  Totals total_;
  std::vector<std::size_t> primitives_;  ///< of each mesh
};

}  // namespace

std::string reduceGlb(std::string_view bytes, const std::string& file) {
  const GlbChunks chunks = splitGlb(bytes, file);
  try {
    const JsonDocument document = JsonDocument::parse(chunks.json, file);
    return Reducer(document.root(), chunks.binary).run();
  } catch (const ContentError& e) {
    std::vector<Issue> issues = e.issues();
    for (Issue& issue : issues) {
      issue.line = 0;  // of a binary file
      issue.message += kRebuildRemedy;
    }
    throw ContentError(std::move(issues));
  }
}

}  // namespace syn::atlas
