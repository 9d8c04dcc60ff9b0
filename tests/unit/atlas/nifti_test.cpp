#include "atlas/builder/nifti.h"

#include <cstring>
#include <fstream>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "support/temporary_folder.h"

namespace syn::atlas {
namespace {

template <typename T>
void put(std::string& bytes, std::size_t offset, T value) {
  std::memcpy(bytes.data() + offset, &value, sizeof value);
}

/// A sound volume of 3 x 4 x 5 voxels of 2 mm; voxel values count up.
std::string soundVolume() {
  std::string bytes(352 + 60, '\0');
  put(bytes, 0, std::int32_t{348});
  const std::int16_t dims[] = {3, 3, 4, 5, 1, 1, 1, 1};
  std::memcpy(bytes.data() + 40, dims, sizeof dims);
  put(bytes, 70, std::int16_t{2});
  put(bytes, 108, 352.0F);
  for (std::size_t row = 0; row < 3; ++row) put(bytes, 280 + 20 * row, 2.0F);
  put(bytes, 280 + 12, -7.0F);
  std::memcpy(bytes.data() + 344, "n+1", 4);
  for (std::size_t i = 0; i < 60; ++i) bytes[352 + i] = static_cast<char>(i);
  return bytes;
}

Volume<std::uint8_t> readBack(const std::string& bytes) {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "v.nii";
  std::ofstream(file, std::ios::binary) << bytes;
  return readNifti(file);
}

TEST(Nifti, PlacesVoxelsByTheSform) {
  const Volume<std::uint8_t> volume = readBack(soundVolume());
  EXPECT_EQ(volume.grid.size, (Index3{3, 4, 5}));
  EXPECT_DOUBLE_EQ(volume.grid.spacing, 2.0);
  EXPECT_DOUBLE_EQ(volume.grid.at(0, 1), -5.0);
  EXPECT_EQ(volume(2, 3, 4), 59);
}

struct Case {
  const char* name;
  std::function<void(std::string&)> spoil;
  const char* rule;
};

void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name;
}

class BadNifti : public testing::TestWithParam<Case> {};

TEST_P(BadNifti, IsRefused) {
  std::string bytes = soundVolume();
  GetParam().spoil(bytes);
  try {
    static_cast<void>(readBack(bytes));
    FAIL() << "was accepted";
  } catch (const ContentError& e) {
    EXPECT_EQ(e.issues().front().rule, GetParam().rule);
    EXPECT_THAT(e.issues().front().file, testing::EndsWith("v.nii"));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadNifti,
    testing::Values(
        Case{"empty", [](std::string& b) { b.clear(); }, "not-nifti"},
        Case{"no_magic", [](std::string& b) { b[344] = 'x'; }, "not-nifti"},
        Case{"floats", [](std::string& b) { put(b, 70, std::int16_t{16}); }, "voxel-type"},
        Case{"huge", [](std::string& b) { put(b, 42, std::int16_t{30000}); }, "size"},
        Case{"negative", [](std::string& b) { put(b, 44, std::int16_t{-4}); }, "size"},
        Case{"truncated", [](std::string& b) { b.resize(400); }, "truncated"},
        Case{"offset_in_header", [](std::string& b) { put(b, 108, 4.0F); }, "truncated"},
        Case{"left_handed", [](std::string& b) { put(b, 280, -2.0F); }, "axes"},
        Case{"oblique", [](std::string& b) { put(b, 284, 0.5F); }, "axes"},
        Case{"not_a_number", [](std::string& b) { put(b, 280, std::nanf("")); }, "axes"}),
    [](const testing::TestParamInfo<Case>& row) { return row.param.name; });

TEST(Nifti, SaysWhereAMissingVolumeComesFrom) {
  try {
    static_cast<void>(readNifti("/nowhere/ch2better.nii.gz"));
    FAIL() << "was accepted";
  } catch (const ContentError& e) {
    EXPECT_THAT(e.issues().front().message, testing::HasSubstr("mricron-data"));
  }
}

}  // namespace
}  // namespace syn::atlas
