#include <fstream>
#include <functional>
#include <limits>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "atlas/anatomy.h"
#include "atlas/glb.h"
#include "atlas/manifest.h"
#include "base/error.h"
#include "base/files.h"
#include "shapes.h"
#include "support/temporary_folder.h"

namespace syn::atlas {
namespace {

const std::filesystem::path kData = std::filesystem::path(SYN_SOURCE_DIR) / "data";

/// A small sound anatomy that a case may spoil before it is written.
struct Content {
  Content() : catalogue(Catalogue::load(kData)) {
    manifest.space = "test";
    manifest.madeWith = "hand";
    manifest.structures = {"hippocampus/left", "hippocampus/right"};
    Mesh one = tetrahedron("hippocampus_left", -30, 0);
    Mesh two = tetrahedron("cortex_both", -5, 0);
    two.layer = Layer::cortex;
    two.structure = {0, 0, 1, 1};
    Bundle bundle;
    bundle.points.assign(2 * Bundle::kPoints * 3, 1.0F);
    parts["nuclei.glb"] = {toPart(one)};
    parts["cortex.glb"] = {toPart(two)};
    parts["bundles.glb"] = {toPart(bundle, "amygdala-ofc_left")};
    manifest.files = {
        {"nuclei.glb",
         "",
         0,
         "s",
         "l",
         "r",
         {{"hippocampus_left", Layer::nucleus, 0, "hippocampus/left", 4, 4, 0, 0}},
         {}},
        {"cortex.glb",
         "",
         0,
         "s",
         "l",
         "r",
         {{"cortex_both", Layer::cortex, 0, "", 4, 4, 0, 0}},
         {}},
        {"bundles.glb", "", 0, "s", "l", "r", {}, {{"amygdala-ofc", Hemisphere::left, 2}}}};
  }

  void seal() {
    for (FileEntry& file : manifest.files) {
      bytes[file.file] = encodeGlb(parts[file.file]);
      describe(file.file);
    }
  }
  /// Makes the manifest agree with the bytes, as an attacker would.
  void describe(const std::string& name) {
    for (FileEntry& file : manifest.files) {
      if (file.file != name) continue;
      file.bytes = bytes[name].size();
      file.sha256 = sha256(bytes[name]);
    }
  }
  void write(const std::filesystem::path& folder) const {
    for (const auto& [name, content] : bytes) writeFileAtomically(folder / name, content);
    if (!manifestText.empty()) {
      writeFileAtomically(folder / "manifest.json", manifestText);
    } else {
      writeFileAtomically(folder / "manifest.json", manifest.toJson());
    }
  }

  Catalogue catalogue;
  Manifest manifest;
  std::map<std::string, std::vector<GlbPart>> parts;
  std::map<std::string, std::string> bytes;
  std::string manifestText;  ///< instead of `manifest` when set
};

struct Case {
  const char* name;
  std::function<void(Content&)> before;  ///< spoils meshes or manifest before sealing
  std::function<void(Content&)> after;   ///< spoils bytes or manifest after sealing
  std::function<void(const std::filesystem::path&)> onDisk;
  const char* rule;
  const char* place;  ///< part of the message that names the culprit
};

void PrintTo(const Case& c, std::ostream* out) {
  *out << c.name;
}

class BadAnatomy : public testing::TestWithParam<Case> {};

TEST_P(BadAnatomy, IsRefusedWithFilePlaceAndRemedy) {
  const Case& c = GetParam();
  const test::TemporaryFolder folder;
  Content content;
  if (c.before) c.before(content);
  content.seal();
  if (c.after) c.after(content);
  content.write(folder.path());
  if (c.onDisk) c.onDisk(folder.path());
  try {
    static_cast<void>(loadAnatomy(folder.path(), content.catalogue));
    FAIL() << "was accepted";
  } catch (const ContentError& e) {
    ASSERT_FALSE(e.issues().empty());
    const Issue& issue = e.issues().front();
    EXPECT_EQ(issue.rule, c.rule) << issue.text();
    EXPECT_THAT(issue.text(), testing::HasSubstr(c.place));
    EXPECT_THAT(issue.file, testing::HasSubstr(folder.path().string()));
    EXPECT_GT(issue.message.size(), 20U);
  }
}

void overwrite(Content& c, const std::string& file, const std::string& bytes) {
  c.bytes[file] = bytes;
  c.describe(file);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BadAnatomy,
    testing::Values(
        Case{"no_manifest",
             {},
             {},
             [](const auto& f) { std::filesystem::remove(f / "manifest.json"); },
             "missing-file",
             "manifest.json"},
        Case{"manifest_not_json",
             {},
             [](Content& c) { c.manifestText = "{\"files\": ["; },
             {},
             "syntax",
             "manifest.json"},
        Case{"manifest_outside_folder",
             [](Content& c) { c.manifest.files[0].file = "../nuclei.glb"; },
             [](Content& c) { c.bytes.erase("../nuclei.glb"); },
             {},
             "not-a-plain-name",
             "/files/0"},
        Case{"manifest_bad_hash",
             {},
             [](Content& c) { c.manifest.files[0].sha256 = "abc"; },
             {},
             "not-a-hash",
             "/files/0"},
        Case{"missing_file",
             {},
             {},
             [](const auto& f) { std::filesystem::remove(f / "nuclei.glb"); },
             "missing-file",
             "nuclei.glb"},
        Case{"truncated",
             {},
             [](Content& c) { c.bytes["nuclei.glb"].resize(200); },
             {},
             "truncated",
             "nuclei.glb"},
        Case{"truncated_but_described",
             {},
             [](Content& c) { overwrite(c, "nuclei.glb", c.bytes["nuclei.glb"].substr(0, 200)); },
             {},
             "truncated",
             "nuclei.glb"},
        Case{"too_long",
             {},
             [](Content& c) { c.bytes["nuclei.glb"] += "more"; },
             {},
             "wrong-size",
             "nuclei.glb"},
        Case{
            "oversized",
            {},
            {},
            [](const auto& f) { std::filesystem::resize_file(f / "nuclei.glb", kMaxGlbBytes + 1); },
            "too-large",
            "nuclei.glb"},
        Case{"one_bit_flipped",
             {},
             [](Content& c) { c.bytes["nuclei.glb"].back() ^= 1; },
             {},
             "wrong-hash",
             "nuclei.glb"},
        Case{"not_gltf",
             {},
             [](Content& c) { overwrite(c, "nuclei.glb", std::string(500, 'x')); },
             {},
             "not-gltf",
             "nuclei.glb"},
        Case{"broken_inside",
             {},
             [](Content& c) {
               std::string bytes = c.bytes["nuclei.glb"];
               bytes.replace(20, 40, std::string(40, '{'));
               overwrite(c, "nuclei.glb", bytes);
             },
             {},
             "syntax",
             "nuclei.glb"},
        Case{"wrong_triangle_count",
             [](Content& c) { c.manifest.files[0].meshes[0].triangles = 5; },
             {},
             {},
             "wrong-counts",
             "hippocampus_left"},
        Case{"wrong_vertex_count",
             [](Content& c) { c.manifest.files[0].meshes[0].vertices = 5; },
             {},
             {},
             "wrong-counts",
             "hippocampus_left"},
        Case{"absent_mesh",
             [](Content& c) { c.manifest.files[0].meshes[0].name = "amygdala_left"; },
             {},
             {},
             "missing-mesh",
             "amygdala_left"},
        Case{"unknown_structure",
             [](Content& c) { c.manifest.files[0].meshes[0].structure = "hippocampos/left"; },
             {},
             {},
             "unknown-structure",
             "hippocampos/left"},
        Case{"unknown_vertex_structure",
             [](Content& c) { c.parts["cortex.glb"][0].labels[2][0] = 40; },
             {},
             {},
             "unknown-structure",
             "cortex_both"},
        Case{"vertex_structure_not_in_catalogue",
             [](Content& c) { c.manifest.structures[1] = "nowhere/left"; },
             {},
             {},
             "unknown-structure",
             "cortex_both"},
        Case{"no_labels",
             [](Content& c) { c.parts["cortex.glb"][0].labels.clear(); },
             {},
             {},
             "missing-labels",
             "cortex_both"},
        Case{"not_a_number",
             [](Content& c) {
               c.parts["nuclei.glb"][0].positions[4] = std::numeric_limits<float>::quiet_NaN();
             },
             {},
             {},
             "not-finite",
             "hippocampus_left"},
        Case{"far_away",
             [](Content& c) { c.parts["nuclei.glb"][0].positions[4] = 1e8F; },
             {},
             {},
             "not-finite",
             "hippocampus_left"},
        Case{"unknown_connection",
             [](Content& c) {
               c.manifest.files[2].bundles[0].connection = "amygdala-moon";
               c.parts["bundles.glb"][0].name = "amygdala-moon_left";
             },
             {},
             {},
             "unknown-connection",
             "amygdala-moon"},
        Case{"wrong_strands",
             [](Content& c) { c.manifest.files[2].bundles[0].strands = 3; },
             {},
             {},
             "wrong-counts",
             "amygdala-ofc_left"}),
    [](const testing::TestParamInfo<Case>& row) { return row.param.name; });

TEST(Loader, ReadsWhatIsAskedForAndMapsStructures) {
  const test::TemporaryFolder folder;
  Content content;
  content.seal();
  content.write(folder.path());
  const Anatomy all = loadAnatomy(folder.path(), content.catalogue);
  ASSERT_EQ(all.meshes.size(), 2U);
  ASSERT_EQ(all.bundles.size(), 1U);
  EXPECT_EQ(all.bundles[0].strands(), 2);
  const int hippocampus = content.catalogue.regionIndex("hippocampus").value();
  const auto right = content.catalogue.structureIndex(hippocampus, Hemisphere::right);
  ASSERT_NE(all.find("cortex_both"), nullptr);
  EXPECT_EQ(all.find("cortex_both")->structure[3], right);
  EXPECT_EQ(all.find("cortex_both", 1), nullptr);

  LoadOptions some;
  some.layers = {Layer::nucleus};
  some.bundles = false;
  const Anatomy part = loadAnatomy(folder.path(), content.catalogue, some);
  ASSERT_EQ(part.meshes.size(), 1U);
  EXPECT_EQ(part.meshes[0].name, "hippocampus_left");
  EXPECT_TRUE(part.bundles.empty());
}

TEST(Loader, ReportsEveryBadFileAtOnce) {
  const test::TemporaryFolder folder;
  Content content;
  content.seal();
  content.bytes["nuclei.glb"].back() ^= 1;
  content.bytes["cortex.glb"].resize(100);
  content.write(folder.path());
  try {
    static_cast<void>(loadAnatomy(folder.path(), content.catalogue));
    FAIL() << "was accepted";
  } catch (const ContentError& e) {
    EXPECT_EQ(e.issues().size(), 2U);
  }
}

}  // namespace
}  // namespace syn::atlas
