#include "atlas/builder/nifti.h"

#include <cstring>
#include <memory>

#include <zlib.h>

#include "base/error.h"

namespace syn::atlas {
namespace {

// Places of the fields in a NIfTI-1 header (https://nifti.nimh.nih.gov/nifti-1).
constexpr std::size_t kHeaderBytes = 348;
constexpr std::size_t kDim = 40;
constexpr std::size_t kDatatype = 70;
constexpr std::size_t kVoxelOffset = 108;
constexpr std::size_t kSform = 280;
constexpr std::size_t kMagic = 344;
constexpr std::int16_t kUnsignedChar = 2;
constexpr int kMaxSize = 600;

template <typename T>
T valueAt(const char* header, std::size_t offset) {
  T value;
  std::memcpy(&value, header + offset, sizeof value);
  return value;
}

}  // namespace

Volume<std::uint8_t> readNifti(const std::filesystem::path& file) {
  const auto refuse = [&](const char* rule, const std::string& message) {
    throw ContentError(Issue{file.string(), 0, "", rule, message});
  };
  if (!std::filesystem::is_regular_file(file)) {
    refuse("missing-file",
           "there is no such file; on Debian it comes with the package mricron-data");
  }
  const std::unique_ptr<gzFile_s, decltype(&gzclose)> in(gzopen(file.c_str(), "rb"), &gzclose);
  if (!in) refuse("unreadable", "cannot be read; check its permissions");
  char header[kHeaderBytes];
  if (gzread(in.get(), header, kHeaderBytes) != static_cast<int>(kHeaderBytes) ||
      valueAt<std::int32_t>(header, 0) != static_cast<std::int32_t>(kHeaderBytes) ||
      std::memcmp(header + kMagic, "n+1", 4) != 0) {
    refuse("not-nifti", "is not a single-file NIfTI-1 volume in this machine's byte order");
  }
  if (valueAt<std::int16_t>(header, kDatatype) != kUnsignedChar) {
    refuse("voxel-type", "must hold unsigned bytes; convert it first");
  }
  Volume<std::uint8_t> volume;
  for (std::size_t a = 0; a < 3; ++a) {
    const int n = valueAt<std::int16_t>(header, kDim + 2 * (a + 1));
    if (n < 2 || n > kMaxSize) {
      refuse("size", "has " + std::to_string(n) + " voxels along an axis; 2 to 600 are read");
    }
    volume.grid.size[a] = n;
  }
  const auto sform = [&](std::size_t row, std::size_t column) {
    return static_cast<double>(valueAt<float>(header, kSform + 4 * (row * 4 + column)));
  };
  volume.grid.spacing = sform(0, 0);
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      const double wanted = row == column ? volume.grid.spacing : 0.0;
      if (!(std::abs(sform(row, column) - wanted) < 1e-4) || volume.grid.spacing < 0.1) {
        refuse("axes", "must have equal spacing and axes to the right, front and top (RAS)");
      }
    }
    volume.grid.origin[row] = sform(row, 3);
  }
  const auto offset = static_cast<z_off_t>(valueAt<float>(header, kVoxelOffset));
  volume.data.resize(volume.grid.count());
  if (offset < static_cast<z_off_t>(kHeaderBytes) || gzseek(in.get(), offset, SEEK_SET) < 0 ||
      gzread(in.get(), volume.data.data(), static_cast<unsigned>(volume.data.size())) !=
          static_cast<int>(volume.data.size())) {
    refuse("truncated", "ends before its last voxel; get the file again");
  }
  return volume;
}

}  // namespace syn::atlas
