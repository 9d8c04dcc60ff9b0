#include "scene/frame_builder.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "base/error.h"
#include "scene/sentences.h"
#include "sim/model.h"
#include "sim/trajectory.h"

namespace syn::scene {

namespace {

constexpr double kAdultAge = 25;

/// -1 for what the model has no state of (ventricles, say): such parts are shown and stay at 1.
int resolveOrNone(const sim::Trajectory& life, const sim::Measure& measure) {
  try {
    return life.resolve(measure);
  } catch (const Error&) {
    return -1;
  }
}

float read(const sim::Trajectory& life, int resolved, double age, float otherwise) {
  return resolved < 0 ? otherwise : static_cast<float>(life.value(resolved, age));
}

/// A measure; quantities that need more are told by `with`.
sim::Measure plain(sim::Quantity quantity, void (*with)(sim::Measure&) = nullptr) {
  sim::Measure measure;
  measure.quantity = quantity;
  if (with != nullptr) with(measure);
  return measure;
}

sim::Measure ofRegion(sim::Quantity quantity, const std::string& region, std::string hemisphere) {
  sim::Measure measure = plain(quantity);
  measure.region = region;
  measure.hemisphere = std::move(hemisphere);
  return measure;
}

/// The structure of a region on a side; of a midline region the one there is.
std::size_t structureOf(const Catalogue& catalogue, int region, Hemisphere side) {
  const auto found = catalogue.structureIndex(region, side);
  return static_cast<std::size_t>(
      found ? *found : catalogue.structureIndex(region, Hemisphere::midline).value());
}

/// Share of the newborn neurons of a healthy adult that live to integrate: the early half of the
/// maturation stages each lets `neurogenesis.stage_survival` pass.
double usualSurvival(const sim::Model& model) {
  constexpr int kEarlyStages = 4;
  for (const sim::ParameterInfo& parameter : model.parameters()) {
    if (parameter.id == "neurogenesis.stage_survival") {
      return std::pow(parameter.value, kEarlyStages);
    }
  }
  throw Error("the model has no parameter neurogenesis.stage_survival");
}

/// Changes of a state against what it is compared with.
void measure(StructureState& state, float density, float volume) {
  state.densityChange = density > 0 ? state.density / density - 1 : 0;
  state.volumeChange = volume > 0 ? state.volume / volume - 1 : 0;
}

}  // namespace

FrameBuilder::FrameBuilder(const sim::Trajectory& life) : life_(life) {
  resolve();
}

void FrameBuilder::resolve() {
  title_ = lifeTitle(life_.scenario());
  using sim::Quantity;
  const Catalogue& catalogue = life_.model().catalogue();
  const auto sideWord = [](Hemisphere side) {
    return side == Hemisphere::midline ? std::string("both") : std::string(hemisphereName(side));
  };
  for (const Structure& structure : catalogue.structures) {
    const std::string& region = catalogue.regions[static_cast<std::size_t>(structure.region)].id;
    const std::string side = sideWord(structure.hemisphere);
    const auto resolved = [&](Quantity quantity) {
      return resolveOrNone(life_, ofRegion(quantity, region, side));
    };
    structures_.push_back({resolved(Quantity::density), resolved(Quantity::volume),
                           resolved(Quantity::reactivity), resolved(Quantity::lesion)});
  }
  for (const Connection& connection : catalogue.connections) {
    sim::Measure measure;
    measure.from = catalogue.regions[static_cast<std::size_t>(connection.from)].id;
    measure.to = catalogue.regions[static_cast<std::size_t>(connection.to)].id;
    for (const Hemisphere side : {Hemisphere::left, Hemisphere::right}) {
      measure.hemisphere = hemisphereName(side);
      ConnectionMeasures row;
      measure.quantity = Quantity::connection;
      row.density = resolveOrNone(life_, measure);
      measure.quantity = Quantity::myelination;
      row.myelination = resolveOrNone(life_, measure);
      row.from = structureOf(catalogue, connection.from, side);
      row.to = structureOf(catalogue, connection.to, side);
      connections_.push_back(row);
    }
  }
  survivors_ = resolveOrNone(life_, plain(Quantity::survivingNewNeurons));
  clearance_ = resolveOrNone(life_, plain(Quantity::amyloidClearance));
  sleepQuality_ = resolveOrNone(life_, plain(Quantity::sleepQuality));
  resolveGauges();
  rebase();
}

void FrameBuilder::resolveGauges() {
  using sim::Measure;
  using sim::Quantity;
  gauges_.fill(-1);
  const auto set = [&](Gauge gauge, const Measure& measure) {
    gauges_[static_cast<std::size_t>(gauge)] = resolveOrNone(life_, measure);
  };
  set(Gauge::movement, plain(Quantity::motorFunction));
  set(Gauge::vision, plain(Quantity::visionAcuity));
  set(Gauge::cognition, plain(Quantity::cognition));
  set(Gauge::emotion, plain(Quantity::emotionalReactivity));
  set(Gauge::memoryCortex, plain(Quantity::consolidatedMemory));
  set(Gauge::oldPath, plain(Quantity::habitStrength, [](Measure& m) { m.path = "old"; }));
  set(Gauge::newPath, plain(Quantity::habitStrength, [](Measure& m) { m.path = "new"; }));
  set(Gauge::newPathChoice, plain(Quantity::choiceNewPath));
  set(Gauge::sleepDebt, plain(Quantity::sleepDebt));
  set(Gauge::stress, plain(Quantity::stress));
  set(Gauge::amyloid, plain(Quantity::amyloid));
  set(Gauge::growthFactor, plain(Quantity::bdnf));
  set(Gauge::births, plain(Quantity::newNeuronsPerDay));
  set(Gauge::visionWindow,
      plain(Quantity::windowOpenness, [](Measure& m) { m.window = "vision"; }));
  set(Gauge::languageWindow,
      plain(Quantity::windowOpenness, [](Measure& m) { m.window = "language"; }));
  retention_ = resolveOrNone(life_, plain(Quantity::memoryRetention));
  for (const sim::ExposureInfo& exposure : life_.model().exposures()) {
    // Pathology is seen in tissue; symptoms are what somebody suffers from.
    if (!exposure.condition || exposure.id == "alzheimer_pathology") continue;
    Measure measure = plain(Quantity::symptomSeverity);
    measure.condition = exposure.id;
    symptoms_.push_back(resolveOrNone(life_, measure));
  }
}

void FrameBuilder::readGauges(double age, GaugeValues& into) const {
  for (std::size_t g = 0; g < kGauges; ++g) into[g] = read(life_, gauges_[g], age, 0);
  const auto at = [&](Gauge gauge) -> float& { return into[static_cast<std::size_t>(gauge)]; };
  for (const int measure : symptoms_) {
    at(Gauge::symptoms) = std::max(at(Gauge::symptoms), read(life_, measure, age, 0));
  }
  at(Gauge::memoryHippocampus) =
      std::max(0.0F, read(life_, retention_, age, 0) - at(Gauge::memoryCortex));
}

void FrameBuilder::rebase() {
  adult_.resize(structures_.size());
  for (std::size_t id = 0; id < structures_.size(); ++id) {
    adult_[id].density = read(life_, structures_[id].density, kAdultAge, 1);
    adult_[id].volume = read(life_, structures_[id].volume, kAdultAge, 1);
  }
  readGauges(kAdultAge, adultGauges_);
  // The model counts survivors; the picture wants their share. The two are tied at the young adult,
  // where each of the early stages lets pass what the parameter says.
  const auto births = static_cast<double>(adultGauges_[static_cast<std::size_t>(Gauge::births)]);
  const double usual = usualSurvival(life_.model());
  survivorsPerBirth_ =
      births > 0 ? static_cast<double>(read(life_, survivors_, kAdultAge, 0)) / births / usual : 0;
}

void FrameBuilder::build(double ageYears, FrameState& frame) const {
  const double age = std::clamp(ageYears, 0.0, 100.0);
  frame.ageYears = age;
  frame.baseline = Baseline::ownAdult;
  frame.lifeTitle = title_;
  frame.structures.resize(structures_.size());
  frame.connections.resize(connections_.size());
  for (std::size_t id = 0; id < structures_.size(); ++id) {
    const StructureMeasures& row = structures_[id];
    StructureState& state = frame.structures[id];
    state.density = read(life_, row.density, age, 1);
    state.volume = read(life_, row.volume, age, 1);
    state.reactivity = read(life_, row.reactivity, age, 1);
    state.lesion = read(life_, row.lesion, age, 0);
    measure(state, adult_[id].density, adult_[id].volume);
  }
  for (std::size_t c = 0; c < connections_.size(); ++c) {
    const ConnectionMeasures& row = connections_[c];
    frame.connections[c].density = read(life_, row.density, age, 1);
    frame.connections[c].myelination = read(life_, row.myelination, age, 1);
    frame.connections[c].activity =
        (frame.structures[row.from].reactivity + frame.structures[row.to].reactivity) / 2;
  }
  readGauges(age, frame.gauges);
  frame.usualGauges = adultGauges_;
  frame.sleepQuality = read(life_, sleepQuality_, age, 1);
  frame.bdnf = frame.gauge(Gauge::growthFactor);
  frame.amyloid = frame.gauge(Gauge::amyloid);
  frame.amyloidClearance = read(life_, clearance_, age, 1);
  frame.newNeuronsPerDay = frame.gauge(Gauge::births);
  const double possible = static_cast<double>(frame.newNeuronsPerDay) * survivorsPerBirth_;
  frame.survivingShare =
      possible > 0 ? static_cast<float>(std::clamp(
                         static_cast<double>(read(life_, survivors_, age, 0)) / possible, 0.0, 1.0))
                   : 0;
}

void FrameBuilder::buildAgainst(const FrameBuilder& other, Baseline baseline, double ageYears,
                                FrameState& frame) const {
  build(ageYears, frame);
  frame.baseline = baseline;
  other.readGauges(frame.ageYears, frame.usualGauges);
  for (std::size_t id = 0; id < structures_.size(); ++id) {
    const StructureMeasures& row = other.structures_[id];
    measure(frame.structures[id], read(other.life_, row.density, frame.ageYears, 1),
            read(other.life_, row.volume, frame.ageYears, 1));
  }
}

FrameState FrameBuilder::at(double ageYears) const {
  FrameState frame;
  build(ageYears, frame);
  return frame;
}

}  // namespace syn::scene
