#include "scene/legend.h"

#include <algorithm>
#include <cmath>

#include "scene/body.h"
#include "scene/sentences.h"

namespace syn::scene {
namespace {

Message againstBaseline(std::string key, const FrameState& frame) {
  return {std::move(key), {{"baseline", baselineWord(frame.baseline)}, {"age", frame.ageYears}}};
}

LegendEntry colourBar(const FrameState& frame, const Look& look) {
  LegendEntry bar;
  bar.kind = LegendEntry::Kind::colourBar;
  bar.text = {"legend.density"};
  for (int i = 0; i <= 32; ++i) bar.stops.push_back(ebbAndFlow().at(static_cast<float>(i) / 32));
  const auto end = static_cast<double>(look.densityEnds);
  bar.low = {"legend.density.end", {{"change", -end}}};
  bar.middle = againstBaseline("legend.density.middle", frame);
  bar.high = {"legend.density.end", {{"change", end}}};
  return bar;
}

bool isCortex(const Catalogue& catalogue, std::size_t structure) {
  const auto region = static_cast<std::size_t>(catalogue.structures[structure].region);
  return catalogue.regions[region].tissue == Tissue::cortical;
}

/// Whether a change is too large to be drawn in full.
bool clamped(const Catalogue& catalogue, const FrameState& frame, const Look& look) {
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    if (drawnSize(frame.structures[id], isCortex(catalogue, id), look.exaggeration).cut)
      return true;
  }
  return false;
}

bool cortexSeen(const Catalogue& catalogue, const Visibility& visibility) {
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    const bool seen = visibility.surface.test(id) || visibility.solid.test(id);
    if (seen && isCortex(catalogue, id)) return true;
  }
  return false;
}

LegendEntry exaggeration(const Catalogue& catalogue, const FrameState& frame, const Look& look,
                         const Visibility& visibility) {
  LegendEntry size;
  size.kind = LegendEntry::Kind::exaggeration;
  const Message::Argument cortex{"cortex", cortexSeen(catalogue, visibility) ? "seen" : "unseen"};
  if (look.exaggeration <= 1) {
    size.text = {"legend.true_size", {cortex}};
    return size;
  }
  size.sign = {"legend.exaggeration.sign", {{"factor", static_cast<double>(look.exaggeration)}}};
  size.text = againstBaseline("legend.exaggeration", frame);
  size.text.arguments.push_back(cortex);
  if (clamped(catalogue, frame, look)) {
    size.text.key += ".clamped";
    size.text.arguments.push_back({"limit", static_cast<double>(Body::kLargestChange)});
  }
  return size;
}

LegendEntry line(LegendEntry::Kind kind, Message text, Rgb colour) {
  LegendEntry entry;
  entry.kind = kind;
  entry.text = std::move(text);
  entry.stops = {colour};
  return entry;
}

/// Says how well what an entry shows is established, and by whom.
LegendEntry withStanding(LegendEntry entry, const Catalogue& catalogue, std::string_view quantity) {
  if (const Standing* standing = catalogue.evidence.standing(quantity)) {
    entry.standing = {std::string("standing.").append(quantity)};
    entry.sources = standing->sources;
    entry.contested = standing->contested;
  }
  return entry;
}

GaugeReading readGauge(const Catalogue& catalogue, const FrameState& frame, std::size_t gauge) {
  const GaugeTraits& traits = gauges()[gauge];
  const auto share = [&](float value) {
    return std::clamp((value - traits.low) / (traits.high - traits.low), 0.0F, 1.0F);
  };
  GaugeReading reading;
  reading.text = {std::string(traits.text), {{"value", static_cast<double>(frame.gauges[gauge])}}};
  reading.level = share(frame.gauges[gauge]);
  reading.usual = share(frame.usualGauges[gauge]);
  if (const Standing* standing = catalogue.evidence.standing(traits.quantity)) {
    reading.standing = {std::string("standing.").append(traits.quantity)};
    reading.sources = standing->sources;
    reading.contested = standing->contested;
  }
  return reading;
}

}  // namespace

Legend buildLegend(const Catalogue& catalogue, const FrameState& frame, const Look& look,
                   const Visibility& visibility, const Pointing& pointing) {
  Legend legend;
  legend.age = {"legend.age", {{"age", frame.ageYears}}};
  legend.sentence = stateSentence(catalogue, frame, look, visibility, pointing);
  legend.exaggeration = static_cast<double>(look.exaggeration);
  const Rgb light = rgbFromHex(0xFFF1D0);
  const auto add = [&](LegendEntry entry, std::string_view quantity) {
    legend.entries.push_back(withStanding(std::move(entry), catalogue, quantity));
  };
  if (visibility.densityBar) add(colourBar(frame, look), "density");
  for (const std::string_view system : visibility.systems) {
    legend.entries.push_back(line(LegendEntry::Kind::key, {std::string("system.").append(system)},
                                  systemColour(system)));
  }
  if (visibility.volumes) add(exaggeration(catalogue, frame, look, visibility), "volume");
  if (visibility.reactivity) {
    add(line(LegendEntry::Kind::pulse, {"legend.reactivity"}, light), "reactivity");
  }
  if (visibility.newNeurons) {
    const Message text{"legend.new_neurons",
                       {{"count", static_cast<double>(kNeuronsPerPoint)},
                        {"now", static_cast<double>(frame.newNeuronsPerDay)}}};
    add(line(LegendEntry::Kind::points, text, light), "new_neurons");
  }
  if (visibility.strands.any()) {
    add(line(LegendEntry::Kind::fibres, {"legend.connections"}, systemColour("control")),
        "connections");
  }
  for (std::size_t p = 0; p < kPhenomena; ++p) {
    if (!visibility.phenomena.test(p)) continue;
    const PhenomenonTraits& traits = phenomena()[p];
    add(line(LegendEntry::Kind::effect, {std::string(traits.legend)}, rgbFromHex(traits.colour)),
        traits.quantity);
  }
  for (std::size_t g = 0; g < kGauges; ++g) {
    if (look.gauges.test(g)) legend.gauges.push_back(readGauge(catalogue, frame, g));
  }
  if (!legend.gauges.empty()) legend.gaugeMark = againstBaseline("legend.gauge_mark", frame);
  return legend;
}

}  // namespace syn::scene
