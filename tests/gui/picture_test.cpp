#include <filesystem>
#include <QImage>
#include <QTest>

#include "support/similarity.h"
#include "window_fixture.h"

namespace syn::test {
namespace {

render::Image imageOf(const QImage& picture) {
  const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
  render::Image image{rgb.width(), rgb.height(), {}};
  for (int y = 0; y < rgb.height(); ++y) {
    const uchar* line = rgb.constScanLine(y);
    image.rgb.insert(image.rgb.end(), line, line + rgb.width() * 3);
  }
  return image;
}

class WindowPictureTest : public WindowTest {
 protected:
  /// Compares with a baseline of tests/render/window. `SYN_UPDATE_BASELINES=1` writes it anew.
  static void expectLooksAs(const std::string& name) {
    QTest::mouseMove(window(), QPoint(2, 2));
    settle();
    const QImage picture = window()->grabWindow();
    const std::filesystem::path folder =
        std::filesystem::path(SYN_SOURCE_DIR) / "tests/render/window";
    const QString baseline = QString::fromStdString((folder / (name + ".png")).string());
    if (qEnvironmentVariableIsSet("SYN_UPDATE_BASELINES")) {
      std::filesystem::create_directories(folder);
      ASSERT_TRUE(picture.save(baseline));
    }
    const QImage wanted(baseline);
    ASSERT_FALSE(wanted.isNull()) << baseline.toStdString() << " is missing";
    ASSERT_EQ(picture.size(), wanted.size());
    const double alike = similarity(imageOf(picture), imageOf(wanted));
    const std::string now = name + "_now.png";
    if (alike < 0.97) picture.save(QString::fromStdString(now));
    EXPECT_GE(alike, 0.97) << "what it looks like now: " << now;
  }
};

TEST_F(WindowPictureTest, LooksAsIntended) {
  resize(1920, 1080, 1);
  app().run(QStringLiteral("app.home"));
  ASSERT_TRUE(waitFor([] { return !app().card()->causes().empty(); }));
  expectLooksAs("baseline");
}

TEST_F(WindowPictureTest, TwoBrainsLookAsIntended) {
  resize(1920, 1080, 1);
  app().run("compare.without", {});
  ASSERT_TRUE(waitFor([] { return session().lives().count() == 2; }));
  ASSERT_TRUE(waitFor([] { return !app().card()->causes().empty(); }));
  expectLooksAs("compare");
}

TEST_F(WindowPictureTest, AStepOfATourLooksAsIntended) {
  resize(1280, 720, 1);
  app().run("tour.open", {{"tour", std::string("8_illness")}});
  app().run("tour.go", {{"step", 8.0}});
  ASSERT_TRUE(waitFor([] { return !session().moving() && session().lives().count() == 2; }));
  expectLooksAs("tour");
}

/// The same window in other scripts, and mirrored.
class LanguagePictureTest : public WindowPictureTest,
                            public testing::WithParamInterface<const char*> {};

TEST_P(LanguagePictureTest, LooksAsIntended) {
  resize(1280, 720, 1);
  app().speak(QString::fromLatin1(GetParam()));
  ASSERT_TRUE(waitFor([] { return !app().card()->causes().empty(); }));
  expectLooksAs(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Languages, LanguagePictureTest,
                         testing::Values("de", "es", "fr", "ar", "zh-Hans"),
                         [](const auto& language) {
                           return std::string(language.param).substr(0, 2);
                         });

}  // namespace
}  // namespace syn::test
