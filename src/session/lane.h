#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/model.h"

namespace syn::session {

/// One lane of the life line: an exposure, condition or event with its span of doses.
struct Lane {
  std::string exposure;  ///< id in the model
  std::string family;    ///< colour family: exercise sleep learning mindfulness stress therapy ...
  std::string unit;      ///< of the dose, as the model names it
  double low = 0;        ///< smallest dose, in the exposure's unit
  double high = 0;       ///< largest dose
  double baseline = 0;   ///< dose of an average life, lived wherever there is no span
  double typical = 0;    ///< dose of a span just added
  double step = 1;       ///< what one key press changes
  double years = 10;     ///< length of a span just added; 0 for an event
  double fromAge = 0;    ///< ages at which it can be lived at all
  double toAge = 100;
  bool condition = false;            ///< its dose is a severity
  bool event = false;                ///< happens once: its spans are instants
  bool open = false;                 ///< shown even while nothing is lived on it
  sim::Entry with;                   ///< the rest of a span just added
  std::vector<std::string> fields;   ///< what else a span says: skill target region from path ...
  std::vector<std::string> targets;  ///< words of the field "target"
};

/// The lanes of a model; shared by all lives, since they never change.
using Lanes = std::shared_ptr<const std::vector<Lane>>;

/// A lane for everything the model can live, in reading order (block "lane" of the model's files).
[[nodiscard]] Lanes lanesOf(const sim::Model& model);
/// Index of an exposure's lane; -1 = none.
[[nodiscard]] int laneIndex(const std::vector<Lane>& lanes, const std::string& exposure);

}  // namespace syn::session
