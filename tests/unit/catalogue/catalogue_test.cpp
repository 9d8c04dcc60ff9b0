#include "catalogue/catalogue.h"

#include <set>

#include <gtest/gtest.h>

namespace syn {
namespace {

const std::filesystem::path kData = std::filesystem::path(SYN_SOURCE_DIR) / "data";

TEST(Catalogue, ShippedFilesLoadWhole) {
  const Catalogue catalogue = Catalogue::load(kData);
  EXPECT_EQ(catalogue.regions.size(), 31U);
  EXPECT_EQ(catalogue.structures.size(), 60U);
  EXPECT_GE(catalogue.connections.size(), 40U);
  for (const Connection& connection : catalogue.connections) {
    EXPECT_GT(connection.source.size(), 12U) << connection.id;
    EXPECT_EQ(connection.from == connection.to, connection.commissural) << connection.id;
  }
}

TEST(Catalogue, StructuresAreLeftBeforeRightAndFoundAgain) {
  const Catalogue catalogue = Catalogue::load(kData);
  for (std::size_t i = 0; i < catalogue.structures.size(); ++i) {
    const Structure& s = catalogue.structures[i];
    EXPECT_EQ(catalogue.structureIndex(s.region, s.hemisphere), static_cast<int>(i));
    if (s.hemisphere == Hemisphere::right) {
      EXPECT_EQ(catalogue.structures[i - 1].hemisphere, Hemisphere::left);
    }
  }
}

TEST(Catalogue, GroupsHoldTheirRegionsOnce) {
  const Catalogue catalogue = Catalogue::load(kData);
  for (const char* name : {"cortex", "prefrontal", "subcortex", "brain"}) {
    const std::vector<int> members = catalogue.group(name);
    EXPECT_FALSE(members.empty()) << name;
    EXPECT_EQ(std::set<int>(members.begin(), members.end()).size(), members.size()) << name;
  }
  EXPECT_TRUE(catalogue.group("nowhere").empty());
}

}  // namespace
}  // namespace syn
