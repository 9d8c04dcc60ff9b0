#include "checks/arithmetic.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/error.h"

namespace syn::checks {
namespace {

void require(bool holds, const char* sentence) {
  if (!holds) throw Error(sentence);
}

double sumOfSquares(std::span<const double> values) {
  const double centre = mean(values);
  double sum = 0;
  for (const double v : values) sum += (v - centre) * (v - centre);
  return sum;
}

// Scatter that is only rounding: the people do not differ at all.
bool negligible(double spread, double scale) {
  return spread <= 1e-12 * std::max(1.0, std::abs(scale));
}

}  // namespace

double mean(std::span<const double> values) {
  require(!values.empty(), "nobody is left to take a mean of");
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double standardDeviation(std::span<const double> values) {
  require(values.size() >= 2, "a standard deviation needs at least two people");
  return std::sqrt(sumOfSquares(values) / static_cast<double>(values.size() - 1));
}

double pooledStandardDeviation(std::span<const double> a, std::span<const double> b) {
  require(a.size() + b.size() >= 3 && !a.empty() && !b.empty(),
          "a pooled standard deviation needs at least three people in two groups");
  return std::sqrt((sumOfSquares(a) + sumOfSquares(b)) /
                   static_cast<double>(a.size() + b.size() - 2));
}

double cohensD(std::span<const double> a, std::span<const double> b) {
  const double difference = mean(a) - mean(b);
  const double spread = pooledStandardDeviation(a, b);
  const double scale = mean(a);
  if (negligible(spread, scale)) {
    require(negligible(std::abs(difference), scale),
            "people do not differ, so Cohen's d is not defined");
    return 0;
  }
  return difference / spread;
}

double pearson(std::span<const double> x, std::span<const double> y) {
  require(x.size() == y.size() && x.size() >= 2, "a correlation needs at least two people");
  const double mx = mean(x), my = mean(y);
  double xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) xy += (x[i] - mx) * (y[i] - my);
  const double xx = sumOfSquares(x), yy = sumOfSquares(y);
  require(!negligible(std::sqrt(xx), mx) && !negligible(std::sqrt(yy), my),
          "people do not differ, so a correlation is not defined");
  return xy / std::sqrt(xx * yy);
}

double oddsRatio(double eventsA, double peopleA, double eventsB, double peopleB) {
  require(peopleA > 0 && peopleB > 0, "nobody is left in one of the groups");
  double a = eventsA, b = peopleA - eventsA, c = eventsB, d = peopleB - eventsB;
  if (a == 0 || b == 0 || c == 0 || d == 0) {
    for (double* cell : {&a, &b, &c, &d}) *cell += 0.5;
  }
  return (a * d) / (b * c);
}

double riskRatio(double eventsA, double peopleA, double eventsB, double peopleB) {
  require(peopleA > 0 && peopleB > 0, "nobody is left in one of the groups");
  if (eventsB == 0) {
    return ((eventsA + 0.5) / (peopleA + 1)) / (0.5 / (peopleB + 1));
  }
  return (eventsA / peopleA) / (eventsB / peopleB);
}

namespace {

// One distinct event time: who is at risk and who has the event, by group.
struct EventTime {
  double riskA = 0, riskB = 0, eventsA = 0, eventsB = 0;
};

std::vector<EventTime> eventTimes(std::span<const FollowUp> a, std::span<const FollowUp> b) {
  std::vector<double> times;
  for (const auto group : {a, b}) {
    for (const FollowUp& person : group) {
      if (person.event) times.push_back(person.time);
    }
  }
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  std::vector<EventTime> out;
  for (const double time : times) {
    EventTime at;
    const auto count = [time](std::span<const FollowUp> group, double& risk, double& events) {
      for (const FollowUp& person : group) {
        if (person.time >= time) risk += 1;
        if (person.event && person.time == time) events += 1;
      }
    };
    count(a, at.riskA, at.eventsA);
    count(b, at.riskB, at.eventsB);
    out.push_back(at);
  }
  return out;
}

}  // namespace

double hazardRatio(std::span<const FollowUp> a, std::span<const FollowUp> b) {
  require(!a.empty() && !b.empty(), "nobody is left in one of the groups");
  const std::vector<EventTime> times = eventTimes(a, b);
  double eventsA = 0, eventsB = 0, timeA = 0, timeB = 0;
  for (const EventTime& at : times) {
    eventsA += at.eventsA;
    eventsB += at.eventsB;
  }
  for (const FollowUp& person : a) timeA += person.time;
  for (const FollowUp& person : b) timeB += person.time;
  require(eventsA + eventsB > 0, "nobody had the event, so a hazard ratio is not defined");
  require(timeA > 0 && timeB > 0, "nobody was followed for any time");
  if (eventsA == 0 || eventsB == 0) {
    return ((eventsA + 0.5) / timeA) / ((eventsB + 0.5) / timeB);
  }
  double beta = std::log((eventsA / timeA) / (eventsB / timeB));
  for (int iteration = 0; iteration < 50; ++iteration) {
    double score = 0, information = 0;
    for (const EventTime& at : times) {
      const double events = at.eventsA + at.eventsB;
      score += at.eventsA;
      for (int l = 0; l < static_cast<int>(events); ++l) {
        const double passed = l / events;
        const double weightA = std::exp(beta) * (at.riskA - passed * at.eventsA);
        const double weightB = at.riskB - passed * at.eventsB;
        const double share = weightA / (weightA + weightB);
        score -= share;
        information += share * (1 - share);
      }
    }
    // No time at which both groups are at risk together carries information about their ratio.
    require(information > 1e-12, "the groups are never at risk together");
    const double step = std::clamp(score / information, -1.0, 1.0);
    beta += step;
    if (std::abs(step) < 1e-10) break;
  }
  return std::exp(beta);
}

double intraclassCorrelation(std::span<const double> values) {
  require(values.size() >= 4 && values.size() % 2 == 0,
          "an intraclass correlation needs at least two pairs");
  const double centre = mean(values);
  double between = 0, within = 0;
  for (std::size_t i = 0; i < values.size(); i += 2) {
    const double half = 0.5 * (values[i] - values[i + 1]);
    const double middle = 0.5 * (values[i] + values[i + 1]) - centre;
    between += 2 * middle * middle;
    within += 2 * half * half;
  }
  const double pairs = static_cast<double>(values.size()) / 2;
  between /= pairs - 1;
  within /= pairs;
  require(!negligible(std::sqrt(between + within), centre),
          "people do not differ, so a heritability is not defined");
  return (between - within) / (between + within);
}

double falconerHeritability(std::span<const double> identical, std::span<const double> fraternal) {
  const double difference = intraclassCorrelation(identical) - intraclassCorrelation(fraternal);
  return std::clamp(2 * difference, 0.0, 1.0);
}

std::size_t indexOfPeak(std::span<const double> curve) {
  require(!curve.empty(), "a curve without points has no peak");
  return static_cast<std::size_t>(std::max_element(curve.begin(), curve.end()) - curve.begin());
}

std::size_t indexOfFraction(std::span<const double> curve, double fraction) {
  require(curve.size() >= 2, "a curve needs two points to change");
  const double change = curve.back() - curve.front();
  require(!negligible(std::abs(change), curve.front()),
          "the measure does not change over the span, so it covers no fraction of it");
  for (std::size_t i = 0; i < curve.size(); ++i) {
    if ((curve[i] - curve.front()) / change >= fraction) return i;
  }
  return curve.size() - 1;
}

}  // namespace syn::checks
