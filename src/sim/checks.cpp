#include "sim/checks.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <mutex>
#include <new>
#include <numeric>
#include <thread>

#include <nlohmann/json.hpp>

#include "base/error.h"
#include "sim/population.h"
#include "sim/statistic.h"

namespace syn::sim {
namespace {

constexpr double kWeeksPerYear = 52;
constexpr int kMostReadings = 2600;  // points of a curve over people

// One thing to simulate: the people of an arm. Collects readings first, holds their values after.
struct Run {
  const CheckArm* arm = nullptr;
  Kinship kinship = Kinship::unrelated;
  std::vector<Reading> readings;
  std::vector<double> values;
};

// Everything a check reads off its people, in two passes over the same code: the first (planning)
// notes what is needed and returns nothing, the second returns values.
class Sampler {
 public:
  Sampler(const Check& check, int people) : check_(check), people_(people) {}

  [[nodiscard]] bool planning() const { return planning_; }
  [[nodiscard]] std::size_t people() const { return static_cast<std::size_t>(people_); }

  void simulate(const Population& population, int threads) {
    std::vector<RunRequest> requests;
    for (const Run& run : runs_) {
      RunRequest& request = requests.emplace_back();
      request.person = run.arm->person;
      request.arm = run.arm->schedule;
      request.readings = run.readings;
      request.people = run.kinship == Kinship::unrelated ? people_ : 2 * people_;
      request.seed = check_.seed;
      request.kinship = run.kinship;
      request.threads = threads;
    }
    std::vector<std::vector<double>> values = population(requests);
    for (std::size_t i = 0; i < runs_.size(); ++i) runs_[i].values = std::move(values[i]);
    planning_ = false;
  }

  // A state of everybody in a run at a week.
  std::vector<double> state(const std::string& armName, const Measure& measure, int week,
                            Kinship kinship = Kinship::unrelated) {
    Run& run = runOf(armName, kinship);
    const std::size_t column = columnOf(run, measure, week);
    if (planning_) return {};
    const std::size_t stride = run.readings.size();
    std::vector<double> out(run.values.size() / stride);
    for (std::size_t p = 0; p < out.size(); ++p) out[p] = run.values[p * stride + column];
    return out;
  }

 private:
  Run& runOf(const std::string& armName, Kinship kinship) {
    const CheckArm* arm = &check_.arm(armName);
    for (Run& run : runs_) {
      if (run.arm == arm && run.kinship == kinship) return run;
    }
    runs_.push_back({arm, kinship, {}, {}});
    return runs_.back();
  }

  std::size_t columnOf(Run& run, const Measure& measure, int week) {
    // Curves ask for week after week: the wanted column is most often just after the last one.
    for (std::size_t tried = 0; tried < run.readings.size(); ++tried) {
      const std::size_t column = (next_ + tried) % run.readings.size();
      const Reading& reading = run.readings[column];
      if (reading.week == week && reading.measure == measure) {
        next_ = column + 1;
        return column;
      }
      if (planning_ && tried >= 64 && run.readings.size() > 256) break;
    }
    if (!planning_) throw Error("a reading was not planned");
    run.readings.push_back({measure, week});
    next_ = run.readings.size();
    return run.readings.size() - 1;
  }

  const Check& check_;
  int people_;
  bool planning_ = true;
  std::size_t next_ = 0;
  std::vector<Run> runs_;
};

using Values = std::vector<double>;

// The arithmetic of one check; see Sampler for the two passes.
class Evaluator {
 public:
  Evaluator(const Check& check, Sampler& sampler)
      : check_(check), statistic_(check.statistic), sampler_(sampler) {}

  double evaluate() {
    if (statistic_.among) findKept();
    switch (statistic_.kind) {
      case StatisticKind::value:
      case StatisticKind::proportion:
        return value();
      case StatisticKind::percentChange:
        return percentChange();
      case StatisticKind::percentPerYear:
        return percentPerYear();
      case StatisticKind::change:
        return change(statistic_.arm, check_.measure, arm());
      case StatisticKind::difference:
        return difference();
      case StatisticKind::ratio:
        return ratio();
      case StatisticKind::cohensD:
        return standardised(false);
      case StatisticKind::cohensDChange:
        return standardised(true);
      case StatisticKind::oddsRatio:
        return counted(oddsRatio);
      case StatisticKind::riskRatio:
        return counted(riskRatio);
      case StatisticKind::hazardRatio:
        return hazards();
      case StatisticKind::ageOfPeak:
        return ageOfPeak();
      case StatisticKind::onsetDelay:
        return onsetDelay();
      case StatisticKind::weekToFraction:
        return weekToFraction();
      case StatisticKind::correlation:
        return correlation();
      case StatisticKind::heritability:
        return heritability();
      case StatisticKind::gainRatio:
        return gainRatio();
      case StatisticKind::recoveredFraction:
        return recoveredFraction();
    }
    throw Error("unknown statistic");
  }

 private:
  struct Span {
    int from = 0;
    int to = 0;
  };

  [[nodiscard]] double ageOf(const std::string& armName) const {
    return check_.arm(armName).person.ageYears.mean;
  }

  [[nodiscard]] int weekOf(const TimePoint& point, const std::string& armName) const {
    const long week = std::lround(point.week(ageOf(armName)));
    if (week < 0) throw Error("reads an age before week 0 of arm \"" + armName + "\"");
    return static_cast<int>(week);
  }

  [[nodiscard]] Span spanOf(const std::string& armName, const std::optional<TimePoint>& from,
                            const std::optional<TimePoint>& to) const {
    Span span;
    if (from) span.from = weekOf(*from, armName);
    if (to) span.to = weekOf(*to, armName);
    if (span.to < span.from) throw Error("the span ends before it begins");
    return span;
  }

  [[nodiscard]] Span arm() const { return spanOf(statistic_.arm, statistic_.from, statistic_.to); }
  [[nodiscard]] Span versus() const { return versusOf(statistic_.versus); }
  [[nodiscard]] Span versusOf(const std::string& armName) const {
    return spanOf(armName, statistic_.versusFrom ? statistic_.versusFrom : statistic_.from,
                  statistic_.versusTo ? statistic_.versusTo : statistic_.to);
  }

  // Values of a measure for everybody in an arm at a week; outcomes look back to the baseline week.
  Values everybody(const std::string& armName, const CheckMeasure& measure, int baseline,
                   int week) {
    if (measure.outcome == Outcome::relapse) {
      Values relapsed(sampler_.planning() ? 0 : sampler_.people(), 0.0);
      const double bound = measure.atLeast.value_or(kRelapseSeverity);
      for (int w = baseline + 1; w <= week; ++w) {
        const Values severity = sampler_.state(armName, measure.state, w);
        for (std::size_t p = 0; p < severity.size(); ++p) {
          if (severity[p] > bound) relapsed[p] = 1;
        }
      }
      return relapsed;
    }
    Values values = sampler_.state(armName, measure.state, week);
    if (measure.outcome == Outcome::state) {
      if (measure.atLeast || measure.above) {
        for (double& v : values)
          v = (measure.atLeast ? v >= *measure.atLeast : v > *measure.above) ? 1 : 0;
      }
      return values;
    }
    const bool absolute = measure.outcome == Outcome::remission && measure.atLeast.has_value();
    const Values start = absolute ? Values{} : sampler_.state(armName, measure.state, baseline);
    for (std::size_t p = 0; p < values.size(); ++p) {
      bool holds = false;
      if (absolute) {
        holds = values[p] < *measure.atLeast;
      } else if (start[p] > 0) {
        holds = measure.outcome == Outcome::response ? values[p] <= 0.5 * start[p]
                                                     : values[p] < 0.2 * start[p];
      }
      values[p] = holds ? 1 : 0;
    }
    return values;
  }

  void findKept() {
    const Among& among = *statistic_.among;
    const auto keptIn = [&](const std::string& armName) {
      const TimePoint week = among.measure.week ? *among.measure.week
                             : statistic_.to    ? *statistic_.to
                                                : TimePoint{};
      const int baseline = among.measure.from ? weekOf(*among.measure.from, armName) : 0;
      const Values holds = everybody(armName, among.measure, baseline, weekOf(week, armName));
      std::vector<char> kept;
      for (const double v : holds) kept.push_back((v != 0) == among.equals ? 1 : 0);
      return kept;
    };
    if (!among.arm.empty()) {
      const std::vector<char> kept = keptIn(among.arm);
      for (const CheckArm& arm : check_.arms) kept_[arm.name] = kept;
      return;
    }
    for (const std::string& name :
         {statistic_.arm, statistic_.versus, statistic_.control, statistic_.versusControl}) {
      if (!name.empty()) kept_[name] = keptIn(name);
    }
  }

  [[nodiscard]] bool keeps(const std::string& armName, std::size_t person) const {
    const auto found = kept_.find(armName);
    return found == kept_.end() || found->second[person] != 0;
  }

  Values values(const std::string& armName, const CheckMeasure& measure, int baseline, int week) {
    Values all = everybody(armName, measure, baseline, week);
    if (kept_.empty() || sampler_.planning()) return all;
    Values out;
    for (std::size_t p = 0; p < all.size(); ++p) {
      if (keeps(armName, p)) out.push_back(all[p]);
    }
    if (out.empty()) throw Error("\"among\" leaves nobody in arm \"" + armName + "\"");
    return out;
  }

  double meanAt(const std::string& armName, const CheckMeasure& measure, int baseline, int week) {
    const Values v = values(armName, measure, baseline, week);
    return sampler_.planning() ? 0 : mean(v);
  }

  // Each person's change over a span; an outcome is a change already.
  Values changes(const std::string& armName, const CheckMeasure& measure, Span span) {
    Values to = values(armName, measure, span.from, span.to);
    if (measure.outcome != Outcome::state) return to;
    const Values from = values(armName, measure, span.from, span.from);
    for (std::size_t p = 0; p < to.size(); ++p) to[p] -= from[p];
    return to;
  }

  double change(const std::string& armName, const CheckMeasure& measure, Span span) {
    const Values v = changes(armName, measure, span);
    return sampler_.planning() ? 0 : mean(v);
  }

  double divide(double numerator, double denominator, const char* complaint) const {
    if (sampler_.planning()) return 0;
    if (std::abs(denominator) < 1e-12) throw Error(complaint);
    return numerator / denominator;
  }

  double value() {
    const Span span = arm();
    return meanAt(statistic_.arm, check_.measure, span.from, span.to);
  }

  double percentChange() {
    const Span span = arm();
    const double from = meanAt(statistic_.arm, check_.measure, span.from, span.from);
    const double to = meanAt(statistic_.arm, check_.measure, span.from, span.to);
    return 100 *
           divide(to - from, from, "the measure starts at zero, so a percentage is not defined");
  }

  double percentPerYear() {
    const Span span = arm();
    return percentChange() *
           divide(kWeeksPerYear, span.to - span.from, "a yearly change needs a span of time");
  }

  double difference() {
    // Without a start there is no change to compare: then the states at the end are.
    if (!statistic_.from) {
      const double a = meanAt(statistic_.arm, check_.measure, 0, arm().to);
      return a - meanAt(statistic_.versus, check_.versusMeasure, 0, versus().to);
    }
    const double a = change(statistic_.arm, check_.measure, arm());
    return a - change(statistic_.versus, check_.versusMeasure, versus());
  }

  double ratio() {
    const Span a = arm(), b = versus();
    const double numerator = meanAt(statistic_.arm, check_.measure, a.from, a.to);
    const double denominator = meanAt(statistic_.versus, check_.versusMeasure, b.from, b.to);
    return divide(numerator, denominator, "the mean of \"versus\" is zero");
  }

  double standardised(bool ofChange) {
    const Span a = arm(), b = versus();
    const auto side = [&](const std::string& armName, const CheckMeasure& measure, Span span) {
      return ofChange ? changes(armName, measure, span)
                      : values(armName, measure, span.from, span.to);
    };
    const Values x = side(statistic_.arm, check_.measure, a);
    const Values y = side(statistic_.versus, check_.versusMeasure, b);
    return sampler_.planning() ? 0 : cohensD(x, y);
  }

  double counted(double (*compare)(double, double, double, double)) {
    const Span a = arm(), b = versus();
    const Values x = values(statistic_.arm, check_.measure, a.from, a.to);
    const Values y = values(statistic_.versus, check_.versusMeasure, b.from, b.to);
    if (sampler_.planning()) return 0;
    const auto events = [](const Values& v) { return std::accumulate(v.begin(), v.end(), 0.0); };
    return compare(events(x), static_cast<double>(x.size()), events(y),
                   static_cast<double>(y.size()));
  }

  // First week after `span.from`, up to `span.to`, at which a 0/1 measure holds, for everybody;
  // with `atStart` the week span.from counts too. -1 for never; -2 for people in whom a state holds
  // from the start while the start does not count.
  std::vector<int> firstWeeks(const std::string& armName, const CheckMeasure& measure, Span span,
                              bool atStart) {
    std::vector<int> first(sampler_.planning() ? 0 : sampler_.people(), -1);
    const auto note = [&](int week, int mark) {
      // A relapse is looked for week by week here, so each week is asked on its own.
      const int baseline = measure.outcome == Outcome::relapse ? week - 1 : span.from;
      const Values holds = everybody(armName, measure, baseline, week);
      for (std::size_t p = 0; p < holds.size(); ++p) {
        if (holds[p] != 0 && first[p] == -1) first[p] = mark;
      }
    };
    if (atStart) {
      note(span.from, span.from);
    } else if (measure.outcome == Outcome::state) {
      note(span.from, -2);
    }
    for (int week = span.from + 1; week <= span.to; ++week) note(week, week);
    return first;
  }

  std::vector<FollowUp> followUps(const std::string& armName, const CheckMeasure& measure,
                                  Span span) {
    const std::vector<int> first = firstWeeks(armName, measure, span, false);
    std::vector<FollowUp> out;
    for (std::size_t p = 0; p < first.size(); ++p) {
      if (first[p] == -2 || !keeps(armName, p)) continue;  // had it before: not at risk
      const bool event = first[p] >= 0;
      out.push_back({static_cast<double>((event ? first[p] : span.to) - span.from), event});
    }
    return out;
  }

  double hazards() {
    const std::vector<FollowUp> a = followUps(statistic_.arm, check_.measure, arm());
    const std::vector<FollowUp> b = followUps(statistic_.versus, check_.versusMeasure, versus());
    return sampler_.planning() ? 0 : hazardRatio(a, b);
  }

  // Difference of the mean ages at which the measure first holds, over people in whom it comes to
  // hold in both arms (the same people live both), so that late onsets are not lost from one side
  // only.
  double onsetDelay() {
    const std::vector<int> a = firstWeeks(statistic_.arm, check_.measure, arm(), true);
    const std::vector<int> b = firstWeeks(statistic_.versus, check_.versusMeasure, versus(), true);
    if (sampler_.planning()) return 0;
    Values delays;
    for (std::size_t p = 0; p < a.size(); ++p) {
      if (a[p] < 0 || b[p] < 0 || !keeps(statistic_.arm, p) || !keeps(statistic_.versus, p))
        continue;
      delays.push_back((a[p] - b[p]) / kWeeksPerYear);
    }
    if (delays.empty()) throw Error("the measure never turns on in both arms");
    return mean(delays) + ageOf(statistic_.arm) - ageOf(statistic_.versus);
  }

  // Means over people at every `step` weeks of the span, its end included.
  Values curve(const std::string& armName, Span span, int step, std::vector<int>& weeks) {
    for (int week = span.from; week < span.to; week += step) weeks.push_back(week);
    weeks.push_back(span.to);
    Values means;
    for (const int week : weeks) means.push_back(meanAt(armName, check_.measure, span.from, week));
    return means;
  }

  double ageOfPeak() {
    const double age = ageOf(statistic_.arm);
    Span span;
    span.to = static_cast<int>(std::lround((100 - age) * kWeeksPerYear));
    if (statistic_.from)
      span.from = std::max(0, static_cast<int>(std::lround(statistic_.from->week(age))));
    if (statistic_.to) span.to = weekOf(*statistic_.to, statistic_.arm);
    if (span.to <= span.from) throw Error("the span ends before it begins");
    const int step = 1 + (span.to - span.from) / kMostReadings;
    std::vector<int> weeks;
    const Values means = curve(statistic_.arm, span, step, weeks);
    if (sampler_.planning()) return 0;
    return age + weeks[indexOfPeak(means)] / kWeeksPerYear;
  }

  double weekToFraction() {
    const Span span = arm();
    std::vector<int> weeks;
    const Values means = curve(statistic_.arm, span, 1, weeks);
    if (sampler_.planning()) return 0;
    return weeks[indexOfFraction(means, statistic_.fraction)];
  }

  double correlation() {
    const Span span = arm();
    const CheckMeasure& with = *statistic_.with;
    const bool ofChange = statistic_.from.has_value();
    const Values x = ofChange ? changes(statistic_.arm, check_.measure, span)
                              : values(statistic_.arm, check_.measure, span.from, span.to);
    const int baseline = with.from ? weekOf(*with.from, statistic_.arm) : span.from;
    Values y;
    if (with.week && !with.from) {
      y = values(statistic_.arm, with, baseline, weekOf(*with.week, statistic_.arm));
    } else if (ofChange || with.from) {
      const int end = with.week ? weekOf(*with.week, statistic_.arm) : span.to;
      y = changes(statistic_.arm, with, {baseline, end});
    } else {
      y = values(statistic_.arm, with, baseline, span.to);
    }
    return sampler_.planning() ? 0 : pearson(x, y);
  }

  double heritability() {
    if (statistic_.among) throw Error("\"heritability\" takes no \"among\": twins come in pairs");
    const Span span = arm();
    if (check_.measure.outcome != Outcome::state) throw Error("\"heritability\" needs a state");
    const Values identical =
        sampler_.state(statistic_.arm, check_.measure.state, span.to, Kinship::identicalTwins);
    const Values fraternal =
        sampler_.state(statistic_.arm, check_.measure.state, span.to, Kinship::fraternalTwins);
    return sampler_.planning() ? 0 : falconerHeritability(identical, fraternal);
  }

  double gainRatio() {
    double a = change(statistic_.arm, check_.measure, arm());
    double b = change(statistic_.versus, check_.versusMeasure, versus());
    if (!statistic_.control.empty()) {
      a -= change(statistic_.control, check_.measure,
                  spanOf(statistic_.control, statistic_.from, statistic_.to));
    }
    if (!statistic_.versusControl.empty()) {
      b -= change(statistic_.versusControl, check_.versusMeasure,
                  versusOf(statistic_.versusControl));
    }
    return divide(a, b, "the versus side does not change, so a ratio of gains is not defined");
  }

  double recoveredFraction() {
    const Span a = arm(), b = versus();
    const double before = meanAt(statistic_.arm, check_.measure, 0, a.from) -
                          meanAt(statistic_.versus, check_.versusMeasure, 0, b.from);
    const double after = meanAt(statistic_.arm, check_.measure, 0, a.to) -
                         meanAt(statistic_.versus, check_.versusMeasure, 0, b.to);
    return 1 - divide(after, before, "the arms do not differ at the start, so nothing can recover");
  }

  const Check& check_;
  const Statistic& statistic_;
  Sampler& sampler_;
  std::map<std::string, std::vector<char>> kept_;
};

// The first issue says enough in a table of one row a check.
std::string briefly(const ContentError& error) {
  const Issue& issue = error.issues().front();
  std::string text = issue.place.empty() ? issue.message : issue.place + ": " + issue.message;
  if (error.issues().size() > 1) {
    text += " (and " + std::to_string(error.issues().size() - 1) + " more)";
  }
  return text;
}

double simulate(const Population& population, const Check& check, int people, int threads) {
  Sampler sampler(check, people > 0 ? people : check.people);
  (void)Evaluator(check, sampler).evaluate();
  sampler.simulate(population, threads);
  return Evaluator(check, sampler).evaluate();
}

// Person-weeks to simulate, to begin with the longest check.
double costOf(const Check& check, int people) {
  double cost = 0;
  for (const CheckArm& arm : check.arms) {
    double end = 0;
    for (const auto& point : {check.statistic.to, check.statistic.versusTo}) {
      if (point) end = std::max(end, point->week(arm.person.ageYears.mean));
    }
    cost += arm.person.ageYears.mean * kWeeksPerYear + end;
  }
  const double twins = check.statistic.kind == StatisticKind::heritability ? 4 : 1;
  return cost * twins * (people > 0 ? people : check.people);
}

}  // namespace

CheckResult runCheck(const Population& population, const Check& check, int people, int threads) {
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
    if (!std::isfinite(simulated)) throw Error("the result is not a finite number");
    result.simulated = simulated;
    result.pass = simulated >= check.expect.low && simulated <= check.expect.high;
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
        CheckResult result = runCheck(population, checks[at], options.people, threadsEach);
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

Score scoreOf(const std::vector<CheckResult>& results) {
  Score score;
  for (const CheckResult& result : results) {
    ++score.total;
    if (result.pass) ++score.passed;
  }
  return score;
}

std::vector<std::pair<std::string, Score>> scoreByGroup(const std::vector<CheckResult>& results) {
  std::vector<std::pair<std::string, Score>> groups;
  for (const CheckResult& result : results) {
    auto found = std::find_if(groups.begin(), groups.end(),
                              [&](const auto& group) { return group.first == result.group; });
    if (found == groups.end()) found = groups.insert(groups.end(), {result.group, {}});
    ++found->second.total;
    if (result.pass) ++found->second.passed;
  }
  return groups;
}

std::string reportJson(const std::vector<CheckResult>& results) {
  using Json = nlohmann::ordered_json;
  const auto numberOrNull = [](double v) { return std::isfinite(v) ? Json(v) : Json(nullptr); };
  Json rows = Json::array();
  for (const CheckResult& result : results) {
    rows.push_back({{"id", result.id},
                    {"group", result.group},
                    {"published", result.published ? Json(*result.published) : Json(nullptr)},
                    {"low", numberOrNull(result.low)},
                    {"high", numberOrNull(result.high)},
                    {"simulated", numberOrNull(result.simulated)},
                    {"pass", result.pass},
                    {"seconds", std::round(result.seconds * 1e4) / 1e4},
                    {"error", result.error.empty() ? Json(nullptr) : Json(result.error)}});
  }
  const Score score = scoreOf(results);
  const Json report{{"checks", rows}, {"passed", score.passed}, {"total", score.total}};
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string reportMarkdown(const std::vector<CheckResult>& results) {
  const auto row = [](const std::string& name, const Score& score) {
    return "| " + name + " | " + std::to_string(score.passed) + " | " +
           std::to_string(score.total) + " |\n";
  };
  std::string out = "| group | passed | of |\n|---|---:|---:|\n";
  for (const auto& [group, score] : scoreByGroup(results)) out += row(group, score);
  return out + row("**all**", scoreOf(results));
}

}  // namespace syn::sim
