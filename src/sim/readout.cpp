#include "sim/readout.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/portable_math.h"

namespace syn::sim {
namespace {

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

std::string orNearest(const std::string& word, const std::vector<std::string>& words) {
  const std::string near = nearestWord(word, words);
  return near.empty() ? "." : "; did you mean \"" + near + "\"?";
}

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
    return (scalar(kSleepDebt) - model_.baselineSleepDebt) / p_.sleepDebtScaleHours;
  }
  [[nodiscard]] double acute() const { return scalar(kAcuteSleepLoss) / p_.acuteSleepScaleHours; }
  [[nodiscard]] double strain() const {
    return std::max(0.0, scalar(kStress) - p_.stressTolerance) / (1 - p_.stressTolerance);
  }
  [[nodiscard]] double illness(int circuit) const {
    return std::max(0.0, m_.at(at_.severity + circuit) - p_.illnessFrom);
  }
  [[nodiscard]] int region(int structure) const {
    return model_.catalogue.structures[index(structure)].region;
  }
  [[nodiscard]] const StructureRow& response(int structure) const {
    return model_.description.structures[index(region(structure))];
  }

  [[nodiscard]] double kept(int s) const {
    return (1 - m_.at(at_.atrophy + s)) *
           (1 - m_.at(at_.lesion + s) * (1 - p_.injuryVolume * m_.at(at_.regained + s)));
  }

  [[nodiscard]] double volume(int s) const {
    const StructureRow& row = response(s);
    double change = row.volumeShare * (m_.at(at_.expansion + s) + m_.at(at_.kept + s)) +
                    m_.at(at_.shrinkage + s) + m_.at(at_.programming + s);
    const std::string& id = row.id;
    if (id == "hippocampus" || id == "dentate_gyrus") change += p_.youngVolume * newborn();
    return std::max(0.0, norm(model_.volumeCurve[index(region(s))]) *
                             (1 + m_.person->sizes[index(region(s))]) * (1 + change) * kept(s));
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
    const StructureRow& row = response(s);
    double x = 1 + row.reactStress * strain() + row.reactSleep * (acute() + debt()) -
               row.reactAdversity * m_.at(at_.programming + s) + m_.input(at_.inReactivity + s) +
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
      const StructureRow& row = response(s);
      const double lost = m_.at(at_.atrophy + s);
      const double broken = m_.at(at_.lesion + s) * (1 - m_.at(at_.regained + s));
      burden += row.memory * (p_.burdenAtrophy * lost + p_.burdenLesion * broken) +
                row.executive * (p_.burdenCortex * lost + p_.burdenLesion * broken);
    }
    const double tolerated = p_.toleranceBase + p_.toleranceReserve * reserve();
    return std::clamp(p_.lossMax * (burden - tolerated) / (p_.burdenMax - tolerated), 0.0,
                      p_.lossMax);
  }

  [[nodiscard]] double cognition(int domain) const {
    if (domain == 3) return (cognition(0) + cognition(1) + cognition(2)) / 3;
    const std::array sleepOf = {p_.sleepMemory, p_.sleepExecutive, p_.sleepSpeed};
    double mood = 0;
    for (std::size_t c = 0; c < model_.description.circuits.size(); ++c) {
      mood += model_.description.circuits[c].cognition * illness(static_cast<int>(c));
    }
    const double x = age(static_cast<AgeColumn>(kAgeCognitionMemory + domain)) +
                     p_.cognitionSd * trait(kTraitIntellect) +
                     p_.cognitionEducation * scalar(kEducation) + scalar(kGainMemory + domain) -
                     sleepOf[index(domain)] *
                         (p_.cognitionSleepDebt * debt() + p_.cognitionAcuteSleep * acute()) -
                     p_.cognitionDeprivation * scalar(kDeprivation) - mood -
                     p_.cognitionLesion * broken(domain) - loss();
    return std::max(0.0, x);
  }

  /// Injured share of what a domain runs on.
  [[nodiscard]] double broken(int domain) const {
    double sum = 0;
    for (int s = 0; s < at_.structures; ++s) {
      const StructureRow& row = response(s);
      sum += (domain == 0 ? row.memory : row.executive) * m_.at(at_.lesion + s) *
             (1 - m_.at(at_.regained + s));
    }
    return sum;
  }

  [[nodiscard]] double clearance() const {
    const double night = nightShare();
    return (1 + night * (p_.sleepNeedHours / 24 * (p_.clearanceSleepShare - 1))) /
           model_.usualClearance;
  }

  [[nodiscard]] double nightShare() const {
    return std::clamp(input(kInSleepHours) / p_.sleepNeedHours * (1 - acute() * model_.lostNight) *
                              (1 - strain() * p_.qualityStress) +
                          input(kInSleepQuality),
                      0.0, p_.nightMost);
  }

  [[nodiscard]] double sleepQuality() const {
    return std::clamp(age(kAgeDeepSleep) * nightShare(), 0.0, 1.0);
  }

  [[nodiscard]] double emotionalReactivity() const {
    double symptoms = 0;
    for (int c = 0; c < at_.circuits; ++c) {
      symptoms += model_.circuits[index(c)].stressLoad * illness(c);
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
    return std::min(1.0, scalar(kMemoryHippocampus) * fresh + scalar(kMemoryCortex));
  }

  [[nodiscard]] double births() const {
    if (m_.frozen) return 0;
    const double base = m_.neurogenesisAbsent ? age(kAgeBirthsAbsent) : age(kAgeBirths);
    const double b = scalar(kBdnf);
    return base * trait(kTraitNeurogenesis) * std::max(0.0, 1 + b * p_.birthBdnf) *
           std::max(0.0, 1 - strain() * p_.birthStress) *
           std::max(0.0, 1 - std::min(1.0, std::max(0.0, debt() - p_.birthSleepFrom)) *
                                 p_.birthSleepDebt) *
           std::max(0.0, 1 + scalar(kBirthDrive)) *
           std::max(0.0, 1 - m_.at(at_.severity + model_.pathology) * p_.birthAlzheimer);
  }

  [[nodiscard]] double encoding() const {
    const double rested = std::max(0.05, 1 - debt() * p_.encodingDebt - acute() * p_.encodingAcute -
                                             strain() * p_.encodingStress);
    const double ability =
        std::max(p_.encodingLeast, 1 + trait(kTraitIntellect) * p_.encodingSpread);
    return std::min(p_.encodingMost, rested * ability) * std::max(0.05, 1 - loss() / p_.lossMax);
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
std::string resolveRegion(const Model::Impl& model, const Measure& measure, ResolvedMeasure& out) {
  if (measure.region.empty()) return "The measure needs a region.";
  std::vector<int> regions = model.catalogue.group(measure.region);
  if (regions.empty()) {
    const auto region = model.catalogue.regionIndex(measure.region);
    if (!region) {
      std::vector<std::string> words = model.catalogue.regionIds();
      for (const char* group : {"cortex", "prefrontal", "subcortex", "brain"})
        words.emplace_back(group);
      return "There is no region \"" + measure.region + "\"" + orNearest(measure.region, words);
    }
    regions.push_back(*region);
  }
  for (const int region : regions) {
    for (const int s : model.structuresOf(region, measure.hemisphere)) {
      out.structures.emplace_back(s, model.volume[index(region)]);
    }
  }
  if (out.structures.empty()) return "The region has no such hemisphere.";
  share(out.structures);
  return {};
}

std::string resolveEdges(const Model::Impl& model, const Measure& measure, ResolvedMeasure& out) {
  const auto add = [&](int connection) {
    for (const int e : model.edgesOf(connection, measure.hemisphere)) {
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
    std::string refusal = resolveRegion(model, measure, region);
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

}  // namespace

Resolution resolveMeasure(const Model::Impl& model, const Measure& measure) {
  Resolution result;
  ResolvedMeasure& out = result.measure;
  out.quantity = measure.quantity;
  if (!measure.hemisphere.empty() && measure.hemisphere != "both" && measure.hemisphere != "left" &&
      measure.hemisphere != "right") {
    result.refusal = "A hemisphere is left, right or both.";
    return result;
  }
  switch (measure.quantity) {
    case Quantity::volume:
    case Quantity::density:
    case Quantity::reactivity:
    case Quantity::synapticDensity:
      result.refusal = resolveRegion(model, measure, out);
      break;
    case Quantity::connection:
    case Quantity::myelination:
      result.refusal = resolveEdges(model, measure, out);
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
                       : "There is no condition or habit \"" + id + "\"" + orNearest(id, words);
      }
      if (measure.quantity == Quantity::habitStrength) {
        if (measure.path != "old" && measure.path != "new") {
          result.refusal = "A habit's strength needs its path, old or new.";
        }
        out.oldPath = measure.path == "old";
      }
      break;
    }
    case Quantity::cognition: {
      static const std::vector<std::string> kDomains = {"memory", "executive", "speed", "global"};
      const std::string word = measure.domain.empty() ? "global" : measure.domain;
      const auto found = std::find(kDomains.begin(), kDomains.end(), word);
      if (found == kDomains.end()) {
        result.refusal = "There is no domain \"" + word + "\"" + orNearest(word, kDomains);
      }
      out.domain = static_cast<int>(found - kDomains.begin());
      break;
    }
    case Quantity::windowOpenness: {
      const auto found = std::find(windowIds().begin(), windowIds().end(), measure.window);
      if (found == windowIds().end()) {
        result.refusal = "There is no critical window \"" + measure.window + "\"" +
                         orNearest(measure.window, windowIds());
      }
      out.window = static_cast<AgeColumn>(kAgeWindowVision + (found - windowIds().begin()));
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
      return r.clearance();
    case Quantity::memoryEncoding:
      return r.encoding();
    case Quantity::memoryRetention:
      return r.retention();
    case Quantity::consolidatedMemory:
      return r.scalar(kMemoryCortex);
    case Quantity::habitStrength:
      return moment.at((q.oldPath ? at.oldPath : at.newPath) + q.circuit);
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
