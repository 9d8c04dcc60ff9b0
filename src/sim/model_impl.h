#pragma once

#include <deque>
#include <string>
#include <vector>

#include "sim/description/description.h"
#include "sim/kernel.h"
#include "sim/model.h"
#include "sim/sides.h"

namespace syn::sim {

/// An effect resolved to the inputs it adds to.
struct Effect {
  EffectTarget target = EffectTarget::scalar;
  bool absolute = false;         ///< not a difference from the average life
  std::vector<int> inputs;       ///< indices of inputs; empty when the entry decides
  int Layout::*array = nullptr;  ///< where the inputs of its kind begin
  double amount = 0, d50 = 1, power = 1;
  bool saturating = true, novelty = false, challenge = false;
  int fromWeek = 0, toWeek = 0;  ///< ages in which it acts
  std::vector<std::string> targets;
  ScalarInput scalar = kScalarInputs;  ///< of a scalar effect

  /// Size at a dose, before novelty and challenge.
  [[nodiscard]] double at(double dose) const;
};

struct Exposure {
  const ExposureRow* row = nullptr;
  std::vector<Effect> effects;
  std::vector<double> treatment;  ///< by circuit: strength on its new path when aimed at it

  [[nodiscard]] double baseline(int week) const;
};

struct Model::Impl {
  Catalogue catalogue;
  Description description;
  std::vector<Handle> handles;
  std::vector<ParameterInfo> parameters;
  std::vector<ExposureInfo> exposureInfos;  ///< exposures, then conditions

  Layout layout;
  Rates rates;
  std::vector<double> ages;                 ///< kTableWeeks x kAgeColumns
  std::vector<std::vector<double>> curves;  ///< by curve: value each week of age, 1 at age 25

  Terms illnessStress, illnessBdnf, illnessWear;  ///< by circuit, at full severity

  std::vector<double> keptRatio, spineGain, spineMax, spineRecovery, spineAgeing, shrinkStress,
      lasting, programming, stunting, atrophy;
  std::vector<int> edgeFrom, edgeTo, edgeConnection;
  std::vector<Hemisphere> edgeSide;
  std::vector<double> edgeWeight, edgeForget, edgeStrength;
  std::vector<int> volumeCurve, densityCurve, synapseCurve;  ///< by region
  std::vector<double> volume;                                ///< by region, cm3 of one structure
  std::vector<int> myelinCurve;                              ///< by connection
  std::vector<CircuitNumbers> circuits;
  std::vector<SkillTerms> skills;
  std::vector<CircuitTerms> circuitTerms;
  Terms regulation;
  std::deque<std::vector<Term>> terms;  ///< owns what the Terms point to
  std::vector<Exposure> exposures;
  int pathology = 0;
  double lostNight = 0;
  double usualClearance = 1;
  double baselineSleepDebt = 0;
  double baselineSleepHours = 7;

  /// Fills everything from `description`.
  void build();

  [[nodiscard]] KernelContext context(int stepsPerWeek, std::vector<Rates>& rateStore) const;
  [[nodiscard]] Rates ratesFor(double dt) const;

  [[nodiscard]] int circuitIndex(const std::string& id) const;   ///< -1 when unknown
  [[nodiscard]] int skillIndex(const std::string& word) const;   ///< id or synonym; -1 when unknown
  [[nodiscard]] int exposureIndex(const std::string& id) const;  ///< -1 when unknown
  [[nodiscard]] int curveIndex(const std::string& id) const;
  [[nodiscard]] std::vector<int> structuresOf(int region, Sides sides) const;
  [[nodiscard]] std::vector<int> edgesOf(int connection, Sides sides) const;
  [[nodiscard]] double age(int week, AgeColumn column) const {
    return ages[static_cast<std::size_t>(week) * kAgeColumns + static_cast<std::size_t>(column)];
  }

 private:
  void buildTables();
  void buildAges();
  void buildStructures();
  void buildEdges();
  void buildTracts();
  void buildCircuits();
  void buildSkills();
  void buildExposures();
  [[nodiscard]] Effect effectOf(const EffectRow& row) const;
  [[nodiscard]] std::vector<int> inputsOf(const EffectRow& row, const EffectWord& word) const;
  Terms structureTerms(const std::vector<RegionAmount>& amounts);
  Terms edgeTerms(const std::vector<ConnectionAmount>& amounts);
  Terms keep(std::vector<Term> list);
};

}  // namespace syn::sim
