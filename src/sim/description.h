#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "catalogue/catalogue.h"
#include "sim/layout.h"
#include "sim/model.h"
#include "sim/parameters.h"

namespace syn::sim {

/// Why a number is what it is.
struct Reason {
  std::vector<std::string> sources;
  std::vector<std::string> pinnedBy;
};

/// Whether a source only says what is assumed ("Assumption: ...").
[[nodiscard]] bool isAssumption(const std::string& source);

/// Points of a curve over age in years.
struct CurveRow {
  std::string id;
  std::vector<double> ages, values;
};

struct WindowRow {
  std::string id;
  double opensAge = 0, opensWidth = 1, closesAge = 0, closesWidth = 1, rest = 0;
};

/// How a region ages: curve ids and the size one hemisphere's part has at 25.
struct RegionRow {
  std::string id;
  double volume = 1;
  std::string volumeCurve, densityCurve, synapseCurve;
};

/// How a region answers to use, stress, adversity and pathology (see kernel_step.h).
struct StructureRow {
  std::string id;
  double kept = 0, spineGain = 0, spineMax = 0, spineRecovery = 0, spineAgeing = 0,
         shrinkStress = 0, programming = 0, atrophy = 0, forgetWeeks = 0, volumeShare = 1,
         reactStress = 0, reactSleep = 0, reactAdversity = 0, motor = 0, memory = 0, executive = 0,
         brake = 0;
};

struct TraitRow {
  std::string id;
  double sd = 0, genes = 0, family = 0;
  bool factor = false;  ///< log-normal around 1 instead of normal around 0
};

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

struct RegionAmount {
  std::string region;
  double amount = 0;
};
struct ConnectionAmount {
  std::string from, to;
  double amount = 0;
};
struct NamedAmount {
  std::string id;
  double amount = 0;
};

struct SkillRow {
  std::string id;
  std::vector<std::string> synonyms;
  std::vector<RegionAmount> practice;
  std::vector<ConnectionAmount> use, myelin;
  double survival = 0, masteryRate = 1, habit = 0, language = 0;
};

struct CircuitRow {
  ExposureInfo info;  ///< as what it can be imposed on a life
  std::string id, name, kind;
  std::vector<std::string> evidence;
  double learnNew = 0, forgetNewWeeks = 1, learnOld = 0, forgetOldWeeks = 1, rehearse = 0,
         calmWeeks = 1, excite = 0, win = 0, stress = 0, mood = 0, sleep = 0, stressLoad = 0,
         liability = 0, liabilitySd = 0, sizeVulnerability = 0;
  double usualYears = 0;   ///< how long somebody met in this illness has had it, if nobody says
  std::string sizeRegion;  ///< region whose small size raises the liability
  std::vector<RegionAmount> growth, shrinkage, synapses, reactivity;
  std::vector<ConnectionAmount> coupling;
  std::vector<NamedAmount> treatments;  ///< exposure id -> strength on the new path
  double cognition = 0;
};

/// Content of the data files, checked.
struct Description {
  Parameters parameters;
  std::vector<CurveRow> curves;
  std::vector<WindowRow> windows;
  std::vector<RegionRow> regions;
  std::vector<NamedAmount> tracts;  ///< tract or connection id -> index into curves
  std::vector<StructureRow> structures;
  std::vector<TraitRow> traits;
  std::vector<ExposureRow> exposures;
  std::vector<SkillRow> skills;
  std::vector<CircuitRow> circuits;
};

/// A number of a Description under its public name.
struct Handle {
  ParameterInfo info;
  std::function<double*(Description&)> where;
};

/// Reads and checks all files. Issues go to `issues`; the result is only usable when there are
/// none.
Description readDescription(const std::filesystem::path& data, const Catalogue& catalogue,
                            std::vector<Handle>& handles, IssueList& issues);

/// Curve ids every model needs, in the order of AgeColumn from kAgeSensitivity on.
[[nodiscard]] const std::vector<std::string>& ageCurveIds();
/// Trait ids in the order of PersonTrait.
[[nodiscard]] const std::vector<std::string>& traitIds();
/// Window ids in the order of AgeColumn from kAgeWindowVision on.
[[nodiscard]] const std::vector<std::string>& windowIds();

/// What an effect's `on` means.
struct EffectWord {
  enum class Place { scalar, region, connection, circuit, skill, entryUse };
  std::string word;
  Place place;
  int input;              ///< ScalarInput, or number of the array among its kind
  bool absolute = false;  ///< not a difference from the average life
};
[[nodiscard]] const std::vector<EffectWord>& effectWords();

}  // namespace syn::sim
