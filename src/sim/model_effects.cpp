// What circuits, skills and exposures act on, resolved to indices.
#include <algorithm>
#include <cmath>

#include "sim/model_impl.h"
#include "sim/portable_math.h"

namespace syn::sim {

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

Terms Model::Impl::structureTerms(const std::vector<RegionAmount>& amounts) {
  std::vector<Term> list;
  for (const RegionAmount& amount : amounts) {
    for (const int s : structuresOf(*catalogue.regionIndex(amount.region), Sides::both)) {
      list.push_back({s, amount.amount});
    }
  }
  return keep(std::move(list));
}

Terms Model::Impl::edgeTerms(const std::vector<ConnectionAmount>& amounts) {
  std::vector<Term> list;
  for (const ConnectionAmount& amount : amounts) {
    for (const int e : edgesOf(*catalogue.connectionIndex(amount.from, amount.to), Sides::both)) {
      list.push_back({e, amount.amount});
    }
  }
  return keep(std::move(list));
}

void Model::Impl::buildCircuits() {
  circuits.clear();
  circuitTerms.clear();
  for (std::size_t i = 0; i < description.circuits.size(); ++i) {
    const CircuitRow& row = description.circuits[i];
    CircuitNumbers n;
    n.kind = row.kind;
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
    circuits.push_back(n);
    circuitTerms.push_back(
        {structureTerms(row.growth), structureTerms(row.shrinkage), structureTerms(row.synapses)});
  }
  const auto amounts = [this](double CircuitRow::*amount) {
    std::vector<Term> list;
    for (std::size_t i = 0; i < description.circuits.size(); ++i) {
      const double of = description.circuits[i].*amount;
      if (of != 0) list.push_back({static_cast<int>(i), of});
    }
    return keep(std::move(list));
  };
  illnessStress = amounts(&CircuitRow::stressLoad);
  illnessBdnf = amounts(&CircuitRow::bdnf);
  illnessWear = amounts(&CircuitRow::wear);
}

void Model::Impl::buildSkills() {
  skills.clear();
  for (const SkillRow& row : description.skills) {
    SkillTerms skill;
    skill.practice = structureTerms(row.practice);
    skill.use = edgeTerms(row.use);
    skill.myelin = edgeTerms(row.myelin);
    skill.survival = row.survival;
    skill.masteryRate = row.masteryRate;
    skills.push_back(skill);
  }
}

std::vector<int> Model::Impl::inputsOf(const EffectRow& row, const EffectWord& word) const {
  std::vector<int> inputs;
  if (word.inputs == nullptr) return inputs;
  const int first = layout.*word.inputs;
  switch (word.target) {
    case EffectTarget::scalar:
      inputs.push_back(first + word.scalar);
      break;
    case EffectTarget::region:
      for (const std::string& id : row.regions) {
        std::vector<int> group = catalogue.group(id);
        if (group.empty()) group.push_back(*catalogue.regionIndex(id));
        for (const int region : group) {
          for (const int s : structuresOf(region, Sides::both)) inputs.push_back(first + s);
        }
      }
      break;
    case EffectTarget::connection:
      for (const int e :
           edgesOf(*catalogue.connectionIndex(row.connection[0], row.connection[1]), Sides::both)) {
        inputs.push_back(first + e);
      }
      break;
    case EffectTarget::circuit:
      if (!row.circuit.empty()) inputs.push_back(first + circuitIndex(row.circuit));
      break;
    case EffectTarget::skill:
      if (!row.skill.empty()) inputs.push_back(first + skillIndex(row.skill));
      break;
    case EffectTarget::entryUse:
      break;
  }
  return inputs;
}

Effect Model::Impl::effectOf(const EffectRow& row) const {
  const EffectWord& word = *effectWord(row.on);
  Effect effect;
  effect.target = word.target;
  effect.array = word.inputs;
  effect.scalar = word.scalar;
  effect.absolute = word.absolute;
  effect.inputs = inputsOf(row, word);
  effect.amount = row.amount;
  effect.d50 = row.d50;
  effect.power = row.power;
  effect.saturating = row.saturating;
  effect.novelty = row.novelty;
  effect.challenge = row.challenge;
  effect.fromWeek = static_cast<int>(std::lround(row.fromAge * kWeeksPerYear));
  effect.toWeek = static_cast<int>(std::lround(row.toAge * kWeeksPerYear));
  effect.targets = row.targets;
  return effect;
}

void Model::Impl::buildExposures() {
  exposures.clear();
  for (const ExposureRow& row : description.exposures) {
    Exposure exposure;
    exposure.row = &row;
    for (const EffectRow& effect : row.effects) exposure.effects.push_back(effectOf(effect));
    for (const CircuitRow& circuit : description.circuits) {
      double strength = 0;
      for (const ExposureAmount& treatment : circuit.treatments) {
        if (treatment.exposure == row.info.id) strength = treatment.amount;
      }
      exposure.treatment.push_back(strength);
    }
    exposures.push_back(std::move(exposure));
  }
}

}  // namespace syn::sim
