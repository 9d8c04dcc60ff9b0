#pragma once

#include "atlas/anatomy.h"

namespace syn::atlas {

/// A closed tetrahedron of 1000/6 mm3 with one corner at (x, 0, 0), facing outward.
inline Mesh tetrahedron(std::string name, float x, std::uint8_t structure) {
  Mesh mesh;
  mesh.name = std::move(name);
  mesh.layer = Layer::nucleus;
  mesh.positions = {x, 0, 0, x + 10, 0, 0, x, 10, 0, x, 0, 10};
  mesh.triangles = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3};
  mesh.structure.assign(4, structure);
  mesh.border.assign(4, 1.0F);
  mesh.shade = {0.4F, 0.6F, 0.9F, 1.1F};
  return mesh;
}

}  // namespace syn::atlas
