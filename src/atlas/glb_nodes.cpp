#include "atlas/glb_nodes.h"

#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "atlas/glb_accessors.h"

namespace syn::atlas {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxNodes = 16384;
constexpr std::size_t kMaxDepth = 256;
constexpr std::size_t kMaxShown = 65536;  // primitives over all nodes
constexpr double kMostCoordinate = 1e9;

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

}  // namespace

void readNodes(ObjectReader& root, const std::vector<std::size_t>& primitives, Json& file) {
  Nodes(root, primitives).run(file);
}

}  // namespace syn::atlas
