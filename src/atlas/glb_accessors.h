#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"

namespace syn::atlas {

/// What an accessor is used for, which settles its permitted types.
enum class AccessorUse { positions, colours, indices };

/// An accessor found sound: `count` elements, `stride` bytes apart, that lie in the binary chunk.
struct SoundAccessor {
  std::size_t start = 0, stride = 0, count = 0;
  std::size_t elementBytes = 0;
  int componentType = 0;
  std::string type;
  bool normalized = false;
};

/// An integer member that points into a list of `size` things. Nothing, and an issue when it is
/// there or `required`, if it does not.
[[nodiscard]] std::optional<std::size_t> readReference(ObjectReader& in, std::string_view key,
                                                       std::size_t size, bool required);

/// Buffers, views and accessors of a glTF file, checked against the bytes they point to and written
/// anew. Issues go to the list of the reader it was made with.
class GlbAccessors {
 public:
  /// Checks buffers and views. Reader and bytes must outlive the object.
  GlbAccessors(ObjectReader& root, std::string_view binary);

  /// What the member `key` of `in` points to; nothing, and issues, when it is not sound for its
  /// use.
  const SoundAccessor* read(ObjectReader& in, std::string_view key, AccessorUse use);
  /// The greatest of a list of indices.
  [[nodiscard]] std::uint32_t greatest(const SoundAccessor& indices) const;
  /// The number of an accessor in the new file.
  [[nodiscard]] std::size_t add(const SoundAccessor& accessor);

  /// The accessors of the new file, by number; each lies in `binary`.
  [[nodiscard]] const std::vector<const SoundAccessor*>& added() const { return added_; }
  /// The binary chunk of the new file.
  [[nodiscard]] std::string binary() const;

 private:
  struct View {
    std::size_t offset = 0, length = 0;
    std::size_t stride = 0;  ///< 0 when its elements lie side by side
    bool sound = false;
  };

  void readBuffers(ObjectReader& root);
  [[nodiscard]] View readView(const JsonNode& node, std::size_t buffers);
  [[nodiscard]] std::optional<SoundAccessor> readAccessor(const JsonNode& node, AccessorUse use);
  void place(SoundAccessor& accessor, ObjectReader& in, AccessorUse use);

  IssueList& issues_;
  std::string_view binary_;
  std::size_t bufferBytes_ = 0;
  std::vector<JsonNode> nodes_;
  std::vector<View> views_;
  /// By number and use, so that each is judged once however often it is pointed to.
  std::map<std::pair<std::size_t, AccessorUse>, std::optional<SoundAccessor>> read_;
  std::vector<const SoundAccessor*> added_;
  std::map<const SoundAccessor*, std::size_t> numbers_;
};

}  // namespace syn::atlas
