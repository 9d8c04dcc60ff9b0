#pragma once

#include <string>

#include "sim/trajectory.h"

namespace syn::sim {

/// A life as the text of a scenario file with that one life (see data/scenarios/README.md), one
/// entry a line, ending in a line break. What the reader makes of it is equal to `scenario`: whole
/// weeks exactly, other times to a millionth of a second. Severities are written as "dose", which
/// the reader takes for both.
[[nodiscard]] std::string writeScenario(const Scenario& scenario);

}  // namespace syn::sim
