#include <cmath>
#include <functional>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "atlas/anatomy.h"
#include "atlas/check.h"
#include "atlas/glb.h"
#include "atlas/manifest.h"
#include "base/files.h"
#include "support/temporary_folder.h"

namespace syn::atlas {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = SYN_SOURCE_DIR;
const fs::path kMeshes = kRoot / "meshes";

/// The anatomy as committed, read once.
class Shipped : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    anatomy_ = new Anatomy(loadAnatomy(kMeshes, Catalogue::load(kRoot / "data")));
    manifest_ = new Manifest(Manifest::load(kMeshes / "manifest.json"));
  }
  static void TearDownTestSuite() {
    delete anatomy_;
    delete manifest_;
  }
  static double meanX(const std::vector<float>& points) {
    double sum = 0;
    for (std::size_t i = 0; i < points.size(); i += 3) sum += static_cast<double>(points[i]);
    return sum / (static_cast<double>(points.size()) / 3);
  }

  static Anatomy* anatomy_;
  static Manifest* manifest_;
};

Anatomy* Shipped::anatomy_ = nullptr;
Manifest* Shipped::manifest_ = nullptr;

TEST_F(Shipped, PassesItsOwnCheck) {
  for (const Issue& issue : check(kMeshes, anatomy_->catalogue)) ADD_FAILURE() << issue.text();
}

TEST_F(Shipped, LeftIsLeftAndRightIsRight) {
  for (const Mesh& mesh : anatomy_->meshes) {
    if (mesh.name.ends_with("_left")) {
      EXPECT_LT(meanX(mesh.positions), 0) << mesh.name;
    } else if (mesh.name.ends_with("_right")) {
      EXPECT_GT(meanX(mesh.positions), 0) << mesh.name;
    } else {
      EXPECT_NEAR(meanX(mesh.positions), 0, 5) << mesh.name;
    }
  }
  for (const Bundle& bundle : anatomy_->bundles) {
    if (bundle.side == Hemisphere::left) {
      EXPECT_LT(meanX(bundle.points), 0);
    } else if (bundle.side == Hemisphere::right) {
      EXPECT_GT(meanX(bundle.points), 0);
    }
  }
}

TEST_F(Shipped, NucleiEncloseTheirLabelVolume) {
  int measured = 0;
  for (const FileEntry& file : manifest_->files) {
    for (const MeshEntry& entry : file.meshes) {
      const Mesh* mesh = anatomy_->find(entry.name, entry.level);
      ASSERT_NE(mesh, nullptr) << entry.name;
      const double volume = enclosedVolume(*mesh);
      EXPECT_NEAR(volume, entry.volumeMm3, 0.001 * volume + 1) << entry.name;
      if (entry.labelVolumeMm3 <= 0) continue;
      EXPECT_NEAR(volume, entry.labelVolumeMm3, 0.02 * entry.labelVolumeMm3) << entry.name;
      ++measured;
    }
  }
  EXPECT_EQ(measured, 13);  // six nuclei a side, and the ventricles
}

// Voxel volumes of the tissue classes of this brain, cm3, as measured when the recipe was designed.
TEST_F(Shipped, TissueClassesHaveTheirKnownVolumes) {
  const std::map<std::string, double> known = {{"cerebrum_left", 679},
                                               {"cerebrum_right", 681},
                                               {"cerebellum", 171},
                                               {"brainstem", 38},
                                               {"ventricles", 31.6}};
  std::set<std::string> seen;
  for (const auto& [name, volume] : manifest_->volumesCm3) {
    ASSERT_TRUE(known.contains(name)) << name;
    EXPECT_NEAR(volume, known.at(name), 0.05 * known.at(name)) << name;
    seen.insert(name);
  }
  EXPECT_EQ(seen.size(), known.size());
  const auto meshCm3 = [&](const char* name) {
    return enclosedVolume(*anatomy_->find(name)) / 1000;
  };
  EXPECT_NEAR(meshCm3("cerebellum"), 171, 0.05 * 171);
  EXPECT_NEAR(meshCm3("brainstem"), 38, 0.05 * 38);
  EXPECT_NEAR(meshCm3("ventricles"), 31.6, 0.05 * 31.6);
  // The sheets of the cortex have the ventricles filled in.
  EXPECT_NEAR(meshCm3("cortex_left") + meshCm3("cortex_right"), 679 + 681 + 31.6, 0.05 * 1392);
}

/// Of a thickness factor.
Mesh atFactor(const Mesh& sheets, float factor) {
  Mesh mesh;
  mesh.positions = sheets.positions;
  mesh.triangles = sheets.triangles;
  for (std::size_t k = 0; k < sheets.span.size(); ++k) {
    mesh.positions[k] += (factor - 1) * sheets.span[k];
  }
  return mesh;
}

TEST_F(Shipped, CortexIsOneSphereOfTwoSheets) {
  int sheets = 0;
  for (const Mesh& mesh : anatomy_->meshes) {
    if (mesh.layer != Layer::cortex && mesh.layer != Layer::glass) continue;
    EXPECT_EQ(openEdges(mesh), 0U) << mesh.name;
    EXPECT_EQ(eulerCharacteristic(mesh), 2) << mesh.name << ": has handles";
    ASSERT_EQ(mesh.span.size(), mesh.positions.size()) << mesh.name;
    ASSERT_EQ(mesh.thinNormals.size(), mesh.positions.size()) << mesh.name;
    ASSERT_EQ(mesh.thinShade.size(), mesh.vertexCount()) << mesh.name;
    ++sheets;
  }
  EXPECT_EQ(sheets, 6);
}

/// Half-way from the white matter, `kInnerMm` below the inner sheet, to the pia.
Mesh midthickness(const Mesh& sheets) {
  constexpr float kInnerMm = 0.9F;
  Mesh mesh = atFactor(sheets, 1);
  for (std::size_t v = 0; v < mesh.positions.size(); v += 3) {
    const float* span = &sheets.span[v];
    const float length = std::hypot(span[0], span[1], span[2]);
    if (length <= 0) continue;
    const float back = (length + kInnerMm) / (2 * length);
    for (std::size_t k = 0; k < 3; ++k) mesh.positions[v + k] -= back * span[k];
  }
  return mesh;
}

// Neocortex averages 973 cm2 a hemisphere, half-way between white matter and pia (Van Essen et al.
// 2012, Cereb Cortex 22:2241). This brain fills the MNI space, which is larger than the average
// brain: a hemisphere of it encloses a fifth more, which as size alone is 13 % more area.
TEST_F(Shipped, CortexHasTheAreaOfACortex) {
  const double expected = 973 * std::pow(1.2, 2.0 / 3.0);
  for (const char* name : {"cortex_left", "cortex_right"}) {
    const Mesh& mesh = *anatomy_->find(name);
    Mesh labelled = midthickness(mesh);
    labelled.triangles.clear();
    const Catalogue& catalogue = anatomy_->catalogue;
    for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
      const Structure& structure = catalogue.structures[mesh.structure[mesh.triangles[t]]];
      if (catalogue.regions[static_cast<std::size_t>(structure.region)].tissue !=
          Tissue::cortical) {
        continue;
      }
      for (std::size_t c = 0; c < 3; ++c) labelled.triangles.push_back(mesh.triangles[t + c]);
    }
    EXPECT_NEAR(area(labelled) / 100, expected, 0.07 * expected) << name;
  }
}

// The tissue between both sheets grows steadily with the factor, and the surface never turns over.
// Thicker than a young adult's there is no room left in the floor of some sulci, where nobody sees
// that it folds: at 1.2, 1.4 % of the vertices.
TEST_F(Shipped, SheetsFaceOutwardAtAnyThickness) {
  for (const char* name : {"cortex_left", "cortex_right"}) {
    const Mesh& mesh = *anatomy_->find(name);
    Mesh inner = atFactor(mesh, 0);
    computeNormals(inner);
    double before = enclosedVolume(inner);
    for (const float factor : {0.4F, 0.7F, 1.0F, 1.2F}) {
      Mesh outer = atFactor(mesh, factor);
      const double volume = enclosedVolume(outer);
      EXPECT_GT(volume, before * 1.03) << name << " at " << factor;
      before = volume;
      computeNormals(outer);
      std::size_t turned = 0;
      for (std::size_t v = 0; v < outer.normals.size(); v += 3) {
        const float* a = &outer.normals[v];
        const float* b = &inner.normals[v];
        turned += a[0] * b[0] + a[1] * b[1] + a[2] * b[2] < 0;
      }
      const double share = static_cast<double>(turned) / static_cast<double>(mesh.vertexCount());
      EXPECT_LT(share, factor > 1 ? 0.02 : 0.002) << name << " at " << factor;
    }
  }
}

TEST_F(Shipped, PiecesAreRibbonsOfTheSameTissue) {
  double pieces = 0;
  for (const Mesh& mesh : anatomy_->meshes) {
    if (mesh.layer != Layer::piece) continue;
    ASSERT_EQ(mesh.span.size(), mesh.positions.size()) << mesh.name;
    EXPECT_GT(enclosedVolume(atFactor(mesh, 0.4F)), 0) << mesh.name;
    EXPECT_LT(enclosedVolume(atFactor(mesh, 0.4F)), 0.9 * enclosedVolume(mesh)) << mesh.name;
    pieces += enclosedVolume(mesh) / 1000;
  }
  // Grey matter of both hemispheres' cortex: 2.5 mm on 970 cm2 each, in a brain a fifth larger.
  EXPECT_NEAR(pieces, 2 * 0.25 * 970 * 1.2, 0.15 * 2 * 0.25 * 970 * 1.2);
}

TEST_F(Shipped, EveryStructureHasGeometryOfItsOwn) {
  const Catalogue& catalogue = anatomy_->catalogue;
  std::vector<std::size_t> vertices(catalogue.structures.size(), 0);
  for (const Mesh& mesh : anatomy_->meshes) {
    if (mesh.level > 0) continue;
    for (const std::uint8_t s : mesh.structure) ++vertices.at(s);
  }
  for (std::size_t s = 0; s < vertices.size(); ++s) {
    EXPECT_GT(vertices[s], 500U) << catalogue.structureId(static_cast<int>(s));
  }
  for (const Region& region : catalogue.regions) {
    if (region.tissue != Tissue::cortical && region.tissue != Tissue::subcortical) continue;
    const Layer layer = region.tissue == Tissue::cortical ? Layer::piece : Layer::nucleus;
    for (const char* side : {"_left", "_right"}) {
      const Mesh* mesh = anatomy_->find(region.id + side);
      ASSERT_NE(mesh, nullptr) << region.id << side;
      EXPECT_EQ(mesh->layer, layer) << region.id;
      EXPECT_EQ(openEdges(*mesh), 0U) << region.id << side;
    }
  }
}

TEST_F(Shipped, EveryConnectionHasItsBundles) {
  std::set<std::pair<int, Hemisphere>> seen;
  for (const Bundle& bundle : anatomy_->bundles) {
    EXPECT_TRUE(seen.emplace(bundle.connection, bundle.side).second);
    EXPECT_EQ(bundle.strands(), 40);
    for (const float x : bundle.points) ASSERT_LT(std::abs(x), 120);
  }
  std::size_t expected = 0;
  for (const Connection& c : anatomy_->catalogue.connections) expected += c.commissural ? 1 : 2;
  EXPECT_EQ(seen.size(), expected);
}

/// Whether a point lies within a closed surface: even-odd rule along a ray upwards.
bool encloses(const Mesh& mesh, const float* point) {
  bool inside = false;
  for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
    const float* corner[3];
    for (std::size_t c = 0; c < 3; ++c) {
      corner[c] = &mesh.positions[std::size_t{mesh.triangles[t + c]} * 3];
    }
    std::array<double, 3> weight{};
    for (std::size_t c = 0; c < 3; ++c) {
      const float* a = corner[(c + 1) % 3];
      const float* b = corner[(c + 2) % 3];
      weight[c] = static_cast<double>(b[0] - a[0]) * static_cast<double>(point[1] - a[1]) -
                  static_cast<double>(b[1] - a[1]) * static_cast<double>(point[0] - a[0]);
    }
    if ((weight[0] < 0) != (weight[1] < 0) || (weight[1] < 0) != (weight[2] < 0)) continue;
    double height = 0;
    for (std::size_t c = 0; c < 3; ++c) height += weight[c] * static_cast<double>(corner[c][2]);
    const double sum = weight[0] + weight[1] + weight[2];
    if (sum != 0 && height / sum > static_cast<double>(point[2])) inside = !inside;
  }
  return inside;
}

// In grey matter of a young adult as of a very old one. A few ends lie in the floor of a fold,
// where the flat triangles of the inner sheet cut a corner.
TEST_F(Shipped, StrandsEndInTheGreyMatterOfTheCortex) {
  const Catalogue& catalogue = anatomy_->catalogue;
  int ends = 0;
  std::map<float, int> outside;
  for (const Bundle& bundle : anatomy_->bundles) {
    const Connection& connection =
        catalogue.connections[static_cast<std::size_t>(bundle.connection)];
    for (const bool last : {false, true}) {
      const Region& region =
          catalogue.regions[static_cast<std::size_t>(last ? connection.to : connection.from)];
      if (region.tissue != Tissue::cortical) continue;
      const bool right = connection.commissural ? last : bundle.side == Hemisphere::right;
      const Mesh* piece = anatomy_->find(region.id + (right ? "_right" : "_left"));
      ASSERT_NE(piece, nullptr) << region.id;
      for (const float factor : {0.4F, 1.0F}) {
        Mesh mesh = atFactor(*piece, factor);
        for (int s = 0; s < bundle.strands(); ++s) {
          const int point = s * Bundle::kPoints + (last ? Bundle::kPoints - 1 : 0);
          outside[factor] +=
              encloses(mesh, &bundle.points[static_cast<std::size_t>(point) * 3]) ? 0 : 1;
        }
      }
      ends += bundle.strands();
    }
  }
  EXPECT_GT(ends, 3000);
  for (const auto& [factor, count] : outside) EXPECT_LT(count, 0.02 * ends) << factor;
}

TEST_F(Shipped, VertexDataIsInRange) {
  for (const Mesh& mesh : anatomy_->meshes) {
    const std::size_t n = mesh.vertexCount();
    ASSERT_EQ(mesh.normals.size(), n * 3) << mesh.name;
    ASSERT_EQ(mesh.shade.size(), n) << mesh.name;
    ASSERT_EQ(mesh.border.size(), n) << mesh.name;
    ASSERT_EQ(mesh.structure.size(), n) << mesh.name;
    for (std::size_t v = 0; v < n; ++v) {
      ASSERT_GE(mesh.shade[v], 0.1F) << mesh.name;
      ASSERT_LE(mesh.shade[v], kShadeScale) << mesh.name;
      ASSERT_GE(mesh.border[v], 0.0F) << mesh.name;
      ASSERT_LE(mesh.border[v], 1.0F) << mesh.name;
      const float* m = &mesh.normals[v * 3];
      ASSERT_NEAR(std::hypot(m[0], m[1], m[2]), 1.0F, 1e-3F) << mesh.name;
    }
  }
}

TEST_F(Shipped, FilesAreSmallAndDescribed) {
  std::set<std::string> listed = {"manifest.json", "LICENSE-colin27.txt", "README.md"};
  std::size_t total = 0;
  for (const FileEntry& file : manifest_->files) {
    EXPECT_LE(file.bytes, std::size_t{5} << 20U) << file.file;
    EXPECT_FALSE(file.source.empty() || file.licence.empty() || file.recipe.empty()) << file.file;
    total += file.bytes;
    listed.insert(file.file);
  }
  EXPECT_LE(total, std::size_t{20} << 20U);
  for (const auto& entry : fs::directory_iterator(kMeshes)) {
    EXPECT_TRUE(listed.contains(entry.path().filename().string())) << entry.path();
  }
  EXPECT_THAT(readFile(kMeshes / "LICENSE-colin27.txt", 10000),
              testing::HasSubstr("the above copyright notice appear in all copies"));
}

/// A copy of the shipped anatomy with one file changed.
std::vector<Issue> checkAfter(const std::string& file,
                              const std::function<void(std::vector<GlbPart>&, FileEntry&)>& spoil) {
  const test::TemporaryFolder folder;
  fs::copy(kMeshes, folder.path(), fs::copy_options::recursive);
  Manifest manifest = Manifest::load(kMeshes / "manifest.json");
  for (FileEntry& entry : manifest.files) {
    if (entry.file != file) continue;
    std::vector<GlbPart> parts = decodeGlb(readFile(kMeshes / file, kMaxGlbBytes), file);
    spoil(parts, entry);
    const std::string bytes = encodeGlb(parts);
    entry.bytes = bytes.size();
    entry.sha256 = sha256(bytes);
    writeFileAtomically(folder.path() / file, bytes);
  }
  writeFileAtomically(folder.path() / "manifest.json", manifest.toJson());
  return check(folder.path(), Catalogue::load(kRoot / "data"));
}

struct Damage {
  const char* name;
  const char* file;
  void (*spoil)(std::vector<GlbPart>&, FileEntry&);
  const char* rule;
};

void PrintTo(const Damage& d, std::ostream* out) {
  *out << d.name;
}

class CheckFinds : public testing::TestWithParam<Damage> {};

TEST_P(CheckFinds, TheDamage) {
  const std::vector<Issue> issues = checkAfter(GetParam().file, GetParam().spoil);
  EXPECT_TRUE(std::any_of(issues.begin(), issues.end(),
                          [&](const Issue& i) { return i.rule == GetParam().rule; }))
      << issues.size() << " issues, none is " << GetParam().rule;
}

INSTANTIATE_TEST_SUITE_P(
    Table, CheckFinds,
    testing::Values(
        Damage{"mirrored", "nuclei_left.glb",
               [](std::vector<GlbPart>& parts, FileEntry&) {
                 for (GlbPart& part : parts) {
                   for (std::size_t i = 0; i < part.positions.size(); i += 3) {
                     part.positions[i] = -part.positions[i];
                   }
                 }
               },
               "wrong-side"},
        Damage{"torn", "nuclei_left.glb",
               [](std::vector<GlbPart>& parts, FileEntry& entry) {
                 parts[0].indices.resize(parts[0].indices.size() - 3);
                 entry.meshes[0].triangles -= 1;
               },
               "open-edges"},
        Damage{"handle", "cortex_left.glb",
               [](std::vector<GlbPart>& parts, FileEntry& entry) {
                 // Two triangles far apart joined by a tube.
                 std::vector<std::uint32_t>& list = parts[0].indices;
                 const std::size_t far = list.size() / 6 * 3;
                 const std::array<std::uint32_t, 3> a{list[0], list[1], list[2]};
                 const std::array<std::uint32_t, 3> b{list[far + 2], list[far + 1], list[far]};
                 list.erase(list.begin() + static_cast<long>(far),
                            list.begin() + static_cast<long>(far) + 3);
                 list.erase(list.begin(), list.begin() + 3);
                 for (std::size_t c = 0; c < 3; ++c) {
                   const std::size_t d = (c + 1) % 3;
                   list.insert(list.end(), {a[c], a[d], b[c]});
                   list.insert(list.end(), {a[d], b[d], b[c]});
                 }
                 entry.meshes[0].triangles += 4;
               },
               "handles"},
        Damage{"swollen", "nuclei_right.glb",
               [](std::vector<GlbPart>& parts, FileEntry&) {
                 for (float& x : parts[0].positions) x *= 1.02F;
               },
               "volume"},
        Damage{"strand_astray", "bundles_left.glb",
               [](std::vector<GlbPart>& parts, FileEntry&) {
                 for (std::size_t i = 0; i < 64 * 3; ++i) parts[5].positions[i] += 60.0F;
               },
               "bundle-ends"},
        Damage{"bundle_forgotten", "bundles_right.glb",
               [](std::vector<GlbPart>& parts, FileEntry& entry) {
                 parts.pop_back();
                 entry.bundles.pop_back();
               },
               "no-bundle"},
        Damage{"nucleus_forgotten", "nuclei_right.glb",
               [](std::vector<GlbPart>& parts, FileEntry& entry) {
                 parts.pop_back();
                 entry.meshes.pop_back();
               },
               "no-geometry"}),
    [](const testing::TestParamInfo<Damage>& row) { return row.param.name; });

}  // namespace
}  // namespace syn::atlas
