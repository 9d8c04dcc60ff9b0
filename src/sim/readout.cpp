#include "sim/readout.h"

#include <algorithm>
#include <cmath>

#include "base/did_you_mean.h"
#include "sim/portable_math.h"

// The equations once more, for one person and plain numbers.
#define SYN_KERNEL_NAMESPACE readout_equations
#include "sim/equations/amyloid.h"
#include "sim/equations/illness.h"
#include "sim/equations/memory.h"
#include "sim/equations/neurogenesis.h"
#include "sim/equations/sleep.h"
#include "sim/equations/stress.h"

namespace syn::sim {
namespace {

namespace eq = readout_equations;

/// Where the numbers of a cognitive domain stand.
struct DomainPlaces {
  AgeColumn norm;
  ScalarState gain;
  double Parameters::*sleep;  ///< how much lost sleep costs it
  double ResponseRow::*part;  ///< how much of a structure it runs on
  double strained = 0;        ///< share of what stress costs that falls on it
};
constexpr DomainPlaces kMemoryDomain{kAgeCognitionMemory, kGainMemory, &Parameters::sleepMemory,
                                     &ResponseRow::memory};
constexpr DomainPlaces kExecutiveDomain{kAgeCognitionExecutive, kGainExecutive,
                                        &Parameters::sleepExecutive, &ResponseRow::executive, 1};
constexpr DomainPlaces kSpeedDomain{kAgeCognitionSpeed, kGainSpeed, &Parameters::sleepSpeed,
                                    &ResponseRow::executive};

/// The numbers several quantities share.
class Observer {
 public:
  Observer(const Model::Impl& model, const Snapshot& moment)
      : model_(model), at_(model.layout), p_(model.description.parameters), m_(moment) {}

  [[nodiscard]] double scalar(int i) const { return m_.at(at_.scalars + i); }
  [[nodiscard]] double input(int i) const { return m_.input(at_.inScalars + i); }
  [[nodiscard]] double trait(PersonTrait t) const { return m_.person->traits[t]; }
  [[nodiscard]] double age(AgeColumn column) const {
    return model_.age(std::min(m_.week, kTableWeeks - 1), column);
  }
  [[nodiscard]] double norm(int curve) const {
    return model_.curves[index(curve)][index(std::min(m_.week, kTableWeeks))];
  }
  [[nodiscard]] double debt() const {
    return eq::sleepDebt(p_, scalar(kSleepDebt), model_.baselineSleepDebt);
  }
  [[nodiscard]] double acute() const { return eq::acuteSleepLoss(p_, scalar(kAcuteSleepLoss)); }
  [[nodiscard]] double strain() const { return eq::strainAt(p_, scalar(kStress)); }
  [[nodiscard]] double illness(int circuit) const {
    return eq::illness(p_, m_.at(at_.severity + circuit));
  }
  [[nodiscard]] int region(int structure) const {
    return model_.catalogue.structures[index(structure)].region;
  }
  [[nodiscard]] const ResponseRow& response(int structure) const {
    return model_.description.responses[index(region(structure))];
  }

  [[nodiscard]] double kept(int s) const {
    return (1 - m_.at(at_.atrophy + s)) *
           (1 - m_.at(at_.lesion + s) * (1 - p_.injuryVolume * m_.at(at_.regained + s)));
  }

  [[nodiscard]] double volume(int s) const {
    const ResponseRow& row = response(s);
    double change = row.volumeShare * (m_.at(at_.expansion + s) + m_.at(at_.kept + s)) +
                    m_.at(at_.shrinkage + s) + m_.at(at_.programming + s);
    if (row.id == "hippocampus" || row.id == "dentate_gyrus") change += p_.youngVolume * newborn();
    return std::max(0.0, norm(model_.volumeCurve[index(region(s))]) *
                             (1 + m_.person->sizes[index(region(s))]) * (1 + change) * kept(s) *
                             (1 - row.wearVolume * scalar(kExtraWear)));
  }

  /// Survivors against what the same age has without exposures.
  [[nodiscard]] double newborn() const {
    const double births = m_.neurogenesisAbsent ? age(kAgeBirthsAbsent) : age(kAgeBirths);
    const double usual = births * 7 * p_.youngTauWeeks * trait(kTraitNeurogenesis) *
                         portablePow(p_.stageSurvival, kImmatureStages / 2.0);
    if (usual <= 0 || m_.frozen || m_.week < 4 * kWeeksPerYear) return 0;
    return std::clamp(scalar(kYoungNeurons) / usual - 1, -1.0, 3.0) * births /
           model_.age(25 * kWeeksPerYear, kAgeBirths);
  }

  [[nodiscard]] double density(int s) const {
    const double change = m_.at(at_.expansion + s) + m_.at(at_.kept + s) +
                          m_.at(at_.shrinkage + s) + m_.at(at_.programming + s);
    const double size = p_.densitySize * m_.person->sizes[index(region(s))];
    return std::max(
        0.0, norm(model_.densityCurve[index(region(s))]) * (1 + size) * (1 + change) * kept(s));
  }

  [[nodiscard]] double synapses(int s) const {
    return std::max(0.0, norm(model_.synapseCurve[index(region(s))]) *
                             (1 + m_.at(at_.spine + s) + m_.at(at_.programming + s) +
                              m_.at(at_.expansion + s)) *
                             kept(s));
  }

  [[nodiscard]] double reactivity(int s) const {
    const ResponseRow& row = response(s);
    double x = 1 + row.reactStress * strain() + row.reactSleep * (acute() + debt()) -
               row.reactAdversity * m_.at(at_.programming + s) + m_.input(at_.inReactivity + s) +
               row.reactChild * age(kAgeImmaturity) +
               p_.reactivityPerson * trait(kTraitReactivity) +
               p_.reactivityTrait * row.reactSleep * scalar(kTrait);
    for (std::size_t c = 0; c < model_.description.circuits.size(); ++c) {
      for (const RegionAmount& amount : model_.description.circuits[c].reactivity) {
        if (amount.region == row.id) x += amount.amount * illness(static_cast<int>(c));
      }
    }
    return std::max(0.0, x * (1 - m_.at(at_.lesion + s) * (1 - m_.at(at_.regained + s))));
  }

  [[nodiscard]] double connection(int e) const {
    const int from = model_.edgeFrom[index(e)];
    const int to = model_.edgeTo[index(e)];
    const Connection& connection =
        model_.catalogue.connections[index(model_.edgeConnection[index(e)])];
    double coupling = 1;
    for (std::size_t c = 0; c < model_.description.circuits.size(); ++c) {
      for (const ConnectionAmount& amount : model_.description.circuits[c].coupling) {
        if (amount.from == model_.catalogue.regions[index(connection.from)].id &&
            amount.to == model_.catalogue.regions[index(connection.to)].id) {
          coupling += amount.amount * illness(static_cast<int>(c));
        }
      }
    }
    const auto intact = [&](int s) {
      return (1 - m_.at(at_.lesion + s)) * (1 - m_.at(at_.atrophy + s));
    };
    return std::max(0.0, norm(model_.synapseCurve[index(region(to))]) * m_.at(at_.strength + e) *
                             m_.at(at_.scaling + to) * coupling * intact(from) * intact(to));
  }

  [[nodiscard]] double myelination(int e) const {
    return norm(model_.myelinCurve[index(model_.edgeConnection[index(e)])]) *
           (1 + m_.at(at_.myelin + e));
  }

  [[nodiscard]] double reserve() const {
    return logistic(2 * (p_.reserveEducation * scalar(kEducation) +
                         p_.reserveEngagement * scalar(kEngagement) + trait(kTraitReserve)));
  }

  /// What damage costs, 0..lossMax: nothing until it exceeds what reserve tolerates, then the
  /// steeper the more was tolerated, so that all end alike.
  [[nodiscard]] double loss() const {
    double burden = p_.burdenWear * scalar(kWear);
    for (int s = 0; s < at_.structures; ++s) {
      const ResponseRow& row = response(s);
      const double lost = m_.at(at_.atrophy + s);
      const double broken = m_.at(at_.lesion + s) * (1 - m_.at(at_.regained + s));
      burden += row.memory * (p_.burdenAtrophy * lost + p_.burdenLesion * broken) +
                row.executive * (p_.burdenCortex * lost + p_.burdenLesion * broken);
    }
    const double tolerated = p_.toleranceBase + p_.toleranceReserve * reserve();
    return std::clamp(p_.lossMax * (burden - tolerated) / (p_.burdenMax - tolerated), 0.0,
                      p_.lossMax);
  }

  [[nodiscard]] double cognition(Domain domain) const {
    switch (domain) {
      case Domain::memory:
        return cognition(kMemoryDomain);
      case Domain::executive:
        return cognition(kExecutiveDomain);
      case Domain::speed:
        return cognition(kSpeedDomain);
      case Domain::global:
        break;
    }
    return (cognition(kMemoryDomain) + cognition(kExecutiveDomain) + cognition(kSpeedDomain)) / 3;
  }

  [[nodiscard]] double cognition(const DomainPlaces& domain) const {
    double mood = 0;
    for (std::size_t c = 0; c < model_.description.circuits.size(); ++c) {
      mood += model_.description.circuits[c].cognition * illness(static_cast<int>(c));
    }
    const double x =
        age(domain.norm) + p_.cognitionSd * trait(kTraitIntellect) +
        p_.cognitionEducation * scalar(kEducation) + scalar(domain.gain) -
        p_.*domain.sleep * (p_.cognitionSleepDebt * debt() + p_.cognitionAcuteSleep * acute()) -
        domain.strained * p_.cognitionStress * strain() -
        p_.cognitionDeprivation * scalar(kDeprivation) - mood -
        p_.cognitionLesion * broken(domain) - loss();
    return std::max(0.0, x);
  }

  /// Injured share of what a domain runs on.
  [[nodiscard]] double broken(const DomainPlaces& domain) const {
    double sum = 0;
    for (int s = 0; s < at_.structures; ++s) {
      const ResponseRow& row = response(s);
      sum += row.*domain.part * m_.at(at_.lesion + s) * (1 - m_.at(at_.regained + s));
    }
    return sum;
  }

  [[nodiscard]] double nightShare() const {
    return eq::nightShare(p_, input(kInSleepHours), input(kInSleepQuality), acute(), strain(),
                          model_.lostNight);
  }

  [[nodiscard]] double sleepQuality() const {
    return std::clamp(age(kAgeDeepSleep) * nightShare(), 0.0, 1.0);
  }

  [[nodiscard]] double emotionalReactivity() const {
    double symptoms = 0;
    for (int c = 0; c < at_.circuits; ++c) {
      symptoms += model_.description.circuits[index(c)].stressLoad * illness(c);
    }
    double early = 0;
    for (int s = 0; s < at_.structures; ++s) {
      if (response(s).reactAdversity > 0) early = std::max(early, -m_.at(at_.programming + s));
    }
    return age(kAgeTraitTrend) + scalar(kTrait) + p_.traitSymptoms * symptoms +
           p_.traitProgramming * early;
  }

  /// A lost night costs what still lies in the hippocampus.
  [[nodiscard]] double retention() const {
    const double fresh = std::max(0.0, 1 - acute() * p_.retentionAcute);
    return std::min(
        1.0, scalar(kMemoryHippocampus) * fresh + scalar(kMemoryCortex) + scalar(kMemoryPermanent));
  }

  [[nodiscard]] double births() const {
    if (m_.frozen) return 0;
    const double base = m_.neurogenesisAbsent ? age(kAgeBirthsAbsent) : age(kAgeBirths);
    return base * trait(kTraitNeurogenesis) *
           eq::birthShare(p_, scalar(kBdnf), strain(), debt(), scalar(kBirthDrive),
                          m_.at(at_.severity + model_.pathology));
  }

  [[nodiscard]] double encoding() const {
    return eq::encodingOf(p_, age(kAgeEncoding), debt(), acute(), strain(),
                          trait(kTraitIntellect)) *
           std::max(eq::kLeastEncoding, 1 - loss() / p_.lossMax);
  }

  [[nodiscard]] double motor() const {
    double lost[2] = {0, 0};
    for (int s = 0; s < at_.structures; ++s) {
      const double broken =
          response(s).motor * m_.at(at_.lesion + s) * (1 - m_.at(at_.regained + s));
      const Hemisphere side = model_.catalogue.structures[index(s)].hemisphere;
      if (side != Hemisphere::right) lost[0] += broken;
      if (side != Hemisphere::left) lost[1] += broken;
    }
    return (std::max(0.0, 1 - lost[0]) + std::max(0.0, 1 - lost[1])) / 2;
  }

  [[nodiscard]] double newPathChoice(int c) const {
    const double tension = scalar(kStress) - p_.stressBase;
    return logistic((m_.at(at_.newPath + c) - m_.at(at_.oldPath + c) - p_.choiceStress * tension) /
                    p_.choiceTemperature);
  }

  template <class Value>
  double mean(const std::vector<std::pair<int, double>>& places, Value value) const {
    double sum = 0;
    for (const auto& [place, share] : places) sum += share * value(place);
    return sum;
  }

  const Model::Impl& model_;
  const Layout& at_;
  const Parameters& p_;
  const Snapshot& m_;
};

void share(std::vector<std::pair<int, double>>& places) {
  double sum = 0;
  for (const auto& [place, amount] : places) sum += amount;
  for (auto& [place, amount] : places) amount /= sum;
}

/// Fills `out.structures`; returns a refusal.
std::string resolveRegion(const Model::Impl& model, const Measure& measure, Sides sides,
                          ResolvedMeasure& out) {
  if (measure.region.empty()) return "The measure needs a region.";
  std::vector<int> regions = model.catalogue.group(measure.region);
  if (regions.empty()) {
    const auto region = model.catalogue.regionIndex(measure.region);
    if (!region) {
      std::vector<std::string> words = model.catalogue.regionIds();
      for (const char* group : {"cortex", "prefrontal", "subcortex", "brain"})
        words.emplace_back(group);
      return "There is no region \"" + measure.region + "\"" + didYouMean(measure.region, words);
    }
    regions.push_back(*region);
  }
  for (const int region : regions) {
    for (const int s : model.structuresOf(region, sides)) {
      out.structures.emplace_back(s, model.volume[index(region)]);
    }
  }
  if (out.structures.empty()) return "The region has no such hemisphere.";
  share(out.structures);
  return {};
}

std::string resolveEdges(const Model::Impl& model, const Measure& measure, Sides sides,
                         ResolvedMeasure& out) {
  const auto add = [&](int connection) {
    for (const int e : model.edgesOf(connection, sides)) {
      out.edges.emplace_back(e, model.edgeStrength[index(e)]);
    }
  };
  if (!measure.from.empty() || !measure.to.empty()) {
    auto connection = model.catalogue.connectionIndex(measure.from, measure.to);
    if (!connection) connection = model.catalogue.connectionIndex(measure.to, measure.from);
    if (!connection) {
      return "No connection runs between \"" + measure.from + "\" and \"" + measure.to +
             "\"; data/connections lists them.";
    }
    add(*connection);
  } else if (measure.region == "white_matter" || measure.region == "brain") {
    for (std::size_t c = 0; c < model.catalogue.connections.size(); ++c) add(static_cast<int>(c));
  } else {
    ResolvedMeasure region;
    std::string refusal = resolveRegion(model, measure, sides, region);
    if (!refusal.empty()) return refusal;
    for (std::size_t e = 0; e < model.edgeConnection.size(); ++e) {
      for (const auto& [s, weight] : region.structures) {
        if (model.edgeFrom[e] == s || model.edgeTo[e] == s) {
          out.edges.emplace_back(static_cast<int>(e), model.edgeStrength[e]);
          break;
        }
      }
    }
    if (out.edges.empty()) return "No connection of the model reaches \"" + measure.region + "\".";
  }
  share(out.edges);
  return {};
}

std::optional<Domain> domainOf(const std::string& word) {
  if (word == "memory") return Domain::memory;
  if (word == "executive") return Domain::executive;
  if (word == "speed") return Domain::speed;
  if (word.empty() || word == "global") return Domain::global;
  return std::nullopt;
}

}  // namespace

Resolution resolveMeasure(const Model::Impl& model, const Measure& measure) {
  Resolution result;
  ResolvedMeasure& out = result.measure;
  out.quantity = measure.quantity;
  const auto sides = sidesOf(measure.hemisphere);
  if (!sides) {
    result.refusal = "A hemisphere is left, right or both.";
    return result;
  }
  switch (measure.quantity) {
    case Quantity::volume:
    case Quantity::density:
    case Quantity::reactivity:
    case Quantity::synapticDensity:
    case Quantity::lesion:
      result.refusal = resolveRegion(model, measure, *sides, out);
      break;
    case Quantity::connection:
    case Quantity::myelination:
      result.refusal = resolveEdges(model, measure, *sides, out);
      break;
    case Quantity::habitStrength:
    case Quantity::choiceNewPath:
    case Quantity::symptomSeverity: {
      std::string id = !measure.condition.empty() ? measure.condition : measure.target;
      if (id.empty() && measure.quantity != Quantity::symptomSeverity) id = "habit";
      out.circuit = model.circuitIndex(id);
      if (out.circuit < 0) {
        std::vector<std::string> words;
        for (const CircuitRow& row : model.description.circuits) words.push_back(row.id);
        result.refusal =
            id.empty() ? "The measure needs a condition."
                       : "There is no condition or habit \"" + id + "\"" + didYouMean(id, words);
      }
      if (measure.quantity == Quantity::habitStrength) {
        const auto path = habitPathOf(measure.path);
        if (!path) result.refusal = "A habit's strength needs its path, old or new.";
        out.path = path.value_or(out.path);
      }
      break;
    }
    case Quantity::cognition: {
      const auto domain = domainOf(measure.domain);
      if (!domain) {
        result.refusal = "There is no domain \"" + measure.domain + "\"" +
                         didYouMean(measure.domain, {"memory", "executive", "speed", "global"});
      }
      out.domain = domain.value_or(out.domain);
      break;
    }
    case Quantity::windowOpenness: {
      const auto& windows = criticalWindows();
      const auto found =
          std::find_if(windows.begin(), windows.end(),
                       [&](const CriticalWindow& window) { return window.id == measure.window; });
      if (found == windows.end()) {
        result.refusal = "There is no critical window \"" + measure.window + "\"" +
                         didYouMean(measure.window, windowIds());
      }
      if (found != windows.end()) out.window = found->column;
      break;
    }
    default:
      break;
  }
  return result;
}

double read(const Model::Impl& model, const ResolvedMeasure& q, const Snapshot& moment) {
  const Observer r(model, moment);
  const Layout& at = model.layout;
  const Parameters& p = model.description.parameters;
  switch (q.quantity) {
    case Quantity::volume:
      return r.mean(q.structures, [&](int s) { return r.volume(s); });
    case Quantity::density:
      return r.mean(q.structures, [&](int s) { return r.density(s); });
    case Quantity::reactivity:
      return r.mean(q.structures, [&](int s) { return r.reactivity(s); });
    case Quantity::synapticDensity:
      return r.mean(q.structures, [&](int s) { return r.synapses(s); });
    case Quantity::lesion:
      return r.mean(q.structures, [&](int s) { return moment.at(at.lesion + s); });
    case Quantity::connection:
      return r.mean(q.edges, [&](int e) { return r.connection(e); });
    case Quantity::myelination:
      return r.mean(q.edges, [&](int e) { return r.myelination(e); });
    case Quantity::newNeuronsPerDay:
      return r.births();
    case Quantity::survivingNewNeurons: {
      double sum = r.scalar(kYoungNeurons);
      for (int i = kImmatureStages / 2; i < kImmatureStages; ++i) sum += r.scalar(kImmature + i);
      return sum;
    }
    case Quantity::bdnf:
      return std::max(
          0.0, r.age(kAgeBdnf) + r.trait(kTraitBdnf) + r.scalar(kBdnf) + r.scalar(kBdnfPulse));
    case Quantity::stress:
      return r.scalar(kStress);
    case Quantity::sleepDebt:
      return r.scalar(kSleepDebt) + r.scalar(kAcuteSleepLoss);
    case Quantity::sleepQuality:
      return r.sleepQuality();
    case Quantity::amyloid:
      return r.scalar(kAmyloid) * (1 + p.solubleAcute * r.acute());
    case Quantity::amyloidClearance:
      return eq::clearanceOf(p, r.nightShare()) / model.usualClearance;
    case Quantity::memoryEncoding:
      return r.encoding();
    case Quantity::memoryRetention:
      return r.retention();
    case Quantity::consolidatedMemory:
      return r.scalar(kMemoryCortex) + r.scalar(kMemoryPermanent);
    case Quantity::habitStrength:
      return moment.at((q.path == HabitPath::oldPath ? at.oldPath : at.newPath) + q.circuit);
    case Quantity::choiceNewPath:
      return r.newPathChoice(q.circuit);
    case Quantity::symptomSeverity:
      return moment.at(at.severity + q.circuit);
    case Quantity::reserve:
      return r.reserve();
    case Quantity::cognition:
      return r.cognition(q.domain);
    case Quantity::dementia:
      return r.loss() >= p.dementiaLoss ? 1 : 0;
    case Quantity::emotionalReactivity:
      return r.emotionalReactivity();
    case Quantity::windowOpenness:
      return r.age(q.window);
    case Quantity::motorFunction:
      return r.motor();
    case Quantity::visionAcuity:
      return 1 - r.scalar(kBlindness);
    case Quantity::languageAttainment:
      return p.nativeShare * r.scalar(kNativeLanguage) +
             (1 - p.nativeShare) * r.scalar(kSecondLanguage);
    case Quantity::plasticityGain:
      return r.age(kAgeGain);
  }
  return 0;
}

}  // namespace syn::sim
