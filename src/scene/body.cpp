#include "scene/body.h"

#include <algorithm>
#include <cmath>

namespace syn::scene {

namespace {

constexpr Vec3 kExplodeFrom{0, -18, 0};
constexpr double kExplodeShare = 0.34;  // of the distance to the middle

double triple(const Vec3& a, const Vec3& b, const Vec3& c) {
  return dot(a, cross(b, c));
}

bool closedSolid(atlas::Layer layer) {
  return layer != atlas::Layer::cortex && layer != atlas::Layer::glass;
}

}  // namespace

Body::Body(const atlas::Anatomy& anatomy)
    : parts_(anatomy.catalogue.structures.size()), law_(anatomy) {
  for (std::size_t id = 0; id < parts_.size(); ++id) {
    parts_[id].side = anatomy.catalogue.structures[id].hemisphere;
  }
  std::vector<Vec3> sum(parts_.size());
  std::vector<double> count(parts_.size());
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (!closedSolid(mesh.layer) || mesh.level != 0) continue;
    for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
      const std::size_t id = mesh.structure[v];
      parts_[id].cortex = !mesh.span.empty();
      for (std::size_t i = 0; i < 3; ++i)
        sum[id][i] += static_cast<double>(mesh.positions[v * 3 + i]);
      count[id] += 1;
    }
    // V(d) of vertices moved by d along n (normals, or spans of cortex): each triangle gives
    // det(p + d n) / 6.
    const std::vector<float>& moves = mesh.span.empty() ? mesh.normals : mesh.span;
    for (std::size_t t = 0; t + 2 < mesh.triangles.size(); t += 3) {
      const std::uint32_t* v = &mesh.triangles[t];
      const Vec3 p0 = vectorAt(mesh.positions, v[0]), p1 = vectorAt(mesh.positions, v[1]),
                 p2 = vectorAt(mesh.positions, v[2]);
      const Vec3 n0 = vectorAt(moves, v[0]), n1 = vectorAt(moves, v[1]), n2 = vectorAt(moves, v[2]);
      std::array<double, 4>& volume = parts_[mesh.structure[v[0]]].volume;
      volume[0] += triple(p0, p1, p2) / 6;
      volume[1] += (triple(n0, p1, p2) + triple(p0, n1, p2) + triple(p0, p1, n2)) / 6;
      volume[2] += (triple(n0, n1, p2) + triple(n0, p1, n2) + triple(p0, n1, n2)) / 6;
      volume[3] += triple(n0, n1, n2) / 6;
    }
  }
  for (std::size_t id = 0; id < parts_.size(); ++id) {
    Part& part = parts_[id];
    if (count[id] == 0) continue;
    for (std::size_t i = 0; i < 3; ++i) {
      part.centre[i] = sum[id][i] / count[id];
      part.outward[i] = (part.centre[i] - kExplodeFrom[i]) * kExplodeShare;
    }
  }
  for (const atlas::Mesh& mesh : anatomy.meshes) {
    if (!closedSolid(mesh.layer) || mesh.level != 0) continue;
    for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
      Part& part = parts_[mesh.structure[v]];
      double squared = 0;
      for (std::size_t i = 0; i < 3; ++i) {
        const double away = static_cast<double>(mesh.positions[v * 3 + i]) - part.centre[i];
        squared += away * away;
      }
      part.radius = std::max(part.radius, std::sqrt(squared));
    }
  }
}

double Body::displacementFor(int structure, double ratio) const {
  const std::array<double, 4>& v = parts_[static_cast<std::size_t>(structure)].volume;
  if (v[0] <= 0 || v[1] <= 0) return 0;
  const double wanted = v[0] * ratio;
  double d = 0;
  for (int i = 0; i < 12; ++i) {
    const double value = v[0] + d * (v[1] + d * (v[2] + d * v[3])) - wanted;
    const double slope = v[1] + d * (2 * v[2] + d * 3 * v[3]);
    if (slope <= 0) break;
    d -= value / slope;
  }
  return d;
}

DrawnSize drawnSize(const StructureState& state, bool cortex, float exaggeration) {
  const double change = (cortex ? greyMatterChange(state) : double{state.volumeChange}) *
                        static_cast<double>(exaggeration);
  const double shown = std::clamp(change, -Body::kLargestChange, Body::kLargestChange);
  return {1 + shown, shown != change};
}

double Body::ratio(std::size_t structure, const FrameState& frame, const Look& look) const {
  return drawnSize(frame.structures[structure], parts_[structure].cortex, look.exaggeration).ratio;
}

Placement Body::solid(int structure, const FrameState& frame, const Look& look) const {
  const auto id = static_cast<std::size_t>(structure);
  Placement placement;
  const double grown = displacementFor(structure, ratio(id, frame, look));
  if (parts_[id].cortex) {
    placement.thickness = 1 + grown;
  } else {
    placement.displacement = grown;
  }
  for (std::size_t i = 0; i < 3; ++i) {
    placement.offset[i] = parts_[id].outward[i] * static_cast<double>(look.explode);
  }
  return placement;
}

void Body::place(const FrameState& frame, const Look& look, std::span<Placement> into) const {
  for (std::size_t id = 0; id < parts_.size(); ++id) {
    into[id] = solid(static_cast<int>(id), frame, look);
  }
}

void Body::thickness(const FrameState& frame, const Look& look,
                     std::span<const Placement> placements, std::span<Thickness> into) const {
  for (const Hemisphere side : {Hemisphere::left, Hemisphere::right}) {
    // What the borders between regions share: the mean over the hemisphere, by volume.
    double all = 0;
    double stretched = 0;
    for (std::size_t id = 0; id < parts_.size(); ++id) {
      if (parts_[id].side != side || !parts_[id].cortex || parts_[id].volume[0] <= 0) continue;
      const double mm3 = parts_[id].volume[0];
      all += mm3;
      stretched += mm3 * placements[id].thickness;
    }
    const double shared = all > 0 ? stretched / all : 1;
    for (std::size_t id = 0; id < parts_.size(); ++id) {
      if (parts_[id].side != side) continue;
      Thickness& thickness = into[id];
      thickness = {static_cast<float>(shared), static_cast<float>(shared)};
      if (!parts_[id].cortex) continue;
      const double grown = (ratio(id, frame, look) - 1) * parts_[id].volume[0];
      const double mm3 = law_.volume(id, 1, 1) + grown;
      thickness.own = static_cast<float>(law_.ownFor(id, mm3, shared));
    }
  }
}

}  // namespace syn::scene
