// Crafted .glb files with a right hash crashed or stalled the importer: nothing looked at
// accessors, counts, offsets and references before Assimp did.
#include <chrono>
#include <cmath>
#include <cstring>
#include <functional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "atlas/glb.h"
#include "base/error.h"

namespace syn::atlas {
namespace {

using Json = nlohmann::ordered_json;

/// A small sound file taken apart, to be spoiled in one place.
struct Taken {
  Json json;
  std::string binary;
};

void append(std::string& out, std::size_t word) {
  for (int shift = 0; shift < 32; shift += 8)
    out.push_back(static_cast<char>(word >> shift & 255U));
}

std::string joined(std::string json, std::string binary) {
  while (json.size() % 4 != 0) json.push_back(' ');
  while (binary.size() % 4 != 0) binary.push_back('\0');
  std::string out = "glTF";
  append(out, 2);
  append(out, 12 + 8 + json.size() + 8 + binary.size());
  append(out, json.size());
  out += "JSON" + json;
  append(out, binary.size());
  return out + std::string("BIN\0", 4) + binary;
}

/// A tetrahedron: accessors 0 POSITION, 1 COLOR_0, 2 COLOR_1, 3 indices (12 of 16 bits).
Taken sound() {
  GlbPart part;
  part.name = "amygdala_left";
  part.positions = {0, 0, 0, 10, 0, 0, 0, 10, 0, 0, 0, 10};
  part.shade.assign(4, {200, 200, 200, 255});
  part.labels = {{0, 255, 0, 255}, {1, 255, 0, 255}, {0, 255, 0, 255}, {0, 255, 0, 255}};
  part.indices = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3};
  const std::string bytes = encodeGlb({part});
  std::uint32_t length = 0;
  std::memcpy(&length, bytes.data() + 12, sizeof length);
  return {Json::parse(bytes.substr(20, length)), bytes.substr(20 + length + 8)};
}

std::vector<Issue> issuesOf(const std::string& bytes) {
  try {
    static_cast<void>(decodeGlb(bytes, "x.glb"));
  } catch (const ContentError& e) {
    return e.issues();
  }
  return {};
}

/// One member of the JSON chunk set to something else ("null" removes it), and what is said about
/// it.
struct Spoiled {
  const char* name;
  const char* pointer;
  const char* value;
  const char* rule;
  const char* place;
};

void PrintTo(const Spoiled& spoiled, std::ostream* out) {
  *out << spoiled.name;
}

class HostileGlb : public testing::TestWithParam<Spoiled> {};

TEST_P(HostileGlb, IsRefusedWithThePlace) {
  Taken file = sound();
  const Json::json_pointer pointer(GetParam().pointer);
  const Json value = Json::parse(GetParam().value);
  if (value.is_null()) {
    file.json.at(pointer.parent_pointer()).erase(pointer.back());
  } else {
    file.json[pointer] = value;
  }
  const std::vector<Issue> issues = issuesOf(joined(file.json.dump(), file.binary));
  ASSERT_FALSE(issues.empty()) << "was accepted";
  EXPECT_EQ(issues[0].file, "x.glb");
  EXPECT_EQ(issues[0].line, 0) << "a binary file has no lines";
  EXPECT_EQ(issues[0].rule, GetParam().rule) << issues[0].text();
  EXPECT_EQ(issues[0].place, GetParam().place) << issues[0].text();
  EXPECT_THAT(issues[0].message, testing::HasSubstr("get the file again"));
}

constexpr Spoiled kSpoiled[] = {
    {"CountBeyondTheView", "/accessors/0/count", "5", "outside-buffer", "/accessors/0"},
    {"CountOfBillions", "/accessors/0/count", "4294967295", "out-of-range", "/accessors/0/count"},
    {"CountOfNought", "/accessors/3/count", "0", "out-of-range", "/accessors/3/count"},
    {"CountNegative", "/accessors/3/count", "-3", "out-of-range", "/accessors/3/count"},
    {"CountBroken", "/accessors/3/count", "1.5", "type", "/accessors/3/count"},
    {"CountMissing", "/accessors/3/count", "null", "missing-key", "/accessors/3"},
    {"AccessorOffset", "/accessors/0/byteOffset", "4", "outside-buffer", "/accessors/0"},
    {"AccessorOffsetUneven", "/accessors/0/byteOffset", "2", "unaligned", "/accessors/0"},
    {"AccessorWithoutView", "/accessors/0/bufferView", "null", "missing-key", "/accessors/0"},
    {"AccessorSparse", "/accessors/0/sparse", R"({"count": 99999})", "unsupported",
     "/accessors/0/sparse"},
    {"ComponentUnknown", "/accessors/0/componentType", "5124", "wrong-type", "/accessors/0"},
    {"PositionsOfBytes", "/accessors/0/componentType", "5121", "wrong-type", "/accessors/0"},
    {"PositionsOfFour", "/accessors/0/type", "\"VEC4\"", "wrong-type", "/accessors/0"},
    {"PositionsOfMatrices", "/accessors/0/type", "\"MAT4\"", "wrong-type", "/accessors/0"},
    {"ColoursOfOne", "/accessors/1/type", "\"SCALAR\"", "wrong-type", "/accessors/1"},
    {"ColoursFewer", "/accessors/1/count", "3", "wrong-counts",
     "/meshes/0/primitives/0/attributes/COLOR_0"},
    {"ColoursWithAGap", "/meshes/0/primitives/0/attributes/COLOR_0", "null", "missing-key",
     "/meshes/0/primitives/0/attributes"},
    {"ViewBeyondTheBuffer", "/bufferViews/0/byteLength", "100000", "outside-buffer",
     "/bufferViews/0"},
    {"ViewOffsetNegative", "/bufferViews/0/byteOffset", "-4", "out-of-range",
     "/bufferViews/0/byteOffset"},
    {"ViewOffsetHuge", "/bufferViews/0/byteOffset", "18446744073709551612", "out-of-range",
     "/bufferViews/0/byteOffset"},
    {"ViewUnknown", "/accessors/0/bufferView", "9", "unknown-index", "/accessors/0/bufferView"},
    {"ViewOfNoBuffer", "/bufferViews/0/buffer", "1", "unknown-index", "/bufferViews/0/buffer"},
    {"StrideNarrow", "/bufferViews/0/byteStride", "4", "stride", "/accessors/0"},
    {"StrideWide", "/bufferViews/0/byteStride", "16", "outside-buffer", "/accessors/0"},
    {"StrideHuge", "/bufferViews/0/byteStride", "2147483644", "out-of-range",
     "/bufferViews/0/byteStride"},
    {"StrideUneven", "/bufferViews/0/byteStride", "14", "stride", "/bufferViews/0/byteStride"},
    {"StrideOfIndices", "/bufferViews/3/byteStride", "4", "stride", "/accessors/3"},
    {"BufferLongerThanItsChunk", "/buffers/0/byteLength", "100000", "outside-buffer",
     "/buffers/0/byteLength"},
    {"BufferElsewhere", "/buffers/0/uri", "\"/etc/passwd\"", "unsupported", "/buffers/0/uri"},
    {"BuffersMissing", "/buffers", "null", "missing-key", "/"},
    {"BuffersEmpty", "/buffers", "[]", "unknown-index", "/bufferViews/0/buffer"},
    {"IndicesOfFloats", "/accessors/3/componentType", "5126", "wrong-type", "/accessors/3"},
    {"IndicesNotTriples", "/accessors/3/count", "11", "wrong-counts",
     "/meshes/0/primitives/0/indices"},
    {"IndicesUnknown", "/meshes/0/primitives/0/indices", "77", "unknown-index",
     "/meshes/0/primitives/0/indices"},
    {"IndicesToMissingVertices", "/accessors/3/bufferView", "0", "index-out-of-range",
     "/meshes/0/primitives/0/indices"},
    {"ModeStrip", "/meshes/0/primitives/0/mode", "5", "unsupported", "/meshes/0/primitives/0/mode"},
    {"ModeUnknown", "/meshes/0/primitives/0/mode", "99", "out-of-range",
     "/meshes/0/primitives/0/mode"},
    {"PositionsMissing", "/meshes/0/primitives/0/attributes/POSITION", "null", "missing-key",
     "/meshes/0/primitives/0/attributes"},
    {"PositionsOfNoAccessor", "/meshes/0/primitives/0/attributes/POSITION", "-1", "out-of-range",
     "/meshes/0/primitives/0/attributes/POSITION"},
    {"PrimitivesNone", "/meshes/0/primitives", "[]", "empty-mesh", "/meshes/0/primitives"},
    {"PrimitivesAText", "/meshes/0/primitives", "\"many\"", "type", "/meshes/0/primitives"},
    {"MeshesNone", "/meshes", "[]", "empty-mesh", "/meshes"},
    {"MeshesMissing", "/meshes", "null", "missing-key", "/"},
    {"MeshANumber", "/meshes/0", "3", "type", "/meshes/0"},
    {"NodeOfNoMesh", "/nodes/0/mesh", "1", "unknown-index", "/nodes/0/mesh"},
    {"NodeItsOwnChild", "/nodes/0/children", "[0]", "loop", "/nodes/0"},
    {"NodeOfNoChild", "/nodes/0/children", "[1]", "unknown-index", "/nodes/0/children/0"},
    {"NodeMatrixShort", "/nodes/0/matrix", "[1, 0, 0]", "wrong-counts", "/nodes/0/matrix"},
    {"NodesInALoop", "/nodes", R"([{"mesh": 0, "children": [1]}, {"children": [0]}])", "loop",
     "/nodes/0"},
    {"NodeOfTwoParents", "/nodes",
     R"([{"mesh": 0, "children": [2]}, {"children": [2]}, {"mesh": 0}])", "two-parents",
     "/nodes/1/children/0"},
    {"SceneUnknown", "/scene", "4", "unknown-index", "/scene"},
    {"SceneOfNoNode", "/scenes/0/nodes", "[7]", "unknown-index", "/scenes/0/nodes/0"},
    {"SceneOfOneNodeTwice", "/scenes/0/nodes", "[0, 0]", "two-parents", "/scenes/0/nodes/1"},
    {"SceneWithoutMeshes", "/scenes/0/nodes", "[]", "empty-mesh", "/scenes/0"},
    {"VersionOther", "/asset/version", "\"3.0\"", "gltf-version", "/asset/version"},
    {"VersionMissing", "/asset", "null", "missing-key", "/"},
    {"ExtensionRequired", "/extensionsRequired", "[\"KHR_draco_mesh_compression\"]", "unsupported",
     "/extensionsRequired/0"},
};

INSTANTIATE_TEST_SUITE_P(Json, HostileGlb, testing::ValuesIn(kSpoiled),
                         [](const auto& row) { return std::string(row.param.name); });

/// What cannot be told as one changed member.
struct Whole {
  const char* name;
  std::function<std::string()> bytes;
  const char* rule;
};

void PrintTo(const Whole& whole, std::ostream* out) {
  *out << whole.name;
}

std::string header(std::size_t length, const std::string& rest) {
  std::string out = "glTF";
  append(out, 2);
  append(out, length);
  return out + rest;
}

std::string chunk(std::size_t length, const std::string& type, const std::string& rest) {
  std::string out;
  append(out, length);
  return out + type + rest;
}

std::string filled(const std::string& rest) {
  return header(12 + rest.size(), rest);
}

std::string withJson(const std::function<void(Json&)>& spoil) {
  Taken file = sound();
  spoil(file.json);
  return joined(file.json.dump(), file.binary);
}

/// A member that looking for duplicates key by key would take minutes for.
std::string manyKeys(int count) {
  const Taken file = sound();
  std::string json = file.json.dump();
  json.back() = ',';
  json += "\"extras\":{";
  for (int i = 0; i < count; ++i) {
    json += '"';
    json += std::to_string(i);
    json += "\":0,";
  }
  json.back() = '}';
  return joined(json + "}", file.binary);
}

/// Node 0 holds node 1, which holds node 2, and so on; the last has the mesh.
std::string chainOfNodes(int length) {
  return withJson([length](Json& json) {
    json["nodes"] = Json::array();
    for (int i = 0; i + 1 < length; ++i) json["nodes"].push_back({{"children", {i + 1}}});
    json["nodes"].push_back({{"mesh", 0}});
  });
}

/// Many primitives that all point to the same accessors: small on disk, huge in memory.
std::string manyPrimitives(int count) {
  return withJson([count](Json& json) {
    const Json primitive = json["meshes"][0]["primitives"][0];
    for (int i = 1; i < count; ++i) json["meshes"][0]["primitives"].push_back(primitive);
  });
}

std::string manyTriangles(int primitives) {
  Taken file = sound();
  const std::size_t start = file.binary.size();
  file.binary.resize(start + (std::size_t{2} << 20));
  file.json["buffers"][0]["byteLength"] = file.binary.size();
  file.json["bufferViews"].push_back(
      {{"buffer", 0}, {"byteOffset", start}, {"byteLength", std::size_t{2} << 20}});
  file.json["accessors"].push_back(
      {{"bufferView", 4}, {"componentType", 5121}, {"count", 2'097'150}, {"type", "SCALAR"}});
  Json& list = file.json["meshes"][0]["primitives"];
  list[0]["indices"] = 4;
  for (int i = 1; i < primitives; ++i) list.push_back(Json(list[0]));
  return joined(file.json.dump(), file.binary);
}

/// Every node shows the same mesh of many primitives.
std::string manyInstances(int nodes, int primitives) {
  const std::string text = manyPrimitives(primitives);
  std::uint32_t length = 0;
  std::memcpy(&length, text.data() + 12, sizeof length);
  Json json = Json::parse(text.substr(20, length));
  json["nodes"] = Json::array();
  json["scenes"][0]["nodes"] = Json::array();
  for (int i = 0; i < nodes; ++i) {
    json["nodes"].push_back({{"mesh", 0}});
    json["scenes"][0]["nodes"].push_back(i);
  }
  return joined(json.dump(), text.substr(20 + length + 8));
}

class HostileGlbFile : public testing::TestWithParam<Whole> {};

TEST_P(HostileGlbFile, IsRefusedSoon) {
  const std::string bytes = GetParam().bytes();
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Issue> issues = issuesOf(bytes);
  ASSERT_FALSE(issues.empty()) << "was accepted";
  EXPECT_EQ(issues[0].rule, GetParam().rule) << issues[0].text();
  EXPECT_THAT(issues[0].message, testing::HasSubstr("get the file again"));
  // Bounds the work, not the machine: it takes milliseconds, and took minutes where it stalled.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, HostileGlbFile,
    testing::Values(
        Whole{"NoChunk", [] { return header(12, ""); }, "truncated"},
        Whole{"HalfAChunkHeader", [] { return filled("\x04"); }, "truncated"},
        Whole{"ChunkLongerThanTheFile", [] { return filled(chunk(4'000'000'000, "JSON", "{}  ")); },
              "truncated"},
        Whole{"SecondChunkLongerThanTheFile",
              [] {
                return filled(chunk(4, "JSON", "{}  ") +
                              chunk(0xFFFFFFF8, std::string("BIN\0", 4), "abcd"));
              },
              "truncated"},
        Whole{"BinaryFirst", [] { return filled(chunk(4, std::string("BIN\0", 4), "abcd")); },
              "no-json"},
        Whole{"JsonCutOff", [] { return joined("{\"asset\": {", ""); }, "syntax"},
        Whole{"JsonWithoutContent", [] { return joined("{}", ""); }, "missing-key"},
        Whole{"JsonDeep", [] { return joined(std::string(300000, '['), ""); }, "depth"},
        Whole{"JsonHuge", [] { return joined("[" + std::string(2'000'000, ' ') + "]", ""); },
              "too-large"},
        Whole{"ManyKeys", [] { return manyKeys(80000); }, "too-many-keys"},
        Whole{"NodesInAnEndlessChain", [] { return chainOfNodes(30000); }, "too-many"},
        Whole{"NodesInALongChain", [] { return chainOfNodes(2000); }, "too-deep"},
        Whole{"PrimitivesWithoutEnd", [] { return manyPrimitives(6000); }, "too-many"},
        Whole{"TrianglesWithoutEnd", [] { return manyTriangles(8); }, "too-large"},
        Whole{"InstancesWithoutEnd", [] { return manyInstances(4000, 3000); }, "too-many"}),
    [](const auto& row) { return std::string(row.param.name); });

/// Ordinary files of other programs: what we do not read is no reason to refuse them.
struct Ordinary {
  const char* name;
  std::function<void(Json&)> change;
  std::size_t parts;
};

void PrintTo(const Ordinary& ordinary, std::ostream* out) {
  *out << ordinary.name;
}

class OrdinaryGlb : public testing::TestWithParam<Ordinary> {};

TEST_P(OrdinaryGlb, IsRead) {
  const std::vector<GlbPart> parts = decodeGlb(withJson(GetParam().change), "x.glb");
  ASSERT_EQ(parts.size(), GetParam().parts);
  for (const GlbPart& part : parts) {
    EXPECT_EQ(part.positions, std::vector<float>({0, 0, 0, 10, 0, 0, 0, 10, 0, 0, 0, 10}));
    EXPECT_EQ(part.indices.size() % 3, 0U);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Json, OrdinaryGlb,
    testing::Values(
        Ordinary{"AsWritten", [](Json&) {}, 1},
        Ordinary{"SeveralMeshesAndNodes",
                 [](Json& json) {
                   json["meshes"].push_back(json["meshes"][0]);
                   json["meshes"][1]["name"] = "second";
                   json["meshes"][1]["primitives"].push_back(json["meshes"][0]["primitives"][0]);
                   json["nodes"] = Json::parse(
                       R"([{"children": [1, 2], "matrix": [1,0,0,0, 0,1,0,0, 0,0,1,0, 5,5,5,1]},
                           {"mesh": 0, "translation": [1, 2, 3], "rotation": [0, 0, 0, 1]},
                           {"mesh": 1, "scale": [1, 1, 1], "name": "kept"}])");
                 },
                 3},
        Ordinary{"MaterialsSkinsAnimationsExtensions",
                 [](Json& json) {
                   json["extensionsUsed"] = {"KHR_lights_punctual"};
                   json["animations"] = Json::parse(R"([{"channels": [], "samplers": []}])");
                   json["skins"] = Json::parse(R"([{"joints": [0]}])");
                   json["images"] = Json::parse(R"([{"uri": "skin.png"}])");
                   json["nodes"][0]["skin"] = 0;
                   json["cameras"] = Json::parse(R"([{"type": "perspective"}])");
                   json["meshes"][0]["primitives"][0]["attributes"]["NORMAL"] = 0;
                   json["meshes"][0]["primitives"][0]["targets"] =
                       Json::parse(R"([{"POSITION": 0}])");
                   json["accessors"][0]["extras"] = "made by hand";
                 },
                 1},
        Ordinary{"WithoutScenes",
                 [](Json& json) {
                   json.erase("scene");
                   json.erase("scenes");
                 },
                 1},
        Ordinary{"WithoutNodes",
                 [](Json& json) {
                   json.erase("scene");
                   json.erase("scenes");
                   json.erase("nodes");
                 },
                 1},
        Ordinary{"WithoutColours",
                 [](Json& json) {
                   json["meshes"][0]["primitives"][0]["attributes"].erase("COLOR_0");
                   json["meshes"][0]["primitives"][0]["attributes"].erase("COLOR_1");
                 },
                 1},
        Ordinary{"IndicesOfBytes", [](Json& json) { json["accessors"][3]["componentType"] = 5121; },
                 1}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(OrdinaryGlb, InterleavedVerticesAreRead) {
  Taken file = sound();
  // Position and colour of a vertex side by side; the last vertex ends where the view does.
  std::string vertices;
  for (int v = 0; v < 4; ++v) {
    const float position[3] = {static_cast<float>(v), 2.0F, 3.0F};
    vertices.append(reinterpret_cast<const char*>(position), sizeof position);
    vertices += std::string(3, static_cast<char>(10 * v)) + "\xff";
  }
  const std::size_t start = file.binary.size();
  file.binary += vertices;
  file.json["buffers"][0]["byteLength"] = file.binary.size();
  file.json["bufferViews"].push_back(
      {{"buffer", 0}, {"byteOffset", start}, {"byteLength", vertices.size()}, {"byteStride", 16}});
  file.json["accessors"][0]["bufferView"] = 4;
  file.json["accessors"][1]["bufferView"] = 4;
  file.json["accessors"][1]["byteOffset"] = 12;
  const std::vector<GlbPart> parts = decodeGlb(joined(file.json.dump(), file.binary), "x.glb");
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].positions, std::vector<float>({0, 2, 3, 1, 2, 3, 2, 2, 3, 3, 2, 3}));
  ASSERT_EQ(parts[0].shade.size(), 4U);
  EXPECT_EQ(parts[0].shade[3], (std::array<std::uint8_t, 4>{30, 30, 30, 255}));
}

TEST(OrdinaryGlb, ColoursThatAreNoNumbersDoNotSpread) {
  Taken file = sound();
  const std::size_t start = file.binary.size();
  const float colours[16] = {NAN, -INFINITY, INFINITY, 0.5F};
  file.binary.append(reinterpret_cast<const char*>(colours), sizeof colours);
  file.json["buffers"][0]["byteLength"] = file.binary.size();
  file.json["bufferViews"].push_back(
      {{"buffer", 0}, {"byteOffset", start}, {"byteLength", sizeof colours}});
  file.json["accessors"][1]["bufferView"] = 4;
  file.json["accessors"][1]["componentType"] = 5126;
  file.json["accessors"][1].erase("normalized");
  const std::vector<GlbPart> parts = decodeGlb(joined(file.json.dump(), file.binary), "x.glb");
  EXPECT_EQ(parts.at(0).shade.at(0), (std::array<std::uint8_t, 4>{0, 0, 255, 128}));
}

}  // namespace
}  // namespace syn::atlas
