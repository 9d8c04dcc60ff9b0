#include <algorithm>
#include <atomic>
#include <charconv>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "base/resources.h"
#include "catalogue/evidence.h"
#include "checks/check_reader.h"
#include "checks/report.h"
#include "checks/sensitivity.h"
#include "cli/progress.h"
#include "cli/verbs.h"
#include "cohort/cohort.h"
#include "cohort/life_table.h"
#include "cohort/ranks.h"
#include "cohort/state_list.h"
#include "sim/model.h"
#include "sim/scenario_reader.h"
#include "sim/trajectory.h"

namespace syn::cli {
namespace {

namespace fs = std::filesystem;

int machineThreads() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

std::shared_ptr<const sim::Model> loadModel() {
  return sim::Model::load(Resources::find().data);
}

std::string brief(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4g", value);
  return buffer;
}

// Checks of all files, or every issue of all files.
std::vector<checks::Check> readCheckFiles(const std::vector<std::string>& files) {
  std::vector<checks::Check> checks;
  std::vector<Issue> issues;
  for (const std::string& file : files) {
    try {
      for (checks::Check& check : checks::readChecks(file)) checks.push_back(std::move(check));
    } catch (const ContentError& error) {
      issues.insert(issues.end(), error.issues().begin(), error.issues().end());
    }
  }
  if (!issues.empty()) throw ContentError(std::move(issues));
  return checks;
}

struct ValidateOptions {
  std::vector<std::string> files;
  int people = 0;
  int threads = machineThreads();
  int seeds = 1;
  std::string json, markdown;
};

void printResult(const checks::CheckResult& result) {
  const std::string accepted = brief(result.low) + " .. " + brief(result.high);
  const char* verdict = !result.error.empty() ? "ERROR" : result.pass ? "pass" : "FAIL";
  const auto orDash = [](double value) { return std::isfinite(value) ? brief(value) : "-"; };
  std::printf("%-52s %10s  %20s  %10s  %-5s %9s %7.2f", result.id.c_str(),
              result.published ? brief(*result.published).c_str() : "-", accepted.c_str(),
              orDash(result.simulated).c_str(), verdict, orDash(result.margin).c_str(),
              result.seconds);
  if (result.seeds > 1) std::printf("  holds on %d of %d seeds", result.held, result.seeds);
  std::printf(result.hangsOnSeed() ? ": hangs on the seed\n" : "\n");
  if (!result.error.empty()) std::printf("    %s\n", result.error.c_str());
  std::fflush(stdout);
}

int validate(const ValidateOptions& options) {
  for (const std::string& file : {options.json, options.markdown}) {
    if (!file.empty()) requireWritable(file);
  }
  const std::vector<checks::Check> checks = readCheckFiles(options.files);
  const auto model = loadModel();
  std::printf("%-52s %10s  %20s  %10s  %-5s %9s %7s\n", "check", "published", "accepted",
              "simulated", "", "margin", "seconds");
  checks::CheckRunOptions run;
  run.people = options.people;
  run.threads = options.threads;
  run.seeds = options.seeds;
  run.onResult = printResult;
  const std::vector<checks::CheckResult> results =
      checks::runChecks(checks::populationOf(*model), checks, run);

  std::printf("\n");
  for (const auto& [group, score] : checks::scoreByGroup(results)) {
    std::printf("%-20s %3d of %3d\n", group.empty() ? "(no group)" : group.c_str(), score.passed,
                score.total);
  }
  const checks::Score score = checks::scoreOf(results);
  std::printf("%d of %d checks passed\n", score.passed, score.total);
  const auto hanging = std::count_if(results.begin(), results.end(),
                                     [](const auto& result) { return result.hangsOnSeed(); });
  if (options.seeds > 1) {
    std::printf("%d hang on the seed\n", static_cast<int>(hanging));
  }
  if (!options.json.empty()) writeFileAtomically(options.json, checks::reportJson(results));
  if (!options.markdown.empty())
    writeFileAtomically(options.markdown, checks::reportMarkdown(results));
  return score.passed == score.total ? 0 : 1;
}

void addValidate(CLI::App& app, Action& action) {
  const auto options = std::make_shared<ValidateOptions>();
  CLI::App* verb = app.add_subcommand(
      "validate", "Replay published studies on the simulator and compare the numbers");
  verb->add_option("files", options->files, "Check files")->required();
  verb->add_option("--people", options->people, "People a check instead of each check's own number")
      ->check(CLI::Range(1, 1000000));
  verb->add_option("--threads", options->threads, "Threads to use")->check(CLI::Range(1, 4096));
  verb->add_option("--seeds", options->seeds,
                   "Draw the people of each check so many times and say which checks hang on it")
      ->check(CLI::Range(1, 1000));
  verb->add_option("--json", options->json, "Write the report to this file");
  verb->add_option("--markdown", options->markdown, "Write the score by group to this file");
  verb->callback([options, &action] { action = [options] { return validate(*options); }; });
}

// A scenario as asked for on the command line, with what decides its numbers as text.
struct AskedScenario {
  sim::Scenario scenario;
  std::string fingerprint;
};

// Every number of the model, so that results of two versions of it are never mixed.
std::string modelFingerprint(const sim::Model& model) {
  std::string text;
  for (const sim::ParameterInfo& parameter : model.parameters()) {
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, parameter.value).ptr;
    text += parameter.id + " " + std::string(buffer, end) + "\n";
  }
  return sha256(text);
}

AskedScenario askedScenario(const fs::path& data, const std::string& word,
                            const sim::Model& model) {
  const sim::ScenarioPlace place = sim::findScenario(data, word);
  const sim::ScenarioFile file = sim::loadScenarioFile(place.file, model);
  AskedScenario asked{file.life(place.life), {}};
  asked.fingerprint = std::string(SYN_VERSION) + "\n" + modelFingerprint(model) + "\n" +
                      sha256(readFile(place.file, JsonDocument::kMaxBytes)) + "\n" +
                      asked.scenario.id;
  return asked;
}

cohort::Metadata metadataOf(const AskedScenario& asked) {
  return {{"program", "Synaptarium " SYN_VERSION},
          {"scenario", asked.scenario.id},
          {"inputs_sha256", sha256(asked.fingerprint)},
          {"note", "Teaching model of group averages, not a medical device"}};
}

struct SimulateOptions {
  std::string scenario;
  std::string out;
  int every = sim::Trajectory::kRecordWeeks;
  std::vector<std::string> states;
};

int simulate(const SimulateOptions& options) {
  cohort::requireEnding(options.out, {".csv", ".h5"});
  requireWritable(options.out);
  const fs::path data = Resources::find().data;
  const auto model = sim::Model::load(data);
  const AskedScenario asked = askedScenario(data, options.scenario, *model);
  const sim::Trajectory life(model, asked.scenario);
  const std::vector<cohort::State> states =
      options.states.empty() ? cohort::allStates(life) : cohort::statesNamed(life, options.states);
  cohort::writeLife(life, states, options.every, metadataOf(asked), options.out);
  return 0;
}

void addSimulate(CLI::App& app, Action& action) {
  const auto options = std::make_shared<SimulateOptions>();
  CLI::App* verb = app.add_subcommand("simulate", "Write every state of one life to a table");
  verb->add_option("scenario", options->scenario,
                   "Scenario: a file or a name, with #LIFE if it tells several")
      ->required();
  verb->add_option("--out", options->out, "Table to write, .csv or .h5")->required();
  verb->add_option("--every", options->every, "Weeks from row to row")->check(CLI::Range(1, 5200));
  verb->add_option("--states", options->states, "Only these states, by column name")
      ->delimiter(',');
  verb->callback([options, &action] { action = [options] { return simulate(*options); }; });
}

// Set by the first interrupt; the cohort then ends after the block in hand.
std::atomic<bool> stopAsked{false};
static_assert(std::atomic<bool>::is_always_lock_free);

struct CohortOptions {
  std::string scenario;
  std::string out, csv;
  int people = 100;
  std::uint64_t seed = 1;
  int threads = machineThreads();
  int every = 52;
  int checkpoint = 128;
  std::vector<std::string> states;
};

int cohortOf(const CohortOptions& options, const cohort::Ranks& ranks) {
  const fs::path data = Resources::find().data;
  const auto model = sim::Model::load(data);
  const AskedScenario asked = askedScenario(data, options.scenario, *model);
  const sim::Trajectory life(model, asked.scenario);

  cohort::CohortRequest request;
  request.scenario = asked.scenario;
  request.people = options.people;
  request.seed = options.seed;
  request.threads = options.threads;
  request.everyWeeks = options.every;
  request.blockPeople = options.checkpoint;
  request.states =
      options.states.empty() ? cohort::mainStates(life) : cohort::statesNamed(life, options.states);
  request.out = options.out;
  request.csv = options.csv;
  request.metadata = metadataOf(asked);
  request.fingerprint = asked.fingerprint;
  request.stop = &stopAsked;
  for (const int signal : {SIGINT, SIGTERM}) {
    std::signal(signal, [](int) { stopAsked = true; });
  }
  std::unique_ptr<ProgressBar> bar;
  if (ranks.first()) {
    bar = std::make_unique<ProgressBar>("cohort");
    request.progress = [&bar](double share) { bar->show(share); };
  }
  if (cohort::runCohort(*model, request, ranks) == cohort::CohortEnd::finished) return 0;
  bar.reset();
  if (ranks.first()) {
    std::fprintf(stderr, "Interrupted. Give the same command again to continue.\n");
  }
  return 1;
}

int cohortVerb(const CohortOptions& options) {
  const cohort::Ranks ranks;
  try {
    return cohortOf(options, ranks);
  } catch (const RefusedError&) {
    // Every process refuses for the same reason; one says it.
    if (ranks.first()) throw;
    return 2;
  }
}

void addCohort(CLI::App& app, Action& action) {
  const auto options = std::make_shared<CohortOptions>();
  CLI::App* verb =
      app.add_subcommand("cohort", "Simulate many people living one scenario; also under mpirun");
  verb->add_option("scenario", options->scenario,
                   "Scenario: a file or a name, with #LIFE if it tells several")
      ->required();
  verb->add_option("--people", options->people, "People")->check(CLI::Range(1, 10000000));
  verb->add_option("--out", options->out, "HDF5 file to write (.h5)")->required();
  verb->add_option("--csv", options->csv, "Also write means and percentiles to this file");
  verb->add_option("--seed", options->seed, "Which people are drawn");
  verb->add_option("--threads", options->threads, "Threads of each process")
      ->check(CLI::Range(1, 4096));
  verb->add_option("--every", options->every, "Weeks from row to row")->check(CLI::Range(1, 5200));
  verb->add_option("--states", options->states, "Only these states, by column name")
      ->delimiter(',');
  verb->add_option("--checkpoint", options->checkpoint, "People between two checkpoints")
      ->check(CLI::Range(1, 100000));
  verb->callback([options, &action] { action = [options] { return cohortVerb(*options); }; });
}

struct SensitivityVerbOptions {
  std::vector<std::string> files;
  std::string json, markdown;
  checks::SensitivityOptions run;
};

int sensitivity(const SensitivityVerbOptions& options) {
  for (const std::string& file : {options.json, options.markdown}) {
    if (!file.empty()) requireWritable(file);
  }
  const fs::path data = Resources::find().data;
  std::vector<std::string> files = options.files;
  if (files.empty()) {
    for (const fs::path& file : checkFiles(data)) files.push_back(file.string());
  }
  const std::vector<checks::Check> checks = readCheckFiles(files);
  const auto model = sim::Model::load(data);
  checks::SensitivityReport report;
  {
    ProgressBar bar("sensitivity");
    checks::SensitivityOptions run = options.run;
    run.progress = [&bar](double share, const std::string& parameter) {
      bar.show(share, parameter);
    };
    report = checks::runSensitivity(model, checks, run);
  }
  if (!options.json.empty()) writeFileAtomically(options.json, checks::sensitivityJson(report));
  const std::string text = checks::sensitivityMarkdown(report);
  if (!options.markdown.empty()) {
    writeFileAtomically(options.markdown, text);
  } else {
    std::fputs(text.c_str(), stdout);
  }
  return report.baseless.empty() ? 0 : 1;
}

void addSensitivity(CLI::App& app, Action& action) {
  const auto options = std::make_shared<SensitivityVerbOptions>();
  options->run.threads = machineThreads();
  CLI::App* verb =
      app.add_subcommand("sensitivity",
                         "Change each parameter and report which checks hang on it; fails when a "
                         "parameter has neither a source nor a check that pins it");
  verb->add_option("files", options->files,
                   "Check files; those of data/evidence when none is named");
  verb->add_option("--step", options->run.step, "Share by which a parameter is raised and lowered")
      ->check(CLI::Range(0.001, 0.9));
  verb->add_option("--people", options->run.people, "People a check")->check(CLI::Range(2, 100000));
  verb->add_option("--threads", options->run.threads, "Threads to use")->check(CLI::Range(1, 4096));
  verb->add_option("--parameter", options->run.prefix, "Only parameters whose id begins with this");
  verb->add_option("--json", options->json, "Write the report to this file");
  verb->add_option("--markdown", options->markdown, "Write the report for people to this file");
  verb->callback([options, &action] { action = [options] { return sensitivity(*options); }; });
}

}  // namespace

void addSimVerbs(CLI::App& app, Action& action) {
  addSimulate(app, action);
  addValidate(app, action);
  addSensitivity(app, action);
  addCohort(app, action);
}

}  // namespace syn::cli
