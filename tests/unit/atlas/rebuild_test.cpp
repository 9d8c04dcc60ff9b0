#include <gtest/gtest.h>

#include "atlas/builder/build.h"
#include "atlas/manifest.h"
#include "base/files.h"
#include "support/temporary_folder.h"

namespace syn::atlas {
namespace {

namespace fs = std::filesystem;

// Three threads, where the committed files were made with two: the result must not depend on them.
TEST(Rebuild, MakesTheCommittedFilesByteByByte) {
  BuildOptions options;
  if (!fs::exists(options.t1) || !fs::exists(options.labels)) {
    GTEST_SKIP() << "the volumes are not installed: apt-get install mricron-data";
  }
  const fs::path root = SYN_SOURCE_DIR;
  const std::string committed = Manifest::load(root / "meshes" / "manifest.json").madeWith;
  if (madeWith() != committed) {
    GTEST_SKIP() << "the committed files were made with " << committed << "; here is "
                 << madeWith();
  }
  const test::TemporaryFolder folder;
  options.out = folder.path();
  options.threads = 3;
  double last = -1;
  options.progress = [&](double share, std::string_view) {
    EXPECT_GE(share, last);
    last = share;
  };
  build(Catalogue::load(root / "data"), options);
  EXPECT_DOUBLE_EQ(last, 1.0);
  constexpr std::size_t kEnough = std::size_t{32} << 20U;
  int compared = 0;
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    const fs::path known = root / "meshes" / entry.path().filename();
    ASSERT_TRUE(fs::exists(known)) << known;
    EXPECT_TRUE(readFile(entry.path(), kEnough) == readFile(known, kEnough))
        << entry.path().filename() << " differs from what is committed";
    ++compared;
  }
  EXPECT_GT(compared, 15);
}

}  // namespace
}  // namespace syn::atlas
