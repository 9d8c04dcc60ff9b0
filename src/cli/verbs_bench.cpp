#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <optional>
#include <thread>

#include <benchmark/benchmark.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "atlas/anatomy.h"
#include "base/did_you_mean.h"
#include "base/files.h"
#include "base/resources.h"
#include "cli/odeint_engine.h"
#include "cli/verbs.h"
#include "render/bench.h"
#include "sim/engines.h"
#include "sim/kernel.h"
#include "sim/model.h"
#include "sim/population.h"
#include "sim/scenario_reader.h"
#include "sim/trajectory.h"

namespace syn::cli {
namespace {

struct Result {
  std::string name;
  std::string unit;
  std::vector<double> samples;
};

/// Keeps the real time of each repetition, in milliseconds.
class Collector : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type == Run::RT_Iteration) samples.push_back(run.GetAdjustedRealTime());
    }
  }
  std::vector<double> samples;
};

/// Milliseconds of `work`, measured `repetitions` times after one warm-up.
Result measure(const std::string& name, int repetitions, const std::function<void()>& work) {
  work();
  benchmark::ClearRegisteredBenchmarks();
  benchmark::RegisterBenchmark(name.c_str(),
                               [&work](benchmark::State& state) {
                                 for ([[maybe_unused]] auto _ : state) work();
                               })
      ->Iterations(1)
      ->Repetitions(repetitions)
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();
  Collector collector;
  benchmark::RunSpecifiedBenchmarks(&collector, "all");
  return {name, "ms", std::move(collector.samples)};
}

double quantile(std::vector<double> sorted, double q) {
  if (sorted.empty()) return std::nan("");
  std::sort(sorted.begin(), sorted.end());
  const double at = q * static_cast<double>(sorted.size() - 1);
  const auto low = static_cast<std::size_t>(at);
  const std::size_t high = std::min(low + 1, sorted.size() - 1);
  return sorted[low] + (at - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

/// What several benchmarks share, made when first needed.
class Bench {
 public:
  explicit Bench(Resources resources) : resources_(std::move(resources)) {}

  std::shared_ptr<const sim::Model> model() {
    if (!model_) model_ = sim::Model::load(resources_.data);
    return model_;
  }
  std::shared_ptr<const atlas::Anatomy> anatomy() {
    if (!anatomy_) {
      anatomy_ = std::make_shared<atlas::Anatomy>(
          atlas::loadAnatomy(resources_.meshes, Catalogue::load(resources_.data)));
    }
    return anatomy_;
  }
  const scene::Looks& looks() {
    if (!looks_) looks_ = scene::Looks::load(resources_.data, anatomy()->catalogue);
    return *looks_;
  }
  /// A life in which every mechanism has something to do.
  const sim::Scenario& scenario() {
    if (!scenario_) {
      scenario_ = sim::loadScenario(resources_.data / "scenarios" / "many_turns.json", *model());
    }
    return *scenario_;
  }
  const Resources& resources() const { return resources_; }

 private:
  Resources resources_;
  std::shared_ptr<const sim::Model> model_;
  std::shared_ptr<const atlas::Anatomy> anatomy_;
  std::optional<scene::Looks> looks_;
  std::optional<sim::Scenario> scenario_;
};

/// Whole lives of `people`, hippocampal volume read once a year: what a band behind a curve needs.
sim::RunRequest bandRequest(const sim::Scenario& scenario, int people) {
  sim::RunRequest request;
  request.person = scenario.person;
  request.arm = scenario.life;
  request.people = people;
  request.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  for (int week = 0; week <= sim::Trajectory::kLifeWeeks; week += 52) {
    sim::Reading reading;
    reading.measure.region = "hippocampus";
    reading.week = week;
    request.readings.push_back(reading);
  }
  return request;
}

Result fromFrames(const render::Measurement& measurement) {
  return {measurement.name, "ms", measurement.samples};
}

struct Entry {
  std::vector<std::string> names;
  std::function<std::vector<Result>(Bench&)> run;
};

std::vector<Entry> entries() {
  return {
      {{"life_ms", "life_scalar_ms", "life_odeint_ms"},
       [](Bench& bench) {
         const auto model = bench.model();
         const sim::Scenario& scenario = bench.scenario();
         const auto lived = [&](sim::AdvanceFunction engine) {
           return [&model, &scenario, engine] {
             benchmark::DoNotOptimize(sim::simulateLife(*model, scenario, engine));
           };
         };
         return std::vector{measure("life_ms", 20, lived(sim::fastestKernels().single)),
                            measure("life_scalar_ms", 20, lived(sim::advanceScalar)),
                            measure("life_odeint_ms", 5, lived(advanceWithOdeint))};
       }},
      {{"trajectory_ms"},
       [](Bench& bench) {
         const auto model = bench.model();
         const sim::Scenario& scenario = bench.scenario();
         return std::vector{
             measure("trajectory_ms", 20, [&] { const sim::Trajectory life(model, scenario); })};
       }},
      {{"band200_ms"},
       [](Bench& bench) {
         const auto model = bench.model();
         const sim::RunRequest request = bandRequest(bench.scenario(), 200);
         return std::vector{measure("band200_ms", 10, [&] {
           benchmark::DoNotOptimize(sim::runPopulation(*model, request));
         })};
       }},
      {{"cohort_lives_per_s"},
       [](Bench& bench) {
         const auto model = bench.model();
         constexpr int kPeople = 1000;
         const sim::RunRequest request = bandRequest(bench.scenario(), kPeople);
         Result result = measure("cohort_lives_per_s", 3, [&] {
           benchmark::DoNotOptimize(sim::runPopulation(*model, request));
         });
         result.unit = "1/s";
         for (double& sample : result.samples) sample = kPeople / (sample / 1000);
         return std::vector{result};
       }},
      {{"load_ms"},
       [](Bench& bench) {
         const Catalogue catalogue = Catalogue::load(bench.resources().data);
         return std::vector{measure("load_ms", 10, [&] {
           benchmark::DoNotOptimize(atlas::loadAnatomy(bench.resources().meshes, catalogue));
         })};
       }},
      {{"first_frame_ms"},
       [](Bench& bench) {
         return std::vector{fromFrames(render::benchFirstFrame(bench.anatomy()))};
       }},
      {{"frame_static_ms", "frame_animated_ms"},
       [](Bench& bench) {
         std::vector<Result> results;
         for (const render::Measurement& m :
              render::benchFrames(bench.anatomy(), bench.looks().get("glass"))) {
           results.push_back(fromFrames(m));
         }
         return results;
       }},
      {{"pick_ms"},
       [](Bench& bench) {
         const std::vector<scene::Look> looks{bench.looks().get("whole"),
                                              bench.looks().get("limbic")};
         return std::vector{fromFrames(render::benchPicks(bench.anatomy(), looks))};
       }},
  };
}

int runBench(const std::string& only, const std::string& jsonFile) {
  std::vector<std::string> known;
  for (const Entry& entry : entries())
    known.insert(known.end(), entry.names.begin(), entry.names.end());
  if (!only.empty() && std::find(known.begin(), known.end(), only) == known.end()) {
    throw RefusedError("--only: there is no benchmark \"" + only + "\"" + didYouMean(only, known));
  }
  if (!jsonFile.empty()) requireWritable(jsonFile);

  Bench bench(Resources::find());
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  std::printf("%-24s %12s %12s %12s %8s\n", "benchmark", "p50", "p95", "unit", "n");
  for (const Entry& entry : entries()) {
    if (!only.empty() &&
        std::find(entry.names.begin(), entry.names.end(), only) == entry.names.end()) {
      continue;
    }
    for (const Result& result : entry.run(bench)) {
      const double p50 = quantile(result.samples, 0.5);
      const double p95 = quantile(result.samples, 0.95);
      std::printf("%-24s %12.4g %12.4g %12s %8zu\n", result.name.c_str(), p50, p95,
                  result.unit.c_str(), result.samples.size());
      std::fflush(stdout);
      list.push_back({{"name", result.name},
                      {"value", p50},
                      {"unit", result.unit},
                      {"p50", p50},
                      {"p95", p95},
                      {"n", result.samples.size()}});
    }
  }
  if (!jsonFile.empty()) writeFileAtomically(jsonFile, list.dump(2) + "\n");
  return 0;
}

}  // namespace

void addBenchVerbs(CLI::App& app, Action& action) {
  struct Options {
    std::string only;
    std::string json;
  };
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("bench", "Measure: a table, and JSON for machines");
  verb->add_option("--only", options->only, "One benchmark by name");
  verb->add_option("--json", options->json,
                   "Also write a JSON list of {name, value, unit, p50, p95, n}");
  verb->callback([options, &action] {
    action = [options] { return runBench(options->only, options->json); };
  });
}

}  // namespace syn::cli
