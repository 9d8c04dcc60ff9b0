#include "render/shader_library.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace syn::render {
namespace {

TEST(ShaderLibrary, HoldsEveryFileOfTheSourceFolder) {
  const std::filesystem::path folder = std::string(SYN_SOURCE_DIR) + "/shaders";
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".glsl") continue;
    ++files;
    const std::string name =
        std::filesystem::relative(entry.path(), folder).replace_extension().generic_string();
    EXPECT_TRUE(embeddedShaders().contains(name)) << name;
  }
  EXPECT_EQ(files, embeddedShaders().size());
}

TEST(ShaderLibrary, FillsInWhatIsIncluded) {
  const std::string text = ShaderLibrary().text("surface/front.frag");
  EXPECT_THAT(text, testing::HasSubstr("vec3 litSolid("));
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("//SYN::include")));
}

TEST(ShaderLibrary, NamesWhatIsMissing) {
  EXPECT_THROW(static_cast<void>(ShaderLibrary().text("surface/nonsense.frag")), Error);
}

TEST(ShaderLibrary, AFolderOverridesTheProgram) {
  const std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / "synaptarium_shaders";
  std::filesystem::create_directories(folder / "common");
  std::ofstream(folder / "common" / "light.glsl") << "mine";
  EXPECT_EQ(ShaderLibrary(folder).text("common/light"), "mine");
  EXPECT_THROW(static_cast<void>(ShaderLibrary(folder).text("common/xray")), ContentError);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace syn::render
