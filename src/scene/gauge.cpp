#include "scene/gauge.h"

namespace syn::scene {

namespace {

constexpr std::array<GaugeTraits, kGauges> kTraits{{
    {"symptoms", "gauge.symptoms", "symptoms", 0, 1},
    {"movement", "gauge.movement", "movement", 0, 1},
    {"vision", "gauge.vision", "vision", 0, 1},
    {"cognition", "gauge.cognition", "cognition", 0, 1.2F},
    {"emotion", "gauge.emotion", "emotion", -1, 1},
    {"memory_hippocampus", "gauge.memory_hippocampus", "memory", 0, 1},
    {"memory_cortex", "gauge.memory_cortex", "memory", 0, 1},
    {"old_path", "gauge.old_path", "habit", 0, 1},
    {"new_path", "gauge.new_path", "habit", 0, 1},
    {"new_path_choice", "gauge.new_path_choice", "habit", 0, 1},
    {"sleep_debt", "gauge.sleep_debt", "sleep_debt", 0, 60},
    {"stress", "gauge.stress", "stress", 0, 1},
    {"amyloid", "gauge.amyloid", "amyloid", 0, 1},
    {"growth_factor", "gauge.growth_factor", "bdnf", 0.6F, 1.4F},
    {"births", "gauge.births", "new_neurons", 0, 1400},
    {"vision_window", "gauge.vision_window", "windows", 0, 1},
    {"language_window", "gauge.language_window", "windows", 0, 1},
}};

}  // namespace

std::span<const GaugeTraits> gauges() {
  return kTraits;
}

}  // namespace syn::scene
