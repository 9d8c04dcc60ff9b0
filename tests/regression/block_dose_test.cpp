#include <QTest>

#include "gui/window_fixture.h"

namespace syn::test {
namespace {

using BlockDoseTest = BareWindowTest;

// Was: the keys of a block set its dose to that of the chosen span, plus one of that span's steps.
TEST_F(BlockDoseTest, KeysChangeTheDoseOfTheBlockThatHasTheFocus) {
  const std::vector<session::Span> spans = session().document().life(0).spans();
  ASSERT_GT(spans.size(), 1U);
  for (const session::Span& span : spans) {
    for (const int chosen : {0, spans.front().id, spans.back().id}) {
      const double step =
          session().document().life(0).lanes()[static_cast<std::size_t>(span.lane)].step;
      app().life()->choose(chosen);
      QQuickItem* block = blockOf(span.id);
      ASSERT_NE(block, nullptr);
      block->forceActiveFocus(Qt::MouseFocusReason);
      QTest::keyClick(window(), Qt::Key_Down);
      EXPECT_NEAR(session().document().life(0).find(span.id)->dose, span.dose - step, 1e-9);
      QTest::keyClick(window(), Qt::Key_Up);
      EXPECT_NEAR(session().document().life(0).find(span.id)->dose, span.dose, 1e-9);
      EXPECT_EQ(app().life()->chosenId(), chosen) << "looking is not choosing";
    }
  }
}

}  // namespace
}  // namespace syn::test
