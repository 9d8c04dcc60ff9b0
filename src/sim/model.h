#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/catalogue.h"
#include "sim/schedule.h"

namespace syn::sim {

/// How an exposure, condition or event is offered to somebody who edits a life: the block "lane" of
/// its file.
struct LaneInfo {
  std::string family;  ///< colour family of the picture
  int order = 0;       ///< lanes are read by rising order
  bool open = false;   ///< shown even while nothing is lived on it
  double highest = 0;  ///< the lane ends at this dose even where the model would take more
  double typical = 0;  ///< dose of a span just added
  double step = 1;     ///< of the dose, for one key press
  double years = 10;   ///< length of a span just added; 0 for an event
  Entry with;          ///< the rest of a span just added: skill, target, region ...
};

/// An exposure, condition or event as described in data/exposures/*.json and data/circuits/*.json;
/// adding one needs no C++.
struct ExposureInfo {
  std::string id;
  std::string name;          ///< for people: "Aerobic exercise"
  std::string unit;          ///< "min/week"
  double low = 0, high = 0;  ///< doses outside are refused
  double baseline = 0;       ///< dose of an average life, where it does not depend on age
  std::string family;        ///< "exercise", "therapy", ...; description/exposures.cpp lists them
  std::vector<std::string> evidence;
  std::optional<LaneInfo> lane{};      ///< absent: not for editing
  bool condition = false;              ///< its dose is a severity imposed on a circuit
  bool event = false;                  ///< happens once, at the beginning of its span
  double fromAge = 0, toAge = 200;     ///< ages at which it can be lived at all
  std::vector<std::string> fields{};   ///< further fields of an entry: skill, target, region ...
  std::vector<std::string> targets{};  ///< what it can be aimed at, when it has a target
};

/// One number of the model and why it has the value it has.
struct ParameterInfo {
  std::string id;  ///< "bdnf.tau_weeks", "aerobic_exercise/effects/0/amount"
  double value = 0;
  std::string unit;
  std::vector<std::string> sources;   ///< evidence ids or citations
  std::vector<std::string> pinnedBy;  ///< ids of checks that pin it
};

/// Everything the simulation is told by data files, checked and resolved. Immutable after load,
/// shared by all runs.
class Model {
 public:
  /// Reads data/{regions,connections,lifespan,exposures,skills,circuits,evidence}. Throws
  /// ContentError with every issue.
  static std::shared_ptr<const Model> load(const std::filesystem::path& data);
  ~Model();

  [[nodiscard]] const Catalogue& catalogue() const;
  /// Exposures and events, then conditions; habits are none of them.
  [[nodiscard]] const std::vector<ExposureInfo>& exposures() const;
  /// Null when there is none of this id.
  [[nodiscard]] const ExposureInfo* exposure(const std::string& id) const;
  [[nodiscard]] std::vector<std::string> skillIds() const;

  /// Every number that has a reason of its own, in the order in which the files are read.
  [[nodiscard]] const std::vector<ParameterInfo>& parameters() const;
  /// The same model with one number changed. Throws Error on an unknown id.
  [[nodiscard]] std::shared_ptr<const Model> with(const std::string& parameter, double value) const;

  struct Impl;
  [[nodiscard]] const Impl& impl() const { return *impl_; }

 private:
  Model();
  std::unique_ptr<Impl> impl_;
};

}  // namespace syn::sim
