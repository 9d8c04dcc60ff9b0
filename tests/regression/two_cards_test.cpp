#include <cmath>

#include "gui/window_fixture.h"

namespace syn::test {
namespace {

using TwoCardsTest = BareWindowTest;

// Was: where region card and span card just fit, a card that was hidden for want of room lost the
// height of its lines, fitted again, was shown, and so on without an end.
TEST_F(TwoCardsTest, SettleWhereTheyJustFit) {
  resize(1920, 1080, 1);
  ASSERT_TRUE(waitFor([] { return !app().card()->causes().empty(); })) << "they take room too";
  selectRegion("dentate_gyrus");
  for (const session::Span& span : session().document().life(0).spans()) {
    if (span.lane == 0 && span.dose == 90) app().life()->choose(span.id);
  }
  ASSERT_NE(app().life()->chosenId(), 0);
  layOut();
  EXPECT_TRUE(frameComes());
}

// Wherever the border lies: a few pixels above it both are seen, a few below it one of them.
TEST_F(TwoCardsTest, AreBothSeenExactlyWhereTheyFit) {
  resize(1600, 1000, 1);
  ASSERT_TRUE(waitFor([] { return !app().card()->causes().empty(); }));
  QQuickItem* cards = item("cards");
  ASSERT_NE(cards, nullptr);
  const auto shown = [](const char* type) {
    return items([type](QQuickItem* at) {
             return QLatin1String(at->metaObject()->className()).startsWith(QLatin1String(type));
           })
        .size();
  };
  for (int region = 0; region < static_cast<int>(session().catalogue().regions.size()); ++region) {
    app().regions()->select(region);
    for (const int spare : {-30, -9, -1, 0, 1, 9}) {
      layOut();
      const int missing = spare - static_cast<int>(std::floor(cards->property("slack").toDouble()));
      resize(1600, window()->height() + missing, 1);
      const bool both = cards->property("slack").toDouble() >= 0;
      EXPECT_EQ(both, spare >= 0) << "region " << region << ", spare " << spare;
      EXPECT_EQ(shown("RegionCard") + shown("SpanCard"), both ? 2U : 1U);
    }
  }
}

}  // namespace
}  // namespace syn::test
