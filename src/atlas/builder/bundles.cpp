#include "atlas/builder/bundles.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

#include "atlas/builder/parallel.h"
#include "atlas/builder/structures.h"
#include "base/error.h"
#include "base/vec.h"

namespace syn::atlas {
namespace {

constexpr std::uint64_t kSeed = 20260;
constexpr double kNoiseSigma = 2.5;  // mm
constexpr double kNoiseGain = 0.45;  // of the logarithm of the cost
constexpr float kFluidCost = 60.0F;  // paths avoid fluid and the other hemisphere, but always exist
constexpr double kHubRadius = 4.0;   // mm around a way-point
constexpr int kMargin = 14;          // mm around the ends that a path may use
constexpr double kSmoothMm = 3.0;
constexpr double kSpreadMm = 1.1;  // strands that share a stretch lie side by side

struct Step {
  int x, y, z;
  float length;
};

std::vector<Step> neighbourSteps() {
  std::vector<Step> steps;
  for (int z = -1; z <= 1; ++z) {
    for (int y = -1; y <= 1; ++y) {
      for (int x = -1; x <= 1; ++x) {
        const int squared = x * x + y * y + z * z;
        if (squared > 0) steps.push_back({x, y, z, std::sqrt(static_cast<float>(squared))});
      }
    }
  }
  return steps;
}

Index3 placeOf(const Grid& grid, std::size_t index) {
  const auto nx = static_cast<std::size_t>(grid.size[0]);
  const auto ny = static_cast<std::size_t>(grid.size[1]);
  return {static_cast<int>(index % nx), static_cast<int>(index / nx % ny),
          static_cast<int>(index / (nx * ny))};
}

Vec3 mmOf(const Grid& grid, std::size_t index) {
  const Index3 p = placeOf(grid, index);
  return {grid.at(0, p[0]), grid.at(1, p[1]), grid.at(2, p[2])};
}

Box boxAround(const Grid& grid, const std::vector<std::size_t>& voxels) {
  Box box{placeOf(grid, voxels.front()), placeOf(grid, voxels.front())};
  for (const std::size_t v : voxels) {
    const Index3 p = placeOf(grid, v);
    for (std::size_t a = 0; a < 3; ++a) {
      box.low[a] = std::min(box.low[a], p[a]);
      box.high[a] = std::max(box.high[a], p[a]);
    }
  }
  for (std::size_t a = 0; a < 3; ++a) {
    box.low[a] = std::max(box.low[a] - kMargin, 0);
    box.high[a] = std::min(box.high[a] + kMargin, grid.size[a] - 1);
  }
  return box;
}

/// Least-cost tree from one voxel, grown until all targets are reached (Dijkstra, 26 neighbours).
class Tree {
 public:
  Tree(const Field& cost, const Field& noise, const Box& box, std::size_t root,
       const std::vector<std::size_t>& targets)
      : grid_(cost.grid), box_(box) {
    for (std::size_t a = 0; a < 3; ++a) size_[a] = box.high[a] - box.low[a] + 1;
    const auto count = static_cast<std::size_t>(size_[0]) * static_cast<std::size_t>(size_[1]) *
                       static_cast<std::size_t>(size_[2]);
    std::vector<float> distance(count, std::numeric_limits<float>::max());
    std::vector<std::uint8_t> wanted(count, 0);
    parent_.assign(count, kNone);
    std::size_t missing = 0;
    for (const std::size_t t : targets) {
      std::uint8_t& flag = wanted[local(t)];
      missing += flag == 0 ? 1 : 0;
      flag = 1;
    }
    static const std::vector<Step> steps = neighbourSteps();
    // Distances are positive, so their bits order as they do; ties go by voxel.
    std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> queue;
    const auto push = [&](float d, std::uint32_t at) {
      queue.push(std::uint64_t{std::bit_cast<std::uint32_t>(d)} << 32U | at);
    };
    distance[local(root)] = 0;
    push(0, static_cast<std::uint32_t>(local(root)));
    while (!queue.empty() && missing > 0) {
      const auto at = static_cast<std::uint32_t>(queue.top());
      const auto d = std::bit_cast<float>(static_cast<std::uint32_t>(queue.top() >> 32U));
      queue.pop();
      if (d > distance[at]) continue;
      if (wanted[at] != 0) {
        wanted[at] = 0;
        --missing;
      }
      const Index3 p = place(at);
      const std::size_t here = global(p);
      const float costHere = cost.data[here] * noise.data[here];
      for (const Step& s : steps) {
        const Index3 q{p[0] + s.x, p[1] + s.y, p[2] + s.z};
        if (q[0] < 0 || q[1] < 0 || q[2] < 0 || q[0] >= size_[0] || q[1] >= size_[1] ||
            q[2] >= size_[2]) {
          continue;
        }
        const std::size_t there = global(q);
        const float next = d + 0.5F * s.length * (costHere + cost.data[there] * noise.data[there]);
        const std::size_t to = local(there);
        if (next < distance[to]) {
          distance[to] = next;
          parent_[to] = at;
          push(next, static_cast<std::uint32_t>(to));
        }
      }
    }
  }

  /// Voxels from `target` back to the root, both included.
  [[nodiscard]] std::vector<std::size_t> pathFrom(std::size_t target) const {
    std::vector<std::size_t> path;
    for (auto at = static_cast<std::uint32_t>(local(target)); at != kNone; at = parent_[at]) {
      path.push_back(global(place(at)));
    }
    return path;
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  [[nodiscard]] Index3 place(std::size_t at) const {
    const auto nx = static_cast<std::size_t>(size_[0]);
    const auto ny = static_cast<std::size_t>(size_[1]);
    return {static_cast<int>(at % nx), static_cast<int>(at / nx % ny),
            static_cast<int>(at / (nx * ny))};
  }
  [[nodiscard]] std::size_t global(const Index3& p) const {
    return grid_.index(p[0] + box_.low[0], p[1] + box_.low[1], p[2] + box_.low[2]);
  }
  [[nodiscard]] std::size_t local(std::size_t voxel) const {
    const Index3 p = placeOf(grid_, voxel);
    return (static_cast<std::size_t>(p[2] - box_.low[2]) * static_cast<std::size_t>(size_[1]) +
            static_cast<std::size_t>(p[1] - box_.low[1])) *
               static_cast<std::size_t>(size_[0]) +
           static_cast<std::size_t>(p[0] - box_.low[0]);
  }

  const Grid& grid_;
  Box box_;
  Index3 size_{};
  std::vector<std::uint32_t> parent_;
};

/// `count` points evenly spaced along a polyline.
std::vector<Vec3> evenly(const std::vector<Vec3>& line, std::size_t count) {
  std::vector<double> arc{0.0};
  for (std::size_t i = 1; i < line.size(); ++i) {
    arc.push_back(arc.back() + std::hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1],
                                          line[i][2] - line[i - 1][2]));
  }
  std::vector<Vec3> out;
  std::size_t i = 1;
  for (std::size_t k = 0; k < count; ++k) {
    const double s = arc.back() * static_cast<double>(k) / static_cast<double>(count - 1);
    while (i + 1 < arc.size() && arc[i] < s) ++i;
    const double step = arc[i] - arc[i - 1];
    const double f = step > 0 ? std::clamp((s - arc[i - 1]) / step, 0.0, 1.0) : 0.0;
    Vec3 p{};
    for (std::size_t a = 0; a < 3; ++a) p[a] = line[i - 1][a] + f * (line[i][a] - line[i - 1][a]);
    out.push_back(p);
  }
  return out;
}

double lengthOf(const std::vector<Vec3>& line) {
  double length = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    length += std::hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1],
                         line[i][2] - line[i - 1][2]);
  }
  return length;
}

/// Smooths a voxel path; its two ends stay where they are.
std::vector<Vec3> smoothed(const std::vector<Vec3>& path) {
  constexpr double kSpacing = 0.8;
  const auto count = static_cast<int>(std::max(lengthOf(path) / kSpacing, 8.0));
  const std::vector<Vec3> line = evenly(path, static_cast<std::size_t>(count));
  const double sigma = std::min(kSmoothMm / kSpacing, count / 6.0);
  const int radius = static_cast<int>(4 * sigma) + 1;
  // Beyond an end the line continues as its own mirror image through that end.
  const auto at = [&](int i) {
    const int last = count - 1;
    const int folded = std::clamp(i < 0 ? -i : (i > last ? 2 * last - i : i), 0, last);
    Vec3 p = line[static_cast<std::size_t>(folded)];
    if (i >= 0 && i <= last) return p;
    const Vec3& end = i < 0 ? line.front() : line.back();
    for (std::size_t a = 0; a < 3; ++a) p[a] = 2 * end[a] - p[a];
    return p;
  };
  std::vector<Vec3> out;
  for (int i = 0; i < count; ++i) {
    Vec3 sum{};
    double total = 0;
    for (int k = -radius; k <= radius; ++k) {
      const double w = std::exp(-0.5 * (k / sigma) * (k / sigma));
      const Vec3 p = at(i + k);
      for (std::size_t a = 0; a < 3; ++a) sum[a] += w * p[a];
      total += w;
    }
    for (double& x : sum) x /= total;
    out.push_back(sum);
  }
  return evenly(out, Bundle::kPoints);
}

Vec3 mirrored(Vec3 mm, Hemisphere side) {
  if (side == Hemisphere::right) mm[0] = -mm[0];
  return mm;
}

}  // namespace

std::vector<StrandEnd> endsInRibbon(const Mesh& piece) {
  constexpr double kShare = 0.3;      // of the span: within the thinnest cortex that is drawn
  constexpr double kLeastSpan = 0.5;  // mm
  constexpr double kOutward = 0.3;    // cosine: tells the outer sheet from the cut walls
  constexpr double kFootBelow = 1.5;  // mm below the inner sheet: in white matter
  std::vector<StrandEnd> ends;
  for (std::size_t t = 0; t < piece.triangles.size(); t += 3) {
    std::array<Vec3, 3> corner;
    Vec3 middle{};
    Vec3 span{};
    for (std::size_t c = 0; c < 3; ++c) {
      corner[c] = vectorAt(piece.positions, piece.triangles[t + c]);
      middle = plus(middle, corner[c], 1.0 / 3);
      span = plus(span, vectorAt(piece.span, piece.triangles[t + c]), 1.0 / 3);
    }
    const Vec3 out = unit(span);
    const Vec3 normal = unit(cross(minus(corner[1], corner[0]), minus(corner[2], corner[0])));
    if (length(span) < kLeastSpan || dot(normal, out) < kOutward) continue;
    const Vec3 inner = minus(middle, span);
    ends.push_back({plus(inner, span, kShare), plus(inner, out, -kFootBelow)});
  }
  return ends;
}

BundleBuilder::BundleBuilder(const Catalogue& catalogue, const Tissues& t,
                             const StrandEnds& inMeshes, int threads)
    : catalogue_(catalogue),
      inMeshes_(inMeshes.size()),
      labels_(halved(t.labels)),
      part_(halved(t.part)) {
  const Grid& g = labels_.grid;
  for (std::size_t s = 0; s < inMeshes.size(); ++s) {
    for (const StrandEnd& end : inMeshes[s]) {
      const auto& [x, y, z] = end.foot;
      inMeshes_[s].push_back({g.index(g.nearest(0, x), g.nearest(1, y), g.nearest(2, z)), end.tip});
    }
  }
  Field intensity = t.raw;
  blur(intensity, 0.5, threads);
  const Field coarse = halved(intensity);
  const Mask ventricles = halved(t.ventricles);
  Mask white(coarse.grid);
  for (Field& cost : cost_) cost = Field(coarse.grid, kFluidCost);
  for (std::size_t i = 0; i < coarse.data.size(); ++i) {
    if (part_.data[i] == kOutside || ventricles.data[i] != 0) continue;
    // From 0 in grey to 1 in white matter.
    const float w = std::clamp((coarse.data[i] - 88.0F) / 22.0F, 0.0F, 1.0F);
    white.data[i] = w > 0.6F ? 1 : 0;
    const float cost = 1.0F / (0.04F + w * std::sqrt(w));
    if (part_.data[i] != kRight) cost_[static_cast<std::size_t>(Hemisphere::left)].data[i] = cost;
    if (part_.data[i] != kLeft) cost_[static_cast<std::size_t>(Hemisphere::right)].data[i] = cost;
    cost_[static_cast<std::size_t>(Hemisphere::midline)].data[i] = cost;
  }
  nearWhite_ = maskWhere(distanceTo(white, threads), [](float d) { return d <= 1.0F; });
  parallelFor(noise_.size(), threads, [&](std::size_t round) {
    const Random random(kSeed, round);
    Field noise(coarse.grid);
    for (std::size_t i = 0; i < noise.data.size(); ++i) {
      noise.data[i] = static_cast<float>(random.uniform(i) - 0.5);
    }
    blur(noise, kNoiseSigma, 1);
    double squares = 0;
    for (const float v : noise.data) squares += static_cast<double>(v) * static_cast<double>(v);
    const double deviation = std::sqrt(squares / static_cast<double>(noise.data.size()));
    for (float& v : noise.data) {
      v = static_cast<float>(std::exp(kNoiseGain * static_cast<double>(v) / deviation));
    }
    noise_[round] = std::move(noise);
  });
}

std::vector<BundleBuilder::End> BundleBuilder::endsOf(int region, Hemisphere side) const {
  const auto structure = catalogue_.structureIndex(region, side);
  if (structure && !inMeshes_[static_cast<std::size_t>(*structure)].empty()) {
    return inMeshes_[static_cast<std::size_t>(*structure)];
  }
  std::vector<End> ends;
  for (const std::size_t voxel : labelledEnds(region, side)) {
    ends.push_back({voxel, mmOf(labels_.grid, voxel)});
  }
  return ends;
}

std::vector<std::size_t> BundleBuilder::labelledEnds(int regionIndex, Hemisphere side) const {
  constexpr double kBrainstemBelow = -40.0;  // mm: paths to it run through to the medulla
  constexpr std::size_t kFew = 30;
  constexpr float kCore = 0.45F;
  const Region& region = catalogue_.regions[static_cast<std::size_t>(regionIndex)];
  const auto schematic = std::find_if(kSchematicNuclei.begin(), kSchematicNuclei.end(),
                                      [&](const Ellipsoid& e) { return e.region == region.id; });
  const int shift = side == Hemisphere::right ? 1 : 0;
  Mask territory(labels_.grid);
  forEachVoxel(labels_.grid, [&](int x, int y, int z, std::size_t i) {
    if (part_.data[i] == kOutside) return;
    const Vec3 p{labels_.grid.at(0, x), labels_.grid.at(1, y), labels_.grid.at(2, z)};
    const bool own = side == Hemisphere::right ? p[0] > 0 : p[0] < 0;
    bool inside = false;
    if (schematic != kSchematicNuclei.end()) {
      const Vec3 centre = mirrored(schematic->centre, side);
      double squared = 0;
      for (std::size_t a = 0; a < 3; ++a) {
        squared += std::pow((p[a] - centre[a]) / schematic->radii[a], 2);
      }
      inside = squared < 1;
    } else if (region.tissue == Tissue::brainstem) {
      inside = own && part_.data[i] == kBrainstem && p[2] < kBrainstemBelow;
    } else if (region.tissue == Tissue::cerebellar) {
      inside = own && part_.data[i] == kCerebellum;
    } else {
      inside = part_.data[i] == (side == Hemisphere::right ? kRight : kLeft) &&
               std::any_of(region.labels.begin(), region.labels.end(),
                           [&](int l) { return l + shift == labels_.data[i]; });
    }
    territory.data[i] = inside ? 1 : 0;
  });
  // The region's own mesh leaves thin spurs and islands of its labels out: no strand ends there.
  const Box box = boundsOf(territory, 6);
  std::vector<std::size_t> all;
  std::vector<std::size_t> atWhite;
  if (!box.empty()) {
    Field share = toField(cropped(territory, box));
    blur(share, 1.2, 1);
    Mask core = maskWhere(share, [](float s) { return s >= kCore; });
    keepLargest(core);
    forEachVoxel(core.grid, [&](int x, int y, int z, std::size_t c) {
      const std::size_t i = labels_.grid.index(x + box.low[0], y + box.low[1], z + box.low[2]);
      if (territory.data[i] == 0 || core.data[c] == 0) return;
      all.push_back(i);
      if (nearWhite_.data[i] != 0) atWhite.push_back(i);
    });
  }
  if (all.empty()) throw Error("a connection names " + region.id + ", which has no voxels");
  return atWhite.size() > kFew ? atWhite : all;
}

std::vector<std::size_t> BundleBuilder::hubsNear(const Vec3& mm, const Field& cost) const {
  constexpr float kCheap = 3.0F;
  const Grid& g = cost.grid;
  std::vector<std::size_t> hubs;
  std::size_t nearest = 0;
  double best = std::numeric_limits<double>::max();
  const int reach = static_cast<int>(3 * kHubRadius);
  for (int z = -reach; z <= reach; ++z) {
    for (int y = -reach; y <= reach; ++y) {
      for (int x = -reach; x <= reach; ++x) {
        const Index3 p{g.nearest(0, mm[0]) + x, g.nearest(1, mm[1]) + y, g.nearest(2, mm[2]) + z};
        if (!g.holds(p[0], p[1], p[2])) continue;
        const std::size_t i = g.index(p[0], p[1], p[2]);
        const double d = std::hypot(x, y, z);
        if (cost.data[i] <= kCheap && d <= kHubRadius) hubs.push_back(i);
        if (cost.data[i] < kFluidCost && d < best) {
          best = d;
          nearest = i;
        }
      }
    }
  }
  if (hubs.empty() && best < std::numeric_limits<double>::max()) hubs.push_back(nearest);
  if (hubs.empty()) throw Error("a way-point of a connection lies outside the brain");
  return hubs;
}

std::vector<BundleBuilder::Path> BundleBuilder::strandsOfRound(
    const Connection& connection, Hemisphere side, const std::vector<End>& from,
    const std::vector<End>& to, int round, const Random& random) const {
  const Field& cost = costOf(side);
  const Field& noise = noise_[static_cast<std::size_t>(round)];
  const Grid& grid = cost.grid;
  std::uint64_t draw = static_cast<std::uint64_t>(round) << 32U;
  const auto pick = [&](const auto& list) { return list[random.below(draw++, list.size())]; };
  std::vector<std::size_t> starts;
  std::vector<std::size_t> ends;
  std::vector<std::array<Vec3, 2>> tips;
  for (int s = 0; s < kStrandsPerRound; ++s) {
    const End start = pick(from);
    const End end = pick(to);
    starts.push_back(start.voxel);
    ends.push_back(end.voxel);
    tips.push_back({start.tip, end.tip});
  }
  std::vector<std::size_t> hubs;
  for (const auto& point : connection.waypoints) {
    hubs.push_back(pick(hubsNear(mirrored(point, side), cost)));
  }
  const auto boxOf = [&] {
    std::vector<std::size_t> all = starts;
    all.insert(all.end(), ends.begin(), ends.end());
    all.insert(all.end(), hubs.begin(), hubs.end());
    return boxAround(grid, all);
  };
  if (hubs.empty()) {
    // Without a way-point the strands of a round meet half-way along their cheapest path.
    const std::size_t a = starts.front();
    const std::size_t b = ends.front();
    const std::vector<std::size_t> path = Tree(cost, noise, boxOf(), a, {b}).pathFrom(b);
    hubs.push_back(path[path.size() / 2]);
  }
  const Box box = boxOf();

  // One tree a way-point: the first reaches the starts, each the next way-point, the last the ends.
  std::vector<std::vector<std::size_t>> heads(starts.size());
  std::vector<std::vector<std::size_t>> tails(starts.size());
  std::vector<std::size_t> middle{hubs.front()};
  for (std::size_t h = 0; h < hubs.size(); ++h) {
    const bool last = h + 1 == hubs.size();
    std::vector<std::size_t> targets = last ? ends : std::vector<std::size_t>{hubs[h + 1]};
    if (h == 0) targets.insert(targets.end(), starts.begin(), starts.end());
    const Tree tree(cost, noise, box, hubs[h], targets);
    for (std::size_t s = 0; s < starts.size(); ++s) {
      if (h == 0) heads[s] = tree.pathFrom(starts[s]);
      if (last) tails[s] = tree.pathFrom(ends[s]);
    }
    if (!last) {
      const std::vector<std::size_t> back = tree.pathFrom(hubs[h + 1]);
      middle.insert(middle.end(), back.rbegin(), back.rend());
    }
  }
  std::vector<Path> strands;
  for (std::size_t s = 0; s < starts.size(); ++s) {
    std::vector<std::size_t> voxels = heads[s];
    voxels.insert(voxels.end(), middle.begin(), middle.end());
    voxels.insert(voxels.end(), tails[s].rbegin(), tails[s].rend());
    Path path{tips[s][0]};
    for (const std::size_t v : voxels) path.push_back(mmOf(grid, v));
    path.push_back(tips[s][1]);
    path = smoothed(path);
    Vec3 aside{};
    for (double& x : aside) x = kSpreadMm * random.normal(draw++);
    for (std::size_t p = 0; p < path.size(); ++p) {
      const double u = static_cast<double>(p) / static_cast<double>(path.size() - 1);
      const double share = std::sqrt(std::sin(std::numbers::pi * u) + 1e-12);
      for (std::size_t a = 0; a < 3; ++a) path[p][a] += share * aside[a];
    }
    strands.push_back(std::move(path));
  }
  return strands;
}

Bundle BundleBuilder::build(int index, Hemisphere side) const {
  const Connection& connection = catalogue_.connections[static_cast<std::size_t>(index)];
  const bool crossing = connection.commissural;
  const auto from = endsOf(connection.from, crossing ? Hemisphere::left : side);
  const auto to = endsOf(connection.to, crossing ? Hemisphere::right : side);
  const Random random(kSeed + 1,
                      static_cast<std::uint64_t>(index) * 3 + static_cast<std::uint64_t>(side));
  Bundle bundle;
  bundle.connection = index;
  bundle.side = side;
  for (int round = 0; round < kRounds; ++round) {
    for (const Path& path : strandsOfRound(connection, side, from, to, round, random)) {
      for (const Vec3& p : path) {
        for (const double x : p) bundle.points.push_back(static_cast<float>(x));
      }
    }
  }
  return bundle;
}

}  // namespace syn::atlas
