#include "atlas/builder/sheets.h"

#include <algorithm>
#include <cmath>

#include "atlas/builder/neighbours.h"
#include "atlas/builder/shading.h"
#include "atlas/builder/surface.h"
#include "atlas/builder/topology.h"
#include "atlas/glb.h"
#include "base/vec.h"

namespace syn::atlas {
namespace {

constexpr int kOneThread = 1;  // each hemisphere is one job on one thread

// Of this brain's T1 intensities: grey peaks at 84, white at 112, fluid lies below 60.
constexpr float kWhite = 97.0F;
constexpr float kFluid = 59.0F;

/// AAL numbers of the deep grey that belongs to the core: hippocampus, amygdala, caudate, putamen,
/// pallidum, thalamus, each left then right.
bool isDeepGrey(int label, Part side) {
  const int left = side == kRight ? label - 1 : label;
  return left == 37 || left == 41 || left == 71 || left == 73 || left == 75 || left == 77;
}

/// White matter, deep grey and ventricles of one hemisphere as one piece without holes; narrow
/// cisterns deep between the nuclei are filled.
Mask whiteCore(const Tissues& t, Part side, const Box& box, const Field& intensity,
               const Mask& solid) {
  constexpr float kDeep = 14.0F;       // mm below the hemisphere closed by a ball
  constexpr float kNearNuclei = 9.0F;  // mm
  const Labels labels = cropped(t.labels, box);
  const Labels nearest = cropped(t.nearestPart, box);
  const Mask ventricles = cropped(t.ventricles, box);
  const Mask tissue = cropped(t.tissue, box);
  const Field deepGrey =
      distanceTo(maskWhere(labels, [&](int l) { return isDeepGrey(l, side); }), kOneThread);
  const Field depth = depthBelow(solid, 12.0, kOneThread);
  Mask core(labels.grid);
  forEachVoxel(core.grid, [&](int x, int y, int z, std::size_t i) {
    if (nearest.data[i] != side) return;
    const Grid& g = core.grid;
    core.data[i] = (intensity.data[i] > kWhite && tissue.data[i] != 0) || deepGrey.data[i] < 1.5F ||
                   ventricles.data[i] != 0 ||
                   (tissue.data[i] == 0 && deepGrey.data[i] < kNearNuclei &&
                    sample(depth, {g.at(0, x), g.at(1, y), g.at(2, z)}) > kDeep);
  });
  core = opened(core);
  keepLargest(core);
  Mask outside = maskWhere(core, [](int c) { return c == 0; });
  keepLargest(outside);
  return maskWhere(outside, [](int o) { return o == 0; });
}

/// Signed distance to the smoothed border of a mask, negative inside.
Field signedDistance(const Mask& mask) {
  Field soft = toField(mask);
  blur(soft, 0.55, kOneThread);
  const Mask inside = maskWhere(soft, [](float f) { return f > 0.5F; });
  Field distance = distanceTo(inside, kOneThread);
  const Field depth = distanceTo(maskWhere(inside, [](int i) { return i == 0; }), kOneThread);
  // Half a voxel each: both count to the centre of the first voxel beyond the border.
  const auto half = static_cast<float>(mask.grid.spacing / 2);
  for (std::size_t i = 0; i < distance.data.size(); ++i) {
    distance.data[i] += inside.data[i] != 0 ? half - depth.data[i] : -half;
  }
  blur(distance, 0.5, kOneThread);
  return distance;
}

std::array<Field, 3> gradientOf(const Field& field) {
  std::array<Field, 3> gradient{Field(field.grid), Field(field.grid), Field(field.grid)};
  const Index3& n = field.grid.size;
  const auto perMm = static_cast<float>(0.5 / field.grid.spacing);
  forEachVoxel(field.grid, [&](int x, int y, int z, std::size_t i) {
    if (x < 1 || y < 1 || z < 1 || x + 1 >= n[0] || y + 1 >= n[1] || z + 1 >= n[2]) return;
    gradient[0].data[i] = (field(x + 1, y, z) - field(x - 1, y, z)) * perMm;
    gradient[1].data[i] = (field(x, y + 1, z) - field(x, y - 1, z)) * perMm;
    gradient[2].data[i] = (field(x, y, z + 1) - field(x, y, z - 1)) * perMm;
  });
  return gradient;
}

/// Taubin's two steps: takes roughness away and leaves the size.
void fair(const Neighbours& neighbours, std::vector<float>& points, int rounds) {
  for (int i = 0; i < rounds; ++i) {
    neighbours.smooth(points, 3, 0.5F, 1);
    neighbours.smooth(points, 3, -0.52F, 1);
  }
}

Vec3 slopeAt(const CortexFields& fields, const Vec3& place) {
  return {static_cast<double>(sample(fields.away[0], place)),
          static_cast<double>(sample(fields.away[1], place)),
          static_cast<double>(sample(fields.away[2], place))};
}

/// One vertex' way out, mm along the path, and where it ends.
struct Walk {
  double length = 0;
  Vec3 end{};
};

Walk walkOut(const Vec3& from, const Vec3& normal, const CortexFields& fields) {
  constexpr double kStep = 0.1;
  constexpr int kSteps = 42;
  constexpr double kMeeting = 0.55;  // length of the gradient below which fronts meet
  constexpr double kTurn = 0.25;     // cosine
  constexpr float kBorder = 0.45F;
  Walk walk{0, from};
  for (int i = 0; i < kSteps; ++i) {
    const Vec3 slope = slopeAt(fields, walk.end);
    const double steepness = length(slope);
    if (steepness <= kMeeting) break;
    const Vec3 direction = scaled(slope, 1.0 / steepness);
    const Vec3 next = plus(walk.end, direction, kStep);
    if (dot(direction, normal) <= kTurn || sample(fields.intensity, next) <= kFluid ||
        sample(fields.territory, next) <= kBorder) {
      break;
    }
    walk.end = next;
    walk.length += kStep;
  }
  return walk;
}

}  // namespace

CortexFields cortexFields(const Tissues& t, Part side) {
  const Box box = boundsOf(maskWhere(t.part, [&](int p) { return p == side; }), 14);
  CortexFields fields;
  fields.intensity = cropped(t.smoothed, box);
  const Mask own = maskWhere(cropped(t.nearestPart, box), [&](int p) { return p == side; });
  fields.territory = toField(own);
  blur(fields.territory, 0.7, kOneThread);
  const Mask tissue = cropped(t.tissue, box);
  const Mask fluid = cropped(t.ventricles, box);
  fields.solid = Mask(own.grid);
  for (std::size_t i = 0; i < own.data.size(); ++i) {
    fields.solid.data[i] = own.data[i] != 0 && (tissue.data[i] != 0 || fluid.data[i] != 0);
  }
  fields.white = signedDistance(whiteCore(t, side, box, fields.intensity, fields.solid));
  Field near = fields.white;
  for (float& d : near.data) d = std::min(d, 8.0F);
  blur(near, 0.35, kOneThread);
  fields.away = gradientOf(near);
  return fields;
}

Mesh innerSheet(const CortexFields& fields) {
  constexpr double kTerritorySigma = 1.6;  // mm; rounds the edges of the cut between hemispheres
  Field territory = fields.territory;
  blur(territory, kTerritorySigma, kOneThread);
  Field field = fields.white;
  const Index3& n = field.grid.size;
  forEachVoxel(field.grid, [&](int x, int y, int z, std::size_t i) {
    float& f = field.data[i];
    f = std::min(static_cast<float>(kInnerSheetMm) - f, (territory.data[i] - 0.5F) * 6.0F);
    if (x == 0 || y == 0 || z == 0 || x + 1 == n[0] || y + 1 == n[1] || z + 1 == n[2]) {
      f = std::min(f, -1.0F);
    }
  });
  makeSphere(field);
  return surfaceOf(field, {25, 0.06, 1.0});
}

void growToPia(Mesh& sheet, const CortexFields& fields) {
  constexpr double kGivenBack = 1.01;  // smoothing takes a little off the crowns of the gyri
  const std::size_t n = sheet.vertexCount();
  const Neighbours neighbours(sheet);
  computeNormals(sheet);
  std::vector<float> lengths(n);
  std::vector<float> directions(n * 3);
  for (std::size_t v = 0; v < n; ++v) {
    const Vec3 from = vectorAt(sheet.positions, v);
    const Vec3 normal = vectorAt(sheet.normals, v);
    const Walk walk = walkOut(from, normal, fields);
    lengths[v] = static_cast<float>(walk.length);
    setVector(directions, v, unit(minus(walk.end, from), normal));
  }
  neighbours.smooth(lengths, 1, 0.5F, 6);
  for (int round = 0; round < 4; ++round) {
    neighbours.smooth(directions, 3, 0.5F, 1);
    for (std::size_t v = 0; v < n; ++v) setVector(directions, v, unit(vectorAt(directions, v)));
  }
  std::vector<float> pia(n * 3);
  for (std::size_t v = 0; v < n; ++v) {
    setVector(pia, v,
              plus(vectorAt(sheet.positions, v), vectorAt(directions, v),
                   kGivenBack * static_cast<double>(lengths[v])));
  }
  fair(neighbours, pia, 4);
  sheet.span.resize(n * 3);
  for (std::size_t k = 0; k < n * 3; ++k) sheet.span[k] = pia[k] - sheet.positions[k];
  sheet.positions = std::move(pia);
  sheet.normals.clear();
}

std::vector<float> whiteBelow(const Mesh& sheet, const CortexFields& fields) {
  constexpr double kStep = 0.1;
  constexpr int kSteps = 9;
  std::vector<float> white(sheet.positions.size());
  for (std::size_t v = 0; v < sheet.vertexCount(); ++v) {
    Vec3 place = minus(vectorAt(sheet.positions, v), vectorAt(sheet.span, v));
    for (int i = 0; i < kSteps && sample(fields.white, place) > 0; ++i) {
      place = plus(place, slopeAt(fields, place), -kStep);
    }
    setVector(white, v, place);
  }
  Neighbours(sheet).smooth(white, 3, 0.3F, 1);
  return white;
}

Mesh atFactor(const Mesh& sheet, double factor) {
  Mesh mesh;
  mesh.positions = sheet.positions;
  mesh.triangles = sheet.triangles;
  for (std::size_t k = 0; k < sheet.span.size(); ++k) {
    mesh.positions[k] += static_cast<float>(factor - 1) * sheet.span[k];
  }
  return mesh;
}

}  // namespace syn::atlas
