#include "base/files.h"

#include <cstdlib>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "support/temporary_folder.h"

namespace syn {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  const test::TemporaryFolder folder_;
};

TEST_F(Files, WritesWholeOrNotAtAll) {
  const fs::path file = folder_ / "a b.txt";
  writeFileAtomically(file, "hello");
  EXPECT_EQ(readFile(file, 100), "hello");
  writeFileAtomically(file, "again");
  EXPECT_EQ(readFile(file, 100), "again");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(Files, RefusesWithReasonAndRemedy) {
  EXPECT_THROW(static_cast<void>(readFile(folder_ / "none", 10)), ContentError);
  EXPECT_THROW(static_cast<void>(readFile(folder_.path(), 10)), ContentError);
  writeFileAtomically(folder_ / "big", "0123456789");
  EXPECT_THROW(static_cast<void>(readFile(folder_ / "big", 5)), ContentError);
  try {
    writeFileAtomically(folder_ / "no" / "file", "x");
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("does not exist"));
  }
}

TEST_F(Files, FullDiskLeavesTheOldFile) {
  if (::access("/dev/full", W_OK) != 0) GTEST_SKIP() << "no /dev/full here";
  EXPECT_THROW(writeFileAtomically("/dev/full/x", "y"), Error);
}

TEST(Sha256, MatchesThePublishedVector) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace syn
