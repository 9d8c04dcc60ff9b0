// What src/CONTRIBUTING.md says can be added without code is added here, to a copy of the content.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "checks/check_reader.h"
#include "checks/runner.h"
#include "scene/look.h"
#include "sim/model.h"
#include "sim/population.h"
#include "support/temporary_folder.h"
#include "words/texts.h"

namespace syn::sim {
namespace {

namespace fs = std::filesystem;

const fs::path kData = fs::path(SYN_SOURCE_DIR) / "data";

std::string textOf(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// `text` with the first `old` replaced.
std::string with(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return at == std::string::npos ? text : text.replace(at, old.size(), now);
}

class Extension : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* part : {"regions", "connections", "lifespan", "exposures", "skills",
                             "circuits", "evidence", "looks", "i18n"}) {
      fs::copy(kData / part, folder_ / part, fs::copy_options::recursive);
    }
  }
  void change(const std::string& file, const std::string& old, const std::string& now) const {
    const std::string text = with(textOf(folder_ / file), old, now);
    std::ofstream(folder_ / file) << text;
  }
  std::shared_ptr<const Model> model() const { return Model::load(folder_.path()); }

  /// What the average person of 30 has after a year.
  static double after(const Model& model, const Measure& measure, const Schedule& lived,
                      const std::map<std::string, ConditionStart>& conditions = {}) {
    RunRequest request;
    request.average = true;
    request.person.ageYears.mean = 30;
    request.person.conditions = conditions;
    request.arm = lived;
    request.readings = {{measure, 52}};
    return runPopulation(model, request).at(0);
  }

  const test::TemporaryFolder folder_;
};

TEST_F(Extension, AnExposureIsOneFile) {
  std::ofstream(folder_ / "exposures" / "juggling_club.json") << R"({
    "id": "juggling_club", "name": "Juggling club", "unit": "evenings/week",
    "low": 0, "high": 7, "baseline": 0, "family": "learning", "evidence": ["juggling-gm-draganski"],
    "effects": [ { "on": "practice", "regions": ["parietal"], "amount": 0.03, "d50": 2,
                   "source": ["juggling-gm-draganski"] } ] })";
  Entry club;
  club.exposure = "juggling_club";
  club.dose.mean = 3;
  club.toWeek = 52;
  Measure density;
  density.quantity = Quantity::density;
  density.region = "parietal";
  EXPECT_GT(after(*model(), density, {club}), after(*model(), density, {}) * 1.005);
}

TEST_F(Extension, AConditionIsOneFile) {
  const std::string anxiety = textOf(kData / "circuits" / "anxiety.json");
  std::ofstream(folder_ / "circuits" / "panic.json")
      << with(with(anxiety, R"("id": "anxiety")", R"("id": "panic")"), "Anxiety disorder", "Panic");
  Measure severity;
  severity.quantity = Quantity::symptomSeverity;
  severity.condition = "panic";
  EXPECT_GT(after(*model(), severity, {}, {{"panic", {{0.6, 0}, 20}}}), 0.3);
  EXPECT_LT(after(*model(), severity, {}), 0.1);
}

TEST_F(Extension, ARegionIsTwoRows) {
  change("regions/regions.json", R"({"id": "thalamus")",
         R"({"id": "claustrum", "system": "relay", "tissue": "subcortical", "schematic": true,
             "aal_labels": [], "evidence": ["subcortical-gm-peak-age"]},
            {"id": "thalamus")");
  change("lifespan/norms.json", R"({ "id": "thalamus")",
         R"({ "id": "claustrum", "volume_cm3": 0.8, "volume": "volume_thalamus",
              "density": "density_subcortex", "synapses": "synapses_subcortex",
              "source": ["subcortical-gm-peak-age"] },
            { "id": "thalamus")");
  Measure volume;
  volume.region = "claustrum";
  EXPECT_NEAR(after(*model(), volume, {}), 0.8, 0.2);
}

TEST_F(Extension, ACheckIsOneEntry) {
  const std::vector<checks::Check> read = checks::parseChecks(R"({"checks": [{
    "id": "juggling-three-months", "group": "learning", "evidence": ["juggling-gm-draganski"],
    "people": 50, "seed": 1,
    "person": {"age": 22, "history": [], "conditions": {}, "traits": {}},
    "arms": {
      "jugglers": [{"exposure": "learning", "skill": "motor", "dose": 5, "novelty": 0.9,
                    "challenge": 0.8, "from_week": 0, "to_week": 13}],
      "controls": []},
    "measure": {"quantity": "density", "region": "parietal"},
    "statistic": {"kind": "ratio", "arm": "jugglers", "versus": "controls", "to_week": 13},
    "expect": {"value": 1.03, "low": 1.005, "high": 1.06}
  }]})",
                                                              "juggling.json");
  const std::shared_ptr<const Model> shipped = model();
  const checks::CheckResult result = checks::runCheck(checks::populationOf(*shipped), read.at(0));
  EXPECT_EQ(result.error, "");
  EXPECT_TRUE(result.pass) << result.simulated;
}

TEST_F(Extension, ALookIsOneFile) {
  std::ofstream(folder_ / "looks" / "fear.json")
      << R"({"order": 50, "xray": 1, "focus": ["amygdala", "vmpfc:left"]})";
  const Catalogue catalogue = Catalogue::load(folder_.path());
  const scene::Look& fear = scene::Looks::load(folder_.path(), catalogue).get("fear");
  EXPECT_EQ(fear.xray, 1);
  EXPECT_EQ(fear.focus.count(), 3U);
}

TEST_F(Extension, ALanguageIsOneFolder) {
  fs::create_directory(folder_ / "i18n" / "la");
  std::ofstream(folder_ / "i18n" / "la" / "language.json") << R"({"name": "Latina"})";
  std::ofstream(folder_ / "i18n" / "la" / "looks.json") << R"({"look.whole": "Totum"})";
  const words::Texts latin = words::Texts::load(folder_.path(), "la");
  EXPECT_EQ(latin.say("look.whole"), "Totum");
  EXPECT_EQ(latin.say("look.glass"), "Glass");
  EXPECT_FALSE(latin.translated("look.glass"));
}

}  // namespace
}  // namespace syn::sim
