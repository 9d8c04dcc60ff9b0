#include "sim/model.h"

#include <algorithm>

#include "sim/model_impl.h"

namespace syn::sim {
namespace {

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
    const bool treated = std::any_of(
        circuit.treatments.begin(), circuit.treatments.end(),
        [&](const ExposureAmount& treatment) { return treatment.exposure == row.info.id; });
    const bool acted = std::any_of(row.effects.begin(), row.effects.end(),
                                   [&](const EffectRow& e) { return e.circuit == circuit.id; });
    if (treated || acted) targets.push_back(circuit.id);
  }
  return targets.empty() ? all : targets;
}

}  // namespace

void Model::Impl::build() {
  terms.clear();
  parameters.clear();
  for (Handle& handle : handles) {
    handle.info.value = *handle.where(description);
    parameters.push_back(handle.info);
  }
  buildEdges();
  buildTracts();
  layout = Layout::make(
      static_cast<int>(catalogue.structures.size()), static_cast<int>(edgeConnection.size()),
      static_cast<int>(description.circuits.size()), static_cast<int>(description.skills.size()));
  buildTables();
  buildAges();
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
    if (row.kind != CircuitNumbers::Kind::habit) exposureInfos.push_back(row.info);
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

int Model::Impl::curveIndex(const std::string& id) const {
  const std::vector<CurveRow>& rows = description.curves;
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const CurveRow& row) { return row.id == id; });
  return static_cast<int>(found - rows.begin());
}

std::vector<int> Model::Impl::structuresOf(int region, Sides sides) const {
  std::vector<int> found;
  for (const Hemisphere side : {Hemisphere::left, Hemisphere::right, Hemisphere::midline}) {
    if (!covers(sides, side)) continue;
    if (const auto structure = catalogue.structureIndex(region, side)) found.push_back(*structure);
  }
  return found;
}

std::vector<int> Model::Impl::edgesOf(int connection, Sides sides) const {
  std::vector<int> found;
  for (std::size_t e = 0; e < edgeConnection.size(); ++e) {
    if (edgeConnection[e] == connection && covers(sides, edgeSide[e])) {
      found.push_back(static_cast<int>(e));
    }
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
