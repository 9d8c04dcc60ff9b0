#include "checks/sensitivity.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "sim/description/reason.h"
#include "sim/model.h"

namespace syn::checks {
namespace {

double scaleOf(const CheckResult& result) {
  const double width = result.high - result.low;
  if (std::isfinite(width) && width > 0) return width;
  return std::max(std::abs(result.simulated), 1e-9);
}

double changeOf(const CheckResult& base, const CheckResult& changed) {
  // A check that stops being computable has certainly changed.
  return changed.error.empty() ? (changed.simulated - base.simulated) / scaleOf(base) : 1e3;
}

bool sourced(const sim::ParameterInfo& parameter) {
  return !std::all_of(parameter.sources.begin(), parameter.sources.end(), sim::isAssumption);
}

// What one parameter did to the checks.
struct Trial {
  std::vector<Influence> influences;  // in the order of the checks
  std::string refused;
};

std::vector<CheckResult> replay(const sim::Model& model, const sim::ParameterInfo& parameter,
                                double factor, const std::vector<Check>& checks,
                                const SensitivityOptions& options) {
  CheckRunOptions run;
  run.people = options.people;
  const auto changed = model.with(parameter.id, parameter.value * factor);
  return runChecks(populationOf(*changed), checks, run);
}

// Raises the parameter under all checks, then lowers it under those it moved.
Trial tryParameter(const sim::Model& model, const sim::ParameterInfo& parameter,
                   const std::vector<Check>& checks, const std::vector<CheckResult>& baseline,
                   const SensitivityOptions& options) {
  Trial trial;
  try {
    const auto raised = replay(model, parameter, 1 + options.step, checks, options);
    std::vector<Check> moved;
    std::vector<const CheckResult*> bases;
    for (std::size_t c = 0; c < checks.size(); ++c) {
      const CheckResult& base = baseline[c];
      if (!base.error.empty()) continue;
      Influence influence{parameter.id, base.id, changeOf(base, raised[c]), 0,
                          raised[c].pass != base.pass};
      if (std::abs(influence.raised) < options.least && !influence.flips) continue;
      trial.influences.push_back(std::move(influence));
      moved.push_back(checks[c]);
      bases.push_back(&base);
    }
    if (moved.empty()) return trial;
    const auto lowered = replay(model, parameter, 1 - options.step, moved, options);
    for (std::size_t i = 0; i < moved.size(); ++i) {
      trial.influences[i].lowered = changeOf(*bases[i], lowered[i]);
      trial.influences[i].flips |= lowered[i].pass != bases[i]->pass;
    }
  } catch (const Error& error) {
    trial.refused = error.what();
  }
  return trial;
}

// Few people hide a small effect, above all on shares of people: looks again under the checks that
// are said to pin the parameter, with their own people and a larger step.
bool pinned(const sim::Model& model, const sim::ParameterInfo& parameter,
            const std::vector<Check>& checks, const SensitivityOptions& options) {
  std::vector<Check> named;
  for (const Check& check : checks) {
    if (std::find(parameter.pinnedBy.begin(), parameter.pinnedBy.end(), check.id) !=
        parameter.pinnedBy.end()) {
      named.push_back(check);
    }
  }
  SensitivityOptions closer = options;
  closer.people = 0;
  closer.step = std::min(0.9, 3 * options.step);
  CheckRunOptions run;
  run.threads = options.threads;
  const auto baseline = runChecks(populationOf(model), named, run);
  return !tryParameter(model, parameter, named, baseline, closer).influences.empty();
}

// All trials, on several threads; the order of the results is that of the parameters.
std::vector<Trial> tryAll(const sim::Model& model,
                          const std::vector<const sim::ParameterInfo*>& parameters,
                          const std::vector<Check>& checks,
                          const std::vector<CheckResult>& baseline,
                          const SensitivityOptions& options) {
  std::vector<Trial> trials(parameters.size());
  std::atomic<std::size_t> next{0};
  std::size_t done = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&] {
    for (std::size_t i = next++; i < parameters.size(); i = next++) {
      try {
        trials[i] = tryParameter(model, *parameters[i], checks, baseline, options);
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        next = parameters.size();
        return;
      }
      const std::lock_guard lock(mutex);
      ++done;
      if (options.progress) {
        options.progress(static_cast<double>(done) / static_cast<double>(parameters.size()),
                         parameters[i]->id);
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    for (int i = 1; i < options.threads; ++i) threads.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
  return trials;
}

}  // namespace

double Influence::strength() const {
  return std::max(std::abs(raised), std::abs(lowered));
}

SensitivityReport runSensitivity(const std::shared_ptr<const sim::Model>& model,
                                 const std::vector<Check>& checks,
                                 const SensitivityOptions& options) {
  SensitivityReport report;
  CheckRunOptions run;
  run.people = options.people;
  run.threads = options.threads;
  report.baseline = runChecks(populationOf(*model), checks, run);

  std::vector<const sim::ParameterInfo*> parameters;
  for (const sim::ParameterInfo& parameter : model->parameters()) {
    if (!parameter.id.starts_with(options.prefix)) continue;
    if (!sourced(parameter)) report.unsourced.push_back(parameter.id);
    if (parameter.value == 0) {
      report.skipped.push_back(parameter.id + ": is zero, so a factor does not change it");
    } else {
      parameters.push_back(&parameter);
    }
  }
  const std::vector<Trial> trials = tryAll(*model, parameters, checks, report.baseline, options);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const sim::ParameterInfo& parameter = *parameters[i];
    if (!trials[i].refused.empty()) {
      report.skipped.push_back(parameter.id + ": " + trials[i].refused);
      continue;
    }
    const bool moves = !trials[i].influences.empty();
    report.influences.insert(report.influences.end(), trials[i].influences.begin(),
                             trials[i].influences.end());
    if (!moves) report.inert.push_back(parameter.id);
    if (!moves && !sourced(parameter) && !pinned(*model, parameter, checks, options)) {
      report.baseless.push_back(parameter.id);
    }
  }
  std::map<std::string, std::size_t> order;
  for (std::size_t c = 0; c < checks.size(); ++c) order.emplace(checks[c].id, c);
  std::stable_sort(report.influences.begin(), report.influences.end(),
                   [&](const Influence& a, const Influence& b) {
                     if (a.check != b.check) return order[a.check] < order[b.check];
                     return a.strength() > b.strength();
                   });
  return report;
}

std::string sensitivityJson(const SensitivityReport& report) {
  using Json = nlohmann::ordered_json;
  Json checks = Json::object();
  for (const CheckResult& result : report.baseline) checks[result.id] = Json::array();
  for (const Influence& influence : report.influences) {
    checks[influence.check].push_back({{"parameter", influence.parameter},
                                       {"raised", influence.raised},
                                       {"lowered", influence.lowered},
                                       {"flips", influence.flips}});
  }
  const Json out{{"checks", checks},
                 {"inert", report.inert},
                 {"unsourced", report.unsourced},
                 {"baseless", report.baseless},
                 {"skipped", report.skipped}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string sensitivityMarkdown(const SensitivityReport& report, std::size_t most) {
  std::string out =
      "Change of each check, as a share of its accepted range, when a parameter is raised / "
      "lowered.\n\n"
      "| check | hangs on |\n|---|---|\n";
  for (const CheckResult& result : report.baseline) {
    std::string names;
    std::size_t shown = 0;
    for (const Influence& influence : report.influences) {
      if (influence.check != result.id || shown == most) continue;
      char numbers[48];
      std::snprintf(numbers, sizeof numbers, " (%+.2f / %+.2f)%s", influence.raised,
                    influence.lowered, influence.flips ? " **flips**" : "");
      names += (names.empty() ? "`" : ", `") + influence.parameter + "`" + numbers;
      ++shown;
    }
    out += "| " + result.id + " | " + (names.empty() ? "nothing alone" : names) + " |\n";
  }
  const auto list = [&out](const std::string& title, const std::vector<std::string>& words) {
    out += "\n**" + title + "** (" + std::to_string(words.size()) + ")\n\n";
    for (const std::string& word : words) out += "- `" + word + "`\n";
  };
  list("Without a source and moving no check", report.baseless);
  list("Moving no check", report.inert);
  list("Without a source", report.unsourced);
  list("Not tried", report.skipped);
  return out;
}

}  // namespace syn::checks
