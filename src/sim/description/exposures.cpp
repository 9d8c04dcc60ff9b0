#include "sim/description/exposures.h"

#include <algorithm>

#include "sim/description/content_reader.h"
#include "sim/description/lane.h"

namespace syn::sim {
namespace {

EffectRow readEffect(ContentReader& reader, const JsonNode& node, const std::string& name,
                     std::size_t exposure, std::size_t index) {
  std::vector<std::string> words;
  for (const EffectWord& word : effectWords()) words.push_back(word.word);
  ObjectReader row(node, reader.issues);
  EffectRow effect;
  effect.on = row.oneOf("on", words);
  effect.regions = row.texts("regions");
  effect.connection = row.texts("connection");
  effect.circuit = row.text("circuit", "");
  effect.skill = row.text("skill", "");
  effect.amount = row.number("amount", {-1000, 1000, ""}, 1);
  effect.saturating = row.oneOf("shape", {"saturating", "linear"}, "saturating") == "saturating";
  effect.d50 = row.number("d50", {1e-6, 1e6, ""}, 1);
  effect.power = row.number("n", {0.2, 8, ""}, 1);
  effect.fromAge = row.number("from_age", {0, 120, "years"}, 0);
  effect.toAge = row.number("to_age", {0, 200, "years"}, 200);
  for (const std::string& factor : row.texts("times")) {
    if (factor == "novelty")
      effect.novelty = true;
    else if (factor == "challenge")
      effect.challenge = true;
    else
      row.fail("times", "unknown-word", "An effect can be times \"novelty\" or \"challenge\".");
  }
  effect.targets = row.texts("targets");
  Reason reason = reader.readReason(row, "The effect on \"" + effect.on + "\"");
  if (const EffectWord* word = effectWord(effect.on)) {
    if (word->target == EffectTarget::region && effect.regions.empty()) {
      row.fail("regions", "missing", "This effect needs the regions it acts on.");
    }
    if (word->target == EffectTarget::connection && effect.connection.size() != 2) {
      row.fail("connection", "missing", "This effect needs a connection [from, to].");
    }
  }
  for (const std::string& region : effect.regions) {
    if (reader.catalogue.group(region).empty()) reader.checkRegion(node, region);
  }
  if (effect.connection.size() == 2) {
    reader.checkConnection(node, effect.connection[0], effect.connection[1]);
  }
  row.finish();
  const std::string base = name + "/effects/" + std::to_string(index) + "/";
  const auto at = [exposure, index](Description& d) -> EffectRow& {
    return d.exposures[exposure].effects[index];
  };
  reader.handle(base + "amount", "", reason, [at](Description& d) { return &at(d).amount; });
  if (effect.saturating) {
    reader.handle(base + "d50", "", reason, [at](Description& d) { return &at(d).d50; });
    reader.handle(base + "n", "", reason, [at](Description& d) { return &at(d).power; });
  }
  return effect;
}

/// What an average life has of an exposure, which is a claim like any other.
void readAverageLife(ContentReader& reader, ObjectReader& in, const ExposureRow& row,
                     std::size_t exposure) {
  const bool lived = row.info.baseline > 0 || !row.baseline.empty();
  if (!lived && !in.has("novelty") && !in.has("challenge")) {
    reader.readGivenReason(in);
    return;
  }
  const Reason reason = reader.readReason(in, "The average life's dose of \"" + row.info.id + "\"");
  const auto at = [exposure](Description& d) -> ExposureRow& { return d.exposures[exposure]; };
  if (row.info.baseline > 0) {
    reader.handle(row.info.id + "/baseline", row.info.unit, reason,
                  [at](Description& d) { return &at(d).info.baseline; });
  }
  for (std::size_t i = 0; i < row.baseline.size(); ++i) {
    reader.handle(row.info.id + "/baseline_ages/" + std::to_string(i) + "/dose", row.info.unit,
                  reason, [at, i](Description& d) { return &at(d).baseline[i].dose; });
  }
  if (in.has("novelty")) {
    reader.handle(row.info.id + "/novelty", "", reason,
                  [at](Description& d) { return &at(d).novelty; });
  }
  if (in.has("challenge")) {
    reader.handle(row.info.id + "/challenge", "", reason,
                  [at](Description& d) { return &at(d).challenge; });
  }
}

/// What makes a life with this exposure impossible.
void readLimits(ContentReader& reader, ObjectReader& in, ExposureRow& row) {
  readAges(in, row.info.fromAge, row.info.toAge);
  if (const auto node = in.object("time", false)) {
    ObjectReader time(*node, reader.issues);
    row.hours = time.number("hours", {0, 168, "h/week"});
    row.hoursTargets = time.texts("targets");
    time.finish();
  }
  for (const JsonNode& node : in.array("excludes", false)) {
    ObjectReader other(node, reader.issues);
    Exclusion exclusion;
    exclusion.exposure = other.text("exposure");
    exclusion.dose = other.number("dose", {row.info.low, row.info.high, row.info.unit});
    exclusion.targets = other.texts("targets");
    exclusion.theirTargets = other.texts("their_targets");
    exclusion.because = other.text("because");
    other.finish();
    row.excludes.push_back(std::move(exclusion));
  }
}

}  // namespace

void readExposure(ContentReader& reader, const std::filesystem::path& file, Description& out) {
  const JsonDocument document = JsonDocument::load(file);
  ObjectReader in(document.root(), reader.issues);
  ExposureRow row;
  row.info.id = in.text("id");
  row.info.name = in.text("name");
  row.info.unit = in.text("unit");
  row.info.low = in.number("low", {0, 1e6, ""});
  row.info.high = in.number("high", {0, 1e6, ""});
  row.info.baseline = in.number("baseline", {0, 1e6, ""}, 0);
  row.info.family = in.oneOf(
      "family", {"exercise", "learning", "sleep", "social", "mindfulness", "stress", "condition",
                 "therapy", "medicine", "event", "substance", "control", "circuit"});
  row.info.evidence = in.texts("evidence");
  reader.checkSources(in, "evidence", row.info.evidence);
  row.novelty = in.number("novelty", {0, 1, ""}, 0.5);
  row.challenge = in.number("challenge", {0, 1, ""}, 0.5);
  row.info.fields = in.texts("fields");
  row.targets = in.texts("targets");
  row.stroke = in.boolean("lesion", false);
  row.info.event = row.stroke;
  for (const JsonNode& node : in.array("baseline_ages", false)) {
    ObjectReader span(node, reader.issues);
    row.baseline.push_back({span.number("from_age", {0, 200, "years"}),
                            span.number("to_age", {0, 200, "years"}),
                            span.number("dose", {row.info.low, row.info.high, row.info.unit})});
    span.finish();
  }
  if (row.info.high < row.info.low) in.fail("high", "order", "\"high\" must be at least \"low\".");
  const std::size_t exposure = out.exposures.size();
  readAverageLife(reader, in, row, exposure);
  readLimits(reader, in, row);
  row.info.lane = readLane(in, row.info);
  std::size_t index = 0;
  for (const JsonNode& node : in.array("effects", false)) {
    row.effects.push_back(readEffect(reader, node, row.info.id, exposure, index++));
  }
  in.finish();
  for (const ExposureRow& other : out.exposures) {
    if (other.info.id == row.info.id) {
      in.fail("id", "duplicate", "The exposure \"" + row.info.id + "\" is defined twice.");
    }
  }
  out.exposures.push_back(std::move(row));
}

const std::vector<EffectWord>& effectWords() {
  static const std::vector<EffectWord> words = {
      {"bdnf", EffectTarget::scalar, &Layout::inScalars, kInBdnf},
      {"bdnf_pulse", EffectTarget::scalar, &Layout::inScalars, kInBdnfPulse},
      {"fitness", EffectTarget::scalar, &Layout::inScalars, kInFitness},
      {"stress_load", EffectTarget::scalar, &Layout::inScalars, kInStressLoad},
      {"stress_relief", EffectTarget::scalar, &Layout::inScalars, kInStressRelief},
      {"sleep_hours", EffectTarget::scalar, &Layout::inScalars, kInSleepHours, true},
      {"sleep_quality", EffectTarget::scalar, &Layout::inScalars, kInSleepQuality},
      {"neurogenesis", EffectTarget::scalar, &Layout::inScalars, kInNeurogenesis},
      {"survival", EffectTarget::scalar, &Layout::inScalars, kInSurvival},
      {"engagement", EffectTarget::scalar, &Layout::inScalars, kInEngagement},
      {"schooling", EffectTarget::scalar, &Layout::inScalars, kInSchooling},
      {"cognition_memory", EffectTarget::scalar, &Layout::inScalars, kInCognitionMemory},
      {"cognition_executive", EffectTarget::scalar, &Layout::inScalars, kInCognitionExecutive},
      {"cognition_speed", EffectTarget::scalar, &Layout::inScalars, kInCognitionSpeed},
      {"wear", EffectTarget::scalar, &Layout::inScalars, kInWear},
      {"harm", EffectTarget::scalar, &Layout::inScalars, kInHarm},
      {"trait", EffectTarget::scalar, &Layout::inScalars, kInTrait},
      {"plasticity", EffectTarget::scalar, &Layout::inScalars, kInPlasticity},
      {"adversity", EffectTarget::scalar, &Layout::inScalars, kInAdversity, true},
      {"eye_loss", EffectTarget::scalar, &Layout::inScalars, kInEyeLoss},
      {"eye_training", EffectTarget::scalar, &Layout::inScalars, kInEyeTraining},
      {"hearing_loss", EffectTarget::scalar, &Layout::inScalars, kInHearingLoss},
      {"language_study", EffectTarget::scalar, &Layout::inScalars, kInLanguageStudy},
      {"language_contact", EffectTarget::scalar, &Layout::inScalars, kInLanguageContact},
      {"rehabilitation", EffectTarget::scalar, &Layout::inScalars, kInRehabilitation},
      {"teaching", EffectTarget::scalar, &Layout::inScalars, kInTeaching},
      {"growth", EffectTarget::region, &Layout::inGrowth},
      {"practice", EffectTarget::region, &Layout::inPractice},
      {"toxicity", EffectTarget::region, &Layout::inToxicity},
      {"synapses", EffectTarget::region, &Layout::inSynapses},
      {"reactivity", EffectTarget::region, &Layout::inReactivity},
      {"connection_use", EffectTarget::connection, &Layout::inUse},
      {"myelin", EffectTarget::connection, &Layout::inMyelin},
      {"new_path", EffectTarget::circuit, &Layout::inNewPath},
      {"old_path", EffectTarget::circuit, &Layout::inOldPath},
      {"relief", EffectTarget::circuit, &Layout::inRelief},
      {"medication", EffectTarget::circuit, &Layout::inMedication},
      {"craving", EffectTarget::circuit, &Layout::inCraving},
      {"skill", EffectTarget::skill, &Layout::inSkill},
      {"use_of_entry", EffectTarget::entryUse, nullptr}};
  return words;
}

const EffectWord* effectWord(const std::string& word) {
  const auto found = std::find_if(effectWords().begin(), effectWords().end(),
                                  [&](const EffectWord& known) { return known.word == word; });
  return found == effectWords().end() ? nullptr : &*found;
}

}  // namespace syn::sim
