// Two brains side by side, each with its legend, from the command line. To accept what is drawn now
// as the baseline, look at the picture and run with SYN_ACCEPT_BASELINES=1.
#include <cstdlib>
#include <filesystem>

#include <gmock/gmock.h>

#include "render/snapshot.h"
#include "support/program.h"
#include "support/similarity.h"
#include "support/temporary_folder.h"

namespace syn {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path kBaseline =
    fs::path(SYN_SOURCE_DIR) / "tests" / "render" / "two_lives" / "baseline.png";

class Beside : public testing::Test {
 protected:
  test::Outcome draw(const std::string& arguments) const {
    return test::runShell("'" SYN_CLI "' render " + arguments + " --out '" + file_.string() + "'");
  }
  const test::TemporaryFolder folder_;
  const fs::path file_ = folder_ / "drawn.png";
};

TEST_F(Beside, LooksAsItDid) {
  const test::Outcome outcome = draw("two_lives_at_80 --size 1280x540");
  ASSERT_EQ(outcome.code, 0) << outcome.text;
  const render::Image image = render::loadPng(file_);
  EXPECT_EQ(image.width, 1280);
  EXPECT_EQ(image.height, 540);
  if (std::getenv("SYN_ACCEPT_BASELINES") != nullptr) {
    fs::create_directories(kBaseline.parent_path());
    render::savePng(image, kBaseline);
    GTEST_SKIP() << "accepted as the new baseline";
  }
  const render::Image wanted = render::loadPng(kBaseline);
  const double alike = test::similarity(image, wanted);
  if (alike < 0.97) {
    const fs::path out = fs::path(testing::TempDir()) / "synaptarium_two_lives.png";
    render::savePng(image, out);
    ADD_FAILURE() << "similarity " << alike << "; see " << out;
  }
}

TEST_F(Beside, AMomentAndTwoLivesNamedGiveTheSamePicture) {
  ASSERT_EQ(draw("two_lives_at_80 --size 640x270 --samples 1 --no-legend").code, 0);
  const render::Image moment = render::loadPng(file_);
  const test::Outcome outcome = draw(
      "engaged_life --beside hard_life --at-age 80 --baseline norm --look whole"
           " --camera lateral_left"
      " --size 640x270 --samples 1 --no-legend");
  ASSERT_EQ(outcome.code, 0) << outcome.text;
  const render::Image named = render::loadPng(file_);
  // The Moment colours the cortex by density, the look by tissue: alike in shape, not in colour.
  EXPECT_LT(test::similarity(moment, named), 0.99);
  ASSERT_EQ(draw("two_lives_at_80 --look whole --size 640x270 --samples 1 --no-legend").code, 0);
  EXPECT_GT(test::similarity(render::loadPng(file_), named), 0.995);
}

struct Misuse {
  const char* arguments;
  const char* says;
};

class BesideRefuses : public Beside, public testing::WithParamInterface<Misuse> {};

TEST_P(BesideRefuses, WithARemedy) {
  const test::Outcome outcome = draw(GetParam().arguments);
  EXPECT_EQ(outcome.code, 2) << outcome.text;
  EXPECT_THAT(outcome.text, HasSubstr(GetParam().says));
  EXPECT_FALSE(fs::exists(file_));
}

INSTANTIATE_TEST_SUITE_P(
    Words, BesideRefuses,
    testing::Values(Misuse{"two_lives_at_80 --beside average", "--beside: there are two lives"},
                    Misuse{"average --beside hard_life --against musician", "--against:"},
                    Misuse{"two_lives_at_80 --life x", "--life: a Moment says itself"},
                    Misuse{"opening --look limbo", "limbic"},
                    Misuse{"opening --camera back", "choose one of"},
                    Misuse{"no_such_thing", "no_such_thing"}));

}  // namespace
}  // namespace syn
