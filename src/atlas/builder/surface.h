#pragma once

#include "atlas/anatomy.h"
#include "atlas/builder/volume.h"

namespace syn::atlas {

/// How a field becomes a smooth surface.
struct SurfaceRecipe {
  int sincIterations = 15;
  double passBand = 0.1;      ///< of the windowed sinc filter; lower is smoother
  double keepFraction = 1.0;  ///< components smaller than this share of the largest are dropped
};

/// Closed surface where `field` crosses 0, inside positive, facing outward: positions and triangles
/// only. Throws Error when the field is nowhere positive.
[[nodiscard]] Mesh surfaceOf(const Field& field, const SurfaceRecipe& recipe);

/// At most about `triangles` triangles, by quadric edge collapse that keeps the topology.
[[nodiscard]] Mesh simplified(const Mesh& mesh, std::size_t triangles);

/// Windowed sinc smoothing.
void smooth(Mesh& mesh, int iterations, double passBand);

/// Moves all vertices along their normals until the mesh encloses `mm3`, in steps small enough to
/// leave its form alone.
void matchVolume(Mesh& mesh, double mm3);

/// Orders triangles and vertices for the graphics card's caches.
void orderForDrawing(Mesh& mesh);

}  // namespace syn::atlas
