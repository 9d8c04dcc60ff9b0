#pragma once

#include <string>
#include <string_view>

namespace syn::atlas {

/// A binary glTF file with only what we read: meshes with POSITION, COLOR_0 to COLOR_2 and indices,
/// and the nodes and scene that show them. Accessors and views are written anew from numbers found
/// sound, so that Assimp, which trusts what it reads, cannot be led outside the bytes, round in
/// circles or into endless memory. Materials, skins, animations, optional extensions and the rest
/// of an ordinary file are left behind.
///
/// Throws ContentError with every issue: malformed, over the limits of glb.h, or made of something
/// we do not read (sparse accessors, other files, strips, required extensions). Places are JSON
/// pointers into the JSON chunk ("/accessors/3/count"). `file` is for messages.
[[nodiscard]] std::string reduceGlb(std::string_view bytes, const std::string& file);

}  // namespace syn::atlas
