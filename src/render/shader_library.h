#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace syn::render {

/// All of shaders/, name without ".glsl" -> text. Written at build time by embed_shaders.cmake.
[[nodiscard]] const std::map<std::string, std::string, std::less<>>& embeddedShaders();

/// GLSL by name ("surface/front.frag"), with the files that its include lines name filled in.
class ShaderLibrary {
 public:
  /// `folder` overrides the embedded texts (developers only); empty = embedded.
  explicit ShaderLibrary(std::filesystem::path folder = {}) : folder_(std::move(folder)) {}
  /// Folder out of $SYNAPTARIUM_SHADERS, when set.
  static ShaderLibrary fromEnvironment();

  /// Throws Error when there is no such shader.
  [[nodiscard]] std::string text(std::string_view name) const;

 private:
  [[nodiscard]] std::string raw(std::string_view name) const;
  std::filesystem::path folder_;
};

}  // namespace syn::render
