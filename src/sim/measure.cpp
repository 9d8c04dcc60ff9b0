#include "sim/measure.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace syn::sim {
namespace {

struct Word {
  std::string_view word;
  Quantity quantity;
  std::string_view unit;
};

constexpr std::array<Word, 30> kWords{{
    {"volume", Quantity::volume, ""},
    {"density", Quantity::density, ""},
    {"reactivity", Quantity::reactivity, ""},
    {"connection", Quantity::connection, ""},
    {"myelination", Quantity::myelination, ""},
    {"synaptic_density", Quantity::synapticDensity, ""},
    {"new_neurons_per_day", Quantity::newNeuronsPerDay, "neurons/day"},
    {"surviving_new_neurons", Quantity::survivingNewNeurons, "neurons"},
    {"bdnf", Quantity::bdnf, ""},
    {"stress", Quantity::stress, ""},
    {"sleep_debt", Quantity::sleepDebt, "hours"},
    {"sleep_quality", Quantity::sleepQuality, ""},
    {"amyloid", Quantity::amyloid, ""},
    {"amyloid_clearance", Quantity::amyloidClearance, ""},
    {"memory_encoding", Quantity::memoryEncoding, ""},
    {"memory_retention", Quantity::memoryRetention, ""},
    {"consolidated_memory", Quantity::consolidatedMemory, ""},
    {"habit_strength", Quantity::habitStrength, ""},
    {"choice_new_path", Quantity::choiceNewPath, ""},
    {"symptom_severity", Quantity::symptomSeverity, ""},
    {"reserve", Quantity::reserve, ""},
    {"cognition", Quantity::cognition, ""},
    {"dementia", Quantity::dementia, ""},
    {"emotional_reactivity", Quantity::emotionalReactivity, "SD"},
    {"window_openness", Quantity::windowOpenness, ""},
    {"motor_function", Quantity::motorFunction, ""},
    {"vision_acuity", Quantity::visionAcuity, ""},
    {"language_attainment", Quantity::languageAttainment, ""},
    {"plasticity_gain", Quantity::plasticityGain, ""},
    {"lesion", Quantity::lesion, ""},
}};

}  // namespace

std::optional<Quantity> quantityOf(const std::string& word) {
  const auto found =
      std::find_if(kWords.begin(), kWords.end(), [&](const Word& w) { return w.word == word; });
  if (found == kWords.end()) return std::nullopt;
  return found->quantity;
}

const std::vector<std::string>& quantityWords() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> out;
    out.reserve(kWords.size());
    for (const Word& w : kWords) out.emplace_back(w.word);
    return out;
  }();
  return words;
}

std::string unitOf(Quantity quantity) {
  const auto found = std::find_if(kWords.begin(), kWords.end(),
                                  [&](const Word& w) { return w.quantity == quantity; });
  return std::string(found->unit);
}

}  // namespace syn::sim
