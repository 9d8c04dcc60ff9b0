#include <filesystem>
#include <fstream>
#include <QTemporaryDir>
#include <QTest>

#include "base/error.h"
#include "base/files.h"
#include "base/resources.h"
#include "window_fixture.h"

namespace syn::test {
namespace {

namespace fs = std::filesystem;

/// A folder with the program's content that a test may spoil.
class TroubleTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = folder_.path().toStdString();
    fs::create_directory_symlink(fs::path(SYN_SOURCE_DIR) / "data", root_ / "data");
    fs::create_directory(root_ / "meshes");
    for (const auto& file : fs::directory_iterator(fs::path(SYN_SOURCE_DIR) / "meshes")) {
      fs::create_symlink(file.path(), root_ / "meshes" / file.path().filename());
    }
  }
  void TearDown() override {
    EXPECT_THAT(takeComplaints().join('\n').toStdString(), testing::IsEmpty());
  }

  void spoil(const std::string& mesh, const std::string& content) {
    fs::remove(root_ / "meshes" / mesh);
    std::ofstream(root_ / "meshes" / mesh) << content;
  }

  ui::ShellOptions options(const fs::path& scenario = {}) const {
    ui::ShellOptions options;
    options.home = root_;
    options.opening = scenario.string();
    options.size = QSize(1280, 720);
    return options;
  }

  static bool waitForState(ui::Shell& shell, QLatin1String state) {
    return waitFor([&] { return shell.app().state() == state; });
  }
  /// Whether the brain is drawn within a while.
  static bool waitForPicture(ui::Shell& shell) {
    const auto* brain = shell.window()->findChild<ui::BrainView*>();
    return brain != nullptr && waitFor([before = brain->framesDrawn(), brain] {
             return brain->framesDrawn() > before;
           });
  }

  /// Opens the window; returns everything its page of trouble says.
  std::string pageOf(const fs::path& scenario = {}) {
    ui::Shell shell(options(scenario));
    shell.open();
    EXPECT_TRUE(waitFor([&] { return shell.app().state() == QLatin1String("error"); }));
    QTest::qWait(50);
    QString words;
    const std::function<void(QQuickItem*)> read = [&](QQuickItem* at) {
      if (!at->isVisible()) return;
      if (at->inherits("QQuickText")) words += at->property("text").toString() + '\n';
      for (QQuickItem* child : at->childItems()) read(child);
    };
    read(shell.window()->contentItem());
    return words.toStdString();
  }

  QTemporaryDir folder_;
  fs::path root_;
};

TEST_F(TroubleTest, ATruncatedMeshIsNamed) {
  spoil("cortex_left.glb", "glTF");
  const std::string page = pageOf();
  EXPECT_THAT(page, testing::HasSubstr("cortex_left.glb"));
  EXPECT_THAT(page, testing::HasSubstr("Try again"));
}

TEST_F(TroubleTest, AMissingManifestIsNamed) {
  fs::remove(root_ / "meshes" / "manifest.json");
  EXPECT_THAT(pageOf(), testing::HasSubstr("manifest.json"));
}

TEST_F(TroubleTest, AScenarioOutsideLifeIsNamedWithItsLine) {
  const fs::path scenario = root_ / "old.json";
  std::ofstream(scenario) << R"({"id": "old", "title": "Old",
 "life": [{"exposure": "sleep", "dose": 7, "from_age": 20, "to_age": 300}]})";
  EXPECT_THAT(pageOf(scenario), testing::HasSubstr("old.json:2"));
}

TEST_F(TroubleTest, ModelDataOfAnotherVersionIsNamed) {
  fs::remove(root_ / "data");
  fs::copy(fs::path(SYN_SOURCE_DIR) / "data", root_ / "data", fs::copy_options::recursive);
  const fs::path file = root_ / "data/lifespan/parameters.json";
  std::string text = readFile(file, 1 << 20);
  const auto id = text.find("\"id\": \"");
  ASSERT_NE(id, std::string::npos);
  std::ofstream(file) << text.insert(id + 7, "newer_");
  EXPECT_THAT(pageOf(),
              testing::AllOf(testing::HasSubstr("parameters.json"), testing::HasSubstr("newer_")));
}

TEST_F(TroubleTest, TryAgainShowsWhatHasBeenRepaired) {
  spoil("cortex_left.glb", "glTF");
  ui::Shell shell(options());
  shell.open();
  ASSERT_TRUE(waitForState(shell, QLatin1String("error")));
  shell.app().tryAgain();
  ASSERT_TRUE(waitForState(shell, QLatin1String("error"))) << "not repaired yet";
  fs::remove(root_ / "meshes/cortex_left.glb");
  fs::copy(fs::path(SYN_SOURCE_DIR) / "meshes/cortex_left.glb", root_ / "meshes");
  shell.app().tryAgain();
  ASSERT_TRUE(waitForState(shell, QLatin1String("ready")));
  EXPECT_TRUE(waitForPicture(shell));
}

TEST_F(TroubleTest, AnotherLifeMayBeAskedForWhileOneIsLoading) {
  ui::Shell shell(options("average"));
  shell.open();
  for (const char* life : {"musician", "no such life", "taxi_driver"}) {
    shell.app().load(Resources::at(root_), life);
  }
  ASSERT_TRUE(waitForState(shell, QLatin1String("ready")));
  EXPECT_TRUE(shell.app().life()->title().contains(QLatin1String("taxi")));
  EXPECT_TRUE(waitForPicture(shell));
}

TEST_F(TroubleTest, AnotherLifeMayBeLoadedInPlaceOfTheOneShown) {
  ui::Shell shell(options("taxi_driver"));
  shell.open();
  ASSERT_TRUE(waitForState(shell, QLatin1String("ready")));
  ASSERT_TRUE(waitForPicture(shell));
  const auto anatomy = shell.app().anatomy();
  shell.app().load(Resources::at(root_), "musician");
  ASSERT_TRUE(waitForState(shell, QLatin1String("ready")));
  EXPECT_EQ(shell.app().anatomy(), anatomy) << "another life needs no other anatomy";
  EXPECT_TRUE(shell.app().life()->title().contains(QLatin1String("musician")));
  EXPECT_TRUE(waitForPicture(shell));
}

TEST_F(TroubleTest, ClosedAtAnyMomentItLeavesInPeace) {
  for (const int ms : {0, 1, 30, 100, 200, 400, 800}) {
    ui::Shell shell(options());
    shell.open();
    QTest::qWait(ms);
  }
}

TEST_F(TroubleTest, AFolderWithoutContentIsRefusedBeforeAnyWindow) {
  ui::ShellOptions options;
  options.home = root_ / "data";
  ui::Shell shell(options);
  EXPECT_THROW(shell.open(), Error);
}

}  // namespace
}  // namespace syn::test
