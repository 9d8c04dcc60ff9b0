#include "render/effects/effects.h"

namespace syn::render {

std::vector<std::unique_ptr<Effect>> makeEffects() {
  std::vector<std::unique_ptr<Effect>> effects;
  effects.push_back(makeSurface());
  effects.push_back(makeSolids());
  effects.push_back(makeReactivity());
  effects.push_back(makeFibres());
  effects.push_back(makeMyelin());
  effects.push_back(makeCircuit());
  effects.push_back(makeHabitPaths());
  effects.push_back(makeCriticalWindows());
  // Light is laid over what is solid.
  effects.push_back(makeAmyloid());
  effects.push_back(makeNewNeurons());
  effects.push_back(makeMemory());
  effects.push_back(makeBdnf());
  effects.push_back(makeLesions());
  return effects;
}

}  // namespace syn::render
