// `./dev package` shipped the command line and left out the window.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.h"
#include "support/temporary_folder.h"

namespace {

class PackageWithoutWindow : public testing::TestWithParam<const char*> {};

TEST_P(PackageWithoutWindow, BothProgramsAreInstalled) {
  const syn::test::TemporaryFolder folder;
  const std::string prefix = folder.path().string();
  const syn::test::Outcome installed =
      syn::test::runShell(SYN_CMAKE " --install '" SYN_BUILD_DIR "' --prefix '" + prefix + "'");
  ASSERT_EQ(installed.code, 0) << installed.text;
  const syn::test::Outcome started =
      syn::test::runShell("'" + prefix + "/bin/" + GetParam() + "' --version");
  EXPECT_EQ(started.code, 0) << started.text;
}

INSTANTIATE_TEST_SUITE_P(Programs, PackageWithoutWindow,
                         testing::Values("synaptarium", "synaptarium-cli"));

}  // namespace
