// What somebody's week adds up to, and what it sets going.
#include <algorithm>
#include <span>

#include "sim/person_batch.h"

namespace syn::sim {

void PersonBatch::addBaseline(int lane, const Exposure& exposure, bool named) {
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

bool PersonBatch::acts(const Effect& effect, const PlannedEntry& entry) const {
  if (week_ < effect.fromWeek || week_ >= effect.toWeek) return false;
  return effect.targets.empty() || std::find(effect.targets.begin(), effect.targets.end(),
                                             entry.target) != effect.targets.end();
}

void PersonBatch::addEntry(int lane, const PlannedEntry& entry) {
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
    if (!acts(effect, entry)) continue;
    const double amount =
        effect.at(dose) * (effect.novelty ? entry.novelty : 1) * (effect.challenge ? hard : 1);
    if (effect.target == EffectTarget::circuit && effect.inputs.empty()) {
      addTherapy(lane, entry, exposure, effect, amount);
    } else if (effect.target == EffectTarget::skill) {
      addPractice(lane, entry, amount, hard);
    } else if (effect.target == EffectTarget::entryUse) {
      addUse(lane, entry, dose, amount);
    }
    for (const int i : effect.inputs) {
      if (effect.target == EffectTarget::region) {
        const int structure = i - at.*effect.array;
        if (!covers(entry.sides, model_->catalogue.structures[index(structure)].hemisphere)) {
          continue;
        }
      }
      input(i, lane) += amount;
    }
  }
}

/// What the entry is aimed at, or else every circuit, as far as the exposure treats it.
void PersonBatch::addTherapy(int lane, const PlannedEntry& entry, const Exposure& exposure,
                             const Effect& effect, double amount) {
  const Layout& at = model_->layout;
  for (int c = 0; c < at.circuits; ++c) {
    if (entry.targetCircuit >= 0 && entry.targetCircuit != c) continue;
    input(at.*effect.array + c, lane) += amount * exposure.treatment[index(c)];
  }
}

void PersonBatch::addPractice(int lane, const PlannedEntry& entry, double amount, double hard) {
  const Layout& at = model_->layout;
  const int skill = std::max(0, entry.skill);
  input(at.inSkill + skill, lane) += amount;
  input(at.inSkillNovelty + skill, lane) = entry.novelty * hard;
  input(at.inChallenge + skill, lane) = entry.challenge;
  const SkillRow& row = model_->description.skills[index(skill)];
  input(at.inScalars + kInLanguageStudy, lane) += amount * row.language;
  if (row.habit > 0) {
    const int circuit = std::max(0, model_->circuitIndex("habit"));
    input(at.inNewPath + circuit, lane) += amount * row.habit;
  }
}

void PersonBatch::addUse(int lane, const PlannedEntry& entry, double dose, double amount) {
  const Layout& at = model_->layout;
  for (const int e : entry.edges) input(at.inUse + e, lane) += dose - 1;
  if (entry.edges.empty() && entry.targetCircuit >= 0) {
    const int first = entry.path == HabitPath::oldPath ? at.inOldPath : at.inNewPath;
    input(first + entry.targetCircuit, lane) += amount;
  }
}

void PersonBatch::gatherInputs(int lane) {
  const Layout& at = model_->layout;
  const Person& who = person(lane);
  for (int c = 0; c < at.circuits; ++c) imposed_[index(c)] = input(at.inImposed + c, lane);
  const int fixed = at.inLiability;
  for (int i = 0; i < fixed; ++i) input(i, lane) = 0;
  for (int i = at.inSkill; i < at.inTraits; ++i) input(i, lane) = 0;

  const int sinceZero = week_ - who.ageWeeks;
  std::fill(named_.begin(), named_.end(), 0);
  for (const PlannedSchedule* schedule : {&plan_->history, &plan_->arm}) {
    for (const int i : schedule->near(sinceZero)) {
      const PlannedEntry& entry = schedule->all()[index(i)];
      if (entry.acute || entry.stroke || sinceZero < entry.from || sinceZero >= entry.to) continue;
      addEntry(lane, entry);
      if (entry.exposure >= 0) named_[index(entry.exposure)] = 1;
    }
  }
  for (std::size_t i = 0; i < model_->exposures.size(); ++i) {
    addBaseline(lane, model_->exposures[i], named_[i] != 0);
  }
  // An imposed episode that is over leaves an illness, which takes its own course from here.
  for (int c = 0; c < at.circuits; ++c) {
    const bool over = imposed_[index(c)] > 0 && input(at.inImposed + c, lane) <= 0;
    if (over && model_->circuits[index(c)].kind != CircuitNumbers::Kind::progressive) {
      carryOn(lane, c, imposed_[index(c)]);
    }
  }
  activate(lane);
}

void PersonBatch::gatherNoise(int lane) {
  const Layout& at = model_->layout;
  const std::size_t width = model_->circuits.size() + 1;
  const double* noise = noise_.data() + index(lane) * width;
  input(at.inScalars + kInStressNoise, lane) = noise[0];
  for (int c = 0; c < at.circuits; ++c) input(at.inMood + c, lane) = noise[c + 1];
}

void PersonBatch::ActiveList::sort() {
  std::sort(indices_.begin(), indices_.end());
}

void PersonBatch::activateFromBirth() {
  const auto all = [](ActiveList& list, const Terms& terms) {
    for (const Term& term : std::span(terms.first, index(terms.count))) list.add(term.index);
  };
  for (int i = 0; i < model_->layout.structures; ++i) {
    if (model_->spineGain[index(i)] > 0) active_.spined.add(i);
    if (model_->shrinkStress[index(i)] != 0) active_.shrinking.add(i);
    if (model_->atrophy[index(i)] > 0) active_.atrophied.add(i);
  }
  for (const CircuitTerms& terms : model_->circuitTerms) {
    all(active_.growing, terms.growth);
    all(active_.shrinking, terms.shrinkage);
    all(active_.spined, terms.synapses);
  }
}

void PersonBatch::activateUsed(int connection) {
  active_.used.add(connection);
  active_.driven.add(model_->edgeTo[index(connection)]);
}

void PersonBatch::train(int structure) {
  active_.growing.add(structure);
  active_.trained.add(structure);
}

void PersonBatch::activateSkill(int skill) {
  const SkillTerms& terms = model_->skills[index(skill)];
  active_.skilled[index(skill)] = true;
  for (int t = 0; t < terms.practice.count; ++t) train(terms.practice.first[t].index);
  for (int t = 0; t < terms.use.count; ++t) activateUsed(terms.use.first[t].index);
  for (int t = 0; t < terms.myelin.count; ++t) activateUsed(terms.myelin.first[t].index);
}

void PersonBatch::activate(int lane) {
  const Layout& at = model_->layout;
  for (int i = 0; i < at.structures; ++i) {
    if (input(at.inGrowth + i, lane) != 0) active_.growing.add(i);
    if (input(at.inPractice + i, lane) != 0) train(i);
    if (input(at.inSynapses + i, lane) != 0) active_.spined.add(i);
    if (input(at.inToxicity + i, lane) != 0) active_.shrinking.add(i);
  }
  for (int e = 0; e < at.edges; ++e) {
    if (input(at.inUse + e, lane) != 0 || input(at.inMyelin + e, lane) != 0) activateUsed(e);
  }
  for (int k = 0; k < at.skills; ++k) {
    if (input(at.inSkill + k, lane) != 0) activateSkill(k);
  }
  // Connections are summed up in their own order, whoever in the batch used them first.
  active_.used.sort();
  if (active_.programmed.empty() && input(at.inScalars + kInAdversity, lane) != 0) {
    for (int i = 0; i < at.structures; ++i) {
      if (model_->programming[index(i)] != 0 || model_->stunting[index(i)] != 0) {
        active_.programmed.add(i);
      }
    }
  }
}

}  // namespace syn::sim
