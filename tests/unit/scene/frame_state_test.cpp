#include "scene/frame_state.h"

#include <gtest/gtest.h>

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
