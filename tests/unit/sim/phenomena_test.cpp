// Each named scenario must show its phenomenon: the direction, the timing and the comparison that
// make it that phenomenon, in the average person.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "sim/model.h"
#include "sim/population.h"
#include "sim/scenario_reader.h"

namespace syn::sim {
namespace {

namespace fs = std::filesystem;

const Model& model() {
  static const std::shared_ptr<const Model> loaded = Model::load(fs::path(SYN_SOURCE_DIR) / "data");
  return *loaded;
}

Measure of(Quantity quantity) {
  Measure measure;
  measure.quantity = quantity;
  return measure;
}
Measure in(Quantity quantity, const std::string& region, const std::string& side = "both") {
  Measure measure = of(quantity);
  measure.region = region;
  measure.hemisphere = side;
  return measure;
}
Measure between(Quantity quantity, const std::string& from, const std::string& to) {
  Measure measure = of(quantity);
  measure.from = from;
  measure.to = to;
  return measure;
}
Measure habit(const std::string& path) {
  Measure measure = of(Quantity::habitStrength);
  measure.target = "habit";
  measure.path = path;
  return measure;
}
Measure oldPathOf(const std::string& condition) {
  Measure measure = of(Quantity::habitStrength);
  measure.condition = condition;
  measure.path = "old";
  return measure;
}
Measure severity(const std::string& condition) {
  Measure measure = of(Quantity::symptomSeverity);
  measure.condition = condition;
  return measure;
}
Measure cognition(const std::string& domain) {
  Measure measure = of(Quantity::cognition);
  measure.domain = domain;
  return measure;
}
Measure window(const std::string& name) {
  Measure measure = of(Quantity::windowOpenness);
  measure.window = name;
  return measure;
}

constexpr double kWeek = 1.0 / 52;

// The lives of one scenario file, lived by the average person.
class Phenomenon {
 public:
  explicit Phenomenon(const std::string& name)
      : file_(loadScenarioFile(
            fs::path(SYN_SOURCE_DIR) / "data/scenarios/phenomena" / (name + ".json"), model())) {}

  // A measure at each of some ages in years.
  std::vector<double> curve(const std::string& life, const Measure& measure,
                            const std::vector<double>& ages) const {
    const Scenario& scenario = file_.life(life);
    RunRequest request;
    request.person = scenario.person;
    request.arm = scenario.life;
    request.average = true;
    for (const double age : ages) {
      request.readings.push_back({measure, static_cast<int>(std::lround(age * 52))});
    }
    return runPopulation(model(), request);
  }

  double at(const std::string& life, const Measure& measure, double age) const {
    return curve(life, measure, {age}).front();
  }

  double change(const std::string& life, const Measure& measure, double from, double to) const {
    const auto values = curve(life, measure, {from, to});
    return values[1] - values[0];
  }

  // Age at which a measure has covered half of its change between two ages, in steps of a week.
  double ageOfHalf(const std::string& life, const std::string& against, const Measure& measure,
                   double from, double to) const {
    std::vector<double> ages;
    for (double age = from; age <= to + 1e-9; age += kWeek) ages.push_back(age);
    const auto with = curve(life, measure, ages), without = curve(against, measure, ages);
    const double whole = with.back() - without.back();
    for (std::size_t i = 0; i < ages.size(); ++i) {
      if ((with[i] - without[i]) / whole >= 0.5) return ages[i];
    }
    return to;
  }

  double ageOfPeak(const std::string& life, const Measure& measure, double from, double to) const {
    std::vector<double> ages;
    for (double age = from; age <= to + 1e-9; age += kWeek) ages.push_back(age);
    const auto values = curve(life, measure, ages);
    return ages[static_cast<std::size_t>(std::max_element(values.begin(), values.end()) -
                                         values.begin())];
  }

  const ScenarioFile& file() const { return file_; }

 private:
  ScenarioFile file_;
};

TEST(Scenarios, EveryFileTheProgramBringsIsSound) {
  int files = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator(fs::path(SYN_SOURCE_DIR) / "data/scenarios")) {
    if (entry.path().extension() != ".json") continue;
    ++files;
    const ScenarioFile file = loadScenarioFile(entry.path(), model());
    EXPECT_EQ(file.id, entry.path().stem().string());
    EXPECT_FALSE(file.evidence.empty()) << file.id;
  }
  EXPECT_GE(files, 34);
}

TEST(Phenomenon01, StrongUsePotentiatesWeakUseDepresses) {
  const Phenomenon p("01_synapse_up_and_down");
  const Measure synapse = between(Quantity::connection, "parahippocampal", "hippocampus");
  const double before = p.at("rest", synapse, 25);
  EXPECT_GT(p.at("strong", synapse, 25 + 4 * kWeek), before * 1.02);
  EXPECT_LT(p.at("weak", synapse, 25.25), before * 0.995);
  EXPECT_NEAR(p.at("rest", synapse, 25.25), before, 0.01 * before);
  // Most of the gain comes early, and it fades once the drive stops.
  EXPECT_GT(p.change("strong", synapse, 25, 25 + 6 * kWeek),
            p.change("strong", synapse, 25 + 6 * kWeek, 25 + 12 * kWeek));
  EXPECT_LT(p.at("strong", synapse, 26.25), p.at("strong", synapse, 25.25));
}

TEST(Phenomenon02, WhatFiresTogetherWiresTogether) {
  const Phenomenon p("02_fire_together");
  const Measure wired = between(Quantity::connection, "parietal", "motor");
  const Measure bystander = between(Quantity::connection, "parietal", "dlpfc");
  EXPECT_GT(p.at("together", wired, 30.5), 1.02 * p.at("rest", wired, 30.5));
  EXPECT_LT(p.at("apart", wired, 30.5), p.at("rest", wired, 30.5));
  const double spread = p.at("together", bystander, 30.5) / p.at("rest", bystander, 30.5) - 1;
  const double wiring = p.at("together", wired, 30.5) / p.at("rest", wired, 30.5) - 1;
  EXPECT_LT(std::abs(spread), 0.3 * wiring);
}

TEST(Phenomenon03, RepetitionWearsAHabitIn) {
  const Phenomenon p("03_habit_worn_in");
  const double begun = 30, plateau = p.at("daily", habit("new"), 31);
  EXPECT_GT(plateau, 0.5);
  EXPECT_LT(p.at("daily", habit("new"), begun + 4 * kWeek), 0.95 * plateau);
  EXPECT_GT(p.at("daily", habit("new"), begun + 26 * kWeek), 0.95 * plateau);
  EXPECT_GT(p.change("daily", habit("new"), begun, begun + 2 * kWeek),
            p.change("daily", habit("new"), begun + 10 * kWeek, begun + 12 * kWeek));
  EXPECT_LT(p.at("now_and_then", habit("new"), 31), plateau);
  EXPECT_NEAR(p.at("fixed", habit("new"), 31), 0, 0.02);
}

TEST(Phenomenon04, TheNewPathWinsAndLosesUnderStress) {
  const Phenomenon p("04_new_path_beside_old");
  Measure choice = of(Quantity::choiceNewPath);
  choice.target = "habit";
  EXPECT_LT(p.at("calm", choice, 25.5), 0.5);
  EXPECT_GT(p.at("calm", choice, 26), 0.5);
  // The old path is still there.
  EXPECT_GT(p.at("calm", habit("old"), 26), 0.5 * p.at("calm", habit("old"), 25.5));
  // Stress gives control back; when it has passed the new path leads again.
  EXPECT_LT(p.at("stressed", choice, 26.25), p.at("calm", choice, 26.25) - 0.01);
  EXPECT_GT(p.at("stressed", choice, 26.5), p.at("stressed", choice, 26.25));
}

TEST(Phenomenon05, NewNeuronsAreBornRipenAndSurviveByUse) {
  const Phenomenon p("05_new_neurons");
  const Measure born = in(Quantity::newNeuronsPerDay, "hippocampus");
  const Measure survivors = in(Quantity::survivingNewNeurons, "hippocampus");
  EXPECT_GT(p.at("quiet", born, 25.5), 300);
  EXPECT_GT(p.at("learning", survivors, 25.5), p.at("quiet", survivors, 25.5));
  EXPECT_LT(p.at("stressed", born, 25.5), 0.95 * p.at("quiet", born, 25.5));
  EXPECT_LT(p.at("stressed", survivors, 25.5), p.at("quiet", survivors, 25.5));
  EXPECT_NEAR(p.at("none_born", born, 25.5), 0, 5);
  // Cells take about eight weeks to join, so one month of learning has not paid yet in full.
  EXPECT_LT(p.at("learning", survivors, 25 + 4 * kWeek) / p.at("quiet", survivors, 25 + 4 * kWeek),
            p.at("learning", survivors, 25.5) / p.at("quiet", survivors, 25.5));
}

TEST(Phenomenon06, SynapsesOvershootAndArePruned) {
  const Phenomenon p("06_growth_and_pruning");
  const auto peak = [&](const char* region) {
    return p.ageOfPeak("life", in(Quantity::synapticDensity, region), 0, 30);
  };
  EXPECT_LT(peak("auditory"), peak("visual"));
  EXPECT_LT(peak("visual"), peak("prefrontal"));
  const Measure prefrontal = in(Quantity::synapticDensity, "prefrontal");
  EXPECT_GT(p.at("life", prefrontal, peak("prefrontal")), 1.25 * p.at("life", prefrontal, 30));
  // Still being pruned in the twenties.
  EXPECT_GT(p.at("life", prefrontal, 20), p.at("life", prefrontal, 28));
}

TEST(Phenomenon07, ExerciseRaisesBdnfThenNewNeurons) {
  const Phenomenon p("07_exercise_growth_factor_neurons");
  const Measure survivors = in(Quantity::survivingNewNeurons, "hippocampus");
  EXPECT_GT(p.at("active", of(Quantity::bdnf), 41), p.at("still", of(Quantity::bdnf), 41));
  EXPECT_GT(p.at("active", survivors, 41), p.at("still", survivors, 41));
  const double factor = p.ageOfHalf("active", "still", of(Quantity::bdnf), 40, 41);
  const double neurons = p.ageOfHalf("active", "still", survivors, 40, 41);
  EXPECT_LT(factor, 40 + 6 * kWeek);
  EXPECT_GT(neurons, factor + 2 * kWeek);
}

TEST(Phenomenon08, SleepMovesMemoryFromHippocampusToCortex) {
  const Phenomenon p("08_night_moves_memory");
  const Measure cortex = of(Quantity::consolidatedMemory);
  const double taught = 24 + kWeek, later = 24 + 5 * kWeek;
  // After the lessons have ended the cortex still gains.
  EXPECT_GT(p.at("slept", cortex, later), p.at("slept", cortex, taught));
  EXPECT_GT(p.at("slept", cortex, later), 1.02 * p.at("short", cortex, later));
  EXPECT_NEAR(p.at("slept", cortex, taught), p.at("short", cortex, taught), 1e-9);
  // New lessons would take less well after short nights.
  EXPECT_LT(p.at("short", of(Quantity::memoryEncoding), later),
            p.at("slept", of(Quantity::memoryEncoding), later));
}

TEST(Phenomenon09, SleepWashesAmyloidOut) {
  const Phenomenon p("09_sleep_washes_amyloid");
  EXPECT_LT(p.at("short", of(Quantity::amyloidClearance), 40.5),
            p.at("full", of(Quantity::amyloidClearance), 40.5));
  const auto gap = [&](double age) {
    return p.at("short", of(Quantity::amyloid), age) - p.at("full", of(Quantity::amyloid), age);
  };
  EXPECT_GT(gap(85), gap(60));
  EXPECT_GT(gap(60), 0);
}

TEST(Phenomenon10, ChronicSleepLossCostsAndComesBack) {
  const Phenomenon p("10_chronic_sleep_loss");
  const auto loss = [&](const Measure& measure, double age) {
    return p.at("full", measure, age) - p.at("short", measure, age);
  };
  EXPECT_LT(loss(of(Quantity::sleepDebt), 47), 0);
  for (const Measure& measure :
       {of(Quantity::bdnf), of(Quantity::memoryEncoding), cognition("executive")}) {
    EXPECT_GT(loss(measure, 47), 0);
    EXPECT_LT(loss(measure, 49), 0.5 * loss(measure, 47));
  }
}

TEST(Phenomenon11, NoveltyChangesStructureRoutineDoesNot) {
  const Phenomenon p("11_novelty_against_routine");
  const Measure cortex = in(Quantity::density, "parietal");
  const double neither = p.at("neither", cortex, 45.25);
  EXPECT_GT(p.at("new", cortex, 45.25), 1.003 * neither);
  EXPECT_NEAR(p.at("routine", cortex, 45.25), neither, 0.002 * neither);
}

TEST(Phenomenon12, MindfulnessActsOverMonths) {
  const Phenomenon p("12_mindfulness_over_months");
  const auto effect = [&](const Measure& measure, double age) {
    return p.at("practice", measure, age) / p.at("none", measure, age) - 1;
  };
  const Measure amygdala = in(Quantity::reactivity, "amygdala");
  EXPECT_LT(effect(amygdala, 40.5), -0.003);
  EXPECT_LT(effect(amygdala, 40.5), effect(amygdala, 40 + 2 * kWeek));
  EXPECT_GT(effect(in(Quantity::density, "insula"), 45), 0.0005);
  EXPECT_GT(effect(in(Quantity::density, "dlpfc"), 45), 0);
  EXPECT_LT(effect(in(Quantity::volume, "amygdala"), 45), 0);
  // Small: no more than a few per cent after five years.
  EXPECT_LT(effect(in(Quantity::density, "insula"), 45), 0.05);
}

TEST(Phenomenon13, StressShrinksAndGrowsAndTheYoungRecover) {
  const Phenomenon p("13_stress_and_age");
  const auto effect = [&](const char* life, const Measure& measure, double age) {
    return p.at(life, measure, age) / p.at("none", measure, age) - 1;
  };
  const Measure prefrontal = in(Quantity::synapticDensity, "prefrontal");
  EXPECT_LT(effect("young", prefrontal, 25.25), -0.03);
  EXPECT_LT(effect("young", in(Quantity::volume, "hippocampus"), 25.25), 0);
  EXPECT_GT(effect("young", in(Quantity::synapticDensity, "amygdala"), 25.25), 0.002);
  // Within a month of rest.
  const auto recovered = [&](const char* life, double end) {
    return 1 - effect(life, prefrontal, end + 4 * kWeek) / effect(life, prefrontal, end);
  };
  const double young = recovered("young", 25.25), old = recovered("old", 65.25);
  EXPECT_GT(young, 0.5);
  EXPECT_LT(old, 0.5 * young);
}

TEST(Phenomenon14, ConditionsWearInPathsThatOutlastThem) {
  const Phenomenon p("14_overlearned_circuits");
  const std::map<std::string, std::string> hub{{"anxiety", "amygdala"},
                                               {"ptsd", "amygdala"},
                                               {"ocd", "ofc"},
                                               {"addiction", "nucleus_accumbens"},
                                               {"depression", "acc"}};
  for (const auto& [condition, region] : hub) {
    SCOPED_TRACE(condition);
    EXPECT_GT(p.at(condition, severity(condition), 31),
              p.at("none", severity(condition), 31) + 0.2);
    EXPECT_GT(p.at(condition, oldPathOf(condition), 31),
              p.at("none", oldPathOf(condition), 31) + 0.1);
    EXPECT_GT(p.at(condition, oldPathOf(condition), 33),
              0.3 * p.at(condition, oldPathOf(condition), 31));
    EXPECT_NE(p.at(condition, in(Quantity::reactivity, region), 31),
              p.at("none", in(Quantity::reactivity, region), 31));
  }
}

TEST(Phenomenon15, TherapyCalmsTheLoopWithoutErasingIt) {
  const Phenomenon p("15_cbt_calms_ocd");
  const Measure loop = in(Quantity::reactivity, "ofc");
  EXPECT_LT(p.at("therapy", severity("ocd"), 31.25),
            p.at("waiting", severity("ocd"), 31.25) - 0.05);
  EXPECT_LT(p.at("therapy", loop, 31.25), p.at("waiting", loop, 31.25));
  EXPECT_GE(p.at("therapy", loop, 31.25), 1);  // calmed, not below what is healthy
  // The old path stays, stress brings some of it back, and the second course works faster.
  EXPECT_GT(p.at("therapy", oldPathOf("ocd"), 31.25), 0.5 * p.at("therapy", oldPathOf("ocd"), 31));
  EXPECT_GT(p.at("therapy", severity("ocd"), 32.25), p.at("therapy", severity("ocd"), 32));
  Measure learned = oldPathOf("ocd");
  learned.path = "new";
  EXPECT_GT(p.at("therapy", learned, 32.25 + 3 * kWeek), p.at("therapy", learned, 31 + 3 * kWeek));
}

TEST(Phenomenon16, EmdrChangesTheCouplingOfAmygdalaAndHippocampus) {
  const Phenomenon p("16_emdr_and_fear");
  const Measure coupling = between(Quantity::connection, "amygdala", "hippocampus");
  EXPECT_LT(p.at("emdr", severity("ptsd"), 39.25),
            p.at("untreated", severity("ptsd"), 39.25) - 0.03);
  EXPECT_LT(p.at("emdr", coupling, 39.25), p.at("untreated", coupling, 39.25));
  EXPECT_DOUBLE_EQ(p.at("emdr", coupling, 39), p.at("untreated", coupling, 39));
  EXPECT_GT(p.at("emdr", oldPathOf("ptsd"), 39.25), 0.2);
}

TEST(Phenomenon17, MedicationRaisesNewNeuronsAndLetsTheHippocampusRegrow) {
  const Phenomenon p("17_antidepressant_regrowth");
  const Measure born = in(Quantity::newNeuronsPerDay, "hippocampus");
  const Measure size = in(Quantity::volume, "hippocampus");
  EXPECT_GT(p.at("drug", born, 36 + 6 * kWeek), 1.02 * p.at("untreated", born, 36 + 6 * kWeek));
  EXPECT_LT(p.at("drug", severity("depression"), 36.25),
            p.at("untreated", severity("depression"), 36.25));
  EXPECT_GT(p.at("drug", size, 37), p.at("untreated", size, 37));
  // In twelve weeks hardly anything is to be seen, as in the trial at 7 tesla.
  EXPECT_NEAR(p.change("drug", size, 36, 36.25), 0, 0.015);
}

TEST(Phenomenon18, WindowsCloseForGood) {
  const Phenomenon p("18_critical_windows");
  for (const char* name : {"vision", "hearing", "language", "attachment", "motor"}) {
    SCOPED_TRACE(name);
    std::vector<double> ages;
    for (double age = 0; age <= 60; age += 0.25) ages.push_back(age);
    const auto open = p.curve("never_covered", window(name), ages);
    const auto peak = std::max_element(open.begin(), open.end());
    EXPECT_GT(*peak, 0.5);
    EXPECT_LT(open.back(), 0.5 * *peak);
    for (auto later = peak + 1; later != open.end(); ++later)
      EXPECT_LE(*later, *(later - 1) + 1e-9);
  }
  EXPECT_LT(p.at("never_covered", window("vision"), 15),
            p.at("never_covered", window("language"), 15));
  const Measure eye = of(Quantity::visionAcuity);
  EXPECT_GT(p.change("early", eye, 4, 5), 2 * p.change("late", eye, 15, 16));
  EXPECT_GT(p.at("early", eye, 30), p.at("late", eye, 30) + 0.05);
  EXPECT_LE(p.at("early", eye, 30), p.at("never_covered", eye, 30) + 1e-9);
}

TEST(Phenomenon19, TheAdultBrainIsSlowerNeverStill) {
  const Phenomenon p("19_slower_adult_brain");
  const auto gain = [&](const char* life, double begun) {
    const Measure cortex = in(Quantity::density, "parietal");
    return p.at(life, cortex, begun + 0.25) / p.at("never", cortex, begun + 0.25) - 1;
  };
  EXPECT_GT(gain("at_12", 12), gain("at_25", 25));
  EXPECT_GT(gain("at_25", 25), gain("at_65", 65));
  EXPECT_GT(gain("at_65", 65), 0.1 * gain("at_25", 25));
}

TEST(Phenomenon20, ReserveDelaysTheFallAndSteepensIt) {
  const Phenomenon p("20_cognitive_reserve");
  const Measure memory = cognition("memory");
  EXPECT_GT(p.at("rich", of(Quantity::reserve), 65),
            p.at("poor", of(Quantity::reserve), 65) + 0.05);
  EXPECT_GT(p.at("rich", memory, 72), p.at("poor", memory, 72));
  const auto onset = [&](const char* life) {
    for (double age = 65; age < 100; age += 0.25) {
      if (p.at(life, of(Quantity::dementia), age) > 0.5) return age;
    }
    return 100.0;
  };
  const double rich = onset("rich"), poor = onset("poor");
  ASSERT_LT(poor, 95);
  ASSERT_LT(rich, 95);
  EXPECT_GT(rich, poor + 0.5);
  // The same damage from then on shows faster in the one who held out.
  EXPECT_LT(p.change("rich", memory, rich, rich + 4), p.change("poor", memory, rich, rich + 4));
}

TEST(Phenomenon21, TwoLivesDifferAtEighty) {
  const Phenomenon p("21_two_lives_at_80");
  const auto better = [&](const Measure& measure, double age) {
    return p.at("engaged", measure, age) - p.at("hard", measure, age);
  };
  EXPECT_NEAR(better(in(Quantity::volume, "hippocampus"), 2), 0, 1e-9);
  EXPECT_GT(better(in(Quantity::volume, "hippocampus"), 80), 0.02);
  EXPECT_GT(better(in(Quantity::volume, "prefrontal"), 80), 0);
  EXPECT_GT(better(of(Quantity::reserve), 80), 0.05);
  EXPECT_GT(better(cognition("global"), 80), 0.02);
  EXPECT_LT(better(of(Quantity::amyloid), 80), 0);
}

TEST(Phenomenon22, InjuryIsCompensatedWithinALimit) {
  const Phenomenon p("22_injury_and_its_limit");
  const Measure function = of(Quantity::motorFunction);
  const auto deficit = [&](const char* life, double age) {
    return p.at("none", function, age) - p.at(life, function, age);
  };
  const double week = 60 + kWeek, months = 60.25, year = 61;
  EXPECT_GT(deficit("moderate", week), 0.1);
  EXPECT_GT(deficit("severe", week), deficit("moderate", week));
  const double recovered = 1 - deficit("moderate", year) / deficit("moderate", week);
  EXPECT_GT(recovered, 0.45);
  EXPECT_LT(recovered, 0.95);
  EXPECT_LT(1 - deficit("severe", year) / deficit("severe", week), recovered - 0.1);
  // Most of it comes in the first three months.
  EXPECT_GT(deficit("moderate", week) - deficit("moderate", months),
            deficit("moderate", months) - deficit("moderate", year));
  EXPECT_GT(deficit("untrained", year), deficit("moderate", year));
  // The core does not regrow; the other side is spared.
  const Measure left = in(Quantity::volume, "motor", "left"),
                right = in(Quantity::volume, "motor", "right");
  EXPECT_LT(p.at("moderate", left, 61), 0.9 * p.at("none", left, 61));
  EXPECT_LT(p.at("moderate", left, 70), 0.9 * p.at("none", left, 70));
  EXPECT_GT(p.at("moderate", right, 61), 0.99 * p.at("none", right, 61));
}

TEST(Phenomenon23, SetPointAndClosedWindowsDoNotYield) {
  const Phenomenon p("23_what_does_not_yield");
  const auto moved = [&](double age) {
    const Measure trait = of(Quantity::emotionalReactivity);
    return p.at("strain", trait, age) - p.at("no_strain", trait, age);
  };
  EXPECT_GT(moved(36), 0.02);
  EXPECT_GT(moved(36), moved(35.1));  // over months, not at once
  EXPECT_LT(moved(46), 0.5 * moved(36));
  EXPECT_LT(p.at("late_eye", of(Quantity::visionAcuity), 30), 0.95);
  const Measure language = of(Quantity::languageAttainment);
  EXPECT_GT(p.change("language_at_6", language, 6, 10),
            p.change("language_at_40", language, 40, 44));
  EXPECT_GT(p.change("language_at_40", language, 40, 44), 0);
}

TEST(Phenomenon24, PersonalityMovesOverYears) {
  const Phenomenon p("24_personality_over_years");
  const Measure trait = of(Quantity::emotionalReactivity);
  EXPECT_LT(p.change("average", trait, 20, 60), -0.2);
  EXPECT_GT(std::abs(p.change("average", trait, 20, 40)),
            std::abs(p.change("average", trait, 40, 60)));
  EXPECT_LT(std::abs(p.change("average", trait, 30, 30.25)), 0.05);
  EXPECT_LT(p.at("therapy", trait, 30.5), p.at("anxious", trait, 30.5) - 0.02);
  EXPECT_GT(p.at("strain", trait, 32), p.at("average", trait, 32));
}

TEST(Phenomenon25, TheFixedBrainOnlyAges) {
  const Phenomenon p("25_fixed_brain_doctrine");
  const Measure cortex = in(Quantity::density, "motor"),
                hippocampus = in(Quantity::volume, "hippocampus");
  EXPECT_GT(p.at("plastic", cortex, 30.25), 1.003 * p.at("average", cortex, 30.25));
  EXPECT_NEAR(p.at("fixed", cortex, 30.25) / p.at("fixed", cortex, 30), 1, 0.005);
  EXPECT_GT(p.at("plastic", hippocampus, 60), p.at("fixed", hippocampus, 60));
  EXPECT_LT(p.change("fixed", hippocampus, 30, 60), 0);
}

TEST(Phenomenon26, OverclaimsDoNothing) {
  const Phenomenon p("26_overclaims");
  for (const char* claim : {"games", "course", "positive"}) {
    SCOPED_TRACE(claim);
    for (const char* domain : {"memory", "executive", "speed", "global"}) {
      EXPECT_NEAR(p.at(claim, cognition(domain), 41), p.at("nothing", cognition(domain), 41),
                  0.005);
    }
    EXPECT_NEAR(p.at(claim, in(Quantity::density, "dlpfc"), 41),
                p.at("nothing", in(Quantity::density, "dlpfc"), 41), 0.002);
  }
  EXPECT_GT(p.at("exercise", of(Quantity::bdnf), 41), p.at("nothing", of(Quantity::bdnf), 41));
}

}  // namespace
}  // namespace syn::sim
