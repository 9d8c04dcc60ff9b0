#pragma once

#include <string>

#include "base/json.h"
#include "scene/look.h"

namespace syn::scene {

/// Reads the members of an object over `base`: what is not named stays as it is there. Structures
/// are named by their region ("amygdala": both sides) or one side of it ("amygdala:left"). What is
/// wrong or unknown becomes an issue, and the returned look is then of no use.
[[nodiscard]] Look readLook(const JsonNode& node, const Catalogue& catalogue, const Look& base,
                            IssueList& issues);
/// The same for a reader that asks for further members itself; the caller calls `finish`.
[[nodiscard]] Look readLook(ObjectReader& in, const Catalogue& catalogue, const Look& base);

/// The members in which `look` differs from `base` (not its id), as one JSON object that `readLook`
/// turns into `look` again; "{}" when nothing differs.
[[nodiscard]] std::string writeLook(const Look& look, const Catalogue& catalogue, const Look& base);

}  // namespace syn::scene
