#include "sim/lives.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "sim/portable_math.h"
#include "sim/random.h"

namespace syn::sim {
namespace {

std::size_t index(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

Lives::Lives(const Model::Impl& model, const std::vector<Person>& people,
             const ModelOptions& options, const LifePlan& plan, AdvanceFunction advance, int lanes,
             int stepsPerWeek)
    : model_(&model),
      people_(&people),
      plan_(&plan),
      advance_(advance),
      lanes_(lanes),
      stepsPerWeek_(stepsPerWeek),
      fixedBrain_(options.fixedBrain),
      neurogenesisAbsent_(options.adultNeurogenesis == AdultNeurogenesis::absent) {
  auto rates = std::make_shared<std::vector<Rates>>();
  static_cast<void>(model.context(stepsPerWeek, *rates));
  rates_ = std::move(rates);
  state_.assign(index(model.layout.states) * index(lanes), 0);
  inputs_.assign(index(model.layout.inputs) * index(lanes), 0);
  noise_.assign((model.circuits.size() + 1) * index(lanes), 0);
  const std::size_t structures = index(model.layout.structuresPadded);
  active_.growingFlag.assign(structures, 0);
  active_.drivenFlag = active_.growingFlag;
  active_.usedFlag.assign(index(model.layout.edgesPadded), 0);
  active_.spinedFlag = active_.growingFlag;
  active_.shrinkingFlag = active_.growingFlag;
  const auto add = [](std::vector<int>& list, std::vector<char>& flags, int i) {
    if (flags[index(i)] == 0) list.push_back(i);
    flags[index(i)] = 1;
  };
  for (int i = 0; i < model.layout.structures; ++i) {
    if (model.spineGain[index(i)] > 0) add(active_.spined, active_.spinedFlag, i);
    if (model.shrinkStress[index(i)] != 0) add(active_.shrinking, active_.shrinkingFlag, i);
    if (model.atrophy[index(i)] > 0) active_.atrophied.push_back(i);
  }
  for (const Terms& terms : model.circuitGrowth) {
    for (int t = 0; t < terms.count; ++t) {
      add(active_.growing, active_.growingFlag, terms.first[t].index);
    }
  }
  for (const Terms& terms : model.circuitShrinkage) {
    for (int t = 0; t < terms.count; ++t) {
      add(active_.shrinking, active_.shrinkingFlag, terms.first[t].index);
    }
  }
  for (const Terms& terms : model.circuitSynapses) {
    for (int t = 0; t < terms.count; ++t) {
      add(active_.spined, active_.spinedFlag, terms.first[t].index);
    }
  }
  for (int lane = 0; lane < lanes_; ++lane) {
    beBorn(lane);
    gatherInputs(lane);
  }
}

void Lives::mark(int lane) {
  const Layout& at = model_->layout;
  const auto add = [](std::vector<int>& list, std::vector<char>& flags, int i) {
    if (flags[index(i)] == 0) list.push_back(i);
    flags[index(i)] = 1;
  };
  const auto use = [&](int e) {
    add(active_.used, active_.usedFlag, e);
    add(active_.driven, active_.drivenFlag, model_->edgeTo[index(e)]);
  };
  for (int i = 0; i < at.structures; ++i) {
    if (input(at.inGrowth + i, lane) != 0 || input(at.inPractice + i, lane) != 0) {
      add(active_.growing, active_.growingFlag, i);
    }
    if (input(at.inSynapses + i, lane) != 0) add(active_.spined, active_.spinedFlag, i);
    if (input(at.inToxicity + i, lane) != 0) add(active_.shrinking, active_.shrinkingFlag, i);
  }
  for (int e = 0; e < at.edges; ++e) {
    if (input(at.inUse + e, lane) != 0 || input(at.inMyelin + e, lane) != 0) use(e);
  }
  for (int k = 0; k < at.skills; ++k) {
    if (input(at.inSkill + k, lane) == 0) continue;
    const SkillTerms& skill = model_->skills[index(k)];
    active_.skilled[index(k)] = true;
    for (int t = 0; t < skill.practice.count; ++t) {
      add(active_.growing, active_.growingFlag, skill.practice.first[t].index);
    }
    for (int t = 0; t < skill.use.count; ++t) use(skill.use.first[t].index);
    for (int t = 0; t < skill.myelin.count; ++t) use(skill.myelin.first[t].index);
  }
  // Connections are summed up in their own order, whoever in the batch used them first.
  std::sort(active_.used.begin(), active_.used.end());
  if (active_.programmed.empty() && input(at.inScalars + kInAdversity, lane) != 0) {
    for (int i = 0; i < at.structures; ++i) {
      if (model_->programming[index(i)] != 0) active_.programmed.push_back(i);
    }
  }
}

KernelContext Lives::context() const {
  std::vector<Rates> unused;
  KernelContext c = model_->context(stepsPerWeek_, unused);
  c.rates = rates_->data();
  c.fixedBrain = fixedBrain_;
  c.neurogenesisAbsent = neurogenesisAbsent_;
  c.lesions = plan_->lesions;
  const auto places = [](const std::vector<int>& list) {
    return Places{list.data(), static_cast<int>(list.size())};
  };
  c.growing = places(active_.growing);
  c.spined = places(active_.spined);
  c.shrinking = places(active_.shrinking);
  c.programmed = places(active_.programmed);
  c.atrophied = places(active_.atrophied);
  c.driven = places(active_.driven);
  c.used = places(active_.used);
  c.skilled = active_.skilled.data();
  return c;
}

const Person& Lives::person(int lane) const {
  return (*people_)[std::min(index(lane), people_->size() - 1)];
}

Snapshot Lives::moment(int lane) const {
  Snapshot m;
  m.state = state_.data() + lane;
  m.inputs = inputs_.data() + lane;
  m.stride = lanes_;
  m.week = week_;
  m.person = &person(lane);
  m.neurogenesisAbsent = neurogenesisAbsent_;
  m.frozen = fixedBrain_ &&
             week_ >= static_cast<int>(model_->description.parameters.fixedFromAge * kWeeksPerYear);
  return m;
}

void Lives::beBorn(int lane) {
  const Layout& at = model_->layout;
  const Parameters& p = model_->description.parameters;
  const Person& who = person(lane);
  for (int i = 0; i < at.structuresPadded; ++i) state(at.scaling + i, lane) = 1;
  for (int i = 0; i < at.edgesPadded; ++i) {
    state(at.strength + i, lane) = 1;
    state(at.threshold + i, lane) = 1;
  }
  for (int i = 0; i < at.circuits; ++i) {
    if (model_->circuits[index(i)].kind == CircuitNumbers::Kind::progressive) continue;
    const double liability = who.liabilities[index(i)];
    state(at.oldPath + i, lane) = liability;
    if (model_->circuits[index(i)].kind == CircuitNumbers::Kind::illness) {
      state(at.severity + i, lane) = liability;
    }
    input(at.inLiability + i, lane) = liability;
  }
  for (int i = 0; i < kPersonTraits; ++i) input(at.inTraits + i, lane) = who.traits[index(i)];
  const auto scalar = [&](int i) -> double& { return state(at.scalars + i, lane); };
  scalar(kSleepDebt) = model_->baselineSleepDebt;
  scalar(kStress) = p.stressBase;
  scalar(kAmyloid) = who.traits[kTraitAmyloid] * model_->age(0, kAgeAmyloid);
  // Temperament starts with genes and chance at full spread.
  scalar(kTrait) =
      who.traits[kTraitTemperament] +
      std::sqrt(1 - p.traitGenes) * who.normal(static_cast<int>(Stream::temperament), 0, 0);
}

double Lives::doseOf(const PlannedEntry& entry, int lane) const {
  if (entry.dose.sd <= 0) return entry.dose.mean;
  const double z = person(lane).normal(static_cast<int>(Stream::dose), entry.draw, 0);
  double low = 0, high = 1;
  if (entry.exposure >= 0) {
    const ExposureInfo& info = model_->exposures[index(entry.exposure)].row->info;
    low = info.low;
    high = info.high;
  }
  return std::clamp(entry.dose.mean + entry.dose.sd * z, low, high);
}

std::vector<Lives::Change> Lives::changes(int until) const {
  std::vector<Change> weeks;
  bool schedule = true;
  const auto add = [&](int week) {
    if (week >= week_ && week < until) weeks.push_back({week, schedule});
  };
  add(week_);
  for (int lane = 0; lane < std::min(lanes_, static_cast<int>(people_->size())); ++lane) {
    const int zero = person(lane).ageWeeks;
    add(zero);
    for (const auto* entries : {&plan_->history, &plan_->arm}) {
      for (const PlannedEntry& entry : *entries) {
        add(zero + entry.from);
        add(zero + entry.to);
      }
    }
  }
  for (const Exposure& exposure : model_->exposures) {
    for (const BaselineSpan& span : exposure.row->baseline) {
      add(static_cast<int>(std::ceil(span.fromAge * kWeeksPerYear)));
      add(static_cast<int>(std::ceil(span.toAge * kWeeksPerYear)));
    }
    for (const Effect& effect : exposure.effects) {
      add(effect.fromWeek);
      add(effect.toWeek);
    }
  }
  schedule = false;
  if (!people_->front().average) {
    for (int w = (week_ / kNoiseWeeks) * kNoiseWeeks; w < until; w += kNoiseWeeks) add(w);
  }
  std::sort(weeks.begin(), weeks.end(), [](const Change& a, const Change& b) {
    return a.week < b.week || (a.week == b.week && a.schedule && !b.schedule);
  });
  weeks.erase(std::unique(weeks.begin(), weeks.end(),
                          [](const Change& a, const Change& b) { return a.week == b.week; }),
              weeks.end());
  return weeks;
}

void Lives::liveUntil(int week, std::span<const int> stops, bool readLast, const Reader& reader) {
  const std::vector<Change> weeks = changes(week);
  KernelContext c = context();
  auto stop = std::lower_bound(stops.begin(), stops.end(), week_);
  auto change = weeks.begin();
  while (week_ < week) {
    const bool changed = change != weeks.end() && change->week == week_;
    if (changed && change->schedule) {
      for (int lane = 0; lane < lanes_; ++lane) before(lane);
    }
    if (stop != stops.end() && *stop == week_) {
      for (int lane = 0; lane < lanes_; ++lane) reader(lane, moment(lane));
      ++stop;
    }
    if (changed) {
      for (int lane = 0; lane < lanes_; ++lane) after(lane, change->schedule);
      if (change->schedule) c = context();
      ++change;
    }
    int end = week;
    if (change != weeks.end()) end = std::min(end, change->week);
    if (stop != stops.end()) end = std::min(end, *stop);
    advance_(c, state_.data(), inputs_.data(), week_, end);
    week_ = end;
  }
  if (readLast) {
    for (int lane = 0; lane < lanes_; ++lane) before(lane);
    for (int lane = 0; lane < lanes_; ++lane) reader(lane, moment(lane));
  }
}

void Lives::before(int lane) {
  const Layout& at = model_->layout;
  const Parameters& p = model_->description.parameters;
  const Person& who = person(lane);
  const int sinceZero = week_ - who.ageWeeks;
  if (sinceZero == 0) {
    for (const PlannedCondition& condition : plan_->conditions) {
      const int i = condition.circuit;
      double severity = condition.severity.mean;
      if (condition.severity.sd > 0) {
        // The same draw as the imposed episode before week 0.
        severity += condition.severity.sd * who.normal(static_cast<int>(Stream::dose),
                                                       0x2000U + static_cast<std::uint32_t>(i), 0);
      }
      severity = std::clamp(severity, 0.0, 1.0);
      state(at.severity + i, lane) = severity;
      if (model_->circuits[index(i)].kind == CircuitNumbers::Kind::progressive) continue;
      const double shown = std::max(0.0, severity - who.liabilities[index(i)]);
      double& old = state(at.oldPath + i, lane);
      old = std::max(old, shown);
      state(at.activation + i, lane) = old > 0 ? std::min(1.0, shown / old) : 0;
      if (condition.sudden) leaveMarks(lane, i);
    }
  }
  for (const auto* entries : {&plan_->history, &plan_->arm}) {
    for (const PlannedEntry& entry : *entries) {
      if (!entry.acute || entry.from != sinceZero || entry.exposure < 0) continue;
      const double dose = doseOf(entry, lane);
      double& lost = state(at.scalars + kAcuteSleepLoss, lane);
      double& pulse = state(at.scalars + kBdnfPulse, lane);
      for (const Effect& effect : model_->exposures[index(entry.exposure)].effects) {
        if (effect.scalar == kInSleepHours) {
          const double missing = std::max(0.0, model_->baselineSleepHours - effect.at(dose));
          lost += missing;
          pulse += p.bdnfAcuteSleepLoss * missing / p.acuteSleepScaleHours;
        } else if (effect.scalar == kInBdnfPulse) {
          pulse += effect.at(dose) * who.traits[kTraitResponsiveness] *
                   (1 + p.bdnfFitnessPulse * state(at.scalars + kFitness, lane));
        }
      }
    }
  }
}

void Lives::leaveMarks(int lane, int circuit) {
  const Layout& at = model_->layout;
  const Parameters& p = model_->description.parameters;
  const double weeks = model_->description.circuits[index(circuit)].usualYears * kWeeksPerYear;
  const double ill = std::max(0.0, state(at.severity + circuit, lane) - p.illnessFrom);
  const Terms& growth = model_->circuitGrowth[index(circuit)];
  for (const Term& term : std::span(growth.first, index(growth.count))) {
    const double busier = ill * term.amount;
    state(at.expansion + term.index, lane) += busier * p.expansionMax /
                                              (p.expansionMax + std::abs(busier)) *
                                              (1 - portableExp(-weeks / p.expansionTauWeeks));
  }
  const Terms& shrinkage = model_->circuitShrinkage[index(circuit)];
  for (const Term& term : std::span(shrinkage.first, index(shrinkage.count))) {
    state(at.shrinkage + term.index, lane) +=
        ill * term.amount * (1 - portableExp(-weeks / p.volumeTauWeeks));
  }
  const Terms& synapses = model_->circuitSynapses[index(circuit)];
  for (const Term& term : std::span(synapses.first, index(synapses.count))) {
    state(at.spine + term.index, lane) +=
        ill * term.amount * (1 - portableExp(-weeks * model_->spineRecovery[index(term.index)]));
  }
}

void Lives::after(int lane, bool schedule) {
  const Layout& at = model_->layout;
  const Person& who = person(lane);
  const int sinceZero = week_ - who.ageWeeks;
  for (const auto* entries : {&plan_->history, &plan_->arm}) {
    for (const PlannedEntry& entry : *entries) {
      if (!entry.stroke || entry.from != sinceZero) continue;
      const double severity = doseOf(entry, lane);
      for (const int s : entry.structures) {
        double& lesion = state(at.lesion + s, lane);
        lesion = 1 - (1 - lesion) * (1 - severity);
        state(at.regained + s, lane) = 0;
      }
      state(at.scalars + kInjuryClock, lane) = 1;
    }
  }
  if (!who.average) newNoise(lane);
  if (schedule) gatherInputs(lane);
  gatherNoise(lane);
}

void Lives::newNoise(int lane) {
  const Parameters& p = model_->description.parameters;
  const Person& who = person(lane);
  const std::size_t width = model_->circuits.size() + 1;
  if (week_ % kNoiseWeeks == 0) {
    const auto block = static_cast<std::uint32_t>(week_ / kNoiseWeeks);
    const double keep = p.noiseBlockPersistence;
    const double kick = std::sqrt(1 - keep * keep);
    double* noise = noise_.data() + index(lane) * width;
    for (std::size_t i = 0; i < width; ++i) {
      const Stream stream = i == 0 ? Stream::stressEvents : Stream::mood;
      noise[i] = keep * noise[i] +
                 kick * who.normal(static_cast<int>(stream), static_cast<std::uint32_t>(i), block);
    }
  }
  const bool frozen = fixedBrain_ && week_ >= static_cast<int>(p.fixedFromAge * kWeeksPerYear);
  if (week_ > 0 && week_ % kNoiseWeeks == 0 && !frozen) {
    // The kick that keeps the spread while the set point pulls: an Ornstein-Uhlenbeck process.
    const double years = static_cast<double>(kNoiseWeeks) / kWeeksPerYear;
    const double keep = portableExp(-years / model_->age(week_ - 1, kAgeTraitTau));
    state(model_->layout.scalars + kTrait, lane) +=
        std::sqrt((1 - p.traitGenes) * (1 - keep * keep)) *
        who.normal(static_cast<int>(Stream::temperament), 0,
                   static_cast<std::uint32_t>(week_ / kNoiseWeeks));
  }
}

void Lives::addBaseline(int lane, const Exposure& exposure, bool named) {
  const ExposureRow& row = *exposure.row;
  const double dose = exposure.baseline(week_);
  if (dose <= 0) return;
  for (const Effect& effect : exposure.effects) {
    if (week_ < effect.fromWeek || week_ >= effect.toWeek) continue;
    if (!effect.targets.empty()) continue;
    // A difference from the average life needs the baseline only when something else is lived.
    if (effect.absolute == named) continue;
    double amount = effect.at(dose) * (effect.novelty ? row.novelty : 1);
    if (effect.challenge) {
      const double floor = model_->description.parameters.challengeFloor;
      amount *= floor + (1 - floor) * row.challenge;
    }
    const double sign = effect.absolute ? 1 : -1;
    for (const int i : effect.inputs) input(i, lane) += sign * amount;
  }
}

void Lives::addEntry(int lane, const PlannedEntry& entry) {
  const Layout& at = model_->layout;
  const double dose = doseOf(entry, lane);
  if (entry.circuit >= 0) {
    double& imposed = input(at.inImposed + entry.circuit, lane);
    imposed = std::max(imposed, dose);
    return;
  }
  const Exposure& exposure = model_->exposures[index(entry.exposure)];
  const double floor = model_->description.parameters.challengeFloor;
  const double hard = floor + (1 - floor) * entry.challenge;
  for (const Effect& effect : exposure.effects) {
    if (week_ < effect.fromWeek || week_ >= effect.toWeek) continue;
    if (!effect.targets.empty() && std::find(effect.targets.begin(), effect.targets.end(),
                                             entry.target) == effect.targets.end()) {
      continue;
    }
    const double amount =
        effect.at(dose) * (effect.novelty ? entry.novelty : 1) * (effect.challenge ? hard : 1);
    switch (effect.place) {
      case EffectWord::Place::circuit:
        if (!effect.inputs.empty()) break;
        for (int c = 0; c < at.circuits; ++c) {
          if (entry.targetCircuit >= 0 && entry.targetCircuit != c) continue;
          const double strength = exposure.treatment[index(c)];
          input(at.inNewPath + effect.array * at.circuits + c, lane) += amount * strength;
        }
        break;
      case EffectWord::Place::skill: {
        const int skill = entry.skill >= 0 ? entry.skill : 0;
        double& drive = input(at.inSkill + skill, lane);
        drive += amount;
        input(at.inSkillNovelty + skill, lane) = entry.novelty * hard;
        input(at.inChallenge + skill, lane) = entry.challenge;
        const SkillRow& row = model_->description.skills[index(skill)];
        input(at.inScalars + kInLanguageStudy, lane) += amount * row.language;
        const double habit = row.habit;
        if (habit > 0) {
          const int circuit = std::max(0, model_->circuitIndex("habit"));
          input(at.inNewPath + circuit, lane) += amount * habit;
        }
        break;
      }
      case EffectWord::Place::entryUse:
        for (const int e : entry.edges) input(at.inUse + e, lane) += dose - 1;
        if (entry.edges.empty() && entry.targetCircuit >= 0) {
          const int first = entry.oldPath ? at.inOldPath : at.inNewPath;
          input(first + entry.targetCircuit, lane) += amount;
        }
        break;
      default:
        break;
    }
    for (const int i : effect.inputs) {
      if (effect.place == EffectWord::Place::region && !entry.hemisphere.empty() &&
          entry.hemisphere != "both") {
        const int structure = (i - at.inGrowth) % at.structuresPadded;
        const Hemisphere side = model_->catalogue.structures[index(structure)].hemisphere;
        if (side != Hemisphere::midline && hemisphereName(side) != entry.hemisphere) continue;
      }
      input(i, lane) += amount;
    }
  }
}

void Lives::gatherInputs(int lane) {
  const Layout& at = model_->layout;
  const Person& who = person(lane);
  const int fixed = at.inLiability;
  for (int i = 0; i < fixed; ++i) input(i, lane) = 0;
  for (int i = at.inSkill; i < at.inTraits; ++i) input(i, lane) = 0;

  const int sinceZero = week_ - who.ageWeeks;
  std::vector<bool> named(model_->exposures.size(), false);
  for (const auto* entries : {&plan_->history, &plan_->arm}) {
    for (const PlannedEntry& entry : *entries) {
      if (entry.acute || entry.stroke || sinceZero < entry.from || sinceZero >= entry.to) continue;
      addEntry(lane, entry);
      if (entry.exposure >= 0) named[index(entry.exposure)] = true;
    }
  }
  for (std::size_t i = 0; i < model_->exposures.size(); ++i) {
    addBaseline(lane, model_->exposures[i], named[i]);
  }
  mark(lane);
}

void Lives::gatherNoise(int lane) {
  const Layout& at = model_->layout;
  const std::size_t width = model_->circuits.size() + 1;
  const double* noise = noise_.data() + index(lane) * width;
  input(at.inScalars + kInStressNoise, lane) = noise[0];
  for (int c = 0; c < at.circuits; ++c) input(at.inMood + c, lane) = noise[c + 1];
}

}  // namespace syn::sim
