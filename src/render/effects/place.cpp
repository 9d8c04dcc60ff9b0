#include "render/effects/place.h"

#include <cmath>

#include "scene/cortex_law.h"

namespace syn::render {

Place placeAt(const atlas::Mesh& mesh, std::size_t vertex, float depth) {
  Place place;
  place.structure = mesh.structure[vertex];
  place.span[3] = vertex < mesh.border.size() ? scene::insideRegion(mesh.border[vertex]) : 1.0F;
  for (std::size_t k = 0; k < 3; ++k) {
    place.normal[k] = mesh.normals[vertex * 3 + k];
    place.at[k] = mesh.positions[vertex * 3 + k] - depth * place.normal[k];
    if (!mesh.span.empty()) place.span[k] = mesh.span[vertex * 3 + k];
  }
  const float thick = std::hypot(place.span[0], place.span[1], place.span[2]);
  const float share = thick > 0 ? std::max(thick - depth, 0.0F) / thick : 0;
  for (std::size_t k = 0; k < 3; ++k) place.span[k] *= share;
  return place;
}

}  // namespace syn::render
