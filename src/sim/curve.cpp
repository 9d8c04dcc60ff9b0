#include "sim/curve.h"

#include <algorithm>
#include <cstddef>

namespace syn::sim {

Curve::Curve(std::vector<double> ages, std::vector<double> values)
    : ages_(std::move(ages)), values_(std::move(values)), slopes_(ages_.size(), 0.0) {
  const std::size_t n = ages_.size();
  const auto width = [&](std::size_t i) { return ages_[i + 1] - ages_[i]; };
  const auto secant = [&](std::size_t i) { return (values_[i + 1] - values_[i]) / width(i); };
  for (std::size_t i = 1; i + 1 < n; ++i) {
    const double before = secant(i - 1);
    const double after = secant(i);
    if (before * after <= 0) continue;  // an extremum stays where the data put it
    const double w1 = 2 * width(i) + width(i - 1);
    const double w2 = width(i) + 2 * width(i - 1);
    slopes_[i] = (w1 + w2) / (w1 / before + w2 / after);
  }
  slopes_.front() = secant(0);
  slopes_.back() = secant(n - 2);
}

double Curve::at(double age) const {
  if (age <= ages_.front()) return values_.front();
  if (age >= ages_.back()) return values_.back();
  const auto right = std::upper_bound(ages_.begin(), ages_.end(), age);
  const auto i = static_cast<std::size_t>(right - ages_.begin()) - 1;
  const double h = ages_[i + 1] - ages_[i];
  const double t = (age - ages_[i]) / h;
  const double t2 = t * t;
  const double t3 = t2 * t;
  return values_[i] * (2 * t3 - 3 * t2 + 1) + slopes_[i] * h * (t3 - 2 * t2 + t) +
         values_[i + 1] * (3 * t2 - 2 * t3) + slopes_[i + 1] * h * (t3 - t2);
}

}  // namespace syn::sim
