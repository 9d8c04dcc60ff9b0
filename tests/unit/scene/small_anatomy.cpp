#include "small_anatomy.h"

#include <cmath>
#include <numbers>

namespace syn::test {

atlas::Mesh ball(const std::string& name, atlas::Layer layer, int structure,
                 std::array<float, 3> centre, float radius, int rings) {
  atlas::Mesh mesh;
  mesh.name = name;
  mesh.layer = layer;
  const int columns = rings * 2;
  const auto put = [&](double theta, double phi) {
    const float n[3] = {static_cast<float>(std::sin(theta) * std::cos(phi)),
                        static_cast<float>(std::sin(theta) * std::sin(phi)),
                        static_cast<float>(std::cos(theta))};
    for (std::size_t i = 0; i < 3; ++i) {
      mesh.normals.push_back(n[i]);
      mesh.positions.push_back(centre[i] + radius * n[i]);
    }
    mesh.structure.push_back(static_cast<std::uint8_t>(structure));
    mesh.border.push_back(1);
    mesh.shade.push_back(1);
  };
  put(0, 0);
  for (int r = 1; r < rings; ++r) {
    for (int c = 0; c < columns; ++c) {
      put(std::numbers::pi * r / rings, 2 * std::numbers::pi * c / columns);
    }
  }
  put(std::numbers::pi, 0);
  const auto at = [columns](int r, int c) {
    return static_cast<std::uint32_t>(1 + (r - 1) * columns + c % columns);
  };
  const auto last = static_cast<std::uint32_t>(mesh.vertexCount() - 1);
  for (int c = 0; c < columns; ++c) {
    mesh.triangles.insert(mesh.triangles.end(), {0, at(1, c), at(1, c + 1)});
    mesh.triangles.insert(mesh.triangles.end(), {last, at(rings - 1, c + 1), at(rings - 1, c)});
    for (int r = 1; r < rings - 1; ++r) {
      mesh.triangles.insert(mesh.triangles.end(), {at(r, c), at(r + 1, c), at(r + 1, c + 1)});
      mesh.triangles.insert(mesh.triangles.end(), {at(r, c), at(r + 1, c + 1), at(r, c + 1)});
    }
  }
  return mesh;
}

namespace {

/// Makes a ball a pair of sheets whose inner one is `mm` within.
atlas::Mesh sheets(atlas::Mesh mesh, float mm) {
  for (const float n : mesh.normals) mesh.span.push_back(mm * n);
  mesh.thinNormals = mesh.normals;
  mesh.thinShade = mesh.shade;
  return mesh;
}

}  // namespace

int structureId(const Catalogue& catalogue, const std::string& region, Hemisphere side) {
  return catalogue.structureIndex(catalogue.regionIndex(region).value(), side).value();
}

std::shared_ptr<const atlas::Anatomy> smallAnatomy(float pieceRadius) {
  using atlas::Layer;
  auto anatomy = std::make_shared<atlas::Anatomy>();
  anatomy->catalogue = Catalogue::load(std::string(SYN_SOURCE_DIR) + "/data");
  for (const Hemisphere side : {Hemisphere::left, Hemisphere::right}) {
    const float x = side == Hemisphere::left ? -35.0F : 35.0F;
    const auto id = [&](const char* region) {
      return structureId(anatomy->catalogue, region, side);
    };
    const std::string end = side == Hemisphere::left ? "_left" : "_right";
    anatomy->meshes.push_back(
        sheets(ball("cortex" + end, Layer::cortex, id("dlpfc"), {x, -18, 8}, 30), 2));
    anatomy->meshes.push_back(
        sheets(ball("glass" + end, Layer::glass, id("dlpfc"), {x, -18, 8}, 30, 12), 2));
    anatomy->meshes.push_back(
        sheets(ball("dlpfc" + end, Layer::piece, id("dlpfc"), {x, 0, 20}, pieceRadius), 2));
    anatomy->meshes.push_back(
        ball("hippocampus" + end, Layer::nucleus, id("hippocampus"), {x, -24, 0}, 6));
    anatomy->meshes.push_back(
        ball("dentate_gyrus" + end, Layer::nucleus, id("dentate_gyrus"), {x, -24, 0}, 3));
    anatomy->meshes.push_back(
        ball("amygdala" + end, Layer::nucleus, id("amygdala"), {x, -4, 0}, 5));
    atlas::Bundle bundle;
    bundle.connection = anatomy->catalogue.connectionIndex("amygdala", "hippocampus").value();
    bundle.side = side;
    for (int s = 0; s < 3; ++s) {
      for (int p = 0; p < atlas::Bundle::kPoints; ++p) {
        bundle.points.insert(bundle.points.end(),
                             {x + static_cast<float>(s), -4.0F - 0.3F * static_cast<float>(p), 0});
      }
    }
    anatomy->bundles.push_back(bundle);
  }
  return anatomy;
}

}  // namespace syn::test
