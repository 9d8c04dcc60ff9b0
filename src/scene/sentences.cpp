#include "scene/sentences.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace syn::scene {
namespace {

std::string sideWord(std::optional<Hemisphere> side) {
  return side ? std::string(hemisphereName(*side)) : "both";
}

const Region& regionOf(const Catalogue& catalogue, int structure) {
  const int region = catalogue.structures[static_cast<std::size_t>(structure)].region;
  return catalogue.regions[static_cast<std::size_t>(region)];
}

double wholeYears(double age) {
  return std::floor(age);
}

/// What a sentence can speak of: in colour, and not mere glass.
bool shown(const Catalogue& catalogue, const Visibility& visibility, int structure) {
  const auto id = static_cast<std::size_t>(structure);
  const Tissue tissue = regionOf(catalogue, structure).tissue;
  if (tissue != Tissue::subcortical && tissue != Tissue::cortical) return false;
  return visibility.coloured.test(id) &&
         (visibility.solid.test(id) || (visibility.tissue && visibility.surface.test(id)));
}

bool colourShowsDensity(const Look& look, const Visibility& visibility, int structure) {
  const auto id = static_cast<std::size_t>(structure);
  if (visibility.solid.test(id)) return look.deepColour == SurfaceColour::density;
  return visibility.tissue && visibility.surface.test(id) &&
         look.cortexColour == SurfaceColour::density;
}

enum class Quantity { volume, density };

double changeOf(const FrameState& frame, int structure, Quantity quantity) {
  const StructureState& state = frame.structures[static_cast<std::size_t>(structure)];
  return static_cast<double>(quantity == Quantity::density ? state.densityChange
                                                           : state.volumeChange);
}

/// What a sentence is about.
struct Subject {
  int structure = -1;  // -1 = nothing has changed
  Quantity quantity = Quantity::volume;
};

/// The shown structure whose `quantity` changed most.
Subject mostChanged(const Catalogue& catalogue, const FrameState& frame, const Look& look,
                    const Visibility& visibility, Quantity quantity) {
  Subject most{-1, quantity};
  double largest = kSmallestChange;
  for (int id = 0; id < static_cast<int>(catalogue.structures.size()); ++id) {
    // The whole speaks for its parts.
    if (!shown(catalogue, visibility, id) || !regionOf(catalogue, id).partOf.empty()) continue;
    if (quantity == Quantity::density && !colourShowsDensity(look, visibility, id)) continue;
    const double change = std::abs(changeOf(frame, id, quantity));
    if (change <= largest) continue;
    largest = change;
    most.structure = id;
  }
  return most;
}

Subject chooseSubject(const Catalogue& catalogue, const FrameState& frame, const Look& look,
                      const Visibility& visibility, const Pointing& pointing) {
  for (int id = 0; id < static_cast<int>(catalogue.structures.size()); ++id) {
    if (!pointing.selected.test(static_cast<std::size_t>(id))) continue;
    return {id, colourShowsDensity(look, visibility, id) ? Quantity::density : Quantity::volume};
  }
  const Subject denser = mostChanged(catalogue, frame, look, visibility, Quantity::density);
  return denser.structure >= 0 ? denser
                               : mostChanged(catalogue, frame, look, visibility, Quantity::volume);
}

/// The change of both sides together, or of one where there is one or only one is meant.
double meanChange(const Catalogue& catalogue, const FrameState& frame, const Subject& subject,
                  bool oneSide) {
  const Structure& structure = catalogue.structures[static_cast<std::size_t>(subject.structure)];
  const auto left = catalogue.structureIndex(structure.region, Hemisphere::left);
  const auto right = catalogue.structureIndex(structure.region, Hemisphere::right);
  if (oneSide || !left || !right) return changeOf(frame, subject.structure, subject.quantity);
  return (changeOf(frame, *left, subject.quantity) + changeOf(frame, *right, subject.quantity)) / 2;
}

std::string directionOf(double change) {
  if (std::abs(change) < kSmallestChange) return "same";
  return change > 0 ? "more" : "less";
}

/// One name, or the two largest as a list.
Message namesOf(const std::vector<Message>& causes) {
  if (causes.size() < 2) return causes.front();
  return {"list.two", {{"first", causes[0]}, {"second", causes[1]}}};
}

}  // namespace

std::string baselineWord(Baseline baseline) {
  switch (baseline) {
    case Baseline::ownAdult:
      return "own";
    case Baseline::norm:
      return "norm";
    case Baseline::reference:
      break;
  }
  return "other";
}

Message regionName(const Region& region, std::optional<Hemisphere> side) {
  Message name{"region." + region.id + ".name"};
  if (!side || region.midline) return name;
  return {"region.side", {{"name", std::move(name)}, {"side", sideWord(side)}}};
}

Message structureName(const Catalogue& catalogue, int structure) {
  return regionName(regionOf(catalogue, structure),
                    catalogue.structures[static_cast<std::size_t>(structure)].hemisphere);
}

Message regionInline(const Region& region, std::optional<Hemisphere> side) {
  return {"region." + region.id + ".inline", {{"side", sideWord(side)}}};
}

Message lifeTitle(const sim::Scenario& scenario) {
  if (!scenario.title.empty()) return {"life.own_title", {{"title", scenario.title}}};
  std::string id = scenario.id;
  std::replace(id.begin(), id.end(), '/', '.');
  return {"scenario." + id + ".title"};
}

Message stateSentence(const Catalogue& catalogue, const FrameState& frame, const Look& look,
                      const Visibility& visibility, const Pointing& pointing) {
  const double age = wholeYears(frame.ageYears);
  const std::string baseline = baselineWord(frame.baseline);
  const Subject subject = chooseSubject(catalogue, frame, look, visibility, pointing);
  if (subject.structure < 0) {
    if (frame.baseline == Baseline::ownAdult && age == 25) {
      return {"sentence.baseline", {{"age", age}}};
    }
    const std::string what = !visibility.densityBar ? "volume"
                             : visibility.volumes   ? "both"
                                                    : "density";
    return {"sentence.unchanged." + what, {{"age", age}, {"baseline", baseline}}};
  }
  const bool oneSide = pointing.selected.count() == 1;
  const double change = meanChange(catalogue, frame, subject, oneSide);
  std::optional<Hemisphere> side;
  if (oneSide) side = catalogue.structures[static_cast<std::size_t>(subject.structure)].hemisphere;
  const std::string what = subject.quantity == Quantity::density ? "density." : "volume.";
  return {"sentence." + what + directionOf(change),
          {{"age", age},
           {"region", regionInline(regionOf(catalogue, subject.structure), side)},
           {"amount", std::abs(change)},
           {"baseline", baseline}}};
}

Message normSentence(const NormComparison& comparison) {
  if (!comparison.change) return {"sentence.no_numbers", {{"region", comparison.region}}};
  const double change = *comparison.change;
  const bool helped = !comparison.helping.empty();
  const bool harmed = !comparison.harming.empty();
  const bool same = std::abs(change) < kSmallestChange;
  Message sentence{same         ? "sentence.norm.same"
                   : change > 0 ? "sentence.norm.above"
                                : "sentence.norm.below",
                   {{"age", wholeYears(comparison.age)},
                    {"region", comparison.region},
                    {"amount", std::abs(change)}}};
  if (helped && harmed) {
    sentence.key += ".both";
  } else if ((helped || harmed) && !same) {
    sentence.key += helped ? ".helped" : ".harmed";
  } else {
    return sentence;
  }
  if (helped) sentence.arguments.push_back({"helping", namesOf(comparison.helping)});
  if (harmed) sentence.arguments.push_back({"harming", namesOf(comparison.harming)});
  return sentence;
}

}  // namespace syn::scene
