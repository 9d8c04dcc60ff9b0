#include "render/effects/effects.h"

namespace syn::render {

std::vector<std::unique_ptr<Effect>> makeEffects() {
  std::vector<std::unique_ptr<Effect>> effects;
  effects.push_back(makeSurface());
  effects.push_back(makeSolids());
  effects.push_back(makeReactivity());
  effects.push_back(makeFibres());
  effects.push_back(makeNewNeurons());
  return effects;
}

}  // namespace syn::render
