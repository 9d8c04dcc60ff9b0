#pragma once

#include <vector>

#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include "atlas/anatomy.h"
#include "scene/frame_state.h"

namespace syn::render {

/// Names of the per-vertex arrays, the same in the shaders.
inline constexpr const char* kStructureArray = "structureMC";  ///< id, border, shade, 1 = hindbrain
inline constexpr const char* kFibreArray = "fibreMC";          ///< slot, along, rank, side
inline constexpr const char* kNeuronArray = "neuronMC";        ///< number, structure, corner x, y

inline constexpr int kMostNeuronsPerSide = 1000;

/// All given meshes in one.
[[nodiscard]] vtkSmartPointer<vtkPolyData> mergeMeshes(
    const std::vector<const atlas::Mesh*>& meshes);

/// Strands of the connections that are not hidden, as ribbons that the shader turns to the eye and
/// rounds. Many connections get fewer strands each, so that the work stays bounded.
[[nodiscard]] vtkSmartPointer<vtkPolyData> fibreRibbons(const atlas::Anatomy& anatomy,
                                                        const scene::ConnectionSet& hidden,
                                                        int* strands);

/// Birthplaces of new neurons on the dentate gyrus of both sides, a small square each.
[[nodiscard]] vtkSmartPointer<vtkPolyData> neuronSquares(const atlas::Anatomy& anatomy);

/// Index into the per-connection uniforms.
[[nodiscard]] inline int connectionSlot(int connection, Hemisphere side) {
  return connection * 2 + (side == Hemisphere::right ? 1 : 0);
}

}  // namespace syn::render
