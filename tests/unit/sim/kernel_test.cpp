#include "sim/kernel.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include <boost/numeric/odeint.hpp>
#include <gtest/gtest.h>

#include "model_fixture.h"
#include "sim/engines.h"
#include "sim/person_batch.h"
#include "sim/model_impl.h"

namespace syn::sim {
namespace {

Scenario eventful() {
  Scenario scenario;
  scenario.life = eventfulLife();
  return scenario;
}

bool sameBits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

TEST(Kernels, EveryInstructionSetGivesTheSameBitsAsThePlainBaseline) {
  const KernelSet* sets = nullptr;
  const int count = availableKernels(&sets);
  const std::vector<double> plain = simulateLifeScalar(*shippedModel(), eventful());
  for (int i = 0; i < count; ++i) {
    EXPECT_TRUE(sameBits(plain, simulateLife(*shippedModel(), eventful(), sets[i].single)))
        << sets[i].name;
  }
}

TEST(Kernels, PeopleInABatchLiveAsTheyWouldAlone) {
  const Model::Impl& model = shippedModel()->impl();
  IssueList issues;
  PersonSpec spec;
  const LifePlan plan = planLife(model, spec, eventfulLife(), issues);
  ASSERT_TRUE(issues.empty());
  std::vector<Person> people;
  for (std::uint64_t id = 0; id < kLanes; ++id) {
    people.push_back(drawPerson(model, spec, 3, id, Kinship::unrelated, false));
  }
  const KernelSet* sets = nullptr;
  const int count = availableKernels(&sets);
  const auto ignore = [](int, const Snapshot&) {};
  for (int set = 0; set < count; ++set) {
    PersonBatch together(model, people, spec.options, plan, sets[set].batch, kLanes);
    together.liveUntil(4800, {}, false, ignore);
    for (int lane = 0; lane < kLanes; lane += 3) {
      const std::vector<Person> one{people[static_cast<std::size_t>(lane)]};
      PersonBatch alone(model, one, spec.options, plan, advanceScalar, 1);
      alone.liveUntil(4800, {}, false, ignore);
      for (int i = 0; i < model.layout.states; ++i) {
        ASSERT_EQ(together.moment(lane).at(i), alone.moment(0).at(i))
            << sets[set].name << " lane " << lane << " state " << i;
      }
    }
  }
}

TEST(Kernels, SleepDebtFollowsItsAnalyticSolution) {
  const Model::Impl& model = shippedModel()->impl();
  const Parameters& p = model.description.parameters;
  Scenario scenario;
  scenario.life = {span("sleep", 5, 1000, 5200)};
  IssueList issues;
  const LifePlan plan = planLife(model, scenario.person, scenario.life, issues);
  const std::vector<Person> people{drawPerson(model, {}, 0, 0, Kinship::unrelated, true)};
  PersonBatch lives(model, people, {}, plan, advanceScalar, 1);
  const double start = model.baselineSleepDebt;
  const double end = 7 * (p.sleepNeedHours - 5) * p.sleepDebtTauWeeks;
  for (const int weeks : {1, 2, 5, 20, 100}) {
    lives.liveUntil(1000 + weeks, {}, false, [](int, const Snapshot&) {});
    const double exact = end + (start - end) * std::exp(-weeks / p.sleepDebtTauWeeks);
    EXPECT_NEAR(lives.moment(0).at(model.layout.scalars + kSleepDebt), exact, 1e-9) << weeks;
  }
}

TEST(Kernels, AnUneventfulLifeStaysExactlyOnTheNorms) {
  const Model::Impl& model = shippedModel()->impl();
  const std::vector<double> state = simulateLifeScalar(*shippedModel(), Scenario{});
  const Layout& at = model.layout;
  for (int i = 0; i < at.structures; ++i) {
    for (const int array :
         {at.expansion, at.kept, at.spine, at.shrinkage, at.programming, at.lesion}) {
      EXPECT_EQ(state[static_cast<std::size_t>(array + i)], 0) << array << " " << i;
    }
    EXPECT_EQ(state[static_cast<std::size_t>(at.scaling + i)], 1);
  }
  for (int e = 0; e < at.edges; ++e) {
    EXPECT_EQ(state[static_cast<std::size_t>(at.strength + e)], 1);
    EXPECT_EQ(state[static_cast<std::size_t>(at.myelin + e)], 0);
  }
}

/// Largest difference of the shown quantities between two engines, relative to 1.
double largestDifference(const std::vector<double>& a, const std::vector<double>& b) {
  const Model::Impl& model = shippedModel()->impl();
  const Layout& at = model.layout;
  double largest = 0;
  const auto compare = [&](int first, int count, double unit) {
    for (int i = first; i < first + count; ++i) {
      const auto k = static_cast<std::size_t>(i);
      largest = std::max(largest, std::abs(a[k] - b[k]) / unit);
    }
  };
  compare(at.expansion, at.structuresPadded * 9, 1);
  compare(at.strength, at.edgesPadded * 3, 1);
  compare(at.oldPath, at.circuits * 7 + at.skills, 1);
  compare(at.scalars + kSleepDebt, 1, model.description.parameters.sleepDebtScaleHours);
  compare(at.scalars + kStress, kBirthDrive - kStress + 1, 1);
  compare(at.scalars + kMemoryHippocampus, kScalarStates - kMemoryHippocampus, 1);
  return largest;
}

class StepLength : public ::testing::TestWithParam<int> {};

TEST_P(StepLength, OneWeekAndOneDayDifferByLessThanHalfAPercent) {
  // Stop while the life's events are under way, when errors are largest.
  const Model::Impl& model = shippedModel()->impl();
  IssueList issues;
  const LifePlan plan = planLife(model, {}, eventfulLife(), issues);
  const std::vector<Person> people{drawPerson(model, {}, 0, 0, Kinship::unrelated, true)};
  PersonBatch weekly(model, people, {}, plan, advanceScalar, 1, 1);
  PersonBatch daily(model, people, {}, plan, advanceScalar, 1, 7);
  for (PersonBatch* lives : {&weekly, &daily}) {
    lives->liveUntil(GetParam(), {}, false, [](int, const Snapshot&) {});
  }
  EXPECT_LT(largestDifference(weekly.state(), daily.state()), 0.005);
}

INSTANTIATE_TEST_SUITE_P(Weeks, StepLength,
                         ::testing::Values(200, 650, 1304, 1330, 1380, 1510, 1590, 1803, 1815, 1895,
                                           1910, 2005, 2025, 2035, 2060, 2510, 2605, 2750, 3405,
                                           3420, 3450, 4100, 5200));

/// Adaptive Runge-Kutta-Dormand-Prince on the model's own right-hand side.
void solveAdaptively(const KernelContext& context, double* state, const double* inputs,
                     int fromWeek, int toWeek) {
  namespace odeint = boost::numeric::odeint;
  using State = std::vector<double>;
  State x(state, state + context.layout->states);
  const auto stepper = odeint::make_controlled<odeint::runge_kutta_dopri5<State>>(1e-9, 1e-8);
  for (int week = fromWeek; week < toWeek; ++week) {
    odeint::integrate_adaptive(
        stepper,
        [&](const State& s, State& d, double) {
          lifeDerivative(context, s.data(), inputs, week, d.data());
        },
        x, 0.0, 1.0, 0.2);
  }
  std::copy(x.begin(), x.end(), state);
}

TEST(Reference, DailyStepsConvergeToTheAdaptiveSolution) {
  const Model::Impl& model = shippedModel()->impl();
  // From four years of age on, when all of these can be lived.
  constexpr int kStart = 4 * 52;
  Schedule life = {practice("motor", 7, kStart + 20, kStart + 60),
                   span("chronic_stress", 0.9, kStart + 30, kStart + 60),
                   span("aerobic_exercise", 200, kStart + 10, kStart + 80),
                   illness("depression", 0.6, kStart + 40, kStart + 70)};
  IssueList issues;
  const LifePlan plan = planLife(model, {}, life, issues);
  ASSERT_TRUE(issues.empty());
  const std::vector<Person> people{drawPerson(model, {}, 0, 0, Kinship::unrelated, true)};
  for (const int week : {kStart + 25, kStart + 45, kStart + 65, kStart + 100}) {
    PersonBatch reference(model, people, {}, plan, solveAdaptively, 1);
    reference.liveUntil(week, {}, false, [](int, const Snapshot&) {});
    double last = 1;
    for (const int steps : {1, 7, 28}) {
      PersonBatch lives(model, people, {}, plan, advanceScalar, 1, steps);
      lives.liveUntil(week, {}, false, [](int, const Snapshot&) {});
      const double difference = largestDifference(lives.state(), reference.state());
      EXPECT_LT(difference, 0.02 / steps) << "week " << week << " steps " << steps;
      EXPECT_LE(difference, last);
      last = difference;
    }
  }
}

}  // namespace
}  // namespace syn::sim
