#include "sim/model.h"

#include <algorithm>
#include <cmath>

#include "sim/curve.h"
#include "sim/model_impl.h"
#include "sim/portable_math.h"

namespace syn::sim {
namespace {

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

/// What an exposure with a target can be aimed at: its own words, and the circuits it treats or
/// acts on; every circuit when none names it.
std::vector<std::string> targetsOf(const ExposureRow& row,
                                   const std::vector<CircuitRow>& circuits) {
  if (std::find(row.info.fields.begin(), row.info.fields.end(), "target") ==
      row.info.fields.end()) {
    return {};
  }
  std::vector<std::string> targets = row.targets;
  std::vector<std::string> all;
  for (const CircuitRow& circuit : circuits) {
    all.push_back(circuit.id);
    const bool treated =
        std::any_of(circuit.treatments.begin(), circuit.treatments.end(),
                    [&](const NamedAmount& treatment) { return treatment.id == row.info.id; });
    const bool acted = std::any_of(row.effects.begin(), row.effects.end(),
                                   [&](const EffectRow& e) { return e.circuit == circuit.id; });
    if (treated || acted) targets.push_back(circuit.id);
  }
  return targets.empty() ? all : targets;
}

int roundUp8(int n) {
  return (n + 7) / 8 * 8;
}

Rate rateOf(double tauWeeks, double dt) {
  const double share = 1.0 - portableExp(-dt / tauWeeks);
  return {1.0 / tauWeeks, share, share * tauWeeks / dt, portableExp(-0.5 * dt / tauWeeks)};
}

}  // namespace

Layout Layout::make(int structures, int edges, int circuits, int skills) {
  Layout at;
  at.structures = structures;
  at.edges = edges;
  at.circuits = circuits;
  at.skills = skills;
  at.structuresPadded = roundUp8(structures);
  at.edgesPadded = roundUp8(edges);
  int next = 0;
  const auto place = [&next](int& member, int count) {
    member = next;
    next += count;
  };
  for (int* member : {&at.expansion, &at.kept, &at.spine, &at.shrinkage, &at.programming,
                      &at.atrophy, &at.lesion, &at.regained, &at.scaling}) {
    place(*member, at.structuresPadded);
  }
  for (int* member : {&at.strength, &at.threshold, &at.myelin}) place(*member, at.edgesPadded);
  for (int* member : {&at.oldPath, &at.newPath, &at.trace, &at.activation, &at.severity, &at.relief,
                      &at.medication}) {
    place(*member, circuits);
  }
  place(at.mastery, skills);
  place(at.scalars, kScalarStates);
  at.states = next;

  next = 0;
  for (int* member :
       {&at.inGrowth, &at.inPractice, &at.inToxicity, &at.inSynapses, &at.inReactivity}) {
    place(*member, at.structuresPadded);
  }
  for (int* member : {&at.inUse, &at.inMyelin}) place(*member, at.edgesPadded);
  for (int* member : {&at.inNewPath, &at.inOldPath, &at.inRelief, &at.inMedication, &at.inCraving,
                      &at.inImposed, &at.inMood, &at.inLiability}) {
    place(*member, circuits);
  }
  for (int* member : {&at.inSkill, &at.inChallenge, &at.inSkillNovelty}) place(*member, skills);
  place(at.inScalars, kScalarInputs);
  place(at.inTraits, kPersonTraits);
  at.inputs = next;
  return at;
}

double Effect::at(double dose) const {
  if (!saturating) return amount * dose;
  if (dose <= 0) return 0;
  const double x = portablePow(dose, power);
  return amount * x / (x + portablePow(d50, power));
}

double Exposure::baseline(int week) const {
  if (row->baseline.empty()) return row->info.baseline;
  const double age = static_cast<double>(week) / kWeeksPerYear;
  for (const BaselineSpan& span : row->baseline) {
    if (age >= span.fromAge && age < span.toAge) return span.dose;
  }
  return 0;
}

Terms Model::Impl::keep(std::vector<Term> list) {
  terms.push_back(std::move(list));
  return {terms.back().data(), static_cast<int>(terms.back().size())};
}

void Model::Impl::buildTables() {
  const Description& d = description;
  curves.clear();
  for (const CurveRow& row : d.curves) {
    const Curve curve(row.ages, row.values);
    std::vector<double> weekly(index(kTableWeeks) + 1);
    for (int w = 0; w <= kTableWeeks; ++w) {
      weekly[index(w)] = curve.at(static_cast<double>(w) / kWeeksPerYear);
    }
    curves.push_back(std::move(weekly));
  }
  const auto curveOf = [&](const std::string& id) {
    const auto found = std::find_if(d.curves.begin(), d.curves.end(),
                                    [&](const CurveRow& row) { return row.id == id; });
    return static_cast<int>(found - d.curves.begin());
  };
  ageCurve.clear();
  for (const std::string& id : ageCurveIds()) ageCurve.push_back(curveOf(id));
  // Norms are relative to a healthy adult of 25.
  std::vector<bool> norm(d.curves.size(), false);
  volumeCurve.assign(catalogue.regions.size(), 0);
  densityCurve = synapseCurve = volumeCurve;
  volume.assign(catalogue.regions.size(), 1);
  for (const RegionRow& row : d.regions) {
    const std::size_t r = index(*catalogue.regionIndex(row.id));
    volumeCurve[r] = curveOf(row.volumeCurve);
    densityCurve[r] = curveOf(row.densityCurve);
    synapseCurve[r] = curveOf(row.synapseCurve);
    volume[r] = row.volume;
    for (const int c : {volumeCurve[r], densityCurve[r], synapseCurve[r]}) norm[index(c)] = true;
  }
  for (const NamedAmount& tract : d.tracts) norm[static_cast<std::size_t>(tract.amount)] = true;
  for (std::size_t c = 0; c < curves.size(); ++c) {
    if (!norm[c]) continue;
    const double adult = curves[c][index(25 * kWeeksPerYear)];
    for (double& value : curves[c]) value /= adult;
  }

  ages.assign(index(kTableWeeks) * kAgeColumns, 0);
  const Parameters& p = d.parameters;
  const auto general = [&](double years) {
    return p.gainFloor + (1 - p.gainFloor) * portableExp(-years / p.gainTauYears);
  };
  for (int w = 0; w < kTableWeeks; ++w) {
    const double years = static_cast<double>(w) / kWeeksPerYear;
    double* row = ages.data() + index(w) * kAgeColumns;
    row[kAgeGain] = general(years) / general(25);
    for (const WindowRow& window : d.windows) {
      const auto place = std::find(windowIds().begin(), windowIds().end(), window.id);
      const double open = logistic((years - window.opensAge) / window.opensWidth);
      const double closed = logistic((years - window.closesAge) / window.closesWidth);
      row[kAgeWindowVision + static_cast<int>(place - windowIds().begin())] =
          open * (window.rest + (1 - window.rest) * (1 - closed));
    }
    for (std::size_t c = 0; c < ageCurve.size(); ++c) {
      row[index(kAgeSensitivity) + c] = curves[index(ageCurve[c])][index(w)];
    }
  }
}

void Model::Impl::buildStructures() {
  const auto fill = [&](std::vector<double>& out, double StructureRow::*member) {
    out.assign(index(layout.structuresPadded), 0);
    for (std::size_t s = 0; s < catalogue.structures.size(); ++s) {
      out[s] = description.structures[index(catalogue.structures[s].region)].*member;
    }
  };
  fill(keptRatio, &StructureRow::kept);
  fill(spineGain, &StructureRow::spineGain);
  fill(spineMax, &StructureRow::spineMax);
  fill(spineRecovery, &StructureRow::spineRecovery);
  fill(spineAgeing, &StructureRow::spineAgeing);
  fill(shrinkStress, &StructureRow::shrinkStress);
  fill(programming, &StructureRow::programming);
  fill(atrophy, &StructureRow::atrophy);
  std::vector<Term> brakes;
  double sum = 0;
  for (std::size_t s = 0; s < catalogue.structures.size(); ++s) {
    const double brake = description.structures[index(catalogue.structures[s].region)].brake;
    if (brake <= 0) continue;
    brakes.push_back({static_cast<int>(s), brake});
    sum += brake;
  }
  for (Term& term : brakes) term.amount /= sum;
  regulation = keep(std::move(brakes));
}

void Model::Impl::buildEdges() {
  edgeFrom.clear();
  edgeTo.clear();
  edgeConnection.clear();
  edgeSide.clear();
  edgeStrength.clear();
  const auto sideOf = [&](int region, Hemisphere side) {
    const auto found = catalogue.structureIndex(region, side);
    return found ? *found : catalogue.structureIndex(region, Hemisphere::midline).value();
  };
  for (std::size_t c = 0; c < catalogue.connections.size(); ++c) {
    const Connection& connection = catalogue.connections[c];
    const auto add = [&](Hemisphere from, Hemisphere to) {
      edgeFrom.push_back(sideOf(connection.from, from));
      edgeTo.push_back(sideOf(connection.to, to));
      edgeConnection.push_back(static_cast<int>(c));
      edgeSide.push_back(connection.commissural ? Hemisphere::midline : from);
      edgeStrength.push_back(connection.strength);
    };
    if (connection.commissural) {
      add(Hemisphere::left, Hemisphere::right);
    } else {
      add(Hemisphere::left, Hemisphere::left);
      add(Hemisphere::right, Hemisphere::right);
    }
  }
  const std::size_t edges = edgeFrom.size();
  const std::size_t padded = index(roundUp8(static_cast<int>(edges)));
  std::vector<double> input(catalogue.structures.size(), 0);
  for (std::size_t e = 0; e < edges; ++e) input[index(edgeTo[e])] += edgeStrength[e];
  edgeWeight.assign(padded, 0);
  edgeForget.assign(padded, 0);
  for (std::size_t e = 0; e < edges; ++e) {
    edgeWeight[e] = edgeStrength[e] / input[index(edgeTo[e])];
    const int region = catalogue.structures[index(edgeTo[e])].region;
    edgeForget[e] = 1.0 / description.structures[index(region)].forgetWeeks;
  }
  edgeFrom.resize(padded, 0);
  edgeTo.resize(padded, 0);

  myelinCurve.assign(catalogue.connections.size(),
                     static_cast<int>(description.tracts.front().amount));
  for (const NamedAmount& tract : description.tracts) {
    for (std::size_t c = 0; c < catalogue.connections.size(); ++c) {
      const Connection& connection = catalogue.connections[c];
      if (connection.id == tract.id || connection.tract == tract.id) {
        myelinCurve[c] = static_cast<int>(tract.amount);
      }
    }
  }
}

void Model::Impl::buildCircuits() {
  circuits.clear();
  circuitGrowth.clear();
  circuitShrinkage.clear();
  circuitSynapses.clear();
  for (std::size_t i = 0; i < description.circuits.size(); ++i) {
    const CircuitRow& row = description.circuits[i];
    CircuitNumbers n;
    n.kind = row.kind == "habit"     ? CircuitNumbers::Kind::habit
             : row.kind == "illness" ? CircuitNumbers::Kind::illness
                                     : CircuitNumbers::Kind::progressive;
    if (n.kind == CircuitNumbers::Kind::progressive) pathology = static_cast<int>(i);
    n.learnNew = row.learnNew;
    n.forgetNew = 1.0 / row.forgetNewWeeks;
    n.learnOld = row.learnOld;
    n.forgetOld = 1.0 / row.forgetOldWeeks;
    n.rehearse = row.rehearse;
    n.calm = 1.0 / row.calmWeeks;
    n.excite = row.excite;
    n.win = row.win;
    n.stress = row.stress;
    n.mood = row.mood;
    n.sleep = row.sleep;
    n.stressLoad = row.stressLoad;
    circuits.push_back(n);
    const auto byStructure = [&](const std::vector<RegionAmount>& amounts) {
      std::vector<Term> list;
      for (const RegionAmount& amount : amounts) {
        for (const int s : structuresOf(*catalogue.regionIndex(amount.region), "both")) {
          list.push_back({s, amount.amount});
        }
      }
      return keep(std::move(list));
    };
    circuitGrowth.push_back(byStructure(row.growth));
    circuitShrinkage.push_back(byStructure(row.shrinkage));
    circuitSynapses.push_back(byStructure(row.synapses));
  }
}

void Model::Impl::buildSkills() {
  skills.clear();
  const auto edgeTerms = [&](const std::vector<ConnectionAmount>& rows) {
    std::vector<Term> list;
    for (const ConnectionAmount& row : rows) {
      for (const int e : edgesOf(*catalogue.connectionIndex(row.from, row.to), "both")) {
        list.push_back({e, row.amount});
      }
    }
    return keep(std::move(list));
  };
  for (const SkillRow& row : description.skills) {
    SkillTerms skill;
    std::vector<Term> practice;
    for (const RegionAmount& amount : row.practice) {
      for (const int s : structuresOf(*catalogue.regionIndex(amount.region), "both")) {
        practice.push_back({s, amount.amount});
      }
    }
    skill.practice = keep(std::move(practice));
    skill.use = edgeTerms(row.use);
    skill.myelin = edgeTerms(row.myelin);
    skill.survival = row.survival;
    skill.masteryRate = row.masteryRate;
    skills.push_back(skill);
  }
}

void Model::Impl::buildExposures() {
  exposures.clear();
  for (const ExposureRow& row : description.exposures) {
    Exposure exposure;
    exposure.row = &row;
    for (const EffectRow& source : row.effects) {
      const auto word = std::find_if(effectWords().begin(), effectWords().end(),
                                     [&](const EffectWord& w) { return w.word == source.on; });
      Effect effect;
      effect.place = word->place;
      effect.absolute = word->absolute;
      effect.amount = source.amount;
      effect.d50 = source.d50;
      effect.power = source.power;
      effect.saturating = source.saturating;
      effect.novelty = source.novelty;
      effect.challenge = source.challenge;
      effect.fromWeek = static_cast<int>(std::lround(source.fromAge * kWeeksPerYear));
      effect.toWeek = static_cast<int>(std::lround(source.toAge * kWeeksPerYear));
      effect.targets = source.targets;
      effect.array = word->input;
      const int s = layout.structuresPadded;
      switch (effect.place) {
        case EffectWord::Place::scalar:
          effect.scalar = word->input;
          effect.inputs.push_back(layout.inScalars + word->input);
          break;
        case EffectWord::Place::region:
          effect.region = word->input;
          for (const std::string& id : source.regions) {
            std::vector<int> group = catalogue.group(id);
            if (group.empty()) group.push_back(*catalogue.regionIndex(id));
            for (const int r : group) {
              for (const int structure : structuresOf(r, "both")) {
                effect.inputs.push_back(layout.inGrowth + word->input * s + structure);
              }
            }
          }
          break;
        case EffectWord::Place::connection:
          for (const int e :
               edgesOf(*catalogue.connectionIndex(source.connection[0], source.connection[1]),
                       "both")) {
            effect.inputs.push_back(layout.inUse + word->input * layout.edgesPadded + e);
          }
          break;
        case EffectWord::Place::circuit:
          if (!source.circuit.empty()) {
            effect.inputs.push_back(layout.inNewPath + word->input * layout.circuits +
                                    circuitIndex(source.circuit));
          }
          break;
        case EffectWord::Place::skill:
          if (!source.skill.empty())
            effect.inputs.push_back(layout.inSkill + skillIndex(source.skill));
          break;
        case EffectWord::Place::entryUse:
          break;
      }
      exposure.effects.push_back(std::move(effect));
    }
    for (const CircuitRow& circuit : description.circuits) {
      double strength = 0;
      for (const NamedAmount& treatment : circuit.treatments) {
        if (treatment.id == row.info.id) strength = treatment.amount;
      }
      exposure.treatment.push_back(strength);
    }
    exposures.push_back(std::move(exposure));
  }
}

Rates Model::Impl::ratesFor(double dt) const {
  const Parameters& p = description.parameters;
  Rates r;
  r.sleepDebt = rateOf(p.sleepDebtTauWeeks, dt);
  r.acuteSleep = rateOf(p.acuteSleepTauWeeks, dt);
  r.stress = rateOf(p.stressTauWeeks, dt);
  r.bdnf = rateOf(p.bdnfTauWeeks, dt);
  r.bdnfPulse = rateOf(p.bdnfPulseTauWeeks, dt);
  r.fitness = rateOf(p.fitnessTauWeeks, dt);
  r.birthDrive = rateOf(p.birthDriveTauWeeks, dt);
  r.stage = rateOf(p.stageTauWeeks, dt);
  r.young = rateOf(p.youngTauWeeks, dt);
  r.expansion = rateOf(p.expansionTauWeeks, dt);
  r.scaling = rateOf(p.scalingTauWeeks, dt);
  r.threshold = rateOf(p.thresholdTauWeeks, dt);
  r.severity = rateOf(p.severityTauWeeks, dt);
  r.relief = rateOf(p.reliefTauWeeks, dt);
  r.cognition = rateOf(p.cognitionGainTauWeeks, dt);
  r.injuryClock = rateOf(p.injuryTauWeeks, dt);
  return r;
}

KernelContext Model::Impl::context(int stepsPerWeek, std::vector<Rates>& rateStore) const {
  KernelContext c;
  c.layout = &layout;
  c.parameters = &description.parameters;
  c.dt = 1.0 / stepsPerWeek;
  c.stepsPerWeek = stepsPerWeek;
  rateStore.assign(1, stepsPerWeek == 1 ? rates : ratesFor(c.dt));
  c.rates = rateStore.data();
  c.ages = ages.data();
  c.keptRatio = keptRatio.data();
  c.spineGain = spineGain.data();
  c.spineMax = spineMax.data();
  c.spineRecovery = spineRecovery.data();
  c.spineAgeing = spineAgeing.data();
  c.shrinkStress = shrinkStress.data();
  c.programming = programming.data();
  c.atrophy = atrophy.data();
  c.edgeFrom = edgeFrom.data();
  c.edgeTo = edgeTo.data();
  c.edgeWeight = edgeWeight.data();
  c.edgeForget = edgeForget.data();
  c.circuits = circuits.data();
  c.circuitGrowth = circuitGrowth.data();
  c.circuitShrinkage = circuitShrinkage.data();
  c.circuitSynapses = circuitSynapses.data();
  c.skills = skills.data();
  c.regulation = regulation;
  c.pathology = pathology;
  c.lostNight = lostNight;
  c.usualClearance = usualClearance;
  c.baselineSleepDebt = baselineSleepDebt;
  return c;
}

void Model::Impl::build() {
  terms.clear();
  parameters.clear();
  for (Handle& handle : handles) {
    handle.info.value = *handle.where(description);
    parameters.push_back(handle.info);
  }
  buildEdges();
  layout = Layout::make(
      static_cast<int>(catalogue.structures.size()), static_cast<int>(edgeConnection.size()),
      static_cast<int>(description.circuits.size()), static_cast<int>(description.skills.size()));
  buildTables();
  buildStructures();
  buildCircuits();
  buildSkills();
  buildExposures();
  rates = ratesFor(1);

  exposureInfos.clear();
  for (const ExposureRow& row : description.exposures) {
    exposureInfos.push_back(row.info);
    exposureInfos.back().targets = targetsOf(row, description.circuits);
  }
  for (const CircuitRow& row : description.circuits) {
    if (row.kind != "habit") exposureInfos.push_back(row.info);
  }

  const Parameters& p = description.parameters;
  baselineSleepHours = 0;
  for (const Exposure& exposure : exposures) {
    for (const Effect& effect : exposure.effects) {
      if (effect.scalar == kInSleepHours) {
        baselineSleepHours += effect.at(exposure.baseline(30 * kWeeksPerYear));
      }
    }
  }
  baselineSleepDebt =
      std::max(0.0, p.sleepNeedHours - baselineSleepHours) * 7 * p.sleepDebtTauWeeks;
  usualClearance = 1 + baselineSleepHours / 24 * (p.clearanceSleepShare - 1);
  // The hours lost, out of a week's need; the state stands for them while it decays.
  lostNight = p.acuteSleepScaleHours / (7 * p.sleepNeedHours * p.acuteSleepTauWeeks);
}

int Model::Impl::circuitIndex(const std::string& id) const {
  for (std::size_t i = 0; i < description.circuits.size(); ++i) {
    if (description.circuits[i].id == id) return static_cast<int>(i);
  }
  return -1;
}

int Model::Impl::skillIndex(const std::string& word) const {
  for (std::size_t i = 0; i < description.skills.size(); ++i) {
    const SkillRow& row = description.skills[i];
    if (row.id == word ||
        std::find(row.synonyms.begin(), row.synonyms.end(), word) != row.synonyms.end()) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

int Model::Impl::exposureIndex(const std::string& id) const {
  for (std::size_t i = 0; i < exposures.size(); ++i) {
    if (exposures[i].row->info.id == id) return static_cast<int>(i);
  }
  return -1;
}

std::vector<int> Model::Impl::structuresOf(int region, const std::string& hemisphere) const {
  std::vector<int> found;
  for (const Hemisphere side : {Hemisphere::left, Hemisphere::right, Hemisphere::midline}) {
    if (side != Hemisphere::midline && hemisphere != "both" && !hemisphere.empty() &&
        hemisphere != hemisphereName(side)) {
      continue;
    }
    if (const auto structure = catalogue.structureIndex(region, side)) found.push_back(*structure);
  }
  return found;
}

std::vector<int> Model::Impl::edgesOf(int connection, const std::string& hemisphere) const {
  std::vector<int> found;
  for (std::size_t e = 0; e < edgeConnection.size(); ++e) {
    if (edgeConnection[e] != connection) continue;
    const bool wanted = hemisphere.empty() || hemisphere == "both" ||
                        edgeSide[e] == Hemisphere::midline ||
                        hemisphere == hemisphereName(edgeSide[e]);
    if (wanted) found.push_back(static_cast<int>(e));
  }
  return found;
}

Model::Model() : impl_(std::make_unique<Impl>()) {}
Model::~Model() = default;

std::shared_ptr<const Model> Model::load(const std::filesystem::path& data) {
  std::shared_ptr<Model> model(new Model());
  Impl& impl = *model->impl_;
  impl.catalogue = Catalogue::load(data);
  if (impl.catalogue.structures.size() > kMaxStructures) {
    throw ContentError({(data / "regions" / "regions.json").string(), 0, "/regions", "too-many",
                        "The simulation has room for " + std::to_string(kMaxStructures) +
                            " structures; remove some regions."});
  }
  if (2 * impl.catalogue.connections.size() > kMaxEdges) {
    throw ContentError({(data / "connections" / "connections.json").string(), 0, "/connections",
                        "too-many",
                        "The simulation has room for " + std::to_string(kMaxEdges / 2) +
                            " connections; remove some."});
  }
  IssueList issues;
  impl.description = readDescription(data, impl.catalogue, impl.handles, issues);
  issues.throwIfAny();
  impl.build();
  return model;
}

const Catalogue& Model::catalogue() const {
  return impl_->catalogue;
}
const std::vector<ExposureInfo>& Model::exposures() const {
  return impl_->exposureInfos;
}

std::vector<std::string> Model::skillIds() const {
  std::vector<std::string> ids;
  for (const SkillRow& row : impl_->description.skills) ids.push_back(row.id);
  return ids;
}

const ExposureInfo* Model::exposure(const std::string& id) const {
  for (const ExposureInfo& info : impl_->exposureInfos) {
    if (info.id == id) return &info;
  }
  return nullptr;
}

const std::vector<ParameterInfo>& Model::parameters() const {
  return impl_->parameters;
}

std::shared_ptr<const Model> Model::with(const std::string& parameter, double value) const {
  std::shared_ptr<Model> changed(new Model());
  Impl& impl = *changed->impl_;
  impl.catalogue = impl_->catalogue;
  impl.description = impl_->description;
  impl.handles = impl_->handles;
  for (const Handle& handle : impl.handles) {
    if (handle.info.id != parameter) continue;
    *handle.where(impl.description) = value;
    impl.build();
    return changed;
  }
  throw Error("The model has no parameter \"" + parameter + "\".");
}

}  // namespace syn::sim
