#pragma once

#include "sim/layout.h"
#include "sim/parameters.h"

namespace syn::sim {

/// Co-activity is counted up to this many times its healthy amount; doses end there too.
inline constexpr double kLargestUse = 4;

/// How fast a state with a constant time constant moves: exactly `share` = 1 - exp(-dt/tau) of its
/// way in one step, or `rate` = 1/tau per week in continuous time. On average over the step `lag`
/// of the way is still to go, half way through the step `half`.
struct Rate {
  double rate = 0;
  double share = 0;
  double lag = 1;
  double half = 1;
};

/// What the step divides by that is the same for everybody at every age, divided out once.
struct Rates {
  /// 1/tau per week of states that something else moves, too (see ExactStep::flow).
  double kept = 0, keptFade = 0, programming = 0, myelin = 0, trace = 0, hippocampal = 0,
         cortical = 0, amyloid = 0, education = 0, deprivation = 0, language = 0;
  double engagementRise = 0, engagementFall = 0;  ///< 1/tau per year
  double permanent = 0;  ///< share of cortical memory that becomes permanent per week
  /// Share of the symptoms that a unit of relief takes: relief is measured in severities of those
  /// whom trials treat, and takes its share of any other.
  double relieving = 0;
  Rate sleepDebt, acuteSleep, stress, bdnf, bdnfPulse, fitness, birthDrive, stage, young, expansion,
      scaling, threshold, severity, relief, cognition, injuryClock;
};

/// One old and new path and the symptoms it can show (see equations/path.h).
struct CircuitNumbers {
  enum class Kind : int { habit, illness, progressive };
  Kind kind = Kind::habit;
  double learnNew = 0, forgetNew = 0, learnOld = 0, forgetOld = 0, rehearse = 0;
  double calm = 0, excite = 0;  ///< rates of the activation
  double win = 0;               ///< how much of the old path a full new path silences
  double stress = 0, mood = 0, sleep = 0;
};

/// One number of a sparse list: index into a padded array, and the amount there.
struct Term {
  int index = 0;
  double amount = 0;
};
struct Terms {
  const Term* first = nullptr;
  int count = 0;
};

/// Indices into a padded array at which something can happen to somebody in a batch.
struct IndexList {
  const int* first = nullptr;
  int count = 0;
};

/// What an illness does to structures, in amounts for full severity.
struct CircuitTerms {
  Terms growth;     ///< keeps busier or idler
  Terms shrinkage;  ///< shrinks or grows
  Terms synapses;   ///< whose synapses it changes
};

/// What practising a skill changes. Indices count within the named input arrays.
struct SkillTerms {
  Terms practice, use, myelin;
  double survival = 0;
  double masteryRate = 1;
};

/// Everything a step reads besides state and inputs: plain pointers into the model, so that the
/// kernels compiled for newer processors contain no code shared with the rest of the program.
struct KernelContext {
  const Layout* layout = nullptr;
  const Parameters* parameters = nullptr;
  const Rates* rates = nullptr;
  const double* ages = nullptr;  ///< kTableWeeks rows of kAgeColumns
  const double *keptRatio = nullptr, *spineGain = nullptr, *spineMax = nullptr,
               *spineRecovery = nullptr, *spineAgeing = nullptr, *shrinkStress = nullptr,
               *lasting = nullptr, *programming = nullptr, *stunting = nullptr,
               *atrophy = nullptr;                   ///< by structure, padded
  const int *edgeFrom = nullptr, *edgeTo = nullptr;  ///< structure of each end, padded
  const double *edgeWeight = nullptr,
               *edgeForget = nullptr;  ///< edgeWeight: share of its target's input
  const CircuitNumbers* circuits = nullptr;
  const CircuitTerms* circuitTerms = nullptr;
  const SkillTerms* skills = nullptr;
  /// By circuit, at full severity: load on stress, loss of BDNF, wear of the brain per week.
  Terms illnessStress, illnessBdnf, illnessWear;
  Terms regulation;              ///< prefrontal structures; amounts add up to 1
  int pathology = 0;             ///< the progressive circuit
  double lostNight = 0;          ///< share of a week's sleep a unit of acute loss takes
  double usualClearance = 1;     ///< amyloid clearance of an average night and day
  double baselineSleepDebt = 0;  ///< hours of an average life
  double dt = 1;                 ///< weeks a step
  int stepsPerWeek = 1;
  bool fixedBrain = false;
  bool neurogenesisAbsent = false;
  /// For batches: structures that grow with use, of them those that learned, structures that lose
  /// or gain spines, shrink, are programmed in childhood, atrophy, receive a connection in use;
  /// connections in use; skills practised.
  IndexList growing, trained, spined, shrinking, programmed, atrophied, driven, used;
  const bool* skilled = nullptr;
  bool lesions = false;  ///< somebody here has a stroke
};

/// Advances kLanes people, or one, from the start of week of age `fromWeek` to that of `toWeek`
/// under constant inputs. Array sizes as in Layout, lanes innermost.
using AdvanceFunction = void (*)(const KernelContext&, double* state, const double* inputs,
                                 int fromWeek, int toWeek);

struct KernelSet {
  AdvanceFunction batch = nullptr;   ///< kLanes people
  AdvanceFunction single = nullptr;  ///< one person, vectorised over structures and connections
  const char* name = "";             ///< instruction set
};

/// The fastest set this processor can run. All sets give the same bits.
[[nodiscard]] const KernelSet& fastestKernels();
/// Every set this processor can run, the plain one first.
[[nodiscard]] int availableKernels(const KernelSet** sets);

/// One person, one number at a time: the plain baseline of the benchmarks.
void advanceScalar(const KernelContext& context, double* state, const double* inputs, int fromWeek,
                   int toWeek);

/// Time derivative per week of all states of one person at week of age `week`: the same equations
/// as the steps, for adaptive solvers. `derivative` has Layout::states numbers.
void lifeDerivative(const KernelContext& context, const double* state, const double* inputs,
                    int week, double* derivative);

}  // namespace syn::sim
