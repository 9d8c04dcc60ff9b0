#include "scene/picker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "scene/body.h"
#include "scene/triangle_tree.h"

namespace syn::scene {

namespace {

constexpr double kEndless = std::numeric_limits<double>::max();

bool isSurface(atlas::Layer layer) {
  return layer == atlas::Layer::cortex || layer == atlas::Layer::cerebellum ||
         layer == atlas::Layer::brainstem;
}

/// Whether a ray passes through the round window of glass; it fills the picture when there is none.
bool throughWindow(const Ray& ray, const Look& look) {
  if (look.windowRadius <= 0) return true;
  Vec3 to{};
  double along = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    to[i] = static_cast<double>(look.windowAt[i]) - ray.origin[i];
    along += to[i] * ray.direction[i];
  }
  double squared = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const double away = to[i] - along * ray.direction[i];
    squared += away * away;
  }
  return std::sqrt(squared) < static_cast<double>(look.windowRadius);
}

}  // namespace

struct Picker::Data {
  struct Part {
    atlas::Layer layer;
    int structure;  ///< of a solid
    TriangleTree tree;
  };

  explicit Data(std::shared_ptr<const atlas::Anatomy> a) : anatomy(std::move(a)), body(*anatomy) {
    for (const atlas::Mesh& mesh : anatomy->meshes) {
      if (mesh.level != 0 || mesh.layer == atlas::Layer::glass || mesh.triangles.empty()) continue;
      parts.push_back({mesh.layer, mesh.structure[mesh.triangles[0]], TriangleTree(mesh)});
    }
  }

  /// A solid is hit where it is drawn: moved by explode, grown or shrunk about its middle.
  std::optional<Pick> solid(const Part& part, const Ray& ray, double limit, const FrameState& frame,
                            const Look& look, const StructureSet& passed) const {
    const Placement placement = body.solid(part.structure, frame, look);
    const Vec3& centre = body.centre(part.structure);
    const double radius = body.radius(part.structure);
    const double scale =
        radius > 0 ? std::max(0.2, 1 + placement.displacement / (radius * 0.6)) : 1;
    Ray local = ray;
    for (std::size_t i = 0; i < 3; ++i) {
      local.origin[i] = (ray.origin[i] - placement.offset[i] - centre[i]) / scale + centre[i];
    }
    const auto factor = static_cast<float>(placement.thickness);
    std::array<Thickness, Catalogue::kMaxStructures> thickness;
    thickness[static_cast<std::size_t>(part.structure)] = {factor, factor};
    const auto hit = part.tree.nearest(local, limit / scale, passed, thickness);
    if (!hit) return std::nullopt;
    return pickAt(part, local, *hit, scale);
  }

  static Pick pickAt(const Part& part, const Ray& ray, const TriangleTree::Hit& hit, double scale) {
    Pick pick;
    pick.structure = part.tree.structureOf(hit.triangle);
    for (std::size_t i = 0; i < 3; ++i) {
      pick.position[i] = ray.origin[i] + ray.direction[i] * hit.distance;
    }
    pick.distance = hit.distance * scale;
    return pick;
  }

  std::shared_ptr<const atlas::Anatomy> anatomy;
  Body body;
  std::vector<Part> parts;
};

Picker::Picker(std::shared_ptr<const atlas::Anatomy> anatomy)
    : data_(std::make_unique<Data>(std::move(anatomy))) {}
Picker::~Picker() = default;
Picker::Picker(Picker&&) noexcept = default;
Picker& Picker::operator=(Picker&&) noexcept = default;

std::optional<Pick> Picker::pick(const Ray& ray, const FrameState& frame, const Look& look,
                                 const Visibility& visibility) const {
  std::optional<Pick> best;
  const auto keepNearer = [&best](std::optional<Pick> pick) {
    if (pick && (!best || pick->distance < best->distance)) best = pick;
  };
  const auto limit = [&best] { return best ? best->distance : kEndless; };
  const bool through = visibility.through && throughWindow(ray, look);
  if (through || visibility.holes || visibility.surface.none()) {
    const StructureSet passed = ~(visibility.solid & visibility.pickable);
    for (const Data::Part& part : data_->parts) {
      if (part.layer == atlas::Layer::cortex) continue;
      if (passed.test(static_cast<std::size_t>(part.structure))) continue;
      keepNearer(data_->solid(part, ray, limit(), frame, look, passed));
    }
  }
  if (visibility.surface.none() || (through && best)) return best;
  const StructureSet passed = ~(visibility.surface & visibility.pickable);
  std::array<Placement, Catalogue::kMaxStructures> placements;
  std::array<Thickness, Catalogue::kMaxStructures> thickness;
  data_->body.place(frame, look, placements);
  data_->body.thickness(frame, look, placements, thickness);
  for (const Data::Part& part : data_->parts) {
    if (!isSurface(part.layer)) continue;
    const auto hit = part.tree.nearest(ray, limit(), passed, thickness);
    if (hit) keepNearer(Data::pickAt(part, ray, *hit, 1));
  }
  return best;
}

Vec3 Picker::centre(int structure, const FrameState& frame, const Look& look) const {
  Vec3 centre = data_->body.centre(structure);
  const Placement placement = data_->body.solid(structure, frame, look);
  for (std::size_t i = 0; i < 3; ++i) centre[i] += placement.offset[i];
  return centre;
}

double Picker::radius(int structure) const {
  return data_->body.radius(structure);
}

}  // namespace syn::scene
