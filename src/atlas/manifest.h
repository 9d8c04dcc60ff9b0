#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "atlas/anatomy.h"

namespace syn::atlas {

[[nodiscard]] std::string_view layerName(Layer layer);

/// "hippocampus/left": how the manifest names a structure.
[[nodiscard]] std::string structureKey(const Catalogue& catalogue, int structure);

/// What the manifest says about one mesh.
struct MeshEntry {
  std::string name;
  Layer layer = Layer::cortex;
  int level = 0;
  std::string structure;  ///< key of the one structure; empty when it varies by vertex
  std::size_t triangles = 0;
  std::size_t vertices = 0;
  double volumeMm3 = 0;       ///< enclosed by the mesh
  double labelVolumeMm3 = 0;  ///< of the labelled voxels it was made from; 0 when it has none
};

struct BundleEntry {
  std::string connection;
  Hemisphere side = Hemisphere::left;
  int strands = 0;
};

struct FileEntry {
  std::string file;  ///< plain name, in the folder of the manifest
  std::string sha256;
  std::size_t bytes = 0;
  std::string source;
  std::string licence;
  std::string recipe;
  std::vector<MeshEntry> meshes;
  std::vector<BundleEntry> bundles;
};

/// One of the volumes everything was made from.
struct Source {
  std::string id;
  std::string file;
  std::string sha256;
  std::string licence;
  std::string citation;
};

/// meshes/manifest.json.
struct Manifest {
  std::string space;     ///< name of the coordinate space
  std::string madeWith;  ///< libraries that decide the bytes of a rebuild
  std::vector<Source> sources;
  std::vector<std::string> structures;  ///< keys; the index is what vertices store
  std::vector<std::pair<std::string, double>> volumesCm3;  ///< voxel volumes of the tissue classes
  std::vector<FileEntry> files;

  static constexpr std::size_t kMaxBytes = std::size_t{4} << 20;

  /// Throws ContentError with every issue.
  static Manifest load(const std::filesystem::path& file);
  /// `name` stands for the file in messages.
  static Manifest parse(std::string_view text, const std::string& name);
  [[nodiscard]] std::string toJson() const;
};

}  // namespace syn::atlas
