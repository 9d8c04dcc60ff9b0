// Mechanisms (see mechanism_table.h) of illness and its treatment, of habits, pathology and
// strokes, and what a fixed brain lets stand still.
#include <utility>
#include <vector>

#include "mechanism_table.h"

namespace syn::sim {
namespace {

/// Sum of what an illness of 0.6 does to one structure through one of its lists.
double marked(B& b, const char* circuit, Terms CircuitTerms::*list, int structure) {
  const Terms& terms = b.model.circuitTerms[index(b.circuit(circuit))].*list;
  double sum = 0;
  for (int t = 0; t < terms.count; ++t) {
    if (terms.first[t].index == structure) sum += terms.first[t].amount;
  }
  return sum * (0.6 - b.p.illnessFrom);
}

TEST(Illness, LeavesItsMarksOnTheStructuresItNames) {
  int marks = 0;
  for (const char* circuit : {"depression", "anxiety", "ptsd", "ocd", "addiction"}) {
    B healthy, ill;
    ill.state(ill.at.severity + ill.circuit(circuit)) = 0.6;
    for (int s = 0; s < healthy.at.structures; ++s) {
      const double growth = marked(ill, circuit, &CircuitTerms::growth, s);
      const double shrinkage = marked(ill, circuit, &CircuitTerms::shrinkage, s);
      const double synapses = marked(ill, circuit, &CircuitTerms::synapses, s);
      marks += growth != 0 || shrinkage != 0 || synapses != 0 ? 1 : 0;
      EXPECT_NEAR(ill.rate(ill.at.expansion + s) - healthy.rate(healthy.at.expansion + s),
                  saturated(growth, ill.p.expansionMax) / ill.p.expansionTauWeeks, 1e-12);
      EXPECT_NEAR(ill.rate(ill.at.shrinkage + s) - healthy.rate(healthy.at.shrinkage + s),
                  shrinkage * volumeRate(ill), 1e-12);
      const double heal = ill.model.spineRecovery[index(s)] *
                          (1 + ill.model.spineAgeing[index(s)] * (ill.age(kAgeRecovery) - 1));
      EXPECT_NEAR(ill.rate(ill.at.spine + s) - healthy.rate(healthy.at.spine + s), synapses * heal,
                  1e-12);
    }
  }
  EXPECT_GT(marks, 8);
}

// --- paths ---

const char* const kIll = "depression";
std::function<double(B&)> atPath(int Layout::*array, const char* circuit = kIll) {
  return [array, circuit](B& b) { return b.rate(b.at.*array + b.circuit(circuit)); };
}
std::function<void(B&)> setPath(int Layout::*array, double value, const char* circuit = kIll) {
  return [array, value, circuit](B& b) { b.state(b.at.*array + b.circuit(circuit)) = value; };
}
std::function<void(B&)> setInput(int Layout::*array, double value, const char* circuit = kIll) {
  return [array, value, circuit](B& b) { b.input(b.at.*array + b.circuit(circuit)) = value; };
}
std::function<void(B&)> all(std::vector<std::function<void(B&)>> steps) {
  return [steps = std::move(steps)](B& b) {
    for (const auto& step : steps) step(b);
  };
}
/// Rate at which a new path is worn in by full practice at this age.
double paceOfNewPath(B& b, const char* circuit = kIll) {
  return b.numbers(circuit).learnNew * (1 + b.p.newPathAge * (b.age(kAgeGain) - 1));
}

INSTANTIATE_TEST_SUITE_P(
    NewPath, Mechanism,
    ::testing::Values(
        Row{"therapy wears it in, in who answers to it",
            [](B& b) { b.setTrait(kTraitTherapy, 1.5); }, setInput(&Layout::inNewPath, 0.4),
            atPath(&Layout::newPath), [](B& b) { return 0.6 * paceOfNewPath(b); }},
        Row{"a habit is worn in as habits are", [](B& b) { b.setTrait(kTraitHabit, 1.5); },
            setInput(&Layout::inNewPath, 0.4, "habit"), atPath(&Layout::newPath, "habit"),
            [](B& b) { return 0.6 * paceOfNewPath(b, "habit"); }},
        Row{"slower with age", kOld, setInput(&Layout::inNewPath, 0.4), atPath(&Layout::newPath),
            [](B& b) { return 0.4 * paceOfNewPath(b); }},
        Row{"worse after lost sleep", setInput(&Layout::inNewPath, 0.4),
            [](B& b) { b.loseNight(0.3); }, atPath(&Layout::newPath),
            [](B& b) { return -0.4 * 0.3 * b.p.gainSleepDebt * paceOfNewPath(b); }},
        Row{"faster where it was before", setInput(&Layout::inNewPath, 0.4),
            setPath(&Layout::trace, 0.5), atPath(&Layout::newPath),
            [](B& b) { return 0.4 * 0.5 * b.p.savings * paceOfNewPath(b); }},
        Row{"a negative practice is none",
            {},
            setInput(&Layout::inNewPath, -0.4),
            atPath(&Layout::newPath),
            kNothing},
        Row{"it is forgotten",
            {},
            setPath(&Layout::newPath, 0.5),
            atPath(&Layout::newPath),
            [](B& b) { return -0.5 * b.numbers(kIll).forgetNew; }},
        Row{"it fills up", setInput(&Layout::inNewPath, 0.4), setPath(&Layout::newPath, 0.5),
            atPath(&Layout::newPath),
            [](B& b) { return -0.5 * (0.4 * paceOfNewPath(b) + b.numbers(kIll).forgetNew); }},
        Row{"not in a fixed brain", setInput(&Layout::inNewPath, 0.4), kFixed,
            atPath(&Layout::newPath), [](B& b) { return -0.4 * paceOfNewPath(b); }},
        Row{"it leaves a trace", setPath(&Layout::trace, 0.2), setPath(&Layout::newPath, 0.5),
            atPath(&Layout::trace), [](B& b) { return 0.5 * b.p.traceRate * 0.8; }},
        Row{"which fades over years",
            {},
            setPath(&Layout::trace, 0.5),
            atPath(&Layout::trace),
            [](B& b) { return -0.5 / (b.p.traceTauYears * kWeeksPerYear); }}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    OldPath, Mechanism,
    ::testing::Values(
        Row{"repetition wears it in",
            {},
            setInput(&Layout::inOldPath, 0.4, "addiction"),
            atPath(&Layout::oldPath, "addiction"),
            [](B& b) { return 0.4 * b.numbers("addiction").learnOld; }},
        Row{"an old habit too, as habits are", [](B& b) { b.setTrait(kTraitHabit, 1.5); },
            setInput(&Layout::inOldPath, 0.4, "habit"), atPath(&Layout::oldPath, "habit"),
            [](B& b) { return 0.6 * b.numbers("habit").learnOld; }},
        Row{"illness rehearses it",
            {},
            setPath(&Layout::severity, 0.6),
            atPath(&Layout::oldPath),
            [](B& b) {
              const double ill = 0.6 - b.p.rehearsalFrom;
              return ill / (ill + b.p.rehearsalHalf) * b.numbers(kIll).rehearse;
            }},
        Row{"an imposed one as well",
            {},
            setInput(&Layout::inImposed, 0.6),
            atPath(&Layout::oldPath),
            [](B& b) { return 0.6 / (0.6 + b.p.rehearsalHalf) * b.numbers(kIll).rehearse; }},
        Row{"it is forgotten over years",
            {},
            setPath(&Layout::oldPath, 0.5),
            atPath(&Layout::oldPath),
            [](B& b) { return -0.5 * b.numbers(kIll).forgetOld; }},
        Row{"down to what somebody is liable to", setPath(&Layout::oldPath, 0.5),
            setInput(&Layout::inLiability, 0.2), atPath(&Layout::oldPath),
            [](B& b) { return 0.2 * b.numbers(kIll).forgetOld; }},
        Row{"not in a fixed brain", setPath(&Layout::oldPath, 0.5), kFixed,
            atPath(&Layout::oldPath), [](B& b) { return 0.5 * b.numbers(kIll).forgetOld; }}),
    nameOf);

/// A worn and half awake old path.
const auto kWorn = all({setPath(&Layout::oldPath, 0.6), setPath(&Layout::activation, 0.5)});
/// How much the severity of kIll is pulled for each unit of what is shown.
double pull(B& b) {
  return 1 / b.p.severityTauWeeks;
}
const auto kTense = [](B& b) { b.scalar(kStress) += 0.05; };
const auto kSeverity = atPath(&Layout::severity);

INSTANTIATE_TEST_SUITE_P(
    Symptoms, Mechanism,
    ::testing::Values(
        Row{"an old path that is awake shows", setPath(&Layout::activation, 0.5),
            setPath(&Layout::oldPath, 0.6), kSeverity, [](B& b) { return 0.3 * pull(b); }},
        Row{"an old path asleep does not", {}, setPath(&Layout::oldPath, 0.6), kSeverity, kNothing},
        Row{"the new path silences it", kWorn, setPath(&Layout::newPath, 0.4), kSeverity,
            [](B& b) { return -0.3 * 0.4 * b.numbers(kIll).win * pull(b); }},
        Row{"liability shows", kWorn, setInput(&Layout::inLiability, 0.1), kSeverity,
            [](B& b) { return 0.1 * pull(b); }},
        Row{"stress shows", kWorn, kTense, kSeverity,
            [](B& b) { return 0.05 * b.numbers(kIll).stress * pull(b); }},
        Row{"calm shows nothing", kWorn, [](B& b) { b.scalar(kStress) -= 0.05; }, kSeverity,
            kNothing},
        Row{"lost sleep shows", kWorn, [](B& b) { b.oweSleep(0.5); }, kSeverity,
            [](B& b) { return 0.5 * b.numbers(kIll).sleep * pull(b); }},
        Row{"mood swings what is worn", kWorn, setInput(&Layout::inMood, 0.2), kSeverity,
            [](B& b) { return 0.2 * b.numbers(kIll).mood * (b.p.moodAlways + 0.6) * pull(b); }},
        Row{"less where it is silenced", all({kWorn, setPath(&Layout::newPath, 0.4)}),
            setInput(&Layout::inMood, 0.2), kSeverity,
            [](B& b) {
              const double left = 1 - 0.4 * b.numbers(kIll).win * b.p.moodSilenced;
              return 0.2 * b.numbers(kIll).mood * (b.p.moodAlways + 0.6 * left) * pull(b);
            }},
        Row{"relief takes its share", kWorn, setPath(&Layout::relief, 0.1), kSeverity,
            [](B& b) { return -0.3 * 0.1 / b.p.reliefAt * pull(b); }},
        Row{"of nothing it takes nothing", {}, setPath(&Layout::relief, 0.1), kSeverity, kNothing},
        Row{"medication takes less of what is worn in", kWorn, setPath(&Layout::medication, 0.1),
            kSeverity,
            [](B& b) {
              return -0.3 * 0.1 * (1 - 0.6 * b.p.medicationWorn) / b.p.reliefAt * pull(b);
            }},
        Row{"an imposed illness is at least that severe", kWorn, setInput(&Layout::inImposed, 0.7),
            kSeverity, [](B& b) { return 0.4 * pull(b); }},
        Row{"a mild imposed one hides no worse", kWorn, setInput(&Layout::inImposed, 0.2),
            kSeverity, kNothing},
        Row{"it cannot fall below nothing", kWorn, setPath(&Layout::relief, 50), kSeverity,
            [](B& b) { return -0.3 * pull(b); }},
        Row{"it cannot exceed all", kWorn, setInput(&Layout::inLiability, 50), kSeverity,
            [](B& b) { return 0.7 * pull(b); }},
        Row{"it follows in days",
            {},
            setPath(&Layout::severity, 0.1),
            kSeverity,
            [](B& b) { return -0.1 * pull(b); }}),
    nameOf);

const auto kActivation = atPath(&Layout::activation);

INSTANTIATE_TEST_SUITE_P(
    Activation, Mechanism,
    ::testing::Values(
        Row{"stress wakes the path", kWorn, kTense, kActivation,
            [](B& b) { return 0.05 * b.numbers(kIll).excite * 0.5; }},
        Row{"mood wakes it", kWorn, setInput(&Layout::inMood, 0.2), kActivation,
            [](B& b) {
              return 0.2 * b.p.moodExcites * b.numbers(kIll).mood * b.numbers(kIll).excite * 0.5;
            }},
        Row{"lost sleep wakes it", kWorn, [](B& b) { b.oweSleep(0.5); }, kActivation,
            [](B& b) { return 0.5 * b.numbers(kIll).sleep * b.numbers(kIll).excite * 0.5; }},
        Row{"what is craved wakes it", kWorn, setInput(&Layout::inCraving, 0.2), kActivation,
            [](B& b) { return 0.2 * b.numbers(kIll).excite * 0.5; }},
        Row{"an imposed episode wakes it", kWorn, setInput(&Layout::inImposed, 0.2), kActivation,
            [](B& b) { return 0.2 * b.p.imposedActivation * 0.5; }},
        Row{"calm does not put it to sleep", kWorn, [](B& b) { b.scalar(kStress) -= 0.05; },
            kActivation, kNothing},
        Row{"it calms by itself, at one's own pace", [](B& b) { b.setTrait(kTraitCourse, 1.5); },
            setPath(&Layout::activation, 0.5), kActivation,
            [](B& b) { return -0.5 * 1.5 * b.numbers(kIll).calm; }},
        Row{"relief comes and goes",
            {},
            setInput(&Layout::inRelief, 0.2),
            atPath(&Layout::relief),
            [](B& b) { return 0.2 / b.p.reliefTauWeeks; }},
        Row{"drugs act in who answers to them", [](B& b) { b.setTrait(kTraitDrug, 1.5); },
            setInput(&Layout::inMedication, 0.2), atPath(&Layout::medication),
            [](B& b) { return 0.3 / b.p.reliefTauWeeks; }},
        Row{"part of what drugs do needs new neurons", setInput(&Layout::inMedication, 0.2),
            [](B& b) { b.setTrait(kTraitNeurogenesis, 0); }, atPath(&Layout::medication),
            [](B& b) { return -0.2 * b.p.medicationNeurogenesis / b.p.reliefTauWeeks; }},
        Row{"more of them than usual do not help more", setInput(&Layout::inMedication, 0.2),
            [](B& b) { b.setTrait(kTraitNeurogenesis, 3); }, atPath(&Layout::medication),
            kNothing}),
    nameOf);

std::function<double(B&)> pathologyRate() {
  return [](B& b) { return b.rate(b.at.severity + b.model.pathology); };
}

INSTANTIATE_TEST_SUITE_P(
    Pathology, Mechanism,
    ::testing::Values(
        Row{"amyloid beyond its onset spreads it",
            [](B& b) { b.scalar(kAmyloid) = b.p.pathologyOnset; },
            [](B& b) { b.scalar(kAmyloid) += 0.1; }, pathologyRate(),
            [](B& b) { return 0.1 * b.p.pathologyGain / (b.p.pathologyTauYears * kWeeksPerYear); }},
        Row{"below it does not", [](B& b) { b.scalar(kAmyloid) = 0.5 * b.p.pathologyOnset; },
            [](B& b) { b.scalar(kAmyloid) = 0.9 * b.p.pathologyOnset; }, pathologyRate(), kNothing},
        Row{"it never returns", [](B& b) { b.scalar(kAmyloid) = 0; },
            [](B& b) { b.state(b.at.severity + b.model.pathology) = 0.5; }, pathologyRate(),
            kNothing},
        Row{"it spreads at most to all", [](B& b) { b.scalar(kAmyloid) = 0; },
            [](B& b) { b.scalar(kAmyloid) = 500; }, pathologyRate(),
            [](B& b) { return 1 / (b.p.pathologyTauYears * kWeeksPerYear); }},
        Row{"it can be imposed", [](B& b) { b.scalar(kAmyloid) = 0; },
            [](B& b) { b.input(b.at.inImposed + b.model.pathology) = 0.5; }, pathologyRate(),
            [](B& b) { return 0.5 / (b.p.pathologyTauYears * kWeeksPerYear); }}),
    nameOf);

// --- strokes ---

const auto kStruck = [](B& b) {
  b.state(b.at.lesion + b.left("motor")) = 0.9 * b.p.injurySevereFrom;
};
const auto kRegained = [](B& b) { return b.rate(b.at.regained + b.left("motor")); };

INSTANTIATE_TEST_SUITE_P(
    Injury, Mechanism,
    ::testing::Values(
        Row{"months after a stroke much comes back by itself", kStruck,
            [](B& b) { b.scalar(kInjuryClock) = 0.5; }, kRegained,
            [](B& b) { return 0.5 * b.p.injurySpontaneous * b.p.injuryCeiling; }},
        Row{"training then helps, and later a little",
            [](B& b) {
              kStruck(b);
              b.scalar(kInjuryClock) = 0.5;
            },
            [](B& b) { b.in(kInRehabilitation) = 0.4; }, kRegained,
            [](B& b) {
              return 0.4 * b.p.injuryTraining * (0.5 + b.p.injuryLateShare) * b.p.injuryCeiling;
            }},
        Row{"late rehabilitation does a little", kStruck,
            [](B& b) { b.in(kInRehabilitation) = 0.4; }, kRegained,
            [](B& b) {
              return 0.4 * b.p.injuryTraining * b.p.injuryLateShare * b.p.injuryCeiling;
            }},
        Row{"what is regained is not regained again",
            [](B& b) {
              kStruck(b);
              b.scalar(kInjuryClock) = 0.5;
            },
            [](B& b) { b.state(b.at.regained + b.left("motor")) = b.p.injuryCeiling; }, kRegained,
            [](B& b) { return -0.5 * b.p.injurySpontaneous * b.p.injuryCeiling; }},
        Row{"some recover better",
            [](B& b) {
              kStruck(b);
              b.scalar(kInjuryClock) = 0.5;
            },
            [](B& b) { b.setTrait(kTraitRecovery, 1.5); }, kRegained,
            [](B& b) { return 0.25 * b.p.injurySpontaneous * b.p.injuryCeiling; }},
        Row{"a severe stroke leaves little to regain",
            [](B& b) {
              kStruck(b);
              b.scalar(kInjuryClock) = 1;
            },
            [](B& b) { b.state(b.at.lesion + b.left("motor")) = 1; }, kRegained,
            [](B& b) {
              return (b.p.injurySevereShare - 1) * b.p.injuryCeiling * b.p.injurySpontaneous;
            }},
        Row{"the window closes",
            {},
            [](B& b) { b.scalar(kInjuryClock) = 0.5; },
            rateOf(kInjuryClock),
            [](B& b) { return -0.5 / b.p.injuryTauWeeks; }},
        Row{"a fixed brain regains nothing",
            [](B& b) {
              kStruck(b);
              b.scalar(kInjuryClock) = 0.5;
            },
            kFixed, kRegained,
            [](B& b) { return -0.5 * b.p.injurySpontaneous * b.p.injuryCeiling; }}),
    nameOf);

// --- what stands still ---

class FixedBrain : public ::testing::TestWithParam<Row> {};

TEST_P(FixedBrain, StandsStillWhereAPlasticOneMoves) {
  const Row& row = GetParam();
  B bench;
  row.setup(bench);
  EXPECT_NE(row.read(bench), 0);
  row.change(bench);
  EXPECT_EQ(row.read(bench), 0);
}

/// Something that moves in a plastic brain.
Row still(const char* name, std::function<void(B&)> setup, std::function<double(B&)> read) {
  return {name, std::move(setup), kFixed, std::move(read), {}};
}
std::function<void(B&)> scalarAt(ScalarState state, double value) {
  return [state, value](B& b) { b.scalar(state) = value; };
}
std::function<void(B&)> inputAt(ScalarInput input, double value) {
  return [input, value](B& b) { b.in(input) = value; };
}
std::function<void(B&)> hippocampusAt(int Layout::*array, double value) {
  return [array, value](B& b) { b.state(b.at.*array + kHippocampus(b)) = value; };
}

INSTANTIATE_TEST_SUITE_P(
    All, FixedBrain,
    ::testing::Values(
        still("expansion", hippocampusAt(&Layout::expansion, 0.01),
              atHippocampus(&Layout::expansion)),
        still("kept", hippocampusAt(&Layout::kept, 0.01), atHippocampus(&Layout::kept)),
        still(
            "strained_dendrites", [](B& b) { b.strain(0.4); }, atHippocampus(&Layout::spine)),
        still("healing_dendrites", hippocampusAt(&Layout::spine, -0.1),
              atHippocampus(&Layout::spine)),
        still("volume", hippocampusAt(&Layout::shrinkage, -0.1), atHippocampus(&Layout::shrinkage)),
        still(
            "lasting_volume", [](B& b) { b.state(b.at.shrinkage + b.left("amygdala")) = 0.1; },
            [](B& b) { return b.rate(b.at.shrinkage + b.left("amygdala")); }),
        still("programming", hippocampusAt(&Layout::programming, -0.1),
              atHippocampus(&Layout::programming)),
        still("connection", using_(2), atEdge(&Layout::strength)),
        still("unused_connection", using_(0), atEdge(&Layout::strength)),
        still("threshold", using_(2), atEdge(&Layout::threshold)),
        still("scaling", using_(2),
              [](B& b) { return b.rate(b.at.scaling + b.model.edgeTo[kEdge]); }),
        still(
            "myelin", [](B& b) { b.state(b.at.myelin + kEdge) = 0.1; }, atEdge(&Layout::myelin)),
        still("new_path", setPath(&Layout::newPath, 0.5), atPath(&Layout::newPath)),
        still("trace", setPath(&Layout::newPath, 0.5), atPath(&Layout::trace)),
        still("fading_trace", setPath(&Layout::trace, 0.5), atPath(&Layout::trace)),
        still("old_path", setPath(&Layout::oldPath, 0.5), atPath(&Layout::oldPath)),
        still("schooling", inputAt(kInSchooling, 1), rateOf(kEducation)),
        still("education", scalarAt(kEducation, 5), rateOf(kEducation)),
        still("engagement", inputAt(kInEngagement, 1), rateOf(kEngagement)),
        still(
            "extra_wear", [](B& b) { b.setTrait(kTraitWear, 1.5); }, rateOf(kExtraWear)),
        still("deprivation", inputAt(kInAdversity, 0.5), rateOf(kDeprivation)),
        still("fading_deprivation", scalarAt(kDeprivation, 0.5), rateOf(kDeprivation)),
        still("trained_memory", inputAt(kInCognitionMemory, 0.1), rateOf(kGainMemory)),
        still("blindness", inputAt(kInEyeLoss, 1), rateOf(kBlindness)),
        still("deafness", inputAt(kInHearingLoss, 1), rateOf(kDeafness)),
        still("second_language", scalarAt(kSecondLanguage, 0.5), rateOf(kSecondLanguage)),
        still("temperament", inputAt(kInTrait, 1), rateOf(kTrait))),
    nameOf);

// The rows compare two rates; this one says where they are zero.
TEST(AtRest, AStructureOrConnectionOfAnAverageLifeStays) {
  B bench;
  const Layout& at = bench.at;
  for (const int array :
       {at.expansion, at.kept, at.spine, at.shrinkage, at.programming, at.scaling, at.regained}) {
    EXPECT_NEAR(bench.rate(array + kHippocampus(bench)), 0, 1e-15) << array;
  }
  for (const int array : {at.strength, at.threshold, at.myelin}) {
    EXPECT_NEAR(bench.rate(array + kEdge), 0, 1e-15) << array;
  }
}

}  // namespace
}  // namespace syn::sim
