#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <thread>

#include "atlas/anatomy.h"
#include "atlas/glb.h"
#include "atlas/glb_container.h"
#include "atlas/manifest.h"
#include "base/error.h"
#include "base/files.h"

namespace syn::atlas {
namespace {

constexpr std::uint8_t kNoStructure = 255;

/// What one file turned into, or why not.
struct Loaded {
  std::vector<Mesh> meshes;
  std::vector<Bundle> bundles;
  std::vector<Issue> issues;
};

/// Reads the files of one manifest. Thread safe: all members are constant after construction.
class Reader {
 public:
  Reader(const std::filesystem::path& folder, const Catalogue& catalogue, const Manifest& manifest,
         const LoadOptions& options)
      : folder_(folder), catalogue_(catalogue), options_(options) {
    for (int s = 0; s < static_cast<int>(catalogue.structures.size()); ++s) {
      ids_[structureKey(catalogue, s)] = static_cast<std::uint8_t>(s);
    }
    for (const std::string& key : manifest.structures) {
      const auto found = ids_.find(key);
      stored_.push_back(found == ids_.end() ? kNoStructure : found->second);
    }
  }

  [[nodiscard]] Loaded read(const FileEntry& entry) const {
    Loaded loaded;
    try {
      readInto(entry, loaded);
    } catch (const ContentError& e) {
      loaded.issues = e.issues();
    }
    return loaded;
  }

  [[nodiscard]] bool wants(const FileEntry& entry) const {
    if (!entry.bundles.empty() && options_.bundles) return true;
    return std::any_of(entry.meshes.begin(), entry.meshes.end(),
                       [&](const MeshEntry& mesh) { return wants(mesh.layer); });
  }

 private:
  [[nodiscard]] bool wants(Layer layer) const {
    return options_.layers.empty() || std::find(options_.layers.begin(), options_.layers.end(),
                                                layer) != options_.layers.end();
  }

  void readInto(const FileEntry& entry, Loaded& loaded) const {
    const std::filesystem::path path = folder_ / entry.file;
    const std::string file = path.string();
    const auto refuse = [&](const std::string& place, const char* rule,
                            const std::string& message) {
      throw ContentError(Issue{file, 0, place, rule, message});
    };
    const std::string bytes = readFile(path, kMaxGlbBytes);
    if (bytes.size() != entry.bytes) {
      refuse("", bytes.size() < entry.bytes ? "truncated" : "wrong-size",
             "has " + std::to_string(bytes.size()) + " bytes; the manifest says " +
                 std::to_string(entry.bytes) + kRebuildRemedy);
    }
    if (options_.verifyHashes && sha256(bytes) != entry.sha256) {
      refuse(
          "", "wrong-hash",
          std::string("is not the file the manifest describes (SHA-256 differs)") + kRebuildRemedy);
    }
    std::map<std::string, GlbPart, std::less<>> parts;
    for (GlbPart& part : decodeGlb(bytes, file)) {
      std::string name = part.name;
      parts.insert_or_assign(std::move(name), std::move(part));
    }
    const auto take = [&](const std::string& name) -> GlbPart& {
      const auto found = parts.find(name);
      if (found == parts.end()) {
        refuse(name, "missing-mesh",
               std::string("is named in the manifest but absent") + kRebuildRemedy);
      }
      return found->second;
    };
    for (const MeshEntry& mesh : entry.meshes) {
      if (wants(mesh.layer)) loaded.meshes.push_back(toMesh(mesh, take(mesh.name), file));
    }
    if (!options_.bundles) return;
    for (const BundleEntry& bundle : entry.bundles) {
      const std::string name = bundle.connection + "_" + std::string(hemisphereName(bundle.side));
      loaded.bundles.push_back(toBundle(bundle, take(name), file));
    }
  }

  [[nodiscard]] Mesh toMesh(const MeshEntry& entry, GlbPart& part, const std::string& file) const {
    const auto refuse = [&](const char* rule, const std::string& message) {
      throw ContentError(Issue{file, 0, entry.name, rule, message + kRebuildRemedy});
    };
    if (part.lines || part.vertexCount() != entry.vertices ||
        part.indices.size() != entry.triangles * 3) {
      refuse("wrong-counts", "has " + std::to_string(part.indices.size() / 3) +
                                 " triangles; the manifest says " +
                                 std::to_string(entry.triangles));
    }
    Mesh mesh;
    mesh.name = entry.name;
    mesh.layer = entry.layer;
    mesh.level = entry.level;
    mesh.positions = std::move(part.positions);
    mesh.triangles = std::move(part.indices);
    const std::size_t n = mesh.vertexCount();
    mesh.shade.assign(n, 1.0F);
    for (std::size_t i = 0; i < part.shade.size(); ++i) {
      mesh.shade[i] = static_cast<float>(part.shade[i][0]) * (kShadeScale / 255.0F);
    }
    mesh.border.assign(n, 1.0F);
    if (!entry.structure.empty()) {
      const auto found = ids_.find(entry.structure);
      if (found == ids_.end()) {
        refuse("unknown-structure", "\"" + entry.structure + "\" is not in the catalogue");
      }
      mesh.structure.assign(n, found->second);
    } else if (part.labels.size() != n) {
      refuse("missing-labels", "names no structure, neither here nor by vertex");
    } else {
      mesh.structure.resize(n);
      for (std::size_t i = 0; i < n; ++i) {
        const std::size_t stored = part.labels[i][0];
        if (stored >= stored_.size() || stored_[stored] == kNoStructure) {
          refuse("unknown-structure",
                 "has a vertex of structure " + std::to_string(stored) +
                     ", which the manifest's list or the catalogue does not hold");
        }
        mesh.structure[i] = stored_[stored];
        mesh.border[i] = static_cast<float>(part.labels[i][1]) / 255.0F;
      }
    }
    if (!part.span.empty()) readSpan(part, mesh);
    computeNormals(mesh);
    return mesh;
  }

  /// Span, and what is seen of a thinned cortex.
  static void readSpan(const GlbPart& part, Mesh& mesh) {
    const std::size_t n = mesh.vertexCount();
    mesh.span.reserve(n * 3);
    for (const auto& bytes : part.span) {
      const std::array<float, 3> span = unpackSpan(bytes);
      mesh.span.insert(mesh.span.end(), span.begin(), span.end());
    }
    mesh.thinShade = mesh.shade;
    for (std::size_t i = 0; i < part.labels.size(); ++i) {
      mesh.thinShade[i] = static_cast<float>(part.labels[i][2]) * (kShadeScale / 255.0F);
    }
    std::vector<float> whole = mesh.positions;
    for (std::size_t k = 0; k < whole.size(); ++k) {
      mesh.positions[k] += (Mesh::kThin - 1) * mesh.span[k];
    }
    computeNormals(mesh);
    mesh.thinNormals = std::move(mesh.normals);
    mesh.positions = std::move(whole);
  }

  [[nodiscard]] Bundle toBundle(const BundleEntry& entry, GlbPart& part,
                                const std::string& file) const {
    const auto refuse = [&](const char* rule, const std::string& message) {
      throw ContentError(Issue{file, 0, part.name, rule, message + kRebuildRemedy});
    };
    Bundle bundle;
    bundle.side = entry.side;
    const auto& connections = catalogue_.connections;
    const auto found = std::find_if(connections.begin(), connections.end(),
                                    [&](const Connection& c) { return c.id == entry.connection; });
    if (found == connections.end()) {
      refuse("unknown-connection", "\"" + entry.connection + "\" is not in the catalogue");
    }
    bundle.connection = static_cast<int>(found - connections.begin());
    if (!part.lines ||
        part.vertexCount() != static_cast<std::size_t>(entry.strands) * Bundle::kPoints) {
      refuse("wrong-counts", "has " + std::to_string(part.vertexCount()) +
                                 " points; the manifest says " + std::to_string(entry.strands) +
                                 " strands of " + std::to_string(Bundle::kPoints));
    }
    bundle.points = std::move(part.positions);
    return bundle;
  }

  const std::filesystem::path& folder_;
  const Catalogue& catalogue_;
  const LoadOptions& options_;
  std::map<std::string, std::uint8_t, std::less<>> ids_;
  std::vector<std::uint8_t> stored_;  ///< manifest's structure index to ours
};

}  // namespace

const Mesh* Anatomy::find(std::string_view name, int level) const {
  const auto found = std::find_if(meshes.begin(), meshes.end(), [&](const Mesh& mesh) {
    return mesh.name == name && mesh.level == level;
  });
  return found == meshes.end() ? nullptr : &*found;
}

Anatomy loadAnatomy(const std::filesystem::path& meshes, const Catalogue& catalogue,
                    const LoadOptions& options) {
  const Manifest manifest = Manifest::load(meshes / "manifest.json");
  const Reader reader(meshes, catalogue, manifest, options);
  std::vector<std::size_t> wanted;
  for (std::size_t i = 0; i < manifest.files.size(); ++i) {
    if (reader.wants(manifest.files[i])) wanted.push_back(i);
  }
  // Largest first, so that the threads finish together.
  std::stable_sort(wanted.begin(), wanted.end(), [&](std::size_t a, std::size_t b) {
    return manifest.files[a].bytes > manifest.files[b].bytes;
  });

  std::vector<Loaded> loaded(manifest.files.size());
  std::vector<std::exception_ptr> failures(manifest.files.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < wanted.size(); i = next++) {
      try {
        loaded[wanted[i]] = reader.read(manifest.files[wanted[i]]);
      } catch (...) {
        failures[wanted[i]] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (int i = 1; i < std::min(options.threads, 16); ++i) helpers.emplace_back(work);
    work();
  }

  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
  IssueList issues;
  Anatomy anatomy;
  anatomy.catalogue = catalogue;
  for (Loaded& one : loaded) {
    for (Issue& issue : one.issues) issues.add(std::move(issue));
    std::move(one.meshes.begin(), one.meshes.end(), std::back_inserter(anatomy.meshes));
    std::move(one.bundles.begin(), one.bundles.end(), std::back_inserter(anatomy.bundles));
  }
  issues.throwIfAny();
  return anatomy;
}

}  // namespace syn::atlas
