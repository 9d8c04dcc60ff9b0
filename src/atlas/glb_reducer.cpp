#include "atlas/glb_reducer.h"

#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "atlas/glb.h"
#include "atlas/glb_accessors.h"
#include "atlas/glb_container.h"
#include "atlas/glb_nodes.h"
#include "base/json.h"

namespace syn::atlas {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxPrimitives = 4096;

class Reducer {
 public:
  Reducer(const JsonNode& root, std::string_view binary)
      : root_(root, issues_), accessors_(root_, binary) {}

  std::string run() {
    checkAsset();
    Json reduced = {{"asset", {{"version", "2.0"}}}};
    reduced["meshes"] = readMeshes();
    issues_.throwIfAny();
    readNodes(root_, primitives_, reduced);
    issues_.throwIfAny();
    std::string binary = accessors_.writeInto(reduced);
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
    if (in.has("COLOR_1") && !in.has("COLOR_0")) {
      in.fail("COLOR_0", "missing-key", "\"COLOR_0\" is missing beside COLOR_1; add it");
      return;
    }
    for (const char* key : {"COLOR_0", "COLOR_1"}) {
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
