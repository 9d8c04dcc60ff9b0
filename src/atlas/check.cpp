#include "atlas/check.h"

#include <algorithm>
#include <cmath>

#include "atlas/glb.h"
#include "atlas/manifest.h"

namespace syn::atlas {
namespace {

constexpr double kVolumeTolerance = 0.02;
constexpr float kEndToleranceMm = 5.0F;

using Centre = std::array<double, 3>;

/// Collects issues about one folder.
class Checker {
 public:
  Checker(std::filesystem::path folder, const Anatomy& anatomy, const Manifest& manifest)
      : folder_(std::move(folder)), anatomy_(anatomy), manifest_(manifest) {}

  std::vector<Issue> run() {
    checkStructures();
    checkMeshes();
    checkBundles();
    return std::move(issues_);
  }

 private:
  void add(const std::string& place, const char* rule, const std::string& message) {
    issues_.push_back({(folder_ / "manifest.json").string(), 0, place, rule,
                       message + "; build the anatomy again with: synaptarium-cli atlas build"});
  }

  void checkStructures() {
    const Catalogue& catalogue = anatomy_.catalogue;
    std::vector<Centre> sum(catalogue.structures.size(), Centre{});
    std::vector<double> count(catalogue.structures.size(), 0.0);
    for (const Mesh& mesh : anatomy_.meshes) {
      for (std::size_t v = 0; v < mesh.vertexCount(); ++v) {
        count[mesh.structure[v]] += 1;
        sum[mesh.structure[v]][0] += static_cast<double>(mesh.positions[v * 3]);
      }
    }
    for (std::size_t s = 0; s < sum.size(); ++s) {
      const std::string name = catalogue.structureId(static_cast<int>(s));
      if (count[s] == 0) {
        add(name, "no-geometry", "has no geometry");
        continue;
      }
      const double x = sum[s][0] / count[s];
      const Hemisphere side = catalogue.structures[s].hemisphere;
      const bool wrong = (side == Hemisphere::left && x >= 0) ||
                         (side == Hemisphere::right && x <= 0) ||
                         (side == Hemisphere::midline && std::abs(x) > 5);
      if (wrong)
        add(name, "wrong-side",
            "lies on the wrong side (centre at x = " + std::to_string(x) + " mm)");
    }
  }

  void checkMeshes() {
    for (const Mesh& mesh : anatomy_.meshes) {
      const bool sheet = mesh.layer == Layer::cortex || mesh.layer == Layer::glass;
      const bool closed = sheet || mesh.layer == Layer::nucleus || mesh.layer == Layer::piece;
      if (const std::size_t open = openEdges(mesh); closed && open > 0) {
        add(mesh.name, "open-edges", "has " + std::to_string(open) + " open edges");
      }
      if (sheet && eulerCharacteristic(mesh) != 2) {
        add(mesh.name, "handles",
            "is no sphere: its Euler characteristic is " +
                std::to_string(eulerCharacteristic(mesh)) + " instead of 2");
      }
      if ((sheet || mesh.layer == Layer::piece) && mesh.span.empty()) {
        add(mesh.name, "no-span", "does not say where its inner sheet lies");
      }
    }
    for (const FileEntry& file : manifest_.files) {
      for (const MeshEntry& entry : file.meshes) {
        const Mesh* mesh = anatomy_.find(entry.name, entry.level);
        if (mesh == nullptr || entry.labelVolumeMm3 <= 0) continue;
        const double off = enclosedVolume(*mesh) / entry.labelVolumeMm3 - 1;
        if (std::abs(off) > kVolumeTolerance) {
          add(entry.name, "volume",
              "encloses " + std::to_string(off * 100) + " % more than its labelled voxels");
        }
      }
    }
  }

  /// Whether a point lies in a region on one side, or within kEndToleranceMm of its surface.
  [[nodiscard]] bool isIn(int region, Hemisphere side, const float* point) const {
    const Catalogue& catalogue = anatomy_.catalogue;
    auto structure = catalogue.structureIndex(region, side);
    if (!structure) structure = catalogue.structureIndex(region, Hemisphere::midline);
    for (const Mesh& mesh : anatomy_.meshes) {
      if (mesh.level > 0 || mesh.layer == Layer::glass || mesh.layer == Layer::cortex) continue;
      if (std::find(mesh.structure.begin(), mesh.structure.end(), structure) ==
          mesh.structure.end()) {
        continue;
      }
      if (encloses(mesh, point) || isNear(mesh, point)) return true;
    }
    return false;
  }

  [[nodiscard]] static bool isNear(const Mesh& mesh, const float* point) {
    for (std::size_t i = 0; i < mesh.positions.size(); i += 3) {
      if (std::hypot(mesh.positions[i] - point[0], mesh.positions[i + 1] - point[1],
                     mesh.positions[i + 2] - point[2]) < kEndToleranceMm) {
        return true;
      }
    }
    return false;
  }

  /// Even-odd rule along a ray upwards.
  [[nodiscard]] static bool encloses(const Mesh& mesh, const float* point) {
    bool inside = false;
    const auto side = [&](const float* a, const float* b) {
      return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
    };
    for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
      const float* a = &mesh.positions[std::size_t{mesh.triangles[t]} * 3];
      const float* b = &mesh.positions[std::size_t{mesh.triangles[t + 1]} * 3];
      const float* c = &mesh.positions[std::size_t{mesh.triangles[t + 2]} * 3];
      const float wa = side(b, c);
      const float wb = side(c, a);
      const float wc = side(a, b);
      if ((wa < 0) != (wb < 0) || (wb < 0) != (wc < 0)) continue;
      const float sum = wa + wb + wc;
      if (sum != 0.0F && (wa * a[2] + wb * b[2] + wc * c[2]) / sum > point[2]) inside = !inside;
    }
    return inside;
  }

  void checkBundles() {
    const Catalogue& catalogue = anatomy_.catalogue;
    for (int c = 0; c < static_cast<int>(catalogue.connections.size()); ++c) {
      const Connection& connection = catalogue.connections[static_cast<std::size_t>(c)];
      std::vector<Hemisphere> sides = {Hemisphere::left, Hemisphere::right};
      if (connection.commissural) sides = {Hemisphere::midline};
      for (const Hemisphere side : sides) {
        const std::string name = connection.id + ", " + std::string(hemisphereName(side));
        const auto bundle =
            std::find_if(anatomy_.bundles.begin(), anatomy_.bundles.end(),
                         [&](const Bundle& b) { return b.connection == c && b.side == side; });
        if (bundle == anatomy_.bundles.end()) {
          add(name, "no-bundle", "has no bundle");
          continue;
        }
        if (!endsInRegions(*bundle, connection)) {
          add(name, "bundle-ends", "has a strand that does not join its two regions");
        }
      }
    }
  }

  [[nodiscard]] bool endsInRegions(const Bundle& bundle, const Connection& connection) const {
    const bool crossing = connection.commissural;
    for (int s = 0; s < bundle.strands(); ++s) {
      const float* first = &bundle.points[static_cast<std::size_t>(s) * Bundle::kPoints * 3];
      const float* last = first + std::ptrdiff_t{Bundle::kPoints - 1} * 3;
      const Hemisphere from = crossing ? Hemisphere::left : bundle.side;
      const Hemisphere to = crossing ? Hemisphere::right : bundle.side;
      if (!isIn(connection.from, from, first) || !isIn(connection.to, to, last)) return false;
    }
    return true;
  }

  std::filesystem::path folder_;
  const Anatomy& anatomy_;
  const Manifest& manifest_;
  std::vector<Issue> issues_;
};

}  // namespace

std::vector<Issue> check(const std::filesystem::path& meshes, const Catalogue& catalogue) {
  try {
    const Anatomy anatomy = loadAnatomy(meshes, catalogue);
    const Manifest manifest = Manifest::load(meshes / "manifest.json");
    return Checker(meshes, anatomy, manifest).run();
  } catch (const ContentError& e) {
    return e.issues();
  }
}

}  // namespace syn::atlas
