#include "sim/person_batch.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "sim/portable_math.h"
#include "sim/random.h"

// The equations once more, for one person and plain numbers.
#define SYN_KERNEL_NAMESPACE batch_equations
#include "sim/equations/path.h"

namespace syn::sim {
namespace {

namespace eq = batch_equations;

}  // namespace

PersonBatch::PersonBatch(const Model::Impl& model, const std::vector<Person>& people,
                         const ModelOptions& options, const LifePlan& plan, AdvanceFunction advance,
                         int lanes, int stepsPerWeek)
    : model_(&model),
      people_(&people),
      plan_(&plan),
      advance_(advance),
      lanes_(lanes),
      stepsPerWeek_(stepsPerWeek),
      fixedBrain_(options.fixedBrain),
      neurogenesisAbsent_(options.adultNeurogenesis == AdultNeurogenesis::absent),
      active_(model.layout) {
  auto rates = std::make_shared<std::vector<Rates>>();
  static_cast<void>(model.context(stepsPerWeek, *rates));
  rates_ = std::move(rates);
  state_.assign(index(model.layout.states) * index(lanes), 0);
  inputs_.assign(index(model.layout.inputs) * index(lanes), 0);
  imposed_.assign(model.circuits.size(), 0);
  named_.assign(model.exposures.size(), 0);
  noise_.assign((model.circuits.size() + 1) * index(lanes), 0);
  activateFromBirth();
  for (int lane = 0; lane < lanes_; ++lane) {
    beBorn(lane);
    gatherInputs(lane);
  }
}

KernelContext PersonBatch::context() const {
  std::vector<Rates> unused;
  KernelContext c = model_->context(stepsPerWeek_, unused);
  c.rates = rates_->data();
  c.fixedBrain = fixedBrain_;
  c.neurogenesisAbsent = neurogenesisAbsent_;
  c.lesions = plan_->lesions;
  c.growing = active_.growing.list();
  c.trained = active_.trained.list();
  c.spined = active_.spined.list();
  c.shrinking = active_.shrinking.list();
  c.programmed = active_.programmed.list();
  c.atrophied = active_.atrophied.list();
  c.driven = active_.driven.list();
  c.used = active_.used.list();
  c.skilled = active_.skilled.data();
  return c;
}

const Person& PersonBatch::person(int lane) const {
  return (*people_)[std::min(index(lane), people_->size() - 1)];
}

Snapshot PersonBatch::moment(int lane) const {
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

void PersonBatch::beBorn(int lane) {
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

double PersonBatch::doseOf(const PlannedEntry& entry, int lane) const {
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

std::vector<PersonBatch::Change> PersonBatch::changes(int until) const {
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
      for (const PlannedEntry& entry : entries->all()) {
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

void PersonBatch::liveUntil(int week, std::span<const int> stops, bool readLast,
                            const Reader& reader) {
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

void PersonBatch::fallIll(int lane, const PlannedCondition& condition) {
  const Layout& at = model_->layout;
  const Person& who = person(lane);
  const int i = condition.circuit;
  double severity = condition.severity.mean;
  if (condition.severity.sd > 0) {
    // The same draw as the imposed episode before week 0.
    severity += condition.severity.sd * who.normal(static_cast<int>(Stream::dose),
                                                   0x2000U + static_cast<std::uint32_t>(i), 0);
  }
  severity = std::clamp(severity, 0.0, 1.0);
  state(at.severity + i, lane) = severity;
  if (model_->circuits[index(i)].kind == CircuitNumbers::Kind::progressive) return;
  state(at.activation + i, lane) = wearPath(lane, i, severity - who.liabilities[index(i)]);
  if (condition.sudden) leaveMarks(lane, i);
}

double PersonBatch::wearPath(int lane, int circuit, double shown) {
  double& old = state(model_->layout.oldPath + circuit, lane);
  old = std::max(old, shown);
  return old > 0 ? std::max(0.0, shown) / old : 0;
}

double PersonBatch::symptoms(int lane, int circuit, double active) const {
  const Layout& at = model_->layout;
  const Parameters& p = model_->description.parameters;
  const Snapshot now = moment(lane);
  const double tension = now.at(at.scalars + kStress) - p.stressBase;
  const double debt = eq::sleepDebt(p, now.at(at.scalars + kSleepDebt), model_->baselineSleepDebt);
  const CircuitNumbers& q = model_->circuits[index(circuit)];
  return eq::symptomsOf(q, now.at(at.oldPath + circuit), active,
                        now.at(at.newPath + circuit) * q.win,
                        person(lane).liabilities[index(circuit)], tension, debt);
}

double PersonBatch::unrelieved(int lane, int circuit) const {
  const Layout& at = model_->layout;
  const Parameters& p = model_->description.parameters;
  const Snapshot now = moment(lane);
  return eq::unrelieved(p, rates_->front().relieving, now.at(at.relief + circuit),
                        now.at(at.medication + circuit), now.at(at.oldPath + circuit));
}

void PersonBatch::carryOn(int lane, int circuit, double dose) {
  const Layout& at = model_->layout;
  double& awake = state(at.activation + circuit, lane);
  if (symptoms(lane, circuit, awake) * unrelieved(lane, circuit) >= dose) return;
  // A short episode has not come as far as its dose; what else makes ill is there anyhow.
  const double shown =
      std::min(dose, state(at.severity + circuit, lane)) - symptoms(lane, circuit, 0);
  awake = std::max(awake, wearPath(lane, circuit, shown));
}

void PersonBatch::addSession(int lane, const PlannedEntry& entry) {
  const Layout& at = model_->layout;
  const Parameters& p = model_->description.parameters;
  const double dose = doseOf(entry, lane);
  double& lost = state(at.scalars + kAcuteSleepLoss, lane);
  double& pulse = state(at.scalars + kBdnfPulse, lane);
  for (const Effect& effect : model_->exposures[index(entry.exposure)].effects) {
    if (effect.scalar == kInSleepHours) {
      const double missing = std::max(0.0, model_->baselineSleepHours - effect.at(dose));
      lost += missing;
      pulse += p.bdnfAcuteSleepLoss * missing / p.acuteSleepScaleHours;
    } else if (effect.scalar == kInBdnfPulse) {
      pulse += effect.at(dose) * person(lane).traits[kTraitResponsiveness] *
               (1 + p.bdnfFitnessPulse * state(at.scalars + kFitness, lane));
    }
  }
}

void PersonBatch::before(int lane) {
  const int sinceZero = week_ - person(lane).ageWeeks;
  if (sinceZero == 0) {
    for (const PlannedCondition& condition : plan_->conditions) fallIll(lane, condition);
  }
  for (const PlannedSchedule* schedule : {&plan_->history, &plan_->arm}) {
    for (const int i : schedule->near(sinceZero)) {
      const PlannedEntry& entry = schedule->all()[index(i)];
      if (entry.acute && entry.from == sinceZero && entry.exposure >= 0) addSession(lane, entry);
    }
  }
}

void PersonBatch::leaveMarks(int lane, int circuit) {
  const Layout& at = model_->layout;
  const Parameters& p = model_->description.parameters;
  const double weeks = model_->description.circuits[index(circuit)].usualYears * kWeeksPerYear;
  const double ill = std::max(0.0, state(at.severity + circuit, lane) - p.illnessFrom);
  const CircuitTerms& terms = model_->circuitTerms[index(circuit)];
  const auto mark = [&](const Terms& list, int first, const auto& reached) {
    for (const Term& term : std::span(list.first, index(list.count))) {
      state(first + term.index, lane) += reached(term);
    }
  };
  mark(terms.growth, at.expansion, [&](const Term& term) {
    const double busier = ill * term.amount;
    return busier * p.expansionMax / (p.expansionMax + std::abs(busier)) *
           (1 - portableExp(-weeks / p.expansionTauWeeks));
  });
  mark(terms.shrinkage, at.shrinkage, [&](const Term& term) {
    const double pace = model_->lasting[index(term.index)] > 0 ? p.volumeLasting : 1;
    return ill * term.amount * (1 - portableExp(-weeks * pace / p.volumeTauWeeks));
  });
  mark(terms.synapses, at.spine, [&](const Term& term) {
    return ill * term.amount * (1 - portableExp(-weeks * model_->spineRecovery[index(term.index)]));
  });
}

void PersonBatch::strike(int lane, const PlannedEntry& entry) {
  const Layout& at = model_->layout;
  const double severity = doseOf(entry, lane);
  for (const int s : entry.structures) {
    double& lesion = state(at.lesion + s, lane);
    lesion = 1 - (1 - lesion) * (1 - severity);
    state(at.regained + s, lane) = 0;
  }
  state(at.scalars + kInjuryClock, lane) = 1;
  // Wherever it strikes, it wears (Kuzma 2018), and weighs on those whom life weighs on (Hackett
  // 2014).
  const double worn = severity * model_->description.parameters.wearLesion;
  state(at.scalars + kWear, lane) += worn * (1 - state(at.scalars + kWear, lane));
  state(at.scalars + kExtraWear, lane) += worn;
  for (int c = 0; c < at.circuits; ++c) {
    const CircuitRow& row = model_->description.circuits[index(c)];
    if (row.afterStroke == 0) continue;
    const double usual = row.liability > 0 ? person(lane).liabilities[index(c)] / row.liability : 1;
    const double shown = std::min(0.8, severity * row.afterStroke * usual);
    double& awake = state(at.activation + c, lane);
    awake = std::max(awake, wearPath(lane, c, shown));
  }
}

void PersonBatch::after(int lane, bool schedule) {
  const Person& who = person(lane);
  const int sinceZero = week_ - who.ageWeeks;
  for (const PlannedSchedule* entries : {&plan_->history, &plan_->arm}) {
    for (const int i : entries->near(sinceZero)) {
      const PlannedEntry& entry = entries->all()[index(i)];
      if (entry.stroke && entry.from == sinceZero) strike(lane, entry);
    }
  }
  if (!who.average) newNoise(lane);
  if (schedule) gatherInputs(lane);
  gatherNoise(lane);
}

void PersonBatch::newNoise(int lane) {
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

}  // namespace syn::sim
