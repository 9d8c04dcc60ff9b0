#include "atlas/builder/structures.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "atlas/builder/folia.h"
#include "atlas/builder/shading.h"
#include "atlas/builder/surface.h"
#include "atlas/glb.h"
#include "base/error.h"

namespace syn::atlas {
namespace {

// Each structure is one job on one thread; the jobs run side by side.
constexpr int kOneThread = 1;

constexpr float kPialIntensity = 60.0F;

std::string sidedName(const std::string& name, Hemisphere side) {
  return name + (side == Hemisphere::left ? "_left" : "_right");
}

/// Minimum of two fields whose crease is rounded off, as where the hemispheres are cut apart.
float softMin(float a, float b) {
  constexpr float kReach = 0.8F;  // of the fields: where they differ by less, they blend
  const float h = std::clamp(0.5F + 0.5F * (b - a) / kReach, 0.0F, 1.0F);
  return b + (a - b) * h - kReach * h * (1.0F - h);
}

/// Field of the smoothed surface of one part: intensity, kept within the part's own territory.
Field partField(const Field& intensity, float iso, const Labels& nearestPart, const Box& box,
                Part part, double sigmaMm) {
  Field territory = toField(maskWhere(cropped(nearestPart, box), [&](int p) { return p == part; }));
  blur(territory, sigmaMm, kOneThread);
  Field field = cropped(intensity, box);
  for (std::size_t i = 0; i < field.data.size(); ++i) {
    field.data[i] = softMin((field.data[i] - iso) / 40.0F, (territory.data[i] - 0.5F) * 3.2F);
  }
  return field;
}

std::size_t clampedCount(std::size_t raw, std::size_t divisor, std::size_t low, std::size_t high) {
  return std::clamp(raw / divisor, low, high);
}

}  // namespace

StructureBuilder::StructureBuilder(const Catalogue& catalogue, const Tissues& tissues,
                                   const Field& filled, const Volume<std::uint8_t>& aal)
    : catalogue_(catalogue), t_(tissues), filled_(filled), aal_(aal) {}

std::uint8_t StructureBuilder::structureOf(int region, Hemisphere side) const {
  const auto structure = catalogue_.structureIndex(region, side);
  if (!structure) throw Error("the catalogue lacks a side of a region that has a mesh");
  return static_cast<std::uint8_t>(*structure);
}

std::uint8_t StructureBuilder::structureOf(std::string_view region, Hemisphere side) const {
  const auto index = catalogue_.regionIndex(region);
  if (!index) throw Error("the catalogue lacks the region \"" + std::string(region) + "\"");
  return structureOf(*index, side);
}

Mesh StructureBuilder::named(Mesh mesh, std::string name, Layer layer, int level) const {
  mesh.name = std::move(name);
  mesh.layer = layer;
  mesh.level = level;
  return mesh;
}

std::vector<Built> StructureBuilder::cerebellum() const {
  constexpr std::size_t kFine = 120'000;
  constexpr std::size_t kCoarse = 40'000;
  constexpr float kFissureShade = 0.45F;
  const Box box = boundsOf(maskWhere(t_.part, [](int p) { return p == kCerebellum; }), 10);
  const Mask body = maskWhere(cropped(t_.part, box), [](int p) { return p == kCerebellum; });
  const Folia folia = findFolia(cropped(t_.raw, box), body, kOneThread);
  const Mesh full = surfaceOf(folia.surface, {10, 0.2, 1.0});
  const Field depth = depthBelow(body, 6.0, kOneThread);

  std::vector<Built> out;
  int level = 0;
  for (const std::size_t count : {kFine, kCoarse}) {
    Mesh mesh = named(simplified(full, count), "cerebellum", Layer::cerebellum, level++);
    orderForDrawing(mesh);
    assignStructure(mesh, structureOf("cerebellum", Hemisphere::left));
    bakeShade(mesh, {4, 14.0, 0.45, 6.0}, &depth);
    for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
      const float* p = &mesh.positions[v * 3];
      if (p[0] >= 0) mesh.structure[v] = structureOf("cerebellum", Hemisphere::right);
      mesh.shade[v] *= 1.0F - kFissureShade * sample(folia.fissure, {p[0], p[1], p[2]});
    }
    out.push_back({std::move(mesh), 0});
  }
  return out;
}

Built StructureBuilder::brainstem() const {
  const Box box = boundsOf(maskWhere(t_.part, [](int p) { return p == kBrainstem; }), 10);
  const Field field = partField(filled_, kPialIntensity, t_.nearestPart, box, kBrainstem, 1.25);
  Mesh mesh = named(simplified(surfaceOf(field, {25, 0.05, 1.0}), 14'000), "brainstem",
                    Layer::brainstem, 0);
  orderForDrawing(mesh);
  assignStructure(mesh, structureOf("brainstem", Hemisphere::midline));
  bakeShade(mesh, {}, nullptr);
  return {std::move(mesh), 0};
}

Built StructureBuilder::ventricles() const {
  const Box box = boundsOf(t_.ventricles, 8);
  Field field = toField(cropped(t_.ventricles, box));
  const double mm3 = static_cast<double>(countSet(t_.ventricles)) * t_.raw.grid.voxelMm3();
  blur(field, 0.7, kOneThread);
  for (float& f : field.data) f -= 0.4F;
  Mesh mesh = named(simplified(surfaceOf(field, {30, 0.04, 0.05}), 12'000), "ventricles",
                    Layer::ventricles, 0);
  matchVolume(mesh, mm3);
  orderForDrawing(mesh);
  assignStructure(mesh, structureOf("ventricles", Hemisphere::midline));
  bakeShade(mesh, {}, nullptr);
  return {std::move(mesh), mm3};
}

Mesh StructureBuilder::labelledNucleus(const Region& region, Hemisphere side, double mm3) const {
  const Mask coarse = maskWhere(aal_, [&](int l) { return holdsLabel(region, side, l); });
  const Field source = toField(coarse);
  const Box box =
      boundsOf(maskWhere(t_.labels, [&](int l) { return holdsLabel(region, side, l); }), 14);
  if (box.empty()) throw Error(region.id + " has no voxels in the label volume");
  Field intensity = cropped(t_.smoothed, box);
  blur(intensity, 1.5, kOneThread);
  Field field(intensity.grid);
  forEachVoxel(field.grid, [&](int x, int y, int z, std::size_t i) {
    field.data[i] = sample(source, {field.grid.at(0, x), field.grid.at(1, y), field.grid.at(2, z)});
  });
  blur(field, 1.25, kOneThread);
  // The level that encloses the label volume.
  std::vector<float> sorted = field.data;
  const auto rank = static_cast<std::ptrdiff_t>(mm3 / field.grid.voxelMm3());
  std::nth_element(sorted.begin(), sorted.begin() + rank, sorted.end(), std::greater<>());
  const float iso = std::clamp(sorted[static_cast<std::size_t>(rank)], 0.3F, 0.55F);
  for (std::size_t i = 0; i < field.data.size(); ++i) {
    field.data[i] = std::min(field.data[i] - iso, (intensity.data[i] - 30.0F) / 60.0F);
  }
  Mesh mesh = surfaceOf(field, {30, 0.03, 1.0});
  mesh = simplified(mesh, clampedCount(mesh.triangleCount(), 5, 2'600, 5'200));
  matchVolume(mesh, mm3);
  return mesh;
}

Mesh StructureBuilder::ellipsoid(const Vec3& centre, const Vec3& radii) const {
  constexpr double kHalfBox = 12.0;
  Grid grid;
  grid.spacing = 0.5;
  for (std::size_t a = 0; a < 3; ++a) {
    grid.size[a] = static_cast<int>(2 * kHalfBox / grid.spacing) + 1;
    grid.origin[a] = centre[a] - kHalfBox;
  }
  Field field(grid);
  forEachVoxel(grid, [&](int x, int y, int z, std::size_t i) {
    const Vec3 p{grid.at(0, x), grid.at(1, y), grid.at(2, z)};
    double squared = 0;
    for (std::size_t a = 0; a < 3; ++a) {
      squared += (p[a] - centre[a]) / radii[a] * ((p[a] - centre[a]) / radii[a]);
    }
    field.data[i] = std::min(static_cast<float>(1.0 - std::sqrt(squared)),
                             (sample(t_.smoothed, p) - 62.0F) / 25.0F);
  });
  return simplified(surfaceOf(field, {30, 0.04, 1.0}), 2'000);
}

Mesh StructureBuilder::dentateStrip(Hemisphere side) const {
  // Schematic: a toothed strip along the medial upper side of the hippocampus. The hippocampus is
  // cut into slabs from back to front; the strip runs where each slab lies furthest to the middle
  // and up.
  constexpr double kReach = 0.8;        // from the slab's centre towards its medial upper rim
  constexpr double kAcross = 2.3;       // half width, mm
  constexpr double kThick = 1.6;        // half thickness, mm
  constexpr double kToothLength = 3.2;  // mm
  constexpr double kToothHeight = 0.16;
  constexpr int kRings = 96;
  constexpr int kSides = 16;
  const double medial = side == Hemisphere::left ? 1.0 : -1.0;
  const Vec3 inward{medial * 0.72, 0.0, 0.69};

  const auto index = catalogue_.regionIndex("hippocampus");
  if (!index) throw Error("the catalogue lacks the region \"hippocampus\"");
  const Region& hippocampus = catalogue_.regions[static_cast<std::size_t>(*index)];
  const int slabs = aal_.grid.size[1];
  std::vector<Vec3> sum(static_cast<std::size_t>(slabs), Vec3{});
  std::vector<double> count(static_cast<std::size_t>(slabs), 0.0);
  std::vector<double> rim(static_cast<std::size_t>(slabs), -1e9);
  for (const bool measureRim : {false, true}) {
    forEachVoxel(aal_.grid, [&](int x, int y, int z, std::size_t i) {
      if (!holdsLabel(hippocampus, side, aal_.data[i])) return;
      const auto slab = static_cast<std::size_t>(y);
      const Vec3 p{aal_.grid.at(0, x), aal_.grid.at(1, y), aal_.grid.at(2, z)};
      if (!measureRim) {
        for (std::size_t a = 0; a < 3; ++a) sum[slab][a] += p[a];
        count[slab] += 1;
        return;
      }
      double along = 0;
      for (std::size_t a = 0; a < 3; ++a) along += (p[a] - sum[slab][a] / count[slab]) * inward[a];
      rim[slab] = std::max(rim[slab], along);
    });
  }
  std::vector<Vec3> centre;
  for (std::size_t s = 0; s < sum.size(); ++s) {
    if (count[s] < 12) continue;  // the thin tips
    Vec3 p{};
    for (std::size_t a = 0; a < 3; ++a) p[a] = sum[s][a] / count[s] + inward[a] * kReach * rim[s];
    centre.push_back(p);
  }
  if (centre.size() < 12) throw Error("the hippocampus is too short in the label volume");
  // Smooth with a Gaussian of 4 slabs, then trim the ends.
  std::vector<Vec3> curve;
  const auto n = static_cast<int>(centre.size());
  for (int i = 3; i < n - 3; ++i) {
    Vec3 p{};
    double total = 0;
    for (int k = 0; k < n; ++k) {
      const double w = std::exp(-0.5 * (k - i) * (k - i) / 16.0);
      total += w;
      for (std::size_t a = 0; a < 3; ++a) p[a] += w * centre[static_cast<std::size_t>(k)][a];
    }
    for (double& x : p) x /= total;
    curve.push_back(p);
  }
  std::vector<double> arc{0.0};
  for (std::size_t i = 1; i < curve.size(); ++i) {
    arc.push_back(arc.back() + std::hypot(curve[i][0] - curve[i - 1][0],
                                          curve[i][1] - curve[i - 1][1],
                                          curve[i][2] - curve[i - 1][2]));
  }
  const auto at = [&](double s) {
    s = std::clamp(s, 0.0, arc.back());
    std::size_t i = 1;
    while (i + 1 < arc.size() && arc[i] < s) ++i;
    const double f = (s - arc[i - 1]) / (arc[i] - arc[i - 1]);
    Vec3 p{};
    for (std::size_t a = 0; a < 3; ++a)
      p[a] = curve[i - 1][a] + f * (curve[i][a] - curve[i - 1][a]);
    return p;
  };
  Mesh mesh;
  const auto addPoint = [&](const Vec3& p) {
    for (const double x : p) mesh.positions.push_back(static_cast<float>(x));
    return static_cast<std::uint32_t>(mesh.vertexCount() - 1);
  };
  const std::uint32_t back = addPoint(at(0));
  for (int r = 0; r < kRings; ++r) {
    const double u = (r + 0.5) / kRings;
    const double s = u * arc.back();
    const Vec3 p = at(s);
    const Vec3 ahead = at(s + 1.0);
    const Vec3 behind = at(s - 1.0);
    Vec3 tangent{};
    for (std::size_t a = 0; a < 3; ++a) tangent[a] = ahead[a] - behind[a];
    // Frame: `thick` points inward, `across` lies along the strip's face.
    const auto unit = [](Vec3 v) {
      const double l = std::hypot(v[0], v[1], v[2]);
      return Vec3{v[0] / l, v[1] / l, v[2] / l};
    };
    tangent = unit(tangent);
    const Vec3 across = unit(cross(tangent, inward));
    const Vec3 thick = cross(across, tangent);
    const double taper = std::pow(std::sin(std::numbers::pi * std::clamp(u, 0.01, 0.99)), 0.35);
    const double teeth = 1.0 + kToothHeight * std::cos(2 * std::numbers::pi * s / kToothLength);
    for (int k = 0; k < kSides; ++k) {
      const double angle = 2 * std::numbers::pi * k / kSides;
      const double a = kAcross * taper * teeth * std::cos(angle);
      const double b = kThick * taper * teeth * std::sin(angle);
      addPoint({p[0] + across[0] * a + thick[0] * b, p[1] + across[1] * a + thick[1] * b,
                p[2] + across[2] * a + thick[2] * b});
    }
  }
  const std::uint32_t front = addPoint(at(arc.back()));
  const auto ring = [&](int r, int k) {
    return static_cast<std::uint32_t>(1 + r * kSides + k % kSides);
  };
  for (int k = 0; k < kSides; ++k) {
    mesh.triangles.insert(mesh.triangles.end(), {back, ring(0, k + 1), ring(0, k)});
    mesh.triangles.insert(mesh.triangles.end(),
                          {front, ring(kRings - 1, k), ring(kRings - 1, k + 1)});
    for (int r = 0; r + 1 < kRings; ++r) {
      mesh.triangles.insert(mesh.triangles.end(), {ring(r, k), ring(r, k + 1), ring(r + 1, k)});
      mesh.triangles.insert(mesh.triangles.end(),
                            {ring(r, k + 1), ring(r + 1, k + 1), ring(r + 1, k)});
    }
  }
  if (enclosedVolume(mesh) < 0) {
    for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
      std::swap(mesh.triangles[t + 1], mesh.triangles[t + 2]);
    }
  }
  return mesh;
}

Built StructureBuilder::nucleus(int regionIndex, Hemisphere side) const {
  const Region& region = catalogue_.regions[static_cast<std::size_t>(regionIndex)];
  const auto schematic = std::find_if(kSchematicNuclei.begin(), kSchematicNuclei.end(),
                                      [&](const Ellipsoid& e) { return e.region == region.id; });
  Built built;
  if (schematic != kSchematicNuclei.end()) {
    Vec3 centre = schematic->centre;
    if (side == Hemisphere::right) centre[0] = -centre[0];
    built.mesh = ellipsoid(centre, schematic->radii);
  } else if (region.id == "dentate_gyrus") {
    built.mesh = dentateStrip(side);
  } else {
    const auto voxels = std::count_if(aal_.data.begin(), aal_.data.end(),
                                      [&](int l) { return holdsLabel(region, side, l); });
    built.labelVolumeMm3 = static_cast<double>(voxels) * aal_.grid.voxelMm3();
    built.mesh = labelledNucleus(region, side, built.labelVolumeMm3);
  }
  built.mesh = named(std::move(built.mesh), sidedName(region.id, side), Layer::nucleus, 0);
  orderForDrawing(built.mesh);
  assignStructure(built.mesh, structureOf(regionIndex, side));
  bakeShade(built.mesh, {}, nullptr);
  return built;
}

}  // namespace syn::atlas
