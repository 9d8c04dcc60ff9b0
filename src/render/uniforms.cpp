#include "render/uniforms.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "render/geometry.h"
#include "scene/colour_map.h"
#include "scene/legend.h"

namespace syn::render {

namespace {

using scene::Rgb;
using scene::SurfaceColour;

constexpr Rgb kCortex{0.90F, 0.735F, 0.67F};
constexpr Rgb kCerebellum{0.80F, 0.63F, 0.59F};
constexpr Rgb kBrainstem{0.86F, 0.80F, 0.72F};
constexpr float kChosenTint = 0.85F;
constexpr float kBundleChroma = 0.8F;
constexpr float kStrandsAtAdult = 0.62F;  // share of the strands drawn at density 1
constexpr float kStrandRadius = 0.24F;    // mm at density 1
constexpr float kCometsOnScreen = 34;
constexpr float kPulseAt = 0.5F;  // excess reactivity shown at full strength
constexpr double kPulsesPerSecond = 0.6;
constexpr double kHoldTime = 2.0;  // instant at which reduced motion stands still

void set(float (&row)[4], Rgb colour, float last) {
  row[0] = colour.r;
  row[1] = colour.g;
  row[2] = colour.b;
  row[3] = last;
}

Rgb tissueOf(const Region& region) {
  if (region.tissue == Tissue::cerebellar) return kCerebellum;
  if (region.tissue == Tissue::brainstem) return kBrainstem;
  return kCortex;
}

Rgb colourOf(const Region& region, const scene::StructureState& state, SurfaceColour what,
             float densityEnds) {
  switch (what) {
    case SurfaceColour::density:
      return scene::ebbAndFlow().at(0.5F + 0.5F * state.densityChange / densityEnds);
    case SurfaceColour::system:
      return scene::systemColour(region.system);
    case SurfaceColour::tissue:
      break;
  }
  return tissueOf(region);
}

void updateStructures(const Catalogue& catalogue, const scene::Body& body, const Shown& shown,
                      SceneUniforms& u) {
  const scene::FrameState& frame = shown.frame;
  const scene::Look& look = shown.look;
  const scene::Visibility& visibility = shown.visibility;
  for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
    const int structure = static_cast<int>(id);
    const Region& region =
        catalogue.regions[static_cast<std::size_t>(catalogue.structures[id].region)];
    const scene::StructureState& state = frame.structures[id];
    const bool hind = region.tissue == Tissue::cerebellar || region.tissue == Tissue::brainstem;
    const bool coloured = visibility.coloured.test(id);

    const SurfaceColour surfaceWhat = hind && look.cortexColour == SurfaceColour::density
                                          ? SurfaceColour::tissue
                                          : look.cortexColour;
    // The map of density tells of the whole cortex, whatever else is looked at.
    const bool tinted = coloured || surfaceWhat == SurfaceColour::density;
    const Rgb onSurface =
        tinted ? colourOf(region, state, surfaceWhat, look.densityEnds) : tissueOf(region);
    const float highlight = shown.pointing.selected.test(id)      ? 1.0F
                            : structure == shown.pointing.hovered ? 0.6F
                                                                  : 0.0F;
    // On bare tissue the chosen region shows the colour of its system; a map keeps its meaning.
    const bool bare = surfaceWhat == SurfaceColour::tissue && !hind;
    const Rgb lit =
        bare ? scene::mix(onSurface, scene::systemColour(region.system), kChosenTint * highlight)
             : onSurface;
    set(u.surface.colour[id], lit, visibility.surface.test(id) ? 1.0F : 0.0F);
    const scene::Placement placement = body.solid(structure, frame, look);
    u.surface.motion[id][3] = static_cast<float>(
        hind ? placement.displacement : body.cortexDisplacement(structure, frame, look));

    const Rgb inside = coloured && look.deepColour != SurfaceColour::tissue
                           ? colourOf(region, state, look.deepColour, look.densityEnds)
                           : scene::kTissue;
    set(u.solid.colour[id], hind ? onSurface : inside, visibility.solid.test(id) ? 1.0F : 0.0F);
    for (std::size_t axis = 0; axis < 3; ++axis) {
      u.solid.motion[id][axis] = static_cast<float>(placement.offset[axis]);
    }
    u.solid.motion[id][3] = static_cast<float>(placement.displacement);

    u.surface.light[id][0] = u.solid.light[id][0] = highlight;
    u.surface.light[id][2] = look.cortexColour == SurfaceColour::system ? 1.0F : 0.0F;
    u.pulse[id] = visibility.pulsing.test(id)
                      ? std::clamp((state.reactivity - 1) / kPulseAt, 0.0F, 1.0F)
                      : 0.0F;
  }
}

void updateConnections(const Catalogue& catalogue, const Shown& shown, int strands,
                       SceneUniforms& u) {
  const bool comets = shown.visibility.comets && !shown.reading.reducedMotion && strands > 0;
  const float cometShare =
      comets ? kCometsOnScreen / (static_cast<float>(strands) * kStrandsAtAdult) : 0;
  const std::size_t count =
      std::min(catalogue.connections.size(), static_cast<std::size_t>(scene::kMaxConnections));
  for (std::size_t c = 0; c < count; ++c) {
    const Connection& connection = catalogue.connections[c];
    const bool coloured = shown.visibility.colouredStrands.test(c);
    scene::Lab lab =
        scene::toOklab(scene::systemColour(scene::bundleSystem(catalogue, connection)));
    lab.a *= kBundleChroma;
    lab.b *= kBundleChroma;
    const Rgb colour = coloured ? scene::fromOklab(lab) : scene::kTissue;
    for (const std::size_t slot : {c * 2, c * 2 + 1}) {
      const scene::ConnectionState& state = shown.frame.connections[slot];
      const float density = std::max(state.density, 0.0F);
      float(&row)[4] = u.connectionState[slot];
      row[0] = std::min(density * kStrandsAtAdult, 1.0F);
      row[1] = kStrandRadius * std::sqrt(density);
      row[2] = std::min(std::max(state.activity, 0.0F) * cometShare, 1.0F);
      row[3] = std::clamp(state.myelination, 0.0F, 1.2F);
      set(u.connectionColour[slot], colour, 1);
    }
  }
}

}  // namespace

void updateScene(const atlas::Anatomy& anatomy, const scene::Body& body, const Shown& shown,
                 int strands, SceneUniforms& uniforms) {
  const scene::Visibility& visibility = shown.visibility;
  updateStructures(anatomy.catalogue, body, shown, uniforms);
  updateConnections(anatomy.catalogue, shown, strands, uniforms);
  uniforms.xray = std::clamp(shown.look.xray, 0.0F, 1.0F);
  const float points =
      std::clamp(shown.frame.newNeuronsPerDay / static_cast<float>(scene::kNeuronsPerPoint), 0.0F,
                 static_cast<float>(kMostNeuronsPerSide));
  uniforms.neuronCount[0] = uniforms.neuronCount[1] = visibility.newNeurons ? points : 0.0F;
  uniforms.survivingShare = shown.frame.survivingShare;
  const bool comets = visibility.comets && strands > 0;
  uniforms.moves =
      !shown.reading.reducedMotion && (visibility.reactivity || comets || visibility.newNeurons);
}

void updateTime(const scene::ReadingPreferences& reading, double seconds, SceneUniforms& uniforms) {
  const double time = reading.reducedMotion ? kHoldTime : seconds;
  // Cycles repeat within minutes; a small number keeps its precision on the GPU.
  uniforms.time = static_cast<float>(std::fmod(time, 4500.0));
  const double wave = 0.5 + 0.5 * std::sin(2 * std::numbers::pi * kPulsesPerSecond * time);
  const float light = reading.reducedMotion ? 0.5F : static_cast<float>(wave);
  for (std::size_t id = 0; id < uniforms.pulse.size(); ++id) {
    uniforms.surface.light[id][1] = uniforms.solid.light[id][1] = uniforms.pulse[id] * light;
  }
}

}  // namespace syn::render
