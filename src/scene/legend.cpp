#include "scene/legend.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <initializer_list>
#include <string_view>

#include "scene/body.h"

namespace syn::scene {

namespace {

constexpr const char* kMinus = "\u2212";
constexpr const char* kNarrowSpace = "\u202f";
constexpr float kSmallest = 0.0005F;  // below this a change reads as 0.0 %

std::string fixed(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

/// Texts one after the other.
std::string join(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

std::string baselineWords(const FrameState& frame) {
  if (frame.baseline == Baseline::ownAdult) return "own at 25";
  const char* which = frame.baseline == Baseline::norm ? "norm for " : "life compared with, at ";
  return join({which, fixed(frame.ageYears, 0)});
}

std::string lowerFirst(std::string text) {
  const bool abbreviation = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';
  if (!text.empty() && !abbreviation && text[0] >= 'A' && text[0] <= 'Z') {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

struct SystemName {
  const char* id;
  const char* name;
};
constexpr SystemName kSystems[] = {{"memory", "Memory"},
                                   {"threat", "Threat and body"},
                                   {"reward", "Reward and habit"},
                                   {"relay", "Relay"},
                                   {"control", "Control"},
                                   {"self", "Self and others"},
                                   {"sensory", "Senses, movement, speech"}};

/// Parts whose size can be spoken of: in colour, and not mere glass.
bool shown(const Catalogue& catalogue, const Visibility& visibility, std::size_t id) {
  const auto region = static_cast<std::size_t>(catalogue.structures[id].region);
  const Tissue tissue = catalogue.regions[region].tissue;
  if (tissue != Tissue::subcortical && tissue != Tissue::cortical) return false;
  return visibility.coloured.test(id) &&
         (visibility.solid.test(id) || (visibility.tissue && visibility.surface.test(id)));
}

std::string whole(double number) {
  std::string digits = fixed(number, 0);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), kNarrowSpace);
  }
  return digits;
}

void addColourBar(Legend& legend, const FrameState& frame, const Look& look) {
  LegendEntry bar;
  bar.kind = LegendEntry::Kind::colourBar;
  bar.text = "Grey-matter density";
  for (int i = 0; i <= 32; ++i) bar.stops.push_back(ebbAndFlow().at(static_cast<float>(i) / 32));
  const auto ends = static_cast<double>(look.densityEnds);
  const int decimals = ends < 0.01 ? 1 : 0;
  bar.low = join({kMinus, fixed(ends * 100, decimals), kNarrowSpace, "%"});
  bar.middle = baselineWords(frame);
  bar.high = join({"+", fixed(ends * 100, decimals), kNarrowSpace, "%"});
  legend.entries.push_back(std::move(bar));
}

void addSystems(Legend& legend, const Visibility& visibility) {
  for (const SystemName& system : kSystems) {
    const auto& seen = visibility.systems;
    if (std::find(seen.begin(), seen.end(), system.id) == seen.end()) continue;
    legend.entries.push_back(
        {LegendEntry::Kind::key, "", system.name, {systemColour(system.id)}, "", "", ""});
  }
}

void addExaggeration(Legend& legend, const Catalogue& catalogue, const FrameState& frame,
                     const Look& look) {
  LegendEntry size;
  size.kind = LegendEntry::Kind::exaggeration;
  if (look.exaggeration <= 1) {
    size.text = "True size";
  } else {
    size.sign = join({"\u00d7", fixed(static_cast<double>(look.exaggeration), 0)});
    size.text = join({"changes of size against ", baselineWords(frame), ", exaggerated"});
    for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
      const double change = static_cast<double>(frame.structures[id].volumeChange) *
                            static_cast<double>(look.exaggeration);
      if (std::abs(change) <= Body::kLargestChange) continue;
      size.text +=
          join({", drawn up to \u00b1", fixed(Body::kLargestChange * 100, 0), kNarrowSpace, "%"});
      break;
    }
  }
  legend.entries.push_back(std::move(size));
}

}  // namespace

std::string percentText(double fraction) {
  const double percent = fraction * 100;
  const std::string digits = fixed(std::abs(percent), 1);
  if (digits == "0.0") return digits + kNarrowSpace + "%";
  return (percent < 0 ? std::string(kMinus) : std::string("+")) + digits + kNarrowSpace + "%";
}

std::string stateSentence(const Catalogue& catalogue, const FrameState& frame,
                          const Visibility& visibility, const Pointing& pointing) {
  const std::string age = join({"At ", fixed(std::floor(frame.ageYears), 0)});
  int speaker = -1;
  for (std::size_t id = 0; id < catalogue.structures.size() && speaker < 0; ++id) {
    if (pointing.selected.test(id)) speaker = static_cast<int>(id);
  }
  const bool oneSide = pointing.selected.count() == 1;
  float largest = kSmallest;
  if (speaker < 0) {
    for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
      const auto region = static_cast<std::size_t>(catalogue.structures[id].region);
      // The whole speaks for its parts.
      if (!shown(catalogue, visibility, id) || !catalogue.regions[region].partOf.empty()) continue;
      const float change = std::abs(frame.structures[id].volumeChange);
      if (change <= largest) continue;
      largest = change;
      speaker = static_cast<int>(id);
    }
  }
  const std::string against = frame.baseline == Baseline::ownAdult ? "at 25"
                              : frame.baseline == Baseline::norm   ? "is usual at this age"
                                                                   : "in the life compared with";
  if (speaker < 0 && frame.baseline == Baseline::ownAdult && std::floor(frame.ageYears) == 25) {
    return join({age, ", the brain that every change is measured against."});
  }
  if (speaker < 0) return join({age, ", every region is as large as ", against, "."});
  const Structure& structure = catalogue.structures[static_cast<std::size_t>(speaker)];
  const auto regionIndex = static_cast<std::size_t>(structure.region);
  std::string name = lowerFirst(catalogue.regions[regionIndex].name);
  double change =
      static_cast<double>(frame.structures[static_cast<std::size_t>(speaker)].volumeChange);
  if (!oneSide || structure.hemisphere == Hemisphere::midline) {
    // Nobody asked for one side only: speak of both when they agree in what is said.
    const auto left = catalogue.structureIndex(structure.region, Hemisphere::left);
    const auto right = catalogue.structureIndex(structure.region, Hemisphere::right);
    if (left && right) {
      change =
          (static_cast<double>(frame.structures[static_cast<std::size_t>(*left)].volumeChange) +
           static_cast<double>(frame.structures[static_cast<std::size_t>(*right)].volumeChange)) /
          2;
    }
  } else {
    name = join({hemisphereName(structure.hemisphere), " ", name});
  }
  const std::string digits = fixed(std::abs(change) * 100, 1);
  if (digits == "0.0") return join({age, ", the ", name, " is as large as ", against, "."});
  return join({age, ", the ", name, " is ", digits, kNarrowSpace, "% ",
               change > 0 ? "larger" : "smaller", " than ", against, "."});
}

namespace {

/// Says of the entry just added how well what it shows is established, and by whom.
void addStanding(Legend& legend, const Catalogue& catalogue, std::string_view quantity) {
  const Standing* standing = catalogue.evidence.standing(quantity);
  if (standing == nullptr) return;
  LegendEntry& entry = legend.entries.back();
  entry.standing = standing->words;
  entry.sources = standing->sources;
  entry.contested = standing->contested;
}

}  // namespace

Legend buildLegend(const Catalogue& catalogue, const FrameState& frame, const Look& look,
                   const Visibility& visibility, const Pointing& pointing) {
  Legend legend;
  legend.age = join({"Age ", fixed(frame.ageYears, 1)});
  legend.sentence = stateSentence(catalogue, frame, visibility, pointing);
  legend.exaggeration = static_cast<double>(look.exaggeration);
  const auto add = [&](LegendEntry::Kind kind, std::string text, Rgb colour,
                       std::string_view quantity) {
    legend.entries.push_back({kind, "", std::move(text), {colour}, "", "", ""});
    addStanding(legend, catalogue, quantity);
  };
  if (visibility.densityBar) {
    addColourBar(legend, frame, look);
    addStanding(legend, catalogue, "density");
  }
  addSystems(legend, visibility);
  if (visibility.volumes) {
    addExaggeration(legend, catalogue, frame, look);
    addStanding(legend, catalogue, "volume");
  }
  if (visibility.reactivity) {
    add(LegendEntry::Kind::pulse, "slow pulse of light: busier than a healthy adult\u2019s",
        rgbFromHex(0xFFF1D0), "reactivity");
  }
  if (visibility.newNeurons) {
    add(LegendEntry::Kind::points,
        join({"1 point = ", std::to_string(kNeuronsPerPoint), " new neurons a day; ",
              whole(static_cast<double>(frame.newNeuronsPerDay)), " now in each hippocampus"}),
        rgbFromHex(0xFFF1D0), "new_neurons");
  }
  if (visibility.strands.any()) {
    add(LegendEntry::Kind::fibres, "strands: connection density; illustrative paths",
        systemColour("control"), "connections");
  }
  return legend;
}

}  // namespace syn::scene
