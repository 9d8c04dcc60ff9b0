#include "base/message.h"

#include <gtest/gtest.h>

namespace syn {
namespace {

TEST(Message, IsEqualInKeyNamesAndNestedValues) {
  const Message region{"region.hippocampus.inline", {}};
  const Message said{"sentence.larger", {{"age", 66.0}, {"region", region}}};
  EXPECT_EQ(said, Message(said));
  EXPECT_NE(said, (Message{"sentence.smaller", said.arguments}));
  EXPECT_NE(said, (Message{"sentence.larger", {{"age", 67.0}, {"region", region}}}));
  EXPECT_NE(said, (Message{"sentence.larger", {{"years", 66.0}, {"region", region}}}));
  EXPECT_NE(said, (Message{"sentence.larger", {{"age", 66.0}}}));
  EXPECT_NE(said,
            (Message{"sentence.larger", {{"age", 66.0}, {"region", Message{"region.insula"}}}}));
  EXPECT_TRUE(Message{}.empty());
}

}  // namespace
}  // namespace syn
