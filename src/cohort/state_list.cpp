#include "cohort/state_list.h"

#include <algorithm>
#include <array>

#include "base/did_you_mean.h"
#include "base/error.h"
#include "catalogue/catalogue.h"
#include "sim/model.h"

namespace syn::cohort {
namespace {

using sim::Measure;
using sim::Quantity;

// Collects the states that the model of a life knows; others are left out.
class Lister {
 public:
  explicit Lister(const sim::Trajectory& life) : life_(life) {}

  void add(const std::string& name, Measure measure) {
    try {
      (void)life_.resolve(measure);
    } catch (const Error&) {
      return;  // not a state of this model (a ventricle has no synapses)
    }
    const std::string unit = sim::unitOf(measure.quantity);
    states_.push_back({name, unit.empty() ? "relative" : unit, std::move(measure)});
  }

  // One state that needs no place.
  void add(Quantity quantity) {
    Measure measure;
    measure.quantity = quantity;
    add(word(quantity), measure);
  }

  static std::string word(Quantity quantity) {
    return sim::quantityWords().at(static_cast<std::size_t>(quantity));
  }

  std::vector<State> take() { return std::move(states_); }

 private:
  const sim::Trajectory& life_;
  std::vector<State> states_;
};

void addRegions(Lister& lister, const Catalogue& catalogue, Quantity quantity, bool bySide) {
  for (const Region& region : catalogue.regions) {
    Measure measure;
    measure.quantity = quantity;
    measure.region = region.id;
    const std::string name = Lister::word(quantity) + "." + region.id;
    if (!bySide || region.midline) {
      lister.add(name, measure);
      continue;
    }
    for (const char* side : {"left", "right"}) {
      measure.hemisphere = side;
      lister.add(name + "." + side, measure);
    }
  }
}

void addDrivers(Lister& lister) {
  for (const Quantity quantity :
       {Quantity::bdnf, Quantity::stress, Quantity::sleepDebt, Quantity::sleepQuality,
        Quantity::amyloid, Quantity::amyloidClearance, Quantity::memoryEncoding,
        Quantity::memoryRetention, Quantity::consolidatedMemory, Quantity::reserve,
        Quantity::dementia, Quantity::emotionalReactivity, Quantity::motorFunction,
        Quantity::visionAcuity, Quantity::languageAttainment, Quantity::plasticityGain}) {
    lister.add(quantity);
  }
  for (const Quantity quantity : {Quantity::newNeuronsPerDay, Quantity::survivingNewNeurons}) {
    Measure measure;
    measure.quantity = quantity;
    measure.region = "hippocampus";
    lister.add(Lister::word(quantity), measure);
  }
  for (const char* domain : {"memory", "executive", "speed", "global"}) {
    Measure measure;
    measure.quantity = Quantity::cognition;
    measure.domain = domain;
    lister.add("cognition." + std::string(domain), measure);
  }
  for (const char* window : {"vision", "hearing", "language", "attachment", "motor"}) {
    Measure measure;
    measure.quantity = Quantity::windowOpenness;
    measure.window = window;
    lister.add("window_openness." + std::string(window), measure);
  }
}

void addCircuits(Lister& lister, const sim::Model& model) {
  Measure habit;
  habit.target = "habit";
  const auto addPaths = [&lister](Measure measure, const std::string& name) {
    measure.quantity = Quantity::habitStrength;
    for (const char* path : {"old", "new"}) {
      measure.path = path;
      lister.add("habit_strength." + name + "." + path, measure);
    }
    measure.path.clear();
    measure.quantity = Quantity::choiceNewPath;
    lister.add("choice_new_path." + name, measure);
  };
  addPaths(habit, "habit");
  for (const sim::ExposureInfo& exposure : model.exposures()) {
    if (exposure.family != "condition") continue;
    Measure condition;
    condition.condition = exposure.id;
    condition.quantity = Quantity::symptomSeverity;
    lister.add("symptom_severity." + exposure.id, condition);
    addPaths(condition, exposure.id);
  }
}

void addConnections(Lister& lister, const Catalogue& catalogue) {
  for (const Quantity quantity : {Quantity::connection, Quantity::myelination}) {
    for (const Connection& connection : catalogue.connections) {
      Measure measure;
      measure.quantity = quantity;
      measure.from = catalogue.regions[static_cast<std::size_t>(connection.from)].id;
      measure.to = catalogue.regions[static_cast<std::size_t>(connection.to)].id;
      lister.add(Lister::word(quantity) + "." + connection.id, measure);
    }
  }
}

}  // namespace

std::vector<State> allStates(const sim::Trajectory& life) {
  Lister lister(life);
  const Catalogue& catalogue = life.model().catalogue();
  addDrivers(lister);
  addCircuits(lister, life.model());
  for (const Quantity quantity :
       {Quantity::volume, Quantity::density, Quantity::reactivity, Quantity::synapticDensity}) {
    addRegions(lister, catalogue, quantity, true);
  }
  addConnections(lister, catalogue);
  return lister.take();
}

std::vector<State> mainStates(const sim::Trajectory& life) {
  Lister lister(life);
  addDrivers(lister);
  addCircuits(lister, life.model());
  addRegions(lister, life.model().catalogue(), Quantity::volume, false);
  return lister.take();
}

std::vector<State> statesNamed(const sim::Trajectory& life, const std::vector<std::string>& names) {
  std::vector<State> known = mainStates(life);
  for (State& state : allStates(life)) known.push_back(std::move(state));
  std::vector<std::string> words;
  words.reserve(known.size());
  for (const State& state : known) words.push_back(state.name);
  std::vector<State> wanted;
  for (const std::string& name : names) {
    const auto found = std::find(words.begin(), words.end(), name);
    if (found == words.end()) {
      throw RefusedError(
          "there is no state \"" + name + "\"" +
          didYouMean(name, words, "; a name is like \"volume.hippocampus\" or \"bdnf\""));
    }
    wanted.push_back(known[static_cast<std::size_t>(found - words.begin())]);
  }
  return wanted;
}

}  // namespace syn::cohort
