#include "atlas/glb.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include <assimp/Importer.hpp>
#include <assimp/postprocess.h>
#include <assimp/scene.h>
#include <nlohmann/json.hpp>

#include "atlas/glb_container.h"
#include "atlas/glb_reducer.h"
#include "base/error.h"

namespace syn::atlas {
namespace {

using Json = nlohmann::ordered_json;

/// Collects the binary chunk and the accessors that point into it.
class Packer {
 public:
  template <typename T>
  int add(const std::vector<T>& values, std::size_t count, int component, const char* type,
          int target) {
    while (binary.size() % 4 != 0) binary.push_back('\0');
    const std::size_t bytes = values.size() * sizeof(T);
    views.push_back(
        {{"buffer", 0}, {"byteOffset", binary.size()}, {"byteLength", bytes}, {"target", target}});
    binary.append(reinterpret_cast<const char*>(values.data()), bytes);
    accessors.push_back({{"bufferView", views.size() - 1},
                         {"componentType", component},
                         {"count", count},
                         {"type", type}});
    return static_cast<int>(accessors.size() - 1);
  }

  std::string binary;
  Json views = Json::array();
  Json accessors = Json::array();
};

int addPositions(Packer& packer, const GlbPart& part) {
  const int accessor =
      packer.add(part.positions, part.vertexCount(), gltf::kFloat, "VEC3", gltf::kArrayBuffer);
  std::array<float, 3> low;
  std::array<float, 3> high;
  low.fill(std::numeric_limits<float>::max());
  high.fill(std::numeric_limits<float>::lowest());
  for (std::size_t i = 0; i < part.positions.size(); ++i) {
    low[i % 3] = std::min(low[i % 3], part.positions[i]);
    high[i % 3] = std::max(high[i % 3], part.positions[i]);
  }
  packer.accessors.back()["min"] = low;
  packer.accessors.back()["max"] = high;
  return accessor;
}

int addColours(Packer& packer, const std::vector<std::array<std::uint8_t, 4>>& colours) {
  const int accessor =
      packer.add(colours, colours.size(), gltf::kUnsignedByte, "VEC4", gltf::kArrayBuffer);
  packer.accessors.back()["normalized"] = true;
  return accessor;
}

int addIndices(Packer& packer, const GlbPart& part) {
  if (part.vertexCount() < std::numeric_limits<std::uint16_t>::max()) {
    const std::vector<std::uint16_t> narrow(part.indices.begin(), part.indices.end());
    return packer.add(narrow, narrow.size(), gltf::kUnsignedShort, "SCALAR", gltf::kElementBuffer);
  }
  return packer.add(part.indices, part.indices.size(), gltf::kUnsignedInt, "SCALAR",
                    gltf::kElementBuffer);
}

std::uint8_t toByte(float unit) {
  // A foreign file may say that a colour is not a number.
  return unit > 0 ? static_cast<std::uint8_t>(std::lround(std::min(unit, 1.0F) * 255.0F)) : 0;
}

std::array<std::uint8_t, 4> toBytes(const aiColor4D& colour) {
  return {toByte(colour.r), toByte(colour.g), toByte(colour.b), toByte(colour.a)};
}

[[noreturn]] void refuse(const std::string& file, const std::string& place, const char* rule,
                         const std::string& message) {
  throw ContentError(Issue{file, 0, place, rule, message});
}

GlbPart readPart(const aiMesh& mesh, const std::string& file) {
  GlbPart part;
  part.name = mesh.mName.C_Str();
  const std::size_t vertices = mesh.mNumVertices;
  part.lines = mesh.mPrimitiveTypes == aiPrimitiveType_LINE;
  const unsigned corners = part.lines ? 2U : 3U;
  part.positions.resize(vertices * 3);
  std::memcpy(part.positions.data(), mesh.mVertices, vertices * 3 * sizeof(float));
  if (!std::all_of(part.positions.begin(), part.positions.end(),
                   [](float x) { return std::isfinite(x) && std::abs(x) < 1e4F; })) {
    refuse(file, part.name, "not-finite",
           std::string("has a coordinate that is not a number or beyond 10 m") + kRebuildRemedy);
  }
  const auto colours = [&](unsigned channel) {
    std::vector<std::array<std::uint8_t, 4>> out;
    if (mesh.HasVertexColors(channel)) {
      out.reserve(vertices);
      for (std::size_t i = 0; i < vertices; ++i) out.push_back(toBytes(mesh.mColors[channel][i]));
    }
    return out;
  };
  part.shade = colours(0);
  part.labels = colours(1);
  part.span = colours(2);
  part.indices.reserve(std::size_t{mesh.mNumFaces} * corners);
  for (unsigned f = 0; f < mesh.mNumFaces; ++f) {
    const unsigned* corner = mesh.mFaces[f].mIndices;
    part.indices.insert(part.indices.end(), corner, corner + corners);
  }
  return part;
}

}  // namespace

std::string encodeGlb(const std::vector<GlbPart>& parts) {
  Packer packer;
  Json meshes = Json::array();
  Json nodes = Json::array();
  Json roots = Json::array();
  for (const GlbPart& part : parts) {
    Json attributes;
    attributes["POSITION"] = addPositions(packer, part);
    if (!part.shade.empty()) attributes["COLOR_0"] = addColours(packer, part.shade);
    if (!part.labels.empty()) attributes["COLOR_1"] = addColours(packer, part.labels);
    if (!part.span.empty()) attributes["COLOR_2"] = addColours(packer, part.span);
    Json primitive = {{"attributes", attributes},
                      {"indices", addIndices(packer, part)},
                      {"mode", part.lines ? gltf::kLines : gltf::kTriangles}};
    if (!part.lines) primitive["material"] = 0;
    roots.push_back(nodes.size());
    nodes.push_back({{"name", part.name}, {"mesh", meshes.size()}});
    meshes.push_back({{"name", part.name}, {"primitives", Json::array({primitive})}});
  }
  while (packer.binary.size() % 4 != 0) packer.binary.push_back('\0');
  const Json root = {{"asset", {{"version", "2.0"}, {"generator", "Synaptarium"}}},
                     {"scene", 0},
                     {"scenes", Json::array({{{"nodes", roots}}})},
                     {"nodes", nodes},
                     {"meshes", meshes},
                     {"materials", Json::array({{{"name", "tissue"},
                                                 {"pbrMetallicRoughness",
                                                  {{"baseColorFactor", {0.94, 0.78, 0.72, 1.0}},
                                                   {"metallicFactor", 0.0},
                                                   {"roughnessFactor", 0.6}}}}})},
                     {"accessors", packer.accessors},
                     {"bufferViews", packer.views},
                     {"buffers", Json::array({{{"byteLength", packer.binary.size()}}})}};
  return joinGlb(root.dump(), std::move(packer.binary));
}

std::vector<GlbPart> decodeGlb(std::string_view bytes, const std::string& file) {
  const std::string reduced = reduceGlb(bytes, file);
  Assimp::Importer importer;
  const aiScene* scene = nullptr;
  try {
    scene = importer.ReadFileFromMemory(reduced.data(), reduced.size(), 0, "glb");
  } catch (const std::exception& e) {
    refuse(file, "", "unreadable-mesh",
           std::string("cannot be read: ") + e.what() + kRebuildRemedy);
  }
  if (scene == nullptr || scene->mNumMeshes == 0) {
    refuse(file, "", "unreadable-mesh",
           "cannot be read: " + std::string(importer.GetErrorString()) + kRebuildRemedy);
  }
  std::vector<GlbPart> parts;
  parts.reserve(scene->mNumMeshes);
  for (unsigned i = 0; i < scene->mNumMeshes; ++i) {
    parts.push_back(readPart(*scene->mMeshes[i], file));
  }
  return parts;
}

GlbPart toPart(const Mesh& mesh) {
  GlbPart part;
  part.name = mesh.name;
  part.positions = mesh.positions;
  part.indices = mesh.triangles;
  bool uniform = mesh.span.empty();
  for (std::size_t i = 0; i < mesh.vertexCount(); ++i) {
    const std::uint8_t grey = toByte(mesh.shade[i] / kShadeScale);
    const std::uint8_t thin =
        mesh.thinShade.empty() ? std::uint8_t{0} : toByte(mesh.thinShade[i] / kShadeScale);
    part.shade.push_back({grey, grey, grey, 255});
    part.labels.push_back({mesh.structure[i], toByte(mesh.border[i]), thin, 255});
    if (!mesh.span.empty()) part.span.push_back(packSpan(&mesh.span[i * 3]));
    uniform = uniform && mesh.structure[i] == mesh.structure[0] && mesh.border[i] == 1.0F;
  }
  if (uniform) part.labels.clear();
  return part;
}

std::array<std::uint8_t, 4> packSpan(const float* span) {
  const float length = std::hypot(span[0], span[1], span[2]);
  const float scale = length > 0 ? 0.5F / length : 0.0F;
  return {toByte(0.5F + scale * span[0]), toByte(0.5F + scale * span[1]),
          toByte(0.5F + scale * span[2]), toByte(length / kSpanScale)};
}

std::array<float, 3> unpackSpan(const std::array<std::uint8_t, 4>& bytes) {
  std::array<float, 3> span{};
  for (std::size_t k = 0; k < 3; ++k) span[k] = static_cast<float>(bytes[k]) / 127.5F - 1.0F;
  const float length = std::hypot(span[0], span[1], span[2]);
  const float scale = static_cast<float>(bytes[3]) * (kSpanScale / 255.0F) / length;
  for (float& s : span) s *= scale;  // a byte is never 127.5, so `length` is never 0
  return span;
}

GlbPart toPart(const Bundle& bundle, std::string name) {
  GlbPart part;
  part.name = std::move(name);
  part.positions = bundle.points;
  part.lines = true;
  for (int s = 0; s < bundle.strands(); ++s) {
    for (int p = 0; p + 1 < Bundle::kPoints; ++p) {
      const auto index = static_cast<std::uint32_t>(s * Bundle::kPoints + p);
      part.indices.insert(part.indices.end(), {index, index + 1});
    }
  }
  return part;
}

void computeNormals(Mesh& mesh) {
  mesh.normals.assign(mesh.positions.size(), 0.0F);
  const float* p = mesh.positions.data();
  float* n = mesh.normals.data();
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
    const std::size_t a = std::size_t{mesh.triangles[t]} * 3;
    const std::size_t b = std::size_t{mesh.triangles[t + 1]} * 3;
    const std::size_t c = std::size_t{mesh.triangles[t + 2]} * 3;
    const float ux = p[b] - p[a], uy = p[b + 1] - p[a + 1], uz = p[b + 2] - p[a + 2];
    const float vx = p[c] - p[a], vy = p[c + 1] - p[a + 1], vz = p[c + 2] - p[a + 2];
    const float cross[3] = {uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx};
    for (const std::size_t corner : {a, b, c}) {
      for (std::size_t k = 0; k < 3; ++k) n[corner + k] += cross[k];
    }
  }
  for (std::size_t i = 0; i < mesh.normals.size(); i += 3) {
    const float length = std::sqrt(n[i] * n[i] + n[i + 1] * n[i + 1] + n[i + 2] * n[i + 2]);
    if (length > 0) {
      for (std::size_t k = 0; k < 3; ++k) n[i + k] /= length;
    } else {
      n[i + 2] = 1.0F;
    }
  }
}

double enclosedVolume(const Mesh& mesh) {
  double six = 0;
  const auto at = [&](std::uint32_t vertex, std::size_t k) {
    return static_cast<double>(mesh.positions[std::size_t{vertex} * 3 + k]);
  };
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
    const std::uint32_t a = mesh.triangles[t];
    const std::uint32_t b = mesh.triangles[t + 1];
    const std::uint32_t c = mesh.triangles[t + 2];
    six += at(a, 0) * (at(b, 1) * at(c, 2) - at(b, 2) * at(c, 1)) +
           at(a, 1) * (at(b, 2) * at(c, 0) - at(b, 0) * at(c, 2)) +
           at(a, 2) * (at(b, 0) * at(c, 1) - at(b, 1) * at(c, 0));
  }
  return six / 6.0;
}

namespace {

/// Each edge's two vertices in one number, once for each triangle, sorted.
std::vector<std::uint64_t> sortedEdges(const Mesh& mesh) {
  std::vector<std::uint64_t> edges;
  edges.reserve(mesh.triangles.size());
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
    for (std::size_t c = 0; c < 3; ++c) {
      const std::uint64_t a = mesh.triangles[t + c];
      const std::uint64_t b = mesh.triangles[t + (c + 1) % 3];
      edges.push_back(std::min(a, b) << 32U | std::max(a, b));
    }
  }
  std::sort(edges.begin(), edges.end());
  return edges;
}

}  // namespace

std::size_t openEdges(const Mesh& mesh) {
  const std::vector<std::uint64_t> edges = sortedEdges(mesh);
  std::size_t open = 0;
  for (std::size_t i = 0; i < edges.size();) {
    std::size_t next = i;
    while (next < edges.size() && edges[next] == edges[i]) ++next;
    if (next - i == 1) ++open;
    i = next;
  }
  return open;
}

long eulerCharacteristic(const Mesh& mesh) {
  std::vector<std::uint64_t> edges = sortedEdges(mesh);
  const auto different = std::unique(edges.begin(), edges.end()) - edges.begin();
  return static_cast<long>(mesh.vertexCount()) - static_cast<long>(different) +
         static_cast<long>(mesh.triangleCount());
}

double area(const Mesh& mesh) {
  double twice = 0;
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
    const float* a = &mesh.positions[std::size_t{mesh.triangles[t]} * 3];
    const float* b = &mesh.positions[std::size_t{mesh.triangles[t + 1]} * 3];
    const float* c = &mesh.positions[std::size_t{mesh.triangles[t + 2]} * 3];
    std::array<double, 3> u{};
    std::array<double, 3> v{};
    for (std::size_t k = 0; k < 3; ++k) {
      u[k] = static_cast<double>(b[k]) - static_cast<double>(a[k]);
      v[k] = static_cast<double>(c[k]) - static_cast<double>(a[k]);
    }
    twice +=
        std::hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]);
  }
  return twice / 2;
}

}  // namespace syn::atlas
