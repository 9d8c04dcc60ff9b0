// The verbs of the simulation, through the real program: exit codes, reports, interruption.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.h"
#include "support/program.h"
#include "support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using syn::test::Outcome;
using syn::test::runShell;
using syn::test::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

Outcome run(const std::string& arguments) {
  return runShell("'" SYN_CLI "' " + arguments);
}

class SimVerbs : public testing::Test {
 protected:
  void SetUp() override { ::setenv("SYNAPTARIUM_HOME", SYN_SOURCE_DIR, 1); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string write(const std::string& name, const std::string& text) const {
    return "'" + folder_.write(name, text).string() + "'";
  }
  std::string read(const std::string& name) const {
    return syn::readFile(folder_ / name, std::size_t{1} << 30);
  }

  // One check of a quantity at 30, to lie in a range.
  static std::string check(const std::string& id, const std::string& quantity,
                           const std::string& low, const std::string& high) {
    return R"({"id": ")" + id + R"(", "group": "g", "people": 5, "person": {"age": 30},
      "arms": {"life": []}, "measure": {"quantity": ")" +
           quantity + R"("},
      "statistic": {"kind": "value", "arm": "life", "to_week": 4},
      "expect": {"value": null, "low": )" +
           low + R"(, "high": )" + high + "}}";
  }
  static std::string checks(const std::string& list) { return "{\"checks\": [" + list + "]}"; }

  const TemporaryFolder folder_;
};

TEST_F(SimVerbs, ValidateSucceedsOnlyWhenAllPass) {
  const std::string good = write("good.json", checks(check("yes", "bdnf", "0", "10")));
  const std::string bad = write("bad.json", checks(check("no", "bdnf", "50", "60")));
  const Outcome passes = run("validate " + good);
  EXPECT_EQ(passes.code, 0) << passes.text;
  EXPECT_THAT(passes.text, HasSubstr("1 of 1 checks passed"));
  const Outcome fails = run("validate " + good + " " + bad);
  EXPECT_EQ(fails.code, 1) << fails.text;
  EXPECT_THAT(fails.text, AllOf(HasSubstr("FAIL"), HasSubstr("1 of 2 checks passed")));
}

TEST_F(SimVerbs, ValidateReportsWhatItDoesNotKnowAndGoesOn) {
  const std::string file = write("mixed.json", checks(check("odd", "mood", "0", "1") + "," +
                                                      check("fine", "bdnf", "0", "10")));
  const Outcome outcome = run("validate " + file + " --json '" + path("report.json") +
                              "' --markdown '" + path("score.md") + "'");
  EXPECT_EQ(outcome.code, 1) << outcome.text;
  const auto report = nlohmann::json::parse(read("report.json"));
  EXPECT_EQ(report.at("passed"), 1);
  EXPECT_EQ(report.at("total"), 2);
  EXPECT_THAT(report["checks"][0]["error"].get<std::string>(), HasSubstr("mood"));
  EXPECT_FALSE(report["checks"][0]["pass"].get<bool>());
  EXPECT_TRUE(report["checks"][1]["pass"].get<bool>());
  EXPECT_GE(report["checks"][1]["seconds"].get<double>(), 0);
  EXPECT_THAT(read("score.md"), HasSubstr("| g | 1 | 2 |"));
}

TEST_F(SimVerbs, ValidateDrawsOtherPeopleWhenAskedAndReportsMargins) {
  const std::string file = write("good.json", checks(check("yes", "bdnf", "0", "10")));
  const Outcome outcome = run("validate " + file + " --seeds 3 --json '" + path("r.json") + "'");
  EXPECT_EQ(outcome.code, 0) << outcome.text;
  EXPECT_THAT(outcome.text, AllOf(HasSubstr("margin"), HasSubstr("holds on 3 of 3 seeds"),
                                  HasSubstr("0 hang on the seed")));
  const auto row = nlohmann::json::parse(read("r.json"))["checks"][0];
  EXPECT_EQ(row["seeds"], 3);
  EXPECT_EQ(row["held"], 3);
  EXPECT_NEAR(row["margin"].get<double>(), row["simulated"].get<double>() / 10, 1e-9);
}

TEST_F(SimVerbs, ValidateRefusesMalformedFilesWithEveryIssue) {
  const std::string first = write("first.json", "{\"checks\": [\n{\"id\": 3}]}");
  const std::string second = write("second.json", "{\"checks\": [\n");
  const Outcome outcome =
      run("validate " + first + " " + second + " --json '" + path("r.json") + "'");
  EXPECT_EQ(outcome.code, 2) << outcome.text;
  EXPECT_THAT(outcome.text,
              AllOf(HasSubstr("first.json:2: /checks/0/id"), HasSubstr("second.json")));
  EXPECT_FALSE(fs::exists(path("r.json")));
}

TEST_F(SimVerbs, UnwritablePlacesAreRefusedBeforeWork) {
  const std::string good = write("good.json", checks(check("yes", "bdnf", "0", "10")));
  for (const std::string& arguments : {"validate " + good + " --json /proc/none/r.json",
                                       std::string("simulate average --out /proc/none/a.csv"),
                                       std::string("simulate average --out a.png"),
                                       std::string("cohort average --out /proc/none/a.h5"),
                                       "sensitivity " + good + " --json /proc/none/r.json"}) {
    const Outcome outcome = run(arguments);
    EXPECT_EQ(outcome.code, 2) << arguments << "\n" << outcome.text;
    EXPECT_THAT(outcome.text, Not(HasSubstr("passed"))) << arguments;
  }
}

TEST_F(SimVerbs, SimulateWritesStatesWithUnits) {
  const Outcome outcome =
      run("simulate '04_new_path_beside_old#calm' --every 520 --states "
          "bdnf,habit_strength.habit.old --out '" +
          path("life.csv") + "'");
  EXPECT_EQ(outcome.code, 0) << outcome.text;
  EXPECT_THAT(
      read("life.csv"),
      testing::StartsWith("age_years,bdnf [relative],habit_strength.habit.old [relative]\n0,"));
  const Outcome unknown = run("simulate average --states bndf --out '" + path("x.csv") + "'");
  EXPECT_EQ(unknown.code, 2);
  EXPECT_THAT(unknown.text, HasSubstr("did you mean \"bdnf\"?"));
}

// Starts a cohort and returns its process.
pid_t startCohort(const std::string& out) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::freopen("/dev/null", "w", stderr);
    ::execl(SYN_CLI, SYN_CLI, "cohort", "average", "--people", "400", "--checkpoint", "8",
            "--every", "520", "--states", "bdnf", "--threads", "1", "--out", out.c_str(),
            static_cast<char*>(nullptr));
    ::_exit(127);
  }
  return child;
}

void waitForParts(const std::string& out) {
  while (!fs::exists(out + ".parts/2.part"))
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

TEST_F(SimVerbs, AnInterruptedCohortSaysSoAndIsContinued) {
  for (const int signal : {SIGINT, SIGKILL}) {
    const std::string out = path(signal == SIGINT ? "interrupted.h5" : "killed.h5");
    const pid_t child = startCohort(out);
    waitForParts(out);
    ::kill(child, signal);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (signal == SIGINT) {
      EXPECT_EQ(WEXITSTATUS(status), 1);
    }
    EXPECT_FALSE(fs::exists(out)) << "too fast to be interrupted: ask for more people";
    const pid_t again = startCohort(out);
    ::waitpid(again, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_TRUE(fs::exists(out));
    EXPECT_FALSE(fs::exists(out + ".parts"));
  }
  EXPECT_TRUE(read("interrupted.h5") == read("killed.h5"));
}

}  // namespace
