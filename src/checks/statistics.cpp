#include "checks/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/error.h"
#include "checks/arithmetic.h"
#include "checks/readings.h"
#include "sim/layout.h"

namespace syn::checks {
namespace {

constexpr double kWeeksPerYear = sim::kWeeksPerYear;
constexpr int kMostReadings = 2600;  // points of a curve over people

double value(Readings& r) {
  const WeekSpan span = r.span();
  return r.meanAt(r.statistic().arm, r.check().measure, span.from, span.to);
}

double percentChange(Readings& r) {
  const WeekSpan span = r.span();
  const double from = r.meanAt(r.statistic().arm, r.check().measure, span.from, span.from);
  const double to = r.meanAt(r.statistic().arm, r.check().measure, span.from, span.to);
  return 100 *
         r.divide(to - from, from, "the measure starts at zero, so a percentage is not defined");
}

double percentPerYear(Readings& r) {
  const WeekSpan span = r.span();
  return percentChange(r) *
         r.divide(kWeeksPerYear, span.to - span.from, "a yearly change needs a span of time");
}

double change(Readings& r) {
  return r.meanChange(r.statistic().arm, r.check().measure, r.span());
}

double versusChange(Readings& r) {
  return r.meanChange(r.statistic().versus, r.check().versusMeasure, r.versusSpan());
}

double difference(Readings& r) {
  const Statistic& s = r.statistic();
  // Without a start there is no change to compare: then the states at the end are.
  if (!s.from) {
    const double a = r.meanAt(s.arm, r.check().measure, 0, r.span().to);
    return a - r.meanAt(s.versus, r.check().versusMeasure, 0, r.versusSpan().to);
  }
  const double a = change(r);
  return a - versusChange(r);
}

double ratio(Readings& r) {
  const WeekSpan a = r.span(), b = r.versusSpan();
  const double numerator = r.meanAt(r.statistic().arm, r.check().measure, a.from, a.to);
  const double denominator = r.meanAt(r.statistic().versus, r.check().versusMeasure, b.from, b.to);
  return r.divide(numerator, denominator, "the mean of \"versus\" is zero");
}

double cohensDOfStates(Readings& r) {
  const WeekSpan a = r.span(), b = r.versusSpan();
  const Values x = r.values(r.statistic().arm, r.check().measure, a.from, a.to);
  const Values y = r.values(r.statistic().versus, r.check().versusMeasure, b.from, b.to);
  return r.planning() ? 0 : cohensD(x, y);
}

double cohensDOfChanges(Readings& r) {
  const WeekSpan a = r.span(), b = r.versusSpan();
  const Values x = r.changes(r.statistic().arm, r.check().measure, a);
  const Values y = r.changes(r.statistic().versus, r.check().versusMeasure, b);
  return r.planning() ? 0 : cohensD(x, y);
}

double counted(Readings& r, double (*compare)(double, double, double, double)) {
  const WeekSpan a = r.span(), b = r.versusSpan();
  const Values x = r.values(r.statistic().arm, r.check().measure, a.from, a.to);
  const Values y = r.values(r.statistic().versus, r.check().versusMeasure, b.from, b.to);
  if (r.planning()) return 0;
  const auto events = [](const Values& v) { return std::accumulate(v.begin(), v.end(), 0.0); };
  return compare(events(x), static_cast<double>(x.size()), events(y),
                 static_cast<double>(y.size()));
}

double oddsRatios(Readings& r) {
  return counted(r, oddsRatio);
}

double riskRatios(Readings& r) {
  return counted(r, riskRatio);
}

std::vector<FollowUp> followUps(Readings& r, const std::string& arm, const CheckMeasure& measure,
                                WeekSpan span) {
  const std::vector<int> first = r.firstWeeks(arm, measure, span, false);
  std::vector<FollowUp> out;
  for (std::size_t p = 0; p < first.size(); ++p) {
    if (first[p] == -2 || !r.keeps(arm, p)) continue;  // had it before: not at risk
    const bool event = first[p] >= 0;
    out.push_back({static_cast<double>((event ? first[p] : span.to) - span.from), event});
  }
  return out;
}

double hazards(Readings& r) {
  const Statistic& s = r.statistic();
  const std::vector<FollowUp> a = followUps(r, s.arm, r.check().measure, r.span());
  const std::vector<FollowUp> b = followUps(r, s.versus, r.check().versusMeasure, r.versusSpan());
  return r.planning() ? 0 : hazardRatio(a, b);
}

// Difference of the mean ages at which the measure first holds, over people in whom it comes to
// hold in both arms (the same people live both), so that late onsets are not lost from one side
// only.
double onsetDelay(Readings& r) {
  const Statistic& s = r.statistic();
  const std::vector<int> a = r.firstWeeks(s.arm, r.check().measure, r.span(), true);
  const std::vector<int> b = r.firstWeeks(s.versus, r.check().versusMeasure, r.versusSpan(), true);
  if (r.planning()) return 0;
  Values delays;
  for (std::size_t p = 0; p < a.size(); ++p) {
    if (a[p] < 0 || b[p] < 0 || !r.keeps(s.arm, p) || !r.keeps(s.versus, p)) continue;
    delays.push_back((a[p] - b[p]) / kWeeksPerYear);
  }
  if (delays.empty()) throw Error("the measure never turns on in both arms");
  return mean(delays) + r.ageOf(s.arm) - r.ageOf(s.versus);
}

// Means over people at every `step` weeks of the span, its end included.
Values curve(Readings& r, WeekSpan span, int step, std::vector<int>& weeks) {
  for (int week = span.from; week < span.to; week += step) weeks.push_back(week);
  weeks.push_back(span.to);
  Values means;
  for (const int week : weeks) {
    means.push_back(r.meanAt(r.statistic().arm, r.check().measure, span.from, week));
  }
  return means;
}

double ageOfPeak(Readings& r) {
  const Statistic& s = r.statistic();
  const double age = r.ageOf(s.arm);
  WeekSpan span;
  span.to = static_cast<int>(std::lround((100 - age) * kWeeksPerYear));
  if (s.from) span.from = std::max(0, static_cast<int>(std::lround(s.from->week(age))));
  if (s.to) span.to = r.weekOf(*s.to, s.arm);
  if (span.to <= span.from) throw Error("the span ends before it begins");
  const int step = 1 + (span.to - span.from) / kMostReadings;
  std::vector<int> weeks;
  const Values means = curve(r, span, step, weeks);
  if (r.planning()) return 0;
  return age + weeks[indexOfPeak(means)] / kWeeksPerYear;
}

double weekToFraction(Readings& r) {
  std::vector<int> weeks;
  const Values means = curve(r, r.span(), 1, weeks);
  if (r.planning()) return 0;
  return weeks[indexOfFraction(means, r.statistic().fraction)];
}

double correlation(Readings& r) {
  const Statistic& s = r.statistic();
  const WeekSpan span = r.span();
  const CheckMeasure& with = *s.with;
  const bool ofChange = s.from.has_value();
  const Values x = ofChange ? r.changes(s.arm, r.check().measure, span)
                            : r.values(s.arm, r.check().measure, span.from, span.to);
  const int baseline = with.from ? r.weekOf(*with.from, s.arm) : span.from;
  Values y;
  if (with.week && !with.from) {
    y = r.values(s.arm, with, baseline, r.weekOf(*with.week, s.arm));
  } else if (ofChange || with.from) {
    const int end = with.week ? r.weekOf(*with.week, s.arm) : span.to;
    y = r.changes(s.arm, with, {baseline, end});
  } else {
    y = r.values(s.arm, with, baseline, span.to);
  }
  return r.planning() ? 0 : pearson(x, y);
}

double heritability(Readings& r) {
  const Statistic& s = r.statistic();
  if (s.among) throw Error("\"heritability\" takes no \"among\": twins come in pairs");
  const WeekSpan span = r.span();
  const CheckMeasure& measure = r.check().measure;
  if (measure.outcome != nullptr) throw Error("\"heritability\" needs a state");
  const Values identical =
      r.sampler().state(s.arm, measure.state, span.to, sim::Kinship::identicalTwins);
  const Values fraternal =
      r.sampler().state(s.arm, measure.state, span.to, sim::Kinship::fraternalTwins);
  return r.planning() ? 0 : falconerHeritability(identical, fraternal);
}

double gainRatio(Readings& r) {
  const Statistic& s = r.statistic();
  double a = change(r);
  double b = versusChange(r);
  if (!s.control.empty()) {
    a -= r.meanChange(s.control, r.check().measure, r.spanIn(s.control));
  }
  if (!s.versusControl.empty()) {
    b -= r.meanChange(s.versusControl, r.check().versusMeasure, r.versusSpanIn(s.versusControl));
  }
  return r.divide(a, b, "the versus side does not change, so a ratio of gains is not defined");
}

double recoveredFraction(Readings& r) {
  const Statistic& s = r.statistic();
  const WeekSpan a = r.span(), b = r.versusSpan();
  const double before = r.meanAt(s.arm, r.check().measure, 0, a.from) -
                        r.meanAt(s.versus, r.check().versusMeasure, 0, b.from);
  const double after = r.meanAt(s.arm, r.check().measure, 0, a.to) -
                       r.meanAt(s.versus, r.check().versusMeasure, 0, b.to);
  return 1 - r.divide(after, before, "the arms do not differ at the start, so nothing can recover");
}

constexpr bool kVersus = true, kEnd = true, kCounts = true, kFraction = true, kWith = true,
               kTwins = true;
constexpr std::array<StatisticKind, 19> kKinds{{
    {"value", value},
    {"percent_change", percentChange},
    {"change", change},
    {"percent_per_year", percentPerYear},
    {"difference", difference, kVersus},
    {"ratio", ratio, kVersus},
    {"cohens_d", cohensDOfStates, kVersus},
    {"cohens_d_change", cohensDOfChanges, kVersus},
    {"proportion", value, !kVersus, kEnd, kCounts},
    {"odds_ratio", oddsRatios, kVersus, kEnd, kCounts},
    {"hazard_ratio", hazards, kVersus, kEnd, kCounts},
    {"risk_ratio", riskRatios, kVersus, kEnd, kCounts},
    {"age_of_peak", ageOfPeak, !kVersus, !kEnd},
    {"onset_delay", onsetDelay, kVersus, kEnd, kCounts},
    {"week_to_fraction", weekToFraction, !kVersus, kEnd, !kCounts, kFraction},
    {"correlation", correlation, !kVersus, kEnd, !kCounts, !kFraction, kWith},
    {"heritability", heritability, !kVersus, kEnd, !kCounts, !kFraction, !kWith, kTwins},
    {"gain_ratio", gainRatio, kVersus},
    {"recovered_fraction", recoveredFraction, kVersus},
}};

}  // namespace

std::span<const StatisticKind> statisticKinds() {
  return kKinds;
}

const StatisticKind* statisticKind(std::string_view word) {
  const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                  [&](const StatisticKind& kind) { return kind.word == word; });
  return found == kKinds.end() ? nullptr : &*found;
}

}  // namespace syn::checks
