#include "sim/population.h"

#include <algorithm>
#include <utility>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include "sim/person_batch.h"
#include "sim/readout.h"

namespace syn::sim {
namespace {

/// Readings of one arm with their places in the state.
struct PlannedArm {
  LifePlan plan;
  std::vector<std::pair<int, ResolvedMeasure>> readings;  ///< week from week 0
  int lastWeek = 0;
};

PlannedArm planArm(const Model::Impl& model, const RunRequest& common, const ArmRequest& arm,
                   IssueList& issues) {
  PlannedArm planned;
  planned.plan = planLife(model, common.person, arm.schedule, issues);
  for (const Reading& reading : arm.readings) {
    Resolution resolved = resolveMeasure(model, reading.measure);
    if (!resolved.refusal.empty()) {
      issues.add({"", 0, "/measure", "unknown-measure", resolved.refusal});
    }
    planned.lastWeek = std::max(planned.lastWeek, reading.week);
    planned.readings.emplace_back(reading.week, std::move(resolved.measure));
  }
  return planned;
}

/// PersonBatch people [first, first + count) and writes their rows of each arm's values.
void livePart(const Model::Impl& model, const RunRequest& common,
              const std::vector<PlannedArm>& arms, int first, int count,
              std::vector<std::vector<double>>& values) {
  std::vector<Person> people;
  people.reserve(index(count));
  int earliest = kTableWeeks;
  for (int i = 0; i < count; ++i) {
    people.push_back(drawPerson(model, common.person, common.seed,
                                common.firstPerson + static_cast<std::uint64_t>(first + i),
                                common.kinship, common.average));
    earliest = std::min(earliest, people.back().ageWeeks);
  }
  // Readings may lie before week 0; the past that all arms share ends at the first of them.
  int shared = earliest;
  for (const PlannedArm& arm : arms) {
    for (const auto& [week, measure] : arm.readings) shared = std::min(shared, earliest + week);
  }
  shared = std::max(shared, 0);
  LifePlan past = arms.front().plan;
  past.arm.clear();
  past.lesions = false;
  for (const PlannedEntry& entry : past.history.all()) past.lesions = past.lesions || entry.stroke;
  const KernelSet& kernels = fastestKernels();
  const bool single = count == 1;
  PersonBatch batch(model, people, common.person.options, past,
                    single ? kernels.single : kernels.batch, single ? 1 : kLanes);
  batch.liveUntil(shared, {}, false, [](int, const Snapshot&) {});

  for (std::size_t a = 0; a < arms.size(); ++a) {
    const PlannedArm& arm = arms[a];
    if (arm.readings.empty()) continue;
    std::vector<int> stops;
    int last = 0;
    for (const Person& person : people) {
      for (const auto& [week, measure] : arm.readings) {
        const int at = std::clamp(person.ageWeeks + week, 0, kTableWeeks - 1);
        stops.push_back(at);
        last = std::max(last, at);
      }
    }
    std::sort(stops.begin(), stops.end());
    stops.erase(std::unique(stops.begin(), stops.end()), stops.end());
    std::vector<std::vector<int>> order;  // readings by week from week 0 are looked up often
    const int span = arm.lastWeek + 1;
    order.resize(index(std::max(span, 1)));
    for (std::size_t r = 0; r < arm.readings.size(); ++r) {
      if (arm.readings[r].first >= 0)
        order[index(arm.readings[r].first)].push_back(static_cast<int>(r));
    }
    const std::size_t width = arm.readings.size();
    PersonBatch branch = batch;
    branch.setArm(arm.plan);
    branch.liveUntil(last, stops, true, [&](int lane, const Snapshot& moment) {
      if (lane >= count) return;
      const int week = moment.week - people[index(lane)].ageWeeks;
      double* row = values[a].data() + static_cast<std::size_t>(first + lane) * width;
      if (week >= 0) {
        if (week >= span) return;
        for (const int r : order[index(week)]) {
          row[r] = read(model, arm.readings[index(r)].second, moment);
        }
        return;
      }
      for (std::size_t r = 0; r < width; ++r) {
        if (arm.readings[r].first == week) row[r] = read(model, arm.readings[r].second, moment);
      }
    });
  }
}

}  // namespace

IssueList validateLife(const Model& model, const PersonSpec& person, const Schedule& arm) {
  IssueList issues;
  static_cast<void>(planLife(model.impl(), person, arm, issues));
  return issues;
}

std::vector<std::vector<double>> runArms(const Model& model, const RunRequest& common,
                                         const std::vector<ArmRequest>& arms) {
  IssueList issues;
  std::vector<PlannedArm> planned;
  planned.reserve(arms.size());
  for (const ArmRequest& arm : arms) planned.push_back(planArm(model.impl(), common, arm, issues));
  if (common.people < 1) {
    issues.add({"", 0, "/people", "out-of-range", "A run needs at least one person."});
  }
  issues.throwIfAny();
  std::vector<std::vector<double>> values;
  values.reserve(arms.size());
  for (const ArmRequest& arm : arms) {
    values.emplace_back(static_cast<std::size_t>(common.people) * arm.readings.size());
  }
  if (arms.empty()) return values;

  const int parts = (common.people + kLanes - 1) / kLanes;
  const auto livePartOf = [&](int part) {
    const int first = part * kLanes;
    livePart(model.impl(), common, planned, first, std::min(kLanes, common.people - first), values);
  };
  if (common.threads <= 1 || parts == 1) {
    for (int part = 0; part < parts; ++part) livePartOf(part);
  } else {
    const oneapi::tbb::global_control allowed(oneapi::tbb::global_control::max_allowed_parallelism,
                                              static_cast<std::size_t>(common.threads));
    oneapi::tbb::task_arena arena(common.threads);
    arena.execute([&] { oneapi::tbb::parallel_for(0, parts, livePartOf); });
  }
  return values;
}

std::vector<double> runPopulation(const Model& model, const RunRequest& request) {
  return runArms(model, request, {{request.arm, request.readings}}).front();
}

}  // namespace syn::sim
