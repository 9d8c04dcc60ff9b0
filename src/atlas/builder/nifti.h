#pragma once

#include <filesystem>

#include "atlas/builder/volume.h"

namespace syn::atlas {

/// Reads a NIfTI-1 volume (.nii or .nii.gz; unsigned bytes; axes along RAS, isotropic), with its
/// S-form as the place of the voxels. Throws ContentError: missing, not NIfTI, truncated, another
/// voxel type, oblique axes, or larger than 600 voxels along an axis.
[[nodiscard]] Volume<std::uint8_t> readNifti(const std::filesystem::path& file);

}  // namespace syn::atlas
