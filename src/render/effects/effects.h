#pragma once

#include <memory>
#include <vector>

#include "render/effects/effect.h"

namespace syn::render {

/// One of each effect. Those that write a row others add to stand before them.
[[nodiscard]] std::vector<std::unique_ptr<Effect>> makeEffects();

[[nodiscard]] std::unique_ptr<Effect> makeSurface();
[[nodiscard]] std::unique_ptr<Effect> makeSolids();
[[nodiscard]] std::unique_ptr<Effect> makeReactivity();
[[nodiscard]] std::unique_ptr<Effect> makeFibres();
[[nodiscard]] std::unique_ptr<Effect> makeNewNeurons();
[[nodiscard]] std::unique_ptr<Effect> makeAmyloid();
[[nodiscard]] std::unique_ptr<Effect> makeBdnf();
[[nodiscard]] std::unique_ptr<Effect> makeMyelin();
[[nodiscard]] std::unique_ptr<Effect> makeCircuit();
[[nodiscard]] std::unique_ptr<Effect> makeHabitPaths();
[[nodiscard]] std::unique_ptr<Effect> makeMemory();
[[nodiscard]] std::unique_ptr<Effect> makeCriticalWindows();
[[nodiscard]] std::unique_ptr<Effect> makeLesions();

}  // namespace syn::render
