#include "checks/readings.h"

#include <cmath>

#include "base/error.h"
#include "checks/arithmetic.h"
#include "checks/outcomes.h"

namespace syn::checks {

Readings::Readings(const Check& check, Sampler& sampler) : check_(check), sampler_(sampler) {
  if (statistic().among) findKept();
}

double Readings::ageOf(const std::string& arm) const {
  return check_.arm(arm).person.ageYears.mean;
}

int Readings::weekOf(const sim::TimePoint& point, const std::string& arm) const {
  const long week = std::lround(point.week(ageOf(arm)));
  if (week < 0) throw Error("reads an age before week 0 of arm \"" + arm + "\"");
  return static_cast<int>(week);
}

WeekSpan Readings::spanOf(const std::string& arm, const std::optional<sim::TimePoint>& from,
                          const std::optional<sim::TimePoint>& to) const {
  WeekSpan span;
  if (from) span.from = weekOf(*from, arm);
  if (to) span.to = weekOf(*to, arm);
  if (span.to < span.from) throw Error("the span ends before it begins");
  return span;
}

WeekSpan Readings::spanIn(const std::string& arm) const {
  return spanOf(arm, statistic().from, statistic().to);
}

WeekSpan Readings::versusSpanIn(const std::string& arm) const {
  return spanOf(arm, statistic().versusFrom ? statistic().versusFrom : statistic().from,
                statistic().versusTo ? statistic().versusTo : statistic().to);
}

void Readings::findKept() {
  const Among& among = *statistic().among;
  const auto keptIn = [&](const std::string& arm) {
    const sim::TimePoint week = among.measure.week ? *among.measure.week
                                : statistic().to   ? *statistic().to
                                                   : sim::TimePoint{};
    const int baseline = among.measure.from ? weekOf(*among.measure.from, arm) : 0;
    const Values holds = everybody(arm, among.measure, baseline, weekOf(week, arm));
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
       {statistic().arm, statistic().versus, statistic().control, statistic().versusControl}) {
    if (!name.empty()) kept_[name] = keptIn(name);
  }
}

bool Readings::keeps(const std::string& arm, std::size_t person) const {
  const auto found = kept_.find(arm);
  return found == kept_.end() || found->second[person] != 0;
}

Values Readings::everybody(const std::string& arm, const CheckMeasure& measure, int baseline,
                           int week) {
  return readMeasure(sampler_, arm, measure, baseline, week);
}

Values Readings::values(const std::string& arm, const CheckMeasure& measure, int baseline,
                        int week) {
  Values all = everybody(arm, measure, baseline, week);
  if (kept_.empty() || planning()) return all;
  Values out;
  for (std::size_t p = 0; p < all.size(); ++p) {
    if (keeps(arm, p)) out.push_back(all[p]);
  }
  if (out.empty()) throw Error("\"among\" leaves nobody in arm \"" + arm + "\"");
  return out;
}

double Readings::meanAt(const std::string& arm, const CheckMeasure& measure, int baseline,
                        int week) {
  const Values v = values(arm, measure, baseline, week);
  return planning() ? 0 : mean(v);
}

Values Readings::changes(const std::string& arm, const CheckMeasure& measure, WeekSpan span) {
  Values to = values(arm, measure, span.from, span.to);
  if (measure.outcome != nullptr) return to;
  const Values from = values(arm, measure, span.from, span.from);
  for (std::size_t p = 0; p < to.size(); ++p) to[p] -= from[p];
  return to;
}

double Readings::meanChange(const std::string& arm, const CheckMeasure& measure, WeekSpan span) {
  const Values v = changes(arm, measure, span);
  return planning() ? 0 : mean(v);
}

std::vector<int> Readings::firstWeeks(const std::string& arm, const CheckMeasure& measure,
                                      WeekSpan span, bool atStart) {
  std::vector<int> first(planning() ? 0 : sampler_.people(), -1);
  const auto note = [&](int week, int mark) {
    // What looks at a whole span is asked week by week here, each on its own.
    const bool ofSpan = measure.outcome != nullptr && measure.outcome->ofSpan;
    const Values holds = everybody(arm, measure, ofSpan ? week - 1 : span.from, week);
    for (std::size_t p = 0; p < holds.size(); ++p) {
      if (holds[p] != 0 && first[p] == -1) first[p] = mark;
    }
  };
  if (atStart) {
    note(span.from, span.from);
  } else if (measure.outcome == nullptr) {
    note(span.from, -2);
  }
  for (int week = span.from + 1; week <= span.to; ++week) note(week, week);
  return first;
}

double Readings::divide(double numerator, double denominator, const char* complaint) const {
  if (planning()) return 0;
  if (std::abs(denominator) < 1e-12) throw Error(complaint);
  return numerator / denominator;
}

}  // namespace syn::checks
