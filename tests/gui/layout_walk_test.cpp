#include <array>
#include <QTest>

#include "window_fixture.h"

namespace syn::test {
namespace {

constexpr std::array kAges{1.0, 12.0, 25.0, 38.0, 52.0, 66.0, 80.0, 97.0};

struct Size {
  int width, height;
  double textScale;
};

std::string nameOf(const testing::TestParamInfo<Size>& size) {
  return std::to_string(size.param.width) + "x" + std::to_string(size.param.height) + "_text_" +
         std::to_string(static_cast<int>(size.param.textScale * 100));
}

/// Every item finds its place without a word from Qt. Items that place each other in turn for ever
/// are ended by the watchdog of the test program; a warning of a binding loop fails the case.
class LayoutWalkTest : public BareWindowTest, public testing::WithParamInterface<Size> {
 protected:
  void SetUp() override {
    BareWindowTest::SetUp();
    resize(GetParam().width, GetParam().height, GetParam().textScale);
    ASSERT_TRUE(waitFor([] { return !app().card()->causes().empty(); })) << "causes take room too";
  }
  /// Shows an age and chooses a span of a lane, one that is lived if there is one.
  static void show(int lane, double age) {
    app().set(QStringLiteral("age.years"), age);
    for (const session::Span& span : session().document().life(0).spans()) {
      if (span.lane == lane) return app().life()->choose(span.id);
    }
    app().life()->addOrChoose(lane);
  }
  static int regions() { return static_cast<int>(session().catalogue().regions.size()); }
  static int lanes() { return static_cast<int>(session().document().life(0).lanes().size()); }
  static void expectPlaced(int region, int lane, double age) {
    app().regions()->select(region);
    place();
    EXPECT_THAT(takeComplaints().join('\n').toStdString(), testing::IsEmpty())
        << "region " << region << ", lane " << lane << ", age " << age << ", height "
        << window()->height();
  }
};

using EveryCombinationTest = LayoutWalkTest;

TEST_P(EveryCombinationTest, OfRegionLaneAndAgeSettles) {
  for (int lane = 0; lane < lanes(); ++lane) {
    for (const double age : kAges) {
      show(lane, age);
      for (int region = -1; region < regions(); ++region) expectPlaced(region, lane, age);
    }
    EXPECT_TRUE(frameComes());
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, EveryCombinationTest,
                         testing::Values(Size{1920, 1080, 1}, Size{1280, 720, 1}), nameOf);

using EverySizeTest = LayoutWalkTest;

// Heights around which a card or the legend just fits or just does not; region, lane and age change
// with each of them, each in its own step.
TEST_P(EverySizeTest, Settles) {
  const Size size = GetParam();
  int turn = 0;
  for (int height = size.height - 120; height <= size.height + 120; height += 5, ++turn) {
    resize(size.width, height, size.textScale);
    const int lane = turn % lanes();
    const double age = kAges[static_cast<std::size_t>(turn) * 3 % kAges.size()];
    show(lane, age);
    for (int more = 0; more < 4; ++more) expectPlaced((turn * 4 + more) % regions(), lane, age);
  }
  EXPECT_TRUE(frameComes());
}

INSTANTIATE_TEST_SUITE_P(Sizes, EverySizeTest,
                         testing::Values(Size{1920, 1080, 1}, Size{1920, 1080, 1.25},
                                         Size{1920, 1080, 1.5}, Size{1920, 1080, 2},
                                         Size{1280, 720, 1}, Size{1280, 720, 1.5},
                                         Size{1024, 768, 1}, Size{640, 680, 1}, Size{3840, 2160, 1},
                                         Size{1080, 1920, 1}, Size{1080, 1920, 2}),
                         nameOf);

}  // namespace
}  // namespace syn::test
