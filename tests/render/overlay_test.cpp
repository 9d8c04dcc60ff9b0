#include "render/picture/overlay.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "render/picture/canvas.h"
#include "render/picture/text_drawing.h"
#include "scene/camera.h"
#include "small_anatomy.h"
#include "support/temporary_folder.h"
#include "words/texts.h"

namespace syn::render {
namespace {

constexpr scene::Rgb kInk{1, 1, 1};

Image blank(int width, int height, std::uint8_t grey = 0) {
  const std::size_t size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
  return {width, height, std::vector<std::uint8_t>(size, grey)};
}

std::uint8_t redAt(const Image& image, int x, int y) {
  return image.rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                    static_cast<std::size_t>(x)) *
                   3];
}

/// Columns with ink, from the first to the last; {width, -1} when there is none.
std::pair<int, int> inkedColumns(const Image& image) {
  std::pair<int, int> span{image.width, -1};
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (redAt(image, x, y) < 100) continue;
      span = {std::min(span.first, x), std::max(span.second, x)};
    }
  }
  return span;
}

words::Texts speak(const char* language) {
  return words::Texts::load(std::string(SYN_SOURCE_DIR) + "/data", language);
}

class OverlayTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { drawing_ = new TextDrawing; }
  static void TearDownTestSuite() {
    delete drawing_;
    drawing_ = nullptr;
  }

  std::vector<Area> draw(Image& image, const words::Texts* texts, float textScale = 1) {
    StillOptions options;
    options.texts = texts;
    options.reading.textScale = textScale;
    return drawLegend(image, anatomy_->catalogue, frame_, glass_, {}, options);
  }

  std::shared_ptr<const atlas::Anatomy> anatomy_ = test::smallAnatomy();
  scene::FrameState frame_ = scene::restingFrame(anatomy_->catalogue);
  scene::Look glass_ = [] {
    scene::Look look;
    look.xray = 1;
    return look;
  }();

 private:
  static inline TextDrawing* drawing_ = nullptr;
};

struct Picture {
  int width, height;
  float textScale;
};

class OverlaySizes : public OverlayTest, public testing::WithParamInterface<Picture> {};

TEST_P(OverlaySizes, BlocksStandApartOnTheirGroundAndHoldInk) {
  const words::Texts texts = speak("en");
  frame_.lifeTitle = {"scenario.many_turns.title"};
  Image image = blank(GetParam().width, GetParam().height, 255);
  const std::vector<Area> areas = draw(image, &texts, GetParam().textScale);
  ASSERT_GE(areas.size(), 4U);
  for (const Area& area : areas) {
    EXPECT_GE(area.x, 0);
    EXPECT_GE(area.y, 0);
    EXPECT_LE(area.x + area.width, image.width);
    EXPECT_LE(area.y + area.height, image.height);
    const int middle = static_cast<int>(area.y + area.height / 2);
    EXPECT_LT(redAt(image, static_cast<int>(area.x + 4), middle), 120) << "no calm ground";
    int brightest = 0;
    for (int y = static_cast<int>(area.y) + 2; y < static_cast<int>(area.y + area.height) - 2;
         ++y) {
      for (int x = static_cast<int>(area.x) + 4; x < static_cast<int>(area.x + area.width) - 4;
           ++x) {
        brightest = std::max(brightest, static_cast<int>(redAt(image, x, y)));
      }
    }
    EXPECT_GT(brightest, 125) << "no text";
    for (const Area& other : areas) {
      if (&other == &area) continue;
      EXPECT_TRUE(other.x >= area.x + area.width || area.x >= other.x + other.width ||
                  other.y >= area.y + area.height || area.y >= other.y + other.height)
          << "two blocks overlap";
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Pictures, OverlaySizes,
                         testing::Values(Picture{1920, 1080, 1}, Picture{1920, 1080, 2},
                                         Picture{1080, 1920, 1.5F}, Picture{960, 540, 1},
                                         Picture{640, 360, 1}, Picture{3840, 2160, 1}));

TEST_F(OverlayTest, WithoutALanguageThePictureStaysAsItIs) {
  Image image = blank(640, 360, 77);
  EXPECT_TRUE(draw(image, nullptr).empty());
  EXPECT_EQ(image.rgb, blank(640, 360, 77).rgb);
}

TEST_F(OverlayTest, RightToLeftMirrorsTheBlocks) {
  const words::Texts forward = speak("qps"), backward = speak("qps-rtl");
  Image image = blank(1920, 1080);
  const std::vector<Area> left = draw(image, &forward), right = draw(image, &backward);
  ASSERT_EQ(left.size(), right.size());
  for (std::size_t i = 0; i < left.size(); ++i) {
    const bool startsLeft = left[i].x + left[i].width / 2 < 960;
    const bool startsRight = right[i].x + right[i].width / 2 > 960;
    EXPECT_EQ(startsLeft, startsRight) << "block " << i;
  }
}

// --- scripts -------------------------------------------------------------------------------------

class ScriptTest : public OverlayTest {
 protected:
  static Image written(const std::string& text, bool rightToLeft, bool serif = false) {
    Image image = blank(640, 360);
    {
      Canvas canvas(image, 1, rightToLeft);
      canvas.text(text, {40, kInk, 400, serif}, 20, 20, canvas.width() - 40);
    }
    return image;
  }
};

TEST_F(ScriptTest, EveryScriptHasInkOfItsOwn) {
  // A missing glyph is the same box for every letter.
  const std::pair<const char*, const char*> rows[] = {{"a", "e"}, {"á", "é"},   {"ƀ", "ḱ"},
                                                      {"ع", "م"}, {"年", "龄"}, {"×", "−"}};
  for (const auto& [one, other] : rows) {
    for (const bool serif : {false, true}) {
      const Image first = written(one, false, serif);
      EXPECT_GE(inkedColumns(first).second, 0) << one;
      EXPECT_NE(first.rgb, written(other, false, serif).rgb) << one << " and " << other;
    }
  }
}

TEST_F(ScriptTest, ArabicLettersJoin) {
  Image image = blank(640, 360);
  Canvas canvas(image, 1, true);
  const TextStyle style{40, kInk};
  const double one = canvas.measure("ب", style, 600).width();
  EXPECT_LT(canvas.measure("ببب", style, 600).width(), 0.9 * 3 * one);
}

TEST_F(ScriptTest, ReadingBeginsOnTheSideOfTheLanguage) {
  const auto [left, leftEnd] = inkedColumns(written("abc", false));
  const auto [right, rightEnd] = inkedColumns(written("العمر", true));
  EXPECT_LT(left, 640 * 0.1);
  EXPECT_LT(leftEnd, 640 * 0.5);
  EXPECT_GT(right, 640 * 0.5);
  EXPECT_GT(rightEnd, 640 * 0.9);
}

TEST_F(ScriptTest, ALegendIsWrittenInArabicAndChinese) {
  test::TemporaryFolder folder;
  const auto write = [&](const std::string& language, const std::string& file,
                         const std::string& text) {
    std::filesystem::create_directories(folder / ("i18n/" + language));
    folder.write("i18n/" + language + "/" + file, text);
  };
  const std::string english = R"({"legend.age": "Age {age, number, ::.0}"})";
  write("en", "language.json", R"({"name": "English"})");
  write("en", "m.json", english);
  write("ar", "language.json", R"({"name": "العربية"})");
  write("ar", "m.json", R"({"legend.age": "العمر {age, number, ::.0}"})");
  write("zh", "language.json", R"({"name": "中文"})");
  write("zh", "m.json", R"({"legend.age": "年龄 {age, number, ::.0}"})");
  for (const char* language : {"ar", "zh"}) {
    const words::Texts texts = words::Texts::load(folder.path(), language);
    Image image = blank(960, 540);
    const std::vector<Area> areas = draw(image, &texts);
    ASSERT_GE(areas.size(), 2U);
    const bool right = areas[1].x > 480;
    EXPECT_EQ(right, std::string(language) == "ar") << "the age stands where reading begins";
  }
}

TEST(TextDrawingTest, IsNeededAndSaysSo) {
  Image image = blank(64, 64);
  EXPECT_THROW(Canvas(image, 1, false), Error);
}

}  // namespace
}  // namespace syn::render
