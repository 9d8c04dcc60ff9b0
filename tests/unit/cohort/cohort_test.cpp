#include "cohort/cohort.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/error.h"
#include "base/files.h"
#include "cohort/hdf5_file.h"
#include "cohort/life_table.h"
#include "sim/model.h"
#include "sim/population.h"
#include "sim/scenario_reader.h"
#include "support/temporary_folder.h"

namespace syn::cohort {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

const fs::path kData = fs::path(SYN_SOURCE_DIR) / "data";

std::shared_ptr<const sim::Model> model() {
  static const auto loaded = sim::Model::load(kData);
  return loaded;
}

const sim::Trajectory& life() {
  static const sim::Trajectory lived(
      model(), sim::loadScenario(kData / "scenarios/walker_from_62.json", *model()));
  return lived;
}

class Cohort : public testing::Test {
 protected:
  CohortRequest request(const std::string& name) const {
    CohortRequest request;
    request.scenario = life().scenario();
    request.people = 23;
    request.seed = 7;
    request.everyWeeks = 520;
    request.blockPeople = 5;
    request.states = statesNamed(life(), {"bdnf", "volume.hippocampus"});
    request.out = folder_ / (name + ".h5");
    request.csv = folder_ / (name + ".csv");
    request.metadata = {{"scenario", "walker"}};
    request.fingerprint = "inputs";
    return request;
  }

  std::string bytesOf(const CohortRequest& asked) {
    const Ranks alone;
    EXPECT_EQ(runCohort(*model(), asked, alone), CohortEnd::finished);
    return readFile(asked.out, std::size_t{1} << 30);
  }

  const test::TemporaryFolder folder_;
};

TEST_F(Cohort, BytesDoNotDependOnThreadsOrBlocks) {
  const std::string reference = bytesOf(request("a"));
  CohortRequest threads = request("b");
  threads.threads = 2;
  EXPECT_TRUE(bytesOf(threads) == reference);
  CohortRequest blocks = request("c");
  blocks.blockPeople = 23;
  EXPECT_TRUE(bytesOf(blocks) == reference);
  EXPECT_EQ(readFile(folder_ / "a.csv", 1 << 20), readFile(folder_ / "c.csv", 1 << 20));
  CohortRequest others = request("d");
  others.seed = 8;
  EXPECT_FALSE(bytesOf(others) == reference);
}

TEST_F(Cohort, AnInterruptedRunIsContinuedToTheSameBytes) {
  const std::string reference = bytesOf(request("whole"));
  CohortRequest broken = request("broken");
  std::atomic<bool> stop{false};
  broken.stop = &stop;
  int blocks = 0;
  broken.progress = [&](double) { stop = ++blocks == 2; };
  const Ranks alone;
  EXPECT_EQ(runCohort(*model(), broken, alone), CohortEnd::interrupted);
  EXPECT_FALSE(fs::exists(broken.out));
  EXPECT_TRUE(fs::exists(broken.out.string() + ".parts/1.part"));
  EXPECT_FALSE(fs::exists(broken.out.string() + ".parts/2.part"));

  stop = false;
  broken.stop = nullptr;
  broken.progress = nullptr;
  EXPECT_TRUE(bytesOf(broken) == reference);
  EXPECT_FALSE(fs::exists(broken.out.string() + ".parts"));
}

TEST_F(Cohort, APartTornByAKillIsSimulatedAgain) {
  const std::string reference = bytesOf(request("whole"));
  CohortRequest broken = request("broken");
  std::atomic<bool> stop{false};
  broken.stop = &stop;
  broken.progress = [&](double) { stop = true; };
  const Ranks alone;
  EXPECT_EQ(runCohort(*model(), broken, alone), CohortEnd::interrupted);
  const fs::path part = broken.out.string() + ".parts/0.part";
  fs::resize_file(part, fs::file_size(part) / 2);
  broken.stop = nullptr;
  EXPECT_TRUE(bytesOf(broken) == reference);
}

TEST_F(Cohort, PartsOfAnotherCohortAreNotContinued) {
  CohortRequest first = request("x");
  std::atomic<bool> stop{true};
  first.stop = &stop;
  const Ranks alone;
  EXPECT_EQ(runCohort(*model(), first, alone), CohortEnd::interrupted);
  CohortRequest second = request("x");
  second.fingerprint = "other inputs";
  EXPECT_THROW((void)runCohort(*model(), second, alone), RefusedError);
}

TEST_F(Cohort, CsvHoldsMeansAndPercentilesOfTheSamePeople) {
  const CohortRequest asked = request("a");
  (void)bytesOf(asked);
  sim::RunRequest run;
  run.person = asked.scenario.person;
  run.arm = asked.scenario.life;
  run.people = asked.people;
  run.seed = asked.seed;
  run.readings = {{asked.states[0].measure, 520}};
  double mean = 0;
  for (const double v : sim::runPopulation(*model(), run)) mean += v / asked.people;
  std::istringstream csv(readFile(asked.csv, 1 << 20));
  std::string line;
  std::getline(csv, line);
  EXPECT_EQ(line, "state,unit,age_years,mean,sd,p5,p25,p50,p75,p95");
  std::getline(csv, line);  // birth
  std::getline(csv, line);
  EXPECT_THAT(line, StartsWith("bdnf,relative,10,"));
  EXPECT_NEAR(std::stod(line.substr(std::string("bdnf,relative,10,").size())), mean, 1e-12);
}

TEST(Percentile, InterpolatesBetweenOrderStatistics) {
  const std::vector<double> four{1, 2, 3, 10};
  EXPECT_DOUBLE_EQ(percentile(four, 0), 1);
  EXPECT_DOUBLE_EQ(percentile(four, 50), 2.5);
  EXPECT_DOUBLE_EQ(percentile(four, 75), 4.75);
  EXPECT_DOUBLE_EQ(percentile(four, 100), 10);
  EXPECT_DOUBLE_EQ(percentile({3}, 95), 3);
}

TEST_F(Cohort, LifeTableHasEveryStateWithItsUnit) {
  const auto states = allStates(life());
  EXPECT_GT(states.size(), 200u);
  const fs::path csv = folder_ / "life.csv";
  writeLife(life(), states, 260, {}, csv);
  std::istringstream in(readFile(csv, std::size_t{1} << 26));
  std::string header, row;
  std::getline(in, header);
  EXPECT_THAT(header, StartsWith("age_years,bdnf [relative],"));
  EXPECT_THAT(header, HasSubstr("new_neurons_per_day [neurons/day]"));
  EXPECT_THAT(header, HasSubstr("volume.hippocampus.left [relative]"));
  int rows = 0;
  while (std::getline(in, row)) {
    ++rows;
    EXPECT_EQ(std::count(row.begin(), row.end(), ','),
              std::count(header.begin(), header.end(), ','));
    EXPECT_EQ(row.find("nan"), std::string::npos);
  }
  EXPECT_EQ(rows, 21);
  writeLife(life(), states, 260, {{"program", "x"}}, folder_ / "life.h5");
  EXPECT_THAT(readFile(folder_ / "life.h5", std::size_t{1} << 28), StartsWith("\x89HDF"));
}

TEST_F(Cohort, RefusesPlacesItCannotWriteBeforeWork) {
  const Ranks alone;
  for (const char* place : {"/proc/none/a.h5", "a.txt"}) {
    CohortRequest asked = request("a");
    asked.out = place;
    asked.progress = [](double) { FAIL() << "work was begun"; };
    EXPECT_THROW((void)runCohort(*model(), asked, alone), RefusedError) << place;
  }
  EXPECT_THROW(writeLife(life(), {}, 52, {}, folder_ / "x.png"), RefusedError);
  EXPECT_THROW((void)statesNamed(life(), {"bndf"}), RefusedError);
}

// A limit on the size of files fails writes the way a full disk does.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

TEST_F(Cohort, AFullDiskLeavesNothingTornAndTheRunCanBeContinued) {
  const std::string reference = bytesOf(request("whole"));
  const CohortRequest asked = request("full");
  {
    const FullDisk full(512);
    const Ranks alone;
    EXPECT_THROW((void)runCohort(*model(), asked, alone), Error);
  }
  EXPECT_FALSE(fs::exists(asked.out));
  EXPECT_TRUE(bytesOf(asked) == reference);
}

TEST_F(Cohort, AFullDiskLeavesNoLifeTable) {
  {
    const FullDisk full(4096);
    for (const char* name : {"life.csv", "life.h5"}) {
      EXPECT_THROW(writeLife(life(), mainStates(life()), 52, {}, folder_ / name), Error) << name;
    }
  }
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

TEST_F(Cohort, AFileNeverCommittedLeavesNothing) {
  {
    Hdf5File out(folder_ / "torn.h5");
    out.attribute("program", "x");
  }
  EXPECT_TRUE(fs::is_empty(folder_.path()));
}

}  // namespace
}  // namespace syn::cohort
