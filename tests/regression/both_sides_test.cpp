// "Both sides" of a region lit its left half only.
#include <gtest/gtest.h>

#include "session/session.h"

namespace syn::session {
namespace {

TEST(BothSides, OfTheSelectedRegionAreSelected) {
  const std::filesystem::path data = std::filesystem::path(SYN_SOURCE_DIR) / "data";
  const auto model = sim::Model::load(data);
  const Catalogue& catalogue = model->catalogue();
  Session session(model, std::make_shared<const scene::Looks>(scene::Looks::load(data, catalogue)),
                  {});
  const int region = catalogue.regionIndex("amygdala").value();
  const auto selected = [&](Hemisphere side) {
    const int id = catalogue.structureIndex(region, side).value();
    return session.pointing().selected.test(static_cast<std::size_t>(id));
  };
  session.select({region, std::nullopt});
  EXPECT_TRUE(selected(Hemisphere::left) && selected(Hemisphere::right));
  session.select({region, Hemisphere::right});
  EXPECT_TRUE(!selected(Hemisphere::left) && selected(Hemisphere::right));
  session.select({});
  EXPECT_TRUE(session.pointing().selected.none());
}

}  // namespace
}  // namespace syn::session
