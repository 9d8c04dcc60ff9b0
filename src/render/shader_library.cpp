#include "render/shader_library.h"

#include <cstdlib>

#include "base/error.h"
#include "base/files.h"

namespace syn::render {

namespace {

constexpr std::string_view kInclude = "//SYN::include ";
constexpr std::size_t kMostBytes = std::size_t{1} << 20;

}  // namespace

ShaderLibrary ShaderLibrary::fromEnvironment() {
  const char* folder = std::getenv("SYNAPTARIUM_SHADERS");
  return ShaderLibrary(folder != nullptr ? std::filesystem::path(folder) : std::filesystem::path());
}

std::string ShaderLibrary::raw(std::string_view name) const {
  if (!folder_.empty()) return readFile(folder_ / (std::string(name) + ".glsl"), kMostBytes);
  const auto found = embeddedShaders().find(name);
  if (found == embeddedShaders().end()) {
    throw Error("There is no shader \"" + std::string(name) + "\" in this program.");
  }
  return found->second;
}

std::string ShaderLibrary::text(std::string_view name) const {
  std::string text = raw(name);
  // Included files hold no includes themselves.
  for (std::size_t at = text.find(kInclude); at != std::string::npos;
       at = text.find(kInclude, at)) {
    const std::size_t end = text.find('\n', at);
    const std::size_t from = at + kInclude.size();
    const std::string part = raw(std::string_view(text).substr(from, end - from));
    text.replace(at, end - at, part);
    at += part.size();
  }
  return text;
}

}  // namespace syn::render
