// "Both sides" of a region lit its left half only.
#include <gtest/gtest.h>

#include "session/pane.h"

namespace syn::session {
namespace {

TEST(BothSides, OfTheSelectedRegionAreSelected) {
  const auto content = loadModelContent(std::filesystem::path(SYN_SOURCE_DIR) / "data");
  const Catalogue& catalogue = content->catalogue();
  Pane pane(content, std::make_shared<scene::Camera>());
  const int region = catalogue.regionIndex("amygdala").value();
  const auto selected = [&](Hemisphere side) {
    const int id = catalogue.structureIndex(region, side).value();
    return pane.pointing().selected.test(static_cast<std::size_t>(id));
  };
  pane.select({region, std::nullopt});
  EXPECT_TRUE(selected(Hemisphere::left) && selected(Hemisphere::right));
  pane.select({region, Hemisphere::right});
  EXPECT_TRUE(!selected(Hemisphere::left) && selected(Hemisphere::right));
  pane.select({});
  EXPECT_TRUE(pane.pointing().selected.none());
}

}  // namespace
}  // namespace syn::session
