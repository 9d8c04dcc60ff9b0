#include "sim/trajectory.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/error.h"
#include "sim/person_batch.h"
#include "sim/readout.h"

namespace syn::sim {
namespace {

/// PersonBatch kept to go on from after an edit, one every so many weeks.
constexpr int kCheckpointWeeks = 104;
static_assert(kCheckpointWeeks % Trajectory::kRecordWeeks == 0);

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
  std::vector<int> weeks;      ///< of the records, rising
  std::vector<int> rowOfWeek;  ///< by week of life: the last record until then
  std::vector<float> records;  ///< the states of each record
  std::vector<int> inputRow;   ///< by record: row of `inputs`
  std::vector<std::vector<double>> inputs;
  std::vector<PersonBatch> checkpoints;  ///< at weeks 0, kCheckpointWeeks, ...
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

  void record(const PersonBatch& batch) {
    for (const double value : batch.state()) records.push_back(static_cast<float>(value));
    weeks.push_back(batch.week());
    if (inputs.empty() || inputs.back() != batch.inputs()) inputs.push_back(batch.inputs());
    inputRow.push_back(static_cast<int>(inputs.size()) - 1);
  }

  /// Forgets the records from a week on.
  void forgetFrom(int week) {
    const auto first = std::lower_bound(weeks.begin(), weeks.end(), week);
    const auto kept = static_cast<std::size_t>(first - weeks.begin());
    weeks.resize(kept);
    records.resize(kept * index(model->impl().layout.states));
    inputRow.resize(kept);
    inputs.resize(kept == 0 ? 0 : index(inputRow.back()) + 1);
  }

  /// Weeks to record from `begin` on: every kRecordWeeks, and those around what is sudden, so that
  /// interpolation does not smear a stroke or a lost night over a month.
  [[nodiscard]] std::vector<int> weeksToRecord(int begin) const {
    std::vector<int> stops;
    const auto add = [&](int week) {
      if (week >= begin && week < kLifeWeeks) stops.push_back(week);
    };
    for (int week = begin; week < kLifeWeeks; week += kRecordWeeks) add(week);
    for (const PlannedEntry& entry : plan.arm.all()) {
      if (!entry.stroke && !entry.acute) continue;
      for (const int week : {entry.from - 1, entry.from, entry.from + 1}) add(week);
    }
    std::sort(stops.begin(), stops.end());
    stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
    return stops;
  }

  /// Lives on from checkpoint `from` to the end, recording.
  void live(std::size_t from) {
    PersonBatch batch = checkpoints[from];
    batch.setArm(plan);
    checkpoints.erase(checkpoints.begin() + static_cast<std::ptrdiff_t>(from), checkpoints.end());
    const int begin = batch.week();
    forgetFrom(begin);
    const std::vector<int> stops = weeksToRecord(begin);
    auto first = stops.begin();
    for (int week = begin; week < kLifeWeeks;) {
      checkpoints.push_back(batch);
      week = std::min(week + kCheckpointWeeks, kLifeWeeks);
      const auto last = std::lower_bound(first, stops.end(), week);
      batch.liveUntil(week, std::span(first, last), week == kLifeWeeks,
                      [&](int, const Snapshot&) { record(batch); });
      first = last;
    }
    rowOfWeek.resize(index(kLifeWeeks) + 1);
    int row = 0;
    for (int week = 0; week <= kLifeWeeks; ++week) {
      while (index(row) + 1 < weeks.size() && weeks[index(row) + 1] <= week) ++row;
      rowOfWeek[index(week)] = row;
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
    const double left = at(row, weeks[index(row)]);
    if (share <= 0 || index(row) + 1 >= weeks.size()) return left;
    const double right = at(row + 1, weeks[index(row) + 1]);
    return left + (right - left) * share;
  }

  [[nodiscard]] double readAt(const ResolvedMeasure& measure, double ageYears) const {
    const double week = std::clamp(ageYears, 0.0, 100.0) * kWeeksPerYear;
    const int row = rowOfWeek[index(static_cast<int>(week))];
    if (index(row) + 1 >= weeks.size()) return read(measure, row, 0);
    const int from = weeks[index(row)];
    return read(measure, row, (week - from) / (weeks[index(row) + 1] - from));
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
