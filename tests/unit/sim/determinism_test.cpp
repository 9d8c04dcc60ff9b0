// Every state of every shipped life and of 200 drawn people, held to the last bit by a hash, and
// every measure of them as a view shows it. A refactoring must not change one; a change of the
// model changes many, and is then accepted by running this test with SYN_ACCEPT_BASELINES=1 and
// reading which lines of trajectory_hashes.txt (life, states, measures) changed.
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model_fixture.h"
#include "sim/person_batch.h"
#include "sim/readout.h"
#include "sim/scenario_reader.h"

namespace syn::sim {
namespace {

namespace fs = std::filesystem;

const fs::path kHashes = fs::path(SYN_SOURCE_DIR) / "tests/unit/sim/trajectory_hashes.txt";
constexpr int kLifeWeeks = Trajectory::kLifeWeeks;

class Hash {
 public:
  void add(double value) {
    sum_ = (sum_ ^ std::bit_cast<std::uint64_t>(value)) * 0x9E3779B97F4A7C15ULL;
    sum_ ^= sum_ >> 32U;
  }
  [[nodiscard]] std::string text() const {
    std::ostringstream out;
    out << std::hex << sum_;
    return out.str();
  }

 private:
  std::uint64_t sum_ = 0x243F6A8885A308D3ULL;
};

struct NamedLife {
  std::string name;
  Scenario scenario;
};

/// Every life of every scenario that the program brings, in the order of their names.
const std::vector<NamedLife>& shippedLives() {
  static const std::vector<NamedLife> lives = [] {
    std::map<std::string, Scenario> sorted;
    for (const auto& entry : fs::recursive_directory_iterator(SYN_SOURCE_DIR "/data/scenarios")) {
      if (entry.path().extension() != ".json") continue;
      const ScenarioFile file = loadScenarioFile(entry.path(), *shippedModel());
      for (const Scenario& life : file.lives) sorted.emplace(life.id, life);
    }
    std::vector<NamedLife> out;
    for (auto& [id, scenario] : sorted) out.push_back({id, std::move(scenario)});
    return out;
  }();
  return lives;
}

/// One measure of every quantity, and of each place, circuit, domain and window that has its own
/// formula.
std::vector<ResolvedMeasure> everyMeasure(const Model::Impl& model) {
  std::vector<ResolvedMeasure> all;
  const auto add = [&](Measure measure) {
    Resolution resolved = resolveMeasure(model, measure);
    EXPECT_EQ(resolved.refusal, "");
    all.push_back(std::move(resolved.measure));
  };
  for (const std::string& word : quantityWords()) {
    Measure measure;
    measure.quantity = *quantityOf(word);
    switch (measure.quantity) {
      case Quantity::volume:
      case Quantity::density:
      case Quantity::reactivity:
      case Quantity::synapticDensity:
      case Quantity::lesion:
      case Quantity::connection:
      case Quantity::myelination:
        for (const char* region : {"cortex", "hippocampus", "amygdala", "dlpfc", "brain"}) {
          measure.region = region;
          measure.hemisphere = "left";
          add(measure);
        }
        break;
      case Quantity::habitStrength:
      case Quantity::choiceNewPath:
      case Quantity::symptomSeverity:
        for (const CircuitRow& circuit : model.description.circuits) {
          measure.target = circuit.id;
          for (const char* path : {"old", "new"}) {
            measure.path = path;
            add(measure);
          }
        }
        break;
      case Quantity::cognition:
        for (const char* domain : {"memory", "executive", "speed", "global"}) {
          measure.domain = domain;
          add(measure);
        }
        break;
      case Quantity::windowOpenness:
        for (const std::string& window : windowIds()) {
          measure.window = window;
          add(measure);
        }
        break;
      default:
        add(measure);
    }
  }
  return all;
}

/// A measure as a view shows it: the last bits of a formula may follow the order in which its
/// factors are multiplied, those of a state may not.
double shown(double measure) {
  return std::abs(measure) < 1e-12 ? 0.0 : static_cast<double>(static_cast<float>(measure));
}

/// Hashes of all states and inputs, and of all measures, of some people who live one life.
std::string hashOf(const Scenario& scenario, const std::vector<Person>& people, int lanes,
                   int everyWeeks) {
  const Model::Impl& model = shippedModel()->impl();
  IssueList issues;
  const LifePlan plan = planLife(model, scenario.person, scenario.life, issues);
  issues.throwIfAny();
  const std::vector<ResolvedMeasure> measures = everyMeasure(model);
  PersonBatch lives(model, people, scenario.person.options, plan,
              lanes == 1 ? fastestKernels().single : fastestKernels().batch, lanes);
  std::vector<int> stops;
  for (int week = 0; week < kLifeWeeks; week += everyWeeks) stops.push_back(week);
  Hash states, shownMeasures;
  lives.liveUntil(kLifeWeeks, stops, true, [&](int lane, const Snapshot& moment) {
    if (lane == 0) {
      for (const double value : lives.state()) states.add(value);
      for (const double value : lives.inputs()) states.add(value);
    }
    if (moment.week % 104 != 0) return;
    for (const ResolvedMeasure& measure : measures) {
      shownMeasures.add(shown(read(model, measure, moment)));
    }
  });
  return states.text() + ' ' + shownMeasures.text();
}

std::string hashOfAverage(const Scenario& scenario) {
  const std::vector<Person> people{
      drawPerson(shippedModel()->impl(), scenario.person, 0, 0, Kinship::unrelated, true)};
  return hashOf(scenario, people, 1, Trajectory::kRecordWeeks);
}

/// `part` numbers groups of people; each lives another of the shipped lives.
std::string hashOfDrawn(const Scenario& scenario, int part) {
  std::vector<Person> people;
  people.reserve(kLanes);
  for (int i = 0; i < kLanes; ++i) {
    people.push_back(drawPerson(shippedModel()->impl(), scenario.person, 11,
                                static_cast<std::uint64_t>(part * kLanes + i),
                                static_cast<Kinship>(part % 3), false));
  }
  return hashOf(scenario, people, kLanes, kWeeksPerYear);
}

std::map<std::string, std::string> acceptedHashes() {
  std::map<std::string, std::string> accepted;
  std::ifstream in(kHashes);
  std::string name, states, measures;
  while (in >> name >> states >> measures) accepted[name] = states.append(" ").append(measures);
  return accepted;
}

TEST(Determinism, EveryNumberOfEveryLifeIsTheAcceptedOne) {
  std::map<std::string, std::string> found;
  for (const NamedLife& life : shippedLives()) found[life.name] = hashOfAverage(life.scenario);
  constexpr int kParts = 25;
  for (int part = 0; part < kParts; ++part) {
    const auto at = static_cast<std::size_t>(part) * shippedLives().size() / kParts;
    found["people_" + std::to_string(part)] = hashOfDrawn(shippedLives()[at].scenario, part);
  }
  Scenario eventful;
  eventful.life = eventfulLife();
  found["eventful"] = hashOfAverage(eventful);
  found["people_eventful"] = hashOfDrawn(eventful, kParts);
  eventful.person.options = {true, AdultNeurogenesis::absent};
  found["eventful_fixed"] = hashOfAverage(eventful);

  if (std::getenv("SYN_ACCEPT_BASELINES") != nullptr) {
    std::ofstream out(kHashes);
    for (const auto& [name, hash] : found) out << name << ' ' << hash << '\n';
  }
  EXPECT_EQ(found, acceptedHashes());
}

}  // namespace
}  // namespace syn::sim
