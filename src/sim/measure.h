#pragma once

#include <optional>
#include <string>
#include <vector>

namespace syn::sim {

/// What can be read off one person at one time: states of the model and what its formulas make of
/// them. What compares times or people (remission, response, relapse, proportions) is made from
/// these by the evidence checks.
enum class Quantity {
  volume,
  density,
  reactivity,
  connection,
  myelination,
  synapticDensity,
  newNeuronsPerDay,
  survivingNewNeurons,
  bdnf,
  stress,
  sleepDebt,
  sleepQuality,
  amyloid,
  amyloidClearance,
  memoryEncoding,
  memoryRetention,
  consolidatedMemory,
  habitStrength,
  choiceNewPath,
  symptomSeverity,
  reserve,
  cognition,
  dementia,
  emotionalReactivity,
  windowOpenness,
  motorFunction,
  visionAcuity,
  languageAttainment,
  plasticityGain,
  lesion  ///< share of a region that strokes destroyed, 0..1
};

/// What to read off a person. Empty texts mean "not given"; which ones are needed depends on the
/// quantity (Trajectory::resolve and runPopulation refuse what the model does not know).
struct Measure {
  Quantity quantity = Quantity::volume;
  std::string region;  ///< region id, or cortex prefrontal subcortex white_matter ventricles brain
  std::string hemisphere = "both";  ///< left | right | both
  std::string from, to;             ///< of a connection
  std::string path;                 ///< old | new
  std::string target;               ///< habit id
  std::string condition;
  std::string domain;  ///< memory executive speed global; empty = global
  std::string window;  ///< vision hearing language attachment motor
  friend bool operator==(const Measure&, const Measure&) = default;
};

/// Of a word as files and the command line use it ("new_neurons_per_day").
[[nodiscard]] std::optional<Quantity> quantityOf(const std::string& word);
[[nodiscard]] const std::vector<std::string>& quantityWords();
/// Unit as shown to people, for example "neurons/day"; empty for relative numbers.
[[nodiscard]] std::string unitOf(Quantity quantity);

}  // namespace syn::sim
