// The real program under mpirun: the same bytes for any number of processes.
#include <cstdlib>
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "support/program.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using syn::test::Outcome;
using syn::test::runShell;
using syn::test::TemporaryFolder;

class Mpi : public testing::Test {
 protected:
  void SetUp() override { ::setenv("SYNAPTARIUM_HOME", SYN_SOURCE_DIR, 1); }

  std::string cohort(const std::string& name, int threads) const {
    return "'" SYN_CLI
           "' cohort walker_from_62 --people 50 --checkpoint 7 --every 520 --seed 3 "
           "--threads " +
           std::to_string(threads) + " --out '" + (folder_ / name).string() + "' --csv '" +
           (folder_ / (name + ".csv")).string() + "'";
  }
  static std::string ranks(int number, const std::string& command) {
    return "OMPI_MCA_rmaps_base_oversubscribe=1 '" SYN_MPIRUN
           "' --allow-run-as-root --oversubscribe -n " +
           std::to_string(number) + " " + command;
  }
  std::string bytes(const std::string& name) const {
    return syn::readFile(folder_ / name, std::size_t{1} << 30);
  }

  const TemporaryFolder folder_;
};

TEST_F(Mpi, BytesAreTheSameForAnyRanksAndThreads) {
  for (const int threads : {1, 2}) {
    const Outcome alone = runShell(cohort(std::to_string(threads) + "_threads.h5", threads));
    ASSERT_EQ(alone.code, 0) << alone.text;
  }
  const std::string reference = bytes("1_threads.h5"), csv = bytes("1_threads.h5.csv");
  EXPECT_TRUE(bytes("2_threads.h5") == reference);
  for (const int number : {1, 2, 4}) {
    const std::string name = std::to_string(number) + "_ranks.h5";
    const Outcome several = runShell(ranks(number, cohort(name, 1)));
    ASSERT_EQ(several.code, 0) << several.text;
    EXPECT_TRUE(bytes(name) == reference) << number;
    EXPECT_EQ(bytes(name + ".csv"), csv) << number;
    EXPECT_FALSE(fs::exists(folder_ / (name + ".parts")));
  }
}

TEST_F(Mpi, OneRefusalIsSaidOnceAndEndsAllRanks) {
  const Outcome refused = runShell(
      ranks(2, "'" SYN_CLI "' cohort no_such_life --out '" + (folder_ / "x.h5").string() + "'"));
  EXPECT_NE(refused.code, 0);
  const std::string name = "no_such_life";
  const auto first = refused.text.find(name);
  ASSERT_NE(first, std::string::npos) << refused.text;
  EXPECT_EQ(refused.text.find(name, first + name.size()), std::string::npos) << refused.text;
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

}  // namespace
