// Runs the real program: exit codes, messages, and that nothing is left behind when it refuses.
#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using syn::test::Outcome;
using syn::test::runShell;
using syn::test::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;

const fs::path kRoot = SYN_SOURCE_DIR;

Outcome run(const std::string& arguments, const std::string& environment = "") {
  return runShell("env " + environment + " '" SYN_CLI "' " + arguments);
}

class Cli : public testing::Test {
 protected:
  // A home with the shipped data and its own copy of the meshes, to be damaged.
  fs::path homeWithOwnMeshes() {
    const fs::path home = folder_ / "home";
    fs::create_directories(home);
    fs::create_directory_symlink(kRoot / "data", home / "data");
    fs::create_directory_symlink(kRoot / "shaders", home / "shaders");
    fs::copy(kRoot / "meshes", home / "meshes", fs::copy_options::recursive);
    return home;
  }

  const TemporaryFolder folder_;
};

TEST_F(Cli, HelpAndVersionSucceed) {
  EXPECT_EQ(run("--help").code, 0);
  const Outcome version = run("--version");
  EXPECT_EQ(version.code, 0);
  EXPECT_THAT(version.text, HasSubstr("0."));
}

struct Misuse {
  const char* name;
  const char* arguments;
  const char* says;
};
class CliRefuses : public testing::TestWithParam<Misuse> {};

TEST_P(CliRefuses, WithExitCodeTwo) {
  const Outcome outcome = run(GetParam().arguments);
  EXPECT_EQ(outcome.code, 2) << outcome.text;
  EXPECT_THAT(outcome.text, HasSubstr(GetParam().says));
}

INSTANTIATE_TEST_SUITE_P(
    Arguments, CliRefuses,
    testing::Values(
        Misuse{"noVerb", "", "subcommand"}, Misuse{"unknownVerb", "dance", "dance"},
        Misuse{"missingScenario", "simulate no-such.json --out /tmp/x.csv", "no-such.json"},
        Misuse{"missingChecks", "validate no-such.json", "no-such.json"},
        Misuse{"unknownBenchmark", "bench --only lief_ms", "did you mean \"life_ms\""},
        Misuse{"unknownView", "render average --at-age 30 --view sideways --out /tmp/x.png",
               "sideways"},
        Misuse{"ageOutsideLife", "render average --at-age 300 --out /tmp/x.png", "300"}),
    [](const auto& row) { return row.param.name; });

struct BadScenario {
  const char* name;
  const char* text;
  const char* says;
};
class CliScenario : public Cli, public testing::WithParamInterface<BadScenario> {};

TEST_P(CliScenario, IsRefusedByFilePlaceAndRemedy) {
  const fs::path file = folder_.write("life.json", GetParam().text);
  const Outcome outcome =
      run("simulate '" + file.string() + "' --out '" + (folder_ / "o.csv").string() + "'");
  EXPECT_EQ(outcome.code, 2) << outcome.text;
  EXPECT_THAT(outcome.text, AllOf(HasSubstr("life.json:"), HasSubstr(GetParam().says)));
  EXPECT_FALSE(fs::exists(folder_ / "o.csv"));
}

INSTANTIATE_TEST_SUITE_P(
    Files, CliScenario,
    testing::Values(BadScenario{"truncated", "{\"id\": \"a\",\n", "JSON"},
                    BadScenario{"unknownKey",
                                R"({"id": "a", "title": "A", "description": "d", "lief": []})",
                                "lief"},
                    BadScenario{"age300",
                                R"({"id": "a", "title": "A", "description": "d", "life": [
                        {"exposure": "aerobic_exercise", "dose": 100, "from_age": 20, "to_age": 300}]})",
                                "300"},
                    BadScenario{"reversed",
                                R"({"id": "a", "title": "A", "description": "d", "life": [
                        {"exposure": "aerobic_exercise", "dose": 100, "from_age": 40, "to_age": 20}]})",
                                "age"},
                    BadScenario{"unknownExposure",
                                R"({"id": "a", "title": "A", "description": "d", "life": [
                        {"exposure": "aerobic_excercise", "dose": 100, "from_age": 20, "to_age": 30}]})",
                                "aerobic_exercise"},
                    BadScenario{"wrongUnit",
                                R"({"id": "a", "title": "A", "description": "d", "life": [
                        {"exposure": "sleep", "dose": 480, "from_age": 20, "to_age": 30}]})",
                                "480"}),
    [](const auto& row) { return row.param.name; });

TEST_F(Cli, FolderThatCannotBeWrittenIsRefusedBeforeWork) {
  const std::string average = (kRoot / "data/scenarios/average.json").string();
  for (const std::string& verb : {"simulate '" + average + "' --out /proc/none/life.csv",
                                  "render '" + average + "' --at-age 30 --out /proc/none/p.png"}) {
    const Outcome outcome = run(verb);
    EXPECT_EQ(outcome.code, 2) << outcome.text;
    EXPECT_THAT(outcome.text, HasSubstr("/proc/none"));
  }
}

TEST_F(Cli, MissingContentNamesTheRemedy) {
  const Outcome outcome = run("atlas check", "SYNAPTARIUM_HOME='" + folder_.path().string() + "'");
  EXPECT_NE(outcome.code, 0);
  EXPECT_THAT(outcome.text, HasSubstr("SYNAPTARIUM_HOME"));
}

TEST_F(Cli, ShippedMeshesAreSound) {
  EXPECT_EQ(run("atlas check").code, 0);
}

TEST_F(Cli, TruncatedMeshIsNamedAndNothingIsDrawn) {
  const fs::path home = homeWithOwnMeshes();
  fs::path victim;
  for (const auto& entry : fs::recursive_directory_iterator(home / "meshes")) {
    if (entry.path().extension() == ".glb") victim = entry.path();
  }
  ASSERT_FALSE(victim.empty());
  fs::resize_file(victim, fs::file_size(victim) / 2);
  const fs::path picture = folder_ / "p.png";
  const Outcome outcome = run("render average --at-age 30 --out '" + picture.string() + "'",
                              "SYNAPTARIUM_HOME='" + home.string() + "'");
  EXPECT_EQ(outcome.code, 2) << outcome.text;
  EXPECT_THAT(outcome.text, HasSubstr(victim.filename().string()));
  EXPECT_FALSE(fs::exists(picture));
}

TEST_F(Cli, BenchMeasuresEverythingItPromises) {
  const fs::path report = folder_ / "bench.json";
  const Outcome outcome = run("bench --json '" + report.string() + "'");
  ASSERT_EQ(outcome.code, 0) << outcome.text;
  std::ifstream in(report);
  const std::string json((std::istreambuf_iterator<char>(in)), {});
  for (const char* name : {"life_ms", "life_scalar_ms", "life_odeint_ms", "trajectory_ms",
                           "band200_ms", "cohort_lives_per_s", "load_ms", "first_frame_ms",
                           "frame_static_ms", "frame_animated_ms", "pick_ms"}) {
    EXPECT_THAT(json, HasSubstr(std::string("\"name\": \"").append(name).append("\"")));
    EXPECT_THAT(outcome.text, HasSubstr(name));
  }
  EXPECT_THAT(json, AllOf(HasSubstr("\"p95\""), HasSubstr("\"unit\""), HasSubstr("\"n\"")));
}

TEST_F(Cli, NoOpenGlIsSaidPlainly) {
  const fs::path picture = folder_ / "p.png";
  const Outcome outcome = run("render average --at-age 30 --out '" + picture.string() + "'",
                              "__EGL_VENDOR_LIBRARY_DIRS=/nowhere LIBGL_DRIVERS_PATH=/nowhere");
  EXPECT_EQ(outcome.code, 2) << outcome.text;
  EXPECT_THAT(outcome.text, HasSubstr("OpenGL"));
  EXPECT_FALSE(fs::exists(picture));
}

// --- tours ---------------------------------------------------------------------------------------

TEST_F(Cli, EveryShippedTourIsSound) {
  std::string names;
  for (const auto& file : fs::directory_iterator(kRoot / "data" / "tours")) {
    if (file.path().extension() == ".json") names += " " + file.path().stem().string();
  }
  EXPECT_EQ(run("tour check" + names).code, 0);
  EXPECT_THAT(run("tour list").text, HasSubstr("5_sleep"));
}

TEST_F(Cli, ABrokenTourIsRefusedByLineAndRemedyBesideSoundOnes) {
  const fs::path file = folder_.write(
      "mine.json", "{\"version\": 1, \"steps\": [\n{\"id\": \"a\", \"moment\": \"openning\"}]}");
  const Outcome outcome = run("tour check 5_sleep '" + file.string() + "'");
  EXPECT_EQ(outcome.code, 2) << outcome.text;
  EXPECT_THAT(outcome.text, AllOf(HasSubstr("5_sleep: sound"), HasSubstr("mine.json:2:")));
}

TEST_F(Cli, ATourBecomesSlidesAndAHandout) {
  const fs::path file = folder_.write("mine.json", R"({"version": 1, "title": "Mine", "steps": [
      {"id": "whole", "moment": "two_lives_at_80", "caption": "Two lives.", "notes": ["Wait."]},
      {"id": "inside", "changes": {"lives": ["average"], "panes": [{"baseline": "norm", "look": "memory"}]},
       "caption": "One of them.", "question": "Which?", "evidence": ["habit-lally2010"]}]})");
  const std::string tour = "'" + file.string() + "' --size 320x180 --samples 1 --out '";
  const Outcome slides = run("tour slides " + tour + (folder_ / "slides").string() + "'");
  EXPECT_EQ(slides.code, 0) << slides.text;
  EXPECT_TRUE(fs::exists(folder_ / "slides" / "01_whole.png"));
  EXPECT_TRUE(fs::exists(folder_ / "slides" / "02_inside.png"));
  const Outcome handout = run("tour handout " + tour + (folder_ / "mine.pdf").string() + "'");
  EXPECT_EQ(handout.code, 0) << handout.text;
  std::ifstream pdf(folder_ / "mine.pdf", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(pdf), {}};
  EXPECT_EQ(bytes.substr(0, 5), "%PDF-");
  EXPECT_GT(bytes.size(), 10'000U) << "the pictures are in it";
}

}  // namespace
