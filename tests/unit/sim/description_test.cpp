#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
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

TEST_F(ModelFiles, LanesAreReadInFull) {
  replace("exposures/learning.json", R"("typical": 6)", R"("typical": 9)");
  const auto model = Model::load(folder_.path());
  const ExposureInfo* learning = model->exposure("learning");
  ASSERT_TRUE(learning->lane.has_value());
  EXPECT_EQ(learning->lane->family, "learning");
  EXPECT_DOUBLE_EQ(learning->lane->typical, 9);
  EXPECT_EQ(learning->lane->with.skill, "instrument");
  EXPECT_TRUE(model->exposure("stroke")->event);
  EXPECT_TRUE(model->exposure("depression")->condition);
  EXPECT_DOUBLE_EQ(model->exposure("mindfulness")->fromAge, 6);
  const std::vector<std::string>& targets = model->exposure("cbt")->targets;
  EXPECT_NE(std::find(targets.begin(), targets.end(), "depression"), targets.end());
}

TEST_F(ModelFiles, EverythingThatCanBeLivedHasALane) {
  for (const ExposureInfo& info : shippedModel()->exposures()) {
    EXPECT_TRUE(info.lane.has_value()) << info.id << ": add a block \"lane\" to its file";
  }
}

TEST_F(ModelFiles, LanesWithoutSenseAreRefused) {
  replace("exposures/mindfulness.json", R"("typical": 150)", R"("typical": 421)");
  replace("exposures/sleep.json", R"("step": 0.1)", R"("step": 0)");
  replace("exposures/use.json", R"("path": "new")", R"("way": "new")");
  EXPECT_TRUE(names(issues(), "mindfulness.json", "order"));
  EXPECT_TRUE(names(issues(), "sleep.json", "out-of-range"));
  EXPECT_TRUE(names(issues(), "use.json", "unknown-key"));
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

struct Spoiled {
  const char* name;
  const char* file;
  const char* pattern;  ///< what is taken away or changed, the first time it stands there
  const char* with;
  const char* rule;
  const char* place;   ///< of the row
  const char* saying;  ///< part of the message
};

// Keeps addresses out of the names of the tests.
void PrintTo(const Spoiled& x, std::ostream* out) {
  *out << x.name;
}

class ModelRows : public ModelFiles, public ::testing::WithParamInterface<Spoiled> {};

// One case for each kind of row that carries numbers, and for each way a reason can be empty words.
TEST_P(ModelRows, WithoutAReasonAreRefused) {
  const Spoiled& spoiled = GetParam();
  replace(spoiled.file, spoiled.pattern, spoiled.with);
  const auto found = issues();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, spoiled.rule) << found[0].text();
  EXPECT_NE(found[0].file.find(spoiled.file), std::string::npos) << found[0].text();
  EXPECT_GT(found[0].line, 0);
  EXPECT_EQ(found[0].place.find(spoiled.place), 0U) << found[0].text();
  EXPECT_NE(found[0].message.find(spoiled.saying), std::string::npos) << found[0].text();
}

constexpr const char* kSource = R"(,\s*"source": \[[^\]]*\])";

INSTANTIATE_TEST_SUITE_P(
    Kinds, ModelRows,
    ::testing::Values(
        Spoiled{"parameter", "lifespan/parameters.json",
                R"(("id": "bdnf.tau_weeks"[^}]*?),\s*"source": \[[^\]]*\])", "$1", "no-reason",
                "/parameters/", "The parameter \"bdnf.tau_weeks\""},
        Spoiled{"curve", "lifespan/norms.json", R"(("id": "wear"[^}]*?),\s*"source": \[[^\]]*\])",
                "$1", "no-reason", "/curves/", "The curve \"wear\""},
        Spoiled{"window", "lifespan/norms.json",
                R"(("id": "hearing"[^}]*?),\s*"source": \[[^\]]*\])", "$1", "no-reason",
                "/windows/", "The window \"hearing\""},
        Spoiled{"region", "lifespan/norms.json", R"(("id": "dlpfc"[^}]*?),\s*"source": \[[^\]]*\])",
                "$1", "no-reason", "/regions/0", "The region \"dlpfc\""},
        Spoiled{"tract", "lifespan/norms.json",
                R"(("tract": "fornix"[^}]*?),\s*"source": \[[^\]]*\])", "$1", "no-reason",
                "/myelination/", "\"fornix\""},
        Spoiled{"response", "lifespan/responses.json",
                R"(("subcortex", "cerebellum"\][^}]*?),\s*"source": \[[^\]]*\])", "$1", "no-reason",
                "/responses/1", "add \"source\""},
        Spoiled{"trait", "lifespan/people.json", kSource, "", "no-reason", "/traits/0",
                "The trait \"responsiveness\""},
        Spoiled{"effect", "exposures/ect.json", kSource, "", "no-reason", "/effects/0",
                "The effect on"},
        Spoiled{"average dose", "exposures/sleep.json", kSource, "", "no-reason", "/",
                "The average life's dose of \"sleep\""},
        Spoiled{"average dose by age", "exposures/education.json",
                R"("source": \[[^\]]*\],\s*"pinned_by": \[[^\]]*\],)", "", "no-reason", "/",
                "The average life's dose of \"education\""},
        Spoiled{"skill", "skills/skills.json", kSource, "", "no-reason", "/skills/0",
                "The skill \"study\""},
        Spoiled{"circuit", "circuits/habit.json", kSource, "", "no-reason", "/",
                "The circuit \"habit\""},
        Spoiled{"connection", "connections/connections.json", R"("source": "[^"]*")",
                R"("source": "")", "no-reason", "/connections/0", "add its citation"},
        Spoiled{"unknown finding", "lifespan/norms.json", "\"amygdala-old-age-decline\"",
                "\"amygdala-old-age-declin\"", "unknown-source", "/curves/",
                "did you mean \"amygdala-old-age-decline\"?"},
        Spoiled{"unknown finding of one region", "circuits/depression.json",
                "(\"region\": \"ofc\"[^}]*)\"mdd-cortex-ofc-enigma\"", "$1\"mdd-cortex\"",
                "unknown-source", "/shrinkage/", "mdd-cortex"},
        Spoiled{"unknown finding of one treatment", "circuits/depression.json",
                R"(("exposure": "emdr"[^}]*"source": \[)[^\]]*)", "$1\"folklore\"",
                "unknown-source", "/treatments/", "folklore"},
        Spoiled{"unknown finding behind an exposure", "exposures/ect.json", R"("evidence": \[)",
                R"("evidence": ["hearsay", )", "unknown-source", "/evidence", "hearsay"},
        Spoiled{"words instead of a citation", "lifespan/norms.json",
                R"(("id": "dlpfc"[^}]*?"source": \[)[^\]]*)", "$1\"as everybody knows\"",
                "unknown-source", "/regions/0", "a citation with its year"},
        Spoiled{"unknown check", "lifespan/parameters.json",
                "\"pinned_by\": \\[\"stress-neurogenesis-gould\"",
                "\"pinned_by\": [\"stress-neurogenesis-golud\"", "unknown-check", "/parameters/",
                "did you mean \"stress-neurogenesis-gould\"?"},
        Spoiled{"unknown tract", "lifespan/norms.json", "\"tract\": \"fornix\"",
                "\"tract\": \"fornx\"", "unknown-tract", "/myelination/",
                "did you mean \"fornix\"?"}),
    [](const auto& kind) {
      std::string name = kind.param.name;
      std::replace(name.begin(), name.end(), ' ', '_');
      return name;
    });

TEST_F(ModelFiles, AnAssumptionSaysSo) {
  replace("lifespan/norms.json", R"(("id": "dlpfc"[^}]*?"source": \[)[^\]]*)",
          "$1\"Assumption: as large as its neighbours\"");
  EXPECT_TRUE(issues().empty());
}

TEST_F(ModelFiles, ARowOfACircuitMayLeaveItsReasonToTheCircuit) {
  replace("circuits/depression.json", R"((\{ "region": "hippocampus"[^}]*?), "source": \[[^\]]*\])",
          "$1");
  EXPECT_TRUE(issues().empty());
}

TEST_F(ModelFiles, ARegionIsGivenOnce) {
  replace("lifespan/norms.json", "\"id\": \"dmpfc\"", "\"id\": \"dlpfc\"");
  const auto found = issues();
  EXPECT_TRUE(names(found, "norms.json", "duplicate"));
  EXPECT_TRUE(names(found, "norms.json", "missing"));
}

TEST_F(ModelFiles, LimitsOfAnExposureAreChecked) {
  replace("exposures/childhood_adversity.json", R"("ages": \[0, 18\])", R"("ages": [18, 0])");
  replace("exposures/sensory_deprivation.json", R"("exposure": "rehabilitation")",
          R"("exposure": "rehabilitacion")");
  const auto found = issues();
  EXPECT_TRUE(names(found, "childhood_adversity.json", "length"));
  EXPECT_TRUE(names(found, "sensory_deprivation.json", "unknown-id"));
  EXPECT_EQ(found.size(), 2U);
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
