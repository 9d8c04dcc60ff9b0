// What is drawn is explained, and nothing is explained that is not drawn: every look, at several
// steps of x-ray and explode. Pictures are compared, so that nobody's opinion of what is visible
// counts but the renderer's.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "render/brain_renderer.h"
#include "render/headless_context.h"
#include "render/small_picture.h"
#include "scene/legend.h"
#include "small_anatomy.h"

namespace syn::render {
namespace {

using Kind = scene::LegendEntry::Kind;

const std::filesystem::path kData = std::filesystem::path(SYN_SOURCE_DIR) / "data";

std::vector<std::string> lookIds() {
  std::vector<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(kData / "looks")) {
    ids.push_back(entry.path().stem().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

class Explained : public testing::Test {
 protected:
  Explained() {
    small::prepare(renderer, 160, 120);
    renderer.setQuality(scene::Quality::low);
  }

  [[nodiscard]] std::vector<std::uint8_t> draw(const scene::FrameState& of,
                                               const scene::Look& look) {
    small::show(renderer, anatomy->catalogue, of, look);
    return renderer.renderImage(1, 1).rgb;
  }
  /// Whether a change of the state changes the picture.
  template <class Change>
  bool seen(const scene::Look& look, Change change) {
    scene::FrameState changed = frame;
    change(changed);
    return differ(draw(frame, look), draw(changed, look));
  }
  static bool differ(const std::vector<std::uint8_t>& before,
                     const std::vector<std::uint8_t>& after) {
    constexpr int kSteps = 4;  // of 255: what rounding may do
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (std::abs(before[i] - after[i]) > kSteps) return true;
    }
    return false;
  }
  [[nodiscard]] scene::Legend legend(const scene::Look& look, const scene::FrameState& of) const {
    return scene::buildLegend(anatomy->catalogue, of, look,
                              scene::decideVisibility(anatomy->catalogue, look, of), {});
  }
  static bool has(const scene::Legend& legend, Kind kind) {
    return std::any_of(legend.entries.begin(), legend.entries.end(),
                       [kind](const scene::LegendEntry& entry) { return entry.kind == kind; });
  }

  static bool has(const scene::Legend& legend, std::string_view key) {
    return std::any_of(legend.entries.begin(), legend.entries.end(),
                       [key](const scene::LegendEntry& entry) { return entry.text.key == key; });
  }

  // The tissue of the piece is spread over the whole cortex: so large that a small change shows.
  std::shared_ptr<const atlas::Anatomy> anatomy = test::smallAnatomy(16);
  scene::FrameState frame = scene::restingFrame(anatomy->catalogue);
  HeadlessContext context;
  BrainRenderer renderer{anatomy};
};

class ExplainedLook : public Explained, public testing::WithParamInterface<std::string> {};

TEST_P(ExplainedLook, WhatIsDrawnAndNothingElse) {
  const scene::Looks looks = scene::Looks::load(kData, anatomy->catalogue);
  for (const float xray : {0.0F, 0.3F, 0.5F, 0.7F, 1.0F}) {
    for (const float explode : {0.0F, 0.5F, 1.0F}) {
      scene::Look look = looks.get(GetParam());
      look.xray = xray;
      look.explode = explode;
      // The small anatomy has one bundle; a look that hides it says nothing of the others.
      look.hiddenConnections.reset();
      SCOPED_TRACE(GetParam() + " x-ray " + std::to_string(xray) + " explode " +
                   std::to_string(explode));
      const scene::Legend now = legend(look, frame);
      EXPECT_EQ(has(now, Kind::points), seen(look, [](auto& f) { f.newNeuronsPerDay = 0; }));
      EXPECT_EQ(has(now, Kind::fibres), seen(look, [](auto& f) {
                  for (auto& connection : f.connections) connection.density = 0;
                }));
      EXPECT_EQ(has(now, Kind::exaggeration), seen(look, [](auto& f) {
                  for (auto& state : f.structures) state.volumeChange = 0.03F;
                }));
      const auto excite = [](auto& f) {
        for (auto& state : f.structures) state.reactivity = 1.5F;
      };
      scene::FrameState excited = frame;
      excite(excited);
      EXPECT_EQ(has(legend(look, excited), Kind::pulse), seen(look, excite));
      // Phenomena only appear and disappear at the ends and between them.
      const bool telling = explode != 0.5F && xray != 0.3F && xray != 0.7F;
      for (std::size_t p = 0; telling && p < scene::kPhenomena; ++p) {
        scene::FrameState full = frame;
        full.amyloid = 0.7F;
        full.gauges.fill(0.7F);
        for (auto& connection : full.connections) connection.activity = 1.3F;
        for (auto& state : full.structures) state.lesion = 0.7F;
        scene::Look with = look, without = look;
        with.phenomena.set(p);
        without.phenomena.reset(p);
        const std::string_view key = scene::phenomena()[p].legend;
        EXPECT_EQ(has(legend(with, full), key), differ(draw(full, with), draw(full, without)))
            << key;
        EXPECT_FALSE(has(legend(without, full), key)) << key;
      }
      // Density also moves the cortex; at true size and small, only its colour is left to see.
      scene::Look flat = look;
      flat.exaggeration = 1;
      flat.densityEnds = 0.001F;
      EXPECT_EQ(has(now, Kind::colourBar), seen(flat, [](auto& f) {
                  for (auto& state : f.structures) state.densityChange = 0.0002F;
                }));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Looks, ExplainedLook, testing::ValuesIn(lookIds()),
                         [](const testing::TestParamInfo<std::string>& p) { return p.param; });

/// What lies in parts that may be hidden.
struct HiddenRow {
  const char* name;
  scene::Phenomenon phenomenon;
  float stored, settled;  // what the hippocampus and the cortex hold
  bool hippocampus, cortex;
  bool seen;
};

class ExplainedParts : public Explained, public testing::WithParamInterface<HiddenRow> {
 protected:
  void hide(scene::Look& look, bool (*wanted)(const Region&)) const {
    const Catalogue& catalogue = anatomy->catalogue;
    for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
      const auto region = static_cast<std::size_t>(catalogue.structures[id].region);
      if (wanted(catalogue.regions[region])) look.hidden.set(id);
    }
  }
};

TEST_P(ExplainedParts, NothingLiesInAHiddenPart) {
  const HiddenRow& row = GetParam();
  frame.amyloid = 0.7F;
  frame.gauges[static_cast<std::size_t>(scene::Gauge::memoryHippocampus)] = row.stored;
  frame.gauges[static_cast<std::size_t>(scene::Gauge::memoryCortex)] = row.settled;
  for (const float explode : {0.0F, 1.0F}) {
    scene::Look look;
    look.xray = 1;
    look.explode = explode;
    if (!row.hippocampus) {
      hide(look, [](const Region& region) { return region.id == "hippocampus"; });
    }
    if (!row.cortex) {
      hide(look, [](const Region& region) {
        return region.tissue == Tissue::cortical || region.tissue == Tissue::white;
      });
    }
    scene::Look with = look;
    with.phenomena.set(static_cast<std::size_t>(row.phenomenon));
    const std::string_view key = scene::traitsOf(row.phenomenon).legend;
    EXPECT_EQ(has(legend(with, frame), key), row.seen) << explode;
    EXPECT_EQ(differ(draw(frame, with), draw(frame, look)), row.seen) << explode;
  }
}

constexpr auto kMemory = scene::Phenomenon::memory;
constexpr auto kAmyloid = scene::Phenomenon::amyloid;

INSTANTIATE_TEST_SUITE_P(
    Parts, ExplainedParts,
    testing::Values(HiddenRow{"stored", kMemory, 0.7F, 0, true, true, true},
                    HiddenRow{"stored_without_cortex", kMemory, 0.7F, 0, true, false, true},
                    HiddenRow{"stored_without_hippocampus", kMemory, 0.7F, 0, false, true, false},
                    HiddenRow{"settled_without_hippocampus", kMemory, 0, 0.7F, false, true, true},
                    HiddenRow{"settled_without_cortex", kMemory, 0, 0.7F, true, false, false},
                    HiddenRow{"memory_without_both", kMemory, 0.7F, 0.7F, false, false, false},
                    HiddenRow{"specks", kAmyloid, 0, 0, true, true, true},
                    HiddenRow{"specks_without_cortex", kAmyloid, 0, 0, true, false, false}),
    [](const testing::TestParamInfo<HiddenRow>& p) { return std::string(p.param.name); });

}  // namespace
}  // namespace syn::render
