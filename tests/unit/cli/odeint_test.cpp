// What the benchmark calls "the same accuracy": errors of the weekly step and of its peers against
// a tight solution of the same equations, over whole lives. Prints what it measures.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/odeint_engine.h"
#include "sim/person_batch.h"
#include "sim/model_impl.h"
#include "sim/scenario_reader.h"
#include "sim/trajectory.h"

namespace syn::cli {
namespace {

using sim::AdvanceFunction;
using sim::KernelContext;
using States = std::vector<double>;

constexpr double kFloor = 1e-3;  // states are shares and relative changes, or numbers of cells

const sim::Model& model() {
  static const std::shared_ptr<const sim::Model> shipped = sim::Model::load(SYN_SOURCE_DIR "/data");
  return *shipped;
}

long evaluations = 0;

template <int kTenths>
void solve(const KernelContext& context, double* state, const double* inputs, int fromWeek,
           int toWeek) {
  const double tolerance = std::pow(10.0, -kTenths / 10.0);
  evaluations += solveWithOdeint(context, state, inputs, fromWeek, toWeek, tolerance);
}

/// All states of the average person at every birthday up to 100. Every engine is called for the
/// same stretches of weeks with the same inputs.
std::vector<States> birthdays(const sim::Scenario& scenario, AdvanceFunction engine) {
  const sim::Model::Impl& impl = model().impl();
  IssueList issues;
  const sim::LifePlan plan = planLife(impl, scenario.person, scenario.life, issues);
  issues.throwIfAny();
  const std::vector<sim::Person> people{
      drawPerson(impl, scenario.person, 0, 0, sim::Kinship::unrelated, true)};
  sim::PersonBatch lives(impl, people, scenario.person.options, plan, engine, 1);
  std::vector<States> list;
  for (int week = sim::kWeeksPerYear; week <= sim::Trajectory::kLifeWeeks;
       week += sim::kWeeksPerYear) {
    lives.liveUntil(week, {}, false, [](int, const sim::Snapshot&) {});
    list.push_back(lives.state());
  }
  return list;
}

struct Error {
  double largest = 0;
  double rms = 0;
};

/// Over all birthdays and all states that are ever anything but zero.
Error error(const std::vector<States>& lived, const std::vector<States>& reference) {
  Error result;
  double squares = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < reference[0].size(); ++i) {
    double scale = 0;
    for (const States& year : reference) scale = std::max(scale, std::abs(year[i]));
    if (scale == 0) continue;
    scale = std::max(scale, kFloor);
    for (std::size_t year = 0; year < reference.size(); ++year) {
      const double e = std::abs(lived[year][i] - reference[year][i]) / scale;
      result.largest = std::max(result.largest, e);
      squares += e * e;
      ++count;
    }
  }
  result.rms = std::sqrt(squares / static_cast<double>(count));
  return result;
}

std::vector<std::string> shippedLives() {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(SYN_SOURCE_DIR "/data/scenarios")) {
    if (file.path().extension() == ".json") names.push_back(file.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Odeint : public ::testing::TestWithParam<std::string> {
 protected:
  sim::Scenario scenario_ = sim::loadScenario(
      std::filesystem::path(SYN_SOURCE_DIR "/data/scenarios") / (GetParam() + ".json"), model());
  std::vector<States> reference_ = birthdays(scenario_, solve<100>);
};

TEST_P(Odeint, ThePeerIsAtLeastAsAccurateAsTheWeeklyStep) {
  const auto report = [](const char* engine, const Error& e) {
    std::printf("%-28s largest %.1e  RMS %.1e\n", engine, e.largest, e.rms);
  };
  const Error step = error(birthdays(scenario_, sim::fastestKernels().single), reference_);
  const Error peer = error(birthdays(scenario_, advanceWithOdeint), reference_);
  report("weekly step", step);
  report("odeint, error control", peer);
  EXPECT_LE(peer.largest, step.largest);
  EXPECT_LE(peer.rms, step.rms);
  EXPECT_LT(step.largest, 0.03);
}

INSTANTIATE_TEST_SUITE_P(Lives, Odeint, ::testing::ValuesIn(shippedLives()),
                         [](const auto& row) { return row.param; });

class OdeintOnce : public Odeint {};

TEST_P(OdeintOnce, ATighterReferenceWouldJudgeTheSame) {
  EXPECT_LT(error(birthdays(scenario_, solve<110>), reference_).largest, 1e-6);
}

TEST_P(OdeintOnce, ALooserToleranceSavesNothing) {
  const auto cost = [this](AdvanceFunction engine) {
    evaluations = 0;
    birthdays(scenario_, engine);
    return evaluations;
  };
  const long peer = cost(solve<20>), looser = cost(solve<10>), tighter = cost(solve<60>);
  std::printf("evaluations: %ld at 1e-2, %ld at 1e-1, %ld at 1e-6\n", peer, looser, tighter);
  EXPECT_LT(static_cast<double>(peer), 1.01 * static_cast<double>(looser));
  EXPECT_GT(tighter, peer);
}

INSTANTIATE_TEST_SUITE_P(Lives, OdeintOnce, ::testing::Values("many_turns"),
                         [](const auto& row) { return row.param; });

}  // namespace
}  // namespace syn::cli
