#pragma once

#include <memory>

#include "sim/model.h"
#include "sim/schedule.h"

namespace syn::sim {

/// The product's own model, loaded once.
inline const std::shared_ptr<const Model>& shippedModel() {
  static const std::shared_ptr<const Model> model = Model::load(SYN_SOURCE_DIR "/data");
  return model;
}

inline Entry span(const char* exposure, double dose, double from, double to) {
  Entry entry;
  entry.exposure = exposure;
  entry.dose.mean = dose;
  entry.fromWeek = from;
  entry.toWeek = to;
  return entry;
}

inline Entry practice(const char* skill, double hours, double from, double to) {
  Entry entry = span("learning", hours, from, to);
  entry.skill = skill;
  entry.novelty = 0.9;
  entry.challenge = 0.8;
  return entry;
}

inline Entry illness(const char* condition, double severity, double from, double to) {
  return span(condition, severity, from, to);
}

/// A life with something of everything.
inline Schedule eventfulLife() {
  Entry stroke = span("stroke", 0.5, 3400, 3400);
  stroke.region = "motor";
  stroke.hemisphere = "left";
  Entry use = span("use", 2.0, 1500, 1600);
  use.from = "parahippocampal";
  use.to = "hippocampus";
  Entry cbt = span("cbt", 1, 2020, 2040);
  cbt.target = "depression";
  return {span("childhood_adversity", 0.3, 100, 300),
          practice("instrument", 5, 600, 900),
          span("aerobic_exercise", 150, 1200, 3000),
          practice("motor", 7, 1300, 1400),
          use,
          span("chronic_stress", 0.9, 1800, 1900),
          illness("depression", 0.6, 2000, 2026),
          cbt,
          span("sleep", 5, 2500, 2600),
          span("substance_use", 0.7, 2700, 2900),
          stroke,
          span("rehabilitation", 4, 3401, 3430),
          illness("alzheimer_pathology", 0.5, 4000, 4600)};
}

}  // namespace syn::sim
