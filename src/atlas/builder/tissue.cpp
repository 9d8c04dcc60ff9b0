#include "atlas/builder/tissue.h"

#include <algorithm>
#include <limits>

namespace syn::atlas {
namespace {

constexpr float kTissueThreshold = 58.0F;
constexpr int kLastCerebrumLabel = 90;  // AAL: 91..116 are the cerebellum

/// Axis of the brainstem, upper end first: y, z and radius in mm. Drawn by hand on the volume.
struct AxisPoint {
  double y, z, radius;
};
constexpr std::array<AxisPoint, 8> kBrainstemAxis = {{{-19, -9, 13.0},
                                                      {-25, -15, 14.5},
                                                      {-28, -24, 17},
                                                      {-28, -32, 18},
                                                      {-31, -41, 14},
                                                      {-37, -50, 10},
                                                      {-42, -60, 8.5},
                                                      {-45, -72, 8}}};
constexpr double kBrainstemTop = -8.0;

AxisPoint brainstemAt(double z) {
  if (z >= kBrainstemAxis.front().z) return kBrainstemAxis.front();
  for (std::size_t i = 1; i < kBrainstemAxis.size(); ++i) {
    const AxisPoint& a = kBrainstemAxis[i - 1];
    const AxisPoint& b = kBrainstemAxis[i];
    if (z < b.z) continue;
    const double t = (a.z - z) / (a.z - b.z);
    return {a.y + t * (b.y - a.y), z, a.radius + t * (b.radius - a.radius)};
  }
  return kBrainstemAxis.back();
}

Labels resampled(const Volume<std::uint8_t>& labels, const Grid& grid) {
  Labels out(grid);
  forEachVoxel(grid, [&](int x, int y, int z, std::size_t i) {
    const int a = labels.grid.nearest(0, grid.at(0, x));
    const int b = labels.grid.nearest(1, grid.at(1, y));
    const int c = labels.grid.nearest(2, grid.at(2, z));
    if (labels.grid.holds(a, b, c)) out.data[i] = labels(a, b, c);
  });
  return out;
}

Mask brainstemSeed(const Tissues& t) {
  Mask seed(t.raw.grid);
  const Grid& g = seed.grid;
  forEachVoxel(g, [&](int x, int y, int z, std::size_t i) {
    const double mmZ = g.at(2, z);
    if (mmZ >= kBrainstemTop || t.tissue.data[i] == 0 || t.labels.data[i] != 0) return;
    const AxisPoint axis = brainstemAt(mmZ);
    const double dy = g.at(1, y) - axis.y;
    const double mmX = g.at(0, x);
    seed.data[i] = mmX * mmX + dy * dy < axis.radius * axis.radius;
  });
  keepLargest(seed);
  return seed;
}

void classifyParts(Tissues& t, int threads, const std::function<void(double)>& progress) {
  const Mask brainstem = brainstemSeed(t);
  const auto labelled = [&](auto test) { return distanceTo(maskWhere(t.labels, test), threads); };
  Field left = labelled([](int l) { return l > 0 && l <= kLastCerebrumLabel && l % 2 == 1; });
  const Field right =
      labelled([](int l) { return l > 0 && l <= kLastCerebrumLabel && l % 2 == 0; });
  progress(0.3);
  Field cerebrum = left;
  for (std::size_t i = 0; i < left.data.size(); ++i) {
    cerebrum.data[i] = std::min(left.data[i], right.data[i]);
    left.data[i] -= right.data[i];
  }
  Field& side = left;
  blur(side, 2.5, threads);  // the falx is bent: no plane separates the hemispheres
  blur(cerebrum, 1.0, threads);
  progress(0.45);
  Field cerebellum = labelled([](int l) { return l > kLastCerebrumLabel; });
  blur(cerebellum, 1.0, threads);
  Field stem = distanceTo(brainstem, threads);
  blur(stem, 1.0, threads);
  progress(0.6);

  t.part = Labels(t.raw.grid);
  for (std::size_t i = 0; i < t.part.data.size(); ++i) {
    if (t.tissue.data[i] == 0) continue;
    if (cerebrum.data[i] <= cerebellum.data[i] && cerebrum.data[i] <= stem.data[i]) {
      t.part.data[i] = side.data[i] < 0 ? kLeft : kRight;
    } else {
      t.part.data[i] = cerebellum.data[i] <= stem.data[i] ? kCerebellum : kBrainstem;
    }
  }
  // Crumbs go to their nearest large neighbour.
  Labels clean(t.part.grid);
  for (const Part part : {kLeft, kRight, kCerebellum, kBrainstem}) {
    Mask mask = maskWhere(t.part, [&](int p) { return p == part; });
    keepLargest(mask);
    for (std::size_t i = 0; i < clean.data.size(); ++i) {
      if (mask.data[i] != 0) clean.data[i] = part;
    }
  }
  t.nearestPart = nearestLabel(clean, threads).label;
  for (std::size_t i = 0; i < t.part.data.size(); ++i) {
    t.part.data[i] = t.tissue.data[i] != 0 ? t.nearestPart.data[i] : std::uint8_t{kOutside};
  }
}

/// Depth in mm under the outside of the brain closed by a 12 mm ball, on the half grid.
Field depthUnderHull(const Mask& tissue, int threads) {
  constexpr float kBall = 12.0F;
  const Mask half = padded(halved(tissue), 16, std::uint8_t{0});
  const Field outside = distanceTo(half, threads);
  const Mask beyond = maskWhere(outside, [](float d) { return d >= kBall; });
  Field depth = distanceTo(beyond, threads);
  for (float& d : depth.data) d -= kBall;
  return depth;
}

/// Fluid deep inside near caudate, thalamus and hippocampus, grown into the atria. The boxes (mm)
/// keep the cisterns out.
Mask findVentricles(const Tissues& t, int threads) {
  const Grid& g = t.raw.grid;
  const Field depth = depthUnderHull(t.tissue, threads);
  const Field nuclei = distanceTo(
      maskWhere(t.labels, [](int l) { return l == 71 || l == 72 || l == 77 || l == 78; }), threads);
  const Field hippocampi =
      distanceTo(maskWhere(t.labels, [](int l) { return l == 37 || l == 38; }), threads);
  Mask seed(g);
  Mask allowed(g);
  forEachVoxel(g, [&](int ix, int iy, int iz, std::size_t i) {
    if (t.tissue.data[i] != 0) return;
    const double x = std::abs(g.at(0, ix));
    const double y = g.at(1, iy);
    const double z = g.at(2, iz);
    const float d = sample(depth, {g.at(0, ix), y, z});
    // Behind the splenium the ventricles part: what lies between them is cistern and sulcus.
    const bool between = (y < -42 && x < 12 - 0.8 * (y + 42)) || (y < -34 && z < 2 && x < 19);
    const bool lateral = !between && d > 16 &&
                         (nuclei.data[i] < 9 || (hippocampi.data[i] < 3 && x > 18 && y < -6)) &&
                         y < 36 && !(y < -36 && x < 11 && z < 16) &&
                         !(z < -6 && x < 14 && y > -30) && !(z < 3 && y > 0);
    const bool third = x < 4 && y > -36 && y < 2 && z > -6 && z < 12 && nuclei.data[i] < 6;
    const bool atrium = !between && d > 18 && x > 11 && y < -20 && y > -80 && z > -14 && z < 36;
    seed.data[i] = lateral || third;
    allowed.data[i] = lateral || third || atrium;
  });
  Mask ventricles = opened(grow(seed, allowed));
  keepLargest(ventricles, 4);
  return ventricles;
}

}  // namespace

bool holdsLabel(const Region& region, Hemisphere side, int label) {
  const int shift = side == Hemisphere::right ? 1 : 0;
  return std::any_of(region.labels.begin(), region.labels.end(),
                     [&](int l) { return l + shift == label; });
}

Tissues classify(const Volume<std::uint8_t>& t1, const Volume<std::uint8_t>& aal, int threads,
                 const std::function<void(double)>& progress) {
  Tissues t;
  t.raw = toField(t1);
  t.smoothed = t.raw;
  blur(t.smoothed, 0.35, threads);
  t.labels = resampled(aal, t.raw.grid);
  t.tissue = maskWhere(t.smoothed, [](float v) { return v > kTissueThreshold; });
  keepLargest(t.tissue);
  progress(0.15);
  classifyParts(t, threads, progress);
  progress(0.8);
  t.ventricles = findVentricles(t, threads);
  progress(1.0);
  return t;
}

Field filledIntensity(const Tissues& t, int threads) {
  Field filled = toField(t.ventricles);
  blur(filled, 0.6, threads);
  for (std::size_t i = 0; i < filled.data.size(); ++i) {
    filled.data[i] = std::max(t.smoothed.data[i], std::min(filled.data[i] * 1.6F, 1.0F) * 112.0F);
  }
  return filled;
}

}  // namespace syn::atlas
