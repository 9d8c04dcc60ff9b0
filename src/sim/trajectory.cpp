#include "sim/trajectory.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/error.h"
#include "sim/lives.h"
#include "sim/readout.h"

namespace syn::sim {
namespace {

constexpr int kRecords = Trajectory::kLifeWeeks / Trajectory::kRecordWeeks + 1;
/// Lives kept to go on from after an edit, one every so many weeks.
constexpr int kCheckpointWeeks = 104;
static_assert(kCheckpointWeeks % Trajectory::kRecordWeeks == 0);

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

/// First week at which two entries begin to differ in what they do.
int firstDifference(const Entry& a, const Entry& b) {
  Entry end = b;
  end.toWeek = a.toWeek;
  const double week = a == end ? std::min(a.toWeek, b.toWeek) : std::min(a.fromWeek, b.fromWeek);
  return static_cast<int>(std::floor(week - 0.5));
}

/// First week at which two lives may differ.
int firstDifference(const Schedule& before, const Schedule& after) {
  int week = Trajectory::kLifeWeeks + 1;
  const std::size_t common = std::min(before.size(), after.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (before[i] != after[i]) week = std::min(week, firstDifference(before[i], after[i]));
  }
  for (const Schedule* longer : {&before, &after}) {
    for (std::size_t i = common; i < longer->size(); ++i) {
      week = std::min(week, static_cast<int>(std::floor((*longer)[i].fromWeek - 0.5)));
    }
  }
  return std::max(week, 0);
}

}  // namespace

struct Trajectory::Data {
  std::shared_ptr<const Model> model;
  Scenario scenario;
  LifePlan plan;
  std::vector<Person> people;
  std::vector<float> records;  ///< kRecords states
  std::vector<int> inputRow;   ///< by record: row of `inputs`
  std::vector<std::vector<double>> inputs;
  std::vector<Lives> checkpoints;  ///< at weeks 0, kCheckpointWeeks, ...
  std::vector<ResolvedMeasure> measures;
  mutable std::vector<double> scratch;

  void planLifeOf(const Schedule& life, LifePlan& out) const {
    IssueList issues;
    if (scenario.person.ageYears.mean != 0 || !scenario.person.history.empty()) {
      issues.add({"", 0, "/person/age", "age", "A whole life begins at birth: age 0, no history."});
    }
    out = sim::planLife(model->impl(), scenario.person, life, issues);
    issues.throwIfAny();
  }

  void record(const Lives& lives, int row) {
    const std::vector<double>& state = lives.state();
    float* to = records.data() + index(row) * state.size();
    for (std::size_t i = 0; i < state.size(); ++i) to[i] = static_cast<float>(state[i]);
    if (row > 0 && inputs[index(inputRow[index(row - 1)])] == lives.inputs()) {
      inputRow[index(row)] = inputRow[index(row - 1)];
    } else {
      inputRow[index(row)] = static_cast<int>(inputs.size());
      inputs.push_back(lives.inputs());
    }
  }

  /// Lives on from checkpoint `from` to the end, recording.
  void live(std::size_t from) {
    Lives lives = checkpoints[from];
    lives.setArm(plan);
    checkpoints.erase(checkpoints.begin() + static_cast<std::ptrdiff_t>(from), checkpoints.end());
    const int begin = lives.week();
    std::vector<int> stops;
    for (int week = begin; week < kLifeWeeks; week += kRecordWeeks) stops.push_back(week);
    if (from > 0) {
      inputs.resize(index(inputRow[index(lives.week() / kRecordWeeks - 1)]) + 1);
    } else {
      inputs.clear();
    }
    for (int week = begin; week < kLifeWeeks;) {
      checkpoints.push_back(lives);
      const int next = std::min(week + kCheckpointWeeks, kLifeWeeks);
      const std::size_t first = index((week - begin) / kRecordWeeks);
      const std::size_t count = index((next - week) / kRecordWeeks);
      lives.liveUntil(next, std::span(stops).subspan(first, count), next == kLifeWeeks,
                      [&](int, const Snapshot& m) { record(lives, m.week / kRecordWeeks); });
      week = next;
    }
  }

  [[nodiscard]] double read(const ResolvedMeasure& measure, int row, double share) const {
    const Model::Impl& impl = model->impl();
    const std::size_t states = index(impl.layout.states);
    const auto at = [&](int r, int week) {
      const float* from = records.data() + index(r) * states;
      scratch.assign(from, from + states);
      Snapshot m;
      m.state = scratch.data();
      m.inputs = inputs[index(inputRow[index(r)])].data();
      m.stride = 1;
      m.week = week;
      m.person = &people.front();
      m.neurogenesisAbsent = scenario.person.options.adultNeurogenesis == AdultNeurogenesis::absent;
      m.frozen = scenario.person.options.fixedBrain &&
                 week >= static_cast<int>(impl.description.parameters.fixedFromAge * kWeeksPerYear);
      return sim::read(impl, measure, m);
    };
    const double left = at(row, row * kRecordWeeks);
    if (share <= 0 || row + 1 >= kRecords) return left;
    const double right = at(row + 1, (row + 1) * kRecordWeeks);
    return left + (right - left) * share;
  }

  [[nodiscard]] double readAt(const ResolvedMeasure& measure, double ageYears) const {
    const double week = std::clamp(ageYears, 0.0, 100.0) * kWeeksPerYear;
    const double place = week / kRecordWeeks;
    const int row = std::min(static_cast<int>(place), kRecords - 1);
    return read(measure, row, place - row);
  }
};

Trajectory::Trajectory(std::shared_ptr<const Model> model, Scenario scenario)
    : data_(std::make_unique<Data>()) {
  Data& d = *data_;
  d.model = std::move(model);
  d.scenario = std::move(scenario);
  d.planLifeOf(d.scenario.life, d.plan);
  const Model::Impl& impl = d.model->impl();
  d.people.push_back(drawPerson(impl, d.scenario.person, 0, 0, Kinship::unrelated, true));
  d.records.resize(index(kRecords) * index(impl.layout.states));
  d.inputRow.resize(index(kRecords));
  d.checkpoints.emplace_back(impl, d.people, d.scenario.person.options, d.plan,
                             fastestKernels().single, 1);
  d.live(0);
}

Trajectory::~Trajectory() = default;
Trajectory::Trajectory(Trajectory&&) noexcept = default;
Trajectory& Trajectory::operator=(Trajectory&&) noexcept = default;

double Trajectory::value(const Measure& measure, double ageYears) const {
  const Resolution resolved = resolveMeasure(data_->model->impl(), measure);
  if (!resolved.refusal.empty()) throw Error(resolved.refusal);
  return data_->readAt(resolved.measure, ageYears);
}

int Trajectory::resolve(const Measure& measure) const {
  Resolution resolved = resolveMeasure(data_->model->impl(), measure);
  if (!resolved.refusal.empty()) throw Error(resolved.refusal);
  data_->measures.push_back(std::move(resolved.measure));
  return static_cast<int>(data_->measures.size()) - 1;
}

double Trajectory::value(int resolved, double ageYears) const {
  return data_->readAt(data_->measures.at(index(resolved)), ageYears);
}

void Trajectory::edit(Schedule life) {
  Data& d = *data_;
  LifePlan plan;
  d.planLifeOf(life, plan);
  const int changed = firstDifference(d.scenario.life, life);
  const std::size_t checkpoint =
      std::min(index(changed / kCheckpointWeeks), d.checkpoints.size() - 1);
  d.plan = std::move(plan);
  d.scenario.life = std::move(life);
  d.live(checkpoint);
}

const Scenario& Trajectory::scenario() const {
  return data_->scenario;
}
const Model& Trajectory::model() const {
  return *data_->model;
}

}  // namespace syn::sim
