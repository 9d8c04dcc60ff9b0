#pragma once

#include <filesystem>

namespace syn {

/// Where the program's own content lies. All paths are absolute.
struct Resources {
  std::filesystem::path root;
  std::filesystem::path data;     ///< data/
  std::filesystem::path meshes;   ///< meshes/
  std::filesystem::path shaders;  ///< shaders/

  /// Looks at `$SYNAPTARIUM_HOME`, then beside the program (`../share/synaptarium`), then in every
  /// folder above it, for one that holds data/ and meshes/. Throws Error when there is none.
  static Resources find();
  static Resources at(const std::filesystem::path& root);
};

}  // namespace syn
