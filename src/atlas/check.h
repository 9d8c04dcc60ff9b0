#pragma once

#include <filesystem>
#include <vector>

#include "base/error.h"
#include "catalogue/catalogue.h"

namespace syn::atlas {

/// Everything wrong with a folder of built anatomy; empty when it is sound. Reads every file as
/// `loadAnatomy` does, then checks what the pictures rely on: geometry for every structure, sides
/// on their side, closed nuclei and pieces, volumes within 2 % of the labels, bundles for every
/// connection that begin and end in their regions.
[[nodiscard]] std::vector<Issue> check(const std::filesystem::path& meshes,
                                       const Catalogue& catalogue);

}  // namespace syn::atlas
