#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "base/error.h"
#include "model_fixture.h"
#include "sim/population.h"
#include "support/temporary_folder.h"

namespace syn::sim {
namespace {

namespace fs = std::filesystem;

/// A copy of the model's data that a test may spoil.
class ModelFiles : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* part :
         {"regions", "connections", "lifespan", "exposures", "skills", "circuits", "evidence"}) {
      fs::create_directories(folder_ / part);
      fs::copy(fs::path(SYN_SOURCE_DIR) / "data" / part, folder_ / part,
               fs::copy_options::recursive);
    }
  }

  void replace(const char* file, const std::string& pattern, const std::string& with) {
    std::ifstream in(folder_ / file);
    std::stringstream text;
    text << in.rdbuf();
    const std::string before = text.str();
    const std::string after = std::regex_replace(before, std::regex(pattern), with,
                                                 std::regex_constants::format_first_only);
    ASSERT_NE(before, after) << "nothing to replace in " << file;
    std::ofstream(folder_ / file) << after;
  }

  /// Issues of the spoiled model.
  std::vector<Issue> issues() const {
    try {
      static_cast<void>(Model::load(folder_.path()));
    } catch (const ContentError& error) {
      return error.issues();
    }
    return {};
  }

  const test::TemporaryFolder folder_;
};

bool names(const std::vector<Issue>& issues, const std::string& file, const std::string& rule) {
  for (const Issue& issue : issues) {
    if (issue.rule == rule && issue.file.find(file) != std::string::npos) return true;
  }
  return false;
}

TEST_F(ModelFiles, LoadWhenUnspoiled) {
  EXPECT_TRUE(issues().empty());
}

TEST_F(ModelFiles, UnknownKeysAndMissingReasonsAreAllListed) {
  replace("lifespan/parameters.json", "\"id\": \"bdnf.tau_weeks\",",
          "\"id\": \"bdnf.tau_weeks\", \"hue\": 3,");
  replace("exposures/sleep.json", "\"source\"", "\"sauce\"");
  const auto found = issues();
  EXPECT_TRUE(names(found, "parameters.json", "unknown-key"));
  EXPECT_TRUE(names(found, "sleep.json", "unknown-key"));
  EXPECT_TRUE(names(found, "sleep.json", "no-reason"));
  for (const Issue& issue : found) EXPECT_GT(issue.line, 0) << issue.text();
}

TEST_F(ModelFiles, ANumberOutsideItsRangeIsRefused) {
  replace("lifespan/parameters.json", "(\"id\": \"bdnf.tau_weeks\", *\\s*\"value\": )[0-9.]+",
          "$019000");
  EXPECT_FALSE(issues().empty());
}

TEST_F(ModelFiles, AMissingParameterIsNamed) {
  replace("lifespan/parameters.json", "\"id\": \"bdnf.tau_weeks\"",
          "\"id\": \"bdnf.pulse_tau_weeks\"");
  const auto found = issues();
  EXPECT_TRUE(names(found, "parameters.json", "missing"));
  EXPECT_TRUE(names(found, "parameters.json", "duplicate"));
}

TEST_F(ModelFiles, CurvesMustRunForward) {
  replace("lifespan/norms.json", "\"ages\": \\[0, 0.5, 1", "\"ages\": [0, 1, 0.5");
  EXPECT_TRUE(names(issues(), "norms.json", "order"));
}

TEST_F(ModelFiles, RegionsMustExist) {
  replace("exposures/aerobic_exercise.json", "\"hippocampus\"", "\"hippocampos\"");
  EXPECT_TRUE(names(issues(), "aerobic_exercise.json", "unknown-region"));
}

TEST_F(ModelFiles, TreatmentsMustBeExposures) {
  replace("circuits/depression.json", "\"exposure\": \"cbt\"", "\"exposure\": \"hypnosis\"");
  EXPECT_TRUE(names(issues(), "depression.json", "unknown-id"));
}

TEST_F(ModelFiles, AnExposureNeedsNoCode) {
  std::ofstream(folder_ / "exposures" / "juggling_club.json") << R"({
    "id": "juggling_club", "name": "Juggling club", "unit": "evenings/week", "low": 0, "high": 7,
    "baseline": 0, "family": "learning", "evidence": ["juggling-gm-draganski"],
    "effects": [ { "on": "practice", "regions": ["parietal"], "amount": 0.03, "d50": 2,
                   "source": ["juggling-gm-draganski"] } ] })";
  const auto model = Model::load(folder_.path());
  ASSERT_NE(model->exposure("juggling_club"), nullptr);
  RunRequest r;
  r.average = true;
  r.person.ageYears.mean = 25;
  Reading after;
  after.measure.quantity = Quantity::density;
  after.measure.region = "parietal";
  after.week = 12;
  r.readings = {after};
  const double without = runPopulation(*model, r)[0];
  r.arm = {span("juggling_club", 3, 0, 12)};
  EXPECT_GT(runPopulation(*model, r)[0], without * 1.005);
}

TEST(ModelParameters, EveryOneHasAReasonAndCanBeChanged) {
  const auto& model = shippedModel();
  ASSERT_GT(model->parameters().size(), 300U);
  for (const ParameterInfo& p : model->parameters()) {
    EXPECT_FALSE(p.sources.empty() && p.pinnedBy.empty()) << p.id;
  }
  const auto changed = model->with("bdnf.tau_weeks", 9);
  for (std::size_t i = 0; i < model->parameters().size(); ++i) {
    const ParameterInfo& before = model->parameters()[i];
    const ParameterInfo& after = changed->parameters()[i];
    EXPECT_EQ(after.value, before.id == "bdnf.tau_weeks" ? 9 : before.value) << before.id;
  }
  EXPECT_THROW(static_cast<void>(model->with("bdnf.colour", 1)), Error);
}

}  // namespace
}  // namespace syn::sim
