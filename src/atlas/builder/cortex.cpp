#include "atlas/builder/cortex.h"

#include <algorithm>

#include "atlas/builder/reduction.h"
#include "atlas/builder/ribbon.h"
#include "atlas/builder/shading.h"
#include "atlas/builder/sheets.h"
#include "atlas/builder/surface.h"
#include "atlas/builder/untangle.h"
#include "atlas/glb.h"
#include "base/error.h"

namespace syn::atlas {
namespace {

constexpr int kOneThread = 1;  // each hemisphere is one job on one thread

// Triangles of a hemisphere.
constexpr std::size_t kFine = 120'000;
constexpr std::size_t kGlass = 60'000;
constexpr std::size_t kPieces = 44'000;
constexpr std::size_t kCoarse = 30'000;

std::uint8_t structureOf(const Catalogue& catalogue, std::size_t region, Hemisphere side) {
  const auto structure = catalogue.structureIndex(static_cast<int>(region), side);
  if (!structure) throw Error("the catalogue lacks a side of a region that has a mesh");
  return static_cast<std::uint8_t>(*structure);
}

/// Soft membership of each cortical region, from its labels grown a little beyond their ends.
std::vector<Membership> membershipsOf(const Catalogue& catalogue, const Tissues& t, const Box& box,
                                      Hemisphere side) {
  constexpr float kReach = 5.0F;  // mm
  const auto isCortical = [](const Region& r) { return r.tissue == Tissue::cortical; };
  Labels cortical = halved(cropped(t.labels, box));
  for (std::uint8_t& label : cortical.data) {
    const bool keep =
        std::any_of(catalogue.regions.begin(), catalogue.regions.end(),
                    [&](const Region& r) { return isCortical(r) && holdsLabel(r, side, label); });
    if (!keep) label = 0;
  }
  const NearestLabel grown = nearestLabel(cortical, kOneThread);
  std::vector<Membership> memberships;
  for (std::size_t r = 0; r < catalogue.regions.size(); ++r) {
    const Region& region = catalogue.regions[r];
    if (!isCortical(region)) continue;
    Membership m{structureOf(catalogue, r, side), Field(cortical.grid)};
    for (std::size_t i = 0; i < cortical.data.size(); ++i) {
      m.weight.data[i] =
          grown.distance.data[i] <= kReach && holdsLabel(region, side, grown.label.data[i]) ? 1.0F
                                                                                            : 0.0F;
    }
    blur(m.weight, 1.2, kOneThread);
    memberships.push_back(std::move(m));
  }
  return memberships;
}

/// The cut between the hemispheres, which bears no cortex.
Membership medialWall(const CortexFields& fields, std::uint8_t structure) {
  Membership wall{structure, halved(fields.territory)};
  for (float& w : wall.weight.data) w = std::clamp((0.7F - w) * 5.0F, 0.0F, 1.0F);
  return wall;
}

/// How dense the hemisphere is where the light falls: with its cortex whole, and thinned.
struct Densities {
  Field whole, thin;
};

Densities densitiesOf(const CortexFields& fields) {
  constexpr float kThinnedEnd = 1.7F;  // mm outside the white core: the mean of thinned cortex
  Densities densities{toField(fields.solid), Field(fields.solid.grid)};
  blur(densities.whole, 0.35, kOneThread);
  for (std::size_t i = 0; i < densities.thin.data.size(); ++i) {
    densities.thin.data[i] = std::min(densities.whole.data[i],
                                      std::clamp(kThinnedEnd - fields.white.data[i], 0.0F, 1.0F));
  }
  return densities;
}

void shade(Mesh& sheets, const Densities& densities) {
  computeNormals(sheets);
  sheets.shade = sheetShade(sheets, densities.whole);
  Mesh thin = atFactor(sheets, static_cast<double>(Mesh::kThin));
  computeNormals(thin);
  sheets.thinShade = sheetShade(thin, densities.thin);
}

Mesh pieceOf(const Mesh& sheets, const std::vector<float>& white, const std::vector<float>& lead,
             std::uint8_t structure) {
  Mesh piece = ribbonOf(sheets, white, lead);
  if (piece.triangles.empty()) throw Error("a cortical region has no part of the sheets");
  piece.layer = Layer::piece;
  orderForDrawing(piece);
  assignStructure(piece, structure);
  Mesh thin = atFactor(piece, static_cast<double>(Mesh::kThin));
  bakeShade(piece, {}, nullptr);
  bakeShade(thin, {}, nullptr);
  piece.thinShade = std::move(thin.shade);
  return piece;
}

}  // namespace

std::vector<Built> buildCortex(const Catalogue& catalogue, const Tissues& tissues,
                               Hemisphere side) {
  const Part part = side == Hemisphere::right ? kRight : kLeft;
  const std::string ending = side == Hemisphere::right ? "_right" : "_left";
  const CortexFields fields = cortexFields(tissues, part);
  Mesh sheets = innerSheet(fields);
  growToPia(sheets, fields);
  const Box box = boundsOf(maskWhere(tissues.part, [&](int p) { return p == part; }), 10);
  std::vector<Membership> memberships = membershipsOf(catalogue, tissues, box, side);
  const Densities densities = densitiesOf(fields);
  const auto white = catalogue.regionIndex("white_matter");
  if (!white) throw Error("the catalogue lacks the region \"white_matter\"");
  const std::uint8_t noRegion = structureOf(catalogue, static_cast<std::size_t>(*white), side);
  memberships.push_back(medialWall(fields, noRegion));

  std::vector<Built> built;
  const auto addLevel = [&](const char* name, Layer layer, int level) {
    Mesh mesh = sheets;
    mesh.name = name + ending;
    mesh.layer = layer;
    mesh.level = level;
    orderForDrawing(mesh);
    SheetMemberships(mesh, memberships).assign(mesh, noRegion);
    shade(mesh, densities);
    built.push_back({std::move(mesh), 0});
  };
  // Each level is made from the finer one.
  const auto reduce = [&](std::size_t triangles) {
    sheets = reducedSheets(sheets, triangles);
    untangle(sheets);
  };
  reduce(kFine);
  addLevel("cortex", Layer::cortex, 0);
  reduce(kGlass);
  addLevel("glass", Layer::glass, 0);
  reduce(kPieces);
  const SheetMemberships regions(sheets, memberships);
  const std::vector<float> ground = whiteBelow(sheets, fields);
  for (std::size_t r = 0; r < catalogue.regions.size(); ++r) {
    if (catalogue.regions[r].tissue != Tissue::cortical) continue;
    const std::uint8_t structure = structureOf(catalogue, r, side);
    Mesh piece = pieceOf(sheets, ground, regions.lead(structure), structure);
    piece.name = catalogue.regions[r].id + ending;
    built.push_back({std::move(piece), 0});
  }
  reduce(kCoarse);
  addLevel("cortex", Layer::cortex, 1);
  return built;
}

}  // namespace syn::atlas
