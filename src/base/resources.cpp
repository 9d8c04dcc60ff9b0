#include "base/resources.h"

#include <cstdlib>

#include "base/error.h"

namespace syn {
namespace fs = std::filesystem;

namespace {
bool holdsContent(const fs::path& root) {
  std::error_code error;
  return fs::is_directory(root / "data" / "regions", error) &&
         fs::is_directory(root / "meshes", error);
}
}  // namespace

Resources Resources::at(const fs::path& root) {
  if (!holdsContent(root)) {
    throw Error(root.string() +
                ": holds no data/ and meshes/; point SYNAPTARIUM_HOME at the folder "
                "that does");
  }
  const fs::path absolute = fs::canonical(root);
  return {absolute, absolute / "data", absolute / "meshes", absolute / "shaders"};
}

Resources Resources::find() {
  if (const char* home = std::getenv("SYNAPTARIUM_HOME"); home != nullptr && *home != '\0') {
    return at(home);
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    if (holdsContent(folder / "share" / "synaptarium")) return at(folder / "share" / "synaptarium");
    if (holdsContent(folder)) return at(folder);
    if (folder == folder.parent_path()) break;
  }
  throw Error("data/ and meshes/ were not found near " + program.string() +
              "; set SYNAPTARIUM_HOME to the folder that holds them");
}

}  // namespace syn
