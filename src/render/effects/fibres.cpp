#include <algorithm>
#include <cmath>
#include <vector>

#include "render/effects/effects.h"
#include "render/effects/mesh_effect.h"
#include "render/effects/part_colours.h"
#include "render/geometry.h"

namespace syn::render {

namespace {

constexpr const char* kFibreArray = "fibreMC";  // slot, way along, rank, side
constexpr int kStrandBudget = 1200;             // strands in one picture
constexpr int kFewestStrands = 8;               // of one half of a connection
constexpr float kBundleChroma = 0.8F;
constexpr float kStrandsAtAdult = 0.62F;  // share of the strands drawn at density 1
constexpr float kStrandRadius = 0.24F;    // mm at density 1
constexpr float kCometsOnScreen = 34;

/// Index of a half of a connection in the state buffer.
int slotOf(int connection, Hemisphere side) {
  return connection * 2 + (side == Hemisphere::right ? 1 : 0);
}

/// Strands of the connections that are not hidden, as ribbons that the shader turns to the eye and
/// rounds. Many connections get fewer strands each, so that the work stays bounded.
vtkSmartPointer<vtkPolyData> fibreRibbons(const atlas::Anatomy& anatomy,
                                          const scene::ConnectionSet& hidden, int* strands) {
  std::vector<const atlas::Bundle*> bundles;
  for (const atlas::Bundle& bundle : anatomy.bundles) {
    if (bundle.connection < scene::kMaxConnections &&
        !hidden.test(static_cast<std::size_t>(bundle.connection))) {
      bundles.push_back(&bundle);
    }
  }
  const int share = bundles.empty() ? 0 : kStrandBudget / static_cast<int>(bundles.size());
  const auto count = [share](const atlas::Bundle& bundle) {
    return std::min(bundle.strands(), std::max(share, kFewestStrands));
  };
  *strands = 0;
  for (const atlas::Bundle* bundle : bundles) *strands += count(*bundle);

  constexpr int kPoints = atlas::Bundle::kPoints;
  const auto total = static_cast<std::size_t>(*strands);
  MeshBuilder builder(kFibreArray, total * kPoints * 2, total * (kPoints - 1) * 2);
  for (const atlas::Bundle* bundle : bundles) {
    const auto slot = static_cast<float>(slotOf(bundle->connection, bundle->side));
    for (int s = 0; s < count(*bundle); ++s) {
      const float* line = &bundle->points[static_cast<std::size_t>(s) * kPoints * 3];
      const auto point = [line](int p) { return line + std::ptrdiff_t{3} * p; };
      const float rank = spread(s);
      for (int p = 0; p < kPoints; ++p) {
        const float* here = point(p);
        const float* before = point(std::max(p - 1, 0));
        const float* after = point(std::min(p + 1, kPoints - 1));
        const float tangent[3] = {after[0] - before[0], after[1] - before[1], after[2] - before[2]};
        const float along = static_cast<float>(p) / (kPoints - 1);
        const vtkIdType v = builder.vertices();
        const float beside[3] = {here[0] + kApart, here[1] + kApart, here[2]};
        builder.vertex(here, tangent, {slot, along, rank, -1});
        builder.vertex(beside, tangent, {slot, along, rank, 1});
        if (p == 0) continue;
        builder.triangle(v - 2, v - 1, v);
        builder.triangle(v, v - 1, v + 1);
      }
    }
  }
  return builder.take();
}

/// The colour of a bundle's strands: that of its system, a little paler.
scene::Rgb bundleColour(const Catalogue& catalogue, const Connection& connection) {
  scene::Lab lab = scene::toOklab(scene::systemColour(scene::bundleSystem(catalogue, connection)));
  lab.a *= kBundleChroma;
  lab.b *= kBundleChroma;
  return scene::fromOklab(lab);
}

/// Connections as strands: how many there are and how thick they are follow density, travelling
/// lights follow the activity of both ends, sheen follows myelin.
class Fibres : public MeshEffect {
 public:
  Fibres() : MeshEffect(Layer::inside, {"fibre/fibre.vert", "fibre/fibre.frag", kFibreArray}) {}

  void build(const atlas::Anatomy& anatomy) override {
    const Catalogue& catalogue = anatomy.catalogue;
    for (std::size_t c = 0; c < scene::drawnConnections(catalogue); ++c) {
      colours_.push_back(bundleColour(catalogue, catalogue.connections[c]));
    }
    rebuild(anatomy, {});
  }

  void update(const EffectInput& input, SceneState& state) override {
    const Shown& shown = input.shown;
    if (shown.look.hiddenConnections != without_) {
      rebuild(input.anatomy, shown.look.hiddenConnections);
    }
    seen_ = shown.visibility.strands.any() && strands_ > 0;
    comets_ = shown.visibility.comets && strands_ > 0;
    const float cometShare =
        comets_ && !shown.reading.reducedMotion
            ? kCometsOnScreen / (static_cast<float>(strands_) * kStrandsAtAdult)
            : 0;
    for (std::size_t c = 0; c < colours_.size(); ++c) {
      const scene::Rgb colour =
          shown.visibility.colouredStrands.test(c) ? colours_[c] : scene::kTissue;
      for (const std::size_t slot : {c * 2, c * 2 + 1}) {
        const scene::ConnectionState& connection = shown.frame.connections[slot];
        const float density = std::max(connection.density, 0.0F);
        state.at(slot, ConnectionRow::strands) = {
            std::min(density * kStrandsAtAdult, 1.0F), kStrandRadius * std::sqrt(density),
            std::min(std::max(connection.activity, 0.0F) * cometShare, 1.0F),
            std::clamp(connection.myelination, 0.0F, 1.2F)};
        setColour(state.at(slot, ConnectionRow::colour), colour, 0);
      }
    }
  }

  [[nodiscard]] bool moves() const override { return comets_; }

 private:
  void rebuild(const atlas::Anatomy& anatomy, const scene::ConnectionSet& without) {
    without_ = without;
    setGeometry(fibreRibbons(anatomy, without_, &strands_));
  }

  std::vector<scene::Rgb> colours_;  ///< by connection
  int strands_ = 0;
  scene::ConnectionSet without_;
  bool comets_ = false;
};

}  // namespace

std::unique_ptr<Effect> makeFibres() {
  return std::make_unique<Fibres>();
}

}  // namespace syn::render
