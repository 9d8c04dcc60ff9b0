#include "scene/scale_bar.h"

#include <cmath>

namespace syn::scene {

ScaleBar scaleBar(double millimetresPerPixel, double longest) {
  const double room = millimetresPerPixel * longest;
  const double power = std::pow(10, std::floor(std::log10(room)));
  double length = power;
  for (const double step : {2.0, 5.0}) {
    if (step * power <= room) length = step * power;
  }
  return {length, length / millimetresPerPixel};
}

}  // namespace syn::scene
