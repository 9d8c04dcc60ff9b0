#include "scene/picker.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "scene/body.h"
#include "scene/triangle_tree.h"

namespace syn::scene {

namespace {

constexpr double kEndless = std::numeric_limits<double>::max();
constexpr float kGlassFrom = 0.5F;  // x-ray above which the finger reaches through

bool isSurface(atlas::Layer layer) {
  return layer == atlas::Layer::cortex || layer == atlas::Layer::cerebellum ||
         layer == atlas::Layer::brainstem;
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
      parts.push_back({mesh.layer, mesh.structure[mesh.triangles[0]],
                       TriangleTree(mesh.positions, mesh.triangles, mesh.structure)});
    }
    frame = restingFrame(anatomy->catalogue);
  }

  /// A solid is hit where it is drawn: moved by explode, grown or shrunk about its middle.
  std::optional<Pick> solid(const Part& part, const Ray& ray, double limit) const {
    const Placement placement = body.solid(part.structure, frame, view);
    const Vec3& centre = body.centre(part.structure);
    const double radius = body.radius(part.structure);
    const double scale =
        radius > 0 ? std::max(0.2, 1 + placement.displacement / (radius * 0.6)) : 1;
    Ray local = ray;
    for (std::size_t i = 0; i < 3; ++i) {
      local.origin[i] = (ray.origin[i] - placement.offset[i] - centre[i]) / scale + centre[i];
    }
    const auto hit = part.tree.nearest(local, limit / scale, view.hidden);
    if (!hit) return std::nullopt;
    return pickAt(part, local, *hit, scale);
  }

  std::optional<Pick> surface(const Part& part, const Ray& ray, double limit) const {
    const auto hit = part.tree.nearest(ray, limit, view.hidden);
    if (!hit) return std::nullopt;
    return pickAt(part, ray, *hit, 1);
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

  bool drawnSolid(const Part& part) const {
    if (part.layer == atlas::Layer::nucleus) return true;
    if (part.layer == atlas::Layer::piece) {
      return view.explode > 0 || view.solids.test(static_cast<std::size_t>(part.structure));
    }
    return view.explode > 0 && view.showCerebellum && isSurface(part.layer) &&
           part.layer != atlas::Layer::cortex;
  }

  std::shared_ptr<const atlas::Anatomy> anatomy;
  Body body;
  std::vector<Part> parts;
  FrameState frame;
  ViewOptions view;
};

Picker::Picker(std::shared_ptr<const atlas::Anatomy> anatomy)
    : data_(std::make_unique<Data>(std::move(anatomy))) {}
Picker::~Picker() = default;
Picker::Picker(Picker&&) noexcept = default;
Picker& Picker::operator=(Picker&&) noexcept = default;

void Picker::setView(const FrameState& frame, const ViewOptions& view) {
  data_->frame = frame;
  data_->view = view;
}

std::optional<Pick> Picker::pick(const Ray& ray) const {
  const Data& d = *data_;
  std::optional<Pick> best;
  const auto keepNearer = [&best](std::optional<Pick> pick) {
    if (pick && (!best || pick->distance < best->distance)) best = pick;
  };
  const auto limit = [&best] { return best ? best->distance : kEndless; };
  const bool inside = d.view.xray >= kGlassFrom || d.view.explode > 0 || d.view.hidden.any();
  if (inside) {
    for (const Data::Part& part : d.parts) {
      if (d.drawnSolid(part)) keepNearer(d.solid(part, ray, limit()));
    }
  }
  const bool glass = d.view.xray >= kGlassFrom;
  if (d.view.explode > 0 || (glass && best)) return best;
  for (const Data::Part& part : d.parts) {
    if (!isSurface(part.layer)) continue;
    if (part.layer != atlas::Layer::cortex && !d.view.showCerebellum) continue;
    keepNearer(d.surface(part, ray, limit()));
  }
  return best;
}

Vec3 Picker::centre(int structure) const {
  Vec3 centre = data_->body.centre(structure);
  const Placement placement = data_->body.solid(structure, data_->frame, data_->view);
  for (std::size_t i = 0; i < 3; ++i) centre[i] += placement.offset[i];
  return centre;
}

double Picker::radius(int structure) const {
  return data_->body.radius(structure);
}

}  // namespace syn::scene
