#include "session/region_reader.h"

#include "base/error.h"
#include "sim/model.h"
#include "sim/trajectory.h"

namespace syn::session {
namespace {

/// -1 for what the model holds no state of.
int resolveOrNone(const sim::Trajectory& life, const sim::Measure& measure) {
  try {
    return life.resolve(measure);
  } catch (const Error&) {
    return -1;
  }
}

}  // namespace

RegionReader::RegionReader(const sim::Trajectory& life) : life_(life) {
  using sim::Quantity;
  const auto rows = [&](Quantity quantity, const Region& region) {
    std::array<int, kSides> found{};
    constexpr std::array kSideWords{"left", "right", "both"};
    for (std::size_t side = 0; side < kSides; ++side) {
      sim::Measure measure;
      measure.quantity = quantity;
      measure.region = region.id;
      measure.hemisphere = region.midline ? "both" : kSideWords[side];
      found[side] = resolveOrNone(life, measure);
    }
    return found;
  };
  for (const Region& region : life.model().catalogue().regions) {
    volume_.push_back(rows(Quantity::volume, region));
    density_.push_back(rows(Quantity::density, region));
    reactivity_.push_back(rows(Quantity::reactivity, region));
  }
  sim::Measure births;
  births.quantity = Quantity::newNeuronsPerDay;
  newNeurons_ = resolveOrNone(life, births);
}

std::optional<double> RegionReader::read(const Rows& rows, const RegionSelection& of,
                                         double age) const {
  if (of.region < 0) return std::nullopt;
  std::size_t side = 2;
  if (of.hemisphere == Hemisphere::left) side = 0;
  if (of.hemisphere == Hemisphere::right) side = 1;
  const int resolved = rows.at(static_cast<std::size_t>(of.region))[side];
  if (resolved < 0) return std::nullopt;
  return life_.value(resolved, age);
}

std::optional<double> RegionReader::volume(const RegionSelection& of, double age) const {
  return read(volume_, of, age);
}

std::optional<double> RegionReader::density(const RegionSelection& of, double age) const {
  return read(density_, of, age);
}

std::optional<double> RegionReader::reactivity(const RegionSelection& of, double age) const {
  return read(reactivity_, of, age);
}

std::optional<double> RegionReader::newNeurons(double age) const {
  if (newNeurons_ < 0) return std::nullopt;
  return life_.value(newNeurons_, age);
}

}  // namespace syn::session
