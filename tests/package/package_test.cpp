// Makes each package, unpacks it into an empty folder and starts both programs from there.
#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using syn::test::Outcome;
using syn::test::runShell;

struct Kind {
  const char* name;
  const char* generator;
  const char* unpack;  // reads the package from the folder it stands in, writes to ../root
  const char* prefix;  // below root
};

std::string nameOf(const testing::TestParamInfo<Kind>& kind) {
  return kind.param.name;
}

std::string quoted(const fs::path& path) {
  std::string out = "'";
  return out.append(path.string()).append("'");
}

/// Runs a line of shell that knows nothing of the source tree.
Outcome runAlone(const std::string& line) {
  return runShell("unset SYNAPTARIUM_HOME; " + line);
}

class Package : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    fs::create_directory(folder_ / "root");
    const std::string made = quoted(folder_ / "made");
    std::string line = SYN_CPACK " --config '" SYN_BUILD_DIR "/CPackConfig.cmake' -G ";
    line.append(GetParam().generator).append(" -B ").append(made);
    line.append(" && cd ").append(made).append(" && ").append(GetParam().unpack);
    const Outcome outcome = runAlone(line);
    ASSERT_EQ(outcome.code, 0) << outcome.text;
  }

  void commandLineDraws() const {
    const fs::path still = folder_ / "still.png";
    const Outcome outcome =
        runAlone(quoted(inRoot("bin/synaptarium-cli")) +
                 " render walker_from_62 --at-age 66 --size 320x240 --out " + quoted(still));
    ASSERT_EQ(outcome.code, 0) << outcome.text;
    EXPECT_GT(fs::file_size(still), 5000U);
  }

  /// As a double click on a saved life does.
  void windowOpensALife() const {
    const fs::path life = folder_ / "walk.synlife", window = folder_ / "window.png";
    fs::copy_file(inRoot("share/synaptarium/data/scenarios/walker_from_62.json"), life);
    const Outcome outcome = runAlone(SYN_XVFB " -a -s '-screen 0 1280x720x24 +extension GLX' " +
                                     quoted(inRoot("bin/synaptarium")) + " " + quoted(life) +
                                     " --size 960x640 --screenshot " + quoted(window));
    ASSERT_EQ(outcome.code, 0) << outcome.text;
    EXPECT_GT(fs::file_size(window), 20000U);
  }

  void belongsToTheDesktop() const {
    const std::string id = "org.synaptarium.Synaptarium";
    for (const std::string& file :
         {"applications/" + id + ".desktop", "icons/hicolor/scalable/apps/" + id + ".svg",
          "mime/packages/" + id + ".xml", "metainfo/" + id + ".metainfo.xml",
          std::string("man/man1/synaptarium.1.gz"), std::string("man/man1/synaptarium-cli.1.gz")}) {
      EXPECT_TRUE(fs::is_regular_file(inRoot("share/" + file))) << file;
    }
    const Outcome page =
        runAlone("gzip -dc " + quoted(inRoot("share/man/man1/synaptarium-cli.1.gz")));
    EXPECT_THAT(page.text, testing::HasSubstr("\nvalidate")) << "the verbs are missing";
  }

 private:
  fs::path inRoot(const std::string& path) const {
    return folder_ / "root" / GetParam().prefix / path;
  }

  const syn::test::TemporaryFolder folder_;
};

// One test, since making a package takes long.
TEST_P(Package, RunsFromAnEmptyRoot) {
  belongsToTheDesktop();
  commandLineDraws();
  windowOpensALife();
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Package,
    testing::Values(Kind{"Deb", "DEB", "dpkg-deb -x *.deb ../root", "usr"},
                    Kind{"Archive", "TXZ", "tar xf *.tar.xz --strip-components=1 -C ../root", "."}),
    nameOf);

}  // namespace
