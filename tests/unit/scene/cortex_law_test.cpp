#include "scene/cortex_law.h"

#include <cmath>

#include <gtest/gtest.h>

#include "atlas/glb.h"
#include "scene/body.h"

namespace syn::scene {
namespace {

/// The anatomy as shipped, without its bundles.
class ShippedCortex : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::string root = SYN_SOURCE_DIR;
    atlas::LoadOptions options;
    options.layers = {atlas::Layer::cortex, atlas::Layer::piece};
    options.bundles = false;
    options.verifyHashes = false;
    anatomy_ = new atlas::Anatomy(
        atlas::loadAnatomy(root + "/meshes", Catalogue::load(root + "/data"), options));
  }
  static void TearDownTestSuite() { delete anatomy_; }

  /// What the shader draws.
  static double drawnVolume(const atlas::Mesh& sheets, const std::vector<Thickness>& thickness) {
    atlas::Mesh mesh;
    mesh.positions = sheets.positions;
    mesh.triangles = sheets.triangles;
    for (std::size_t k = 0; k < sheets.span.size(); ++k) {
      const std::size_t v = k / 3;
      const float factor = factorAt(thickness[sheets.structure[v]], sheets.border[v]);
      mesh.positions[k] += (factor - 1) * sheets.span[k];
    }
    return atlas::enclosedVolume(mesh);
  }

  static std::vector<Thickness> thicknesses(const Body& body, const FrameState& frame,
                                            const Look& look) {
    std::vector<Placement> placements(frame.structures.size());
    std::vector<Thickness> thickness(frame.structures.size());
    body.place(frame, look, placements);
    body.thickness(frame, look, placements, thickness);
    return thickness;
  }

  static atlas::Anatomy* anatomy_;
};

atlas::Anatomy* ShippedCortex::anatomy_ = nullptr;

TEST_F(ShippedCortex, LawIsTheVolumeBetweenTheSheets) {
  const CortexLaw law(*anatomy_);
  const atlas::Mesh& mesh = *anatomy_->find("cortex_left");
  const std::size_t count = anatomy_->catalogue.structures.size();
  const double inner = drawnVolume(mesh, std::vector<Thickness>(count, {0, 0}));
  for (const auto& [own, shared] :
       {std::pair{1.0F, 1.0F}, {0.5F, 0.5F}, {0.6F, 0.8F}, {1.2F, 1.1F}}) {
    double sum = 0;
    for (std::size_t id = 0; id < count; ++id) {
      if (anatomy_->catalogue.structures[id].hemisphere == Hemisphere::left) {
        sum += law.volume(id, static_cast<double>(own), static_cast<double>(shared));
      }
    }
    const double drawn = drawnVolume(mesh, std::vector<Thickness>(count, {own, shared}));
    EXPECT_NEAR(sum, drawn - inner, 0.005 * (drawn - inner)) << own << ' ' << shared;
  }
}

// The volume law: the drawn cortex has lost what the numbers say, within 1 %.
TEST_F(ShippedCortex, DrawnCortexEnclosesWhatTheNumbersSay) {
  const Body body(*anatomy_);
  const Catalogue& catalogue = anatomy_->catalogue;
  FrameState frame = restingFrame(catalogue);
  Look look;
  look.exaggeration = 1;
  for (const float loss : {0.0F, 0.05F, 0.15F, 0.3F}) {
    double before = 0;
    double wanted = 0;
    for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
      const Structure& structure = catalogue.structures[id];
      const Region& region = catalogue.regions[static_cast<std::size_t>(structure.region)];
      if (region.tissue != Tissue::cortical || structure.hemisphere != Hemisphere::left) continue;
      // Unequal losses, so that borders between regions are put to the test.
      const float own = loss * (0.6F + 0.8F * static_cast<float>(id % 3) / 2);
      frame.structures[id].densityChange = -own;
      const double mm3 = body.volume(static_cast<int>(id));
      before += mm3;
      wanted += mm3 * (1 - static_cast<double>(own));
    }
    const std::vector<Thickness> thickness = thicknesses(body, frame, look);
    const atlas::Mesh& mesh = *anatomy_->find("cortex_left");
    const double lost = atlas::enclosedVolume(mesh) - drawnVolume(mesh, thickness);
    EXPECT_NEAR(before - lost, wanted, 0.01 * wanted) << loss;
  }
}

// One limit for all of the brain, the one that the legend states: +-50 %, of cortex too.
TEST_F(ShippedCortex, EveryRegionIsDrawnAsLargeAndAsSmallAsTheLegendSays) {
  const Body body(*anatomy_);
  const CortexLaw law(*anatomy_);
  const Catalogue& catalogue = anatomy_->catalogue;
  Look look;
  look.exaggeration = 1;
  for (const double change : {-Body::kLargestChange, Body::kLargestChange}) {
    // The others at rest, the same, and as far the other way: they decide what borders share.
    for (const double others : {0.0, change, -change}) {
      for (std::size_t id = 0; id < catalogue.structures.size(); ++id) {
        const auto region = static_cast<std::size_t>(catalogue.structures[id].region);
        if (catalogue.regions[region].tissue != Tissue::cortical) continue;
        FrameState frame = restingFrame(catalogue);
        for (std::size_t other = 0; other < frame.structures.size(); ++other) {
          frame.structures[other].densityChange = static_cast<float>(other == id ? change : others);
        }
        const double piece = body.volume(static_cast<int>(id));
        const double grown = body.solid(static_cast<int>(id), frame, look).thickness - 1;
        EXPECT_NEAR(grown, body.displacementFor(static_cast<int>(id), 1 + change), 1e-9);
        const std::vector<Thickness> thickness = thicknesses(body, frame, look);
        const double drawn = law.volume(id, static_cast<double>(thickness[id].own),
                                        static_cast<double>(thickness[id].shared)) -
                             law.volume(id, 1, 1);
        // Worn down to nothing between growing neighbours, a region cannot shrink further.
        const bool gone = change < 0 && others > 0 && thickness[id].own < 1e-6F;
        EXPECT_NEAR(drawn, change * piece, (gone ? 0.04 : 0.005) * piece)
            << catalogue.regions[region].id << " at " << change << ", the others at " << others;
      }
    }
  }
}

}  // namespace
}  // namespace syn::scene
