// The model as the step reads it: tables by age, arrays by structure and connection, rates.
#include <algorithm>
#include <cmath>

#include "sim/curve.h"
#include "sim/model_impl.h"
#include "sim/portable_math.h"

namespace syn::sim {
namespace {

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
  // Norms are relative to a healthy adult of 25.
  std::vector<bool> norm(d.curves.size(), false);
  volumeCurve.assign(catalogue.regions.size(), 0);
  densityCurve = synapseCurve = volumeCurve;
  volume.assign(catalogue.regions.size(), 1);
  for (const RegionRow& row : d.regions) {
    const std::size_t r = index(*catalogue.regionIndex(row.id));
    volumeCurve[r] = curveIndex(row.volumeCurve);
    densityCurve[r] = curveIndex(row.densityCurve);
    synapseCurve[r] = curveIndex(row.synapseCurve);
    volume[r] = row.volume;
    for (const int c : {volumeCurve[r], densityCurve[r], synapseCurve[r]}) norm[index(c)] = true;
  }
  for (const TractRow& tract : d.tracts) norm[index(curveIndex(tract.curve))] = true;
  for (std::size_t c = 0; c < curves.size(); ++c) {
    if (!norm[c]) continue;
    const double adult = curves[c][index(25 * kWeeksPerYear)];
    for (double& value : curves[c]) value /= adult;
  }
}

void Model::Impl::buildAges() {
  const Description& d = description;
  ages.assign(index(kTableWeeks) * kAgeColumns, 0);
  const Parameters& p = d.parameters;
  std::vector<std::pair<AgeColumn, int>> columns;
  for (const AgeCurve& curve : ageCurves()) {
    columns.emplace_back(curve.column, curveIndex(curve.id));
  }
  const auto general = [&](double years) {
    return p.gainFloor + (1 - p.gainFloor) * portableExp(-years / p.gainTauYears);
  };
  for (int w = 0; w < kTableWeeks; ++w) {
    const double years = static_cast<double>(w) / kWeeksPerYear;
    double* row = ages.data() + index(w) * kAgeColumns;
    row[kAgeGain] = general(years) / general(25);
    for (const WindowRow& window : d.windows) {
      const double open = logistic((years - window.opensAge) / window.opensWidth);
      const double closed = logistic((years - window.closesAge) / window.closesWidth);
      row[window.column] = open * (window.rest + (1 - window.rest) * (1 - closed));
    }
    for (const auto& [column, curve] : columns) row[column] = curves[index(curve)][index(w)];
  }
}

void Model::Impl::buildStructures() {
  const auto fill = [&](std::vector<double>& out, double ResponseRow::*member) {
    out.assign(index(layout.structuresPadded), 0);
    for (std::size_t s = 0; s < catalogue.structures.size(); ++s) {
      out[s] = description.responses[index(catalogue.structures[s].region)].*member;
    }
  };
  fill(keptRatio, &ResponseRow::kept);
  fill(spineGain, &ResponseRow::spineGain);
  fill(spineMax, &ResponseRow::spineMax);
  fill(spineRecovery, &ResponseRow::spineRecovery);
  fill(spineAgeing, &ResponseRow::spineAgeing);
  fill(shrinkStress, &ResponseRow::shrinkStress);
  fill(lasting, &ResponseRow::lasting);
  fill(programming, &ResponseRow::programming);
  fill(stunting, &ResponseRow::stunting);
  fill(atrophy, &ResponseRow::atrophy);
  std::vector<Term> brakes;
  double sum = 0;
  for (std::size_t s = 0; s < catalogue.structures.size(); ++s) {
    const double brake = description.responses[index(catalogue.structures[s].region)].brake;
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
    edgeForget[e] = 1.0 / description.responses[index(region)].forgetWeeks;
  }
  edgeFrom.resize(padded, 0);
  edgeTo.resize(padded, 0);
}

void Model::Impl::buildTracts() {
  myelinCurve.assign(catalogue.connections.size(), curveIndex(description.tracts.front().curve));
  for (const TractRow& tract : description.tracts) {
    for (std::size_t c = 0; c < catalogue.connections.size(); ++c) {
      const Connection& connection = catalogue.connections[c];
      if (connection.id == tract.id || connection.tract == tract.id) {
        myelinCurve[c] = curveIndex(tract.curve);
      }
    }
  }
}

Rates Model::Impl::ratesFor(double dt) const {
  const Parameters& p = description.parameters;
  Rates r;
  r.kept = 1.0 / p.keptTauWeeks;
  r.keptFade = 1.0 / (p.keptFadeYears * kWeeksPerYear);
  r.programming = 1.0 / (p.programmingTauYears * kWeeksPerYear);
  r.myelin = 1.0 / p.myelinTauWeeks;
  r.trace = 1.0 / (p.traceTauYears * kWeeksPerYear);
  r.hippocampal = 1.0 / p.hippocampalTauWeeks;
  r.cortical = 1.0 / p.corticalTauWeeks;
  r.amyloid = 1.0 / (p.amyloidTauYears * kWeeksPerYear);
  r.education = 1.0 / (p.educationTauYears * kWeeksPerYear);
  r.deprivation = 1.0 / (p.deprivationTauYears * kWeeksPerYear);
  r.language = 1.0 / (p.languageTauYears * kWeeksPerYear);
  r.engagementRise = 1.0 / p.engagementRiseYears;
  r.engagementFall = 1.0 / p.engagementFallYears;
  r.permanent = p.permanentShare / p.corticalTauWeeks;
  r.relieving = 1.0 / p.reliefAt;
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
  c.lasting = lasting.data();
  c.programming = programming.data();
  c.stunting = stunting.data();
  c.atrophy = atrophy.data();
  c.edgeFrom = edgeFrom.data();
  c.edgeTo = edgeTo.data();
  c.edgeWeight = edgeWeight.data();
  c.edgeForget = edgeForget.data();
  c.circuits = circuits.data();
  c.circuitTerms = circuitTerms.data();
  c.skills = skills.data();
  c.illnessStress = illnessStress;
  c.illnessBdnf = illnessBdnf;
  c.illnessWear = illnessWear;
  c.regulation = regulation;
  c.pathology = pathology;
  c.lostNight = lostNight;
  c.usualClearance = usualClearance;
  c.baselineSleepDebt = baselineSleepDebt;
  return c;
}

}  // namespace syn::sim
