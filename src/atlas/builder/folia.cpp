#include "atlas/builder/folia.h"

#include <algorithm>
#include <cmath>

namespace syn::atlas {
namespace {

constexpr double kBodySigma = 1.3;    // mm; takes thin flaps and the facets of the mask away
constexpr double kNormalSigma = 2.5;  // mm
constexpr double kFineSigma = 0.55;   // mm; half a folium
constexpr double kCoarseSigma = 2.2;  // mm; several folia
constexpr double kWeak = 0.004;       // bend of relative intensity (per voxel squared): no fissure
constexpr double kStrong = 0.022;     // a full fissure
constexpr double kCarveMm = 1.1;      // how far a full fissure is cut into the body
constexpr double kBodySlope = 0.30;   // of the blurred body per mm at its border

/// Mean intensity of the body around each voxel, defined a little beyond its border too.
Field localMean(const Field& raw, const Field& body, double sigmaMm, int threads) {
  Field sum = raw;
  for (std::size_t i = 0; i < sum.data.size(); ++i) sum.data[i] *= body.data[i];
  Field weight = body;
  blur(sum, sigmaMm, threads);
  blur(weight, sigmaMm, threads);
  for (std::size_t i = 0; i < sum.data.size(); ++i) {
    sum.data[i] = weight.data[i] > 1e-3F ? sum.data[i] / weight.data[i] : 0.0F;
  }
  return sum;
}

double smoothStep(double low, double high, double x) {
  const double t = std::clamp((x - low) / (high - low), 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

/// Largest second derivative of `u` at a voxel within the plane across `normal`.
double tangentialBend(const Field& u, int x, int y, int z, const Vec3& normal) {
  const auto at = [&](int dx, int dy, int dz) {
    return static_cast<double>(u(x + dx, y + dy, z + dz));
  };
  const double centre = at(0, 0, 0);
  const double xx = at(1, 0, 0) + at(-1, 0, 0) - 2 * centre;
  const double yy = at(0, 1, 0) + at(0, -1, 0) - 2 * centre;
  const double zz = at(0, 0, 1) + at(0, 0, -1) - 2 * centre;
  const double xy = 0.25 * (at(1, 1, 0) + at(-1, -1, 0) - at(1, -1, 0) - at(-1, 1, 0));
  const double xz = 0.25 * (at(1, 0, 1) + at(-1, 0, -1) - at(1, 0, -1) - at(-1, 0, 1));
  const double yz = 0.25 * (at(0, 1, 1) + at(0, -1, -1) - at(0, 1, -1) - at(0, -1, 1));
  // Two unit vectors across the normal.
  const Vec3 seed = std::abs(normal[0]) < 0.6 ? Vec3{1, 0, 0} : Vec3{0, 1, 0};
  Vec3 a = cross(normal, seed);
  const double length = std::hypot(a[0], a[1], a[2]);
  for (double& c : a) c /= length;
  const Vec3 b = cross(normal, a);
  const auto along = [&](const Vec3& p, const Vec3& q) {
    return p[0] * (xx * q[0] + xy * q[1] + xz * q[2]) + p[1] * (xy * q[0] + yy * q[1] + yz * q[2]) +
           p[2] * (xz * q[0] + yz * q[1] + zz * q[2]);
  };
  const double aa = along(a, a);
  const double bb = along(b, b);
  const double ab = along(a, b);
  return 0.5 * (aa + bb) + std::hypot(0.5 * (aa - bb), ab);
}

}  // namespace

Folia findFolia(const Field& raw, const Mask& body, int threads) {
  const Field solid = toField(body);
  Field smoothBody = solid;
  blur(smoothBody, kBodySigma, threads);
  Field slope = solid;
  blur(slope, kNormalSigma, threads);
  Field relative = localMean(raw, solid, kFineSigma, threads);
  const Field coarse = localMean(raw, solid, kCoarseSigma, threads);
  for (std::size_t i = 0; i < relative.data.size(); ++i) {
    relative.data[i] =
        relative.data[i] > 0 && coarse.data[i] > 0 ? relative.data[i] / coarse.data[i] : 1.0F;
  }

  Folia folia{std::move(smoothBody), Field(body.grid)};
  const Index3& n = body.grid.size;
  forEachVoxel(body.grid, [&](int x, int y, int z, std::size_t i) {
    // Distance to the body's border in mm, near it.
    const double inside = (static_cast<double>(folia.surface.data[i]) - 0.5) / kBodySlope;
    folia.surface.data[i] = static_cast<float>(inside);
    if (std::abs(inside) > 3.0 * kCarveMm || x < 1 || y < 1 || z < 1 || x + 1 >= n[0] ||
        y + 1 >= n[1] || z + 1 >= n[2]) {
      return;
    }
    Vec3 normal{static_cast<double>(slope(x + 1, y, z) - slope(x - 1, y, z)),
                static_cast<double>(slope(x, y + 1, z) - slope(x, y - 1, z)),
                static_cast<double>(slope(x, y, z + 1) - slope(x, y, z - 1))};
    const double length = std::hypot(normal[0], normal[1], normal[2]);
    if (length < 1e-4) return;
    for (double& c : normal) c /= length;
    folia.fissure.data[i] =
        static_cast<float>(smoothStep(kWeak, kStrong, tangentialBend(relative, x, y, z, normal)));
  });
  for (std::size_t i = 0; i < folia.surface.data.size(); ++i) {
    folia.surface.data[i] -= static_cast<float>(kCarveMm) * folia.fissure.data[i];
  }
  return folia;
}

}  // namespace syn::atlas
