#include "atlas/glb_accessors.h"

#include <algorithm>
#include <cstring>

#include "atlas/glb.h"
#include "atlas/glb_container.h"

namespace syn::atlas {
namespace {

constexpr double kMostBytes = static_cast<double>(kMaxGlbBytes);
constexpr double kMostCount = static_cast<double>(kMaxIndices);
constexpr std::size_t kLongestStride = 252;  // glTF 2.0

std::size_t bytesOf(int componentType) {
  switch (componentType) {
    case gltf::kUnsignedByte:
      return 1;
    case gltf::kUnsignedShort:
      return 2;
    default:
      return 4;  // float and unsigned int; others have no use that permits them
  }
}

std::size_t componentsOf(std::string_view type) {
  return type == "SCALAR" ? 1 : type == "VEC3" ? 3 : 4;
}

bool permitted(const SoundAccessor& a, AccessorUse use) {
  const bool isFloat = a.componentType == gltf::kFloat;
  const bool isSmall =
      a.componentType == gltf::kUnsignedByte || a.componentType == gltf::kUnsignedShort;
  switch (use) {
    case AccessorUse::positions:
      return a.type == "VEC3" && isFloat;
    case AccessorUse::colours:
      return (a.type == "VEC3" || a.type == "VEC4") && (isFloat || (isSmall && a.normalized));
    case AccessorUse::indices:
      break;
  }
  return a.type == "SCALAR" && !a.normalized && (isSmall || a.componentType == gltf::kUnsignedInt);
}

const char* permittedText(AccessorUse use) {
  switch (use) {
    case AccessorUse::positions:
      return "positions must be VEC3 of floats";
    case AccessorUse::colours:
      return "colours must be VEC3 or VEC4 of floats or of normalized unsigned bytes or shorts";
    case AccessorUse::indices:
      break;
  }
  return "indices must be SCALAR of unsigned bytes, shorts or ints";
}

std::size_t bytesMember(ObjectReader& in, std::string_view key, double least) {
  return static_cast<std::size_t>(in.integer(key, {least, kMostBytes, "bytes"}));
}

std::size_t bytesMember(ObjectReader& in, std::string_view key) {
  return static_cast<std::size_t>(in.integer(key, {0, kMostBytes, "bytes"}, 0));
}

}  // namespace

std::optional<std::size_t> readReference(ObjectReader& in, std::string_view key, std::size_t size,
                                         bool required) {
  if (!required && !in.has(key)) return std::nullopt;
  const std::size_t before = in.issues().size();
  const int index = in.integer(key, {0, kMostCount, ""});
  if (in.issues().size() != before) return std::nullopt;
  if (static_cast<std::size_t>(index) >= size) {
    in.fail(key, "unknown-index",
            "points to number " + std::to_string(index) + " of a list that has " +
                std::to_string(size));
    return std::nullopt;
  }
  return static_cast<std::size_t>(index);
}

GlbAccessors::GlbAccessors(ObjectReader& root, std::string_view binary)
    : issues_(root.issues()), binary_(binary) {
  readBuffers(root);
  nodes_ = root.array("accessors");
}

void GlbAccessors::readBuffers(ObjectReader& root) {
  const std::vector<JsonNode> buffers = root.array("buffers");
  if (!buffers.empty()) {
    ObjectReader in(buffers[0], issues_);
    bufferBytes_ = bytesMember(in, "byteLength", 1);
    if (in.has("uri")) {
      in.fail("uri", "unsupported", "points to another file; export as one binary file");
    }
    if (bufferBytes_ > binary_.size()) {
      in.fail("byteLength", "outside-buffer",
              "is " + std::to_string(bufferBytes_) + " but the binary chunk has " +
                  std::to_string(binary_.size()) + " bytes");
      bufferBytes_ = binary_.size();
    }
  }
  for (const JsonNode& view : root.array("bufferViews")) {
    views_.push_back(readView(view, buffers.size()));
  }
}

GlbAccessors::View GlbAccessors::readView(const JsonNode& node, std::size_t buffers) {
  const std::size_t before = issues_.size();
  ObjectReader in(node, issues_);
  View view;
  const auto buffer = readReference(in, "buffer", buffers, true);
  view.offset = bytesMember(in, "byteOffset");
  view.length = bytesMember(in, "byteLength", 1);
  if (in.has("byteStride")) {
    view.stride = static_cast<std::size_t>(in.integer("byteStride", {4, kLongestStride, "bytes"}));
    if (view.stride % 4 != 0) in.fail("byteStride", "stride", "must be a multiple of 4 bytes");
  }
  // Other buffers lie in other files; only a mesh that uses one is refused for that.
  view.sound = issues_.size() == before && buffer == 0U;
  if (view.sound && view.offset + view.length > bufferBytes_) {
    issues_.add(
        node.issue("outside-buffer", "ends at byte " + std::to_string(view.offset + view.length) +
                                         " of a buffer of " + std::to_string(bufferBytes_)));
    view.sound = false;
  }
  return view;
}

const SoundAccessor* GlbAccessors::read(ObjectReader& in, std::string_view key, AccessorUse use) {
  const auto number = readReference(in, key, nodes_.size(), true);
  if (!number) return nullptr;
  auto found = read_.find({*number, use});
  if (found == read_.end()) {
    found = read_.emplace(std::pair{*number, use}, readAccessor(nodes_[*number], use)).first;
  }
  return found->second ? &*found->second : nullptr;
}

std::optional<SoundAccessor> GlbAccessors::readAccessor(const JsonNode& node, AccessorUse use) {
  const std::size_t before = issues_.size();
  ObjectReader in(node, issues_);
  SoundAccessor accessor;
  accessor.componentType = in.integer("componentType", {5120, 5126, ""});
  accessor.type = in.oneOf("type", {"SCALAR", "VEC2", "VEC3", "VEC4", "MAT2", "MAT3", "MAT4"});
  accessor.normalized = in.boolean("normalized", false);
  accessor.count = static_cast<std::size_t>(in.integer("count", {1, kMostCount, ""}));
  if (in.has("sparse")) {
    in.fail("sparse", "unsupported", "is not read; export the file without sparse accessors");
  }
  if (issues_.size() == before && !permitted(accessor, use)) {
    issues_.add(node.issue("wrong-type", permittedText(use)));
  }
  if (issues_.size() == before) place(accessor, in, use);
  if (issues_.size() != before) return std::nullopt;
  return accessor;
}

void GlbAccessors::place(SoundAccessor& accessor, ObjectReader& in, AccessorUse use) {
  const auto number = readReference(in, "bufferView", views_.size(), true);
  const std::size_t offset = bytesMember(in, "byteOffset");
  if (!number) return;
  const View& view = views_[*number];
  const auto refuse = [&](const char* rule, const std::string& message) {
    issues_.add(in.node().issue(rule, message));
  };
  if (!view.sound) {
    return refuse("unsound-view", "lies in bufferViews/" + std::to_string(*number) +
                                      ", which is malformed or in another file");
  }
  const std::size_t component = bytesOf(accessor.componentType);
  accessor.elementBytes = component * componentsOf(accessor.type);
  accessor.stride = view.stride > 0 ? view.stride : accessor.elementBytes;
  accessor.start = view.offset + offset;
  if (view.stride > 0 && (use == AccessorUse::indices || view.stride < accessor.elementBytes)) {
    return refuse("stride", "has elements of " + std::to_string(accessor.elementBytes) +
                                " bytes in a view with a stride of " + std::to_string(view.stride));
  }
  if (accessor.start % component != 0) {
    return refuse("unaligned", "begins at byte " + std::to_string(accessor.start) +
                                   ", which is no multiple of " + std::to_string(component));
  }
  const std::size_t end = offset + (accessor.count - 1) * accessor.stride + accessor.elementBytes;
  if (end > view.length) {
    refuse("outside-buffer",
           "ends at byte " + std::to_string(end) + " of a view of " + std::to_string(view.length));
  }
}

std::uint32_t GlbAccessors::greatest(const SoundAccessor& indices) const {
  std::uint32_t greatest = 0;
  const char* at = binary_.data() + indices.start;
  for (std::size_t i = 0; i < indices.count; ++i, at += indices.stride) {
    std::uint32_t index = 0;
    std::memcpy(&index, at, indices.elementBytes);
    greatest = std::max(greatest, index);
  }
  return greatest;
}

std::size_t GlbAccessors::add(const SoundAccessor& accessor) {
  const auto [found, isNew] = numbers_.emplace(&accessor, added_.size());
  if (isNew) added_.push_back(&accessor);
  return found->second;
}

std::string GlbAccessors::binary() const {
  // Assimp wants count times stride bytes, also behind the last element.
  std::string bytes(binary_.substr(0, bufferBytes_));
  bytes.resize(bytes.size() + kLongestStride);
  return bytes;
}

}  // namespace syn::atlas
