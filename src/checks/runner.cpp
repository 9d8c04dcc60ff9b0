#include "checks/runner.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <limits>
#include <mutex>
#include <numeric>
#include <thread>

#include "base/error.h"
#include "checks/readings.h"
#include "checks/statistics.h"
#include "sim/layout.h"

namespace syn::checks {
namespace {

// The first issue says enough in a table of one row a check.
std::string briefly(const ContentError& error) {
  const Issue& issue = error.issues().front();
  std::string text = issue.place.empty() ? issue.message : issue.place + ": " + issue.message;
  if (error.issues().size() > 1) {
    text += " (and " + std::to_string(error.issues().size() - 1) + " more)";
  }
  return text;
}

// Between the seeds of one check; those of several checks may coincide, which does no harm.
constexpr std::uint64_t kNextSeed = 1'000'003;

bool within(const Expectation& expect, double value) {
  return value >= expect.low && value <= expect.high;
}

double simulate(const Population& population, const Check& check, int people, int threads) {
  Sampler sampler(check, people > 0 ? people : check.people);
  const auto compute = [&] {
    Readings readings(check, sampler);
    return check.statistic.kind->compute(readings);
  };
  (void)compute();
  sampler.simulate(population, threads);
  const double value = compute();
  if (!std::isfinite(value)) throw Error("the result is not a finite number");
  return value;
}

// On how many draws of people by other seeds the check holds. A draw without a result does not
// hold.
int heldByOthers(const Population& population, Check check, int people, int threads, int seeds) {
  int held = 0;
  for (int i = 1; i < seeds; ++i) {
    check.seed += kNextSeed;
    try {
      held += within(check.expect, simulate(population, check, people, threads)) ? 1 : 0;
    } catch (const Error&) {
      continue;
    }
  }
  return held;
}

// Person-weeks to simulate, to begin with the longest check.
double costOf(const Check& check, int people) {
  double cost = 0;
  for (const CheckArm& arm : check.arms) {
    double end = 0;
    for (const auto& point : {check.statistic.to, check.statistic.versusTo}) {
      if (point) end = std::max(end, point->week(arm.person.ageYears.mean));
    }
    cost += arm.person.ageYears.mean * sim::kWeeksPerYear + end;
  }
  const bool twins = check.statistic.kind != nullptr && check.statistic.kind->ofTwins;
  return cost * (twins ? 4 : 1) * (people > 0 ? people : check.people);
}

}  // namespace

double marginOf(double low, double high, double value) {
  const bool below = std::isfinite(low), above = std::isfinite(high);
  double width = high - low;
  if (!below || !above) width = below ? std::abs(low) : above ? std::abs(high) : 0;
  if (!(width > 0)) return std::numeric_limits<double>::quiet_NaN();
  return std::min(value - low, high - value) / width;
}

CheckResult runCheck(const Population& population, const Check& check, int people, int threads,
                     int seeds) {
  CheckResult result;
  result.id = check.id;
  result.group = check.group;
  result.published = check.expect.value;
  result.low = check.expect.low;
  result.high = check.expect.high;
  const auto start = std::chrono::steady_clock::now();
  try {
    if (!check.errors.empty()) throw Error(check.errors.front());
    const double simulated = simulate(population, check, people, threads);
    result.simulated = simulated;
    result.pass = within(check.expect, simulated);
    result.margin = marginOf(check.expect.low, check.expect.high, simulated);
    result.seeds = seeds;
    result.held = (result.pass ? 1 : 0) + heldByOthers(population, check, people, threads, seeds);
  } catch (const ContentError& error) {
    result.error = briefly(error);
  } catch (const Error& error) {
    result.error = error.what();
  }
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

std::vector<CheckResult> runChecks(const Population& population, const std::vector<Check>& checks,
                                   const CheckRunOptions& options) {
  std::vector<std::size_t> order(checks.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return costOf(checks[a], options.people) > costOf(checks[b], options.people);
  });

  std::vector<CheckResult> results(checks.size());
  std::vector<char> done(checks.size(), 0);
  std::size_t shown = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  std::atomic<std::size_t> next{0};
  const int workers = std::max(1, std::min<int>(options.threads, static_cast<int>(checks.size())));
  const int threadsEach = std::max(1, options.threads / workers);

  const auto work = [&] {
    for (std::size_t i = next++; i < order.size(); i = next++) {
      const std::size_t at = order[i];
      try {
        CheckResult result =
            runCheck(population, checks[at], options.people, threadsEach, options.seeds);
        const std::lock_guard lock(mutex);
        results[at] = std::move(result);
        done[at] = 1;
        while (shown < checks.size() && done[shown]) {
          if (options.onResult) options.onResult(results[shown]);
          ++shown;
        }
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        next = order.size();
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    for (int i = 1; i < workers; ++i) threads.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
  return results;
}

}  // namespace syn::checks
