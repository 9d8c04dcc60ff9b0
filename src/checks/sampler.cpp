#include "checks/sampler.h"

#include "base/logic_error.h"

namespace syn::checks {

void Sampler::simulate(const Population& population, int threads) {
  std::vector<sim::RunRequest> requests;
  for (const Run& run : runs_) {
    sim::RunRequest& request = requests.emplace_back();
    request.person = run.arm->person;
    request.arm = run.arm->schedule;
    request.readings = run.readings;
    request.people = run.kinship == sim::Kinship::unrelated ? people_ : 2 * people_;
    request.seed = check_.seed;
    request.kinship = run.kinship;
    request.threads = threads;
  }
  std::vector<std::vector<double>> values = population(requests);
  for (std::size_t i = 0; i < runs_.size(); ++i) runs_[i].values = std::move(values[i]);
  planning_ = false;
}

Values Sampler::state(const std::string& armName, const sim::Measure& measure, int week,
                      sim::Kinship kinship) {
  Run& run = runOf(armName, kinship);
  const std::size_t column = columnOf(run, measure, week);
  if (planning_) return {};
  const std::size_t stride = run.readings.size();
  std::vector<double> out(run.values.size() / stride);
  for (std::size_t p = 0; p < out.size(); ++p) out[p] = run.values[p * stride + column];
  return out;
}

Sampler::Run& Sampler::runOf(const std::string& armName, sim::Kinship kinship) {
  const CheckArm* arm = &check_.arm(armName);
  for (Run& run : runs_) {
    if (run.arm == arm && run.kinship == kinship) return run;
  }
  runs_.push_back({arm, kinship, {}, {}});
  return runs_.back();
}

std::size_t Sampler::columnOf(Run& run, const sim::Measure& measure, int week) {
  // Curves ask for week after week: the wanted column is most often just after the last one.
  for (std::size_t tried = 0; tried < run.readings.size(); ++tried) {
    const std::size_t column = (next_ + tried) % run.readings.size();
    const sim::Reading& reading = run.readings[column];
    if (reading.week == week && reading.measure == measure) {
      next_ = column + 1;
      return column;
    }
    if (planning_ && tried >= 64 && run.readings.size() > 256) break;
  }
  if (!planning_) throw LogicError("a reading was not planned");
  run.readings.push_back({measure, week});
  next_ = run.readings.size();
  return run.readings.size() - 1;
}

}  // namespace syn::checks
