#include <QTest>

#include "window_fixture.h"

namespace syn::test {
namespace {

struct Layout {
  int width, height;
  double textScale;
};

class LayoutTest : public BareWindowTest, public testing::WithParamInterface<Layout> {
 protected:
  /// Every text lies within the window, none is cut off and none lies on another.
  static void expectReadable(const Layout& layout);
};

bool isText(QQuickItem* item) {
  return item->inherits("QQuickText") && item->opacity() > 0 &&
         !item->property("text").toString().isEmpty();
}

/// What the item scrolls in, or nullptr.
QQuickItem* scroller(QQuickItem* item) {
  while (item != nullptr && !item->inherits("QQuickFlickable")) item = item->parentItem();
  return item;
}

/// Where the ink of a text lies in the window.
QRectF inkOf(QQuickItem* text) {
  const double width = text->property("contentWidth").toDouble();
  const double height = text->property("contentHeight").toDouble();
  double x = text->property("leftPadding").toDouble();
  const int alignment = text->property("effectiveHorizontalAlignment").toInt();
  if (alignment == Qt::AlignHCenter) x = (text->width() - width) / 2;
  if (alignment == Qt::AlignRight) x = text->width() - width;
  return text->mapRectToScene({x, text->property("topPadding").toDouble(), width, height});
}

void LayoutTest::expectReadable(const Layout& layout) {
  const QRectF frame(0, 0, layout.width, layout.height);
  std::vector<QQuickItem*> texts;
  for (QQuickItem* text : items(isText)) {
    const std::string words = text->property("text").toString().toStdString();
    EXPECT_FALSE(text->property("truncated").toBool()) << words;
    EXPECT_LE(text->property("contentWidth").toDouble(), text->width() + 1) << words;
    EXPECT_GE(text->property("font").value<QFont>().pixelSize(), 12) << words;
    if (QQuickItem* page = scroller(text)) {  // scrolled into view when wanted, downwards only
      const QRectF all = page->mapRectToScene(page->boundingRect());
      EXPECT_GE(inkOf(text).left(), all.left() - 1) << words;
      EXPECT_LE(inkOf(text).right(), all.right() + 1) << words;
      continue;
    }
    EXPECT_TRUE(frame.adjusted(-1, -1, 1, 1).contains(inkOf(text)))
        << words << " leaves the window at " << inkOf(text).x() << ", " << inkOf(text).y();
    texts.push_back(text);
  }
  EXPECT_GT(texts.size(), 20U);
  for (std::size_t a = 0; a < texts.size(); ++a) {
    for (std::size_t b = a + 1; b < texts.size(); ++b) {
      const QRectF both = inkOf(texts[a]).intersected(inkOf(texts[b]));
      EXPECT_FALSE(both.width() > 3 && both.height() > inkOf(texts[a]).height() * 0.35)
          << '"' << texts[a]->property("text").toString().toStdString() << "\" and \""
          << texts[b]->property("text").toString().toStdString() << "\" lie on each other";
    }
  }
}

TEST_P(LayoutTest, NoTextIsClippedOrCovered) {
  const Layout layout = GetParam();
  resize(layout.width, layout.height, layout.textScale);
  expectReadable(layout);
}

TEST_P(LayoutTest, TheBrainKeepsAGoodPartOfTheWindow) {
  const Layout layout = GetParam();
  resize(layout.width, layout.height, layout.textScale);
  const bool tall = layout.height > layout.width;
  QQuickItem* stage = item("stage");
  ASSERT_NE(stage, nullptr);
  EXPECT_GT(stage->height(), layout.height * (layout.textScale > 1.5 || tall ? 0.24 : 0.35));
  EXPECT_GT(stage->width(), layout.width * 0.4);
}

INSTANTIATE_TEST_SUITE_P(Sizes, LayoutTest,
                         testing::Values(Layout{1280, 720, 1}, Layout{1280, 720, 2},
                                         Layout{1920, 1080, 1}, Layout{1920, 1080, 1.5},
                                         Layout{1920, 1080, 2}, Layout{1080, 1920, 1},
                                         Layout{1080, 1920, 2}, Layout{3840, 2160, 1}),
                         [](const testing::TestParamInfo<Layout>& chosen) {
                           std::string name = std::to_string(chosen.param.width);
                           name.append("x").append(std::to_string(chosen.param.height));
                           const int percent = static_cast<int>(chosen.param.textScale * 100);
                           return name.append("_text_").append(std::to_string(percent));
                         });

using StudiesTest = LayoutTest;

TEST_P(StudiesTest, StandUnderWhatIsShownWhenAskedFor) {
  const Layout layout = GetParam();
  resize(layout.width, layout.height, layout.textScale);
  const auto named = [](QQuickItem* text) {
    return isText(text) &&
           text->property("text").toString().contains(QLatin1String("Spalding 2013"));
  };
  QQuickItem* studies = item("legendStudies");
  ASSERT_NE(studies, nullptr);
  EXPECT_TRUE(items(named).empty());
  QTest::mouseClick(window(), Qt::LeftButton, {}, middleOf(studies));
  EXPECT_TRUE(waitFor([&] { return !items(named).empty(); }));
  layOut();
  expectReadable(layout);
  QTest::mouseClick(window(), Qt::LeftButton, {}, middleOf(studies));
  EXPECT_TRUE(waitFor([&] { return items(named).empty(); }));
}

INSTANTIATE_TEST_SUITE_P(Sizes, StudiesTest,
                         testing::Values(Layout{1920, 1080, 1}, Layout{3840, 2160, 1}),
                         [](const testing::TestParamInfo<Layout>& chosen) {
                           return "height_" + std::to_string(chosen.param.height);
                         });

}  // namespace
}  // namespace syn::test
