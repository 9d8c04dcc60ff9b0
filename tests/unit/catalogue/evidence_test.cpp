#include "catalogue/evidence.h"

#include <gtest/gtest.h>

namespace syn {
namespace {

const std::filesystem::path kData = std::filesystem::path(SYN_SOURCE_DIR) / "data";

TEST(Evidence, EveryShownQuantityHasAStandingAndSources) {
  const Evidence evidence = Evidence::load(kData);
  EXPECT_GT(evidence.findings.size(), 200U);
  for (const char* id : {"density", "volume", "new_neurons", "connections", "reactivity"}) {
    const Standing* standing = evidence.standing(id);
    ASSERT_NE(standing, nullptr) << id;
    EXPECT_FALSE(standing->sources.empty()) << id;
  }
  EXPECT_EQ(evidence.standing("charm"), nullptr);
}

TEST(Evidence, WhatTheLiteratureContestsIsSaidToBeContested) {
  const Evidence evidence = Evidence::load(kData);
  for (const Standing& standing : evidence.standings) {
    bool contested = false;
    for (const std::string& id : standing.evidence) {
      contested = contested || evidence.find(id)->replication == "contested";
    }
    EXPECT_EQ(standing.contested, contested) << standing.id;
  }
}

TEST(Finding, CitesAuthorYearAndJournal) {
  const Evidence evidence = Evidence::load(kData);
  EXPECT_EQ(evidence.find("neurogenesis-rate-adult")->citation(), "Spalding 2013, Cell");
  EXPECT_EQ(evidence.find("sleep-synapse-downscaling")->citation(), "de Vivo 2017, Science");
}

}  // namespace
}  // namespace syn
