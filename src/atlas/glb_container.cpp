#include "atlas/glb_container.h"

#include <bit>
#include <cstring>

#include "atlas/glb.h"
#include "base/error.h"

namespace syn::atlas {
namespace {

static_assert(std::endian::native == std::endian::little, "glTF is little-endian");

constexpr std::uint32_t kMagic = 0x46546C67;
constexpr std::uint32_t kVersion = 2;
constexpr std::uint32_t kJsonChunk = 0x4E4F534A;
constexpr std::uint32_t kBinaryChunk = 0x004E4942;
constexpr std::size_t kHeaderBytes = 12;
constexpr std::size_t kChunkHeaderBytes = 8;

void appendWord(std::string& out, std::size_t value) {
  const auto word = static_cast<std::uint32_t>(value);
  char bytes[sizeof word];
  std::memcpy(bytes, &word, sizeof word);
  out.append(bytes, sizeof word);
}

std::uint32_t wordAt(std::string_view bytes, std::size_t offset) {
  std::uint32_t word = 0;
  std::memcpy(&word, bytes.data() + offset, sizeof word);
  return word;
}

[[noreturn]] void refuse(const std::string& file, const char* rule, const std::string& message) {
  throw ContentError(Issue{file, 0, "", rule, message + kRebuildRemedy});
}

void checkHeader(std::string_view bytes, const std::string& file) {
  if (bytes.size() > kMaxGlbBytes) {
    refuse(file, "too-large",
           "has " + std::to_string(bytes.size()) + " bytes; at most " +
               std::to_string(kMaxGlbBytes) + " are read");
  }
  if (bytes.size() < kHeaderBytes || wordAt(bytes, 0) != kMagic) {
    refuse(file, "not-gltf", "is not a binary glTF file");
  }
  if (wordAt(bytes, 4) != kVersion) {
    refuse(file, "gltf-version", "is not glTF 2.0; export it again as glTF 2.0 binary");
  }
  if (wordAt(bytes, 8) != bytes.size()) {
    refuse(file, "truncated",
           "says it has " + std::to_string(wordAt(bytes, 8)) + " bytes but has " +
               std::to_string(bytes.size()));
  }
}

}  // namespace

GlbChunks splitGlb(std::string_view bytes, const std::string& file) {
  checkHeader(bytes, file);
  GlbChunks chunks;
  for (std::size_t at = kHeaderBytes; at < bytes.size() || at == kHeaderBytes;) {
    if (bytes.size() - at < kChunkHeaderBytes ||
        bytes.size() - at - kChunkHeaderBytes < wordAt(bytes, at)) {
      refuse(file, "truncated",
             "has a chunk at byte " + std::to_string(at) + " that goes on after the end");
    }
    const std::string_view content = bytes.substr(at + kChunkHeaderBytes, wordAt(bytes, at));
    const std::uint32_t kind = wordAt(bytes, at + 4);
    if (at == kHeaderBytes) {
      if (kind != kJsonChunk) refuse(file, "no-json", "does not begin with a JSON chunk");
      chunks.json = content;
    } else if (kind == kBinaryChunk && chunks.binary.empty()) {
      chunks.binary = content;
    }
    at += kChunkHeaderBytes + content.size();
  }
  if (chunks.json.size() > kMaxGlbJsonBytes) {
    refuse(file, "too-large",
           "has a JSON chunk of " + std::to_string(chunks.json.size()) + " bytes; at most " +
               std::to_string(kMaxGlbJsonBytes) + " are read");
  }
  return chunks;
}

std::string joinGlb(std::string json, std::string binary) {
  json.resize((json.size() + 3) / 4 * 4, ' ');
  binary.resize((binary.size() + 3) / 4 * 4, '\0');
  const std::size_t total = kHeaderBytes + 2 * kChunkHeaderBytes + json.size() + binary.size();
  std::string out;
  out.reserve(total);
  for (const std::size_t word :
       {std::size_t{kMagic}, std::size_t{kVersion}, total, json.size(), std::size_t{kJsonChunk}}) {
    appendWord(out, word);
  }
  out += json;
  appendWord(out, binary.size());
  appendWord(out, kBinaryChunk);
  out += binary;
  return out;
}

}  // namespace syn::atlas
