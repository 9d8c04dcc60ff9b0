#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "catalogue/catalogue.h"

namespace syn::atlas {

/// Where Debian's package mricron-data puts its volumes.
inline const std::filesystem::path kMricronTemplates = "/usr/share/mricron/templates";

struct BuildOptions {
  std::filesystem::path t1 = kMricronTemplates / "ch2better.nii.gz";  ///< Colin27, 0.5 mm
  std::filesystem::path labels = kMricronTemplates / "aal.nii.gz";    ///< AAL, 116 labels
  std::filesystem::path
      out;          ///< folder, created when missing; receives the .glb files and manifest
  int threads = 2;  ///< does not change the result
  /// Called now and then from the calling thread with the share done (0..1) and what is being made.
  std::function<void(double, std::string_view)> progress;
};

/// Builds every mesh and bundle of the catalogue from the two volumes; same input, same bytes.
/// Nothing is written until everything has been built. Throws ContentError (volumes) or Error.
void build(const Catalogue& catalogue, const BuildOptions& options);

/// Versions of what decides the bytes: libraries and processor. A rebuild with the same versions
/// gives the same bytes; the manifest records them.
[[nodiscard]] std::string madeWith();

}  // namespace syn::atlas
