#pragma once

#include <string>
#include <vector>

#include "sim/layout.h"
#include "sim/model.h"

namespace syn::sim {

/// One thing an exposure acts on.
struct EffectRow {
  std::string on;
  std::vector<std::string> regions;
  std::vector<std::string> connection;  ///< from, to
  std::string circuit, skill;
  double amount = 0;
  bool saturating = true;
  double d50 = 1, power = 1;
  double fromAge = 0, toAge = 200;
  bool novelty = false, challenge = false;
  std::vector<std::string> targets;  ///< acts only when the entry has one of these
};

struct BaselineSpan {
  double fromAge = 0, toAge = 200, dose = 0;
};

/// Something that cannot be lived in the same week.
struct Exclusion {
  std::string exposure;
  double dose = 0;                                 ///< excludes it from this dose on
  std::vector<std::string> targets, theirTargets;  ///< only with these; empty: with any
  std::string because;                             ///< half a sentence for the refusal
};

struct ExposureRow {
  ExposureInfo info;
  std::vector<BaselineSpan> baseline;     ///< empty: info.baseline at every age
  double novelty = 0.5, challenge = 0.5;  ///< when the entry does not say
  std::vector<std::string> targets;       ///< targets beside conditions and habits
  std::vector<EffectRow> effects;
  double hours = 0;                       ///< of a week that one unit of dose takes up
  std::vector<std::string> hoursTargets;  ///< only with these; empty: with any
  std::vector<Exclusion> excludes;
  bool stroke = false;
};

/// What kind of thing an effect acts on, which decides what it must name.
enum class EffectTarget { scalar, region, connection, circuit, skill, entryUse };

/// What an effect's `on` means: the inputs it adds to.
struct EffectWord {
  std::string word;
  EffectTarget target;
  int Layout::*inputs;                 ///< where they begin; null when the entry decides
  ScalarInput scalar = kScalarInputs;  ///< which of them a scalar effect is on
  bool absolute = false;               ///< not a difference from the average life
};
[[nodiscard]] const std::vector<EffectWord>& effectWords();
/// Null when there is no such word.
[[nodiscard]] const EffectWord* effectWord(const std::string& word);

}  // namespace syn::sim
