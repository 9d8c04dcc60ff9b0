#pragma once

#include <cstddef>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "base/json.h"

namespace syn::atlas {

/// Checks nodes and scene of a glTF file and adds what of them we read (name, mesh, children and
/// transform; one scene) to `file`: trees, not too deep, that show at least one mesh. `primitives`
/// says how many each mesh has. A file without nodes shows every mesh. Issues go to the reader's
/// list; with issues, what was added is of no use.
void readNodes(ObjectReader& root, const std::vector<std::size_t>& primitives,
               nlohmann::ordered_json& file);

}  // namespace syn::atlas
