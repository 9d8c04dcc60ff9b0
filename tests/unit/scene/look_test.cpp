#include "scene/look.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "scene/look_json.h"
#include "small_anatomy.h"
#include "support/temporary_folder.h"

namespace syn::scene {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::SizeIs;

const std::filesystem::path kData = std::filesystem::path(SYN_SOURCE_DIR) / "data";

const Catalogue& catalogue() {
  static const Catalogue loaded = Catalogue::load(kData);
  return loaded;
}

Look read(const std::string& text, IssueList& issues, const Look& base = {}) {
  const JsonDocument document = JsonDocument::parse(text, "a.json");
  return readLook(document.root(), catalogue(), base, issues);
}

Look readWell(const std::string& text, const Look& base = {}) {
  IssueList issues;
  Look look = read(text, issues, base);
  issues.throwIfAny();
  return look;
}

std::size_t id(const char* region, Hemisphere side) {
  return static_cast<std::size_t>(test::structureId(catalogue(), region, side));
}

/// A look in which nothing is as it is by default.
Look unlikeTheDefault() {
  Look look;
  look.xray = 0.3F;
  look.windowRadius = 31.5F;
  look.windowAt = {1, -2, 3.25F};
  look.explode = 0.1F;
  look.exaggeration = 2;
  look.densityEnds = 0.3F;
  look.cortexColour = SurfaceColour::system;
  look.deepColour = SurfaceColour::density;
  look.connections = look.newNeurons = look.reactivity = look.hindbrain = false;
  look.phenomena.set();
  look.gauges.set(2).set(5);
  look.focus.set(id("amygdala", Hemisphere::right));
  look.solids = structuresOf(catalogue(), catalogue().regionIndex("ventricles").value());
  look.hidden = structuresOf(catalogue(), catalogue().regionIndex("caudate").value());
  look.hiddenConnections.set(3);
  return look;
}

TEST(Looks, ShippedOnesAreReadInOrder) {
  const Looks looks = Looks::load(kData, catalogue());
  std::vector<std::string> ids;
  for (const Look& look : looks.all()) ids.push_back(look.id);
  ASSERT_THAT(ids, SizeIs(testing::Ge(9U)));
  EXPECT_EQ(ids.front(), "whole");
  EXPECT_THAT(ids, AllOf(Contains("life"), Contains("limbic"), Contains("exploded")));
  EXPECT_EQ(looks.get("glass").xray, 1);
  EXPECT_EQ(looks.get("exploded").explode, 1);
  EXPECT_GT(looks.get("life").windowRadius, 0);
}

TEST(Looks, AWrongNameIsRefusedWithTheRightOnes) {
  const Looks looks = Looks::load(kData, catalogue());
  try {
    static_cast<void>(looks.get("gloss"));
    FAIL();
  } catch (const RefusedError& error) {
    EXPECT_THAT(error.what(), AllOf(HasSubstr("Did you mean \"glass\"?"), HasSubstr("limbic")));
  }
}

TEST(Looks, EveryIssueOfEveryFileIsReported) {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "looks");
  const auto write = [&](const char* name, const char* text) {
    std::ofstream(folder / "looks" / name) << text;
  };
  write("a.json", "{\n \"order\": 1,\n \"xray\": 2,\n \"hiden\": []\n}");
  write("b.json", "{\"xray\": 1}");
  write("c.json", "{nonsense");
  try {
    static_cast<void>(Looks::load(folder.path(), catalogue()));
    FAIL();
  } catch (const ContentError& error) {
    std::string all;
    for (const Issue& issue : error.issues()) all += issue.text() + "\n";
    EXPECT_THAT(all, HasSubstr("a.json:3"));
    EXPECT_THAT(all, AllOf(HasSubstr("a.json:4"), HasSubstr("did you mean \"hidden\"?")));
    EXPECT_THAT(all, AllOf(HasSubstr("b.json"), HasSubstr("\"order\" is missing")));
    EXPECT_THAT(all, HasSubstr("c.json"));
  }
}

TEST(LookJson, RegionsMeanBothSidesAndASideMeansOne) {
  const Look look = readWell(R"({"focus": ["hippocampus", "amygdala:left", "brainstem"]})");
  EXPECT_EQ(look.focus.count(), 4U);
  EXPECT_TRUE(look.focus.test(id("hippocampus", Hemisphere::right)));
  EXPECT_TRUE(look.focus.test(id("amygdala", Hemisphere::left)));
  EXPECT_FALSE(look.focus.test(id("amygdala", Hemisphere::right)));
}

TEST(LookJson, OnlyConnectionsHidesAllOthers) {
  const Look look = readWell(R"({"only_connections": ["acc-pcc"]})");
  EXPECT_EQ(look.hiddenConnections.count(), catalogue().connections.size() - 1);
  const Look all = readWell(R"({"hidden_connections": []})", look);
  EXPECT_TRUE(all.hiddenConnections.none());
}

TEST(LookJson, AChangeKeepsWhatItDoesNotName) {
  const Look base = unlikeTheDefault();
  const Look changed = readWell(R"({"xray": 0.8, "window": {"radius_mm": 5}})", base);
  Look wanted = base;
  wanted.xray = 0.8F;
  wanted.windowRadius = 5;
  EXPECT_EQ(changed, wanted);
}

TEST(LookJson, WhatIsWrittenIsReadAgain) {
  const Look plain, other = unlikeTheDefault();
  EXPECT_EQ(writeLook(other, catalogue(), other), "{}");
  EXPECT_EQ(readWell(writeLook(other, catalogue(), plain), plain), other);
  EXPECT_EQ(readWell(writeLook(plain, catalogue(), other), other), plain);
  EXPECT_EQ(writeLook(readWell(R"({"xray": 0.1})"), catalogue(), plain), R"({"xray":0.1})");
  const Looks looks = Looks::load(kData, catalogue());
  for (const Look& look : looks.all()) {
    Look again = readWell(writeLook(look, catalogue(), plain), plain);
    again.id = look.id;
    EXPECT_EQ(again, look) << look.id;
  }
}

// A member that the schema forgets could not be edited with its help; one that only the schema
// knows would be refused by the program.
TEST(LookJson, SchemaAndReaderKnowTheSameMembers) {
  const auto schema = nlohmann::json::parse(std::ifstream(kData / "schema" / "look.schema.json"));
  std::vector<std::string> described, written{"order", "only_connections"};
  for (const auto& [key, value] : schema.at("properties").items()) described.push_back(key);
  const auto all = nlohmann::json::parse(writeLook(unlikeTheDefault(), catalogue(), Look{}));
  for (const auto& [key, value] : all.items()) written.push_back(key);
  EXPECT_THAT(described, testing::UnorderedElementsAreArray(written));
}

struct Bad {
  const char* name;
  const char* text;
  const char* says;
};
void PrintTo(const Bad& bad, std::ostream* out) {
  *out << bad.name;
}

class BadLook : public testing::TestWithParam<Bad> {};

TEST_P(BadLook, IsAnIssueWithARemedy) {
  IssueList issues;
  static_cast<void>(read(GetParam().text, issues));
  ASSERT_EQ(issues.size(), 1U);
  EXPECT_THAT(issues.all()[0].text(), HasSubstr(GetParam().says));
  EXPECT_EQ(issues.all()[0].line, 1);
}

INSTANTIATE_TEST_SUITE_P(
    LookJson, BadLook,
    testing::Values(
        Bad{"order_in_a_change", R"({"order": 1})", "\"order\" is not known here"},
        Bad{"region", R"({"focus": ["hipocampus"]})", "did you mean \"hippocampus\"?"},
        Bad{"side", R"({"hidden": ["amygdala:up"]})", "write left or right"},
        Bad{"side_of_midline", R"({"hidden": ["brainstem:left"]})", "without a colon"},
        Bad{"connection", R"({"only_connections": ["acc-pc"]})", "did you mean \"acc-pcc\"?"},
        Bad{"both_lists", R"({"only_connections": [], "hidden_connections": []})", "not both"},
        Bad{"range", R"({"exaggeration": 21})", "1"},
        Bad{"colour", R"({"deep_colour": "tisue"})", "did you mean \"tissue\"?"},
        Bad{"number_as_text", R"({"xray": "1"})", "must be a number"},
        Bad{"number_in_list", R"({"solids": [1]})", "must be a text"},
        Bad{"window_without_radius", R"({"window": {}})", "\"radius_mm\" is missing"},
        Bad{"window_key", R"({"window": {"radius_mm": 1, "att_mm": 1}})", "did you mean"},
        Bad{"window_place", R"({"window": {"radius_mm": 1, "at_mm": [1, 2]}})", "three numbers"},
        Bad{"not_an_object", "[]", "must be an object"}),
    [](const testing::TestParamInfo<Bad>& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace syn::scene
