#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace syn::checks {

/// The statistics of the evidence checks, on plain numbers: one value a person. Every function
/// throws Error with a sentence when its result is not defined (nobody, no scatter, nothing
/// changed).

/// Arithmetic mean.
[[nodiscard]] double mean(std::span<const double> values);

/// Sample standard deviation, divided by n - 1.
[[nodiscard]] double standardDeviation(std::span<const double> values);

/// sqrt(((na-1) sa^2 + (nb-1) sb^2) / (na + nb - 2)).
[[nodiscard]] double pooledStandardDeviation(std::span<const double> a, std::span<const double> b);

/// Cohen's d: (mean a - mean b) / pooled SD. Zero when the means agree and nobody differs.
[[nodiscard]] double cohensD(std::span<const double> a, std::span<const double> b);

/// Pearson's product-moment correlation of paired values.
[[nodiscard]] double pearson(std::span<const double> x, std::span<const double> y);

/// (ea / (na - ea)) / (eb / (nb - eb)) for `e` events among `n` people. Haldane and Anscombe's
/// correction, 0.5 added to every cell, when a cell is zero.
[[nodiscard]] double oddsRatio(double eventsA, double peopleA, double eventsB, double peopleB);

/// (ea / na) / (eb / nb); 0.5 added to every cell of the two-by-two table when there is no event in
/// `b`.
[[nodiscard]] double riskRatio(double eventsA, double peopleA, double eventsB, double peopleB);

/// What happened to one person: the event at `time`, or only followed until `time`.
struct FollowUp {
  double time = 0;
  bool event = false;
};

/// Hazard of `a` over hazard of `b` by Cox's partial likelihood with Efron's handling of ties
/// (weekly readings tie often), one binary covariate, Newton's method. When one side has no event
/// the likelihood has no maximum: then the ratio of rates per person-time with 0.5 events added to
/// both.
[[nodiscard]] double hazardRatio(std::span<const FollowUp> a, std::span<const FollowUp> b);

/// Intraclass correlation ICC(1) of pairs, from a one-way analysis of variance. `values` holds the
/// two members of pair k at 2k and 2k+1.
[[nodiscard]] double intraclassCorrelation(std::span<const double> values);

/// Falconer's estimate 2 (r identical - r fraternal), clamped to 0..1; pairs as in
/// intraclassCorrelation.
[[nodiscard]] double falconerHeritability(std::span<const double> identical,
                                          std::span<const double> fraternal);

/// Index of the largest value of a curve, the first one on a tie.
[[nodiscard]] std::size_t indexOfPeak(std::span<const double> curve);

/// First index at which a curve has covered `fraction` of its change from first to last value.
[[nodiscard]] std::size_t indexOfFraction(std::span<const double> curve, double fraction);

}  // namespace syn::checks
