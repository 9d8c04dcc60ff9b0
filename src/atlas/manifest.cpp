#include "atlas/manifest.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/json.h"

namespace syn::atlas {
namespace {

constexpr std::array<std::string_view, 7> kLayers = {
    "cortex", "glass", "piece", "nucleus", "cerebellum", "brainstem", "ventricles"};
constexpr std::array<std::string_view, 3> kSides = {"left", "right", "midline"};
constexpr std::size_t kMaxFiles = 200;
constexpr double kMaxCount = 4e6;

template <std::size_t n>
std::vector<std::string> words(const std::array<std::string_view, n>& list) {
  return {list.begin(), list.end()};
}

template <std::size_t n>
std::size_t indexOf(const std::array<std::string_view, n>& list, std::string_view word) {
  return static_cast<std::size_t>(std::find(list.begin(), list.end(), word) - list.begin()) % n;
}

MeshEntry readMesh(const JsonNode& node, IssueList& issues) {
  ObjectReader in(node, issues);
  MeshEntry mesh;
  mesh.name = in.text("name");
  mesh.layer = static_cast<Layer>(indexOf(kLayers, in.oneOf("layer", words(kLayers))));
  mesh.level = in.integer("level", {0, 9, ""});
  mesh.structure = in.text("structure", "");
  mesh.triangles = static_cast<std::size_t>(in.integer("triangles", {1, kMaxCount, ""}));
  mesh.vertices = static_cast<std::size_t>(in.integer("vertices", {3, kMaxCount, ""}));
  mesh.volumeMm3 = in.number("volume_mm3", {0, 5e6, "mm3"}, 0);
  mesh.labelVolumeMm3 = in.number("label_volume_mm3", {0, 5e6, "mm3"}, 0);
  in.finish();
  return mesh;
}

BundleEntry readBundle(const JsonNode& node, IssueList& issues) {
  ObjectReader in(node, issues);
  BundleEntry bundle;
  bundle.connection = in.text("connection");
  bundle.side = static_cast<Hemisphere>(indexOf(kSides, in.oneOf("side", words(kSides))));
  bundle.strands = in.integer("strands", {1, 10000, ""});
  in.finish();
  return bundle;
}

bool isPlainName(const std::string& name) {
  return !name.empty() && name.front() != '.' && name.find_first_of("/\\") == std::string::npos;
}

FileEntry readFileEntry(const JsonNode& node, IssueList& issues) {
  ObjectReader in(node, issues);
  FileEntry file;
  file.file = in.text("file");
  if (!isPlainName(file.file)) {
    in.fail("file", "not-a-plain-name", "must be the plain name of a file beside the manifest");
  }
  file.sha256 = in.text("sha256");
  if (file.sha256.size() != 64 ||
      file.sha256.find_first_not_of("0123456789abcdef") != std::string::npos) {
    in.fail("sha256", "not-a-hash", "must be 64 hexadecimal digits in lower case");
  }
  file.bytes = static_cast<std::size_t>(in.integer("bytes", {1, 1e8, "bytes"}));
  file.source = in.text("source");
  file.licence = in.text("licence");
  file.recipe = in.text("recipe");
  for (const JsonNode& mesh : in.array("meshes", false)) {
    file.meshes.push_back(readMesh(mesh, issues));
  }
  for (const JsonNode& bundle : in.array("bundles", false)) {
    file.bundles.push_back(readBundle(bundle, issues));
  }
  in.finish();
  return file;
}

}  // namespace

std::string_view layerName(Layer layer) {
  return kLayers[static_cast<std::size_t>(layer)];
}

std::string structureKey(const Catalogue& catalogue, int structure) {
  const Structure& s = catalogue.structures[static_cast<std::size_t>(structure)];
  return catalogue.regions[static_cast<std::size_t>(s.region)].id + "/" +
         std::string(hemisphereName(s.hemisphere));
}

Manifest Manifest::load(const std::filesystem::path& path) {
  return parse(readFile(path, kMaxBytes), path.string());
}

Manifest Manifest::parse(std::string_view text, const std::string& name) {
  const JsonDocument document = JsonDocument::parse(text, name);
  IssueList issues;
  ObjectReader in(document.root(), issues);
  Manifest manifest;
  in.oneOf("format", {"synaptarium-meshes-1"});
  manifest.space = in.text("space");
  manifest.madeWith = in.text("made_with");
  in.oneOf("axes", {"RAS"});
  in.oneOf("units", {"mm"});
  for (const JsonNode& node : in.array("sources")) {
    ObjectReader source(node, issues);
    Source s;
    s.id = source.text("id");
    s.file = source.text("file");
    s.sha256 = source.text("sha256");
    s.licence = source.text("licence");
    s.citation = source.text("citation");
    source.finish();
    manifest.sources.push_back(std::move(s));
  }
  manifest.structures = in.texts("structures", true);
  if (const auto volumes = in.object("volumes_cm3", false)) {
    ObjectReader reader(*volumes, issues);
    for (const std::string& key : volumes->keys()) {
      manifest.volumesCm3.emplace_back(key, reader.number(key, {0, 5000, "cm3"}));
    }
  }
  const std::vector<JsonNode> files = in.array("files");
  if (files.size() > kMaxFiles) {
    in.fail("files", "too-many", "lists more than 200 files; merge some of them");
  } else {
    for (const JsonNode& node : files) manifest.files.push_back(readFileEntry(node, issues));
  }
  in.finish();
  issues.throwIfAny();
  return manifest;
}

std::string Manifest::toJson() const {
  using Json = nlohmann::ordered_json;
  const auto rounded = [](double value) { return std::round(value * 10.0) / 10.0; };
  Json root = {{"format", "synaptarium-meshes-1"},
               {"space", space},
               {"made_with", madeWith},
               {"axes", "RAS"},
               {"units", "mm"},
               {"sources", Json::array()},
               {"structures", structures},
               {"volumes_cm3", Json::object()},
               {"files", Json::array()}};
  for (const Source& s : sources) {
    root["sources"].push_back({{"id", s.id},
                               {"file", s.file},
                               {"sha256", s.sha256},
                               {"licence", s.licence},
                               {"citation", s.citation}});
  }
  for (const auto& [name, volume] : volumesCm3) root["volumes_cm3"][name] = rounded(volume);
  for (const FileEntry& f : files) {
    Json file = {{"file", f.file},     {"sha256", f.sha256},   {"bytes", f.bytes},
                 {"source", f.source}, {"licence", f.licence}, {"recipe", f.recipe}};
    for (const MeshEntry& m : f.meshes) {
      Json mesh = {{"name", m.name},         {"layer", layerName(m.layer)},
                   {"level", m.level},       {"triangles", m.triangles},
                   {"vertices", m.vertices}, {"volume_mm3", rounded(m.volumeMm3)}};
      if (!m.structure.empty()) mesh["structure"] = m.structure;
      if (m.labelVolumeMm3 > 0) mesh["label_volume_mm3"] = rounded(m.labelVolumeMm3);
      file["meshes"].push_back(std::move(mesh));
    }
    for (const BundleEntry& b : f.bundles) {
      file["bundles"].push_back(
          {{"connection", b.connection}, {"side", hemisphereName(b.side)}, {"strands", b.strands}});
    }
    root["files"].push_back(std::move(file));
  }
  return root.dump(1) + "\n";
}

}  // namespace syn::atlas
