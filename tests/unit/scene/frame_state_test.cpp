#include "scene/frame_state.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace syn::scene {
namespace {

const Catalogue& catalogue() {
  static const Catalogue loaded = Catalogue::load(std::string(SYN_SOURCE_DIR) + "/data");
  return loaded;
}

TEST(RestingFrame, IsAHealthyAdult) {
  const FrameState frame = restingFrame(catalogue());
  ASSERT_EQ(frame.structures.size(), catalogue().structures.size());
  ASSERT_EQ(frame.connections.size(), catalogue().connections.size() * 2);
  for (const StructureState& state : frame.structures) EXPECT_EQ(state, StructureState{});
}

TEST(Connections, FitTheRenderersArrays) {
  EXPECT_LE(catalogue().connections.size(), static_cast<std::size_t>(kMaxConnections));
  EXPECT_LE(catalogue().structures.size(), static_cast<std::size_t>(Catalogue::kMaxStructures));
}

TEST(Views, EveryNameMakesAView) {
  for (const std::string& name : viewNames())
    EXPECT_NO_THROW(static_cast<void>(namedView(catalogue(), name)));
  EXPECT_EQ(namedView(catalogue(), "whole").xray, 0);
  EXPECT_EQ(namedView(catalogue(), "glass").xray, 1);
  EXPECT_EQ(namedView(catalogue(), "exploded").explode, 1);
}

// A name mistyped in a view's lists would hide everything without a word.
TEST(Views, EachShowsSomeConnectionsUnlessItSaysNot) {
  for (const std::string& name : viewNames()) {
    const ViewOptions view = namedView(catalogue(), name);
    if (view.xray == 0 || !view.showConnections) continue;
    std::size_t shown = 0;
    for (std::size_t c = 0; c < catalogue().connections.size(); ++c) {
      if (!view.hiddenConnections.test(c)) ++shown;
    }
    EXPECT_GE(shown, 3U) << name;
  }
}

TEST(Views, AWrongNameIsRefusedWithTheRightOnes) {
  try {
    static_cast<void>(namedView(catalogue(), "gloss"));
    FAIL();
  } catch (const RefusedError& error) {
    EXPECT_NE(std::string(error.what()).find("glass"), std::string::npos);
  }
}

TEST(Bundles, TakeTheColourOfTheirTract) {
  const auto system = [](const char* from, const char* to) {
    const int index = catalogue().connectionIndex(from, to).value();
    return bundleSystem(catalogue(), catalogue().connections[static_cast<std::size_t>(index)]);
  };
  EXPECT_EQ(system("hippocampus", "hypothalamus"), "memory");  // fornix
  EXPECT_EQ(system("amygdala", "ofc"), "threat");              // uncinate
  EXPECT_EQ(system("acc", "pcc"), "control");                  // cingulum
  EXPECT_EQ(system("thalamus", "visual"), "relay");
}

}  // namespace
}  // namespace syn::scene
